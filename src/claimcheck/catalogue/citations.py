"""Works as citations: CSL-JSON, BibTeX, Markdown, pandoc keys.

CSL 1.0.2 names and types: https://docs.citationstyles.org/en/stable/specification.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from claimcheck.catalogue.record import as_json
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name, Reference

_OURS = {"et_al", "as_printed", "arxiv_id", "confidence", "origin", "waivers"}
"""Fields of ours that CSL does not know."""
_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS = {"incollection": "booktitle", "inproceedings": "booktitle"}
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "&%$#_{}"},
}
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_KEPT = re.compile(r"\S*\w[A-Z]\S*")
"""Words whose capitals a style must not change: DNA, pH."""


def csl_items(works: Iterable[Reference]) -> list[dict[str, Any]]:
    """The works as CSL-JSON, as Zotero and pandoc read it."""
    return [_csl_item(work) for work in works]


def csl(works: Iterable[Reference]) -> str:
    """The works as a CSL-JSON document."""
    return json.dumps(csl_items(works), ensure_ascii=False, indent=1)


def _csl_item(work: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        key: value for key, value in as_json(work).items() if key not in _OURS and key != "note"
    }
    for field in ("author", "editor"):
        people: tuple[Name, ...] = getattr(work, field)
        if people:
            item[field] = [_csl_name(name) for name in people]
    for field in ("issued", "accessed"):
        date: PartialDate | None = getattr(work, field)
        if date:
            item[field] = {"date-parts": [[p for p in (date.year, date.month, date.day) if p]]}
    return item


def _csl_name(name: Name) -> dict[str, str]:
    return {key.replace("_", "-"): value for key, value in as_json(name).items()}


def bibtex(works: Iterable[Reference]) -> str:
    """The works as BibTeX in UTF-8, with LaTeX's special characters escaped."""
    return "\n".join(_entry(work) for work in works)


def _entry(work: Reference) -> str:
    kind = _TYPES.get(work.type, "misc")
    container = _CONTAINERS.get(kind, "journal" if kind == "article" else "howpublished")
    publisher = "institution" if kind == "techreport" else "publisher"
    cut = " and others" if work.et_al else ""
    found = {
        "author": " and ".join(map(_bibtex_name, work.author)) + cut if work.author else None,
        "editor": " and ".join(map(_bibtex_name, work.editor)) or None,
        "title": _title(work.title),
        container: _escaped(work.container_title),
        publisher: _escaped(work.publisher),
        "year": str(work.issued.year) if work.issued else None,
        "volume": _escaped(work.volume),
        "number": _escaped(work.issue or work.number),
        "pages": _escaped(work.page.replace("–", "-").replace("-", "--")) if work.page else None,
        "doi": work.doi,
        "pmid": work.pmid,
        "url": work.url,
    }
    lines = [f"  {field} = {{{value}}}," for field, value in found.items() if value]
    if work.issued and work.issued.month:
        lines.append(f"  month = {_MONTHS[work.issued.month - 1]},")
    return "\n".join([f"@{kind}{{{work.id},", *lines, "}\n"])


def _escaped(text: str | None) -> str | None:
    return None if text is None else "".join(_SPECIAL.get(char, char) for char in text)


def _title(title: str) -> str:
    """Braces keep BibTeX styles from lower-casing acronyms."""
    parts, last = [], 0
    for found in _KEPT.finditer(title):
        parts += [_escaped(title[last : found.start()]), f"{{{_escaped(found[0])}}}"]
        last = found.end()
    return "".join(part or "" for part in [*parts, _escaped(title[last:])])


def _bibtex_name(name: Name) -> str:
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    parts = (family, name.suffix, " ".join(filter(None, (name.given, name.dropping_particle))))
    return _escaped(", ".join(part for part in parts if part)) or ""


def markdown_citation(work: Reference) -> str:
    """`Author AB, … (2021). Title. *Journal* 27(6), 1025-1033. https://doi.org/…`."""
    people = ", ".join(_initialled(name) for name in work.author[:6])
    people += " et al." if work.et_al or len(work.author) > 6 else ""
    year = f"({work.issued.year})" if work.issued else "(undated)"
    locator = "".join(filter(None, (work.volume, f"({work.issue})" if work.issue else None)))
    place = ", ".join(filter(None, (locator, work.page)))
    venue = " ".join(filter(None, (_italic(work.container_title or work.publisher), place)))
    link = f"https://doi.org/{work.doi}" if work.doi else work.url
    head = " ".join(filter(None, (people, year)))
    return ". ".join(filter(None, (head, work.title.rstrip("."), venue, link)))


def _italic(text: str | None) -> str | None:
    return f"*{text}*" if text else None


def _initialled(name: Name) -> str:
    if name.literal:
        return name.literal
    family = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle)))
    initials = "".join(part[0] for part in re.findall(r"[^\W\d_]+", name.given or ""))
    return " ".join(filter(None, (family, name.family, initials, name.suffix)))


def pandoc_keys(works: Iterable[Reference]) -> str:
    """`[@smith-2020; @jones-2021]`, for a bibliography that holds these ids."""
    return f"[{'; '.join(f'@{work.id}' for work in works)}]"
