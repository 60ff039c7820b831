"""Lists of more entries than are kept: read when they are looked at, to the same effect."""

from __future__ import annotations

import json

import pytest

from claimcheck.bibliography.entries import MOST_KEPT
from claimcheck.bibliography.reading import read_references

COUNT = MOST_KEPT + 5
BIB = "".join(
    f"@article{{k{n},\n  title = {{Growth of barley number {n} on soils of the moon and Mars}},\n"
    f"  author = {{Doe, John}}, journal = jc, year = {{2020}}, crossref = {{held}}\n}}\n\n"
    for n in range(COUNT - 1)
)
MAKE = {
    ".bib": '@string{jc = "Journal of Crops"}\n'
    + BIB
    + "@proceedings{held, publisher = {Plough}}\n",
    ".ris": "".join(
        f"TY  - JOUR\nTI  - Barley number {n} on the moon\nAU  - Doe, John\nPY  - 2020\nER  - \n\n"
        for n in range(COUNT)
    ),
    ".json": json.dumps(
        [{"id": f"k{n}", "title": f"Barley number {n} on the moon"} for n in range(COUNT)]
    ),
    ".txt": "".join(
        f"{n}. Doe J, Roe A. Barley number {n} on the moon. J Crops. 2020;{n}(2):3-9.\n"
        for n in range(1, COUNT + 1)
    ),
}


@pytest.mark.parametrize("suffix", MAKE)
def test_every_entry_is_read_at_its_place(suffix):
    source = MAKE[suffix]
    file = read_references(f"list{suffix}", source, suffix)
    assert file is not None
    assert len(file.entries) == COUNT
    assert not file.problems
    assert not file.remarks
    listed = list(file.entries)
    assert len({entry.reference.id for entry in listed}) == COUNT
    for at in (0, 1, COUNT - 2):
        entry = file.entries[at]
        assert entry == listed[at]
        assert "arley number" in entry.reference.title
        assert source[slice(*entry.spans["title"])] == entry.reference.title
    assert file.entries[-1] == listed[-1]
    assert list(file.entries[3:5]) == listed[3:5]


def test_macros_holders_and_keys_reach_over_the_whole_of_a_long_file():
    again = MAKE[".bib"] + "@article{k7, title = {Another}}\n@article{bad, title = {open\n"
    file = read_references("list.bib", again, ".bib")
    assert file is not None
    assert file.entries[COUNT - 2].reference.container_title == "Journal of Crops"
    assert file.entries[COUNT - 2].reference.publisher == "Plough"
    assert [remark.message for remark in file.remarks] == ["`k7` is given again"]
    assert [problem.where.line for problem in file.problems] == [again.count("\n")]
