"""Dates in a sentence that none of the records hold which seem to bear it out.

Figures and names that fit do not make it true that something was done when a sentence says: one is
called supported only where every date in it is one of which the records behind it tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from claimcheck.compare.folding import words
from claimcheck.model.dates import PartialDate
from claimcheck.model.findings import Suggestion
from claimcheck.model.quantity import Date, EffectSize, Fraction, Other, Percent, Points
from claimcheck.model.trials import Trial
from claimcheck.model.works import Reference
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions.findings import MONTHS
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.facts import publications
from claimcheck.statements.trials.outcomes import family

_MONTH = lazy(
    r"\b(?i:in|since|until|till?|by|late|early|mid|of|from|to|through|during|before|after)[ -]"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!,? \d)"
)
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
    known = (any(_is_of(one, day) for day in days) for one in written)
    return found if not days or all(known) else ()


def _miscited(
    found: Sequence[Opinion], reading: Reading, records: Records
) -> Iterator[Opinion | None]:
    """Works cited by an author and a year in which none of that author's on the trial came out;
    wrong of a result where no result was out then."""
    told = [q for q in reading.quantities if isinstance(q, _RESULT)]
    for cited in (q for q in reading.of(Other) if q.kind == "citation" and q.text[:4].isdigit()):
        year = int(cited.text[:4])
        before = {*words(reading.text[max(0, cited.start - _NAME_AND_YEAR) : cited.start])}
        for one, trial in ((o, records.base.trial[ident]) for o in found for ident in o.trials):
            works = [w for w in map(records.base.reference.get, publications(trial)) if w]
            dated = [w for w in works if w.issued and w.author]
            own = [w for w in dated if {*words(w.author[0].family or cited.text)} <= before]
            if own and all(w.issued and abs(w.issued.year - year) > 1 for w in own):
                out = [trial.dates.readout, trial.dates.published, *(w.issued for w in works)]
                early = year + 1 < min(d.year for d in out if d)
                result = any(one.start < q.end and q.start < one.end for q in told)
                yield _wrong(cited, own[0], trial) if early and result else None


def _wrong(cited: Other, work: Reference, trial: Trial) -> Opinion:
    right = str(work.issued.year) if work.issued else ""
    told = f"draft: {cited.text}; {trial.name}: published {right}"
    found = Opinion(standing="contradicted", start=cited.start, end=cited.end, found=cited.text)
    found = replace(found, expected=right, message=told, suggestion=Suggestion(right))
    return replace(found, trials=(trial.id,), references=(work.id,))


def _months(reading: Reading) -> Iterator[Date]:
    """The months without day or year ("in March")."""
    for one in _MONTH.finditer(reading.text):
        month = MONTHS.index(one["month"]) + 1
        yield Date(text=one["month"], start=one.start(), end=one.end(), year=None, month=month)


def _is_of(written: Date, day: PartialDate | Date) -> bool:
    """Whether a record's day is the written one, in all that is written."""
    if written.month and not day.month and not (isinstance(day, Date) and day.part):
        return False
    ours, span = written.span, day.span if isinstance(day, Date) else (day.earliest, day.latest)
    if not ours or not span:
        return written.month == day.month
    return ours[0] <= span[1] and span[0] <= ours[1]


def _days(found: Sequence[Opinion], records: Records) -> Iterator[PartialDate | Date]:
    """The days of which the records tell on which opinions rest."""
    base = records.base
    events = [base.event[ident] for one in found for ident in one.events]
    rests = [base.trial[ident] for one in found if not one.events for ident in one.trials]
    trials = [one for trial in rests for one in family(trial, records)]
    claims = [base.claim[ident] for one in found for ident in one.claims]
    refs = [ref for one in found for ref in one.references]
    refs += [ref for t in trials for ref in publications(t)]
    events += [base.event[e.ended_by] for e in events if e.ended_by]
    events += [e for e in base.events if any(t.id in e.trial for t in trials)]
    dates = [base.reference[ref].issued for ref in refs]
    dates += [day for t in trials for day in _STEPS(t.dates)]
    dates += [day for e in events for day in (e.date, e.announced, e.until)]
    texts = [x for c in claims for x in (c.statement, c.correction, c.quantity)]
    texts += [x for t in trials for x in (t.note, t.sizes.note, t.design.note)]
    texts += [x for e in events for x in (e.summary, e.note)]
    yield from (day for day in dates if day)
    yield from (q for text in texts if text for q in read(text) if isinstance(q, Date))
