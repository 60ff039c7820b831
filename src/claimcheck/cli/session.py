"""What every command sets up first: settings, policy, style, the base, and where reports go."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from claimcheck import policy as judging
from claimcheck.cli.guard import say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions
from claimcheck.config import Settings, find_config, resolve
from claimcheck.errors import UsageError
from claimcheck.model.findings import Report, Severity
from claimcheck.policy import Policy
from claimcheck.reports import FORMATS, render
from claimcheck.reports.style import Style

if TYPE_CHECKING:
    from claimcheck.model.base import Base
    from claimcheck.sources.settings import Network


@dataclass(frozen=True, kw_only=True)
class Session:
    """One run of a command."""

    settings: Settings
    common: CommonOptions
    report: ReportOptions

    @property
    def today(self) -> date:
        """The date that counts as today: `--as-of`, else the clock's."""
        return self.settings.as_of or datetime.now(UTC).date()

    @property
    def talkative(self) -> bool:
        """Whether progress may be shown: stderr is a terminal and nobody asked for quiet."""
        return sys.stderr.isatty() and not self.common.quiet

    def policy(self) -> Policy:
        """The policy that options and configuration ask for."""
        settings = self.settings
        if words := (*settings.select, *settings.ignore, *settings.severity):
            from claimcheck.rules import all_rules

            judging.check_words(words, all_rules())
        baseline = settings.baseline
        never = settings.fail_on == "never"
        return Policy(
            today=self.today,
            select=settings.select,
            ignore=settings.ignore,
            severities=dict(settings.severity),
            fail_on=None if never else Severity[settings.fail_on.upper()],
            suppressions=not self.report.no_suppressions,
            baseline=judging.read_baseline(baseline) if baseline else frozenset(),
            exit_zero=self.report.exit_zero,
        )

    def outputs(self) -> list[tuple[str, str | None]]:
        """Format and file of each report asked for; raises UsageError for an unknown format."""
        return [_output(text) for text in self.settings.format]

    def finish(self, report: Report) -> Report:
        """The report with what the options ask of its form."""
        return replace(report, show_all=self.report.show_all, statistics=self.report.statistics)

    def write(self, report: Report) -> None:
        """Write the report in every format asked for, and the baseline if one is to be written."""
        for name, file in self.outputs():
            if file is None:
                style = self.style()
                typer.echo(render(name, report, style), nl=False, color=style.color)
            else:
                Path(file).write_text(render(name, report, Style()), encoding="utf-8")
        if self.report.write_baseline:
            text = judging.baseline_text(report.findings)
            self.report.write_baseline.write_text(text, encoding="utf-8")

    def style(self, width: int = 80) -> Style:
        """How a text for people may look; `width` counts where no terminal tells its own."""
        import shutil

        columns = shutil.get_terminal_size((width, 24)).columns
        return Style(color=_color(self.settings.color), width=columns)

    def network(self, lock: Path | None) -> Network:
        """How the registries are to be asked."""
        from claimcheck.sources.settings import Network

        settings = self.settings
        return Network(
            cache_dir=settings.cache_dir or default_cache_dir(),
            lock=lock,
            mailto=settings.mailto,
            crossref_url=settings.crossref_url,
            doi_url=settings.doi_url,
            datacite_url=settings.datacite_url,
            clinicaltrials_url=settings.clinicaltrials_url,
            offline=settings.offline,
            locked=settings.locked,
            refresh=settings.refresh,
            max_age=None if settings.max_age is None else timedelta(days=settings.max_age),
            timeout=settings.timeout,
        )

    def load(self, folder: Path) -> Base:
        """The claim base in `folder`; one that has not changed since the last run loads at once."""
        from claimcheck.load import load_cached

        return load_cached(folder, self.settings.cache_dir or default_cache_dir())

    def note(self, message: str) -> None:
        """A remark for the user on stderr, unless quiet."""
        if not self.common.quiet:
            say(message)


def open_session(
    context: typer.Context,
    common: CommonOptions,
    report: ReportOptions | None = None,
    network: NetworkOptions | None = None,
    start: Path | None = None,
) -> Session:
    """Merge the options before and after the command with environment and configuration.

    `start` is where the search for a configuration file begins (default: the working directory).
    """
    merged = _merge(common, context.obj)
    given = {**_given(merged), **_given(report), **_given(network)}
    config = merged.config or find_config(start or Path.cwd())
    settings = resolve(given, os.environ, config)
    session = Session(settings=settings, common=merged, report=report or ReportOptions())
    session.outputs()
    return session


def _merge(after: CommonOptions, before: Any) -> CommonOptions:
    """Options after the command win over those before it."""
    if not isinstance(before, CommonOptions):
        return after
    return CommonOptions(
        **{f.name: getattr(after, f.name) or getattr(before, f.name) for f in fields(CommonOptions)}
    )


def _given(options: Any) -> dict[str, Any]:
    """The options that were given: neither None, nor False, nor empty."""
    if options is None:
        return {}
    values = {f.name: getattr(options, f.name) for f in fields(options)}
    return {key: value for key, value in values.items() if value}


def _output(text: str) -> tuple[str, str | None]:
    name, _, file = text.partition(":")
    if name not in FORMATS:
        near = get_close_matches(name, FORMATS, n=1)
        hint = f" (did you mean {near[0]}?)" if near else ""
        raise UsageError(f"--format: no format is called {name!r}{hint}; {', '.join(FORMATS)}")
    return name, file if file and file != "-" else None


def _color(wish: str) -> bool:
    """Whether standard output gets colour: the option, NO_COLOR, FORCE_COLOR, then the terminal."""
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def default_cache_dir() -> Path:
    """The user's cache folder of this program."""
    from platformdirs import user_cache_path

    return user_cache_path("claimcheck", appauthor=False)


def bundled_base() -> Path:
    """The base that comes with the program: in the wheel, or in the checkout it runs from."""
    inside = Path(__file__).parents[1] / "data"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "data"


def find_base(settings: Settings) -> Path:
    """The base to use: the setting, else `data/` or the working directory, else the bundled one."""
    if settings.base:
        return settings.base
    for folder in (Path("data"), Path()):
        if (folder / "claims.yaml").is_file():
            return folder
    return bundled_base()


def progress(items: Iterable[Any], total: int, label: str, shown: bool) -> Iterable[Any]:
    """Pass items on, with a bar on stderr while they come."""
    if not shown:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(items, description=label, total=total, console=console, transient=True)
