"""The loader: values as written, exact places, one clear line for anything else."""

import pytest

from claimcheck.errors import InputError, UsageError
from claimcheck.load import load_base, load_text

CLAIM = """claims:
- id: a
  statement: Ten took part.
  kind: size
  verdict: supported
"""


def said(text):
    return [(p.where.line, p.where.column, p.message) for p in load_text(text).problems]


def test_scalars_stay_what_they_were():
    text = CLAIM + "  quantity: 010\n  note: 10:1\n  correction: no\n"
    [claim] = load_text(text).claims
    assert (claim.quantity, claim.note, claim.correction) == ("010", "10:1", "no")


def test_numbers_keep_their_literal_text():
    head = "trials:\n- {id: t, name: T, compound: x, indication: y, "
    [trial] = load_text(head + "outcomes: [{outcome: r, percent: 71.0}]}").trials
    percent = trial.outcomes[0].percent
    assert percent is not None
    assert (percent.literal, percent.decimals, str(percent)) == ("71.0", 1, "71.0")


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_an_empty_value_is_no_value(word):
    assert load_text(CLAIM + f"  note: {word}\n").claims[0].note is None


def test_a_single_id_may_stand_without_brackets():
    [claim] = load_text(CLAIM + "  subject: {compound: x}\n").claims
    assert claim.subject.compound == ("x",)


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("  verdit: x", (6, 3), "unknown key `verdit` (did you mean `verdict`?)"),
        ("  as[]of: x", (6, 3), "unknown key `as[]of`"),
        ("  str: x", (6, 3), "unknown key `str`"),
        ("  as_of: 2026-13-01", (6, 10), "`as_of`: month must be in 1..12"),
        ("  as_of: soon", (6, 10), "'soon' is not a date"),
        ("  note: a\n  note: b", (7, 3), "key `note` is given twice"),
        ("  sources: [{ref: x, stance: suports}]", (6, 30), "`stance` is 'suports'"),
        ("  sources: x", (6, 12), "`sources` is 'x'; expected a list"),
        ("  sources: [{stance: supports}]", (6, 13), "`ref` is required"),
    ],
)
def test_faults_have_line_and_column(line, place, message):
    [(number, column, words)] = said(CLAIM + line + "\n")
    assert (number, column) == place
    assert message in words


def test_a_missing_field_is_reported_at_the_entry():
    assert said("claims:\n- {id: a, kind: size, verdict: supported}\n") == [
        (2, 3, "`statement` is required")
    ]


def test_a_bad_entry_does_not_lose_the_others():
    base = load_text(CLAIM + "- {id: b}\n- {id: c, statement: S., kind: size, verdict: refuted}\n")
    assert [claim.id for claim in base.claims] == ["a", "c"]


def test_a_bad_id_is_reported():
    assert "id 'A b' is not made of" in said(CLAIM.replace("id: a", "id: A b"))[0][2]


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("claims: [", (2, 1), "is not YAML"),
        ("claims:\n- id: &x a\n- id: *x\n", (2, 7), "anchors and aliases are not allowed"),
        ("claims:\n- id: !!python/none a\n", (2, 7), "tags are not allowed"),
        ("- a\n- b\n", (1, 1), "must hold the keys"),
        ("claims: []\n---\nclaims: []\n", (2, 1), "more than one YAML document"),
        ("? {a: b}\n: c\n", (1, 3), "a key must be text"),
        ("claims: " + "[" * 100, (1, 48), "nested too deeply"),
        ("claims: \x07\n", (1, 9), "is not YAML"),
    ],
)
def test_what_is_no_yaml_of_ours_is_one_error(text, where, message):
    with pytest.raises(InputError, match=message) as caught:
        load_text(text)
    assert (caught.value.where.line, caught.value.where.column) == where


def test_exploding_aliases_cannot_explode():
    bomb = "a: &a [x,x,x]\n" + "".join(f"b{i}: &b{i} [*a,*a,*a]\n" for i in range(50))
    with pytest.raises(InputError, match="anchors"):
        load_text(bomb)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"claims:\n- id: caf\xe9\n", r"claims\.yaml:2:10: is not UTF-8 \(byte 0xe9\)"),
        (b"\x00\x01\x02", "is binary"),
    ],
)
def test_files_that_are_no_text(tmp_path, content, message):
    (tmp_path / "claims.yaml").write_bytes(content)
    with pytest.raises(InputError, match=message):
        load_base(tmp_path)


def test_a_folder_in_place_of_a_file(tmp_path):
    (tmp_path / "claims.yaml").mkdir()
    with pytest.raises(InputError, match="is a directory"):
        load_base(tmp_path)


def test_a_huge_file_is_refused(tmp_path):
    with (tmp_path / "claims.yaml").open("wb") as file:
        file.truncate(80 * 1024 * 1024)
    with pytest.raises(InputError, match="is too large"):
        load_base(tmp_path)


def test_a_folder_without_a_base(tmp_path):
    with pytest.raises(UsageError, match="no claim base here"):
        load_base(tmp_path)
    with pytest.raises(UsageError, match="no such folder"):
        load_base(tmp_path / "none")


def test_byte_order_mark_and_windows_line_ends(tmp_path):
    (tmp_path / "claims.yaml").write_bytes(b"\xef\xbb\xbf" + CLAIM.replace("\n", "\r\n").encode())
    base = load_base(tmp_path)
    assert base.claims[0].statement == "Ten took part."
    assert base.at(base.claims[0], "kind").line == 4


def test_every_field_can_be_found(tmp_path):
    text = CLAIM + "  sources:\n  - ref: one\n  - {ref: two, at: table 2}\n- id: b\n"
    (tmp_path / "claims.yaml").write_text(text)
    base = load_base(tmp_path)
    claim = base.claims[0]
    lines = text.splitlines()
    for path, value in {
        ("id",): "a",
        ("statement",): "Ten took part.",
        ("sources", 0, "ref"): "one",
        ("sources", 1, "at"): "table 2",
    }.items():
        place = base.at(claim, *path)
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == value
    assert base.at(claim, "sources", 7, "ref").line == 6
    assert base.at(claim, "correction") == claim.place


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "claims:\n", "null\n", "claims: []\n"])
def test_a_base_without_an_entry_is_no_pass(tmp_path, text):
    (tmp_path / "claims.yaml").write_text(text)
    (tmp_path / "trials.yaml").touch()
    with pytest.raises(UsageError, match=r"base is empty \(no entry in claims.yaml, trials.yaml"):
        load_base(tmp_path)


def test_a_base_of_faults_is_not_empty(tmp_path):
    (tmp_path / "claims.yaml").write_text("claims:\n- id: a\n")
    assert load_base(tmp_path).problems


def test_the_folder_above_a_base_names_it(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "claims.yaml").write_text(CLAIM)
    with pytest.raises(UsageError, match=r"did you mean `.*data`"):
        load_base(tmp_path)


def test_the_other_ending_of_yaml_is_named(tmp_path):
    (tmp_path / "claims.yml").write_text(CLAIM)
    with pytest.raises(UsageError, match=r"claims.yml must be called claims.yaml"):
        load_base(tmp_path)
