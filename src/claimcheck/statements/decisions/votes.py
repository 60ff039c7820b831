"""Votes of advisory committees: for or against, by how many, on which question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.events import Event, Vote
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Fraction
from claimcheck.model.quantity import Vote as Written
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, TEENS
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.findings import Stated, event_line, opinion, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"advisory-vote"})
_AGAINST = lazy(
    r"\bagainst\b|\breject\w*|\boppos\w+|\bturned down\b|\bvoted down\b|\bnot (?:to )?(?:recommend|"
    r"back|"
    r"endors|support|effective|outweigh)\w*|\bdid not\b|\bdidn[’']t\b|\bdeclin\w+|\bagainst\b|"
    r"\bno\b(?! longer)|\bunfavou?rabl\w+"
)
_FOR = lazy(
    r"\bin favou?r\b|\bfavou?red\b|\bback(?:ed|s)\b|\bendors\w+|\bsupport(?:ed|s)\b|"
    r"\brecommend(?:ed|s)\b|"
    r"\bto approve\b|\bfor approval\b|\bpositive\b|\boutweigh\w*"
)
_THAT = lazy(r"[^\w:;]*(?:\w+ ){0,2}?(?:that|concluding|finding|agreeing)\b")
_ON_WHETHER = lazy(r"\b(?:on|of|to) (?:the question )?(?:of )?whether\b")
_VOTE = lazy(r"\bvotes?\b")
_CHAMBER = lazy(r"\b(?:senate|house|assembly|council|chambers?|lawmakers|legislat\w+|parliament)\b")
_OUTWEIGHED = lazy(r"\brisks?\b[^.;]{0,30}?\boutweigh")
_NUMBERS = {**ONES, **TEENS, "none": 0, "nil": 0, "nobody": 0}
_NUMERAL = rf"\d{{1,2}}|{'|'.join(_NUMBERS)}"
_PAIR = lazy(
    rf"\b(?P<first>{_NUMERAL})(?: votes)?(?: to | against |–|-)(?P<second>{_NUMERAL})\b"
    r"(?! (?:weeks?|months?|years?|days?|hours?|minutes?|mg|sites|points|times|percent))"
)
"""Two numbers beside a committee: "ten to one"."""
_UNANIMOUS = lazy(r"\bunanim\w+|\bto a (?:man|woman|person)\b|\bwithout dissent|\bno dissent")
_COMMITTEE = lazy(r"\b(?:committee|members|panel(?:l?ists?)?|advis[eo]rs)\b")
_ADVISERS = lazy(r"\b(?:panel(?:l?ists?)?|advis[eo]rs|advisory)\b")
"""Beside a chamber: committees and members are its own, advisers are not."""
_QUESTIONS = (
    (lazy(r"\beffective|\beffectiveness|\befficac|\bworks?\b"), lazy(r"effective")),
    (lazy(r"\bbenefits\b|\brisks?\b"), lazy(r"outweigh")),
    (lazy(r"\bsafety profile\b"), lazy(r"safety profile")),
)


def _written(passage: Passage) -> tuple[Written, ...]:
    """The pairs of numbers of a sentence that can be votes; beside a committee, one in words."""
    if found := passage.reading.of(Written):
        return found
    if not _COMMITTEE.search(passage.low):
        return ()
    pairs = [m for m in _PAIR.finditer(passage.low) if passage.low[m.end() : m.end() + 1] != "%"]
    if len(pairs) != 1:
        return ()
    pair = pairs[0]
    first, second = _number(pair["first"]), _number(pair["second"])
    start, end = pair.span()
    return (Written(text=pair.group(), start=start, end=end, first=first, second=second),)


def _number(word: str) -> Number:
    value = _NUMBERS.get(word)
    return Number(Decimal(word if value is None else value), word)


def votes(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what advisers are said to have voted."""
    for cue in _cues(passage):
        words = _ON_WHETHER.sub(lambda m: "#" * len(m.group()), cue.clause.words)
        spirit = modality(words, cue.start, cue.start)
        if spirit.mood != "fact" or ahead(cue.clause) or not _by_committee(passage):
            continue
        for party in parties(passage, cue, _committees(passage) | _parents(passage), bare=True):
            if party.subject.compounds:
                yield from _judged(passage, cue, party)


def _cues(passage: Passage) -> Iterator[Cue]:
    """Words of voting; else two numbers in a clause that names a committee."""
    cues = passage.of_kind("vote")
    yield from cues
    for written in _written(passage):
        clause = passage.clause_at(written.start)
        chamber = _CHAMBER.search(clause.words) or passage.of_kind("law")
        voted = _COMMITTEE.search(clause.words) or (_VOTE.search(clause.words) and not chamber)
        if voted and all(c.clause is not clause for c in cues):
            yield Cue("vote", written.start, written.end, clause)


def _committees(passage: Passage) -> frozenset[str]:
    return frozenset(e.agency for e in passage.timeline.of(KINDS))


def _parents(passage: Passage) -> frozenset[str]:
    """Agencies that committees advise: "the agency's advisers" are these committees."""
    known = passage.timeline.agencies
    return frozenset(b for a in _committees(passage) if a in known for b in known[a].broader)


def _of_committee(passage: Passage, wanted: Wanted) -> Wanted:
    """The same asked of the committees in the place of the agency that they advise."""
    known = passage.timeline.agencies
    own = {a for a in _committees(passage) if a in known
           and set(known[a].broader) & set(wanted.agencies)}  # fmt: skip
    return replace(wanted, agencies=tuple(sorted(own | set(wanted.agencies))))


