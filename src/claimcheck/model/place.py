"""Where something stands in a file."""

from __future__ import annotations

from claimcheck.classes import dataclass


@dataclass(frozen=True, order=True)
class Location:
    """A stretch of a file; lines and columns count from 1, `end_column` is one past the last.

    `label` names the place in files that have no lines (a paragraph of a docx, a notebook cell).
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    label: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"
