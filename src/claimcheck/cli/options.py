"""Options that several commands share, each declared once.

Typer reads a command's options from its signature; `with_options` writes the fields of these
classes into it, so that a command receives them as one object.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Protocol, get_type_hints

from claimcheck.classes import dataclass

if TYPE_CHECKING:
    import inspect

    import typer

_REPORT = "Report"
_RULES = "Rules"
_NETWORK = "Network"


class Context(Protocol):
    """The run of a command, as typer has it and as `plain` does."""

    obj: Any
    """The options before the command."""

    def call_on_close(self, callback: Callable[[], Any]) -> Any:
        """Have something done when the run ends."""


@dataclass(kw_only=True)
class CommonOptions:
    """Options that may also stand before the command."""

    base: Annotated[
        Path | None,
        typer.Option("--base", metavar="DIR", help="Folder of the claim base.", show_default=False),
    ] = None
    config: Annotated[
        Path | None,
        typer.Option("--config", metavar="FILE", help="Configuration file.", show_default=False),
    ] = None
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask no service; use the cache, then the lock.")
    ] = False
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no notes.")] = False
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")] = False


@dataclass(kw_only=True)
class FormOptions:
    """How reports are written."""

    format: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT[:FILE]",
            help="Format of the report, to standard output or to a file; may be repeated.",
            rich_help_panel=_REPORT,
            show_default="full",
        ),
    ] = None
    show_all: Annotated[
        bool,
        typer.Option("--all", help="Report what is good too.", rich_help_panel=_REPORT),
    ] = False
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Count findings by rule.", rich_help_panel=_REPORT),
    ] = False
    color: Annotated[
        str | None,
        typer.Option(
            "--color",
            metavar="auto|always|never",
            help="Colour the report.",
            rich_help_panel=_REPORT,
            show_default="auto",
        ),
    ] = None


@dataclass(kw_only=True)
class RuleOptions:
    """Which findings count, and for how much."""

    select: Annotated[
        list[str] | None,
        typer.Option(
            "--select",
            metavar="RULES",
            help="Only these rules (codes, names or code prefixes).",
            rich_help_panel=_RULES,
            show_default="all",
        ),
    ] = None
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULES",
            help="Not these rules.",
            rich_help_panel=_RULES,
            show_default=False,
        ),
    ] = None
    severity: Annotated[
        list[str] | None,
        typer.Option(
            "--severity",
            metavar="RULE=LEVEL",
            help="Judge a rule as error, warning or info; may be repeated.",
            rich_help_panel=_RULES,
            show_default=False,
        ),
    ] = None
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Leave out the findings that this file holds.",
            rich_help_panel=_RULES,
            show_default=False,
        ),
    ] = None
    no_suppressions: Annotated[
        bool,
        typer.Option(
            "--no-suppressions",
            help="Report waived and suppressed findings as well.",
            rich_help_panel=_RULES,
        ),
    ] = False
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="The date that counts as today.",
            rich_help_panel=_RULES,
            show_default="today",
        ),
    ] = None


@dataclass(kw_only=True)
class ReportOptions(RuleOptions, FormOptions):
    """How findings are chosen, judged and written."""

    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="error|warning|info|never",
            help="Exit with 1 from this severity on.",
            rich_help_panel=_RULES,
            show_default="warning",
        ),
    ] = None
    write_baseline: Annotated[
        str | None,
        typer.Option(
            "--write-baseline",
            metavar="[FILE]",
            help="Accept the present findings: write them to the file of --baseline, or to FILE.",
            rich_help_panel=_RULES,
            show_default=False,
        ),
    ] = None
    exit_zero: Annotated[
        bool,
        typer.Option("--exit-zero", help="Exit with 0 whatever is found.", rich_help_panel=_RULES),
    ] = False


@dataclass(kw_only=True)
class NetworkOptions:
    """How registries are asked."""

    mailto: Annotated[
        str | None,
        typer.Option(
            "--mailto",
            metavar="ADDRESS",
            help="Contact address; gives access to Crossref's polite pool.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None
    locked: Annotated[
        bool,
        typer.Option(
            "--locked", help="Ask nobody: use claimcheck.lock only.", rich_help_panel=_NETWORK
        ),
    ] = False
    refresh: Annotated[
        bool,
        typer.Option("--refresh", help="Ask anew what is cached.", rich_help_panel=_NETWORK),
    ] = False
    max_age: Annotated[
        str | None,
        typer.Option(
            "--max-age",
            metavar="DAYS",
            help="Trust nothing in the cache that is older.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None
    timeout: Annotated[
        str | None,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            help="Wait so long for an answer.",
            rich_help_panel=_NETWORK,
            show_default="30",
        ),
    ] = None
    crossref_url: Annotated[
        str | None,
        typer.Option(
            "--crossref-url",
            metavar="URL",
            help="Crossref REST API, or a mirror.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None
    doi_url: Annotated[
        str | None,
        typer.Option(
            "--doi-url",
            metavar="URL",
            help="DOI resolver.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None
    datacite_url: Annotated[
        str | None,
        typer.Option(
            "--datacite-url",
            metavar="URL",
            help="DataCite REST API.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None
    clinicaltrials_url: Annotated[
        str | None,
        typer.Option(
            "--clinicaltrials-url",
            metavar="URL",
            help="ClinicalTrials.gov.",
            rich_help_panel=_NETWORK,
            show_default=False,
        ),
    ] = None


def bare_flags(words: Sequence[str]) -> list[str]:
    """The words of a command line, with an empty value for `--write-baseline` without FILE.

    Beside `--baseline` it never takes the next word, which is a draft or a base to be checked.
    """
    own = list(words)[: words.index("--") if "--" in words else None]
    has_file = any(word.partition("=")[0] == "--baseline" for word in own)
    following = [*own, "-"][1:]
    for position, (word, after) in enumerate(zip(own, following, strict=True)):
        if word == "--write-baseline" and (has_file or after.startswith("-")):
            own[position] = f"{word}="
    return [*own, *words[len(own) :]]


def with_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of every dataclass that its signature asks for.

    `def run(name: str, *, common: CommonOptions)` becomes a command with `name` and with all of
    the fields of CommonOptions as options, and is called with them as one object. Paragraphs of
    its docstring become lines of their own, for help as wide as the terminal; indented ones stay.
    """
    import inspect

    import typer

    hints = get_type_hints(command, localns={"typer": typer}, include_extras=True)
    groups: dict[str, type[Any]] = {}
    parameters: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        annotation = hints[parameter.name]
        if is_dataclass(annotation) and isinstance(annotation, type):
            groups[parameter.name] = annotation
            parameters += _options(annotation)
        else:
            plain = parameter.replace(annotation=annotation, kind=inspect.Parameter.KEYWORD_ONLY)
            parameters.append(plain)

    @functools.wraps(command)
    def run(**given: Any) -> None:
        for name, group in groups.items():
            given[name] = group(**{f.name: given.pop(f.name) for f in fields(group)})
        command(**given)

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    run.__doc__ = _unwrapped(inspect.cleandoc(command.__doc__ or ""))
    return run


def _unwrapped(text: str) -> str:
    paragraphs = text.split("\n\n")
    return "\n\n".join(p if "\n " in f"\n{p}" else p.replace("\n", " ") for p in paragraphs)


def _options(group: type[Any]) -> list[inspect.Parameter]:
    import inspect

    import typer

    annotations = get_type_hints(group, localns={"typer": typer}, include_extras=True)
    return [
        inspect.Parameter(
            f.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=f.default,
            annotation=annotations[f.name],
        )
        for f in fields(group)
    ]
