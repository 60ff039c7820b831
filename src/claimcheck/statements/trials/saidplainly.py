"""Outcomes in plain words, for which no list of names is long enough."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention

_FALL = r"(?:reduction|decrease|drop|fall|improvement|decline)"
_PLAIN: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "no-longer-met",
        lazy(
            r"\bno longer (?:ha[ds]|have|having|met|meets?|meeting|qualif\w+|fulfil\w+|satisf\w+|"
            r"carr\w+|fit|show(?:ed)?)\b[^;,]{0,40}?\b(?:diagnos\w+|criteri\w+|definition|"
            r"threshold)\b|\b(?:lost|loss of|shed|free of|without|cleared) "
            r"(?:the|their|an?|his|her|"
            r"any)?\s?(?:[\w-]+ ){0,2}diagnosis\b"
        ),
    ),
    (
        "response",
        lazy(
            r"\b(?:halv(?:ed|ing)|cut (?:\w+ )?in half) (?:their |the |his |her |its |of )?"
            r"(?:[\w-]+ ){0,2}(?:scores?|symptoms?)\b"
            r"|\b(?:fell|dropped|declined|decreased|improved) by (?:at least |more than )?half\b"
            r"|(?<!\w)(?:at least |a )?(?:a )?(?:50|fifty)\s?(?:%|percent|per cent)\s?"
            rf"(?:or (?:more|greater|better)\s)?{_FALL}\b"
            rf"|[≥>]\s?50\s?(?:%|-?percent)\s{_FALL}\b"
        ),
    ),
    (
        "clinically-meaningful-improvement",
        lazy(
            r"\b(?:fall|fell|fallen|drop|dropped|decline|declined|decrease|decreased|improve|"
            r"improved|cut|lower|lowered|reduction|improvement)\s(?:\w+\s){0,2}?(?:by|of)\s"
            r"(?:at least\s)?(?:a\s|one\s)?(?:quarter|25\s?(?:%|per ?cent))"
            r"(?:\sor\s(?:more|better|greater))?"
            r"|\b(?:at least )?(?:a )?(?:25|twenty-five)\s?(?:%|percent|per cent)\s?"
            rf"(?:or (?:more|greater|better)\s)?{_FALL}\b"
        ),
    ),
    (
        "abstinence",
        lazy(
            r"\bno longer (?:drank|drink\w*|smok\w+|us(?:ed|ing) (?:alcohol|tobacco|drugs))\b"
            r"|\b(?:quit|quitting|stopped|gave up|given up|giving up) "
            r"(?:smoking|drinking|cigarettes|alcohol|tobacco)\b"
            r"|\bha(?:d|ve|s) not (?:smoked|drunk|touched a (?:cigarette|drink))\b"
            r"|\bnot drinking at all\b"
            r"|\b(?:stay(?:ed|ing)?|remain(?:ed|ing)?|kept|keeping|been) (?:\w+ly )?"
            r"(?:off|away from|free of) (?:cigarettes|smoking|tobacco|alcohol|drink\w*)\b"
            r"|\b(?:smoke|alcohol|tobacco)-free\b"
            r"|(?<!who were )(?<!or )\bnot (?:smoking|drinking)\b"
            r"|\b(?:as|were|was|become|became) non-?(?:smok|drink)ers?\b"
        ),
    ),
)
_CUES = (
    "no longer",
    "half",
    "halv",
    "50",
    "fifty",
    "quarter",
    "25",
    "twenty-five",
    "diagnosis",
    "quit",
    "stopped",
    " up ",
    "not ",
    "non",
    " off ",
    "away from",
    "free",
    "rid ",
    "cured",
    "again",
    "more",
)


_NO_LONGER = lazy(r"\b(?:no longer|not any ?more|never again)\s(?:[\w’'-]+\s){0,4}\Z")
_RID = lazy(r"\b(?:rid|free|cured) (?:of|from)\s(?:(?:the|their|his|her|all)\s)?\Z")


def plain_outcomes(low: str, diseases: Sequence[Mention] = ()) -> Iterator[Mention]:
    """Outcomes that a sentence states without their name: "no longer had the diagnosis"."""
    if not any(cue in low for cue in _CUES):
        return
    for ident, pattern in _PLAIN:
        for found in pattern.finditer(low):
            yield Mention("outcome", (ident,), found.start(), found.end())
    for disease in diseases:
        for lost in (_NO_LONGER, _RID):
            if before := lost.search(low[max(0, disease.start - 60) : disease.start]):
                start = disease.start - len(before.group())
                yield Mention("outcome", ("no-longer-met",), start, disease.end)
