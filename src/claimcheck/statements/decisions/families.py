"""Which kinds of decision the words of a clause can tell of."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.facets import idents
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Passage


@dataclass(frozen=True, slots=True)
class _Family:
    """Words of a kind of decision; `placed` ones count only beside a body that decides."""

    words: re.Pattern[str]
    kinds: frozenset[str]
    placed: bool = False
    alone: bool = False
    """Where they stand, the words of other families mean something else."""


def _family(kinds: str, words: str, *, placed: bool = False, alone: bool = False) -> _Family:
    return _Family(lazy(rf"\b(?:{words})"), frozenset(kinds.split()), placed, alone)


_FAMILIES: Final[tuple[_Family, ...]] = (
    _family(
        "refusal",
        r"(?:reject\w*|refus\w*|turn(?:ed|s)(?! (?:its|their) (?:attention|backs?|eyes|focus))"
        r"[^.;,]{0,40}?(?:down|away)|"
        r"complete response|crl|declin\w+|sa(?:id|ys) no|"
        r"sen(?:t|ds)[^.;,]{0,40}?back|knocked back|rebuff\w*|denied)\b",
        alone=True,
    ),
    _family("rolling-review", r"(?:rolling|piece by piece|in (?:parts|stages|sections))\b"),
    _family(
        "hold-lifted",
        r"hold\b[^.;]{0,60}?\b(?:lifted|removed|ended|gone|over\b|behind)|"
        r"(?:lift|remov|releas|free[ds]|end(?:ed|s)\b)[^.;]{0,60}?\bhold\b",
        alone=True,
    ),
    _family(
        "clinical-hold",
        r"(?:clinical|partial|full|regulatory|a|the|its) hold\b|on hold\b|held up\b",
    ),
    _family(
        "application",
        r"(?:fil(?:ed|es|ing)|submi\w+|appl(?:ied|ies|ication)|dossier|mail(?:ed|s)|"
        r"hand(?:ed|s) in|lodg\w+|sent (?:in|off)|delivered)\b",
    ),
    _family(
        "retraction", r"(?:retract\w*|withdr[ae]w\w*|pulled|t(?:ook|aken) back|withdrawals?)\b"
    ),
    _family(
        "company",
        r"(?:re-?nam\w+|re-?brand\w*|(?:new|its|changed|took the) name\b|called\b|known as\b|"
        r"trad(?:ed|es|ing) as\b|go(?:es|ing) by\b|turn(?:ed|ing) into\b)",
    ),
    _family("guidance", r"(?:guidance|guidelines?)\b"),
    _family("safety-communication", r"(?:warn\w*|alert\w*|caution\w*)\b"),
    _family("meeting", r"(?:workshop|hearing|met\b|meeting|sat down)"),
    _family("transparency", r"(?:letters?\b)"),
    _family("trial-clearance", r"(?:clear(?:ed|s|ance)|let\b|nod\b|go-ahead|allow(?:ed|s)|ind\b)"),
    _family(
        "access-scheme scheduling",
        r"(?:allow\w*|permit\w*|let(?:s|ting)?\b|prescri\w*|access\w*|compassion\w*|exempt\w*|"
        r"pa(?:id|ys?|ying)\b|fund(?:ed|s|ing)?\b|list(?:ed|ing|s)\b|ask(?:ed)? for|rules\b|"
        r"regulat\w+)",
    ),
    _family(
        "designation",
        r"(?:breakthrough (?:therap|designat|status|label|tag|club|badge|stamp|title|list|nod)|"
        r"passport|orphan (?:drug|designat|status|label|tag)|fast[- ]track)",
    ),
    _family("priority-voucher", r"voucher"),
    _family("advisory-vote", r"(?:panel|committee|advis[eo]rs?|vot(?:e[ds]?|ing))\b"),
    _family("acceptance", r"(?:accept(?:ed|s)|t(?:ook|aken) (?:on|up))\b", placed=True),
)
_APPROVAL: Final = _family(
    "approval",
    r"(?:approv(?:ed|es|al)|licen[sc]ed|authori[sz]ed|green[- ]?li\w+|sa(?:id|ys) yes|"
    r"on the [\w ]{0,20}?register|registered|indication|notice of compliance)\b",
)
"""Words that beside those of another kind mean its object or its hope."""
_APART = lazy(r"\b(?:after|before|following|despite|since|until) (?:\w+ ){0,2}\Z")
"""Before words of a decision: another one, which is not dated here."""
_WAS_TO = lazy(r"\b(?:could|(?:was|were) to)\b")
"""Of a day that has passed: what came to be."""
_SHOWN = lazy(
    r"\b(?:publish\w*|releas\w+|disclos\w+|made public|unveil\w*)\b(?! (?:[\w,#]+ ){0,6}that\b)"
)
_LISTED = frozenset({"access-scheme"})


def kinds_told(passage: Passage, clause: Clause, moment: Moment) -> frozenset[str]:
    """The kinds of decision that a clause can tell of, as a fact that it does not deny."""
    words = clause.words
    if phrases.OTHER_APPLICATION.search(words) or any(
        c.end <= moment.start
        for c in passage.cues
        if c.clause is clause and c.kind == "application"
    ):
        return frozenset()
    if moment.passed(passage.now):
        words = _WAS_TO.sub(lambda m: " " * len(m.group()), words)
    kinds: frozenset[str] = frozenset()
    for family in (*_FAMILIES, _APPROVAL):
        found = family.words.search(words)
        if "refusal" in family.kinds and _SHOWN.search(words):
            continue  # what was shown is the letter
        if "access-scheme" in family.kinds and phrases.CLOSED.search(words):
            continue
        if "application" in family.kinds and _FAMILIES[0].words.search(words):
            continue  # what became of the application is told
        if (
            found is None
            or (family is _APPROVAL and kinds)
            or _APART.search(words[: found.start()])
        ):
            continue
        if family.placed and not passage.mentions("agency", clause):
            continue
        spirit = modality(words, *found.span())
        if spirit.mood != "fact" or spirit.negated:
            return frozenset()
        if family.alone:
            return family.kinds
        kinds |= family.kinds
    return kinds or _only_kinds(passage, clause)


def _only_kinds(passage: Passage, clause: Clause) -> frozenset[str]:
    """The kind of decision of an agency that is recorded with just one."""
    named = idents(passage.mentions("agency", clause))
    kinds = frozenset(e.kind for e in passage.timeline.events if e.agency in named)
    denied = phrases.NEGATION.search(clause.words) or phrases.IDLE.search(clause.words)
    return kinds if kinds == _LISTED and not denied else frozenset()
