"""Outcomes in plain words, for which no list of names is long enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.patterns import Gate, lazy
from claimcheck.statements.names import Mention

_FALL = r"(?:reduction|decrease|drop|fall|improvement|decline)"
_FELL = (
    r"(?:cut|lower(?:ed|ing)?|reduc(?:ed|ing|tion)|f[ae]ll|fallen|falling|drop(?:p(?:ed|ing))?|"
    r"declin(?:ed?|ing)|decreas(?:ed?|ing)|improv(?:ed?|ing|ement)|shr[aiu]nk|eased|"
    r"(?:brought|came|come|coming|gone|went) down)"
)
_NOT_TRIED = "".join(
    f"(?<!{lead} )"
    for lead in ("tried", "trying", "tried to", "trying to", "try to", "want to", "wanted to",
                 "attempted", "attempting", "attempted to", "hoping to", "hoped to")
)  # fmt: skip
_PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "no-longer-met",
        lazy(
            r"\bno longer (?:ha[ds]|have|having|met|meets?|meeting|qualif\w+|fulfil\w+|satisf\w+|"
            r"carr\w+|fit|show(?:ed)?)\b[^;,]{0,40}?\b(?:diagnos\w+|criteri\w+|definition|"
            r"threshold)\b|\b(?:lost|loss of|shed|free of|without|cleared) "
            r"(?:the|their|an?|his|her|"
            r"any)?\s?(?:[\w-]+ ){0,2}diagnosis\b"
            r"|(?<=diagnosis)(?!\w)[^;]{0,60}?"
            r"(?P<said>\b(?:lost|shed|left|dropped) (?:it|theirs)\b|"
            r"\b(?:no longer|had ceased to) (?:applied|apply|held?|stood|fitted)\b)"
        ),
    ),
    (
        "response",
        lazy(
            r"\b(?:halv(?:ed|ing)|cut (?:\w+ )?in half) (?:their |the |his |her |its |of )?"
            r"(?:[\w-]+ ){0,2}(?:scores?|symptoms?)\b"
            rf"|\b(?:{_FELL} (?:their|his|her|whose)|(?:their|his|her|whose|scores?|symptoms?) "
            rf"(?:[\w-]+ ){{0,4}}?{_FELL})\b[^,;.%]{{0,40}}?\bby (?:at least |more than |over )?"
            r"(?:(?:a |one )?half|(?:50|fifty)\s?(?:%|per ?cent))\b"
            r"|(?<!\w)(?:at least |a )?(?:a )?(?:50|fifty)\s?(?:%|percent|per cent)\s?"
            rf"(?:or (?:more|greater|better)\s)?(?:{_FALL}|better)\b"
            rf"|[≥>]\s?50\s?(?:%|-?percent)\s{_FALL}\b"
        ),
    ),
    (
        "clinically-meaningful-improvement",
        lazy(
            rf"\b{_FELL}\s[^,;.%]{{0,45}}?\b(?:by|of)\s"
            r"(?:at least\s)?(?:a\s|one\s)?(?:quarter|25\s?(?:%|per ?cent))"
            r"(?:\sor\s(?:more|better|greater))?"
            rf"|\b{_FELL}\b[^,;.%]{{0,20}}?\bto an? (?:clinically )?(?:significant|meaningful|"
            r"important|relevant) (?:degree|extent)\b"
            rf"|\bclinically (?:significantly|meaningfully) {_FELL}\b"
            r"|\b(?:at least )?(?:a )?(?:25|twenty-five)\s?(?:%|percent|per cent)\s?"
            rf"(?:or (?:more|greater|better)\s)?{_FALL}\b"
        ),
    ),
    (
        "prolonged-abstinence",
        lazy(
            r"\bha(?:d|ve|s) not (?:smoked|drunk|used|touched) [^,;.%]{0,40}?\bsince "
            r"(?:(?:their|his|her|the) )?(?:quit|target|first|last|dosing|session|treatment)\b"
            r"|\b(?:smoke-free|sober|off (?:cigarettes|alcohol)|without (?:a|one|a single) "
            r"(?:cigarette|drink)) (?:throughout|without (?:a break|interruption)|all along)\b"
        ),
    ),
    (
        "abstinence",
        lazy(
            r"\bno longer (?:drank|drink\w*|smok\w+|us(?:ed|ing) (?:alcohol|tobacco|drugs))\b"
            rf"|{_NOT_TRIED}\b(?:quit|quitting|stopped|gave up|given up|giving up) "
            r"(?:smoking|drinking|cigarettes|alcohol|tobacco)\b"
            r"|\bha(?:d|ve|s) not (?:smoked|drunk|touched a (?:cigarette|drink))\b"
            r"|\bdid(?: not|n[’']t) (?:smoke|drink)\b(?=[,;:.)]|\Z| (?:at|any|alcohol|again|"
            r"a drop|even|for|in|by|during|after|over|throughout)\b)"
            r"|\bnot drinking at all\b"
            r"|\b(?:stay(?:ed|ing)?|remain(?:ed|ing)?|kept|keeping|been|still|were|was) (?:\w+ly )?"
            r"(?:(?:off|away from|free of) (?:cigarettes|smoking|tobacco|alcohol|drink\w*)|"
            r"(?:off|away from) (?!work|sick|medic\w+|pain|the\b|all\b|\w+ants?\b)[a-z]+)\b"
            r"|\b(?:smoke|alcohol|tobacco)-free\b"
            r"|(?<!who were )(?<!or )\bnot (?:smoking|drinking)\b"
            r"|\b(?:without|not an?|no) (?:smoking|drinking|(?:single )?(?:cigarette|drink)s?)\b"
            r"(?! (?:status|history|days?|age))"
            r"|\b(?:as|were|was|become|became) non-?(?:smok|drink)ers?\b"
            r"|\b(?:used|drank|drunk|smoked|consumed|injected|touched) (?:absolutely )?no "
            r"(?!more|less|fewer|better|worse)\w+"
        ),
    ),
    (
        "blinding-guess",
        lazy(
            r"\bguess(?:ed|ing)?\b(?! (?:wrong|incorrect))[^,;.]{0,40}?\b(?:rightly|right|"
            r"correctly|correct|allocations?|assignments?|arms?|groups?|treatments?|conditions?|"
            r"which|what)\b(?! (?:wrong|incorrect))|"
            r"\b(?:correctly|rightly) (?:guess|identif|nam)\w+"
        ),
    ),
)
_CUES = Gate(
    "no longer|hal[fv]|50|fifty|quarter|25|twenty-five|diagnosis|quit|stopped| up |not |non| off |"
    "away from|free|without|better|rid |cured|again|more| no |degree|extent|guess|rightly|"
    "correctly|clinically"
)
_NO_LONGER = lazy(r"\b(?:no longer|not any ?more|never again)\s(?:[\w’'-]+\s){0,4}\Z")
_RID = lazy(r"\b(?:rid|free|cured) (?:of|from)\s(?:(?:the|their|his|her|all)\s)?\Z")


def plain_outcomes(low: str, diseases: Sequence[Mention] = ()) -> Iterator[Mention]:
    """Outcomes that a sentence states without their name: "no longer had the diagnosis"."""
    if not _CUES.within(low):
        return
    last = (0, 0)
    for ident, pattern in _PLAIN:
        for found in pattern.finditer(low):
            if last[0] <= found.start() < last[1]:
                continue  # "had not smoked", as a part of "had not smoked since"
            last = found.span() if ident == "prolonged-abstinence" else last
            yield Mention("outcome", (ident,), *found.span("said" if found.lastgroup else 0))
    for disease in diseases:
        for lost in (_NO_LONGER, _RID):
            if before := lost.search(low[max(0, disease.start - 60) : disease.start]):
                start = disease.start - len(before.group())
                yield Mention("outcome", ("no-longer-met",), start, disease.end)
