"""What the report page shows, gathered from a base and the states of its sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import get_args

from claimcheck.catalogue import charts
from claimcheck.catalogue.columns import Column
from claimcheck.catalogue.lookup import names_of
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.results import share_of
from claimcheck.catalogue.standing import UNCHECKED, Standing
from claimcheck.catalogue.trial_columns import DEFAULT, trial_columns
from claimcheck.catalogue.trials import STATUSES
from claimcheck.classes import dataclass
from claimcheck.model.base import Base
from claimcheck.model.claims import Claim, Verdict
from claimcheck.model.events import Event
from claimcheck.model.findings import ReferenceState
from claimcheck.model.trials import Trial
from claimcheck.model.works import Reference
from claimcheck.statements.records import Family

_LEFT_OUT = {"outcomes", "aliases", "n_counts", "formulation", "screened", "sessions"}
"""Columns of trials that the page does without: too long, or too seldom filled."""
_CHARTS = 2
"""How many outcomes get a chart: those that most trials report."""
_STATES: tuple[str, ...] = get_args(ReferenceState)
_VERDICTS: tuple[str, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a filter, with how many entries it stands for."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Shares of participants for one outcome."""

    title: str
    groups: Sequence[charts.ShareGroup]


class Content:
    """Everything that the page's template asks for."""

    def __init__(self, base: Base, standing: Mapping[str, Standing], today: date) -> None:
        self.base = base
        self.today = today
        self._standing = standing
        self.names = Names(base, {ref: found.state for ref, found in standing.items()})
        self._compounds = Family(base.vocabulary.compounds)

    def standing(self, reference: Reference) -> Standing:
        """How a source stands."""
        return self._standing.get(reference.id, UNCHECKED)

    def compounds_of(self, entry: Claim | Event | Trial) -> str:
        """Ids of the compounds an entry is about, wider ones included, with spaces."""
        subject = entry.subject.compound if isinstance(entry, Claim) else entry.compound
        return " ".join(sorted({wider for ident in subject for wider in self._compounds.up(ident)}))

    def articles_of(self, claim: Claim) -> str:
        """Ids of the articles that make a claim, with spaces."""
        return " ".join(dict.fromkeys(place.article for place in claim.said))

    @cached_property
    def verdicts(self) -> list[Choice]:
        """The verdicts that occur."""
        return _choices((claim.verdict for claim in self.base.claims), _VERDICTS)

    @cached_property
    def kinds(self) -> list[Choice]:
        """The kinds of claims that occur."""
        counted = Counter(claim.kind for claim in self.base.claims)
        return [Choice(kind, kind, counted[kind]) for kind in sorted(counted)]

    @cached_property
    def states(self) -> list[Choice]:
        """The states of sources that occur."""
        return _choices((self.standing(work).state for work in self.base.references), _STATES)

    @cached_property
    def claim_compounds(self) -> list[Choice]:
        """The compounds that claims are about."""
        return self._compound_choices(self.base.claims)

    @cached_property
    def event_compounds(self) -> list[Choice]:
        """The compounds that decisions are about."""
        return self._compound_choices(self.base.events)

    @cached_property
    def trial_compounds(self) -> list[Choice]:
        """The compounds that trials studied."""
        return self._compound_choices(self.base.trials)

    @cached_property
    def phases(self) -> list[Choice]:
        """The phases that occur, as recorded."""
        counted = Counter(trial.phase for trial in self.base.trials if trial.phase)
        return [Choice(phase, phase, counted[phase]) for phase in sorted(counted)]

    @cached_property
    def statuses(self) -> list[Choice]:
        """The states of trials that occur."""
        return _choices((trial.status for trial in self.base.trials), STATUSES)

    def _compound_choices(self, entries: Iterable[Claim | Event | Trial]) -> list[Choice]:
        counted = Counter(ident for entry in entries for ident in self.compounds_of(entry).split())
        named = [Choice(i, self.names.full("compounds", i), n) for i, n in counted.items()]
        return sorted(named, key=lambda choice: choice.label.casefold())

    @cached_property
    def articles(self) -> list[Choice]:
        """The articles with the number of their claims."""
        counted = Counter(
            article for claim in self.base.claims for article in self.articles_of(claim).split()
        )
        return [Choice(a.id, a.title, counted[a.id]) for a in self.base.articles]

    @cached_property
    def columns(self) -> list[Column[Trial]]:
        """The columns of the table of trials."""
        known = trial_columns(self.names, ())
        first = self.default_columns
        rest = (column for key, column in known.items() if key not in {*first, *_LEFT_OUT})
        return [*(known[key] for key in first), *rest]

    @property
    def default_columns(self) -> tuple[str, ...]:
        """Keys of the columns that are shown at first; a source's link says what its DOI would."""
        return tuple(key for key in DEFAULT if key != "doi")

    @cached_property
    def share_charts(self) -> list[Chart]:
        """The outcomes that most trials report, each with its shares."""
        reported = Counter(
            outcome
            for trial in self.base.trials
            for outcome in {o.outcome for o in trial.outcomes if share_of(o) is not None}
        )
        shares = {term.id: term.name for term in self.base.vocabulary.outcomes if term.proportion}
        chosen = [ident for ident, _ in reported.most_common() if ident in shares][:_CHARTS]
        return [self._chart(ident, shares[ident]) for ident in chosen]

    def _chart(self, outcome: str, name: str) -> Chart:
        groups = charts.share_groups(self.base.trials, outcome, self.names)
        return Chart(name[:1].upper() + name[1:], groups)

    @cached_property
    def sizes(self) -> list[tuple[str, list[charts.SizeBar]]]:
        """Participants by compound and trial."""
        bars = charts.size_bars(self.base.trials, self.names)
        return [(name, list(found)) for name, found in groupby(bars, lambda bar: bar.compound)]

    @cached_property
    def scale(self) -> int:
        """Where the scale of sizes ends."""
        return charts.scale_end(max((b.number for _, bars in self.sizes for b in bars), default=1))

    @cached_property
    def years(self) -> list[tuple[int, list[Event]]]:
        """The decisions by year, latest first."""
        events = sorted(self.base.events, key=lambda event: event.date, reverse=True)
        return [(year, list(found)) for year, found in groupby(events, lambda e: e.date.year)]

    @cached_property
    def event_kinds(self) -> list[Choice]:
        """The kinds of decisions that occur."""
        counted = Counter(event.kind for event in self.base.events)
        return [Choice(kind, kind.replace("-", " "), counted[kind]) for kind in sorted(counted)]

    @cached_property
    def unchecked_works(self) -> list[Reference]:
        """Sources of which nobody could tell how they stand."""
        return [w for w in self.base.references if self.standing(w).state == UNCHECKED.state]

    @cached_property
    def doubtful_works(self) -> list[Reference]:
        """Sources that are retracted or under an expression of concern."""
        doubtful = {"retracted", "concern"}
        return [w for w in self.base.references if self.standing(w).state in doubtful]

    def resting_on(self, ref: str) -> list[str]:
        """Where the page shows the claims and trials that a source stands with: their anchors."""
        claims = (c.id for c in self.base.claims if any(s.ref == ref for s in c.sources))
        trials = (t.id for t in self.base.trials if any(p.ref == ref for p in t.publications))
        return [*(f"claim-{ident}" for ident in claims), *(f"trial-{ident}" for ident in trials)]

    @cached_property
    def unchecked_claims(self) -> list[Claim]:
        """Claims without a verdict."""
        return [claim for claim in self.base.claims if claim.verdict == "unchecked"]

    @cached_property
    def overdue(self) -> list[Claim]:
        """Claims whose day of review has passed."""
        return [c for c in self.base.claims if c.review_by and c.review_by.latest < self.today]

    @cached_property
    def waived(self) -> list[Claim]:
        """Claims with a waiver that still holds."""
        return [
            claim
            for claim in self.base.claims
            if any(not w.until or w.until.latest >= self.today for w in claim.waivers)
        ]

    @cached_property
    def other_names(self) -> dict[str, str]:
        """What else each compound is called, by its id, for the search."""
        used = {ident for entry in self._with_compounds() for ident in entry.split()}
        terms = (term for term in self.base.vocabulary.compounds if term.id in used)
        return {term.id: " ".join(names_of(term)) for term in terms}

    def _with_compounds(self) -> Iterator[str]:
        yield from map(self.compounds_of, self.base.claims)
        yield from map(self.compounds_of, self.base.events)
        yield from map(self.compounds_of, self.base.trials)

    @cached_property
    def transcribed(self) -> int:
        """How many records were transcribed from elsewhere and not fetched from a registry."""
        return sum(found.transcribed for found in self._standing.values())

    @cached_property
    def checked_days(self) -> tuple[str, str] | None:
        """The first and the last day on which a record was learned."""
        days = [found.checked_at[:10] for found in self._standing.values() if found.checked_at]
        return (min(days), max(days)) if days else None


def _choices(values: Iterable[str], order: Sequence[str]) -> list[Choice]:
    counted = Counter(values)
    return [Choice(v, v.replace("_", " "), counted[v]) for v in order if counted[v]]
