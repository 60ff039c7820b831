"""Registry text made plain: no markup, no entities, no broken encoding, single spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any
from urllib.parse import quote

_ATTRIBUTE = r"\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+)"
_TAG = re.compile(rf"</?[A-Za-z][\w:.-]*(?:{_ATTRIBUTE})*\s*/?>|<!--.*?-->|<!\[CDATA\[|\]\]>", re.S)
_MATH = re.compile(r"<((?:\w+:)?math)\b[^<>]*>(.*?)</\1\s*>", re.S | re.I)
_ANNOTATION = re.compile(r"<((?:\w+:)?annotation(?:-xml)?)\b[^<>]*>.*?</\1\s*>", re.S | re.I)
_BREAK = re.compile(r"</?(?:\w+:)?(?:br|p|title|subtitle|sec|list|list-item|div)\b[^<>]*>", re.I)
_SUBTITLE = re.compile(r"<subtitle>(.*?)</subtitle>", re.S | re.I)
_MACRO = re.compile(r"\\([A-Za-z]+)(?![A-Za-z])\s?")
_FORMULA = re.compile(r"\$\$([^$]{1,200})\$\$|\$([^$]{1,200})\$")
_BRACED = re.compile(r"\{([A-Za-z]{2,7}|middle dot)\}")
_INVISIBLE = re.compile("[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_MISREAD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf]{1,3}")
_MOST_ESCAPES = 3


def clean(text: str) -> str:
    """`text` as a reader of the work's title page would see it.

    Markup of JATS, HTML and MathML goes, with the TeX copy that MathML carries; entities are
    resolved however often they were escaped; TeX names of Greek letters become the letters.
    """
    text = _unescape(_well_formed(text))
    text = _MATH.sub(_plain_formula, _ANNOTATION.sub("", text))
    text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _FORMULA.sub(_plain_tex, text.replace(r"\&", "&"))
    text = _BRACED.sub(_plain_name, text)
    text = _INVISIBLE.sub("", _repaired(text))
    return " ".join(_CONTROL.sub(" ", unicodedata.normalize("NFC", text)).split())


def split_title(text: str) -> tuple[str, str]:
    """A title and the subtitle that some depositors mark up within it, both clean."""
    text = _unescape(_well_formed(text))
    found = _SUBTITLE.search(text)
    if not found:
        return clean(text), ""
    return clean(_SUBTITLE.sub(" ", text)), clean(found[1])


def texts(value: Any) -> tuple[str, ...]:
    """The distinct non-empty texts of a JSON list (or single text), clean, in order."""
    items = value if isinstance(value, list) else [value]
    found = (clean(item) for item in items if isinstance(item, str))
    return tuple(dict.fromkeys(text for text in found if text))


def text(value: Any) -> str | None:
    """A JSON text (or whole number), clean; None for nothing and for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (clean(value) or None) if isinstance(value, str) else None


def percent(text: str, keep: str = "") -> str:
    """`text` percent-encoded for a URL, but for letters, digits and the characters in `keep`."""
    return quote(text, safe=keep, errors="replace")


def _well_formed(text: str) -> str:
    """Without lone surrogates, which JSON can carry and no file can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescape(text: str) -> str:
    for _ in range(_MOST_ESCAPES):
        plain = html.unescape(text)
        if plain == text:
            break
        text = plain
    return text


def _plain_formula(found: re.Match[str]) -> str:
    """The formula's characters, kept apart from a word that it was set against without a space."""
    inner = _TAG.sub("", re.sub(r">\s+<", "><", found[2])).strip()
    before = found.string[found.start() - 1 : found.start()]
    after = found.string[found.end() : found.end() + 1]
    left = " " if before.isalpha() and inner[:1].isalpha() else ""
    right = " " if after.isalpha() and inner[-1:].isalpha() else ""
    return f"{left}{inner}{right}"


def _plain_tex(found: re.Match[str]) -> str:
    """TeX between dollar signs, if it is TeX at all: `$\\alpha$` → α."""
    inner = found[1] or found[2]
    if not re.search(r"[\\_^{}]", inner):
        return found[0]
    return re.sub(r"[{}]|[_^](?=[{\w+-])", "", _MACRO.sub(lambda macro: _greek(macro[1]), inner))


def _plain_name(found: re.Match[str]) -> str:
    """A sign that stands there by its name in braces, as some hosts deposit it: `{alpha}` → α."""
    return "·" if found[1] == "middle dot" else _greek(found[1]) or found[0]


def _greek(name: str) -> str:
    """The Greek letter of a TeX name; nothing for any other name."""
    size = "CAPITAL" if name[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {size} LETTER {_UNICODE_NAMES.get(name.lower(), name)}")
    except KeyError:
        return ""


_UNICODE_NAMES = {"lambda": "LAMDA", "varphi": "PHI", "varepsilon": "EPSILON", "vartheta": "THETA"}


def _repaired(text: str) -> str:
    """UTF-8 that was once read as Latin-1, read aright: only then do C1 controls occur in text."""
    if not re.search("[\x80-\x9f]", text):
        return text
    return _MISREAD.sub(_reread, text)


def _reread(found: re.Match[str]) -> str:
    try:
        return found[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
