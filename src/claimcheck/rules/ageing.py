"""CLM: claims that time has passed by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim
from claimcheck.model.events import Event
from claimcheck.model.findings import Problem, Severity
from claimcheck.rules.base import rule
from claimcheck.rules.problems import about

_DECISIONS = {
    "approval": {"approval", "refusal", "withdrawal", "label-change"},
    "designation": {"designation", "withdrawal"},
    "schedule": {"scheduling"},
    "availability": {"access-scheme", "law", "programme", "approval", "withdrawal"},
    "status": {"approval", "refusal", "withdrawal", "application", "acceptance", "readout"},
}
"""Kind of claim → kinds of events that can overtake it."""


@rule("CLM010", "stale-claim", Severity.WARNING)
def stale_claim(base: Base, today: date) -> Iterator[Problem]:
    """A claim is due for review, or a later decision may have overtaken it.

    Either its `review_by` has passed, or the regulatory record holds a decision of the kind the
    claim is about — same compound and agency or jurisdiction — that is later than its `as_of`.
    Look at it again and set `as_of` and `review_by` anew.

    Fires:
        claims:
        - id: a
          statement: The agency has not decided.
          kind: approval
          verdict: supported
          subject: {compound: drug, agency: fda}
          as_of: 2020-01-01
        events:
        - {id: e, date: 2020-06-01, agency: fda, jurisdiction: us, kind: refusal, compound: drug, summary: Refused.}

    Quiet:
        claims:
        - id: a
          statement: The agency has refused.
          kind: approval
          verdict: supported
          subject: {compound: drug, agency: fda}
          as_of: 2020-07-01
        events:
        - {id: e, date: 2020-06-01, agency: fda, jurisdiction: us, kind: refusal, compound: drug, summary: Refused.}
    """  # noqa: E501 - an event on one line reads best
    for claim in base.claims:
        if claim.review_by and claim.review_by.latest < today:
            message = f"claim `{claim.id}` was to be reviewed by {claim.review_by}"
            yield about(base, claim, message, "review_by")
        for event in _overtaking(base, claim, today):
            message = f"claim `{claim.id}` is as of {claim.as_of}; on {event.date}: {event.summary}"
            yield about(base, claim, message, "as_of", event=event.id)


def _overtaking(base: Base, claim: Claim, today: date) -> Iterator[Event]:
    """Events later than the claim that are of a kind to decide it."""
    kinds = _DECISIONS.get(claim.kind, set())
    subject = claim.subject
    if not kinds or not claim.as_of or not subject.compound:
        return
    for event in base.events_of_kinds(frozenset(kinds)):
        if not claim.as_of.latest < event.date.earliest <= today:
            continue
        same_place = {event.agency, event.jurisdiction} & {subject.agency, subject.jurisdiction}
        same_use = not (event.indication and subject.indication) or bool(
            set(event.indication) & set(subject.indication)
        )
        if same_place and same_use and set(event.compound) & set(subject.compound):
            yield event
