"""What a body answered: yes or no to a treatment, in whatever words it is told.

Not a list of sentences: of every stretch that belongs to a body ("the board said yes in May, the
council no in June") it is asked which way its words go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable
from claimcheck.statements.decisions.facets import idents
from claimcheck.statements.decisions.moments import Moment, moment
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.timeline import opens

KINDS: Final = frozenset({"approval", "refusal", "opinion", "access-scheme", "scheduling"})
_IT: Final = r"(?: (?:[\w’'&.-]+ ){1,7}?| )"
"""What a verb in two parts holds between them."""
_YES: Final = lazy(
    r"\b(?:sa(?:id|ys|y|ying) (?:yes|aye)|(?:an?|the|its) yes|yes(?= to| in| on|[,.;]|\Z)|"
    rf"thumbs[- ]up|green[- ]?(?:light\w*|lit)|go-ahead|the nod|blessing|assent\w*|"
    rf"sign(?:ed|s|ing)? off|wav(?:ed|es|ing){_IT}through|ok(?:ay|[’']?d|ayed|ays)|"
    rf"let(?:s|ting)?{_IT}through|(?:came|comes|come|coming) (?:down |out |round |around )"
    r"(?:in favou?r|on the side|to)|(?:came|come|comes) round|"
    rf"t(?:ook|akes?|aken){_IT}on board|in favou?r|favou?r(?:ed|s|able|ably)|positive|"
    r"back(?:ed|s|ing)|endors\w+|recommend(?:ed|s|ation|ations)?|accept(?:ed|s|ance)|"
    rf"embrac(?:ed|es)|warm(?:ed|s) to|g[oe]ts?{_IT}past|got{_IT}past|"
    r"(?:added|additional|extra) (?:benefit|value)|pass(?:ed)? muster|made it past|landed on|"
    r"convinced|persuaded|won over|urg(?:ed|es)|advis(?:ed|es) (?:in favou?r|that|making|to)|"
    r"told(?= [^.;,]{0,40}\bto\b))\b"
)
_NO: Final = lazy(
    r"\b(?:sa(?:id|ys|y|ying) (?:no|nay)|(?:an?|the|its|clear|flat) no(?! \w+ (?:was|is))|"
    r"no(?= to\b|[,.;]|\Z| in (?:#|the ))|"
    rf"thumbs[- ]down|turn(?:ed|s|ing)?(?! (?:its|their|his|her) (?:attention|back|eyes|focus))"
    rf"{_IT}(?:down|away)|knock(?:ed|s|ing)?{_IT}back|reject\w*|"
    rf"refus\w*|rebuff\w*|declin(?:ed|es|ing)|spurn\w*|sho(?:t|ots?){_IT}down|"
    rf"sen(?:t|ds?){_IT}(?:back|packing)|balk\w*|rul(?:ed|es) (?:out|against)|"
    rf"(?:came|comes|come|coming) (?:down|out) against|advis(?:ed|es|ing) against|unfavou?rabl\w+|"
    r"adds? nothing|no (?:added|additional|extra) (?:benefit|value)|withh[eo]ld\w*|"
    r"negative|oppos(?:ed|es|ing)|against|thr(?:ew|own){_IT}out|dismiss(?:ed|es)|snubb?\w*|"
    rf"block(?:ed|s)|barred|den(?:ied|ies|ial)|show(?:ed|n){_IT}the door|unconvinced|unmoved|"
    r"unpersuaded|complete response letters?|crl)\b"
)
_LEAVE: Final = lazy(
    r"(?<!-)\b(?:approv(?:ed|es|al)|authori[sz](?:ed|es)|marketing authori[sz]ation|"
    r"licen[sc]ed|registered|cleared(?! up))\b"
)
"""A yes as well, of a body that licenses no medicines: of those that do, others read it."""
_SUMMONED = lazy(r"\b(?:the|this|its) (?:agency|regulator|watchdog|authority|institute|body)\b")
_FROM = lazy(r"\b(?:by|from|past|of|with|at|before|to|convinced|for|is what) (?:the )?\Z")
"""Before a body: what it did stands before it."""
_ITS_WORD = lazy(
    r"\b(?:guidance|advice|ruling|verdict|appraisal|opinion|recommendations?) "
    r"(?:from|of|by) (?:the )?\Z"
)
_GOES_ON = lazy(r" (?:has|have|had|does|did|recommends?|backs?|endorses?|advises?|now|still)\b")
"""Around a body: what it wrote is said to do something."""
_THING = lazy(
    r"\W*(?:(?:of|to|for|the|an?|its|their|this|that|any|his|her|further|new)\b\W*)*"
    r"(?:[\w-]+ ){0,2}?(?:trials?|stud(?:y|ies)|phase|protocol|ind|investigational|development|"
    r"petition|request\w*|meeting|bill|law|act|import|export|ballot|measure|rules?|plant|factory|"
    r"begin|start|test|proceed|run|enrol\w*|consultations?|reviews?|apprais\w+)\b"
)
"""Around a sign: it is not a treatment that was decided on."""
_ASIDE = lazy(
    r"\b(?:publish\w*|made public|unveil\w*|disclos\w+|"
    r"idea|notion|calls?|criticism|argument|claim|survey|"
    r"according|quoted|interview|warn\w*|hold|vot\w*|panel|committee|advis[eo]rs?|voucher|"
    r"designation|status|passport|priority|breakthrough|fast[- ]track|orphan)\b"
)
_OPINION = lazy(r"\b(?:opinion|question|believ(?:e|es|ed))\b")
"""Beside a body, what it gave; elsewhere, what somebody thinks."""
_HAS = lazy(r"\b(?:has|have)\b")
_NEAR = 30
_READ = frozenset({"law", "vote", "application"})
"""Words of these kinds were read before, by who knows them better."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of deciding in a text; `good` tells which way it goes."""

    start: int
    end: int
    good: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """A body with what it is said to have answered, in the stretch that is its own."""

    agency: str
    good: bool
    denied: bool
    """It is said not to have answered otherwise."""
    yet: bool
    """It has answered: that is how things stand."""
    product: bool
    """It is said to have let the medicine be sold, not only used."""
    start: int
    end: int
    moments: tuple[Moment, ...]
    indications: tuple[str, ...]


