"""References written out: as BibTeX, as CSL (JSON, and YAML as a claim base keeps it), as APA."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any

from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name, Reference, csl_name
from claimcheck.patterns import lazy

_BIBTEX_TYPES = {
    "article-journal": "article",
    "paper-conference": "inproceedings",
    "chapter": "incollection",
    "book": "book",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CSL_FIELDS = (
    "id", "type", "title", "author", "editor", "container_title", "issued", "volume", "issue",
    "page", "number", "publisher", "genre", "language", "doi", "pmid", "pmcid", "isbn", "issn",
    "url", "note",
)  # fmt: skip
_TEX = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "{": r"\{", "}": r"\}"}
_TEX |= {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}
_PLAIN_YAML = lazy(r"(?!(?:true|false|yes|no|on|off|null|~)\Z)[A-Za-z0-9(][\w .()/–+-]*\Z", re.I)
_NUMBER = lazy(r"[0-9][0-9_.,:-]*\Z")


def bibtex(references: Sequence[Reference]) -> str:
    """BibTeX entries, one for each reference, in their order."""
    return "\n".join(_bibtex_entry(reference) for reference in references)


def csl_json(references: Sequence[Reference]) -> str:
    """A CSL-JSON list."""
    items = [csl_item(reference) for reference in references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_yaml(reference: Reference, indent: str = "  ") -> str:
    """One item of the list in a base's `references.yaml`, ready to paste."""
    lines = [f"{indent}- id: {reference.id}"]
    for name, value in csl_item(reference).items():
        if name != "id":
            lines += _yaml_lines(name, value, f"{indent}  ")
    return "\n".join(lines) + "\n"


def apa(references: Sequence[Reference]) -> str:
    """One line for each reference in APA's style."""
    return "".join(f"{_apa_line(reference)}\n" for reference in references)


LISTS: dict[str, Callable[[Sequence[Reference]], str]] = {
    "bibtex": bibtex,
    "csl": csl_json,
    "apa": apa,
}
"""Formats of a corrected list, by name."""


def csl_item(reference: Reference) -> dict[str, Any]:
    """The CSL variables of a reference that it has."""
    item: dict[str, Any] = {}
    for name in _CSL_FIELDS:
        value = getattr(reference, name)
        if value:
            item[csl_name(name)] = _csl_value(value)
    return item


def _csl_value(value: Any) -> Any:
    match value:
        case PartialDate():
            parts = [part for part in (value.year, value.month, value.day) if part]
            return {"date-parts": [parts]}
        case tuple():
            return [_csl_person(name) for name in value]
        case _:
            return str(value)


def _csl_person(name: Name) -> dict[str, str]:
    fields = ("literal", "family", "given", "suffix", "non_dropping_particle", "dropping_particle")
    return {csl_name(field): text for field in fields if (text := getattr(name, field))}


def _yaml_lines(name: str, value: Any, indent: str) -> list[str]:
    if name in {"author", "editor"}:
        people = [
            "{" + ", ".join(f"{k}: {_yaml_text(v, flow=True)}" for k, v in person.items()) + "}"
            for person in value
        ]
        return [f"{indent}{name}:", *(f"{indent}  - {person}" for person in people)]
    if isinstance(value, dict):
        return [f"{indent}{name}: {{date-parts: {value['date-parts']}}}"]
    return [f"{indent}{name}: {_yaml_text(value)}"]


def _yaml_text(text: str, *, flow: bool = False) -> str:
    """A scalar as YAML reads it back: bare where that is safe, else in quotes."""
    spaced = lazy(r"\s+").sub(" ", text)
    if _PLAIN_YAML.match(spaced) and not (flow and lazy(r"[,\[\]{}]").search(spaced)):
        return spaced.strip()
    if _NUMBER.match(spaced) and ":" not in spaced:
        return spaced
    return "'" + spaced.replace("'", "''") + "'"


def _bibtex_entry(reference: Reference) -> str:
    kind = _BIBTEX_TYPES.get(reference.type, "misc")
    venue = "journal" if kind in {"article", "misc"} else "booktitle"
    publisher = {"techreport": "institution", "phdthesis": "school"}.get(kind, "publisher")
    fields = {
        "author": _bibtex_people(reference.author, cut=reference.et_al),
        "editor": _bibtex_people(reference.editor, cut=False),
        "title": _tex(reference.title),
        venue: _tex(reference.container_title),
        publisher: _tex(reference.publisher),
        "year": str(reference.issued.year) if reference.issued else "",
        "volume": _tex(reference.volume),
        "number": _tex(reference.issue),
        "pages": lazy(r"(?<=\w)[-–—](?=\w)").sub("--", _tex(reference.page or reference.number)),
        "doi": reference.doi or "",
        "url": "" if reference.doi else reference.url or "",
        "isbn": reference.isbn or "",
        "note": _tex(reference.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return f"@{kind}{{{reference.id},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_people(names: Sequence[Name], *, cut: bool) -> str:
    people = [_bibtex_person(name) for name in names]
    return " and ".join([*people, *(["others"] if cut and people else [])])


def _bibtex_person(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{_tex(name.literal or name.given)}}}"
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return ", ".join(_tex(part) for part in (family, name.suffix, name.given) if part)


def _tex(text: str | None) -> str:
    return "".join(_TEX.get(char, char) for char in text or "")


def _apa_line(reference: Reference) -> str:
    year = str(reference.issued.year) if reference.issued else "n.d."
    head = _apa_people(reference.author or reference.editor, cut=reference.et_al)
    title = reference.title if reference.title.endswith(("?", "!", ".")) else f"{reference.title}."
    place = ", ".join(
        filter(None, (reference.container_title, _apa_volume(reference), _apa_pages(reference)))
    )
    publisher = None if reference.container_title else reference.publisher
    behind = f"https://doi.org/{reference.doi}" if reference.doi else reference.url
    parts = [f"{head} ({year})." if head else "", title, "" if head else f"({year})."]
    parts += [f"{place}." if place else "", f"{publisher}." if publisher else "", behind or ""]
    return " ".join(part for part in parts if part)


def _apa_volume(reference: Reference) -> str | None:
    issue = f"({reference.issue})" if reference.issue else ""
    return f"{reference.volume}{issue}" if reference.volume else None


def _apa_pages(reference: Reference) -> str | None:
    page = reference.page or reference.number
    return lazy(r"(?<=\w)-(?=\w)").sub("–", page) if page else None


def _apa_people(names: Sequence[Name], *, cut: bool) -> str:
    """Up to twenty authors; of more the first nineteen and the last."""
    people = [_apa_person(name) for name in names]
    if cut and people:
        return ", ".join([*people, "et al."])
    if len(people) > 20:
        return ", ".join(people[:19]) + ", … " + people[-1]
    return (
        people[0]
        if len(people) == 1
        else ", & ".join(filter(None, (", ".join(people[:-1]), *people[-1:])))
    )


def _apa_person(name: Name) -> str:
    if name.literal or not name.family:
        return name.literal or name.given or ""
    words = lazy(r"[\s.]+").split(name.given or "")
    initials = " ".join(
        "-".join(f"{part[0]}." for part in w.split("-") if part) for w in words if w
    )
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    return ", ".join(filter(None, (family, initials, name.suffix)))
