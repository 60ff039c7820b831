"""Where, when and by whom a trial was reported or run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck.model.quantity import Date
from claimcheck.model.trials import Trial
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import DesignFact, Recorded
from claimcheck.statements.trials.facts import listed

_PUBLISHED = re.compile(
    r"\b(?:publish\w*|appear\w* in|report(?:ed|ing) in|journal|paper|printed in)\b"
)
_READ_OUT = re.compile(
    r"\b(?:announc\w+|report\w+|topline|top-line|results|data|readout|findings)\b"
)
_STARTED = re.compile(r"\b(?:start\w*|began|launch\w*|first (?:patient|participant)|kicked off)\b")
_REGISTRY = re.compile(r"\b(NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14}|NTR\d+)\b", re.IGNORECASE)


def publishing_facts(reading: Reading, records: Records) -> Iterator[DesignFact]:
    """Journal, date of publication or start, registry number."""
    yield from _journals(reading, records)
    yield from _dates(reading)
    for found in _REGISTRY.finditer(reading.text):
        if not _named_otherwise(reading, found.span()):
            continue
        yield DesignFact(*found.span(), found.group(), _registered(found.group().upper()))


def _named_otherwise(reading: Reading, span: tuple[int, int]) -> bool:
    """Whether the sentence names the trial by more than this number."""
    own = reading.scope.own
    named = (*own.of("trial"), *own.of("author"), *own.of("sponsor"))
    return any(m.end <= span[0] or m.start >= span[1] for m in named)


def _registered(number: str) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        if not trial.registry:
            return None
        return number in {r.upper() for r in trial.registry}, listed(list(trial.registry))

    return recorded


@cache
def _journal_pattern(records: Records) -> re.Pattern[str] | None:
    names = {
        title
        for trial in records.base.trials
        for p in trial.publications
        if (ref := records.base.reference.get(p.ref)) and (title := ref.container_title)
    }
    if not names:
        return None
    words = sorted(names, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:the )?({'|'.join(map(re.escape, words))})(?!\w)")


def _journals(reading: Reading, records: Records) -> Iterator[DesignFact]:
    pattern = _journal_pattern(records)
    if pattern is None:
        return
    for found in pattern.finditer(reading.text):
        name = found.group(1)
        follows = reading.text[found.end() :].lstrip()
        if (
            len(name) < 7
            and name.isalpha()
            and name[1:].islower()
            and not _PUBLISHED.search(reading.low)
        ):
            continue  # "Nature", "Science": also ordinary words
        if follows[:1].isupper() and not follows[:3].istitle():
            continue
        yield DesignFact(*found.span(1), name, _journal(name))


def _journal(name: str) -> Recorded:
    def recorded(trial: Trial, records: Records) -> tuple[bool, str] | None:
        titles = [
            ref.container_title
            for p in trial.publications
            if (ref := records.base.reference.get(p.ref)) and ref.container_title
        ]
        if not titles:
            return None
        plain = _plain(name)
        return any(_plain(title) == plain for title in titles), listed(titles)

    return recorded


def _plain(title: str) -> str:
    return title.lower().removeprefix("the ").replace("&", "and")


def _dates(reading: Reading) -> Iterator[DesignFact]:
    for date in reading.of(Date):
        if date.year is None or date.part:
            continue
        around = reading.low[max(0, date.start - 60) : date.end + 40]
        if _STARTED.search(around):
            yield DesignFact(date.start, date.end, date.text, _started(date))
        elif _PUBLISHED.search(around) or _READ_OUT.search(around):
            yield DesignFact(date.start, date.end, date.text, _published(date))


def _same_date(stated: Date, recorded: object) -> bool:
    when = stated.when
    if when is None or recorded is None:
        return False
    precision = 3 if when.day else 2 if when.month else 1
    theirs = [p for p in str(recorded).split("-") if p]
    ours = str(when).split("-")
    shared = min(precision, len(theirs))
    return ours[:shared] == theirs[:shared]


def _published(date: Date) -> Recorded:
    def recorded(trial: Trial, records: Records) -> tuple[bool, str] | None:
        issued = [
            ref.issued
            for p in trial.publications
            if (ref := records.base.reference.get(p.ref)) and ref.issued
        ]
        known = [d for d in (trial.dates.readout, trial.dates.published, *issued) if d]
        if not known:
            return None
        return any(_same_date(date, d) for d in known), listed([str(d) for d in known])

    return recorded


def _started(date: Date) -> Recorded:
    def recorded(trial: Trial, _: Records) -> tuple[bool, str] | None:
        start = trial.dates.start
        return None if start is None else (_same_date(date, start), f"started {start}")

    return recorded
