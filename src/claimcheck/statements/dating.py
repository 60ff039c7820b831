"""Dates in a sentence that none of the records hold which seem to bear it out.

Figures and names that fit do not make it true that something was done when a sentence says: one is
called supported only where every date in it is one of which the records behind it tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from claimcheck.compare.folding import words
from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.findings import Suggestion
from claimcheck.model.quantity import Date, EffectSize, Fraction, Other, Percent, Points
from claimcheck.model.trials import Trial
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.findings import MONTHS
from claimcheck.statements.decisions.moments import dates_of, moment
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.facts import publications
from claimcheck.statements.trials.outcomes import family

_MONTH = lazy(
    r"\b(?i:in|since|until|till?|by|late|early|mid|of|from|to|through|during|before|after)[ -]"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!,? \d)"
)
_DUE = lazy(
    r"\b(?:must|ha(?:s|ve) to|have (?:access|started|begun)|should|shall|required|obliged|due|"
    r"deadline|expected|running)\b"
)
"""Before "by 2027": something else than what was done is to be done until then."""
_STEPS = attrgetter(
    "registered", "start", "primary_completion", "completion", "readout", "published"
)
_RESULT = (Percent, Points, EffectSize, Fraction)
_NAME_AND_YEAR = 40
"""Characters in which the author of a cited work stands before its year."""


def in_time(found: tuple[Opinion, ...], reading: Reading, records: Records) -> tuple[Opinion, ...]:
    """The opinions; none where all support a sentence that has a date of which the records behind
    them tell nothing, and one that a paper is cited under a year in which it was not out."""
    if not found or any(one.standing != "supported" for one in found):
        return found
    if odd := list(_miscited(found, reading, records)):
        return tuple(one for one in odd if one)[:1]
    written = [*reading.of(Date), *_months(reading)]
    days = list(_days(found, records)) if written else []
    done = [e.date.earliest for e in _events(found, records)]
    known = (any(_is_of(d, day) for day in days) or _is_past(d, done, reading) for d in written)
    return found if not days or all(known) else ()


def _miscited(
    found: Sequence[Opinion], reading: Reading, records: Records
) -> Iterator[Opinion | None]:
    """Works cited by an author and a year in which none of that author's on the trial came out;
    wrong of a result where no result was out then."""
    told = [q for q in reading.quantities if isinstance(q, _RESULT)]
    for cited in (q for q in reading.of(Other) if q.kind == "citation" and q.text[:4].isdigit()):
        year = int(cited.text[:4])
        before = reading.text[max(0, cited.start - _NAME_AND_YEAR) : cited.start]
        for one, trial in ((o, records.base.trial[ident]) for o in found for ident in o.trials):
            works = [w for w in map(records.base.reference.get, publications(trial)) if w]
            own = [w for w in works if w.issued and w.author and _is_by(w.author[0], before)]
            if own and all(w.issued and abs(w.issued.year - year) > 1 for w in own):
                out = [trial.dates.readout, trial.dates.published, *(w.issued for w in works)]
                early = year + 1 < min(d.year for d in out if d)
                result = any(one.start < q.end and q.start < one.end for q in told)
                yield _wrong(cited, own[0], trial) if early and result else None


def _is_by(author: Name, text: str) -> bool:
    return f" {' '.join(words(author.family or text))} " in f" {' '.join(words(text))} "


def _wrong(cited: Other, work: Reference, trial: Trial) -> Opinion:
    right = str(work.issued.year) if work.issued else ""
    return Opinion(
        standing="contradicted",
        start=cited.start,
        end=cited.end,
        found=cited.text,
        expected=right,
        message=f"draft: {cited.text}; {trial.name}: published {right}",
        trials=(trial.id,),
        references=(work.id,),
        suggestion=Suggestion(right),
    )


def _months(reading: Reading) -> Iterator[Date]:
    """The months without day or year ("in March")."""
    for one in _MONTH.finditer(reading.text):
        month = MONTHS.index(one["month"]) + 1
        start, end = one.span("month")
        yield Date(text=one["month"], start=start, end=end, year=None, month=month)


def _is_past(written: Date, done: Sequence[date], reading: Reading) -> bool:
    """Whether a limit ("by 2024", "after May") is on the right side of what was decided."""
    relation, span = moment(reading.low, written).relation, written.span
    if span is None or _DUE.search(reading.low, 0, written.start):
        return False
    return (relation == "by" and any(day <= span[1] for day in done)) or (
        relation == "after" and any(day >= span[0] for day in done)
    )


def _is_of(written: Date, day: PartialDate | Date) -> bool:
    """Whether a record's day is the written one, in all that is written."""
    if written.month and not day.month and not (isinstance(day, Date) and day.part):
        return False
    ours, span = written.span, day.span if isinstance(day, Date) else (day.earliest, day.latest)
    if not ours or not span:
        return written.month == day.month
    return ours[0] <= span[1] and span[0] <= ours[1]


def _events(found: Iterable[Opinion], records: Records) -> list[Event]:
    return [records.base.event[ident] for one in found for ident in one.events]


def _days(found: Sequence[Opinion], records: Records) -> Iterator[PartialDate | Date]:
    """The days of which the records tell on which opinions rest."""
    base = records.base
    for one in found:
        events = _events([one], records)
        for event in (*events, *(base.event[e.ended_by] for e in events if e.ended_by)):
            yield from _of_event(event)
        for trial in () if events else map(base.trial.__getitem__, one.trials):
            yield from _of_trial(trial, records)
        for claim in map(base.claim.__getitem__, one.claims):
            yield from _told(claim.statement, claim.correction, claim.quantity)
        works = (base.reference[ident].issued for ident in one.references)
        yield from (issued for issued in works if issued)


def _of_trial(trial: Trial, records: Records) -> list[PartialDate | Date]:
    return records.remembered(("days", trial.id), lambda: list(_found_of_trial(trial, records)))


def _found_of_trial(trial: Trial, records: Records) -> Iterator[PartialDate | Date]:
    """The days in the records of a trial and its follow-ups, their papers and decisions on them."""
    for one in family(trial, records):
        yield from (day for day in _STEPS(one.dates) if day)
        yield from _told(one.note, one.sizes.note, one.design.note)
        works = (records.base.reference.get(ref) for ref in publications(one))
        yield from (work.issued for work in works if work and work.issued)
        for event in records.base.events:
            if one.id in event.trial:
                yield from _of_event(event)


def _of_event(event: Event) -> Iterator[PartialDate | Date]:
    yield from dates_of(event)
    if event.until:
        yield event.until
    yield from _told(event.summary, event.note)


def _told(*texts: str | None) -> Iterator[Date]:
    yield from (q for text in texts if text for q in read(text) if isinstance(q, Date))
