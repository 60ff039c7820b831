"""Which of a search's hits, if any, is the work that a reference describes.

A registry's relevance score ranks within one answer and is no confidence, so every hit is compared
field by field; what is accepted must have a title, or authors and place, that hold by themselves
(`linkage.FOUND_WORK`) and must stand out from the next hit.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.classes import dataclass
from claimcheck.compare.authors import compare_authors
from claimcheck.compare.kinship import cites_preprint, claims_publication, is_preprint, kinship
from claimcheck.compare.linkage import ALIKE, FOUND_WORK, likeness, title_level, weight
from claimcheck.compare.pages import same_pages
from claimcheck.compare.titles import compare_titles, forms
from claimcheck.compare.venues import compare_venues
from claimcheck.compare.works import WorkComparison, compare_works
from claimcheck.compare.years import same_year
from claimcheck.model.evidence import Record, Unavailable
from claimcheck.model.works import Reference

GAP = 2.0
"""Weight by which the best hit must lead over another that could also be the work: more than one
small field, so that a year or a volume alone decides nothing."""
LONE_TITLE = 5
"""Content words that a title must have to identify a work where nobody's name can be compared."""
LONG_TITLE = 8
"""Content words of a title that no second work of one venue and first author has."""
LATE_COPY = 2
"""Years after the date given from which a posted copy is a later deposit and no preprint."""


@dataclass(frozen=True, slots=True)
class Match:
    """The record that the reference describes, and how alike they are from 0 to 1."""

    record: Record
    likeness: float
    comparison: WorkComparison


@dataclass(frozen=True, slots=True)
class NoMatch:
    """No hit is the work; `best` came closest, `why` says in a clause why it is not taken."""

    best: Record | None
    why: str
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several records fit equally well."""

    records: tuple[Record, ...]


Matching = Match | NoMatch | Ambiguous | Unavailable


@dataclass(frozen=True, slots=True)
class _Hit:
    record: Record
    comparison: WorkComparison
    weight: float


def pick(given: Reference, candidates: Iterable[Record]) -> Match | NoMatch | Ambiguous:
    """Choose among the hits of one or more searches; their order and scores do not matter."""
    records = list({candidate.doi: candidate for candidate in candidates}.values())
    if not records:
        return NoMatch(None, "the search found nothing")
    hits = sorted(
        (_hit(given, record) for record in _promising(given, records)),
        key=lambda hit: (-hit.weight, -likeness(hit.comparison), hit.record.doi),
    )
    fitting = [hit for hit in hits if _is_found(given, hit)]
    fitting = fitting or [hit for hit in hits if _is_garbled(hit)]
    if not fitting:
        return NoMatch(hits[0].record, _why_not(given, hits[0]), likeness(hits[0].comparison))
    best, *rest = _preferred(given, fitting)
    rivals = [hit for hit in rest if _is_rival(best, hit) and not _is_twin(best, hit)]
    if rivals:
        return Ambiguous(tuple(hit.record for hit in (best, *rivals)))
    return Match(best.record, likeness(best.comparison), best.comparison)


def ranked(given: Reference, candidates: Iterable[Record]) -> tuple[Match, ...]:
    """All candidates, the likest first, for people to choose from."""
    hits = sorted((_hit(given, record) for record in candidates), key=lambda hit: -hit.weight)
    return tuple(Match(hit.record, likeness(hit.comparison), hit.comparison) for hit in hits)


def _promising(given: Reference, records: Sequence[Record]) -> list[Record]:
    """The records whose titles could be the one given; the likest, if none of them could."""
    compared = [compare_titles(given.title, forms(r.titles, r.subtitles)) for r in records]
    alike = [title.likeness if title else 0.0 for title in compared]
    least = min(ALIKE, max(alike))
    return [record for record, value in zip(records, alike, strict=True) if value >= least]


def _hit(given: Reference, record: Record) -> _Hit:
    comparison = compare_works(given, record)
    return _Hit(record, comparison, weight(comparison))


def _is_found(given: Reference, hit: _Hit) -> bool:
    comparison = hit.comparison
    level = title_level(comparison)
    if hit.weight < FOUND_WORK or level == "unlike":
        return False
    if level != "specific" and not _holds_otherwise(comparison):
        return False
    named = comparison.authors.agrees is not None
    if not named and comparison.title and comparison.title.shared < LONE_TITLE:
        return False
    return kinship(given, hit.record, comparison) is None


def _is_garbled(hit: _Hit) -> bool:
    """Whether a long title, the venue and the first author are the work's, and the rest is wrong.

    Invented details round a real title are common; nothing else is printed under such a title.
    """
    title, authors = hit.comparison.title, hit.comparison.authors
    same = title is not None and title.same and title.shared >= LONG_TITLE
    return same and hit.comparison.venue is True and authors.first is True and authors.share >= 0.5


def _holds_otherwise(comparison: WorkComparison) -> bool:
    """Whether authors and place say enough where the title does not: all, and two of four."""
    places = (comparison.year, comparison.venue, comparison.volume, comparison.page)
    return comparison.authors.agrees is True and sum(place is True for place in places) >= 2


def _preferred(given: Reference, fitting: list[_Hit]) -> list[_Hit]:
    """Published records before posted ones, unless the reference presents itself as a preprint.

    Copies of famous works are posted under their titles and authors years later and rank first.
    """
    wanted = cites_preprint(given)
    published = [hit for hit in fitting if is_preprint(hit.record) == wanted]
    return published or fitting


def _is_rival(best: _Hit, other: _Hit) -> bool:
    """Whether another hit could be the work just as well."""
    if best.weight - other.weight >= GAP:
        return False
    return len(other.comparison.wrong) <= len(best.comparison.wrong)


def _is_twin(best: _Hit, other: _Hit) -> bool:
    """Whether two hits are one work registered twice: either DOI will do."""
    one, two = best.record, other.record
    title = compare_titles(next(iter(one.titles), ""), two.titles)
    authors = compare_authors(one.authors, two.authors).agrees
    venue = compare_venues(next(iter(one.containers), ""), two.containers)
    page = same_pages(one.page or "", two.page, two.article_number)
    years = same_year(one.issued, two)
    return (
        bool(title and title.same and authors and venue and venue.same and years)
        and page is not False
    )


def _why_not(given: Reference, hit: _Hit) -> str:
    record, comparison = hit.record, hit.comparison
    if is_preprint(record) and claims_publication(given, record) and hit.weight >= FOUND_WORK:
        return (
            "only a later copy is posted" if _is_late(given, record) else "only a preprint is held"
        )
    if comparison.title and comparison.title.same:
        wrong = ", ".join(field.name for field in comparison.wrong)
        return (
            f"the likest record has this title but differs in {wrong}"
            if wrong
            else ("the likest record has this title, which is too common to go by")
        )
    return "no record has this title"


def _is_late(given: Reference, record: Record) -> bool:
    posted = record.posted or record.issued
    return bool(given.issued and posted and posted.year - given.issued.year >= LATE_COPY)
