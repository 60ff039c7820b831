"""What every command sets up first: settings, policy, style, the base, and where reports go."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.baseline import Baseline, is_baseline, read_baseline, write_baseline
from claimcheck.classes import dataclass
from claimcheck.cli.guard import say
from claimcheck.cli.options import CommonOptions, NetworkOptions, ReportOptions
from claimcheck.cli.output import Output, emit, outputs, style
from claimcheck.config import Settings, find_config, resolve
from claimcheck.errors import UsageError
from claimcheck.files import write_text
from claimcheck.load.compiled import shelve_patterns
from claimcheck.model.findings import Report, Severity
from claimcheck.policy import Policy, check_word, with_gaps
from claimcheck.reports import render
from claimcheck.reports.style import Style

if TYPE_CHECKING:
    from claimcheck.cli.options import Context
    from claimcheck.model.base import Base
    from claimcheck.rules.base import Rule
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
        return sys.stderr is not None and sys.stderr.isatty() and not self.common.quiet

    def policy(self, *asking: Rule[Any]) -> Policy:
        """The policy that options and configuration ask for.

        `asking` are rules that need answers in this run, besides those that always do.
        """
        settings = self.settings
        self.check_rules()
        never = settings.fail_on == "never" or self.report.write_baseline is not None
        return Policy(
            today=self.today,
            select=self._selected(asking),
            ignore=settings.ignore,
            severities=dict(settings.severity),
            fail_on=None if never else Severity[settings.fail_on.upper()],
            suppressions=not self.report.no_suppressions,
            baseline=self._baseline(),
            exit_zero=self.report.exit_zero,
        )

    def _selected(self, asking: Sequence[Rule[Any]]) -> tuple[str, ...]:
        if not self.settings.select:
            return ()
        from claimcheck.rules import ASKING

        return with_gaps(self.settings.select, (*ASKING, *asking))

    def check_rules(self) -> None:
        """Raise UsageError for a word that should mean a rule and does not."""
        given = {name: getattr(self.settings, name) for name in ("select", "ignore", "severity")}
        if any(given.values()):
            from claimcheck.rules import all_rules

            rules = tuple(all_rules())
            origins = self.settings.origins
            for name, word in ((name, word) for name, words in given.items() for word in words):
                check_word(word, rules, origins.get(f"{name}.{word}", origins[name]))

    def _baseline(self) -> Baseline:
        """The findings of the baseline; none where it is yet to be written."""
        path, written = self.settings.baseline, self._baseline_to_write()
        if path is None or (path == written and not path.exists()):
            return Baseline()
        return read_baseline(path)

    def _baseline_to_write(self) -> Path | None:
        """Where the baseline is to be written: the option's own file, else that of --baseline."""
        wish = self.report.write_baseline
        if wish is None:
            return None
        path = Path(wish) if wish else self.settings.baseline
        if path is None:
            raise UsageError("--write-baseline: no FILE is given, here or with --baseline")
        if path.is_dir():
            raise UsageError(f"--write-baseline: {path} is a folder; give a FILE")
        if path.is_file() and not is_baseline(path):
            raise UsageError(f"--write-baseline: {path} is there already and is no baseline")
        return path

    def finish(self, report: Report) -> Report:
        """The report with what the options ask of its form."""
        notes = () if self.common.quiet else report.notes
        show_all, statistics = self.report.show_all, self.report.statistics
        return replace(report, show_all=show_all, statistics=statistics, notes=notes)

    def write(self, report: Report) -> None:
        """Write the report in every format asked for, and the baseline if one is to be written."""
        for name, file in self.outputs():
            if file is None:
                style = self.style()
                emit(render(name, report, style), color=style.color)
            else:
                write_text(Path(file), render(name, report, Style()))
        if path := self._baseline_to_write():
            count = write_baseline(path, report.findings)
            self.note(f"findings accepted in {path}: {count}")

    def outputs(self) -> list[Output]:
        """Format and file of each report asked for; raises UsageError for an unknown format."""
        return outputs(self.settings.format, self.settings.origins.get("format", "--format"))

    def style(self, width: int = 80) -> Style:
        """How a text for people may look; `width` counts where no terminal tells its own."""
        return style(self.settings.color, width)

    def network(self, lock: Path | None) -> Network:
        """How the registries are to be asked."""
        from claimcheck.sources.settings import Network

        settings = self.settings
        return Network(
            cache_dir=self.cache_dir,
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

    @property
    def cache_dir(self) -> Path:
        """Where answers and compiled files are kept."""
        return self.settings.cache_dir or default_cache_dir()

    def load(self, folder: Path) -> Base:
        """The claim base in `folder`; one that has not changed since the last run loads at once."""
        from claimcheck.load import load_cached

        start = time.perf_counter()
        base = load_cached(folder, self.cache_dir)
        counts = ", ".join(f"{noun}: {len(entries)}" for noun, entries in _counted(base) if entries)
        self.detail(f"base: {folder} ({counts or 'empty'}), {time.perf_counter() - start:.2f} s")
        return base

    def note(self, message: str) -> None:
        """A remark for the user on stderr, unless quiet."""
        if not self.common.quiet:
            say(message)

    def detail(self, message: str) -> None:
        """A remark for those who asked for more (`--verbose`)."""
        if self.common.verbose:
            say(message)


def _counted(base: Base) -> Iterator[tuple[str, Sequence[object]]]:
    for noun in ("claims", "references", "trials", "events", "articles"):
        yield noun, getattr(base, noun)


def open_session(
    context: Context,
    common: CommonOptions,
    report: ReportOptions | None = None,
    network: NetworkOptions | None = None,
    start: Path | None = None,
) -> Session:
    """Merge the options before and after the command with environment and configuration.

    `start` is where the search for a configuration file begins (default: the working directory).
    Raises UsageError or InputError for what makes no sense.
    """
    merged = merge(common, context.obj)
    session = session_at(start or Path.cwd(), merged, report, network)
    session.outputs()
    context.call_on_close(shelve_patterns(session.cache_dir))
    return session


def session_at(
    start: Path | None,
    common: CommonOptions,
    report: ReportOptions | None = None,
    network: NetworkOptions | None = None,
) -> Session:
    """Merge options with environment and configuration, the nearest upwards from `start` (if any).

    Raises UsageError or InputError for what makes no sense.
    """
    if common.quiet and common.verbose:
        raise UsageError("--quiet and --verbose: one of them at a time")
    given = {**_given(common), **_given(report), **_given(network)}
    config = common.config or (start and find_config(start))
    settings = _consistent(resolve(given, os.environ, config), given)
    session = Session(settings=settings, common=common, report=report or ReportOptions())
    session.detail(f"configuration: {config or 'no file'}")
    return session


def _consistent(settings: Settings, given: Mapping[str, Any]) -> Settings:
    """`--refresh` wins over a file or variable that says to ask nobody, not over an option."""
    if not given.get("refresh"):
        return settings
    if given.get("locked") or given.get("offline"):
        raise UsageError("--refresh asks anew; --locked and --offline ask nobody")
    return replace(settings, locked=False, offline=False)


def merge(after: CommonOptions, before: Any) -> CommonOptions:
    """Options after the command win over those before it."""
    if not isinstance(before, CommonOptions):
        return after
    return CommonOptions(
        **{f.name: getattr(after, f.name) or getattr(before, f.name) for f in fields(CommonOptions)}
    )


def _given(options: Any) -> dict[str, Any]:
    """The options that were given: neither None, nor False, nor no value at all."""
    if options is None:
        return {}
    values = {f.name: getattr(options, f.name) for f in fields(options)}
    return {key: value for key, value in values.items() if value not in (None, False, [])}


def default_cache_dir() -> Path:
    """The user's cache folder of this program."""
    from platformdirs import user_cache_path

    return user_cache_path("claimcheck", appauthor=False)


def bundled_base() -> Path:
    """The base that comes with the program: in the wheel, or in the checkout it runs from."""
    inside = Path(__file__).parents[1] / "data"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "data"


def own_base(settings: Settings) -> Path | None:
    """The base of the settings, else `data/` or the working directory, if one of them is one."""
    if settings.base:
        return _from_here(settings.base)
    from claimcheck.load.shapes import BASE_FILES

    for folder in (Path("data"), Path()):
        if any((folder / name).is_file() for name in BASE_FILES):
            return folder
    return None


def _from_here(path: Path) -> Path:
    """The path as seen from the working directory, as reports name it, if it lies below."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def find_base(settings: Settings) -> Path:
    """The base to use: `own_base`, else the bundled one."""
    return own_base(settings) or bundled_base()


def progress(items: Iterable[Any], total: int, label: str, shown: bool) -> Iterable[Any]:
    """Pass items on, with a bar on stderr while they come."""
    if not shown:
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(
        items, label, total, console=console, transient=True, auto_refresh=False
    )  # without a thread beside, so that work can be handed out
