"""DFT: sentences of a draft against the base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.model.drafts import Suppression
from claimcheck.model.findings import Problem, Severity
from claimcheck.model.place import Location
from claimcheck.rules.base import rule
from claimcheck.rules.replacing import replacement

if TYPE_CHECKING:  # a draft that has not changed is reported without any of what judges it
    from claimcheck.statements.arithmetic import Slip
    from claimcheck.statements.consistency import Clash
    from claimcheck.statements.nouns import Judged, Opinion, Standing
    from claimcheck.statements.scope import Scope

_LOWER = {Severity.ERROR: Severity.WARNING, Severity.WARNING: Severity.INFO}


@rule("DFT001", "contradicted", Severity.ERROR)
def contradicted(judged: Judged, base: Base) -> Iterator[Problem]:
    """The draft says otherwise than the trial or decision it writes about.

    A size, a rate, an effect, a design, a date, an approval: the base holds the record, and the
    sentence does not agree with it. The message shows both sides and the source to cite.

    Fires:
        COMP001 randomised 323 people with treatment-resistant depression.

    Quiet:
        COMP001 randomised 233 people with treatment-resistant depression.
    """
    yield from _problems(judged, base, "contradicted", Severity.ERROR)


@rule("DFT002", "outdated", Severity.ERROR)
def outdated(judged: Judged, base: Base) -> Iterator[Problem]:
    """The draft was right once, or expected something that has been decided since.

    The date of the draft says what counts as later: its front matter, a dateline, `--as-of`, or
    today.

    Fires:
        MDMA-assisted therapy is on track for FDA approval in 2024.

    Quiet:
        In August 2024 the FDA declined to approve MDMA-assisted therapy for PTSD.
    """
    yield from _problems(judged, base, "outdated", Severity.ERROR)


@rule("DFT003", "unsourced", Severity.WARNING)
def unsourced(judged: Judged, base: Base) -> Iterator[Problem]:
    """A figure or a status has no citation, and nothing in the base backs it.

    Cite the work it comes from, in the sentence or at the end of its paragraph.

    Fires:
        Studies show that psilocybin brings remission to 83% of patients with depression.

    Quiet:
        Ibogaine brought remission to 83% of patients (Smith et al., 2020).
    """
    if judged.verdict == "unsourced" or not judged.cited:
        found = tuple(_problems(judged, base, "unsourced", Severity.WARNING))
        yield from found if len(found) < 2 else (_together(found),)


@rule("DFT009", "supported", Severity.INFO)
def supported(judged: Judged, base: Base) -> Iterator[Problem]:
    """The base backs the sentence; the message names the source to cite.

    Reported with `--all` only, so that writers can add citations.

    Fires:
        COMP001 randomised 233 people with treatment-resistant depression.

    Quiet:
        Mushrooms grow in many places.
    """
    if judged.verdict == "supported":
        yield from _problems(judged, base, "supported", Severity.INFO)


@rule("DFT010", "cited", Severity.INFO)
def cited(judged: Judged, base: Base) -> Iterator[Problem]:
    """The sentence can be checked, is not in the base, and has a citation that answers for it.

    Reported with `--all` only.

    Fires:
        Ibogaine brought remission to 83% of patients (Smith et al., 2020).

    Quiet:
        Mushrooms grow in many places.
    """
    if judged.verdict == "cited":
        yield from _problems(judged, base, "unsourced", Severity.INFO, "has a citation of its own")


@dataclass(frozen=True, slots=True)
class Slipped:
    """Figures of a sentence that cannot be right together."""

    scope: Scope
    slip: Slip


@rule("DFT006", "impossible-figure", Severity.ERROR)
def impossible_in_draft(slipped: Slipped) -> Iterator[Problem]:
    """Figures in a sentence cannot be right together: the arithmetic does not work out.

    A percentage beside the counts it is made of, a part larger than its whole, a percentage that
    no number out of so few people gives, a p value above 1, an interval that does not hold its
    estimate. One of the figures was misread or mistyped: look it up in the source.

    Fires:
        In all, 12 of 24 participants (75%) had a response.

    Quiet:
        In all, 18 of 24 participants (75%) had a response.
    """
    scope, slip = slipped.scope, slipped.slip
    yield Problem(
        where=_within(scope, slip.start, slip.end),
        message=slip.message,
        text=scope.text,
        found=slip.found,
        expected=slip.expected,
        severity=Severity.WARNING if scope.quoted else None,
    )


@rule("DFT007", "inconsistent", Severity.WARNING)
def inconsistent(clash: Clash) -> Iterator[Problem]:
    """A draft gives two figures for one thing: it contradicts itself.

    The same step of the same trial, or the same outcome of the same group at the same time; or
    remission more often than response. One of them is wrong, whatever the base knows of it.

    Fires:
        In COMP001, 233 participants were randomised.

        Later on, COMP001 is said to have randomised 216 participants.

    Quiet:
        In COMP001, 233 participants were randomised.

        In COMP005, 258 participants were randomised.
    """
    first, second = clash.first, clash.second
    other = _within(first.scope, first.start, first.end)
    why = f": {clash.why}" if clash.why else ""
    yield Problem(
        where=_within(second.scope, second.start, second.end),
        message=f"“{second.words}” here, but “{first.words}” in line {other.line}{why}",
        text=second.scope.text,
        found=second.words,
        expected=first.words,
        trial=second.trial,
        related=((other, "the other figure"),),
        severity=Severity.INFO if second.scope.quoted else None,
    )


WITHIN_RULES = (impossible_in_draft, inconsistent)
"""Over what a draft says in itself."""


DRAFT_RULES = (contradicted, outdated, unsourced)
"""Over a judged sentence of a draft."""

REMARKS = (supported, cited)
"""Over a judged sentence, on demand: what is good."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What became of a suppression comment."""

    idle: tuple[str, ...] = ()
    """The rules it names, or `anything`, for which it silences nothing."""
    unknown: tuple[str, ...] = ()
    """The words in its brackets that mean no rule."""
    ran_out: bool = False
    missed: bool = False
    """It has run out, and what it silenced is reported again."""


