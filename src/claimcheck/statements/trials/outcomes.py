"""Which recorded outcomes a word for an outcome can mean."""

from __future__ import annotations

from claimcheck.model.trials import Outcome, Trial
from claimcheck.quantity.compare import Share
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import arm_name
from claimcheck.statements.trials.facts import publications

SUSTAINED = "sustained-"
"""How ids of outcomes begin that lasted."""
IMPROVED = frozenset({"improved"})
"""Stands for "got better" in words that name no outcome of the vocabulary."""
_GOOD = frozenset(
    {
        "response",
        "remission",
        "sustained-response",
        "sustained-remission",
        "clinically-meaningful-improvement",
        "no-longer-met",
        "abstinence",
        "point-prevalence-abstinence",
        "prolonged-abstinence",
    }
)
_LOOSE = (
    frozenset({"response", "clinically-meaningful-improvement"}),
    frozenset({"remission", "no-longer-met"}),
)
"""Response by one definition is improvement by another; a lost diagnosis is called remission."""

Placed = tuple[Trial, Outcome]


def family(trial: Trial, records: Records) -> list[Trial]:
    """A trial with the records that follow it up, and the one that it follows up."""
    found = [trial, *records.follow_ups.get(trial.id, ())]
    parent = records.base.trial.get(trial.parent or "")
    return [*found, parent] if parent else found


def shares_of(trial: Trial, records: Records) -> list[Placed]:
    """The shares of participants that are recorded of a trial and its family."""
    return [(t, o) for t in family(trial, records) for o in t.outcomes if is_share(o)]


def is_share(outcome: Outcome) -> bool:
    """Whether a record is a share or a number of participants in one group."""
    has_figure = outcome.percent is not None or outcome.count is not None
    return has_figure and outcome.versus is None


def share_of(outcome: Outcome, *, counted: bool = False) -> Share:
    """The figure of a recorded share, with the number of people, if that is asked for, also where
    only a percentage of so many is on record."""
    count = _people(outcome) if counted else outcome.count
    return Share(count=count, of=outcome.of, percent=outcome.percent)


def _people(outcome: Outcome) -> int | None:
    if outcome.count is not None or outcome.of is None or outcome.percent is None:
        return outcome.count
    people = outcome.percent.value * outcome.of / 100
    return round(people) if abs(people - round(people)) * 200 <= outcome.of else None


def means(stated: frozenset[str], outcome: Outcome, records: Records) -> bool:
    """Whether a record is of the outcome stated, or of a stricter or looser one.

    Sustained response counts as response; response by a looser definition may be meant too.
    """
    key = "means", stated, outcome.outcome, outcome.scale
    return records.remembered(key, lambda: _means(stated, outcome, records))


def _means(stated: frozenset[str], outcome: Outcome, records: Records) -> bool:
    if stated == IMPROVED:
        return outcome.outcome in _GOOD
    if is_freed(outcome, stated, records):
        return True
    return any(_is_kind_of(outcome.outcome, ident, records) for ident in stated)


def is_freed(outcome: Outcome, stated: frozenset[str], records: Records) -> bool:
    """Whether a record is of people who lost, or had less of, the symptom stated."""
    good = outcome.scale is not None and outcome.outcome in _GOOD
    return good and bool(stated & _measured(outcome.scale or "", records))


def _measured(scale: str, records: Records) -> frozenset[str]:
    """What a scale measures: to lose that is the remission on it."""
    known = records.base.vocabulary.scales
    return records.remembered(
        ("measured", scale),
        lambda: frozenset(i for s in known if s.id == scale for i in s.measures),
    )


def is_loosely(recorded: str, stated: frozenset[str]) -> bool:
    """Whether a record is what is stated by another name."""
    return any(frozenset({recorded, one}) in _LOOSE for one in stated)


def _is_kind_of(recorded: str, stated: str, records: Records) -> bool:
    if recorded == stated or frozenset({recorded, stated}) in _LOOSE:
        return True
    terms = records.outcome_terms
    term, named = terms.get(recorded), terms.get(stated)
    if term and (stated in term.broader or (recorded != "remission" and stated in term.implies)):
        return True
    return named is not None and recorded in named.broader


def outcome_words(trial: Trial, outcome: Outcome, records: Records, figure: bool = True) -> str:
    """A recorded share for people: "37 % (29 of 79) response at week 3 with 25 mg"."""
    term = records.outcome_terms.get(outcome.outcome)
    parts = [
        share_words(outcome) if figure else "",
        term.name if term else outcome.outcome,
        f"at {outcome.timepoint}" if outcome.timepoint else "",
        f"with {name}" if (name := arm_name(trial, outcome.arm)) else "",
    ]
    return " ".join(part for part in parts if part)


def share_words(outcome: Outcome) -> str:
    """A recorded share: "37 % (29 of 79)"."""
    counts = f"{outcome.count} of {outcome.of}" if outcome.count is not None and outcome.of else ""
    if outcome.percent is None:
        return counts or str(outcome.count)
    return f"{outcome.percent} %" + (f" ({counts})" if counts else "")


def sources(trial: Trial, outcome: Outcome) -> tuple[str, ...]:
    """The reference that a recorded outcome stands in, else those of its trial."""
    return (outcome.source,) if outcome.source else publications(trial)
