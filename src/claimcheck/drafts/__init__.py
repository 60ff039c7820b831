"""Drafts in, documents with exact positions out: a reader for each kind of file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from claimcheck.drafts.encoding import decode_draft, read_bytes
from claimcheck.drafts.questions import under_questions
from claimcheck.errors import UsageError
from claimcheck.model.drafts import Document

READERS = {
    ".md": "markdown.read_markdown",
    ".markdown": "markdown.read_markdown",
    ".mdx": "markdown.read_markdown",
    ".qmd": "markdown.read_markdown",
    ".rmd": "markdown.read_markdown",
    ".txt": "text.read_text_draft",
    ".text": "text.read_text_draft",
    ".html": "html.read_html",
    ".htm": "html.read_html",
    ".xhtml": "html.read_html",
    ".tex": "latex.read_latex",
    ".ltx": "latex.read_latex",
    ".rst": "rst.read_rst",
    ".rest": "rst.read_rst",
    ".ipynb": "notebook.read_notebook",
}
"""Suffix → module and function; imported when a file of the kind turns up."""

BINARY = {".docx": "docx.read_docx"}
"""Suffix → module and function, for files that are no text."""


def read_draft(path: str, data: bytes | None = None, name: str | None = None) -> Document:
    """Read a draft. `data` is its content where it is no file; `name` then tells its kind.

    Raises InputError for what cannot be read and UsageError for a kind that has no reader.
    """
    suffix = Path(name or path).suffix.lower()
    content = read_bytes(path) if data is None else data
    if suffix in BINARY:
        document: Document = _function(BINARY[suffix])(path, content)
        return under_questions(document)
    if suffix and suffix not in READERS:
        raise UsageError(f"{path}: no reader for {suffix} files ({', '.join(suffixes())})")
    read = _function(READERS.get(suffix, READERS[".md"]))
    drafted: Document = read(path, _with_line_feeds(decode_draft(content, path)))
    return under_questions(drafted)


def _with_line_feeds(text: str) -> str:
    """The text with line feeds where its lines end in carriage returns alone; of equal length."""
    return text.replace("\r", "\n") if "\r" in text and "\n" not in text else text


def suffixes() -> tuple[str, ...]:
    """The suffixes of files that can be read."""
    return (*READERS, *BINARY)


def _function(name: str) -> Callable[..., Document]:
    module, _, function = name.partition(".")
    found: Callable[..., Document] = getattr(import_module(f"claimcheck.drafts.{module}"), function)
    return found
