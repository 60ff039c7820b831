"""Plain command lines, understood without typer, which takes longer to load than a page to judge.

What is read here is read as typer reads it, from the same declarations. Anything else (help, an
unknown option, short options run together, values that begin with a dash) is left to typer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields, is_dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

from claimcheck.classes import dataclass
from claimcheck.cli.options import CommonOptions, bare_flags

PLAIN = {"lint": "drafts"}
"""Commands that may be run in this way, with the parameter that takes their arguments."""


class Context:
    """The run of a command, as far as commands ask for it."""

    def __init__(self, obj: CommonOptions, closing: ExitStack) -> None:
        self.obj = obj
        self.call_on_close = closing.callback


class _Typer:
    """Stands for typer where the declarations of options are read: of each, its names."""

    Context = Context

    @staticmethod
    def Option(*names: str, **_: Any) -> tuple[str, ...]:  # noqa: N802
        """The names of an option."""
        return names

    @staticmethod
    def Argument(**_: Any) -> tuple[str, ...]:  # noqa: N802
        """An argument has no name."""
        return ()


@dataclass(slots=True)
class _Parameter:
    """An option: the field it sets, and what it takes: nothing, one value, or one each time."""

    field: str
    takes: type[bool] | type[Path] | type[str]
    many: bool


def plainly(words: Sequence[str]) -> Callable[[], None] | None:
    """What runs a command line, if it is a plain one."""
    at = next((n for n, word in enumerate(words) if word in PLAIN), None)
    if at is None:
        return None
    name = words[at]
    before = _read(words[:at], lambda: _declared(CommonOptions))
    command = getattr(import_module(f"claimcheck.cli.{name}"), name)
    groups = _groups(command)
    after = _read(bare_flags(words[at + 1 :]), lambda: _declared(command, *groups.values()))
    if before is None or after is None or None in before:
        return None
    drafts = after.pop(None, None)
    return partial(_run, command, before, {**after, PLAIN[name]: drafts}, groups)


def _run(
    command: Callable[..., None],
    before: dict[Any, Any],
    given: dict[Any, Any],
    groups: dict[str, type[Any]],
) -> None:
    for name, group in groups.items():
        own = {f.name: given.pop(f.name) for f in fields(group) if f.name in given}
        given[name] = group(**own)
    with ExitStack() as closing:
        command(Context(CommonOptions(**before), closing), **given)


def _groups(command: Callable[..., None]) -> dict[str, type[Any]]:
    """The classes of options that a command asks for, by its parameters."""
    scope = command.__globals__
    named = {name: scope.get(kind) for name, kind in command.__annotations__.items()}
    return {name: kind for name, kind in named.items() if kind and is_dataclass(kind)}  # type: ignore[misc]


def _declared(*declaring: Any) -> dict[str, _Parameter]:
    """The options that functions and classes declare, by their names."""
    found: dict[str, _Parameter] = {}
    for one in declaring:
        hints = get_type_hints(one, localns={"typer": _Typer}, include_extras=True)
        for field, hint in hints.items():
            metadata = getattr(hint, "__metadata__", ())
            for name in (n for names in metadata for n in names):
                found[name] = _Parameter(field, *_type(get_args(hint)[0]))
    return found


def _type(hint: Any) -> tuple[Any, bool]:
    """What one value of an option is, and whether it may have several."""
    if hint is bool:
        return bool, False
    [kind] = (part for part in get_args(hint) if part is not type(None))
    return (get_args(kind)[0], True) if get_args(kind) else (kind, False)


def _read(
    words: Sequence[str], declared: Callable[[], dict[str, _Parameter]]
) -> dict[Any, Any] | None:
    """What words say, by field, and without a field the arguments; None for what is not plain."""
    if not any(word.startswith("-") for word in words):
        return {None: list(words)} if words else {}
    known, given, left = declared(), dict[Any, Any](), iter(words)
    for word in left:
        if not word.startswith("-") or word == "-":
            given.setdefault(None, []).append(word)
            continue
        name, sign, value = word.partition("=")
        option = known.get(name)
        if option is None or (not name.startswith("--") and sign):
            return None
        if not _take(option, value if sign else None, left, given):
            return None
    return given


def _take(
    option: _Parameter, value: str | None, left: Iterator[str], given: dict[Any, Any]
) -> bool:
    """Note what an option says; False if it is for typer to say what that is."""
    if option.takes is bool:
        given[option.field] = True
        return value is None
    value = next(left, "-") if value is None else value
    if option.many:
        given.setdefault(option.field, []).append(option.takes(value))
    else:
        given[option.field] = option.takes(value)
    return not value.startswith("-")
