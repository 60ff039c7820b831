"""BibTeX and BibLaTeX: entries with the places of their fields.

bibtexparser takes the file apart into blocks and recovers from broken ones; the values are read
here, so that each keeps its place in the file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from claimcheck.bibliography.dates import year_of
from claimcheck.bibliography.entries import entries
from claimcheck.bibliography.identifiers import find_identifiers
from claimcheck.bibliography.latex import latex_to_text
from claimcheck.classes import dataclass
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.model.findings import Problem
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

if TYPE_CHECKING:
    from bibtexparser.model import Block

TYPES = {
    "article": "article-journal",
    "periodical": "article-journal",
    "suppperiodical": "article-journal",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "incollection": "chapter",
    "inbook": "chapter",
    "inreference": "entry-encyclopedia",
    "book": "book",
    "mvbook": "book",
    "collection": "book",
    "proceedings": "book",
    "booklet": "book",
    "manual": "report",
    "techreport": "report",
    "report": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
    "software": "software",
    "unpublished": "manuscript",
    "patent": "patent",
    "legislation": "legislation",
}
FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container-title": ("journal", "journaltitle", "booktitle", "maintitle"),
    "issued": ("year", "date"),
    "volume": ("volume",),
    "issue": ("number", "issue"),
    "page": ("pages", "page"),
    "number": ("eid", "articleno", "article-number"),
    "publisher": ("publisher", "institution", "school", "organization"),
    "DOI": ("doi",),
    "author": ("author",),
    "editor": ("editor",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid", "pmc"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "URL": ("url", "howpublished"),
}
"""CSL name → the fields that hold it, the first one given counts."""

_INHERITED = {"title": "booktitle", "subtitle": "booksubtitle"}
_KEPT_OUT = frozenset({"crossref", "xref", "doi", "author", "pages", "url", "entryset", "ids"})
_FIELD = lazy(r"[,{(\s]([A-Za-z][\w:.-]*)\s*=\s*", re.A)
_PORTION = 200_000
"""Characters that are taken apart at a time."""
_LINE_OF_ENTRY = lazy(r"^@[A-Za-z]+[ \t]*[{(]", re.M)
_COMMENT = lazy(r"%[^\n]*\n")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class _Raw:
    """An entry as written: its fields' values with their places, unresolved."""

    key: str
    kind: str
    text: str
    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)


def read_bibtex(path: str, source: str) -> Bibliography:
    """The entries of a `.bib` file; broken ones are named in `problems`, the rest is read."""
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    logging.getLogger("bibtexparser").propagate = False
    reader = _Reader(Bibliography(path=path, source=source, kind="bibtex"))
    return reader.run()


