"""Text reduced to what survives copying: plain lower-case ASCII words.

Knows tags, entities, LaTeX remains, mojibake, Greek letters and foreign scripts; knows nothing of
titles, names or journals.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimcheck.patterns import lazy

_MARKED = lazy(r"[&<\\{}]")
_BLOCK_TAG = lazy(r"</?(?:p|br|div|sec|subtitle|title|list|item|li|td|tr)\b[^<>]*>", re.I)
_TAG = lazy(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.S)
_INVISIBLE = lazy("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_APOSTROPHE = lazy("(?<=\\w)['`\u00b4\u02bc\u2018\u2019\u201b\u2032\uff07](?=\\w|\\s|$)")
_WORD = lazy(r"[a-z0-9]+")
_LATEX_COMMAND = lazy(r"\\([A-Za-z]+)\s*")
_WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"  # what bytes 80 to 9F show as
_MISREAD = lazy(f"[\u0080-\u00ff{_WINDOWS}]{{2,}}")
_GREEK_ALPHABET = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho "
    "sigma sigma tau upsilon phi chi psi omega"
)
_GREEK_NAMES = _GREEK_ALPHABET.split()
_GREEK = {
    ord(first) + i: name for first in "\u03b1\u0391" for i, name in enumerate(_GREEK_NAMES)
} | {0x03D1: "theta", 0x03D5: "phi", 0x03F5: "epsilon", 0x2126: "omega"}
_GREEK_LETTER = lazy("[\u0370-\u03ff]")
_GREEK_WORDS = frozenset(_GREEK_NAMES)


def repaired(text: str) -> str:
    """Undo UTF-8 that was read as Latin-1 or Windows-1252 (`Ã©` → `é`)."""
    return _MISREAD.sub(_redecoded, text)


def _redecoded(match: re.Match[str]) -> str:
    try:
        raw = b"".join(c.encode("cp1252" if c in _WINDOWS else "latin-1") for c in match[0])
        return raw.decode("utf-8")
    except UnicodeError:
        return match[0]


def plain(text: str) -> str:
    """Text without tags, entities, LaTeX commands, invisible characters and mojibake."""
    if text.isascii() and not _MARKED.search(text):
        return text
    if "&" in text:
        from html import unescape

        text = unescape(unescape(text))  # registries hold entities escaped twice
    if "<" in text:
        text = _TAG.sub("", _BLOCK_TAG.sub(" ", text))
    if "\\" in text:
        text = _LATEX_COMMAND.sub(_command, text).replace("$", "").replace("\\", "")
    text = text.replace("{", "").replace("}", "")
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", repaired(text)))


def _command(match: re.Match[str]) -> str:
    return match[1] if match[1].lower() in _GREEK_WORDS else ""


def romanised(text: str) -> str:
    """Text with Greek letters as the Latin ones that programs put in their place (`β` as `v`)."""
    if not _GREEK_LETTER.search(text):
        return text

    from anyascii import anyascii

    return _GREEK_LETTER.sub(lambda letter: anyascii(letter[0]), text)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower-case ASCII with spelled-out Greek and without apostrophes; punctuation stays."""
    named = _APOSTROPHE.sub("", plain(text))
    if named.isascii():
        return named.casefold()

    from anyascii import anyascii

    return anyascii(named.translate(_GREEK)).casefold()


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of `text`, folded."""
    return tuple(_WORD.findall(fold(text)))
