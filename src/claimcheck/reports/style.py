"""How a text format may look: colour and width of where it goes."""

from __future__ import annotations

from typing import Literal

from claimcheck.classes import dataclass

Look = Literal["error", "warning", "info", "good", "frame", "strong", "weak"]

_SGR: dict[Look, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "good": "32",
    "frame": "34",
    "strong": "1",
    "weak": "2",
}
"""Parameters of "select graphic rendition" (ECMA-48, 8.3.117); only the eight basic colours, which
every terminal shows in its own, legible shades."""


_LOOKS: dict[str, Look] = {
    "warning": "warning",
    "info": "info",
    "verified": "good",
    "unchecked": "warning",
    "corrected": "info",
    "concern": "warning",
    "supported": "good",
    "cited": "info",
    "unsourced": "warning",
    "outdated": "warning",
}


def look_of(word: str) -> Look:
    """The look of a severity, a reference's state or a sentence's verdict."""
    return _LOOKS.get(word, "error")


@dataclass(frozen=True, slots=True)
class Style:
    """`width` is in columns; formats for machines ignore both."""

    color: bool = False
    width: int = 100

    def paint(self, text: str, look: Look) -> str:
        """The text in a look, or as it is where colour is off."""
        return f"\x1b[{_SGR[look]}m{text}\x1b[0m" if self.color and text else text
