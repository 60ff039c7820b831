"""Where a draft says that its references are: in its front matter, or in files that it names."""

from __future__ import annotations

import re

from claimcheck.bibliography.latex import bibliography_files
from claimcheck.drafts.frontmatter import split_front_matter
from claimcheck.errors import InputError
from claimcheck.model.bibliography import Bibliography
from claimcheck.model.drafts import Document
from claimcheck.patterns import lazy

_REFERENCES = lazy(r"^references[ \t]*:", re.M)
_DIRECTIVE = lazy(r"^\.\.[ \t]+(?:foot)?bibliography::[ \t]+(\S[^\r\n]*)", re.M)


def read_front_references(document: Document) -> Bibliography | None:
    """The references that pandoc reads from the front matter of a text itself."""
    source = document.source
    if not source.startswith("---"):
        return None
    end, _ = split_front_matter(source)
    if not _REFERENCES.search(source, 0, end):
        return None
    from claimcheck.bibliography.csl import read_csl_yaml

    try:
        return read_csl_yaml(document.path, source[:end] + "\n")
    except InputError:
        return None  # the front matter is not about works


def named_files(document: Document) -> tuple[str, ...]:
    """The files that a draft names as its bibliography, as it names them."""
    source = document.source
    found = [*document.bibliography]
    if "\\bib" in source or "\\addbib" in source:
        found += bibliography_files(source)
    if "bibliography::" in source:
        found += [n for line in _DIRECTIVE.findall(source) for n in line.split()]
    return tuple(dict.fromkeys(found))
