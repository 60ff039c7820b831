"""Characters that a text, a terminal or XML cannot show as they are.

Control characters could move a terminal's cursor, and directional overrides could show a line in
another order than it has; people see a stand-in for both. Each stands for one character, so that
columns stay what they were.
"""

from __future__ import annotations

from claimcheck.patterns import lazy

REPLACEMENT = "\ufffd"
_DIRECTIONAL = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code != ord("\n")},
    0x7F: "\u2421",
    **dict.fromkeys((*range(0x80, 0xA0), *_DIRECTIONAL), REPLACEMENT),
    **dict.fromkeys(map(ord, "\t\r\x85\u2028\u2029"), " "),
}
"""C0 as Unicode's control pictures, C1 and directional overrides as U+FFFD, other breaks as space.

https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
"""
_LONE_SURROGATES = lazy("[\ud800-\udfff]")
_NOT_XML = lazy("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Everything outside the production `Char` of XML 1.0: https://www.w3.org/TR/xml/#charsets"""


def visible(text: str) -> str:
    """The text with nothing hidden in it; line feeds stay."""
    return text.replace("\r\n", "\n").translate(_VISIBLE)


def one_line(text: str) -> str:
    """The text on one line, with nothing hidden in it."""
    return visible(text).replace("\n", " ")


def encodable(text: str) -> str:
    """The text with U+FFFD for lone surrogates, which no UTF-8 file can hold."""
    return _LONE_SURROGATES.sub(REPLACEMENT, text)


def for_xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold in any form."""
    return _NOT_XML.sub("", text)


def with_slashes(path: str) -> str:
    """The path with forward slashes, as URIs and services expect it on every system."""
    return path.replace("\\", "/")
