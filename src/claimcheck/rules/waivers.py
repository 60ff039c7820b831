"""CLM: the waivers by which curators accept a finding."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain

from claimcheck.hints import did_you_mean
from claimcheck.model.base import Base, Entry, FieldPath
from claimcheck.model.claims import Citation, Claim, Waiver
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.works import Printed, Reference
from claimcheck.rules.base import rule


@rule("CLM011", "expired-waiver", Severity.ERROR)
def expired_waiver(base: Base, today: date) -> Iterator[Problem]:
    """A waiver has run out.

    What it covered counts again. Mend the cause, or give the waiver a new date and a reason.

    Fires:
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: unchecked
          waivers: [{rule: unsourced-claim, reason: asked the authors, until: 2020-01-01}]

    Quiet:
        claims:
        - id: a
          statement: Ten took part.
          kind: size
          verdict: unchecked
          waivers: [{rule: unsourced-claim, reason: asked the authors, until: 2999-01-01}]
    """
    for entry, path, waiver in _waivers(base):
        if waiver.until and waiver.until.latest < today:
            message = f"the waiver of {waiver.rule} ended on {waiver.until} ({waiver.reason})"
            yield Problem(where=base.at(entry, *path, "until"), message=message)


def unknown_rules(base: Base, names: Collection[str]) -> Iterator[Problem]:
    """Waivers of a rule that is not among these codes and names; stamped as `unknown-id`."""
    for entry, path, waiver in _waivers(base):
        if waiver.rule not in names:
            yield Problem(
                where=base.at(entry, *path, "rule"),
                message=f"rule `{waiver.rule}` does not exist{did_you_mean(waiver.rule, names)}",
                text=waiver.rule,
            )


def _waivers(base: Base) -> Iterator[tuple[Entry, FieldPath, Waiver]]:
    """Every waiver of a base with the entry it stands in and the path to it."""
    holders: Iterator[Claim | Reference] = chain(base.claims, base.references)
    for holder in holders:
        for position, waiver in enumerate(holder.waivers):
            yield holder, ("waivers", position), waiver
    for reference in base.references:
        yield from _inner(reference, "as_printed", reference.as_printed)
    for article in base.articles:
        yield from _inner(article, "citations", article.citations)


def _inner(
    entry: Entry, key: str, parts: Iterable[Printed | Citation]
) -> Iterator[tuple[Entry, FieldPath, Waiver]]:
    for index, part in enumerate(parts):
        for position, waiver in enumerate(part.waivers):
            yield entry, (key, index, "waivers", position), waiver
