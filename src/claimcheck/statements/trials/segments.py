"""Which part of a sentence speaks of which trial, where it names several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.quantity import Count, EffectSize, Fraction, Percent, Points, PValue
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.identify import Named, trials_named
from claimcheck.statements.trials.line import Line

_FIGURES = (Count, EffectSize, Fraction, Percent, Points, PValue)
_BREAK = lazy(r"(?:[,;:(]|\band\b|\bwhile\b|\bwhereas\b|\bbut\b|\bin\b|\bthe\b|\s)+\Z")


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence, and the trials it names; none where it names none."""

    line: Line
    trials: tuple[Trial, ...] = ()
    each: bool = False
    """What it says is said of each of the trials."""


def segments(line: Line) -> Iterator[Segment]:
    """The parts of a sentence by the trials it names."""
    named = trials_named(line)
    if len(named) < 2:
        yield Segment(line, named[0][1] if named else ())
        return
    starts = [mention.start for mention, _ in named]
    ends = [mention.end for mention, _ in named]
    figures = [q for q in line.quantities if isinstance(q, _FIGURES)]
    if figures and all(f.start > starts[-1] for f in figures):
        yield from _in_order(line, named, figures)
    elif figures and figures[0].start < starts[0]:
        yield from _cut(line, named, [0, *ends[:-1]], [*ends[:-1], len(line.text)])
    elif figures:
        yield from _cut(line, named, [0, *starts[1:]], [*starts[1:], len(line.text)])
    else:
        yield from _features(line, named)


def _cut(line: Line, named: Named, starts: list[int], ends: list[int]) -> Iterator[Segment]:
    for (_, trials), start, end in zip(named, starts, ends, strict=True):
        yield Segment(line.part(start, end), trials)


def _in_order(line: Line, named: Named, figures: list) -> Iterator[Segment]:  # type: ignore[type-arg]
    """All names first, then the figures: as many for each name, or the same for all."""
    share = len(figures) // len(named)
    if share * len(named) != len(figures):
        yield Segment(line, tuple(t for _, trials in named for t in trials), each=len(figures) == 1)
        return
    for position, (_, trials) in enumerate(named):
        own = figures[position * share : (position + 1) * share]
        start = figures[position * share - 1].end if position else 0
        yield Segment(
            line.part(
                start if position else 0,
                own[-1].end if position + 1 < len(named) else len(line.text),
            ),
            trials,
        )


def _features(line: Line, named: Named) -> Iterator[Segment]:
    """Without figures: what follows the last name is said of all, what stands between of one."""
    last = named[-1][0]
    between = line.low[named[0][0].end : last.start]
    if len(between) < 25 * len(named) and last.start < len(line.text) / 2:
        yield Segment(line, tuple(t for _, trials in named for t in trials), each=True)
        return
    starts = [mention.start for mention, _ in named]
    yield from _cut(line, named, [0, *starts[1:]], [*starts[1:], len(line.text)])
