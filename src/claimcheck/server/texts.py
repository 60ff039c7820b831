"""Open texts: what an editor shows of a file, which may not be saved yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lsprotocol.types import (
    PositionEncodingKind,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)
from pygls.uris import to_fs_path

from claimcheck.classes import dataclass
from claimcheck.drafts import READERS
from claimcheck.server.positions import Lines

_SUFFIXES = {
    "markdown": ".md",
    "mdx": ".mdx",
    "quarto": ".qmd",
    "rmarkdown": ".rmd",
    "rmd": ".rmd",
    "plaintext": ".txt",
    "text": ".txt",
    "html": ".html",
    "latex": ".tex",
    "tex": ".tex",
    "restructuredtext": ".rst",
    "rst": ".rst",
}
"""What editors call a language → the suffix whose reader a text without a file of ours gets."""


@dataclass(frozen=True)
class Text:
    """A text as the client has it at one version; `path` tells `lint` its place and kind."""

    uri: str
    path: str
    version: int
    source: str
    encoding: str = PositionEncodingKind.Utf16

    @cached_property
    def lines(self) -> Lines:
        """Its lines, in the units that the client counts in."""
        return Lines(self.source, self.encoding)

    def changed(self, changes: Iterable[TextDocumentContentChangeEvent], version: int) -> Text:
        """The text after a client's changes, each of which starts from the one before."""
        source = self.source
        for change in changes:
            if isinstance(change, TextDocumentContentChangePartial):
                lines = Lines(source, self.encoding)
                start, end = lines.offset(change.range.start), lines.offset(change.range.end)
                source = source[:start] + change.text + source[max(start, end) :]
            else:
                source = change.text
        return Text(self.uri, self.path, version, source, self.encoding)


def path_of(uri: str, language: str) -> str | None:
    """The path under which a text is linted; None for a kind that is not.

    A file's suffix tells its kind; of a text that is no file yet, or has no suffix, its language.
    """
    file = to_fs_path(uri)
    path = file or unquote(urlsplit(uri).path).lstrip("/") or "untitled"
    suffix = Path(path).suffix.lower()
    if file and suffix:
        return file if suffix in READERS else None
    kind = _SUFFIXES.get(language.lower())
    return kind and (path if suffix == kind else path + kind)
