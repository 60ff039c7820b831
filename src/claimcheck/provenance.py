"""Where and when answers came from, for reports."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.model.evidence import Found, Lookup, Missing, Registered, Unavailable


def checked_at(answer: Lookup | None) -> str | None:
    """When an answer was learned, for reports; None where there is none."""
    if isinstance(answer, Found | Registered | Missing):
        return answer.checked_at.isoformat(timespec="seconds")
    return None


def via(answer: Lookup | None) -> str | None:
    """Through which service an answer came, or `cache`."""
    match answer:
        case Found() | Registered():
            return "cache" if answer.cached else answer.via
        case Missing():
            return "cache" if answer.cached else answer.via or answer.services[-1]
        case _:
            return None


def resting_on(answers: Iterable[Lookup]) -> tuple[str, ...]:
    """Notes on what a run rests on that was not asked now."""
    found = (a for a in answers if not isinstance(a, Unavailable) and a.via == "lock")
    locked = {answer.asked: answer for answer in found}.values()
    transcribed = [a for a in locked if isinstance(a, Found) and a.record.origin]
    notes = []
    if locked:
        oldest = min(a.checked_at for a in locked).date()
        rest = "1 record rests" if len(locked) == 1 else f"{len(locked)} records rest"
        notes.append(f"{rest} on the lock (oldest of {oldest}), not on Crossref.")
    if transcribed:
        share = "All" if len(transcribed) == len(locked) else str(len(transcribed))
        verb = "was" if share == "1" else "were"
        some = f"{share} of them {verb}" if len(locked) > 1 else "It was"
        notes.append(
            f"{some} transcribed from elsewhere, not fetched from a registry; `claimcheck lock` "
            "asks for what the registries say."
        )
    return tuple(notes)
