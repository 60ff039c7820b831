"""Names are found as people write them, and nothing else is taken for one."""

import pytest

from claimcheck.load import load_text
from claimcheck.statements.names import NameIndex, name_table

BASE = """
compounds:
- {id: mm120, name: MM120, synonyms: [DT120], broader: lsd}
- {id: lsd, name: lysergide, exact: [LSD]}
- {id: mdma, name: MDMA, ambiguous: [molly], context: [therapy, PTSD]}
- {id: five, name: 5-MeO-DMT}
- {id: dmt, name: dimethyltryptamine, exact: [DMT]}
indications:
- {id: trd, name: treatment-resistant depression, exact: [TRD]}
- {id: depression, name: depression}
- {id: ptsd, name: post-traumatic stress disorder, exact: [PTSD]}
outcomes:
- {id: free, name: no longer met PTSD criteria}
scales:
- {id: madrs, name: Montgomery–Åsberg Depression Rating Scale, exact: [MADRS]}
sponsors:
- {id: compass, name: Compass Pathways, synonyms: [Compass]}
references:
- {id: goodwin-2022, title: A trial, issued: 2022-11-03, author: [{family: Goodwin, given: G. M.}]}
- {id: ch-2016, title: A study, issued: 2016-05, author: [{family: Carhart-Harris, given: R. L.}]}
trials:
- id: comp001
  name: COMP001
  registry: NCT03775200
  compound: psilocybin
  indication: trd
  publications: [{ref: goodwin-2022}]
- {id: old, name: Imperial pilot, compound: p, indication: trd, publications: [{ref: ch-2016}]}
"""


@pytest.fixture(scope="module")
def index():
    return NameIndex(name_table(load_text(BASE)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Treatment resistant depressions", [("indication", "trd")]),
        ("treatment‐resistant depression’s toll", [("indication", "trd")]),
        ("MM-120 and MM 120", [("compound", "mm120"), ("compound", "mm120")]),
        ("DT120", [("compound", "mm120")]),
        ("COMPASS Pathways' trial", [("sponsor", "compass")]),
        ("5-MeO-DMT", [("compound", "five")]),
        (
            "Montgomery-Asberg Depression Rating Scale",
            [("scale", "madrs"), ("indication", "depression")],
        ),
        ("they no longer met PTSD criteria", [("outcome", "free"), ("indication", "ptsd")]),
        ("NCT03775200 (COMP001)", [("trial", "comp001"), ("trial", "comp001")]),
        ("nct03775200", [("trial", "comp001")]),
        ("lsd in lower case", []),
        ("molly for PTSD", [("compound", "mdma"), ("indication", "ptsd")]),
        ("a friend called Molly", []),
        ("Goodwin et al., 2022", [("author", "goodwin-2022")]),
        ("(Goodwin 2022)", [("author", "goodwin-2022")]),
        ("Goodwin and colleagues", [("author", "goodwin-2022")]),
        ("Goodwin’s team", [("author", "goodwin-2022")]),
        ("Goodwin et al. (2019)", []),
        ("Mr Goodwin said", []),
        ("Carhart-Harris et al. (2016)", [("author", "ch-2016")]),
        ("resistant. Depression", [("indication", "depression")]),
        ("", []),
    ],
)  # fmt: skip
def test_names(index, text, expected):
    assert [(m.kind, i) for m in index.find(text) for i in m.ids] == expected


def test_places_point_at_the_name(index):
    text = "In TRD, Compass gave 25 mg to some (Goodwin et al., 2022)."
    assert [text[m.start : m.end] for m in index.find(text)] == [
        "TRD",
        "Compass",
        "Goodwin et al., 2022",
    ]
    assert index.find(text)[-1].year == 2022
