"""How far a sentence says that a law goes, against what its record says it does."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases

_NARROW = frozenset({"task-force", "research", "rules", "pilot"})
_RANGES: dict[str, re.Pattern[str]] = {
    "task-force": lazy(
        r"\b(?:task force|(?:advisory |expert |study )?(?:panel|group|committee|commission|board)|"
        r"advis\w+)\b"
    ),
    "pilot": lazy(r"\bpilot\b"),
    "research": lazy(
        r"\b(?:research|trials?|stud(?:y|ies)|consortium|funds?|funded|funding|money|millions?)\b"
    ),
    "rules": lazy(r"\b(?:rules?|regulat\w+|framework)\b"),
    "services": lazy(
        r"\b(?:supervised|regulated|state-run|legal) (?:[\w-]+ ){0,3}?(?:services?|"
        r"programs?|programmes?|sessions|facilities|access|use)\b|\bunder supervision\b|"
        r"\b(?:legali|de-?criminali)[sz]\w+ [^.;]{0,60}?\b(?:therapeutic|medical|medicinal)\b|"
        r"\blicen[sc]\w* [^.;,]{0,40}?\bfor (?:\w+ )?(?:sale|use)\b"
    ),
    "centres": lazy(
        r"\blicensed (?:[\w-]+ ){0,3}?(?:services?|cent(?:re|er)s?|clinics?|facilities)\b|"
        r"\b(?:healing|service|treatment|therapy) (?:cent(?:re|er)s?|clinics?)\b|"
        r"\b(?:open|licen[sc])\w* (?:[\w-]+ ){0,4}?(?:cent(?:re|er)s?|clinics?)\b|"
        r"\bclinics? (?:open|for)\b"
    ),
    "legality": lazy(
        r"\blegali[sz](?:ed|es)\b(?! (?:\w+ ){0,3}?(?:pilot|task|research|trials?|stud)|"
        r" [^.;]{0,60}?\b(?:therapeutic|medical|medicinal)\b)"
    ),
    "retail": lazy(r"\b(?:shops?|stores?|over the counter|dispensar\w+|by mail|online)\b"),
    "everyone": lazy(
        r"\b(?:any|every|all) (?:\w+ )?(?:adults?|grown-?ups?|residents?|citizens?)\b|\banyone\b|"
        r"\banybody\b|\beveryone\b|\beverybody\b|\b(?:the|general) public\b|\bgrown-?ups\b"
    ),
    "beyond": lazy(
        r"\boutside (?:of )?(?:\w+ )?(?:trials?|stud(?:y|ies)|research)\b|\btrial or no trial\b|"
        r"\bwithout an? (?:trial|study)\b|\b(?:own|family|any|their|her|his) doctors?\b"
    ),
    "treatment": lazy(
        r"\b(?:prescri\w+|pharmac(?:y|ies)|(?:be|being|get|gets) (?:treated|given|treatment)|"
        r"available (?:to|for|by|in|through|from|on))\b|"
        r"\b(?:allow|permit|let)\w* [^.;,]{0,40}?\b(?:give|treat|administer)\b"
    ),
    "decriminalisation": lazy(
        r"\bde-?criminali[sz]\w+(?![^.;]{0,60}?\b(?:therapeutic|medical|medicinal)\b)|"
        r"\blowest (?:[\w-]+ ){0,4}?priorit|"
        r"\b(?:bottom|end) of [^.;,]{0,40}?\b(?:priorit|lists?\b)|"
        r"\bpolice\b[^.;,]{0,40}?\b(?:leave|stop|ignore)\b|\bcivil (?:violation|"
        r"offen[cs]e|infraction)|\b(?:free|allowed) to (?:grow|carry|possess|use|share)\b|"
        r"\blegali[sz]\w+ (?:\w+ ){0,3}?(?:for (?:all |every )?adults|possession|personal use)|"
        r"\blegal for (?:all |every )?(?:adults|anyone|everyone)\b|\brecreational\b"
    ),
    "criminalisation": lazy(
        r"\b(?<!de)(?<!de-)(?:re-?)?criminali[sz]\w+|\bmisdemeano\w+|\bcrime again\b|"
        r"\bcriminal offen[cs]e\b"
    ),
}
_UNDONE = lazy(
    r"\b(?:und(?:o|id|one|oing)|end(?:s|ed|ing)?|revers\w+|repeal\w*|roll\w* back|overturn\w*|"
    r"replac\w+|revok\w+|scrap\w*|affect\w*|amend\w*|unlike|besides|beyond|instead|"
    r"outside|until|before|undermin\w+|like|whereas|compared|than|separate\w*|"
    r"alongside|added?|other|next|could|lead|toward|prepar\w+|ready)\b"
)
_CUT = lazy(r"[;:.,(–—]|\bbut\b|\b(?:that|which|who)\b")
_STANDS = lazy(
    r"\b(?:since|under|thanks to|has|have|now|allows|lets|made|makes|created|set up|"
    r"(?:de-?criminali|legali)[sz]ed)\b"
)
_ELSEWHERE = lazy(r"\b(?:city|town|county|state|country|place) (?:where|in which)\b")
"""What leads to something that is told of a place, not of the law."""
_AGAIN = lazy(r"\bonce (?:more|again)\b")
_NOTHING = lazy(r"\s(?:nothing|neither|no(?! (?:longer|fewer|less))\b)")
_NEAR = 60
_ALIKE = {
    "services": frozenset(
        {"services", "centres", "treatment", "rules", "everyone", "beyond", "legality"}
    ),
    "medical-use": frozenset({"services", "treatment", "research", "rules", "beyond", "legality"}),
    "pilot": frozenset(
        {"pilot", "research", "services", "treatment", "task-force", "rules", "beyond"}
    ),
    "research": frozenset({"research", "pilot"}),
    "task-force": frozenset({"task-force", "research"}),
    "rules": frozenset({"rules", "services", "centres", "task-force", "treatment"}),
    "licence": frozenset({"legality", "services", "centres", "rules", "treatment", "everyone"}),
    "local-ban": frozenset({"services", "centres", "criminalisation"}),
    "decriminalisation": frozenset({"everyone", "legality"}),
    "criminalisation": frozenset({"everyone"}),
}
"""What else than its own a law of each sort may loosely be said to do."""
_TELLING = frozenset(
    {"services", "centres", "retail", "beyond", "legality", "decriminalisation", "criminalisation"}
)
"""What no law of another sort does: to say so of one is wrong."""
_WEAK = frozenset({"treatment", "everyone"})
"""The same, unless the law's own effect is told beside it."""


