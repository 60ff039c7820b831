"""Tables fit the terminal and say what they leave out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.catalogue.columns import Column, choose_columns
from claimcheck.catalogue.table import measure, render_table, wrap
from claimcheck.catalogue.trial_columns import DEFAULT, PRECEDENCE
from claimcheck.reports.style import Style


def table(base, columns, width, chosen=None, **style):
    picked = choose_columns(chosen, columns, DEFAULT)
    precedence = () if chosen else PRECEDENCE
    return render_table(base.trials, picked, precedence, Style(width=width, **style))


@pytest.mark.parametrize("width", [30, 60, 80, 100, 140, 200, 400])
def test_no_line_is_wider_than_the_terminal(base, columns, width):
    lines = table(base, columns, width).splitlines()
    assert max(measure(line) for line in lines) <= width


def test_a_wide_terminal_leaves_nothing_out(base, columns):
    shown = table(base, columns, 400)
    assert "No room for" not in shown
    assert "Smith 2020 RETRACTED" in shown
    assert "10.1000/cough.1" in shown
    assert shown.splitlines()[2].startswith("alpha-1")


def test_a_narrow_terminal_says_what_it_leaves_out(base, columns):
    shown = " ".join(table(base, columns, 80).split())
    assert "No room for: Design, Source, DOI (a wider terminal" in shown
    assert "Result" in shown


def test_a_column_that_fits_is_shown_though_a_wider_one_before_it_is_not(base, columns):
    head = table(base, columns, 50).splitlines()[0]
    assert head.split() == ["Trial", "Compound", "Indication", "Phase", "n", "Year"]


def test_room_goes_to_the_columns_that_want_it_most():
    short = Column(key="s", title="S", value=lambda _: "a" * 12, narrowest=6)
    long = Column(key="l", title="L", value=lambda _: "b " * 60, narrowest=6)
    rule = render_table(["row"], [short, long], (), Style(width=60)).splitlines()[1]
    assert list(map(len, rule.split())) == [12, 46]
    rule = render_table(["row"], [long, long], (), Style(width=60)).splitlines()[1]
    assert list(map(len, rule.split())) == [29, 29]


def test_columns_asked_for_are_never_left_out(base, columns):
    shown = table(base, columns, 60, "all")
    assert "No room for" not in shown
    for column in columns.values():
        assert shown.count(f"{column.title}  ") >= len(base.trials)


def test_what_is_not_recorded_is_a_dash(base, columns):
    last = table(base, columns, 200, "id,n,phase").splitlines()[-1]
    assert last.split() == ["undated", "—", "—"]


def test_a_retracted_source_stands_out_in_colour(base, columns):
    assert "\x1b[1;31mRETRACTED\x1b[0m" in table(base, columns, 200, color=True)
    assert "\x1b" not in table(base, columns, 200)


def test_control_characters_do_not_reach_the_terminal():
    column = Column(key="x", title="X", value=lambda text: text)
    assert "\x1b" not in render_table(["a\x1b[2Jb\nc"], [column], (), Style(width=80))


def test_no_rows(columns):
    shown = render_table([], choose_columns(None, columns, DEFAULT), PRECEDENCE, Style(width=120))
    assert len(shown.splitlines()) == 2


@settings(deadline=None)
@given(st.text(alphabet="ab é文-/ 1", max_size=60), st.integers(2, 30))
def test_wrapping_loses_nothing_and_fits(text, width):
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(measure(line) <= width for line in lines)


def test_counts_are_not_broken_at_their_slash():
    assert wrap("92 % (23/25)", 8) == ["92 %", "(23/25)"]
    assert wrap("points (95 % CI", 10) == ["points", "(95 % CI"]
    assert wrap("10.1000/a; 10.1016/j.jad-1", 18) == ["10.1000/a;", "10.1016/j.jad-1"]
    assert wrap("double-blind", 8) == ["double-", "blind"]
