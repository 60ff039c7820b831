"""What is to be said of a reference: its state, and what the state rests on."""

from __future__ import annotations

from collections.abc import Iterable

from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.compare.kinship import Kin, is_notice, kinship
from claimcheck.compare.labels import split_label
from claimcheck.compare.match import Ambiguous, Match, Matching, NoMatch
from claimcheck.compare.titles import compare_titles
from claimcheck.compare.works import WorkComparison, compare_works
from claimcheck.model.evidence import (
    Found,
    Lookup,
    Missing,
    Record,
    Registered,
    TrialFound,
    TrialLookup,
    Unavailable,
    Update,
)
from claimcheck.model.findings import FieldComparison, ReferenceState
from claimcheck.model.works import Reference

GRAVITY: tuple[ReferenceState, ...] = (
    "retracted",
    "wrong_work",
    "unregistered",
    "unmatched",
    "concern",
    "mismatch",
    "unchecked",
    "corrected",
    "verified",
)
"""The states, gravest first: a reference for which several hold is in the first of them.

A retracted work counts only if it is the work described: a wrong DOI's retraction is no news.
"""

_SAME_STUDY = 0.7
"""Likeness of titles from which two are those of one study."""

ALWAYS_REGISTERED = frozenset({"article-journal", "paper-conference", "chapter"})
"""CSL types whose absence from every registry is suspicious; books, reports, laws and web pages
often have no DOI, and a preprint's may be anywhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The gravest state of a reference and everything known about it.

    `record` is that of the DOI given, `work` that of the work described: the same if the DOI is
    right, the match if there is one, else None. `comparison` is with `work`, or with `record`
    where the DOI is another work's; `kin` says what that other work is. `news` are the notices that
    change the work. `reason` says why it is unchecked or unmatched.
    """

    state: ReferenceState
    record: Record | None = None
    work: Record | None = None
    comparison: WorkComparison | None = None
    kin: Kin | None = None
    news: tuple[Update, ...] = ()
    reason: str | None = None

    @property
    def fields(self) -> tuple[FieldComparison, ...]:
        """The field by field comparison, empty if there is no record."""
        return self.comparison.fields if self.comparison else ()

    @property
    def matched_doi(self) -> str | None:
        """The DOI of the work described."""
        return self.work.doi if self.work else None


def judge(given: Reference, lookup: Lookup | None, match: Matching | None = None) -> Judgement:
    """Judge a reference by the answer on its DOI and, where it was searched for, by the match.

    `lookup` is None for a reference without a DOI or with one that is none by its syntax.
    """
    match lookup:
        case Found(record=record):
            return _judge_record(given, record, match)
        case Registered(agency=agency):
            return Judgement(state="unchecked", reason=_unreadable(agency))
        case Unavailable(reason=reason):
            return Judgement(state="unchecked", reason=reason)
        case Missing():
            return _judge_bad_doi(match)
        case None:
            bad = given.doi is not None and normalise(given.doi) is None
            return _judge_bad_doi(match) if bad else _judge_match(given, match)


def judge_registration(
    given: Reference, answer: TrialLookup
) -> tuple[Judgement, NoMatch | Unavailable | None]:
    """Judge a reference to the registration of a trial; with what there is to say of it.

    Registries hold a short and an official title and show us one, so that another title is no
    fault.
    """
    match answer:
        case TrialFound(asked=asked, record=trial):
            title = compare_titles(given.title, [trial.title or ""])
            if title is None or title.same or title.likeness >= _SAME_STUDY:
                return Judgement(state="verified", reason=f"{asked} is registered"), None
            why = f"{asked} is registered as “{trial.title}”; whether it is the study meant is open"
            return Judgement(state="unchecked", reason=why), Unavailable(asked, why)
        case Missing(asked=asked):
            why = f"{asked} is not registered"
            return Judgement(state="unmatched", reason=why), NoMatch(None, why)
        case Unavailable(reason=why):
            return Judgement(state="unchecked", reason=why), answer


def _judge_record(given: Reference, record: Record, match: Matching | None) -> Judgement:
    comparison = compare_works(given, record)
    kin = kinship(given, record, comparison)
    if kin is None:
        return _judge_work(record, record, comparison)
    work = match.record if isinstance(match, Match) and match.record.doi != record.doi else None
    news = _news(work) if work else ()
    return Judgement(
        state=_gravest(["wrong_work", *_standing(news)]),
        record=record,
        work=work,
        comparison=comparison,
        kin=kin,
        news=news,
    )


def _judge_work(record: Record | None, work: Record, comparison: WorkComparison) -> Judgement:
    """Judge a work that is the one described; `record` is None if it was found by search."""
    news = _news(work)
    states: list[ReferenceState] = ["mismatch" if comparison.wrong else "verified"]
    return Judgement(
        state=_gravest([*states, *_standing(news)]),
        record=record,
        work=work,
        comparison=comparison,
        news=news,
        reason=f"transcribed: {work.origin}" if work.origin else None,
    )


def _judge_bad_doi(match: Matching | None) -> Judgement:
    """Judge a reference whose DOI nobody knows, though the work may well exist."""
    if not isinstance(match, Match):
        return Judgement(state="unregistered")
    news = _news(match.record)
    return Judgement(
        state=_gravest(["unregistered", *_standing(news)]),
        work=match.record,
        comparison=match.comparison,
        news=news,
    )


def _judge_match(given: Reference, match: Matching | None) -> Judgement:
    match match:
        case Match(record=record, comparison=comparison):
            return _judge_work(None, record, comparison)
        case NoMatch(why=why):
            expected = given.type in ALWAYS_REGISTERED
            return Judgement(state="unmatched" if expected else "unchecked", reason=why)
        case Ambiguous(records=records):
            several = " and ".join(record.doi for record in records)
            return Judgement(state="unchecked", reason=f"{several} fit equally well")
        case Unavailable(reason=reason):
            return Judgement(state="unchecked", reason=reason)
        case None:
            return Judgement(state="unchecked", reason="it has no DOI and was not searched for")


def _news(work: Record) -> tuple[Update, ...]:
    """The notices on a work, with a retraction that only its title tells of."""
    if any(update.kind == "retraction" for update in work.updates) or is_notice(work):
        return work.updates
    if any(split_label(title)[0] == "retracted" for title in work.titles):
        told = Update(kind="retraction", type="retraction", doi=work.doi, source="title")
        return (*work.updates, told)
    return work.updates


def _standing(news: Iterable[Update]) -> list[ReferenceState]:
    names: dict[str, ReferenceState] = {
        "retraction": "retracted",
        "concern": "concern",
        "correction": "corrected",
    }
    return [names[update.kind] for update in news if update.kind in names]


def _gravest(states: Iterable[ReferenceState]) -> ReferenceState:
    return min(states, key=GRAVITY.index)


def _unreadable(agency: str | None) -> str:
    return f"registered with {agency or 'another agency'}, whose records cannot be read here"