class _Reader:
    """Finds where entries stand, once; reads one when it is looked at."""

    def __init__(self, file: Bibliography) -> None:
        self.file = file
        self.macros = {name: name for name in _MONTHS}
        self.places: list[Span] = []
        self.keys: set[str] = set()
        self.by_key: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.remarks: list[Problem] = []

    def run(self) -> Bibliography:
        """The file with all that was found in it."""
        for begin, end in _portions(self.file.source):
            at = begin
            for block in _blocks(self.file.source[begin:end]):
                raw = block.raw or ""
                start = max(self.file.source.find(raw, at, end), at)
                at = start + len(raw)
                self._take(block, start, at)
        return Bibliography(
            path=self.file.path,
            source=self.file.source,
            kind="bibtex",
            entries=entries(len(self.places), self._read),
            problems=tuple(self.problems),
            remarks=tuple(self.remarks),
        )

    def _take(self, block: Block, start: int, end: int) -> None:
        from bibtexparser import model

        match block:
            case model.String():
                self.macros[block.key.lower()] = self._resolved(block.value)
            case model.Entry():
                self._take_entry(block.key, start, end)
            case model.DuplicateBlockKeyBlock() | model.DuplicateFieldKeyBlock():
                inner: Any = block.ignore_error_block
                if isinstance(block, model.DuplicateFieldKeyBlock):
                    keys = ", ".join(sorted(block.duplicate_keys))
                    self.remarks.append(self._fault(start, end, f"`{keys}` is given twice"))
                if isinstance(inner, model.Entry):
                    self._take_entry(inner.key, start, end)
            case model.ParsingFailedBlock():
                self.problems.append(self._fault(start, end, f"cannot be read: {_reason(block)}"))
            case _:
                return

    def _take_entry(self, key: str, start: int, end: int) -> None:
        if key in self.keys:
            self.remarks.append(self._fault(start, end, f"`{key}` is given again"))
        self.keys.add(key)
        self.by_key[key.lower()] = len(self.places)
        self.places.append((start, end))

    def _fault(self, start: int, end: int, message: str) -> Problem:
        stop = self.file.source.find("\n", start, end)
        last = stop if stop > start else end
        text = self.file.source[start:last].strip()
        return Problem(where=self.file.place(start, last), message=message, text=text)

    def _read(self, number: int) -> Entry:
        raw = self._raw(number)
        parent = self.by_key.get(raw.values.get("crossref", "").lower())
        if parent is None or parent == number:
            return _entry(raw)
        return _entry(_with_inherited(raw, self._raw(parent)))

    def _raw(self, number: int) -> _Raw:
        start, end = self.places[number]
        text = self.file.source[start:end]
        found_in: list[Any] = [getattr(b, "ignore_error_block", b) for b in _blocks(text)]
        block = next((b for b in found_in if hasattr(b, "entry_type")), None)
        if block is None:  # odd text that only the lines around it made an entry
            return _Raw("", "", text, start, end)
        raw = _Raw(block.key, block.entry_type.lower(), text, start, end)
        at = 0
        for item in block.fields:
            key, value = _uncommented(item.key), _delimited(item.value)
            name = key.lower()
            found = _place(text, key, value, at)
            if name not in raw.values:
                raw.values[name] = self._resolved(value)
                if found is not None:
                    raw.spans[name] = _inside(value, start + found)
            at = found + len(value) if found is not None else at
        return raw

    def _resolved(self, value: str) -> str:
        """A value without its delimiters, its macros replaced and its parts joined."""
        return "".join(self._part(part) for part in _joined(value))

    def _part(self, part: str) -> str:
        if part[:1] in {"{", '"'}:
            return part[1:-1]
        return self.macros.get(part.lower(), part)


def _portions(source: str) -> Iterator[Span]:
    """The file in parts that begin with an entry, as all of it taken apart needs much memory."""
    begin = 0
    while len(source) - begin > _PORTION:
        found = _LINE_OF_ENTRY.search(source, begin + _PORTION)
        if found is None:
            break
        yield begin, found.start()
        begin = found.start()
    yield begin, len(source)


def _blocks(text: str) -> list[Block]:
    from bibtexparser.splitter import Splitter

    return Splitter(text).split().blocks


def _with_inherited(raw: _Raw, parent: _Raw) -> _Raw:
    """The entry with what it does not say itself and the entry that holds it does."""
    taken = {
        _INHERITED.get(name, name): value
        for name, value in parent.values.items()
        if name not in _KEPT_OUT
    }
    return replace(raw, values={**taken, **raw.values})


def _uncommented(key: str) -> str:
    """The name of a field without the comments before it."""
    return _COMMENT.sub("", key).strip()


def _delimited(value: str) -> str:
    """A value without a comment behind its closing brace or quotation mark."""
    if value[:1] not in {"{", '"'} or "%" not in value:
        return value
    depth = 0
    for at, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        closed = depth == 0 and at > 0 and char == ("}" if value[0] == "{" else '"')
        if closed:
            return value[: at + 1] if value[at + 1 :].lstrip().startswith("%") else value
    return value


def _reason(block: Any) -> str:
    words = str(getattr(block.error, "abort_reason", block.error)).strip().rstrip(".")
    return lazy(r"\s+").sub(" ", words)


def _place(text: str, key: str, value: str, at: int) -> int | None:
    """Where the value of a field stands in its entry."""
    for found in _FIELD.finditer(text, at):
        if found[1] == key and text.startswith(value, found.end()):
            return found.end()
    return None


def _inside(value: str, start: int) -> Span:
    """The place of a value without its delimiters."""
    if value[:1] in {"{", '"'} and len(list(_joined(value))) == 1:
        return start + 1, start + len(value) - 1
    return start, start + len(value)


def _joined(value: str) -> Iterator[str]:
    """The parts of a value that `#` joins."""
    depth, begun, quoted = 0, 0, False
    for at, char in enumerate(value):
        if char == '"' and depth == 0:
            quoted = not quoted
        depth += (char == "{") - (char == "}")
        if char == "#" and depth == 0 and not quoted:
            yield value[begun:at].strip()
            begun = at + 1
    yield value[begun:].strip()


