"""Where a field of an entry stands, found by reading the entry's own lines once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import yaml

from claimcheck.load.tree import Loader
from claimcheck.model.base import FieldPath
from claimcheck.model.place import Location

KEY = "\0key"
"""As the last step of a path: the key itself, not its value."""

_Next = Callable[[], Any]


def locate(file: Sequence[str], entry: Location, path: FieldPath) -> Location:
    """The place of the field that `path` leads to, in the entry that stands at `entry`.

    `file` is the file's text, split at line feeds. For a mapping key the place is that of its
    value; for a mapping, a list or nothing as value, that of the key. Falls back to the nearest
    enclosing field that is there, and at last to the entry.
    """
    text = _text_of(file, entry)
    in_flow = text.startswith("{")
    indent = entry.column - 1
    # the further lines of a block are indented, and so its first must be
    parser = Loader(text if in_flow else " " * indent + text)
    events = iter(parser.get_event, None)
    first = next(event for event in events if isinstance(event, yaml.NodeEvent))
    found = _pointed(parser.get_event, first, path)
    return entry if found is first else _shifted(found, entry, indent if in_flow else 0)


def _text_of(file: Sequence[str], entry: Location) -> str:
    start, end = entry.column - 1, entry.end_column - 1
    if entry.line == entry.end_line:
        return file[entry.line - 1][start:end]
    first, *others = file[entry.line - 1 : entry.end_line]
    return "\n".join([first[start:], *others[:-1], others[-1][:end]])


def _pointed(take: _Next, node: Any, path: FieldPath, key: Any = None) -> Any:
    """Read a node to its end; the event to point at for `path`, as `locate` says.

    `node` is its first event, `key` the event of the key that it belongs to.
    """
    if path == (KEY,):
        _skip(take, node)
        return key
    here = node if key is None or (isinstance(node, yaml.ScalarEvent) and node.value) else key
    if isinstance(node, yaml.MappingStartEvent):
        return _in_mapping(take, path) or here
    if isinstance(node, yaml.SequenceStartEvent):
        return _in_list(take, path) or here
    return here


def _in_mapping(take: _Next, path: FieldPath) -> Any:
    found = None
    while not isinstance(key := take(), yaml.MappingEndEvent):
        value = take()
        if path and key.value == path[0]:
            found = _pointed(take, value, path[1:], key)
        else:
            _skip(take, value)
    return found


def _in_list(take: _Next, path: FieldPath) -> Any:
    found, index = None, 0
    while not isinstance(item := take(), yaml.SequenceEndEvent):
        if path and index == path[0]:
            found = _pointed(take, item, path[1:])
        else:
            _skip(take, item)
        index += 1
    return found


def _skip(take: _Next, node: Any) -> None:
    _pointed(take, node, ())


def _shifted(found: Any, entry: Location, indent: int) -> Location:
    """The place of an event, moved from the entry's own lines to those of the file."""
    start, end = found.start_mark, found.end_mark
    return Location(
        entry.path,
        entry.line + start.line,
        start.column + 1 + (indent if start.line == 0 else 0),
        entry.line + end.line,
        end.column + 1 + (indent if end.line == 0 else 0),
    )
