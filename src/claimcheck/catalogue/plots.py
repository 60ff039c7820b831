"""Charts as files, drawn by matplotlib: shares by arm, sizes, dates.

Colours are those of Okabe and Ito (2008), which people with any common colour vision tell apart;
control groups are hatched besides. Axes begin at nought.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any

from claimcheck import __version__
from claimcheck.catalogue.charts import Milestone, ShareBar, ShareGroup, SizeBar, scale_end
from claimcheck.catalogue.formats import page
from claimcheck.catalogue.names import MARKS
from claimcheck.errors import UsageError

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_BLUE, _GREY, _RED = "#0072B2", "#999999", "#D55E00"
_WEAK, _FAINT = "#555555", "#dddddd"
_SOLID: dict[str, Any] = {"color": _BLUE}
_HATCHED: dict[str, Any] = {"color": "white", "edgecolor": _GREY, "hatch": "///"}
_WIDTH = 9.0
_ROW = 0.3
_LANDSCAPE = 5.0
_DPI = 150
_MISSING = "—"
_DOUBTS = tuple(MARKS.values())
KINDS = ("svg", "png", "html")
"""What a chart can be written as."""


def share_figure(groups: Sequence[ShareGroup], title: str) -> Figure:
    """Shares of participants by trial and arm, with recorded intervals and n."""
    rows = sum(len(group.bars) + 1 for group in groups)
    figure, axes = _axes(rows, title)
    axes.set_xlim(0, 100)
    axes.set_xlabel("per cent of participants")
    labels: list[tuple[float, str, bool]] = []
    position = 0.0
    for group in groups:
        labels.append((position, _head(group), True))
        for bar in group.bars:
            position += 1
            _draw_share(axes, position, bar)
            labels.append((position, bar.arm, False))
        position += 1
    _label_rows(axes, labels)
    note = (
        "Hatched: control groups. Definitions, scales and times differ between trials: "
        "compare arms within one."
    )
    figure.supxlabel(note, fontsize=8, color=_WEAK)
    return figure


def _head(group: ShareGroup) -> str:
    detail = f" ({group.detail})" if group.detail else ""
    return " ".join(filter(None, (f"{group.trial}{detail}", group.mark)))


def _draw_share(axes: Axes, position: float, bar: ShareBar) -> None:
    look = _SOLID if bar.active else _HATCHED
    axes.barh(position, bar.share, 0.75, linewidth=1, **look)
    end = bar.share
    if bar.low is not None and bar.high is not None:
        reach = [[bar.share - bar.low], [bar.high - bar.share]]
        axes.errorbar(bar.share, position, xerr=reach, color="black", capsize=3, linewidth=1)
        end = max(end, bar.high)
    number = "n not recorded" if bar.number is None else f"n = {bar.number}"
    text = f"{round(bar.share, 1):g} %, {number}"
    axes.text(end + 1, position, text, va="center", fontsize=8)


def _label_rows(axes: Axes, labels: Sequence[tuple[float, str, bool]]) -> None:
    axes.set_yticks([place for place, _, _ in labels], [_literal(text) for _, text, _ in labels])
    for tick, (_, text, strong) in zip(axes.get_yticklabels(), labels, strict=True):
        tick.set_fontweight("bold" if strong else "normal")
        tick.set_color(_RED if text.endswith(_DOUBTS) else "black")
    axes.set_ylim(labels[-1][0] + 0.8, -0.8)


def size_figure(bars: Sequence[SizeBar], title: str) -> Figure:
    """Participants by compound and trial; planned numbers hatched."""
    compounds = [(name, list(group)) for name, group in groupby(bars, lambda bar: bar.compound)]
    figure, axes = _axes(len(bars) + len(compounds), title)
    labels: list[tuple[float, str, bool]] = []
    for compound, group in compounds:
        labels.append((len(labels), compound, True))
        for bar in group:
            _draw_size(axes, len(labels), bar)
            phase = f", phase {bar.phase}" if bar.phase else ""
            labels.append((len(labels), f"{bar.trial}{phase} {bar.mark}".rstrip(), False))
    _label_rows(axes, labels)
    axes.set_xlim(0, scale_end(max(bar.number for bar in bars)))
    axes.set_xlabel("participants")
    figure.supxlabel("Hatched: planned numbers.", fontsize=8, color=_WEAK)
    return figure


def _draw_size(axes: Axes, position: float, bar: SizeBar) -> None:
    look = _HATCHED if bar.planned else _SOLID
    axes.barh(position, bar.number, 0.75, linewidth=1, **look)
    axes.annotate(
        f"{bar.number} planned" if bar.planned else str(bar.number), (bar.number, position), (3, 0),
        textcoords="offset points", va="center", fontsize=8,
    )  # fmt: skip


def timeline_figure(milestones: Sequence[Milestone], title: str) -> Figure:
    """Results and decisions by day, a row for each kind; a line where only month or year is known.

    Marks of one kind that fall together are darker.
    """
    kinds = sorted({(m.event, m.kind) for m in milestones})
    figure, axes = _axes(len(kinds) + 4, title)
    for place, (event, kind) in enumerate(kinds):
        dates = [m.date for m in milestones if (m.event, m.kind) == (event, kind)]
        look: dict[str, Any] = {"color": _RED if event else _BLUE, "alpha": 0.6}
        middles: list[Any] = [d.earliest + (d.latest - d.earliest) / 2 for d in dates]
        rows = [place] * len(dates)
        axes.plot(middles, rows, linestyle="none", marker="D" if event else "o", **look)
        spans: list[tuple[Any, Any]] = [(d.earliest, d.latest) for d in dates]
        axes.hlines(rows, [s for s, _ in spans], [e for _, e in spans], linewidth=2, **look)
    named = [kind.replace("-", " ") for _, kind in kinds]
    axes.set_yticks(range(len(kinds)), named)
    axes.set_ylim(len(kinds) - 0.5, -0.5)
    axes.grid(visible=True, axis="both", color=_FAINT)
    note = (
        "Circles: results of trials. Diamonds: decisions. Lines: known to the month or year only."
    )
    figure.supxlabel(note, fontsize=8, color=_WEAK)
    return figure


def _axes(rows: int, title: str) -> tuple[Figure, Axes]:
    try:
        from matplotlib.figure import Figure
    except ImportError:
        message = "charts need matplotlib: pip install 'claimcheck-evidence[charts]'"
        raise UsageError(message) from None
    figure = Figure((_WIDTH, max(_LANDSCAPE, 1.6 + _ROW * rows)), layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(_literal(title), loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_axisbelow(True)
    axes.grid(visible=True, axis="x", color=_FAINT)
    return figure, axes


def _literal(text: str) -> str:
    """Text that matplotlib does not take for a formula."""
    return text.replace("$", r"\$")


def drawn(figure: Figure, kind: str, table: str) -> bytes:
    """The chart as a file of one of `KINDS`; `table` is the HTML of the figures it shows."""
    if kind == "png":
        return _saved(figure, "png", {"Software": f"claimcheck {__version__}"})
    svg = _saved(figure, "svg", {"Creator": f"claimcheck {__version__}", "Date": None})
    if kind == "svg":
        return svg
    title = figure.axes[0].get_title(loc="left")
    inline = svg.decode("utf-8")
    drawing = inline[inline.index("<svg") :].replace("<svg", '<svg aria-hidden="true"', 1)
    body = f"<figure>{drawing}</figure>\n{table}"
    return page(title, body).encode("utf-8")


def _saved(figure: Figure, kind: str, metadata: dict[str, Any]) -> bytes:
    import matplotlib as mpl

    buffer = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "claimcheck"}):
        figure.savefig(buffer, format=kind, dpi=_DPI, metadata=metadata)
    return buffer.getvalue()


def share_table(groups: Sequence[ShareGroup]) -> str:
    """The figures of a chart of shares as an HTML table."""
    rows = [
        (g.trial, g.detail, b.arm, f"{round(b.share, 1):g} %", _interval(b), _number(b), g.source)
        for g in groups
        for b in g.bars
    ]
    return _table(("Trial", "When, on what", "Arm", "Share", "Interval", "n", "Source"), rows)


def _interval(bar: ShareBar) -> str:
    return "" if bar.low is None else f"{bar.low:g} to {bar.high:g} %"


def _number(bar: ShareBar) -> str:
    return "" if bar.number is None else str(bar.number)


def size_table(bars: Sequence[SizeBar]) -> str:
    """The figures of a chart of sizes as an HTML table."""
    rows = [
        (b.trial, b.compound, b.phase, str(b.number), "planned" if b.planned else "counted", b.mark)
        for b in bars
    ]
    return _table(
        ("Trial", "Compound", "Phase", "Participants", "Number", "Retracted or disputed"), rows
    )


def timeline_table(milestones: Sequence[Milestone]) -> str:
    """Results and decisions as an HTML table."""
    rows = [(str(m.date), m.kind, m.text) for m in milestones]
    return _table(("Date", "Kind", "What"), rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    cells = (("".join(f"<td>{escape(cell) or _MISSING}</td>" for cell in row)) for row in rows)
    body = "\n".join(f"<tr>{row}</tr>" for row in cells)
    table = f"<table><thead><tr>{titles}</tr></thead>\n<tbody>{body}</tbody></table>"
    return f'<div class="wide" role="region" aria-label="Figures" tabindex="0">{table}</div>'
