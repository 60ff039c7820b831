"""Which changes to a reference list the evidence allows, and which of them are safe."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.bibliography.correcting import reference_of
from claimcheck.bibliography.edits import Edit, adding_doi, replacing
from claimcheck.compare.dois import find_dois, is_doi_shaped, normalise
from claimcheck.compare.match import Match
from claimcheck.inquiry import Item
from claimcheck.model.bibliography import Bibliography, Entry
from claimcheck.model.evidence import Missing
from claimcheck.rules.references import Checked

REPLACED = {"year": "issued", "volume": "volume", "issue": "issue", "page": "page"}
"""Fields of a comparison that may be replaced, with their CSL names; names and titles may not, as
a writer has to see them."""

FIXED_BY = {
    "DOI": frozenset({"malformed-doi", "unregistered-doi", "wrong-work", "missing-doi"}),
    "issued": frozenset({"year-mismatch"}),
    "volume": frozenset({"venue-mismatch"}),
    "issue": frozenset({"venue-mismatch"}),
    "page": frozenset({"venue-mismatch"}),
}
"""CSL name → the findings that another value of the field settles."""


def edits(item: Item, checked: Checked, *, unsafe: bool) -> Iterator[Edit]:
    """The changes to make to an entry: with `unsafe`, also those that replace what was given."""
    made = [*_safe(item, checked), *(_unsafe(item, checked) if unsafe else ())]
    return (edit for edit in made if edit)


def _safe(item: Item, checked: Checked) -> Iterator[Edit | None]:
    """Add the DOI of a work that agrees in every field; write a DOI as one."""
    given = item.entry.reference.doi
    match checked.matching:
        case Match(record=record, comparison=comparison) if given is None and not comparison.wrong:
            yield adding_doi(item.file, item.entry, record.doi)
    if given is not None and checked.judgement.kin is None and not _is_wrong(checked):
        yield _tidied(item.file, item.entry, given)


def _tidied(file: Bibliography, entry: Entry, given: str) -> Edit | None:
    """A DOI out of its disguise, in the writer's own case; addresses in running text may stay."""
    bare = normalise(given)
    plain = given.strip()
    if bare is None or (is_doi_shaped(plain) and plain.lower() == bare):
        return None
    if file.kind == "prose" and bare in given.lower():
        return None
    written = [given[a:b] for doi, a, b in find_dois(given) if doi == bare]
    kept = written[0] if written and written[0].lower() == bare else bare
    return replacing(file, entry, "DOI", kept)


def _is_wrong(checked: Checked) -> bool:
    return isinstance(checked.lookup, Missing) or checked.judgement.state == "wrong_work"


def _unsafe(item: Item, checked: Checked) -> Iterator[Edit | None]:
    """Replace a wrong DOI, year, volume, issue or page by what the record says."""
    judgement = checked.judgement
    if judgement.work is None:
        return
    malformed = item.entry.reference.doi is not None and checked.lookup is None
    if _is_wrong(checked) or malformed:
        yield replacing(item.file, item.entry, "DOI", judgement.work.doi)
        return
    if judgement.kin is not None:
        return
    wrong = {field.name for field in judgement.fields if field.agrees is False}
    if checked.match and item.entry.reference.doi is None and wrong and wrong <= REPLACED.keys():
        yield adding_doi(item.file, item.entry, judgement.work.doi)
    for field in judgement.fields:
        if field.agrees is False and field.name in REPLACED:
            held = reference_of(judgement.work).issued
            text = str(held.year) if field.name == "year" and held else field.record
            if text:
                yield replacing(item.file, item.entry, REPLACED[field.name], text)
