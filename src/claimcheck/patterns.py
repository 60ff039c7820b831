"""Regular expressions that are compiled when they are first used, or taken from an earlier run.

Compiling takes half a millisecond each and there are hundreds. What `re` makes of one is a list of
numbers, from which the same Python makes the same pattern at once: `kept` holds those that an
earlier run left behind (see `load.compiled`), `added` those that this run had to compile.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Any, cast

Key = tuple[str, int]
"""Source and flags."""
Code = tuple[int, bytes, int, dict[str, int]]
"""Flags, the numbers, how many groups there are, and which of them have names."""

kept: dict[Key, Code] = {}
added: dict[Key, Code] = {}


def dialect() -> tuple[Any, ...]:
    """What two runs must agree in for one to take the other's patterns; empty if none can."""
    try:
        import _sre  # type: ignore[import-not-found]

        inside = _sre.MAGIC, _sre.CODESIZE
    except (ImportError, AttributeError):
        return ()
    return sys.hexversion, sys.byteorder, *inside


def _compile(source: str, flags: int) -> re.Pattern[str]:
    """What `re.compile` gives; whatever goes wrong on the short way, it gives it."""
    key = source, int(flags)
    try:
        return _pattern(source, kept.get(key) or added.setdefault(key, _code(*key)))
    except Exception:  # noqa: BLE001 - the inside of `re` may change; a faulty source fails below
        return re.compile(source, flags)


def _code(source: str, flags: int) -> Code:
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source, flags)
    numbers = array("I", _compiler._code(tree, flags)).tobytes()
    return flags | tree.state.flags, numbers, tree.state.groups - 1, tree.state.groupdict


def _pattern(source: str, code: Code) -> re.Pattern[str]:
    import _sre

    flags, numbers, groups, names = code
    by_number = {number: name for name, number in names.items()}
    listed = tuple(by_number.get(number) for number in range(groups + 1))
    unpacked = memoryview(numbers).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(source, flags, unpacked, groups, names, listed)
    return made


class _Lazy:
    """Stands for a compiled pattern; the first look at it compiles it, once."""

    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = _compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


@cache
def lazy(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, compiled at its first use; for sources in the code."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


class Gate:
    """A pattern that is only asked whether it occurs in a text, and mostly does not.

    Alternatives of letters alone are looked for as such; those that begin at a word are tried at
    the beginnings of words only.
    """

    def __init__(self, source: str) -> None:
        self.pattern = source

    def within(self, text: str) -> bool:
        """Whether the pattern matches anywhere in `text`."""
        words, rest = self._parts
        for word in words:
            if word in text:
                return True
        return rest.search(text) is not None

    @cached_property
    def _parts(self) -> tuple[tuple[str, ...], re.Pattern[str]]:
        all_of_them = tuple(_alternatives(self.pattern))
        plain = tuple(a for a in all_of_them if a.replace(" ", "").replace("-", "").isalnum())
        begun = [a.removeprefix(r"\b") for a in all_of_them if a.startswith(r"\b")]
        others = [a for a in all_of_them if a not in plain and not a.startswith(r"\b")]
        others += [rf"\b(?:{'|'.join(begun)})"] if begun else []
        return plain, lazy("|".join(others) or "(?!)")


def _alternatives(source: str) -> Iterator[str]:
    """The alternatives of a pattern, split at each "|" outside brackets."""
    depth, begin = 0, 0
    for token in _TOKEN.finditer(source):
        sign = token.group()
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if sign == "|" and not depth:
            yield source[begin : token.start()]
            begin = token.end()
    yield source[begin:]


_TOKEN = lazy(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]")
