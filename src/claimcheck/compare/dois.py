"""DOIs: reading one out of every disguise it is met in, and finding them in running text.

The syntax is that of the DOI Handbook (ISO 26324): `10.`, a registrant code, a slash and a suffix
of any printable characters. DOIs are compared without regard to case, hence the lower case here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from claimcheck.patterns import lazy

LONGEST = 2048
"""Characters beyond which a text is no DOI; the longest registered ones have a few hundred."""

_LONGEST_IN_TEXT = 256

_BARE = lazy(r"10\.\d{4,9}(?:\.\d+)*/(?=\S*[^\W_])\S+\Z")
_START = r"(?:(?<![\w.])|(?<=doi)|(?<=%2f)|(?<=%3a)|(?<=%3d)|(?<=_))10\.\s?\d{4,9}(?:\.\d+)*"
_SLASH = r"(?:/|\\/|%(?:25)*2f|&\#x0*2f;|&\#0*47;|&sol;|\u2044|\u2215)"
_CANDIDATE = lazy(rf"{_START}{_SLASH}\s?(?:\S|(?<=-)\n[ \t]*(?=\w)){{1,{_LONGEST_IN_TEXT}}}", re.I)
_LABEL = lazy(r"[^\s]*\Z|.{0,24}\b(?:doi|digital object identifier)\b\W*(?:\S*[/=:])?\Z", re.I)
_NEXT = lazy(
    r"</|<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>|\]\(|[\"`|\u201c\u201d\u00ab\u00bb\u3002\uff0c\uff1b]|\}\{"
    r"|(?<=.)[,;)\]]+(?:https?:|doi:|(?<![\d.])10\.\d{4,9}/)",
    re.I,
)
_INVISIBLE = lazy("[\u00a0\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202f\u2060-\u2064\ufeff]")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_TYPESET_HYPHEN = lazy(r"(?<=[a-z])-\s*\n\s*(?=[a-z])")
_BROKEN_LINE = lazy(r"(?<=[-/_])\s*\n\s*|(?<=^10\.)\s+|(?<=\d/)\s+|\s+(?=/)")
_ENTITY = lazy(r"&(?:#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8});", re.I)
_LATEX_ESCAPE = lazy(r"\\([_%#&{}$<>/~^-])")
_LATEX_WORD = lazy(r"\$?\\(?:text)?(less|greater|underscore|lt|gt|_)(?:\{\}|\$|\s)?")
_LATEX_WORDS = {"less": "<", "lt": "<", "greater": ">", "gt": ">", "underscore": "_", "_": "_"}
_VIEW = lazy(
    r"(?<=[^/])(?:/(?:full(?:text)?(?:/html)?|e?pdf(?:direct|plus)?|abstract|abs|summary|meta|html)"
    r"|\.(?:full|pdf|abstract|full\.pdf|full-text))\Z"
)
_DATA_BANK = lazy(r"10\.2210/pdb\w{4}/pdb\Z")
_SERVER_VERSION = lazy(r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d+\Z")
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}
_TRAILING = " \t\r\n.,;:!?'\"*\\&=~|`/\u2018\u2019\u201a\u201c\u201d\u00ab\u00bb\u2026\u2032\u3002"


@lru_cache(maxsize=4096)
def normalise(text: str) -> str | None:
    """Return the bare lower-case DOI that `text` is in disguise, or None.

    Accepts resolver, proxy and publisher URLs, `doi:` labels, percent and entity encoding, LaTeX
    escapes, invisible characters, broken lines, closing punctuation and the tails under which
    publishers serve one view of a work. Text with other words around the DOI gives None; use
    `find_dois` there. Applying it twice changes nothing.
    """
    if len(text) > 2 * LONGEST:
        return None
    previous, current = "", text
    while current != previous:
        previous, current = current, _unwrap(current)
    return current if is_doi_shaped(current) else None


def is_doi_shaped(text: str) -> bool:
    """Whether `text` is a bare DOI by its syntax alone, with nothing around it."""
    return len(text) <= LONGEST and _BARE.match(text) is not None


def find_dois(text: str) -> tuple[tuple[str, int, int], ...]:
    """Return every DOI in running `text` as (normal form, start, end), in order.

    `text[start:end]` is the DOI as written, from its `10.` to its last character, without the
    resolver before it and the punctuation after it.
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    if "10." not in text:
        return
    at = 0
    while match := _CANDIDATE.search(text, at):
        start = match.start()
        written = _as_written(match[0], before=text[max(0, start - 300) : start])
        at = start + max(len(written), 1)
        if doi := normalise(written):
            yield doi, start, at


def _as_written(candidate: str, before: str) -> str:
    following = _NEXT.search(candidate, 1)
    written = candidate[: following.start()] if following else candidate
    written = _trimmed(_without_query(written, lazy(r"\s").split(before)[-1]))
    return written.rstrip("_") if before.endswith("_") else written


def _character(entity: re.Match[str]) -> str:
    from html import unescape

    return unescape(entity[0])


def _unwrap(text: str) -> str:
    """Take off one layer of everything that can lie round a DOI."""
    text = _without_lead(_ENTITY.sub(_character, text))
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_DASHES)
    text = _BROKEN_LINE.sub("", _TYPESET_HYPHEN.sub("", text.lower()))
    text = _without_tail(_trimmed(_without_latex(text)))
    return _decoded(text)


def _without_lead(text: str) -> str:
    """Cut what stands before the DOI, if that is a label or a URL; drop the URL's query."""
    match = re.search(_START + _SLASH, text, re.I)
    if not match or not _LABEL.match(text[: match.start()].strip()):
        return text.strip()
    lead, rest = text[: match.start()], text[match.start() :].strip()
    rest = lazy(r"\s*\[doi\]\W*\Z", re.I).sub("", rest)
    return _without_query(rest, lead)


def _without_query(text: str, lead: str) -> str:
    """Cut what a URL says after the DOI; a bare DOI may hold `?`, `#` and `&` itself."""
    if "//" not in lead:
        return text
    return re.split(r"[?#&]" if "?" in lead else r"[?#]", text, maxsplit=1)[0]


def _without_latex(text: str) -> str:
    text = _LATEX_WORD.sub(lambda m: _LATEX_WORDS[m[1]], text)
    text = lazy(r"\$([<>])\$").sub(r"\1", _LATEX_ESCAPE.sub(r"\1", text))
    return lazy(r"[{}]").sub("", text)


def _decoded(text: str) -> str:
    return unquote(text, errors="strict") if _decodable(text) else text


def _decodable(text: str) -> bool:
    try:
        return "%" in text and "\ufffd" not in unquote(text, errors="strict")
    except UnicodeDecodeError:
        return False


def _trimmed(text: str) -> str:
    """Drop closing punctuation, and brackets that close nothing."""
    text = text.rstrip(_TRAILING)
    while text and text[-1] in _CLOSERS and text.count(text[-1]) > text.count(_CLOSERS[text[-1]]):
        text = text[:-1].rstrip(_TRAILING)
    return text


def _without_tail(text: str) -> str:
    if _DATA_BANK.match(text):
        return text
    shorter = _SERVER_VERSION.sub(r"\1", _VIEW.sub("", text))
    return shorter if is_doi_shaped(shorter) else text
