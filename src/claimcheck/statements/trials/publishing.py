"""When a trial was reported, when it began, and under which number it is registered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Literal

from claimcheck.model.dates import PartialDate
from claimcheck.model.quantity import Date
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.moments import same_date
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import SILENT, Check, Single
from claimcheck.statements.trials.journals import journal_facts
from claimcheck.statements.trials.line import Line

_PUBLISHED = lazy(
    r"\b(?:publish\w*|publication|appear\w* (?:in|on)|prints|carried|journal|paper|printed|"
    r"came out|out in)\b"
)
_READ_OUT = lazy(
    r"\b(?:announc\w+|report(?:ed|s)?|topline|top-line|readout|read out|findings|unveiled|released|"
    r"results (?:came|were))\b"
)
_RESULTS = lazy(r"\b(?:results|data)\b")
_STARTED = lazy(
    r"\b(?:start(?:ed|s)?|began|begun|launch(?:ed|es)?|first (?:patient|participant)|kicked off|"
    r"got under way|(?:trial|study|pilot|recruitment|enrol\w*|it|which|doors) (?:\w+ )?opened)\b"
)
_OTHER_EVENT = lazy(
    r"\b(?:designat\w+|approv\w+|reject\w+|submi\w+|voted?|retract\w+|completed|ended|follow-up|"
    r"from (?:\w+ )?(?=(?:19|20)\d\d)|"
    r"until|since|founded|recruit\w+|enrol\w+|fda|press release|preprint|protocol|registered|"
    r"presented|"
    r"planned|\d+-(?:week|month|year)|long-term|part [b-d]\b|"
    r"conference|congress|shares|acquir\w+|renam\w+|by then|between|secondary|analysis|"
    r"sub-?study)\b"
)
_TO_COME = lazy(
    r"\b(?:should|will|expect\w*|due|hop\w+|plan\w*|set) (?:to )?(?:report|read out|finish|end|"
    r"publish|complete|follow|be (?:published|out|done|finished|complete\w*))\b[^.;,]{0,12}\Z"
)
"""Before a date on which nothing began, though something else did before it."""
_REGISTRY = lazy(r"\b(NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|NTR\d+)\b", re.IGNORECASE)
_FIRST_NEWS = lazy(r"\b(?:endpoint|top-?line|announc\w+|press|disclos\w+|interim)\b")
"""Beside a date: that of a first result, which is not yet a paper."""
_APPEARED = lazy(r"\b(?:publi\w+|appear\w*|came out|online|in print)\b")
_PRINTED = lazy(r"\b(?:print(?:ed|s)?|journal|paper|article|issue|peer[- ]review\w*)\b")
_TOPLINE = lazy(
    r"\b(?:top-?line|announc\w+|first results|press|readout|read out|unveil\w+|preprint|company|"
    r"online|ahead of print)\b"
)
_OF_PAGE = lazy(r"\W*(?:first |last |originally )?(?:published|posted|updated)(?: on| online)?:")
"""A line that dates the page itself: "Published: 1 March 2026"."""
_ANOTHER_PAPER = lazy(
    r"\b(?:final|second|third|later|further|another|longer|fuller|companion|separate|subsequent) "
    r"(?:report|paper|article|publication)s?\b"
)
"""A report of a trial that may not be the one on record."""
_LATER = 300
"""Days after the first result from which a paper is no matter of online and print."""
Event = Literal["published", "announced", "printed", "started"]


def publishing_facts(line: Line) -> Iterator[Single]:
    """Journal, date of publication or start, registry number."""
    when_and_where = (*journal_facts(line), *_dates(line))
    if _ANOTHER_PAPER.search(line.low):
        when_and_where = tuple(Single(s.fact, _not_wrong(s.recorded)) for s in when_and_where)
    yield from when_and_where
    for found in _REGISTRY.finditer(line.text):
        if _named_otherwise(line, found.span()):
            yield stated(line, found, partial(_registered, found.group().upper()))


def _not_wrong(recorded: Callable[[Trial], Check]) -> Callable[[Trial], Check]:
    """The same, but that the record knows nothing of what it has otherwise."""

    def known(trial: Trial) -> Check:
        check = recorded(trial)
        return SILENT if check.agrees is False else check

    return known


def _named_otherwise(line: Line, span: tuple[int, int]) -> bool:
    """Whether the sentence names the trial, and no other, by more than its number."""
    numbered = [found.span() for found in _REGISTRY.finditer(line.text)]
    trials = [m for m in line.trial_names if (m.start, m.end) not in numbered]
    named = (*trials, *line.scope.own.of("sponsor"))
    others = {(m.kind, m.ids) for m in named if m.end <= span[0] or m.start >= span[1]}
    return bool(others) and len(others) == len({kind for kind, _ in others})


def _registered(number: str, trial: Trial) -> tuple[bool, str] | None:
    if not trial.registry:
        return None
    return number in {r.upper() for r in trial.registry}, listed(list(trial.registry))


def _dates(line: Line) -> Iterator[Single]:
    if line.scope.block.kind == "paragraph" and _OF_PAGE.match(line.scope.text.lower()):
        return
    for date in line.of(Date):
        event = _event(line, date)
        if date.year and not date.part and event:
            yield stated(line, date, partial(_dated, line.records, date, event), detail=1)


def _event(line: Line, date: Date) -> Event | None:
    """What is said to have happened on a date, by the words around it."""
    ahead = 110 if date.start < 12 else 45
    low = line.unnamed
    around = low[max(0, date.start - 70) : date.end + ahead]
    last = max((d.end for d in line.of(Date) if d.end <= date.start), default=0)
    last = max(last, low.rfind(";", 0, date.start) + 1)
    own = low[last : date.start]
    if last and any(p.search(own) for p in (_STARTED, _PUBLISHED, _READ_OUT, _RESULTS)):
        around = own  # each of several dates has its event
    if _OTHER_EVENT.search(around) or _TO_COME.search(low[: date.start]):
        return None
    if _STARTED.search(around):
        return "started"
    if not _PUBLISHED.search(around) and not _READ_OUT.search(around):
        return None
    paper = _PRINTED.search(line.low) or any(journal_facts(line))
    if paper and not _TOPLINE.search(line.low):
        return "printed"
    first = _FIRST_NEWS.search(around) and not _APPEARED.search(around)
    return "announced" if first else "published"


def _dated(records: Records, date: Date, event: Event, trial: Trial) -> tuple[bool, str] | None:
    known = [trial.dates.start] if event == "started" else list(_reported(trial, records))
    if event == "printed" and _comes_later(trial):
        known = [d for d in known if d != trial.dates.readout]
    dates = [d for d in known if d]
    answers = [same_date(date, d) for d in dates]
    if True in answers:
        return True, listed([str(d) for d in dates])
    if not dates or None in answers:
        return None
    if (
        event == "announced"
        and trial.dates.readout in {None, trial.dates.published}
        and _is_before(date, dates)
    ):
        return None  # a first result that no record dates
    return False, f"{event} {listed([str(d) for d in dates])}"


def _is_before(date: Date, known: Sequence[PartialDate]) -> bool:
    return date.when is not None and any(date.when.latest < day.earliest for day in known)


def _comes_later(trial: Trial) -> bool:
    """Whether the paper came long after the first result, so that its date is another."""
    first, paper = trial.dates.readout, trial.dates.published
    return first is not None and paper is not None and (paper.earliest - first.latest).days > _LATER


def _reported(trial: Trial, records: Records) -> Iterator[PartialDate | None]:
    """The days on which results of a trial came out."""
    yield trial.dates.readout
    yield trial.dates.published
    for publication in trial.publications:
        reference = records.base.reference.get(publication.ref)
        if reference:
            yield reference.issued
    for event in records.readouts.get(trial.id, ()):
        yield event.date
