"""A paragraph of a Word document while its runs come in."""

from __future__ import annotations

from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.drafts.docx_writer import Paragraph
from claimcheck.model.drafts import Mark, MarkKind
from claimcheck.patterns import lazy

_HYPERLINK = lazy(r'\s*HYPERLINK\s+"([^"]+)"')


@dataclass(slots=True)
class _Field:
    """A field: its instruction, and where its result begins."""

    instruction: list[str] = field(default_factory=list)
    begin: int = 0


@dataclass(slots=True)
class Running:
    """A paragraph that is open, with the run, the links and the fields that are open in it."""

    paragraph: Paragraph = field(default_factory=Paragraph)
    length: int = 0
    raised: bool = False
    hidden: bool = False
    _run: int = 0
    _parts: list[str] = field(default_factory=list)
    _links: list[tuple[int, str]] = field(default_factory=list)
    _fields: list[_Field] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Add text of the run."""
        if not self.hidden:
            self._parts.append(text)
            self.length += len(text)

    def open_run(self) -> None:
        """A run begins, with no properties yet."""
        self._run, self.raised, self.hidden = self.length, False, False

    def close_run(self) -> None:
        """A run ends."""
        if self.raised and self._run < self.length:
            self.mark("superscript", self._run, "")
        self.open_run()

    def open_link(self, target: str) -> None:
        """A link begins."""
        self._links.append((self.length, target))

    def close_link(self) -> None:
        """A link ends."""
        if self._links:
            start, target = self._links.pop()
            if target:
                self.mark("link", start, target)

    def instruct(self, text: str) -> None:
        """A part of a field's instruction."""
        if self._fields:
            self._fields[-1].instruction.append(text)

    def field_character(self, kind: str) -> None:
        """The sign that begins a field, separates instruction and result, or ends it."""
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].begin = self.length
        elif kind == "end" and self._fields:
            closed = self._fields.pop()
            found = _HYPERLINK.match("".join(closed.instruction))
            if found and closed.begin < self.length:
                self.mark("link", closed.begin, found.group(1))

    def mark(self, kind: MarkKind, start: int, target: str) -> None:
        """Mark the text since `start`; two superscripts side by side are one."""
        marks = self.paragraph.marks
        if kind == "superscript" and marks and marks[-1].kind == kind and marks[-1].end == start:
            start = marks.pop().start
        marks.append(Mark(kind, start, self.length, target))

    def close(self) -> Paragraph:
        """The paragraph with its text."""
        self.paragraph.text = "".join(self._parts)
        return self.paragraph
