"""Claims against the dated decisions of agencies, as far as both are structured.

Says nothing on forecasts, on "only" and "first", and on what no coverage statement closes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.events import Coverage, Event
from claimcheck.model.findings import Problem
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Date, Quantity, Vote
from claimcheck.quantity import agrees, reads_as
from claimcheck.rules.problems import about

EVENT_KINDS: Mapping[str, tuple[str, ...]] = {
    "approval": ("approval",),
    "designation": ("designation",),
    "schedule": ("scheduling",),
}
"""Kind of claim → kinds of events that decide it."""

_OPEN = re.compile(
    r"\b(?:may|might|can|could|will|would|should|likely|expected?|anticipated|possible|possibly"
    r"|potential(?:ly)?|soon|track|way|future|if|once|until|before|only|first|except|sole|yet"
    r"|pending|seek\w*|plan\w*|aim\w*|hop\w+|await\w*|appl\w+|submi\w+|under)\b",
    re.IGNORECASE,
)
"""Words that make a statement on a decision something else than a plain yes or no."""
_NEGATIVE = re.compile(
    r"\b(?:not|no|never|neither|nor|none|without|unapproved|reject\w*|refus\w*|declin\w*|den\w+"
    r"|turned down|withdr\w+)\b",
    re.IGNORECASE,
)
_SCHEDULE = re.compile(r"\b(?:Schedule|Class|List) (?:[IVX]+|\d{1,2}|[A-Z])\b")


@dataclass(frozen=True, slots=True)
class Register:
    """The decisions of a base by kind and compound, and what it lists completely."""

    base: Base
    events: Mapping[tuple[str, str], list[Event]]
    coverage: Mapping[tuple[str, str], list[Coverage]]
    schedules: Mapping[str, str]
    """Ids of schedules by their names."""

    @classmethod
    def of(cls, base: Base) -> Register:
        """Sort the events and the coverage of a base."""
        events: Mapping[tuple[str, str], list[Event]] = defaultdict(list)
        for event in base.events:
            for compound in event.compound:
                events[event.kind, compound].append(event)
        coverage: Mapping[tuple[str, str], list[Coverage]] = defaultdict(list)
        for closed in base.coverage:
            for kind in closed.kinds:
                for compound in closed.compound:
                    coverage[kind, compound].append(closed)
        terms = base.vocabulary.schedules
        names = {n.lower(): t.id for t in terms for n in (t.id, t.name, *t.synonyms, *t.exact)}
        return cls(base, dict(events), dict(coverage), names)

    def schedule(self, name: str) -> str:
        """The schedule that a name means, so that "Schedule III" and "III" are one."""
        low = name.lower()
        plain = low.removeprefix("schedule").strip(" -")
        return self.schedules.get(low, self.schedules.get(f"schedule {plain}", plain))


def conflicts(register: Register, claim: Claim) -> Iterator[Problem]:
    """What the regulatory record says against the verdict of a claim."""
    named = [e for name in claim.subject.event if (e := register.base.event.get(name))]
    if claim.verdict == "supported" and claim.quantity and named:
        yield from _figures(register.base, claim, named)
    if claim.kind == "schedule":
        yield from _schedules(register, claim)
    elif claim.kind in EVENT_KINDS:
        yield from _decision(register, claim)


def _figures(base: Base, claim: Claim, named: list[Event]) -> Iterator[Problem]:
    """Dates and votes of the events that the claim names."""
    for figure in reads_as(claim.quantity or "").main:
        if isinstance(figure, Date):
            dates = [date for event in named for date in (event.date, event.announced) if date]
            answers = [agrees(figure, date) for date in dates]
            shown = ", ".join(str(event.date) for event in named)
        elif isinstance(figure, Vote):
            votes = [vote for event in named for vote in _votes(event)]
            answers = [agrees(figure, vote) for vote in votes]
            shown = ", ".join(vote.text for vote in votes)
        else:
            continue
        if answers and all(answer is False for answer in answers):
            yield _problem(base, claim, named[0], figure, shown)


def _votes(event: Event) -> Iterator[Vote]:
    for vote in event.votes:
        text = f"{vote.yes} for, {vote.no} against"
        yes, no = Number.of(vote.yes), Number.of(vote.no)
        yield Vote(text=text, start=0, end=len(text), first=yes, second=no, side="for")


def _problem(base: Base, claim: Claim, event: Event, figure: Quantity, shown: str) -> Problem:
    return _against(
        base,
        claim,
        f"claim: {figure.text}; `{event.id}`: {shown}",
        event,
        path="quantity",
        found=figure.text,
        expected=shown,
    )


def _schedules(register: Register, claim: Claim) -> Iterator[Problem]:
    """The schedule in a statement against the one in force."""
    stated = _SCHEDULE.search(claim.statement)
    hedged = _NEGATIVE.search(claim.statement) or _OPEN.search(claim.statement)
    if stated is None or hedged or claim.verdict == "outdated":
        return
    for compound in claim.subject.compound:
        current = _latest(event for event in _fitting(register, claim, compound) if event.schedule)
        if current is None:
            continue
        same = register.schedule(current.schedule or "") == register.schedule(stated[0])
        if same is not (claim.verdict == "supported"):
            yield _against(
                register.base,
                claim,
                f"counts as {claim.verdict}: {stated[0]}; `{current.id}`: {current.schedule}",
                current,
                found=stated[0],
                expected=current.schedule,
            )


def _latest(events: Iterable[Event]) -> Event | None:
    return max(events, key=lambda event: event.date.earliest, default=None)


def _fitting(register: Register, claim: Claim, compound: str) -> Iterator[Event]:
    """The events of the claim's kind for a compound, by the same agency or in the same place."""
    for kind in EVENT_KINDS[claim.kind]:
        for event in register.events.get((kind, compound), ()):
            if _same_place(claim, event) and event.ended_by is None and event.until is None:
                yield event


