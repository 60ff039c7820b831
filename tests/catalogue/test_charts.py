"""Charts: what they show, in the terminal and as files."""

import re
import struct
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from claimcheck.catalogue import charts, plots
from claimcheck.catalogue.bars import render_shares, render_sizes, render_timeline
from claimcheck.catalogue.table import measure
from claimcheck.errors import UsageError
from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.reports.style import Style


@pytest.fixture
def groups(base, names):
    return charts.share_groups(base.trials, "response", names)


@pytest.fixture
def dated(base, names):
    decision = Event(
        id="d", date=PartialDate(2021, 3), agency="board", jurisdiction="x", kind="approval",
        compound=("alphine",), summary="Approved for $5.",
    )  # fmt: skip
    other = replace(decision, id="e", compound=("betane",))
    told = replace(decision, id="f", kind="readout", trial=("alpha-1",))
    changed = replace(base, events=(decision, other, told))
    found = base.trials[:2]
    return charts.milestones(changed, found, names, frozenset({"alphine-one"}))


def test_sizes_by_compound_and_phase(base, names):
    bars = charts.size_bars(base.trials, names)
    assert [(b.trial, b.compound, b.phase, b.number, b.planned, b.mark) for b in bars] == [
        ("alpha-2", "ALF-100", "2b", 300, True, ""),
        ("beta-1", "BTN", "1/2", 7, False, ""),
        ("alpha-1", "alphine", "2a", 40, False, "RETRACTED"),
    ]


def test_the_outcome_that_most_trials_report(base):
    assert charts.choose_outcome(base, base.trials, None) == "response"
    assert charts.choose_outcome(base, base.trials[1:2], None) is None
    assert charts.choose_outcome(base, base.trials, "Response") == "response"
    with pytest.raises(UsageError, match="no share"):
        charts.choose_outcome(base, base.trials, "effect size")
    with pytest.raises(UsageError, match="no outcome is called"):
        charts.choose_outcome(base, base.trials, "respawn")


def test_shares_by_arm(groups):
    first, second = groups
    assert (first.trial, first.detail, first.mark) == ("alpha-1", "week 4, CSS", "RETRACTED")
    assert (first.ref, first.source) == ("smith-2020", "Smith 2020 RETRACTED")
    assert [(b.arm, b.active, b.share, b.number) for b in first.bars] == [
        ("10 mg", True, 50.0, 20),
        ("placebo", False, 15.0, 20),
    ]
    assert [(b.arm, b.share, b.number) for b in second.bars] == [("all", 71.4, None)]


def test_milestones_of_related_compounds_each_once(dated):
    assert [(str(m.date), m.kind, m.text, m.event) for m in dated] == [
        ("2020-05-04", "publication", "alpha-1, primary endpoint met", False),
        ("2021-03", "approval", "board: Approved for $5.", True),
    ]


def test_bars_are_in_proportion(groups):
    lines = render_shares(groups, "Response", Style(width=120)).splitlines()
    full = next(line for line in lines if "├" in line)
    length = full.count("─") + 3
    half = next(line for line in lines if "50 %, n = 20" in line)
    assert abs(half.count("█") - length / 2) <= 1
    control = next(line for line in lines if "15 %, n = 20" in line)
    assert "█" not in control
    assert any("n not recorded" in line for line in lines)
    assert any("RETRACTED" in line for line in lines)


@pytest.mark.parametrize(
    ("largest", "end"),
    [(1, 1), (7, 8), (12, 12), (104, 120), (581, 600), (20536, 24000), (99, 100)],
)
def test_a_scale_ends_at_a_round_number(largest, end):
    assert charts.scale_end(largest) == end


def test_decisions_on_other_conditions_are_left_out(base, names):
    event = Event(
        id="d", date=PartialDate(2021, 3), agency="board", jurisdiction="x", kind="approval",
        compound=("alphine",), summary="Approved.",
    )  # fmt: skip
    events = (event, replace(event, indication=("cough",)), replace(event, indication=("fever",)))
    changed = replace(base, events=events)
    found = charts.milestones(changed, (), names, frozenset({"alphine"}), frozenset({"cough"}))
    assert len(found) == 2


def test_a_long_line_of_the_timeline_is_cut_and_says_so(dated):
    first = replace(dated[0], text="long " * 40)
    shown = render_timeline([first, *dated[1:]], Style(width=60))
    assert max(map(measure, shown.splitlines()[:-1])) <= 60
    assert "… cut to the width" in shown
    assert "cut to the width" not in render_timeline(dated, Style(width=60))


@pytest.mark.parametrize("width", [50, 60, 80, 120, 200])
def test_charts_fit_the_terminal(base, names, groups, dated, width):
    style = Style(width=width)
    sizes = render_sizes(charts.size_bars(base.trials, names), style)
    for text in (sizes, render_shares(groups, "Response", style), render_timeline(dated, style)):
        assert max(measure(line) for line in text.splitlines()) <= width


def test_nothing_to_draw():
    style = Style()
    assert (
        render_sizes([], style) + render_shares([], "R", style) + render_timeline([], style) == ""
    )


def test_svg_has_its_text_and_is_the_same_each_time(groups):
    def draw():
        return plots.drawn(plots.share_figure(groups, "Response"), "svg", "").decode()

    svg = draw()
    ET.fromstring(svg)
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert {"50 %, n = 20", "10 mg", "Response", "71.4 %, n not recorded"} <= set(texts)
    assert "alpha-1 (week 4, CSS) RETRACTED" in texts
    assert draw() == svg


def test_an_interval_is_drawn_where_one_is_recorded(groups):
    [first, _] = groups
    bar = replace(first.bars[0], low=30.0, high=70.0)
    figure = plots.share_figure([replace(first, bars=(bar,))], "Response")
    [axes] = figure.axes
    assert len(axes.containers) == 2
    assert axes.get_xlim() == (0, 100)
    table = plots.share_table([replace(first, bars=(bar,))])
    assert "<td>30 to 70 %</td>" in table
    assert "<td>Smith 2020 RETRACTED</td>" in table


def test_png(base, names):
    bars = charts.size_bars(base.trials, names)
    data = plots.drawn(plots.size_figure(bars, "Participants"), "png", "")
    width, height = struct.unpack(">II", data[16:24])
    assert data.startswith(b"\x89PNG")
    assert width > 1000
    assert height > 500


def test_html_holds_the_figures_too(dated):
    figure = plots.timeline_figure(dated, "Results & decisions")
    html = plots.drawn(figure, "html", plots.timeline_table(dated)).decode()
    assert "<h1>Results &amp; decisions</h1>" in html
    assert "<td>board: Approved for $5.</td>" in html
    assert "<script" not in html
    assert html.count("<svg") == 1
