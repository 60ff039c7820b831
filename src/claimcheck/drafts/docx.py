"""Word documents. They have no lines; the paragraphs stand for them."""

from __future__ import annotations

from claimcheck.drafts.builder import BlockBuilder
from claimcheck.drafts.docx_body import BodyReader
from claimcheck.drafts.docx_package import Attributes, Package
from claimcheck.drafts.docx_styles import Styles
from claimcheck.drafts.docx_writer import Writer
from claimcheck.drafts.marks import finish
from claimcheck.model.drafts import Document


def read_docx(path: str, content: bytes) -> Document:
    """The document of a Word file; its source has a line for each paragraph with text.

    Tracked deletions, hidden text, code and tables of contents are left out; comments in Word may
    hold suppressions. Raises InputError for what is no such file, is protected, damaged or a bomb.
    """
    package = Package(path, content)
    writer = Writer(BlockBuilder(), Styles(package), _comments(package))
    for part in (package.main, package.part("footnotes.xml"), package.part("endnotes.xml")):
        body = BodyReader(writer, package.links(part))
        package.parse(part, body.start, body.end, body.text)
    writer.build.leave_items()
    document = Document(path=path, source=writer.source, has_lines=False)
    return finish(document, writer.build, "bracketed")


def _comments(package: Package) -> dict[str, str]:
    """The texts of the document's comments, by their ids."""
    found: dict[str, list[str]] = {}
    inside: list[list[str]] = []

    def start(tag: str, given: Attributes) -> None:
        if tag == "comment":
            inside.append(found.setdefault(given.get("id", ""), []))

    def end(tag: str) -> None:
        if tag == "comment":
            inside.pop()

    def text(words: str) -> None:
        if inside:
            inside[-1].append(words)

    package.parse(package.part("comments.xml"), start, end, text)
    return {number: "".join(parts) for number, parts in found.items()}