def _same_place(claim: Claim, event: Event | Coverage) -> bool:
    subject = claim.subject
    if claim.kind != "schedule" and subject.agency:
        return subject.agency == event.agency
    return subject.jurisdiction is not None and subject.jurisdiction == event.jurisdiction


def _decision(register: Register, claim: Claim) -> Iterator[Problem]:
    """Approvals and designations that were given, or are known not to have been."""
    statement, subject = claim.statement, claim.subject
    if claim.verdict == "outdated" or _OPEN.search(statement) or not subject.compound:
        return
    given = [e for compound in subject.compound for e in _granted(register, claim, compound)]
    says_given = not _NEGATIVE.search(statement)
    supported = claim.verdict == "supported"
    if given and says_given is not supported:
        yield _given(register.base, claim, given[0])
    elif not given and says_given is supported and _is_closed(register, claim):
        yield _not_given(register.base, claim)


def _granted(register: Register, claim: Claim, compound: str) -> Iterator[Event]:
    wanted = frozenset(claim.subject.indication)
    for event in _fitting(register, claim, compound):
        same_use = not wanted or not event.indication or wanted & frozenset(event.indication)
        named = claim.kind != "designation" or _is_named(event.designation, claim.statement)
        if same_use and named:
            yield event


def _is_named(designation: str | None, statement: str) -> bool:
    return designation is None or designation.partition("-")[0] in statement.lower()


def _is_closed(register: Register, claim: Claim) -> bool:
    """Whether the record is complete for every compound of the claim, and for its use."""
    return all(
        any(_covers(closed, claim) for closed in _coverage(register, claim, compound))
        for compound in claim.subject.compound
    )


def _coverage(register: Register, claim: Claim, compound: str) -> Iterator[Coverage]:
    for kind in EVENT_KINDS[claim.kind]:
        for closed in register.coverage.get((kind, compound), ()):
            if _same_place(claim, closed):
                yield closed


def _covers(closed: Coverage, claim: Claim) -> bool:
    uses, names = claim.subject.indication, closed.designation
    if closed.indication and not (uses and set(uses) <= set(closed.indication)):
        return False
    return not names or any(_is_named(name, claim.statement) for name in names)


def _given(base: Base, claim: Claim, event: Event) -> Problem:
    found = f"counts as {claim.verdict}"
    return _against(
        base, claim, f"{found}, but `{event.id}` of {event.date}: {event.summary}", event
    )


def _not_given(base: Base, claim: Claim) -> Problem:
    kind = claim.kind
    message = (
        f"counts as {claim.verdict}, but the record of {kind}s, complete here, lists no such {kind}"
    )
    return _against(base, claim, message, None)


def _against(
    base: Base,
    claim: Claim,
    message: str,
    event: Event | None,
    *,
    path: str = "verdict",
    found: str | None = None,
    expected: str | None = None,
) -> Problem:
    return about(
        base,
        claim,
        message,
        path,
        found=found,
        expected=expected,
        event=event.id if event else None,
        reference=event.ref[0] if event and event.ref else None,
    )
