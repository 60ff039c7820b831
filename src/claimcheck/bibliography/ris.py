"""RIS, the exchange format of reference managers: entries with the places of their fields."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import field

from claimcheck.bibliography.dates import year_of
from claimcheck.bibliography.entries import entries
from claimcheck.bibliography.identifiers import find_identifiers
from claimcheck.classes import dataclass
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.model.findings import Problem
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

TYPES = {
    "JOUR": "article-journal",
    "EJOUR": "article-journal",
    "JFULL": "article-journal",
    "ABST": "article-journal",
    "INPR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "BOOK": "book",
    "EBOOK": "book",
    "EDBOOK": "book",
    "CHAP": "chapter",
    "ECHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "RPRT": "report",
    "GOVDOC": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "WEB": "webpage",
    "BLOG": "post-weblog",
    "DATA": "dataset",
    "COMP": "software",
    "UNPB": "manuscript",
    "PREPRINT": "article",
    "LEGAL": "legislation",
    "BILL": "bill",
}
FIELDS = {
    "title": ("TI", "T1", "CT"),
    "container-title": ("T2", "JO", "JF", "JA", "J2", "J1", "BT"),
    "issued": ("PY", "Y1", "DA", "Y2"),
    "volume": ("VL",),
    "issue": ("IS", "CP"),
    "publisher": ("PB",),
    "DOI": ("DO", "M3", "L3"),
    "URL": ("UR", "L1", "L2"),
    "number": ("C7", "M1"),
}
"""CSL name → tags that hold it, the first one given counts."""

_TAG = lazy(r"[ \t\ufeff]*([A-Z][A-Z0-9])[ \t]{0,3}-(?:[ \t](.*)|[ \t]*)\r?\Z")
_START, _END = "TY", "ER"


@dataclass(slots=True)
class _Record:
    """One record as written: for each tag its values and where they stand."""

    start: int
    end: int = 0
    values: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    spans: dict[str, Span] = field(default_factory=dict)
    closed: bool = False


def read_ris(path: str, source: str) -> Bibliography:
    """The records of a RIS file. One without its `ER` line is read, and named in `remarks`."""
    file = Bibliography(path=path, source=source, kind="ris")
    places: list[Span] = []
    remarks: list[Problem] = []
    for record in _records(source):
        places.append((record.start, record.end))
        if not record.closed:
            remarks.append(_unclosed(file, record))

    def read(number: int) -> Entry:
        return _entry(source, next(_records(source, *places[number])), number + 1)

    found = entries(len(places), read)
    return Bibliography(path=path, source=source, kind="ris", entries=found, remarks=tuple(remarks))


def _records(source: str, at: int = 0, end: int | None = None) -> Iterator[_Record]:
    record: _Record | None = None
    last = ""
    for line in source[at:end].splitlines(keepends=True):
        tag = _TAG.match(line.rstrip("\n"))
        if tag and tag[1] == _START:
            if record:
                yield record
            record = _Record(at)
        if record is None:
            at += len(line)
            continue
        if tag and tag[1] == _END:
            record.end, record.closed = at + len(line.rstrip()), True
            yield record
            record = None
        elif tag:
            last = tag[1]
            _add(record, last, tag, at)
        elif line.strip() and last:
            record.values[last][-1] += " " + line.strip()
        if record and line.strip():
            record.end = at + len(line.rstrip())
        at += len(line)
    if record:
        yield record


def _add(record: _Record, name: str, tag: re.Match[str], at: int) -> None:
    value = (tag[2] or "").rstrip()
    record.values[name].append(value)
    if name not in record.spans and value:
        record.spans[name] = at + tag.start(2), at + tag.start(2) + len(value)


def _unclosed(file: Bibliography, record: _Record) -> Problem:
    first = record.start + len("TY  - ")
    where = file.place(record.start, max(first, record.start + 1))
    text = " ".join(record.values.get("TI") or record.values.get("T1") or [])
    return Problem(
        where=where, message="the record has no ER line; it was read all the same", text=text
    )


def _entry(source: str, record: _Record, number: int) -> Entry:
    given = {
        csl: next((tag for tag in tags if any(record.values.get(tag, ()))), "")
        for csl, tags in FIELDS.items()
    }
    if given["DOI"] in {"M3", "L3"} and "10." not in record.values[given["DOI"]][0]:
        given["DOI"] = ""
    texts = {csl: record.values[tag][0].strip() for csl, tag in given.items() if tag}
    spans = {csl: record.spans[tag] for csl, tag in given.items() if tag in record.spans}
    if "SP" in record.spans:
        spans["page"] = record.spans["SP"]
    key = next((v[0] for tag in ("ID", "LB") if (v := record.values.get(tag)) and v[0]), "")
    return Entry(
        reference=_reference(record, texts, key or f"record-{number}"),
        raw=source[record.start : record.end],
        start=record.start,
        end=record.end,
        spans=spans,
        label=key or str(number),
    )


def _reference(record: _Record, texts: dict[str, str], key: str) -> Reference:
    first, last = (next(iter(record.values.get(tag, ())), "").strip() for tag in ("SP", "EP"))
    kind = TYPES.get(next(iter(record.values[_START]), "").strip().upper(), "document")
    notes = " ".join(v for tag in ("UR", "N1", "AN") for v in record.values.get(tag, ()))
    found = {i.kind: i.value for i in reversed(find_identifiers(notes))}
    numbers = record.values.get("SN", ())
    return Reference(
        id=key,
        type=kind,
        title=texts.get("title", ""),
        author=_people(record, "AU", "A1"),
        editor=_people(record, "ED", "A2") if kind != "article-journal" else (),
        container_title=texts.get("container-title"),
        issued=year_of(texts.get("issued", "")),
        volume=texts.get("volume"),
        issue=texts.get("issue"),
        page=f"{first}-{last}" if first and last and "-" not in first else first or None,
        number=texts.get("number"),
        publisher=texts.get("publisher"),
        doi=texts.get("DOI") or found.get("doi"),
        pmid=found.get("pmid"),
        pmcid=found.get("pmcid"),
        issn=next((n for n in numbers if len(lazy(r"\W").sub("", n)) == 8), None),
        isbn=next((n for n in numbers if len(lazy(r"\W").sub("", n)) in {10, 13}), None),
        url=texts.get("URL"),
    )


def _people(record: _Record, *tags: str) -> tuple[Name, ...]:
    written = [name for tag in tags for name in record.values.get(tag, ()) if name.strip(" ,.")]
    return tuple(_person(name) for name in written)


def _person(text: str) -> Name:
    """`Family, Given, Suffix`; a group has no comma."""
    family, given, suffix = (*(part.strip() for part in text.split(",", 2)), "", "")[:3]
    if not given:
        return Name(literal=family)
    return Name(family=family, given=given, suffix=suffix or None)
