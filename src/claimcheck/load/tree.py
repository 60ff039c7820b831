"""YAML text to plain values, with places: scalars stay text, nothing is typed by YAML.

Values are built from parser events rather than nodes: a base of 10,000 claims then takes a second
and no table of positions. Places of single fields are found later by `places.locate`, which reads
the entry's own lines again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

import yaml

from claimcheck.classes import dataclass
from claimcheck.errors import InputError
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_DEPTH = 40
_NULLS = {"~", "null", "Null", "NULL"}
_ODD_BREAKS = lazy("[\x85\u2028\u2029]")


@dataclass(slots=True)
class Tree:
    """The values of one YAML file; keys without a value are left out.

    `keys[key]` is the place of a top-level key. For the list under it, `entries[key]` are the
    places of the items that are mappings, in their order, and `odd[key]` of all others.
    `faults` are things that YAML permits and we do not.
    """

    path: str
    value: Any = None
    keys: dict[str, Location] = field(default_factory=dict)
    entries: dict[str, list[Location]] = field(default_factory=dict)
    odd: dict[str, list[Location]] = field(default_factory=dict)
    faults: list[tuple[Location, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    value: Any
    is_map: bool
    start: Any
    key: str | None = None


def plain_lines(text: str) -> str:
    """The text with line feeds as its only line ends, as editors count lines.

    YAML 1.1 also ends lines at U+0085, U+2028 and U+2029, which come with pasted text: a space.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else _ODD_BREAKS.sub(" ", text)


def parse(text: str, path: str) -> Tree:
    """Read YAML text; raise InputError with line and column where it is no YAML, or not ours.

    Anchors, aliases and tags are refused: each entry stands for itself, and no alias can explode.
    """
    return _Composer(text, path).run()


class _Composer:
    def __init__(self, text: str, path: str) -> None:
        self.tree = Tree(path)
        self.text = text
        self.stack: list[_Open] = []
        self.holder: _Open | None = None
        """What is on top of the stack."""
        self.top: str | None = None
        self.last: Any = None
        """The event with which the last thing of any width ended."""

    def run(self) -> Tree:
        try:
            self._consume(Loader(self.text).get_event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise InputError(self._place(mark), f"is not YAML: {_words(error)}") from None
        except yaml.reader.ReaderError as error:
            where = _at_index(self.tree.path, self.text, error.position)
            raise InputError(where, f"is not YAML: {error.reason}") from None
        return self.tree

    def _consume(self, get_event: Callable[[], Any]) -> None:
        scalar = yaml.ScalarEvent
        handlers: dict[type, Callable[[Any], None]] = {
            yaml.MappingStartEvent: self._open_map,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._refuse,
            yaml.DocumentStartEvent: self._document,
        }
        while event := get_event():
            kind = type(event)
            if kind is scalar:
                self._scalar(event)
            elif handler := handlers.get(kind):
                handler(event)

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        self.last = event
        value = event.value
        if not value or value.isspace() or (not event.style and value in _NULLS):
            value = None
        holder = self.holder
        if holder is not None and holder.is_map and holder.key is None:
            self._key(holder, value, event)
        else:
            self._put(holder, value, event)

    def _key(self, holder: _Open, key: str | None, event: Any) -> None:
        if key is None:
            raise InputError(self._place(event.start_mark), "a key must be text")
        holder.key = key
        if key in holder.value:
            self._note_twice(key, event)
        if len(self.stack) == 1:
            self._top_key(key, event)

    def _put(self, holder: _Open | None, value: Any, event: Any) -> None:
        if holder is None:
            self.tree.value = value
        elif holder.is_map:
            if value is not None:
                holder.value[holder.key] = value
            else:
                holder.value.pop(holder.key, None)
            holder.key = None
        else:
            holder.value.append(value)
            if len(self.stack) == 2 and not isinstance(value, dict):
                self._note_odd(event)

    def _note_twice(self, key: str, event: Any) -> None:
        where = self._place(event.start_mark, event.end_mark)
        self.tree.faults.append((where, f"key `{key}` is given twice; the second is used"))

    def _top_key(self, key: str, event: Any) -> None:
        self.top = key
        self.tree.keys[key] = self._place(event.start_mark, event.end_mark)
        self.tree.entries[key] = []
        self.tree.odd[key] = []

    def _note_odd(self, event: Any) -> None:
        if self.top is not None:
            self.tree.odd[self.top].append(self._place(event.start_mark, event.end_mark))

    def _open_map(self, event: Any) -> None:
        self._open(event, _Open({}, True, event.start_mark))

    def _open_list(self, event: Any) -> None:
        self._open(event, _Open([], False, event.start_mark))

    def _open(self, event: Any, opened: _Open) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        if len(self.stack) >= MAX_DEPTH:
            raise InputError(self._place(event.start_mark), "is nested too deeply")
        holder = self.holder
        if holder is not None and holder.is_map and holder.key is None:
            raise InputError(self._place(event.start_mark), "a key must be text")
        self._put(holder, opened.value, event)
        self.stack.append(opened)
        self.holder = opened

    def _close(self, event: Any) -> None:
        closed = self.stack.pop()
        self.holder = self.stack[-1] if self.stack else None
        if event.end_mark.index > event.start_mark.index:  # a bracket; a block ends with its last
            self.last = event
        if len(self.stack) == 2 and closed.is_map and not self.stack[1].is_map:
            place = self._place(closed.start, self.last.end_mark)
            self.tree.entries[self.top or ""].append(place)

    def _document(self, event: Any) -> None:
        if self.tree.value is not None:
            raise InputError(self._place(event.start_mark), "holds more than one YAML document")

    def _refuse(self, event: Any) -> None:
        what = "tags" if getattr(event, "tag", None) else "anchors and aliases"
        raise InputError(self._place(event.start_mark), f"YAML {what} are not allowed here")

    def _place(self, start: Any, end: Any = None) -> Location:
        line, column = (start.line + 1, start.column + 1) if start else (1, 1)
        if end is None:
            return Location(self.tree.path, line, column)
        return Location(self.tree.path, line, column, end.line + 1, end.column + 1)


def _words(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return ", ".join(part for part in parts if part) or "syntax error"


def _at_index(path: str, text: str, index: int) -> Location:
    before = text[:index]
    return Location(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