def _by_committee(passage: Passage) -> bool:
    """Whether a committee of advisers voted, here or in the text around."""
    written = _written(passage)
    if _CHAMBER.search(passage.low) and not _ADVISERS.search(passage.low):
        return False
    if passage.reading.of(Fraction) and _COMMITTEE.search(passage.low):
        return True
    if written and (_COMMITTEE.search(passage.low) or _VOTE.search(passage.low)):
        return True
    committees = _committees(passage)
    return any(m.ids[0] in committees for layer in passage.scope.layers for m in layer.of("agency"))


def _judged(passage: Passage, cue: Cue, party: Party) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    wanted = _of_committee(passage, party.wanted(KINDS))
    found = passage.timeline.find(wanted)
    moments = near_first(passage, cue)
    fitting = tuple(e for e in found if not moments or any(m.fits(e) for m in moments))
    if not found:
        yield from _unlisted(passage, what, party)
    elif not fitting:
        event = nearest(found, moments)
        yield opinion("contradicted", what, passage, (event,) if event else ())
    else:
        yield from _counted(passage, cue, what, fitting)


def _unlisted(passage: Passage, what: Stated, party: Party) -> Iterator[Opinion]:
    entry = passage.timeline.complete(party.wanted(KINDS), passage.now.last)
    if entry:
        near = passage.timeline.find(Wanted(kinds=KINDS))
        yield opinion("contradicted", what, passage, near[-1:])


def _counted(
    passage: Passage, cue: Cue, what: Stated, events: Sequence[Event]
) -> Iterator[Opinion]:
    written = [v for v in _written(passage) if cue.clause.holds(v.start, v.end)]
    for one in written:
        yield _numbers(passage, what, one, events)
    if not written:
        yield from _direction(passage, cue, what, events)


def _numbers(passage: Passage, what: Stated, written: Written, events: Sequence[Event]) -> Opinion:
    """The two numbers, held against the question that the words next to them name."""
    asked = _question(passage.low, written, _written(passage))
    pairs = [(event, vote) for event in events for vote in event.votes]
    meant = [(e, v) for e, v in pairs if asked is None or asked.search(v.question.lower())]
    sides = _side(passage, written)
    if any(_same(written, vote, sides) for _, vote in meant or pairs):
        return opinion("supported", what, passage, events)
    held = Stated(written.start, written.end, written.text)
    return opinion("contradicted", held, passage, events, expected=tally(passage, events))


def tally(passage: Passage, events: Sequence[Event]) -> str:
    """The votes of events in words: "9 to 2 against"."""
    counts = [f"{v.yes} for, {v.no} against ({v.question})" for e in events for v in e.votes]
    return f"{event_line(events[0], passage)}: {'; '.join(counts)}"


def _question(low: str, written: Written, others: Sequence[Written]) -> re.Pattern[str] | None:
    """What was asked, by the words between this pair of numbers and the next."""
    following = min((o.start for o in others if o.start > written.start), default=len(low))
    leading = max((o.end for o in others if o.end < written.end), default=0)
    after, before = low[written.end : following], low[leading : written.start]
    for stretch in (after, before):
        hits = [(m.start(), asked) for said, asked in _QUESTIONS if (m := said.search(stretch))]
        if hits:
            return min(hits, key=lambda hit: hit[0])[1]
    return None


def _side(passage: Passage, written: Written) -> str | None:
    """What the first number is for, where number or verb tell."""
    if written.side:
        ascends = written.side == "against" and written.first.value < written.second.value
        return None if ascends else written.side
    after = passage.low[written.end : written.end + 100]
    if _OUTWEIGHED.search(after):
        return "against"
    if found := _THAT.match(after):
        denied = phrases.NEGATION.search(after, found.end())
        return "against" if denied else "for"
    near = passage.low[max(0, written.start - 60) : written.end + 60]
    against, favour = _AGAINST.search(near), _FOR.search(near)
    if bool(against) == bool(favour):
        return None
    descends = written.first.value >= written.second.value
    return ("against" if against else "for") if descends else None


def _same(written: Written, vote: Vote, side: str | None) -> bool:
    first, second = int(written.first.value), int(written.second.value)
    if side == "for":
        return (first, second) == (vote.yes, vote.no)
    if side == "against":
        return (first, second) == (vote.no, vote.yes)
    return {first, second} == {vote.yes, vote.no}


def _direction(
    passage: Passage, cue: Cue, what: Stated, events: Sequence[Event]
) -> Iterator[Opinion]:
    """For or against without numbers."""
    words = passage.low[cue.start : cue.clause.end]
    against, favour = bool(_AGAINST.search(words)), bool(_FOR.search(words))
    if against == favour and not against:
        return
    event = events[-1]
    divided = all(v.yes and v.no for v in event.votes)
    if divided and _UNANIMOUS.search(cue.clause.words):
        yield opinion("contradicted", what, passage, (event,), expected=tally(passage, (event,)))
        return
    carried = all(v.yes > v.no for v in event.votes)
    lost = all(v.no > v.yes for v in event.votes)
    if (against and lost) or (not against and carried):
        yield opinion("supported", what, passage, (event,))
    elif carried or lost:
        yield opinion("contradicted", what, passage, (event,), expected=tally(passage, (event,)))
