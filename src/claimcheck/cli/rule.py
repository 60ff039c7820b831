"""`claimcheck rule`: what a rule means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.guard import guarded
from claimcheck.errors import UsageError
from claimcheck.hints import did_you_mean

if TYPE_CHECKING:
    from claimcheck.rules.base import Rule

_FORMATS = ("text", "json", "markdown")


def rule(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="Code or name of a rule, or the start of codes."),
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every rule.")] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="|".join(_FORMATS), help="How to write it.")
    ] = "text",
) -> None:
    """Say what a rule means, with an example that fires and one that does not.

    Without a code, or with the start of several, list the rules.
    """
    with guarded():
        if format_ not in _FORMATS:
            hint = did_you_mean(format_, _FORMATS)
            raise UsageError(f"--format: {format_[:60]!r} is none of {', '.join(_FORMATS)}{hint}")
        from claimcheck.rules import all_rules

        chosen = list(all_rules()) if code is None else _find(code)
        if len(chosen) > 1 and not all_ and format_ == "text":
            typer.echo("\n".join(_line(r) for r in chosen))
        else:
            typer.echo(_write(chosen, format_))


def _find(word: str) -> list[Rule[...]]:
    """The rule of that name or code, else those whose codes begin so."""
    from claimcheck.rules import all_rules

    rules = list(all_rules())
    exact = [r for r in rules if word.upper() == r.code or word.lower() == r.name]
    if found := exact or [r for r in rules if word and r.code.startswith(word.upper())]:
        return found
    names = (name for rule in rules for name in (rule.name, rule.code))
    near = did_you_mean(word, names) or " (`claimcheck rule` lists them)"
    raise UsageError(f"no rule is called {word[:60]!r}{near}")


def _line(r: Rule[...]) -> str:
    return f"{r.code}  {r.name:22} {r.severity!s:8} {r.summary}"


def _write(rules: list[Rule[...]], format_: str) -> str:
    if format_ == "json":
        return json.dumps([_as_dict(r) for r in rules], ensure_ascii=False, indent=1)
    return "\n\n".join(_markdown(r) if format_ == "markdown" else _text(r) for r in rules)


def _as_dict(r: Rule[...]) -> dict[str, str]:
    from claimcheck.rules.manual import read_page

    page = read_page(r.manual)
    return {
        "code": r.code,
        "name": r.name,
        "severity": str(r.severity),
        "summary": page.summary,
        "explanation": page.explanation,
        "fires": page.fires,
        "quiet": page.quiet,
    }


def _text(r: Rule[...]) -> str:
    return f"{r.code} {r.name} ({r.severity})\n\n{r.manual}"


def _markdown(r: Rule[...]) -> str:
    from claimcheck.rules.manual import read_page

    page = read_page(r.manual)
    language = "markdown" if r.code.startswith("DFT") else "yaml"
    return (
        f"## {r.code} `{r.name}` ({r.severity})\n\n{page.summary}\n\n{page.explanation}\n\n"
        f"Fires:\n\n```{language}\n{page.fires}\n```\n\nQuiet:\n\n```{language}\n{page.quiet}\n```"
    )