def _entry(raw: _Raw) -> Entry:
    names = {
        csl: next((n for n in fields if raw.values.get(n, "").strip()), "")
        for csl, fields in FIELDS.items()
    }
    texts = {csl: latex_to_text(raw.values[name]) for csl, name in names.items() if name}
    spans = {csl: raw.spans[name] for csl, name in names.items() if name in raw.spans}
    return Entry(
        reference=_reference(raw, texts),
        raw=raw.text,
        start=raw.start,
        end=raw.end,
        spans=spans,
        label=raw.key,
    )


def _reference(raw: _Raw, texts: Mapping[str, str]) -> Reference:
    author, cut = _people(raw.values.get("author", ""))
    editor, _ = _people(raw.values.get("editor", ""))
    doi, arxiv = _identifiers(raw, texts)
    subtitle = latex_to_text(raw.values.get("subtitle", ""))
    title = texts.get("title", "")
    return Reference(
        id=raw.key,
        type=_kind(raw, arxiv),
        title=f"{title}: {subtitle}" if subtitle and title else title or subtitle,
        author=author,
        et_al=cut,
        editor=editor,
        container_title=texts.get("container-title"),
        issued=year_of(texts.get("issued", "")),
        volume=texts.get("volume"),
        issue=texts.get("issue"),
        page=texts.get("page"),
        number=texts.get("number"),
        publisher=texts.get("publisher"),
        genre=latex_to_text(raw.values.get("type", "")) or None,
        doi=doi,
        pmid=texts.get("PMID"),
        pmcid=texts.get("PMCID"),
        isbn=texts.get("ISBN"),
        issn=texts.get("ISSN"),
        url=texts.get("URL"),
        arxiv_id=arxiv,
    )


def _identifiers(raw: _Raw, texts: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The DOI, perhaps from an address or a note, and the arXiv id."""
    doi = raw.values.get("doi", "").strip() or None
    elsewhere = " ".join(raw.values.get(name, "") for name in ("url", "note", "howpublished"))
    found = {i.kind: i.value for i in reversed(find_identifiers(elsewhere))}
    arxiv = found.get("arxiv")
    archive = (raw.values.get("archiveprefix") or raw.values.get("eprinttype") or "").lower()
    if archive == "arxiv":
        arxiv = raw.values.get("eprint", "").strip() or arxiv
    in_venue = {i.kind: i.value for i in find_identifiers(texts.get("container-title", ""))}
    return doi or found.get("doi"), arxiv or in_venue.get("arxiv")


def _kind(raw: _Raw, arxiv: str | None) -> str:
    if raw.kind in TYPES and not (arxiv and not raw.values.get("volume")):
        return TYPES[raw.kind]
    if arxiv:
        return "article"
    if raw.values.get("journal") or raw.values.get("journaltitle"):
        return "article-journal"
    return (
        "webpage"
        if raw.values.get("url") or "url" in raw.values.get("howpublished", "")
        else "document"
    )


def _people(value: str) -> tuple[tuple[Name, ...], bool]:
    """The persons of a field, and whether the list ends in `and others`."""
    from bibtexparser.middlewares import names

    if not value.strip():
        return (), False
    found = names.split_multiple_persons_names(lazy(r"\s+").sub(" ", value).strip())
    cut = any(name.lower() in {"others", "et al", "et al."} for name in found)
    kept = [name for name in found if name.lower() not in {"others", "et al", "et al."}]
    return tuple(_person(name) for name in kept), cut


def _person(name: str) -> Name:
    from bibtexparser.middlewares import names

    text = name.strip()
    if text.startswith("{") and text.endswith("}") and text.count("{") == 1:
        return Name(literal=latex_to_text(text))
    try:
        parts = names.parse_single_name_into_parts(text, strict=False)
    except names.InvalidNameError:
        return Name(literal=latex_to_text(text))
    family = latex_to_text(" ".join(parts.last))
    given = latex_to_text(" ".join(parts.first))
    return Name(
        family=family or given or None,
        given=given if family else None,
        suffix=latex_to_text(" ".join(parts.jr)) or None,
        non_dropping_particle=latex_to_text(" ".join(parts.von)) or None,
    )
