"""Jupyter notebooks: their Markdown cells, with places in the JSON as the file holds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import field
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.markdown import add_markdown
from claimcheck.drafts.marks import finish
from claimcheck.drafts.offsets import Spans, through, without_surrogates
from claimcheck.errors import InputError
from claimcheck.model.drafts import Document
from claimcheck.model.place import Location
from claimcheck.patterns import lazy

_TOKEN = lazy(r'"(?>(?:[^"\\]++|\\.)*)"|[{}\[\],:]', re.DOTALL)
_ESCAPE = lazy(r"\\u[dD][89abAB]\w\w\\u[dD][c-fC-F]\w\w|\\u\w{4}|\\.", re.DOTALL)


def read_notebook(path: str, source: str) -> Document:
    """The document of a notebook; raises InputError for what is none."""
    _check(path, source)
    build = BlockBuilder()
    for number, cell in enumerate(_cells(source), 1):
        if cell.kind == "markdown":
            build.where = f"cell {number}"
            _add_cell(build, *_text(source, cell.literals))
    return finish(Document(path=path, source=source), build, "all")


def _check(path: str, source: str) -> None:
    try:
        content: Any = json.loads(source)
    except json.JSONDecodeError as error:
        where = Location(path, error.lineno, error.colno)
        raise InputError(where, f"is no notebook ({error.msg})") from None
    except RecursionError:
        raise InputError(Location(path), "is no notebook (nested too deeply)") from None
    if not isinstance(content, dict) or not ("cells" in content or "worksheets" in content):
        raise InputError(Location(path), "is no notebook (no cells)")


@dataclass(slots=True)
class _Cell:
    """A cell: its type, and where the strings of its source stand, without their quotes."""

    kind: str = ""
    literals: list[tuple[int, int]] = field(default_factory=list)


def _cells(source: str) -> list[_Cell]:
    """The cells of a notebook, found by following its (valid) JSON."""
    found: dict[tuple[str | int, ...], _Cell] = {}
    for place, start, end in _strings(source):
        if "cells" not in place:
            continue
        at = place.index("cells") + 2
        cell = found.setdefault(tuple(place[:at]), _Cell())
        if place[at:] == ["cell_type"]:
            cell.kind = source[start:end]
        elif place[at : at + 1] == ["source"] and len(place) <= at + 2:
            cell.literals.append((start, end))
    return list(found.values())


def _strings(source: str) -> Iterator[tuple[list[str | int], int, int]]:
    """Every string that is a value: the keys and indexes that lead to it, and where it stands."""
    place: list[str | int] = []
    is_key = False
    for token in _TOKEN.finditer(source):
        sign = source[token.start()]
        if sign == '"' and is_key:
            place[-1] = source[token.start() + 1 : token.end() - 1]
        elif sign == '"':
            yield place, token.start() + 1, token.end() - 1
        elif sign in "{[":
            place.append("" if sign == "{" else 0)
        elif sign in "}]":
            place.pop()
        elif sign == "," and isinstance(place[-1], int):
            place[-1] += 1
        is_key = sign == "{" or (sign == "," and isinstance(place[-1], str))


def _text(source: str, literals: list[tuple[int, int]]) -> tuple[str, Spans]:
    """The text of string literals, one after another, and where it stands in the source."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    for text, offset in (piece for span in literals for piece in _pieces(source, *span)):
        spans.append((length, offset))
        parts.append(text)
        length += len(text)
    return without_surrogates("".join(parts)), spans


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    at = start
    for escape in _ESCAPE.finditer(source, start, end):
        if escape.start() > at:
            yield source[at : escape.start()], at
        yield json.loads(f'"{escape.group()}"'), escape.start()
        at = escape.end()
    if end > at:
        yield source[at:end], at


def _add_cell(build: BlockBuilder, text: str, spans: Spans) -> None:
    """Add the blocks of a cell, and lead their places on to the file."""
    blocks, comments = len(build.blocks), len(build.comments)
    add_markdown(build, text)
    if not spans:
        return
    for index in range(blocks, len(build.blocks)):
        block = build.blocks[index]
        led = through(block.spans, spans, len(block.text))
        build.blocks[index] = block._replace(spans=led)
    for index in range(comments, len(build.comments)):
        comment = build.comments[index]
        [(_, offset)] = through([(0, comment.offset)], spans, 1)
        build.comments[index] = comment._replace(offset=offset)