def said_of(words: str) -> tuple[frozenset[str], frozenset[str]]:
    """What a law is said to do, and what it is said not to do."""
    does: set[str] = set()
    spares: set[str] = set()
    for sort, pattern in _RANGES.items():
        for found in pattern.finditer(words):
            before = _CUT.split(words[max(0, found.start() - _NEAR) : found.start()])[-1]
            before = _AGAIN.sub(" ", before)
            if _UNDONE.search(before) or phrases.IDLE.search(before):
                continue
            if _ELSEWHERE.search(words, 0, found.start()):
                continue
            nothing = _NOTHING.match(words, found.end())
            if nothing and "unlike" in words:
                continue
            denied = nothing or phrases.NEGATION.search(before) or " no " in found.group()
            (spares if denied else does).add(sort)
    return frozenset(does), frozenset(spares - does)


def in_force(words: str) -> bool:
    """Whether a law is told to do something, or to have done it, as a fact."""
    does, _ = said_of(words)
    ideal = phrases.IDLE.search(words) or phrases.FORECAST.search(words)
    return bool(does & (_TELLING | _WEAK)) and bool(_STANDS.search(words)) and not ideal


def fits(words: str, effects: Iterable[str]) -> bool | None:
    """Whether a law with these effects does what is said; None where the words tell nothing."""
    own = frozenset(effects)
    known = own.union(*(_ALIKE.get(e, frozenset()) for e in own))
    does, spares = said_of(words)
    if not own or not (does or spares):
        return None
    if (does & _TELLING) - known or spares & own - {"research"}:
        return False
    if (does & _WEAK) - known and not does & own:
        return False
    agrees = does & known or (own <= _NARROW and spares & (_TELLING | _WEAK))
    return True if agrees else None
