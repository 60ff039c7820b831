"""Files in, reference lists out: a reader for each kind of file."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module

from claimcheck.model.bibliography import Bibliography
from claimcheck.patterns import lazy

READERS = {
    ".bib": "bibtex.read_bibtex",
    ".bibtex": "bibtex.read_bibtex",
    ".biblatex": "bibtex.read_bibtex",
    ".ris": "ris.read_ris",
    ".json": "csl.read_csl_json",
    ".csljson": "csl.read_csl_json",
    ".yaml": "csl.read_csl_yaml",
    ".yml": "csl.read_csl_yaml",
    ".tex": "latex.read_latex",
    ".bbl": "latex.read_latex",
    ".txt": "plain.read_plain",
    ".text": "plain.read_plain",
}
"""Suffix → module and function; imported when a file of the kind turns up.

Drafts of other kinds are read as documents, and their lists by `prose.read_list`.
"""

_SIGNS = (
    (".bib", lazy(r"\s*(?:%[^\n]*\n\s*)*@\s*[A-Za-z]+\s*[{(]")),
    (".ris", lazy(r"\s*(?:[A-Z][A-Z0-9]\s{1,2}-[^\n]*\n\s*)*TY\s{1,2}- ")),
    (".json", lazy(r"\s*(?:\[\s*(?:\{|\])|\{\s*\")")),
    (".yaml", lazy(r"\s*(?:#[^\n]*\n\s*|---\s*\n\s*)*(?:references:\s*\n|-\s+[\w-]+:\s)")),
    (".tex", lazy(r"(?s).{0,20000}\\(?:bibitem|begin\{thebibliography\}|documentclass)")),
    (".md", lazy(r"(?ms).{0,20000}?^(?:#{1,6}\s|\[\^[\w-]+\]:)")),
    (".html", lazy(r"\s*(?:<!doctype html|<html|<ol|<ul|<p|<div)\b", re.I)),
)


def read_references(path: str, source: str, suffix: str) -> Bibliography | None:
    """The reference list in a text of this kind; None for a kind that is read as a document.

    Raises InputError for a text that is none of its kind.
    """
    name = READERS.get(suffix.lower())
    if name is None:
        return None
    module, _, function = name.partition(".")
    package = "claimcheck.bibliography"
    read: Callable[[str, str], Bibliography] = getattr(
        import_module(f"{package}.{module}"), function
    )
    return read(path, source)


def kind_by_content(source: str) -> str:
    """The suffix of the kind that a text without a name has."""
    return next((suffix for suffix, sign in _SIGNS if sign.match(source)), ".txt")