def signs(words: str, start: int, end: int, *, licenses: bool) -> Iterator[Sign]:
    """The words of deciding in a stretch, in their order; of two that overlap, the longer one.

    `licenses` tells that the words are of a body that approves medicines.
    """
    patterns = ((_NO, False), (_YES, True), (_LEAVE, True))
    found = [
        Sign(*match.span(), good)
        for pattern, good in patterns[: 2 if licenses else 3]
        for match in pattern.finditer(words, start, end)
    ]
    kept: list[Sign] = []
    for sign in sorted(found, key=lambda s: (s.start - s.end, s.good)):
        if all(sign.end <= k.start or k.end <= sign.start for k in kept):
            kept.append(sign)
    yield from sorted(kept, key=lambda s: s.start)


def answers(passage: Passage) -> Iterator[Answer]:
    """Each body with the nearest word of deciding in the stretch that is its own."""
    if _ASIDE.search(passage.low):
        return
    bodies = sorted(_bodies(passage), key=lambda b: b[1])
    for place, (agency, start, end) in enumerate(bodies):
        low = bodies[place - 1][2] if place else 0
        high = bodies[place + 1][1] if place + 1 < len(bodies) else len(passage.low)
        wrote = _ITS_WORD.search(passage.low[:start]) and _GOES_ON.match(passage.low, end)
        led = bool(_FROM.search(passage.low[:start])) and not wrote
        if not led:  # the date of what the body before it did is not its own
            low = max(low, passage.clause_at(start).start)
        stretch = (low, start) if led else (end, high)
        licenses = agency in passage.timeline.licensing
        found = list(signs(passage.low, *stretch, licenses=licenses)) if agency else []
        if sign := _one(found, led=led):
            yield from _answer(passage, agency, sign, low, high)


def answer_of(event: Event, *, product: bool = False) -> bool | None:
    """Which way an event went; None where it is neither a yes nor a no.

    Asked of a `product`, leave to use what is not approved is a no.
    """
    if event.kind == "opinion":
        return {"for": True, "against": False}.get(event.position or "")
    if product and event.kind in {"access-scheme", "scheduling"}:
        return False
    if event.kind in {"approval", "access-scheme"} or (event.kind == "scheduling" and opens(event)):
        return True
    return False if event.kind == "refusal" else None


def _bodies(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """Agencies that answer, with where they stand; "the agency" is the one around."""
    known = {e.agency for e in passage.timeline.of(KINDS)} | set(passage.timeline.licensing)
    for mention in passage.mentions("agency"):
        yield (mention.ids[0] if mention.ids[0] in known else ""), mention.start, mention.end
    around = set(idents(passage.scope.nearest("agency"))) & known
    found = None if passage.mentions("agency") else _SUMMONED.search(passage.low)
    if found and len(around) == 1:
        yield around.pop(), *found.span()


def _answer(passage: Passage, agency: str, sign: Sign, low: int, high: int) -> Iterator[Answer]:
    """What a body answered by a sign, unless it is told of something else or as no fact."""
    rest, before = passage.low[sign.end :], passage.low[low : sign.start]
    if _THING.match(rest) or approvable.TO_STUDY.match(rest):
        return
    if _LEAVE.match(passage.low, sign.start) and (
        approvable.OTHER_OBJECTS.match(rest) or approvable.OTHER_SUBJECTS.search(before)
    ):
        return
    read = _READ | {"approval"} if agency in passage.timeline.licensing else _READ
    if any(c.kind in read and c.start < sign.end and sign.start < c.end for c in passage.cues):
        return
    words = _OPINION.sub(lambda m: " " * len(m.group()), passage.clause_at(sign.start).words)
    spirit = modality(words, sign.start, sign.end)
    if spirit.mood == "fact":
        dates = [d for d in passage.reading.of(Date) if low <= d.start and d.end <= high and d.year]
        own = [m for m in passage.mentions("indication") if low <= m.start and m.end <= high]
        moments = tuple(moment(passage.low, d) for d in dates)
        yet, no = bool(_HAS.search(passage.low, low, sign.start)), spirit.negated
        product = bool(approvable.PRODUCT.search(words))
        yield Answer(agency, sign.good != no, no, yet, product, low, high, moments, idents(own))


def _one(found: list[Sign], *, led: bool) -> Sign | None:
    """The sign of a stretch: a no to a yes ("withheld its backing") is a no."""
    if len({s.good for s in found}) == 1:
        return found[-1] if led else found[0]
    two = len(found) == 2 and not found[0].good and found[1].start - found[0].end <= _NEAR
    return found[0] if two else None
