"""Works that a draft cites by number, note or key, as names of the base's references.

"(Goodwin et al., 2022)" names a work in its own words; "[4]" and "[@goodwin2022]" do so through the
draft's list. An entry is a reference of the base if both have one DOI, or one title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from claimcheck.compare.dois import normalise
from claimcheck.compare.folding import fold
from claimcheck.model.bibliography import DraftCitations
from claimcheck.model.works import Reference
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records

Cited = Mapping[int, tuple[Mention, ...]]
"""By block of a draft, the works cited there; offsets count in the text of the block."""
_BY_LIST = frozenset({"number", "footnote", "key", "identifier"})
_SHORTEST = 25
"""Letters of a title that tell a work."""


def cited_works(citations: DraftCitations, records: Records) -> Cited:
    """The citations of a draft that mean works on which the base's trials rest."""
    means = dict(_meant(citations, records))
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for one in citations.mentions:
        ids = {means[entry] for entry in one.entries or () if entry in means}
        if one.kind in _BY_LIST and len(ids) == 1:
            ident = ids.pop()
            year = records.base.reference[ident].issued
            mention = Mention("author", (ident,), one.start, one.end, year.year if year else None)
            found[one.block].append(mention)
    return {block: tuple(mentions) for block, mentions in found.items()}


def _meant(citations: DraftCitations, records: Records) -> Iterator[tuple[str, str]]:
    """The id of each listed entry with that of the base's reference on which trials rest."""
    known = records.learned("cited", lambda: dict(_known(records)))
    for file in citations.files:
        for entry in file.entries:
            signs = [known[sign] for sign in _signs(entry.reference) if sign in known]
            if signs and _may_be(entry.reference, records.base.reference[signs[-1]]):
                yield entry.reference.id, signs[-1]
    yield from ((ident, ident) for ident in records.trials_by_reference)


def _known(records: Records) -> Iterator[tuple[str, str]]:
    for ident in records.trials_by_reference:
        for sign in _signs(records.base.reference[ident]):
            yield sign, ident


def _signs(reference: Reference) -> Iterator[str]:
    """What tells a work, the surest last: its DOI, its title."""
    if reference.doi and (doi := normalise(reference.doi)):
        yield doi
    if len(title := fold(reference.title)) >= _SHORTEST:
        yield title


def _may_be(entry: Reference, work: Reference) -> bool:
    """Whether an entry with the DOI of a work has not the title of another."""
    given, known = (set(fold(one.title).split()) for one in (entry, work))
    return not given or 2 * len(given & known) >= min(len(given), len(known))
