"""Lists of authors: whether a list as given agrees with a registry's.

A list agrees if it names the same persons in the same order; if it is cut (`et al.`), the first
ones, and perhaps the last after an ellipsis. Groups, empty entries and repeated ones are no
evidence on either side. A registry that deposited first authors only contradicts no co-author.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.classes import dataclass
from claimcheck.compare.folding import plain
from claimcheck.compare.names import (
    LONGEST,
    in_print,
    is_cut_mark,
    is_empty,
    is_group,
    same_group,
    same_person,
    speaks_of_a_group,
    surname_key,
)
from claimcheck.model.works import Name
from claimcheck.patterns import lazy

LONGEST_SEARCH = 200
"""Record authors beyond which a name is sought by its surname only, not by likeness."""

_JOINED = lazy(r"\s*;\s*|\s+and\s+|\s*&\s*")


@dataclass(frozen=True, slots=True)
class AuthorComparison:
    """How a list of authors compares with a record's.

    `agrees` is None where one side names nobody. `first` says so of the first author alone.
    `share` is how many of the persons given are in the record, from 0 to 1, of `named` in all.
    `faults` says in a clause each what is wrong.
    """

    agrees: bool | None
    first: bool | None
    share: float
    named: int = 0
    faults: tuple[str, ...] = ()


def compare_authors(
    given: Sequence[Name], recorded: Sequence[Name], *, cut: bool = False, first_only: bool = False
) -> AuthorComparison:
    """Compare two lists; `cut` if the given one ends in `et al.`, `first_only` if the record may.

    An `et al.` or an ellipsis among the given names counts as a cut, too.
    """
    cut = cut or any(is_cut_mark(name) for name in given)
    ours, theirs = _persons(given), _persons(recorded)
    if not ours or not theirs:
        return _compare_groups(given, recorded)
    places = _align(ours, theirs)
    faults = tuple(_faults(ours, theirs, places, cut=cut, first_only=first_only))
    share = sum(place is not None for place in places) / len(places)
    return AuthorComparison(not faults, places[0] == 0, share, len(ours), faults)


def list_in_print(names: Sequence[Name], most: int = 3, *, cut: bool = False) -> str | None:
    """The list as a message shows it: the first few names and how many there are."""
    kept = [name for name in names if not is_empty(name) and not is_cut_mark(name)]
    if not kept:
        return None
    shown = ", ".join(in_print(name) for name in kept[:most])
    cut = cut or len(kept) < len([name for name in names if not is_empty(name)])
    if len(kept) > most:
        return f"{shown}, … ({len(kept)} named{', et al.' if cut else ''})"
    return f"{shown}, et al." if cut else shown


def _persons(names: Sequence[Name]) -> list[Name]:
    """The persons of a list; lines that hold several names are taken apart."""
    parts = [part for name in names for part in _taken_apart(name)]
    return [part for part in parts if not (is_empty(part) or is_group(part) or is_cut_mark(part))]


def _taken_apart(name: Name) -> list[Name]:
    line = plain((name.literal or name.family or "")[:LONGEST])
    if name.given or speaks_of_a_group(name):
        return [name]
    parts = [part for part in _JOINED.split(line) if part]
    if line.count(",") >= 2 and len(parts) == 1:
        parts = [part.strip() for part in line.split(",") if part.strip()]
    return [Name(family=part) for part in parts] if len(parts) > 1 else [name]


def _compare_groups(given: Sequence[Name], recorded: Sequence[Name]) -> AuthorComparison:
    ours = [name for name in given if not is_empty(name) and is_group(name)]
    theirs = [name for name in recorded if not is_empty(name) and is_group(name)]
    if not ours or not theirs:
        return AuthorComparison(None, None, 0.0)
    if any(same_group(a, b) for a in ours for b in theirs):
        return AuthorComparison(True, True, 1.0)
    fault = f"author is given as {in_print(ours[0])}, not {in_print(theirs[0])}"
    return AuthorComparison(False, False, 0.0, faults=(fault,))


def _align(ours: Sequence[Name], theirs: Sequence[Name]) -> list[int | None]:
    """For each name given its place in the record, nearest to where it is expected."""
    by_surname: dict[str, list[int]] = {}
    for place, name in enumerate(theirs):
        by_surname.setdefault(surname_key(name), []).append(place)
    taken: set[int] = set()
    places: list[int | None] = []
    for expected, name in enumerate(ours):
        closing = [len(theirs) - 1] if expected == len(ours) - 1 else []
        likely = [expected, *closing, *by_surname.get(surname_key(name), [])]
        rest = range(len(theirs)) if len(theirs) <= LONGEST_SEARCH else range(0)
        found = next(
            (
                place
                for place in (*likely, *rest)
                if place < len(theirs) and place not in taken and same_person(name, theirs[place])
            ),
            None,
        )
        taken |= {found} if found is not None else set()
        places.append(found)
    return places


def _faults(
    ours: Sequence[Name],
    theirs: Sequence[Name],
    places: Sequence[int | None],
    *,
    cut: bool,
    first_only: bool,
) -> list[str]:
    if places[0] != 0:
        return [f"first author is {in_print(theirs[0])}, not {in_print(ours[0])}"]
    if first_only and len(theirs) == 1:
        return []
    known = [name for name, place in zip(ours, places, strict=True) if place is not None]
    unknown = [name for name in ours if name not in known and not _is_among(name, known)]
    if unknown:
        return [f"{in_print(name)} is not an author" for name in unknown[:3]]
    return _faults_of_order([place for place in places if place is not None], theirs, cut=cut)


def _is_among(name: Name, others: Sequence[Name]) -> bool:
    """Whether a name only repeats another, as lists copied from some registries do."""
    return any(same_person(name, other) for other in others)


def _faults_of_order(places: list[int], theirs: Sequence[Name], *, cut: bool) -> list[str]:
    """Faults of a list in which everybody is an author: others left out, or another order."""
    if places != sorted(places):
        return ["the authors stand in another order"]
    expected = len(theirs)
    if cut:
        closing = len(places) > 1 and places[-1] == len(theirs) - 1
        expected = len(places) - closing
    listed = [theirs[place] for place in places]
    left_out = [theirs[place] for place in sorted(set(range(expected)) - set(places))]
    missing = [name for name in left_out if not (_is_full(name) and name in listed)]
    return [f"{in_print(name)} is left out" for name in missing[:3]]


def _is_full(name: Name) -> bool:
    """Whether the given name is spelled out, so that the same name is the same person."""
    return bool(lazy(r"\w{3}").search(name.given or ""))
