"""Charts in a terminal: bars from nought on one scale, with the number that each stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.catalogue.charts import Milestone, ShareBar, ShareGroup, SizeBar
from claimcheck.catalogue.table import measure, wrap
from claimcheck.reports.characters import one_line
from claimcheck.reports.style import Style

_EIGHTHS = " ▏▎▍▌▋▊▉"
_CONTROL = "░"
_LABEL = 28
_LEAST_ROOM = 16
_WHOLE = 100


def render_sizes(bars: Sequence[SizeBar], style: Style) -> str:
    """Participants of each trial, grouped by compound and phase."""
    if not bars:
        return ""
    largest = max(bar.number for bar in bars)
    room = _room(style, len(f" {largest} planned"))
    lines = [style.paint("Participants by trial", "strong"), ""]
    for compound, group in groupby(bars, key=lambda bar: bar.compound):
        lines.append(style.paint(one_line(compound), "info"))
        for bar in group:
            label = f"{bar.trial} ({bar.phase})" if bar.phase else bar.trial
            drawn = _bar(bar.number / largest * room, solid=not bar.planned)
            planned = " planned" if bar.planned else ""
            lines.append(f"  {_label(label)} {drawn} {bar.number}{planned}")
    lines += [_axis(room, largest, ""), "", "Light bars: planned numbers."]
    return "\n".join(lines)


def render_shares(groups: Sequence[ShareGroup], title: str, style: Style) -> str:
    """Shares of participants by arm, from nought to a hundred per cent; n beside each."""
    if not groups:
        return ""
    room = _room(style, len(" 100.0 % (00.0 to 00.0), n = 10000"))
    lines = [style.paint(f"{title}, per cent of participants", "strong"), ""]
    for group in groups:
        mark = f"  {style.paint(group.mark, 'error')}" if group.mark else ""
        detail = f"  {style.paint(group.detail, 'weak')}" if group.detail else ""
        lines.append(f"{style.paint(group.trial, 'info')}{detail}{mark}")
        lines += [_share_line(bar, room) for bar in group.bars]
    lines += [_axis(room, _WHOLE, " %"), "", "Light bars: control groups."]
    lines.append("Definitions, scales and times differ between trials; compare arms within one.")
    return "\n".join(lines)


def _share_line(bar: ShareBar, room: int) -> str:
    drawn = _bar(bar.share / _WHOLE * room, solid=bar.active)
    interval = "" if bar.low is None or bar.high is None else f" ({bar.low:g} to {bar.high:g})"
    number = f", n = {bar.number}" if bar.number is not None else ", n not recorded"
    return f"  {_label(bar.arm)} {drawn} {round(bar.share, 1):g} %{interval}{number}"


def render_timeline(milestones: Sequence[Milestone], style: Style) -> str:
    """First results (●) and decisions (◆), oldest first, a year's together."""
    lines = [style.paint("Results and decisions", "strong")] if milestones else []
    widest = max((len(milestone.kind) for milestone in milestones), default=0)
    for year, group in groupby(milestones, key=lambda milestone: milestone.date.year):
        lines += ["", style.paint(str(year), "info")]
        for milestone in group:
            lines += _milestone(milestone, widest, style)
    return "\n".join(lines)


def _milestone(milestone: Milestone, widest: int, style: Style) -> Iterator[str]:
    sign = "◆" if milestone.event else "●"
    date = str(milestone.date)[5:] or "–"
    head = f"  {date:5} {sign} {milestone.kind:{widest}} "
    text = one_line(milestone.text)
    first, *rest = wrap(text, max(style.width - len(head), _LEAST_ROOM))
    yield head + first
    yield from (" " * len(head) + line for line in rest)


def _room(style: Style, after: int) -> int:
    """Cells for the longest bar."""
    return max(style.width - _LABEL - 3 - after - 1, _LEAST_ROOM)


def _label(text: str) -> str:
    text = one_line(text)
    while measure(text) > _LABEL:
        text = text[: max(len(text) - 2, 0)].rstrip() + "…"
    return text + " " * (_LABEL - measure(text))


def _bar(cells: float, *, solid: bool) -> str:
    """A bar of a length in cells; solid ones to an eighth of a cell."""
    if not solid:
        return _CONTROL * max(round(cells), 1 if cells else 0)
    whole, part = divmod(round(cells * 8), 8)
    return ("█" * whole + _EIGHTHS[part]).rstrip()


def _axis(room: int, end: float, unit: str) -> str:
    """The scale under the bars: its ends and its middle."""
    half = f"{end / 2:g}{unit}"
    last = f"{end:g}{unit}"
    ticks = "├" + "─" * (room // 2 - 1) + "┼" + "─" * (room - room // 2 - 2) + "┤"
    margin = " " * (_LABEL + 3)
    numbers = f"0{half:>{room // 2 + len(half) // 2}}"
    return f"{margin}{ticks}\n{margin}{numbers}{last:>{max(room - len(numbers), len(last) + 1)}}"
