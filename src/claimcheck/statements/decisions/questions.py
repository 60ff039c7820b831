"""A clause that looks ahead as a question to the timeline: which events would fulfil it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.statements.decisions.ahead import Ahead
from claimcheck.statements.decisions.approvals import other_purpose
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import Place, holders, places
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.decisions.tokens import purposes


@dataclass(frozen=True, slots=True)
class Question:
    """A clause that looks ahead, and the words in it that name a topic."""

    passage: Passage
    cue: Cue
    ahead: Ahead

    @property
    def words(self) -> str:
        """The clause."""
        return self.cue.clause.words


Finder = Callable[[Question], Iterable[Event]]


def fitting(
    kinds: Collection[str], *, placed: bool = False, anybody: bool = False, purpose: bool = False
) -> Finder:
    """Events of these kinds that have everything the clause names.

    `placed` asks that the clause say where or by whom; `anybody` lets the decider differ (an
    applicant files, an agency accepts); `purpose` passes over a purpose that no name stands for.
    """
    wanted_kinds = frozenset(kinds)

    def find(asked: Question) -> Iterator[Event]:
        passage, cue = asked.passage, asked.cue
        if purpose and not purposes(passage, cue.clause) and other_purpose(passage, cue):
            return
        for wanted in wanteds(passage, cue, wanted_kinds, anybody=anybody):
            if wanted.agencies or wanted.places or wanted.holders or not placed:
                yield from passage.timeline.find(wanted)

    return find


def wanteds(
    passage: Passage, cue: Cue, kinds: frozenset[str], *, anybody: bool = False
) -> Iterator[Wanted]:
    """What the clause asks of an event of some kinds, one for each place and treatment."""
    held = holders(passage, cue.clause)
    treated = subjects(passage, cue.clause, bare=True)
    if held and not any(s.start >= 0 and cue.clause.holds(s.start, s.end) for s in treated):
        treated = (Subject(indications=purposes(passage, cue.clause)),)
    deciders = {e.agency for e in passage.timeline.of(kinds)}
    for place in (Place(),) if anybody else places(passage, cue.clause, deciders):
        for subject in treated:
            if subject.whole and (not subject.own or _single(passage, subject)):
                continue
            if place.vague or subject.negated or not (subject.compounds or held):
                continue
            yield Wanted(
                kinds=kinds,
                compounds=subject.compounds,
                indications=subject.indications,
                agencies=place.agencies,
                places=place.jurisdictions,
                holders=held,
            )


def _single(passage: Passage, subject: Subject) -> bool:
    """Whether the word for a class means one treatment ("the psychedelic")."""
    one = not passage.low[subject.start : subject.end].endswith("s")
    return one and passage.low[: subject.start].endswith("the ")