@rule("DFT008", "unused-suppression", Severity.WARNING)
def unused_suppression(suppression: Suppression, use: Use) -> Iterator[Problem]:
    """A suppression comment silences nothing, has run out, or cannot be understood.

    Comments that outlive their cause hide the next fault. Remove it, or what it names in vain.
    Every comment gives a reason: `<!-- claimcheck: ignore[outdated] reason="a history" -->`.

    Fires:
        <!-- claimcheck: ignore[contradicted] reason="an old figure" -->
        Mushrooms grow in many places.

    Quiet:
        <!-- claimcheck: ignore[contradicted] reason="an old figure" -->
        COMP001 randomised 323 people with treatment-resistant depression.
    """
    if suppression.fault:
        messages = [f"this suppression cannot be used: {suppression.fault}"]
    elif use.ran_out:
        again = ", and what it silenced is reported again" if use.missed else ""
        messages = [f"this suppression ran out on {suppression.until}{again}"]
    else:
        messages = [f"no rule is called {word}" for word in use.unknown]
        if use.idle:
            messages.append(f"nothing to suppress here for {', '.join(use.idle)}")
    for message in messages:
        yield Problem(where=suppression.place, message=message, text=suppression.reason or "")


def _within(scope: Scope, start: int, end: int) -> Location:
    """The place of a stretch of a sentence."""
    begin = scope.sentence.start
    return scope.document.place(scope.block, begin + start, begin + end)


def _problems(
    judged: Judged, base: Base, standing: Standing, level: Severity, remark: str = ""
) -> Iterator[Problem]:
    """A problem for every opinion of one standing; what is quoted counts one level lower."""
    lowered = _LOWER.get(level) if judged.scope.quoted else None
    for opinion in judged.opinions:
        if opinion.standing == standing:
            yield _problem(judged, base, opinion, lowered, remark)


def _problem(
    judged: Judged, base: Base, opinion: Opinion, severity: Severity | None, remark: str
) -> Problem:
    reference = base.reference.get(opinion.references[0]) if opinion.references else None
    return Problem(
        where=judged.place_of(opinion) if opinion.end > opinion.start else judged.place,
        message=_message(opinion, remark),
        text=judged.sentence.text,
        found=opinion.found,
        expected=opinion.expected,
        claim=next(iter(opinion.claims), None),
        trial=next(iter(opinion.trials), None),
        event=next(iter(opinion.events), None),
        reference=reference.id if reference else None,
        doi=reference.doi if reference else None,
        suggestion=replacement(_written(judged, opinion), opinion.suggestion, opinion.expected),
        severity=severity,
    )


def _together(problems: Sequence[Problem]) -> Problem:
    """One problem for several figures of a sentence: one citation settles them all."""
    figures = tuple(dict.fromkeys(problem.found or "" for problem in problems))
    named = ", ".join(f"“{figure}”" for figure in figures)
    if len(figures) == 1:
        return problems[0]
    message = f"{named} have no source, and no record of the base backs them"
    return replace(problems[0], message=message, found="; ".join(figures))


def _written(judged: Judged, opinion: Opinion) -> str:
    return judged.sentence.text[opinion.start : opinion.end]


def _message(opinion: Opinion, remark: str) -> str:
    if remark:
        return f"“{opinion.found}” {remark}"
    if opinion.standing == "supported":
        hint = f" ({opinion.remark})" if opinion.remark else ""
        return f"“{opinion.found}”: {opinion.expected or 'as recorded'}{hint}"
    return opinion.message
