"""RIS and CSL files, whole and broken."""

from __future__ import annotations

import json

import pytest

from claimcheck.bibliography.csl import read_csl_json, read_csl_yaml
from claimcheck.bibliography.ris import read_ris
from claimcheck.compare.names import in_print
from claimcheck.errors import InputError

RIS = """TY  - JOUR
ID  - griffiths2016
AU  - Griffiths, Roland R.
A1  - Johnson, Matthew W.
AU  - COMPASS Pathways
TI  - Psilocybin produces substantial
      and sustained decreases
JO  - J Psychopharmacol
PY  - 2016/12/01/
VL  - 30
IS  - 12
SP  - 1181
EP  - 1197
DO  - https://doi.org/10.1177/0269881116675513
SN  - 0269-8811
ER  -

TY  - BOOK
T1  - No bad parts
AU  - Schwartz, Richard C.
PB  - Sounds True
PY  - 2021
TY  - JOUR
TI  - Third record
AU  - Doe, A.
ER  -
"""

ITEM = {
    "id": "mitchell-2021",
    "type": "article-journal",
    "title": "MDMA-assisted therapy",
    "author": [{"family": "Mitchell", "given": "Jennifer M."}, {"literal": "MAPS"}],
    "container-title": "Nature Medicine",
    "issued": {"date-parts": [[2021, 6]]},
    "volume": 27,
    "DOI": "10.1038/s41591-021-01336-3",
}


def test_ris_fields_and_places():
    file = read_ris("refs.ris", RIS)
    entry = file.entries[0]
    reference = entry.reference
    assert reference.id == "griffiths2016"
    assert reference.title == "Psilocybin produces substantial and sustained decreases"
    assert [in_print(n) for n in reference.author] == [
        "Griffiths RR", "COMPASS Pathways", "Johnson MW",
    ]  # fmt: skip
    assert (str(reference.issued), reference.page) == ("2016-12-01", "1181-1197")
    assert reference.issn == "0269-8811"
    assert RIS[slice(*entry.spans["DOI"])] == "https://doi.org/10.1177/0269881116675513"
    assert file.where(entry)("volume").line == 10


def test_a_record_without_its_end_is_read_and_named():
    file = read_ris("refs.ris", RIS)
    assert [e.reference.title for e in file.entries][1:] == ["No bad parts", "Third record"]
    [remark] = file.remarks
    assert remark.where.line == 18
    assert "no ER" in remark.message


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("wrap", [lambda i: [i], lambda i: i, lambda i: {"items": [i, i]}])
def test_csl_json_in_its_wrappings(indent, wrap):
    source = json.dumps(wrap(ITEM), indent=indent)
    entry = read_csl_json("refs.json", source).entries[0]
    reference = entry.reference
    assert reference.title == "MDMA-assisted therapy"
    assert [in_print(n) for n in reference.author] == ["Mitchell JM", "MAPS"]
    assert (str(reference.issued), reference.volume) == ("2021-06", "27")
    assert source[slice(*entry.spans["DOI"])] == "10.1038/s41591-021-01336-3"
    assert source[slice(*entry.spans["volume"])] == "27"


def test_a_broken_item_is_named_and_the_next_is_read():
    good = json.dumps(ITEM)
    file = read_csl_json("refs.json", f'[{good},\n {{"id": "x", "title": }},\n {good}]')
    assert len(file.entries) == 2
    [problem] = file.problems
    assert problem.where.line == 2
    cut = read_csl_json("refs.json", f"[{good},\n {good[:60]}")
    assert (len(cut.entries), len(cut.problems)) == (1, 1)


@pytest.mark.parametrize(
    "source", ['{"a": 1}', "[]", "[1, 2]", "nonsense", "", '{"a": [{"b": 2}]}']
)
def test_json_that_is_no_csl_is_refused(source):
    with pytest.raises(InputError, match="holds no CSL items"):
        read_csl_json("refs.json", source)


YAML = """---
references:
- id: mitchell-2021
  type: article-journal
  title: 'MDMA-assisted therapy'
  author:
  - {family: Mitchell, given: J. M.}
  issued: {date-parts: [[2021, 6, 1]]}
  volume: 27
  DOI: 10.1038/s41591-021-01336-3   # as printed
- id: no
  title: Second
  issued: 2020
...
"""


def test_csl_yaml_fields_and_places():
    file = read_csl_yaml("refs.yaml", YAML)
    first, second = file.entries
    assert first.reference.issued.month == 6
    assert YAML[slice(*first.spans["DOI"])] == "10.1038/s41591-021-01336-3"
    assert YAML[slice(*first.spans["title"])] == "MDMA-assisted therapy"
    assert file.where(first)("volume").line == 9
    assert (second.reference.id, second.reference.issued.year) == ("no", 2020)


@pytest.mark.parametrize("source", ["a: [1, 2", "just text", "- 1\n- 2\n", "a: b\n\tc: d\n"])
def test_yaml_that_is_no_csl_is_refused(source):
    with pytest.raises(InputError):
        read_csl_yaml("refs.yaml", source)
