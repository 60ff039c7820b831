"""The work that a text means: candidates from the registries, ranked by their fields."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.bibliography.citations import parse_citation
from claimcheck.bibliography.correcting import reference_of
from claimcheck.bibliography.identifiers import arxiv_doi
from claimcheck.bibliography.queries import queries
from claimcheck.bibliography.refining import refined
from claimcheck.classes import dataclass
from claimcheck.compare.dois import normalise
from claimcheck.compare.folding import words
from claimcheck.compare.match import Match, NoMatch, pick, ranked
from claimcheck.compare.venues import compare_venues
from claimcheck.model.bibliography import Entry
from claimcheck.model.evidence import Found as DoiFound
from claimcheck.model.evidence import Record, Unavailable
from claimcheck.model.findings import FieldComparison
from claimcheck.model.works import Reference
from claimcheck.sources.base import EvidenceSource

ROWS = 20


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that the text may mean, how alike they are from 0 to 1, and field by field."""

    reference: Reference
    likeness: float
    fields: tuple[FieldComparison, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: `best` is the work if one surely is; `why` tells why none is."""

    text: str
    candidates: tuple[Candidate, ...] = ()
    best: Candidate | None = None
    why: str = ""
    trouble: str | None = None
    """What could not be asked."""


def find_work(text: str, source: EvidenceSource, rows: int = 5) -> Found:
    """Look for the work that `text` means: by its DOI if it holds one, else by search."""
    parsed = parse_citation(text)
    entry = Entry(reference=parsed.reference, raw=text, start=0, end=len(text), sure=parsed.sure)
    records, trouble = _records(entry, source)
    if not records:
        return Found(text, why=trouble or _nothing(entry), trouble=trouble)
    given = refined(entry, records)
    by_doi = _by_doi(given, records)
    chosen = by_doi or pick(given, records)
    likest = _in_order(text, entry, ranked(given, records), chosen)[:rows]
    candidates = tuple(_candidate(match) for match in likest)
    best = next((c for c, m in zip(candidates, likest, strict=True) if _is(m, chosen)), None)
    return Found(text, candidates, best, _why(chosen), trouble)


def _in_order(text: str, entry: Entry, matches: tuple[Match, ...], chosen: object) -> list[Match]:
    """The likest first: by fields where the text has them, else by how many of its words fit."""
    if entry.sure or isinstance(chosen, Match):
        rest = [match for match in matches if not _is(match, chosen)]
        return [chosen, *rest] if isinstance(chosen, Match) else rest
    fits = [replace(match, likeness=_share(text, match.record)) for match in matches]
    return sorted(fits, key=lambda match: (-match.likeness, *_surplus(text, match.record)))


def _surplus(text: str, record: Record) -> tuple[int, bool]:
    """How many words of a title the text lacks, and whether it is a posted copy; less is liker."""
    title = set(words(" ".join((*record.titles[:1], *record.subtitles))))
    return len(title - set(words(text))), not record.containers


def _share(text: str, record: Record) -> float:
    """The share of the text's words that the record holds; a journal may go by its acronym."""
    asked = words(text)
    names = (part for name in record.authors for part in (name.family, name.given, name.literal))
    years = (date.year for date in (record.issued, record.printed, record.online) if date)
    told = (*record.titles, *record.subtitles, *record.containers, *names, *map(str, years))
    held = set(words(" ".join(part for part in told if part)))
    hits = (word in held or _is_venue(word, record.containers) for word in asked)
    return sum(hits) / len(asked) if asked else 0.0


def _is_venue(word: str, containers: tuple[str, ...]) -> bool:
    compared = compare_venues(word, containers)
    return compared is not None and compared.same


def _records(entry: Entry, source: EvidenceSource) -> tuple[list[Record], str | None]:
    """The records under the DOI that the text holds and those that a search gives."""
    records: list[Record] = []
    trouble: str | None = None
    if doi := _doi(entry.reference):
        for answer in source.look_up([doi]):
            if isinstance(answer, DoiFound):
                records.append(answer.record)
            elif isinstance(answer, Unavailable):
                trouble = answer.reason
    if records:
        return records, trouble
    for query in _queries(entry):
        hits = source.search(query, ROWS)
        if isinstance(hits, Unavailable):
            return records, hits.reason
        records += [hit for hit in hits if hit.doi not in {record.doi for record in records}]
        if isinstance(pick(refined(entry, records), records), Match):
            break
    return records, trouble


def _doi(reference: Reference) -> str | None:
    """The DOI in the text, or that of the arXiv preprint in it."""
    if reference.doi is None and reference.arxiv_id:
        return normalise(arxiv_doi(reference.arxiv_id))
    return normalise(reference.doi or "")


def _queries(entry: Entry) -> tuple[str, ...]:
    """What to search for: the text in forms that tell a work, or a word alone as it stands."""
    alone = "" if _doi(entry.reference) or _identifier(entry) else entry.raw.strip()
    return queries(entry) or ((alone,) if alone else ())


def _nothing(entry: Entry) -> str:
    known = _identifier(entry)
    if known is None or queries(entry):
        return "the search found nothing"
    return f"{known} alone leads to no record at Crossref or DataCite; give the title"


def _identifier(entry: Entry) -> str | None:
    """An identifier in the text that no service asked here looks up."""
    given = entry.reference
    named = {"PMID": given.pmid, "PMCID": given.pmcid, "ISBN": given.isbn, "trial": given.number}
    return next((f"{name} {value}" for name, value in named.items() if value), None)


def _by_doi(given: Reference, records: list[Record]) -> Match | None:
    """The record under the DOI in the text, if the text says nothing against it."""
    doi = _doi(given)
    for record in records:
        if doi and record.doi == doi:
            bare = not given.author and not given.issued
            match = ranked(given, [record])[0]
            if bare:
                return replace(match, likeness=1.0)
            return None if match.comparison.wrong else match
    return None


def _is(match: Match, chosen: object) -> bool:
    return isinstance(chosen, Match) and chosen.record.doi == match.record.doi


def _candidate(match: Match) -> Candidate:
    return Candidate(reference_of(match.record), match.likeness, match.comparison.fields)


def _why(chosen: object) -> str:
    if isinstance(chosen, Match):
        return ""
    if isinstance(chosen, NoMatch):
        return chosen.why
    return "several records fit equally well"
