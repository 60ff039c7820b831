"""Tags, comments and text of HTML, with their places.

A tokenizer of our own because the standard library's needs quadratic time on malformed input and
counts lines instead of characters. It follows the HTML standard where readers could notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from claimcheck.patterns import lazy

_TAG = lazy(
    r"<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?>(?:[^>=\"']++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|)|[\"'])*))>"
)
_ATTRIBUTE = lazy(r"([^\s=/>\"']+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?")
_COMMENT_END = lazy(r"--!?>")
_REFERENCE = lazy(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);?")
_RAW = {"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"}
_RAW_END = {name: lazy(f"</{name}(?=[\\s/>])", re.IGNORECASE) for name in _RAW}


def _unescaped(text: str) -> str:
    """The text that is meant; the table of names is loaded where a text has any."""
    if "&" not in text:
        return text
    import html

    return html.unescape(text)


class Token(NamedTuple):
    """Running text, a comment, or a tag: its name in lower case, its attributes as written."""

    kind: Literal["text", "open", "close", "comment"]
    start: int
    text: str
    name: str = ""
    attributes: str = ""


def tokens(source: str, base: int = 0) -> Iterator[Token]:
    """The pieces of HTML, in order, with offsets from `base`; linear in time for any input."""
    at = 0
    while (tag := source.find("<", at)) >= 0:
        if tag > at:
            yield Token("text", base + at, source[at:tag])
        token = _token(source, tag, base)
        at = tag
        if token is None:
            break
        yield token
        at += len(token.text)
        if token.kind == "open" and token.name in _RAW:
            found = _RAW_END[token.name].search(source, at)
            end = found.start() if found else len(source)
            yield Token("text", base + at, source[at:end])
            at = end
    if at < len(source):
        yield Token("text", base + at, source[at:])


def _token(source: str, start: int, base: int) -> Token | None:
    """What begins at a `<`; None if it is a tag that never ends, and so all the rest is text."""
    if tag := _TAG.match(source, start):
        closing, name, written = tag.groups()
        kind: Literal["open", "close"] = "close" if closing else "open"
        return Token(kind, base + start, tag.group(), name.lower(), written)
    following = source[start + 1 : start + 3]
    if following[:1] in {"!", "?"} or (following[:1] == "/" and not _is_letter(following[1:])):
        return Token("comment", base + start, source[start : _comment_end(source, start)])
    if _is_letter(following.removeprefix("/")[:1]):
        return None
    return Token("text", base + start, "<")


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _comment_end(source: str, start: int) -> int:
    if source.startswith("<!--", start):
        if source.startswith((">", "->"), start + 4):
            return source.index(">", start) + 1
        found = _COMMENT_END.search(source, start + 4)
        return found.end() if found else len(source)
    end = source.find(">", start)
    return end + 1 if end >= 0 else len(source)


def attributes(written: str) -> dict[str, str]:
    """The attributes of a tag; names in lower case, character references resolved."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        name, *values = match.groups()
        value = next((value for value in values if value is not None), "")
        found.setdefault(name.lower(), _unescaped(value))
    return found


def characters(text: str) -> Iterator[tuple[str, int]]:
    """Running text with its references resolved, in pieces with their offsets."""
    at = 0
    for reference in _REFERENCE.finditer(text) if "&" in text else ():
        written = reference.group()
        meant = _unescaped(written)
        if meant != written:
            yield text[at : reference.start()], at
            at = reference.end()
            kept = _kept(meant, written)
            yield meant[: len(meant) - kept], reference.start()
            yield written[len(written) - kept :], at - kept
    yield text[at:], at


def _kept(meant: str, written: str) -> int:
    """How much of a reference stayed text (`&notit;` means `¬it;`)."""
    kept = 0
    while kept < len(meant) - 1 and meant[-1 - kept] == written[-1 - kept]:
        kept += 1
    return kept
