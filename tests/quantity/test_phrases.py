"""The table of phrases: what each is read as, and as nothing else."""

from pathlib import Path

import pytest

from claimcheck.model.quantity import Other
from claimcheck.quantity import read
from quantity.rendering import rendered

TABLE = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8")
ROWS = [line.split(" => ") for line in TABLE.splitlines() if " => " in line]
INLINE = [row for row in ROWS if row[1] != "other list-marker"]
NEGATIVES = [
    phrase
    for phrase, expected in INLINE
    if all(part.startswith(("other", "nothing")) for part in expected.split("; "))
]


def as_read(text):
    return "; ".join(rendered(quantity) for quantity in read(text)) or "nothing"


@pytest.mark.parametrize(("phrase", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_phrase_is_read_as(phrase, expected):
    assert as_read(phrase) == expected


@pytest.mark.parametrize(("phrase", "expected"), INLINE, ids=[row[0] for row in INLINE])
def test_phrase_is_read_the_same_in_a_sentence(phrase, expected):
    """Words around a phrase that say nothing of figures change nothing."""
    assert as_read(f"Reported there: {phrase}; this was noted.") == expected


@pytest.mark.parametrize("phrase", NEGATIVES)
def test_what_is_no_quantity_stays_none_beside_one(phrase):
    found = [q for q in read(f"27 participants; {phrase}; week 3") if not isinstance(q, Other)]
    assert [q.text for q in found] == ["27 participants", "week 3"]


def test_the_table_is_large_and_varied():
    kinds = {part.split()[0] for _, expected in ROWS for part in expected.split("; ")}
    assert len(ROWS) > 600
    assert {"count", "percent", "fraction", "spoken", "points", "effect", "interval"} <= kinds
    assert {"p", "duration", "at", "date", "dose", "phase", "vote", "money", "age"} <= kinds


def test_list_markers_stand_at_the_start_of_a_line():
    assert as_read("3. Results\n4. Methods") == "other list-marker; other list-marker"
    assert as_read("They treated 3. Later on") == "count 3"


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("about 71 % of them", "71 %"),
        ("More than 200 adult participants took part", "200 adult participants"),
        ("(P < .001)", "P < .001"),
        ("by Week 12", "Week 12"),
        ("a 95% CI of −10.2 to −2.9", "95% CI of −10.2 to −2.9"),
        ("Phase IIb", "Phase IIb"),
        ("two doses of 25 mg", "two doses of 25 mg"),
    ],
)
def test_literal_text_holds_cue_and_unit_and_leaves_out_the_hedge(text, literal):
    assert [quantity.text for quantity in read(text)] == [literal]
