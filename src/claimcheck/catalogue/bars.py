"""Charts in a terminal: bars from nought on one scale, with the number that each stands for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from claimcheck.catalogue.charts import Milestone, ShareBar, ShareGroup, SizeBar, scale_end
from claimcheck.catalogue.table import measure, wrap
from claimcheck.reports.characters import one_line
from claimcheck.reports.style import Style

_EIGHTHS = " ▏▎▍▌▋▊▉"
_CONTROL = "░"
_LABEL = 28
_LEAST_ROOM = 8
_WHOLE = 100
_CUT = "…"


def render_sizes(bars: Sequence[SizeBar], style: Style) -> str:
    """Participants of each trial, grouped by compound and phase."""
    if not bars:
        return ""
    end = scale_end(max(bar.number for bar in bars))
    room = _room(style, max(len(_size_text(bar, Style())) for bar in bars))
    lines = [style.paint("Participants by trial", "strong"), ""]
    for compound, group in groupby(bars, key=lambda bar: bar.compound):
        lines.append(style.paint(one_line(compound), "info"))
        for bar in group:
            label = f"{bar.trial} ({bar.phase})" if bar.phase else bar.trial
            drawn = _bar(bar.number / end * room, solid=not bar.planned)
            lines.append(f"  {_label(label, style)} {drawn}{_size_text(bar, style)}")
    lines += [_axis(room, end, "", style), "", "Light bars: planned numbers."]
    return "\n".join(lines)


def _size_text(bar: SizeBar, style: Style) -> str:
    mark = f" {style.paint(bar.mark, 'error')}" if bar.mark else ""
    return f" {bar.number}{' planned' if bar.planned else ''}{mark}"


def render_shares(groups: Sequence[ShareGroup], title: str, style: Style) -> str:
    """Shares of participants by arm, from nought to a hundred per cent; n beside each."""
    if not groups:
        return ""
    room = _room(style, max(len(_share_text(bar)) for group in groups for bar in group.bars))
    lines = [style.paint(f"{title}, per cent of participants", "strong"), ""]
    for group in groups:
        lines.append(_share_head(group, style))
        lines += [_share_line(bar, room, style) for bar in group.bars]
    lines += [_axis(room, _WHOLE, " %", style), "", "Light bars: control groups."]
    note = "Definitions, scales and times differ between trials; compare arms within one."
    lines += wrap(note, style.width)
    return "\n".join(lines)


def _share_head(group: ShareGroup, style: Style) -> str:
    detail = "  ".join(filter(None, (group.detail, group.source.removesuffix(group.mark))))
    room = style.width - measure(group.trial) - len(group.mark) - 2
    mark = style.paint(group.mark, "error") if group.mark else ""
    text = style.paint(_cut(one_line(detail), max(room, _LEAST_ROOM)), "weak")
    return f"{style.paint(group.trial, 'info')}  {text}{mark}"


def _share_line(bar: ShareBar, room: int, style: Style) -> str:
    drawn = _bar(bar.share / _WHOLE * room, solid=bar.active)
    return f"  {_label(bar.arm, style)} {drawn}{_share_text(bar)}"


def _share_text(bar: ShareBar) -> str:
    interval = "" if bar.low is None or bar.high is None else f" ({bar.low:g} to {bar.high:g})"
    number = f", n = {bar.number}" if bar.number is not None else ", n not recorded"
    return f" {round(bar.share, 1):g} %{interval}{number}"


def render_timeline(milestones: Sequence[Milestone], style: Style) -> str:
    """First results (●) and decisions (◆), oldest first, a year's together, each on one line."""
    if not milestones:
        return ""
    lines = [style.paint("Results and decisions", "strong")]
    widest = max((len(milestone.kind) for milestone in milestones), default=0)
    for year, group in groupby(milestones, key=lambda milestone: milestone.date.year):
        lines += ["", style.paint(str(year), "info")]
        for milestone in group:
            lines.append(_milestone(milestone, widest, style.width))
    lines += ["", "● results of trials  ◆ decisions"]
    if any(line.endswith(_CUT) for line in lines):
        hint = f"{_CUT} cut to the width; in full with --chart-file timeline:FILE.html"
        lines += wrap(hint, style.width)
    return "\n".join(lines)


def _milestone(milestone: Milestone, widest: int, width: int) -> str:
    sign = "◆" if milestone.event else "●"
    date = str(milestone.date)[5:] or "–"
    head = f"  {date:5} {sign} {milestone.kind:{widest}} "
    return head + _cut(one_line(milestone.text), max(width - len(head), _LEAST_ROOM))


def _room(style: Style, after: int) -> int:
    """Cells for the longest bar."""
    return max(style.width - _label_width(style) - 3 - after - 1, _LEAST_ROOM)


def _label_width(style: Style) -> int:
    return min(_LABEL, style.width // 3)


def _label(text: str, style: Style) -> str:
    width = _label_width(style)
    text = _cut(one_line(text), width)
    return text + " " * (width - measure(text))


def _cut(text: str, width: int) -> str:
    """As much of a line as fits, with a sign where something is missing."""
    if measure(text) <= width:
        return text
    text = text[: width - 1]
    while measure(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + _CUT


def _bar(cells: float, *, solid: bool) -> str:
    """A bar of a length in cells; solid ones to an eighth of a cell."""
    if not solid:
        return _CONTROL * max(round(cells), 1 if cells else 0)
    whole, part = divmod(round(cells * 8), 8)
    return ("█" * whole + _EIGHTHS[part]).rstrip()


def _axis(room: int, end: float, unit: str, style: Style) -> str:
    """The scale under the bars: its ends and, where there is room, its middle."""
    half = f"{end / 2:g}{unit}"
    last = f"{end:g}{unit}"
    ticks = "├" + "─" * (room // 2 - 1) + "┼" + "─" * (room - room // 2 - 2) + "┤"
    margin = " " * (_label_width(style) + 3)
    numbers = f"0{half:>{room // 2 + len(half) // 2}}"
    if len(numbers) + len(last) >= room:
        numbers = "0"
    return f"{margin}{ticks}\n{margin}{numbers}{last:>{max(room - len(numbers), len(last) + 1)}}"
