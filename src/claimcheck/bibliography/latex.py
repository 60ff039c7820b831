"""LaTeX to plain text, and the reference list of a LaTeX document."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from claimcheck.bibliography.citations import parse_citation
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.patterns import lazy

_NEEDS_IT = lazy(r"[\\{}$~]|--|``|''")
_COMBINING = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328",
    "r": "\u030a",
}  # fmt: skip
_ACCENT = lazy(
    r"\\(?P<accent>[\"'`^~=.]|[cvuHkr](?=\s|\{))\s*(?:\{\\?(?P<letter>[A-Za-z])\}|(?P<bare>[A-Za-z]))"
)
_TYPESET = {"---": "—", "--": "–", "``": "“", "''": "”", "~": "\u00a0", "{": "", "}": ""}
_UNESCAPED_PERCENT = lazy(r"(?<!\\)%")
_LIST = lazy(r"\\begin\s*\{thebibliography\}.*?(?:\\end\s*\{thebibliography\}|\Z)", re.S)
_ITEM = lazy(r"\\bibitem\s*(?:\[(?P<label>(?:[^\[\]{}]|\{[^{}]*\})*)\])?\s*\{(?P<key>[^{}]*)\}")
_FILES = lazy(r"^[^%\n]*\\(?:bibliography|addbibresource)\s*(?:\[[^\]]*\])?\{([^{}]+)\}", re.M)
_NEWBLOCK = lazy(r"\\newblock\b\s*")
_END = lazy(r"\\end\s*\{thebibliography\}")


@lru_cache(maxsize=8192)
def latex_to_text(text: str) -> str:
    """Plain text of a LaTeX value: accents, braces, commands; unknown commands leave their text."""
    text = lazy(r"\s+").sub(" ", text).strip()
    if not _NEEDS_IT.search(text):
        return text
    simple = _ACCENT.sub(_accented, text)
    if "\\" not in simple and "$" not in simple:
        for written, meant in _TYPESET.items():
            simple = simple.replace(written, meant)
        return lazy(r"\s+").sub(" ", simple).strip()
    return lazy(r"\s+").sub(" ", _converted(text)).strip()


def _accented(found: re.Match[str]) -> str:
    return unicodedata.normalize(
        "NFC", (found["letter"] or found["bare"]) + _COMBINING[found["accent"]]
    )


def _converted(text: str) -> str:
    """What the LaTeX parser makes of it; without its commands where it cannot read it."""
    from pylatexenc.latexwalker import LatexWalkerError  # type: ignore[import-untyped]

    escaped = _UNESCAPED_PERCENT.sub(r"\\%", text)
    try:
        return str(_converter().latex_to_text(escaped))
    except (LatexWalkerError, ValueError, IndexError, RecursionError):
        return lazy(r"\\[A-Za-z]+\s*|[{}$\\]").sub("", text)


@lru_cache(maxsize=1)
def _converter() -> Any:
    from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

    return LatexNodes2Text(math_mode="text", keep_comments=True, strict_latex_spaces=False)


def read_latex(path: str, source: str) -> Bibliography:
    """The `thebibliography` of a LaTeX file, perhaps none; see also `bibliography_files`."""
    found = _LIST.search(source)
    items = list(_ITEM.finditer(source, found.start(), found.end())) if found else []
    ends = [*(item.start() for item in items[1:]), found.end() if found else 0]
    pairs = zip(items, ends[: len(items)], strict=True)
    entries = tuple(_entry(source, item, end) for item, end in pairs)
    return Bibliography(path=path, source=source, kind="prose", entries=entries)


def bibliography_files(source: str) -> tuple[str, ...]:
    """The bibliography files that a LaTeX document names, as it names them."""
    return tuple(name.strip() for found in _FILES.findall(source) for name in found.split(","))


def _entry(source: str, item: re.Match[str], end: int) -> Entry:
    written = _END.sub("", source[item.end() : end])
    start = item.end() + len(written) - len(written.lstrip())
    written = written.strip()
    text = latex_to_text(_NEWBLOCK.sub(" ", written))
    found = parse_citation(text, item["key"])
    return Entry(
        reference=found.reference,
        raw=text,
        start=start,
        end=start + len(written),
        spans=dict(_spans(text, found.spans, written, start)),
        label=item["key"],
        sure=found.sure,
    )


def _spans(
    text: str, spans: dict[str, Span] | Any, written: str, start: int
) -> list[tuple[str, Span]]:
    """Places of the fields whose text stands in the source just once and as it is."""
    placed = []
    for name, span in spans.items():
        value = text[slice(*span)]
        if written.count(value) == 1:
            at = start + written.index(value)
            placed.append((name, (at, at + len(value))))
    return placed
