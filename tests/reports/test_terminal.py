"""Carets stand under the fault, whatever the characters before it and however narrow the space."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck.model.findings import Severity, Suggestion
from claimcheck.reports import render
from claimcheck.reports.excerpt import Row, SourceLines, cut, rows
from claimcheck.reports.style import Style
from reports.samples import EVERYTHING, NOTHING, at, finding


def shown(line, fault, width=100, **rest):
    """Excerpt and caret line for a fault in a line."""
    start = line.index(fault) + 1
    where = at("a.md", 1, start, 1, start + len(fault))
    error = finding("DFT001", "contradicted", Severity.ERROR, where, "wrong", **rest)
    report = replace(NOTHING, findings=(error,), sources={"a.md": line})
    text = render("full", report, Style(width=width))
    _, _, _, excerpt, carets, *_ = text.split("\n")
    return excerpt.removeprefix("1 | "), carets.removeprefix("  | ")


@pytest.mark.parametrize(
    "before",
    [
        "plain ",
        "漢字かな交じり文の",
        "ｆｕｌｌ ｗｉｄｔｈ ",
        "cafe\u0301 e\u0302\u0323 ",
        "👍🏽 and 🇫🇷 ",
        "tab\tand\ttab ",
        "control \x1b[31m \x07 ",
        "مرحبا שלום ",
    ],
)
def test_carets_stand_under_the_fault(before):
    excerpt, carets = shown(f"{before}FAULT after", "FAULT")
    at_cells = cell_len(excerpt[: excerpt.index("FAULT")])
    assert carets == " " * at_cells + "^^^^^"


def test_wide_faults_have_wide_carets():
    assert shown("又は 二百十六人 です", "二百十六人")[1] == "     ^^^^^^^^^^"


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
@pytest.mark.parametrize("fill", ["word ", "漢字", "e\u0301 "])
def test_long_lines_are_cut_around_the_fault(width, fill):
    excerpt, carets = shown(fill * 300 + "FAULT" + fill * 300, "FAULT", width)
    assert "FAULT" in excerpt
    assert cell_len(excerpt) <= max(width, 40) - 4
    assert excerpt.startswith("…")
    assert excerpt.endswith("…")
    assert carets == " " * cell_len(excerpt[: excerpt.index("FAULT")]) + "^^^^^"


def test_a_fault_longer_than_the_line_is_cut():
    excerpt, carets = shown("F" * 500, "F" * 500, width=60)
    assert excerpt == "F" * 55 + "…"
    assert carets == "^" * 56


characters = st.one_of(st.characters(codec="utf-8"), st.sampled_from("漢\u200d\ufe0f©👍\u0301 a"))


@given(st.text(characters), st.text(characters), st.text(characters), st.integers(10, 60))
@example("©\ufe0f" * 60, "©\ufe0f" * 60, "©\ufe0f" * 60, 40)
def test_cut_rows_fit(before, fault, after, room):
    part = cut(Row(1, before, fault, after), room)
    assert cell_len(part.before) + cell_len(part.fault) + cell_len(part.after) <= room
    assert before.endswith(part.before.removeprefix("…"))
    assert fault.startswith(part.fault.removesuffix("…"))


def test_a_place_without_end_marks_one_character():
    [row] = rows(at("a.md", 1, 3), SourceLines({"a.md": "abcde"}))
    assert (row.before, row.fault, row.after) == ("ab", "c", "de")


def test_a_place_past_the_end_of_the_line():
    [row] = rows(at("a.md", 1, 30, 1, 40), SourceLines({"a.md": "abc"}))
    assert (row.before, row.fault, row.after) == ("abc", "", "")


def test_lines_end_with_crlf_too():
    lines = SourceLines({"a.md": "one\r\ntwo\r\n"})
    assert [lines.line("a.md", n) for n in (0, 1, 2, 3, 4)] == [None, "one", "two", "", None]
    assert lines.line("b.md", 1) is None


def test_a_fault_over_lines_starts_after_the_indent():
    lines = SourceLines({"a.md": "- one two\n  three four. Five"})
    first, second = rows(at("a.md", 1, 3, 2, 14), lines)
    assert (first.before, first.fault) == ("- ", "one two")
    assert (second.before, second.fault, second.after) == ("  ", "three four.", " Five")


def test_without_colour_there_are_no_escapes():
    assert "\x1b" not in render("full", EVERYTHING, Style(color=False))


@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM", "COLUMNS", "FORCE_COLOR"])
def test_the_environment_is_not_looked_at(monkeypatch, variable):
    style = Style(color=True, width=70)
    before = render("full", EVERYTHING, style)
    monkeypatch.setenv(variable, "dumb" if variable == "TERM" else "1")
    assert render("full", EVERYTHING, style) == before


def test_colours_are_closed_on_each_line():
    for line in render("full", EVERYTHING, Style(color=True)).split("\n"):
        assert line.count("\x1b[0m") * 2 == line.count("\x1b[")


def test_a_suggestion_of_several_lines_is_indented():
    where = at("a.md", 1, 1, 1, 2)
    fix = Suggestion("- id: a\n  title: b")
    error = finding("REF012", "missing-doi", Severity.WARNING, where, "no DOI", suggestion=fix)
    text = render("full", replace(NOTHING, findings=(error,)), Style())
    assert "  = suggestion: - id: a\n      title: b\n" in text


def test_gaps_with_one_reason_are_told_together_after_the_faults():
    def gap(line, reason):
        where = at("a.yaml", line, 3, line, 4)
        return finding("REF014", "could-not-check", Severity.WARNING, where, reason)

    fault = finding("CLM004", "unsourced-claim", Severity.ERROR, at("a.yaml", 9, 1), "no source")
    found = (gap(1, "down"), gap(2, "not in the lock"), gap(3, "down"), fault)
    alone, error, together, _ = render("full", replace(NOTHING, findings=found), Style()).split(
        "\n\n"
    )
    assert alone.startswith("warning[REF014] could-not-check: not in the lock\n --> a.yaml:2:3")
    assert error.startswith("error[CLM004]")
    assert together == ("warning[REF014] could-not-check: down\n --> a.yaml:1:3\n --> a.yaml:3:3")
