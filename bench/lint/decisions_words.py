"""What an event of the base is called in the slots of a sentence, for `decisions_gen`."""

from __future__ import annotations

from decisions_told import LAWFUL

from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def written(when: PartialDate) -> str:
    return f"{MONTHS[when.month - 1]} {when.year}"


ADVISED = {"for": "recommended", "against": "rejected"}


def opposite(position: str | None) -> str:
    return "against" if position == "for" else "for"


def alike(one: Event, other: Event) -> bool:
    """Whether a text may tell one kind of event as the other."""
    making_law = {"law", "programme", "refusal", "order"}
    toldalike = one.kind == other.kind or {one.kind, other.kind} <= making_law
    return toldalike or one.kind in {"access-scheme", "approval", "scheduling"}


def together(one: Event, other: Event) -> bool:
    """Whether two events share a treatment, who decided, or the place."""
    here = one.agency == other.agency or one.jurisdiction == other.jurisdiction
    return here or bool(set(one.compound) & set(other.compound))


def pairs(event: Event) -> list[tuple[str | None, str | None]]:
    """Each compound with an indication, as the event pairs them."""
    if len(event.compound) > 1 and len(event.compound) == len(event.indication):
        return list(zip(event.compound, event.indication, strict=True))
    return [(c, i) for c in event.compound or (None,) for i in event.indication or (None,)]


def lawful(event: Event) -> str:
    """What the law did, in words; empty where no template tells it."""
    local = any(
        w in event.agency for w in ("council", "mayor", "supervisors", "denver", "detroit", "dc-")
    )
    effect = event.effect[0] if event.effect else ""
    if (
        local
        or event.kind != "law"
        or (not event.compound and "{compound}" in LAWFUL.get(effect, ""))
    ):
        return ""
    return LAWFUL.get(effect, "")


def renamed(event: Event) -> tuple[str, str] | None:
    """The old and the new name of a company, where the event tells both."""
    if "renamed" not in event.summary:
        return None
    old, _, rest = event.summary.partition(" renamed ")
    return old.split(" (")[0], rest.split(";")[0].rstrip(".")


def tally(event: Event) -> str:
    if not event.votes:
        return ""
    vote = event.votes[-1]
    return f"{max(vote.yes, vote.no)} to {min(vote.yes, vote.no)}"


def carried(event: Event) -> bool:
    return event.votes[-1].yes > event.votes[-1].no
