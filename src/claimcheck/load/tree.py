"""YAML text to plain values, with places: scalars stay text, nothing is typed by YAML.

Values are built from parser events rather than nodes: a base of 10,000 claims then takes a second
and no table of positions. Places of single fields are found later by `locate`, which reads the
entry's own lines again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from claimcheck.errors import InputError
from claimcheck.model.base import FieldPath
from claimcheck.model.place import Location

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = {"", "~", "null", "Null", "NULL"}
MAX_DEPTH = 40
KEY = "\0key"
"""As the last step of a path to `locate`: the key itself, not its value."""


@dataclass(slots=True)
class Tree:
    """The values of one YAML file; `entries` holds the places of the items of its lists.

    `entries[key][i]` is the place of item `i` of the list under top-level key `key`;
    `keys[key]` is the place of the key itself; `faults` are things that YAML permits and we do not.
    """

    path: str
    value: Any = None
    keys: dict[str, Location] = field(default_factory=dict)
    entries: dict[str, list[Location]] = field(default_factory=dict)
    faults: list[tuple[Location, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """A mapping or list that is being filled."""

    value: Any
    is_map: bool
    start: Any
    key: Any = None


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
        self.top: str | None = None

    def run(self) -> Tree:
        try:
            loader = _Loader(self.text)
            self._consume(loader.get_event)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            raise InputError(self._place(mark), f"is not YAML: {_words(error)}") from None
        except yaml.reader.ReaderError as error:
            where = _at_index(self.tree.path, self.text, error.position)
            raise InputError(where, f"is not YAML: {error.reason}") from None
        return self.tree

    def _consume(self, get_event: Any) -> None:
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_map,
            yaml.SequenceStartEvent: self._open_list,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }
        while event := get_event():
            kind = type(event)
            handler = handlers.get(kind)
            if handler:
                handler(event)
            elif kind is yaml.StreamEndEvent:
                return

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        value = event.value
        if not event.style and value in _NULLS:
            value = None
        self._put(value, event)

    def _put(self, value: Any, event: Any) -> None:
        if not self.stack:
            self.tree.value = value
            return
        holder = self.stack[-1]
        if not holder.is_map:
            holder.value.append(value)
        elif holder.key is None:
            self._key(holder, value, event)
        else:
            holder.value[holder.key] = value
            holder.key = None

    def _key(self, holder: _Open, key: Any, event: Any) -> None:
        if not isinstance(key, str):
            raise InputError(self._place(event.start_mark), "a key must be text")
        if key in holder.value:
            first = f"key `{key}` is given twice; the second is used"
            self.tree.faults.append((self._place(event.start_mark, len(key)), first))
        holder.key = key
        if len(self.stack) == 1:
            self.top = key
            self.tree.keys[key] = self._place(event.start_mark, len(key))

    def _open_map(self, event: Any) -> None:
        self._open(event, _Open({}, True, event.start_mark))

    def _open_list(self, event: Any) -> None:
        self._open(event, _Open([], False, event.start_mark))

    def _open(self, event: Any, opened: _Open) -> None:
        if event.anchor or event.tag:
            self._refuse(event)
        if len(self.stack) >= MAX_DEPTH:
            raise InputError(self._place(event.start_mark), "is nested too deeply")
        holder = self.stack[-1] if self.stack else None
        if holder and holder.is_map and holder.key is None:
            raise InputError(self._place(event.start_mark), "a key must be text")
        self._put(opened.value, event)
        self.stack.append(opened)

    def _close(self, event: Any) -> None:
        closed = self.stack.pop()
        if len(self.stack) == 2 and closed.is_map and self.top is not None:
            start, end = closed.start, event.end_mark
            place = Location(
                self.tree.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1
            )
            self.tree.entries.setdefault(self.top, []).append(place)

    def _alias(self, event: Any) -> None:
        self._refuse(event)

    def _document(self, event: Any) -> None:
        if self.tree.value is not None:
            raise InputError(self._place(event.start_mark), "holds more than one YAML document")

    def _refuse(self, event: Any) -> None:
        what = "tags" if getattr(event, "tag", None) else "anchors and aliases"
        raise InputError(self._place(event.start_mark), f"YAML {what} are not allowed here")

    def _place(self, mark: Any, width: int = 0) -> Location:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        end = (line, column + width) if width else (0, 0)
        return Location(self.tree.path, line, column, *end)


def _words(error: yaml.MarkedYAMLError) -> str:
    parts = (error.context, error.problem)
    return ", ".join(part for part in parts if part) or "syntax error"


def _at_index(path: str, text: str, index: int) -> Location:
    before = text[:index]
    return Location(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def locate(file: Sequence[str], entry: Location, path: FieldPath) -> Location:
    """The place of the field that `path` leads to, in the entry that stands at `entry`.

    `file` is the file's text split at line feeds.

    Falls back to the nearest enclosing field that is there. For a mapping key the place is that
    of its value; for a mapping or list as value, that of the key.
    """
    lines = list(file[entry.line - 1 : entry.end_line or None])
    if not lines:
        return entry
    if entry.end_line and len(lines) == entry.end_line - entry.line + 1:
        lines[-1] = lines[-1][: entry.end_column - 1]
    lines[0] = " " * (entry.column - 1) + lines[0][entry.column - 1 :]
    try:
        node = yaml.compose("\n".join(lines), Loader=_Loader)
    except yaml.YAMLError:
        return entry
    found = _descend(node, path)
    return _shift(found, entry) if found else entry


def _descend(node: Any, path: FieldPath) -> Any:
    """The node to point at for `path`, or None if not even its first step exists."""
    pointed = key = None
    for step in path:
        if step == KEY:
            return key
        if isinstance(node, yaml.MappingNode):
            pair = next((p for p in node.value if p[0].value == step), None)
            if pair is None:
                break
            key, node = pair
            pointed = node if isinstance(node, yaml.ScalarNode) else key
        elif isinstance(node, yaml.SequenceNode):
            if not isinstance(step, int) or step >= len(node.value):
                break
            pointed = node = node.value[step]
        else:
            break
    return pointed


def _shift(node: Any, entry: Location) -> Location:
    start, end = node.start_mark, node.end_mark
    if isinstance(node, yaml.CollectionNode):
        end = start
    return Location(
        entry.path,
        entry.line + start.line,
        start.column + 1,
        entry.line + end.line,
        max(end.column, start.column + 1) + (end is not start),
    )
