"""`claimcheck trials --chart` and `--chart-file`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import typer

from claimcheck.catalogue import charts
from claimcheck.catalogue.names import Names
from claimcheck.catalogue.trials import Selection
from claimcheck.classes import dataclass
from claimcheck.cli.session import Session
from claimcheck.errors import UsageError
from claimcheck.files import write_bytes
from claimcheck.hints import did_you_mean
from claimcheck.model.base import Base
from claimcheck.model.trials import Trial
from claimcheck.reports.characters import encodable

T = TypeVar("T")

_KINDS = ("results", "sizes", "timeline")


@dataclass(frozen=True)
class Charts:
    """The charts of some trials; `outcome` names the one to chart, if not the most reported."""

    base: Base
    names: Names
    trials: Sequence[Trial]
    outcome: str | None
    found: Selection

    def write(self, session: Session, terminal: bool, files: Sequence[str]) -> None:
        """Draw in the terminal, to files, or both; raises UsageError for what cannot be drawn."""
        targets = [_target(text) for text in files]
        for kind, path in targets:
            write_bytes(path, self._drawn(kind, path.suffix.lower().lstrip(".")))
        if terminal:
            self._show(session)

    @cached_property
    def _outcome(self) -> str | None:
        return charts.choose_outcome(self.base, self.trials, self.outcome)

    @cached_property
    def _shares(self) -> list[charts.ShareGroup]:
        outcome = self._outcome
        return charts.share_groups(self.trials, outcome, self.names) if outcome else []

    @cached_property
    def _sizes(self) -> list[charts.SizeBar]:
        return charts.size_bars(self.trials, self.names)

    @cached_property
    def _milestones(self) -> list[charts.Milestone]:
        found = self.found
        return charts.milestones(
            self.base, self.trials, self.names, found.compounds, found.indications
        )

    def _title(self) -> str:
        name = self.names.full("outcomes", self._outcome or "")
        return name[:1].upper() + name[1:]

    def _show(self, session: Session) -> None:
        from claimcheck.catalogue import bars

        style = session.style()
        parts = (
            bars.render_sizes(self._sizes, style),
            bars.render_shares(self._shares, self._title(), style),
            bars.render_timeline(self._milestones, style),
        )
        text = "\n\n".join(part for part in parts if part)
        if text:
            typer.echo(encodable(text))

    def _drawn(self, kind: str, form: str) -> bytes:
        from claimcheck.catalogue import plots

        if kind == "sizes":
            figure = plots.size_figure(_some(self._sizes, kind), "Participants by trial")
            return plots.drawn(figure, form, plots.size_table(self._sizes))
        if kind == "timeline":
            figure = plots.timeline_figure(_some(self._milestones, kind), "Results and decisions")
            return plots.drawn(figure, form, plots.timeline_table(self._milestones))
        title = f"{self._title()} by trial and arm"
        figure = plots.share_figure(_some(self._shares, kind), title)
        return plots.drawn(figure, form, plots.share_table(self._shares))


def _target(text: str) -> tuple[str, Path]:
    from claimcheck.catalogue.plots import KINDS

    kind, colon, name = text.partition(":")
    if not colon or len(kind) == 1:  # one letter is a drive
        kind, name = _KINDS[0], text
    if kind not in _KINDS:
        hint = did_you_mean(kind, _KINDS)
        raise UsageError(f"--chart-file: no chart is called {kind!r}{hint}; {', '.join(_KINDS)}")
    path = Path(name)
    if path.suffix.lower().lstrip(".") not in KINDS:
        raise UsageError(f"--chart-file: {name!r} ends in none of .svg, .png, .html")
    return kind, path


def _some(found: list[T], kind: str) -> list[T]:
    if not found:
        raise UsageError(f"--chart-file: these trials have no {kind} to draw")
    return found
