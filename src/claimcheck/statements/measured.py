"""What a sentence tells beyond the records that seem to bear it out: figures, phases, comparators.

That its names and its other figures fit does not make true what a sentence says of so many people,
of a share of them, or of so long after: it is called supported only where the records behind it
tell of all of these, of the phase it names, and of what it says a drug was compared with.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.quantity import (
    Count,
    Duration,
    Fraction,
    Percent,
    Phase,
    Points,
    Quantity,
    TimePoint,
)
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.quantity.compare import agrees
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.outcomes import family, is_share, share_of
from claimcheck.statements.trials.tallies import LEAST, numbers_of
from claimcheck.statements.trials.timepoints import same_time

_WHO = lazy(r"\s(?:of \w+ )?(?:were |was )?(?:women|men|female|male|white|black)\b")
"""After a share of people: who they were, of which records say little."""


def all_told(
    found: tuple[Opinion, ...], texts: Sequence[str], reading: Reading, records: Records
) -> tuple[Opinion, ...]:
    """The opinions; none where all support a sentence that tells more than records and texts."""
    if any(one.standing != "supported" for one in found):
        return found
    trials = [records.base.trial[ident] for one in found for ident in one.trials]
    if not _is_staged(trials, texts, reading):
        return ()
    if not trials or any(one.events for one in found):
        return found
    trials += [records.base.trial[i] for m in reading.scope.own.of("trial") for i in m.ids]
    starts, ends = {one.start for one in found}, {one.end for one in found}
    loose = [q for q in _figures(reading) if q.start not in starts and q.end not in ends]
    told = [q for text in texts if loose for q in read(text)]
    known = all(_is_of(q, told, trials, records) for q in loose)
    return found if known and _is_compared(trials, texts, reading, records) else ()


def _figures(reading: Reading) -> Iterator[Quantity]:
    """The figures that are of people, of a share of them, or, beside a result, a time."""
    own = reading.scope.own
    results = [q for q in reading.quantities if isinstance(q, Percent | Points)]
    yield from (q for q in results if not _WHO.match(reading.low, q.end))
    for q in reading.quantities:
        match q:
            case Count(noun="participant", bound="exact") if q.value.value >= LEAST:
                yield q
            case Duration() | TimePoint() if q.days >= 1:
                if results or reading.of(Fraction) or own.of("outcome") or own.of("scale"):
                    yield q


def _is_of(
    q: Quantity, told: Sequence[Quantity], trials: Sequence[Trial], records: Records
) -> bool:
    """Whether the records of trials have a figure anywhere, or tell of it in words."""
    every = [o for t in trials for one in family(t, records) for o in one.outcomes]
    if isinstance(q, Duration | TimePoint):
        times = (*(t.text for t in told), *(o.timepoint for o in every))
        return any(same_time(q, time) for time in times)
    if isinstance(q, Count) and any(q.value.value in numbers_of(t, records) for t in trials):
        return True
    known = [*told, *(o.value for o in every if o.value)]
    shares = (share_of(o) for o in every if is_share(o) and not isinstance(q, Count))
    return any(agrees(q, one) for one in known) or any(agrees(q, share) for share in shares)


def _is_compared(
    trials: Sequence[Trial], texts: Sequence[str], reading: Reading, records: Records
) -> bool:
    """Whether records tell of whatever is named that trials only compare their drugs with."""
    given = {i for t in records.base.trials for i in records.given(t)}
    beside = given.difference(records.trials_by_compound)
    named = [m for m in reading.scope.own.of("compound") if beside & set(m.ids)]
    known = {ident for trial in trials for ident in records.given(trial)}
    known |= {i for text in texts if named for m in records.names.find(text) for i in m.ids}
    related = records.compounds.related
    return all(any(related(i, k) for i in m.ids for k in known) for m in named)


def _is_staged(trials: Sequence[Trial], texts: Sequence[str], reading: Reading) -> bool:
    """Whether every phase is that of a trial on which opinions rest, or told with them."""
    phases = reading.of(Phase)
    known = {trial.phase for trial in trials if trial.phase}
    known |= {q.value for text in texts if phases for q in read(text) if isinstance(q, Phase)}
    return not known or all(any(same_phase(p.value, k) for k in known) for p in phases)
