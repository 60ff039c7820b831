"""Who decided on what for whom: every pairing of a place, a treatment and a company in a clause."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import VERB
from claimcheck.statements.decisions.cues import Kind
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import Place, holders, places
from claimcheck.statements.decisions.subjects import Subject, Verb, subjects
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.decisions.tokens import purposes

_DECIDING: Collection[Kind] = ("approval", "refusal", "application", "hold", "hold-lifted")
_WHEN = lazy(r"\W*when\b")
_AND = lazy(r"(?:\b(?:and|but|then|plus)|[;,] with)\b")


@dataclass(frozen=True, slots=True)
class Party:
    """One pairing; every part but one may be empty."""

    place: Place
    subject: Subject
    holders: tuple[str, ...]

    def wanted(
        self, kinds: frozenset[str], designation: str | None = None, position: str | None = None
    ) -> Wanted:
        """The event of these kinds that they would be parties to."""
        return Wanted(
            kinds=kinds,
            compounds=self.subject.compounds,
            indications=self.subject.indications,
            agencies=self.place.agencies,
            places=self.place.jurisdictions,
            holders=self.holders,
            designation=designation,
            position=position,
        )


def parties(
    passage: Passage,
    cue: Cue,
    agencies: Collection[str] = (),
    *,
    bare: bool = False,
    whole: bool = False,
) -> Iterator[Party]:
    """The parties to what a cue announces; nothing where no treatment and no company is known.

    A place that the sentence only inherits is left out. `whole` lets classes of treatments pass.
    """
    held = holders(passage, cue.clause)
    treated = subjects(passage, cue.clause, bare=bare, verb=verb_of(passage, cue))
    if held and not any(s.start >= 0 and cue.clause.holds(s.start, s.end) for s in treated):
        treated = (Subject(indications=purposes(passage, cue.clause)),)
    for place in places(passage, cue.clause, agencies):
        for subject in treated:
            if whole or not subject.whole:
                yield Party(Place() if place.hinted else place, subject, held)


def verb_of(passage: Passage, cue: Cue) -> Verb | None:
    """The cue as a verb: active after an agency ("the board approved"), or passive; else None."""
    for mention in passage.mentions("agency", cue.clause):
        between = passage.low[mention.end : cue.start]
        if mention.end <= cue.start and phrases.ACTIVE.match(between):
            return Verb(cue.start, cue.end, active=True)
    if phrases.PASSIVE.search(cue.clause.words[: cue.start]):
        return Verb(cue.start, cue.end, active=False)
    return None


def near_first(passage: Passage, cue: Cue) -> tuple[Moment, ...]:
    """The dates of a cue's clause, the nearest to the cue first; else the date of its table row.

    None where the clause counts its date from another ("the next year").
    """
    if phrases.RELATIVE_DATE.search(cue.clause.words):
        return ()
    moments = tuple(m for m in passage.moments(cue.clause) if not _anothers(passage, cue, m))
    if not moments and passage.moments(cue.clause):
        return ()
    if counted := phrases.COUNTED_FROM.search(cue.clause.words):
        moments = tuple(m for m in moments if m.end <= counted.start())
        return _nearest_first(moments, cue)
    if not moments and _WHEN.match(passage.low, cue.clause.start):
        before = [c for c in passage.clauses if c.end <= cue.clause.start and not c.bracketed]
        moments = passage.moments(before[-1]) if before else ()
    if not moments and passage.row_date and not phrases.STATE.search(cue.clause.words):
        return (passage.row_date,)
    return _nearest_first(moments, cue)


def _anothers(passage: Passage, cue: Cue, moment: Moment) -> bool:
    """Whether a date stands with another decision of the clause, before the word for this one."""
    if _told_apart(passage, cue, moment):
        return True
    return cue.kind in _DECIDING and any(
        other.kind in _DECIDING
        and other.kind != cue.kind
        and other.clause is cue.clause
        and other.end <= moment.start
        and moment.end <= cue.start
        for other in passage.cues
    )


def _told_apart(passage: Passage, cue: Cue, moment: Moment) -> bool:
    """Whether an "and" parts a date from a cue: after it another verb stands before the date, or
    before it the date follows another designation."""
    low = passage.low
    if moment.start >= cue.end:
        joined = _AND.search(low, cue.end, moment.start)
        verbs = VERB.finditer(low, joined.end(), moment.start) if joined else ()
        names = passage.scope.own.mentions
        return any(all(v.end() <= n.start or n.end <= v.start() for n in names) for v in verbs)
    starts = {m.start for m in passage.mentions("designation", cue.clause)}
    other = cue.start in starts and min(starts) < moment.start
    return other and _AND.search(low, moment.end, cue.start) is not None


def _nearest_first(moments: Iterable[Moment], cue: Cue) -> tuple[Moment, ...]:
    return tuple(sorted(moments, key=lambda m: min(abs(m.start - cue.end), abs(cue.start - m.end))))
