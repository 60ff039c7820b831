"""Writes the paragraphs of a Word document as lines, and their blocks."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.docx_styles import Styles
from claimcheck.model.drafts import Mark

_LINE_BREAK = "\u2028"
"""Stands in the lines for a break inside a paragraph."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text, marks and comments, and what its properties say."""

    text: str = ""
    style: str = ""
    outline: int | None = None
    list_id: str | None = None
    list_level: int = 0
    marks: list[Mark] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """The ids of the comments on it."""


class Writer:
    """Takes what a body holds, in its order. Every paragraph with text becomes a line."""

    def __init__(self, build: BlockBuilder, styles: Styles, comments: dict[str, str]) -> None:
        self.build = build
        self._styles = styles
        self._comments = comments
        self._lines: list[str] = []
        self._length = 0
        self._cells = 0
        self._notes: dict[tuple[str, str], str] = {}

    @property
    def source(self) -> str:
        """The lines so far."""
        return "".join(self._lines)

    def note_label(self, kind: str, number: str) -> str:
        """The label of the footnote or endnote with an id; they count in the order of reference."""
        return self._notes.setdefault((kind, number), str(len(self._notes) + 1))

    def open_note(self, kind: str, number: str) -> None:
        """What follows is a footnote or endnote."""
        self.build.footnote = self.note_label(kind, number)

    def close_note(self) -> None:
        """The note ends."""
        self.build.footnote = ""

    def write(self, paragraph: Paragraph) -> None:
        """Add a paragraph."""
        if not paragraph.text.strip() or self._styles.is_left_out(paragraph.style):
            return
        build, quoted = self.build, self._styles.is_quote(paragraph.style)
        self._place(paragraph)
        build.quotes += quoted
        self._add(paragraph)
        if self._styles.is_caption(paragraph.style):
            build.close("caption")
        else:
            build.flush()
        build.heading = 0
        build.quotes -= quoted

    def _place(self, paragraph: Paragraph) -> None:
        """Make it a heading, an item of a list, or neither."""
        build = self.build
        heading = self._styles.heading(paragraph.style, paragraph.outline)
        level = self._styles.list_level(paragraph.style)
        if paragraph.list_id is not None:
            level = None if paragraph.list_id == "0" else paragraph.list_level
        if self._cells or build.footnote:
            return
        if heading or level is None:
            build.leave_items()
            build.heading = heading
        else:
            build.item_at(level)

    def _add(self, paragraph: Paragraph) -> None:
        build, number = self.build, len(self._lines) + 1
        build.where = f"footnote {build.footnote}" if build.footnote else f"paragraph {number}"
        build.add(paragraph.text, self._length)
        build.add_marks(paragraph.marks)
        for comment in paragraph.comments:
            if comment in self._comments:
                build.comment(self._comments[comment], self._length)
        line = paragraph.text.replace("\r", " ").replace("\n", _LINE_BREAK) + "\n"
        self._lines.append(line)
        self._length += len(line)

    def open_table(self) -> None:
        """A table begins."""
        if not self._cells:
            self.build.leave_items()
        self.build.open_table(guess_head=True)

    def close_table(self) -> None:
        """A table ends."""
        self.build.close_table()

    def open_row(self) -> None:
        """A row begins."""
        self.build.open_row()

    def close_row(self, head: bool) -> None:
        """A row ends."""
        self.build.table_head(head)
        self.build.close_row()

    def open_cell(self) -> None:
        """A cell begins."""
        self._cells += 1
        self.build.open_cell()

    def close_cell(self, width: int, goes_on: bool) -> None:
        """A cell ends; `goes_on` if it is part of the cell above."""
        self._cells -= 1
        self.build.close_cell(width=width, height=0 if goes_on else 1)
