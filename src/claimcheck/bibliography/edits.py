"""Changes to a file by the smallest splices that make them, in the file's own formatting."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable

from claimcheck.classes import dataclass
from claimcheck.model.bibliography import Bibliography, Entry, Span
from claimcheck.patterns import lazy

_NO_NEWLINE = "\n\\ No newline at end of file\n"
_CLOSING = lazy(r"[\s,]*(?:%[^\n{}]*\n[\s,]*)*[})]\s*\Z")
"""What stands behind the last field of a BibTeX entry, comments included."""
_DATE_PARTS = lazy(r"(\[\s*\[\s*[\"']?)\d{4}([\"']?)\s*(?:,[^\]]*)?(?=\])")
_YEAR = lazy(r"(?<!\d)\d{4}(?!\d)")
_STRUCTURED = lazy(r"[{\[-]|[\w-]+:\s")
_FLOW = lazy(r"[,\[\]{}]")
_FIELD_LINE = lazy(r"\n([ \t]*)([A-Za-z][\w-]*)([ \t]*)=([ \t]*)([{\"]?)")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace `source[start:end]` by `text`; `entry` and `field` say what it changes."""

    start: int
    end: int
    text: str
    entry: str = ""
    field: str = ""


def apply(source: str, edits: Iterable[Edit]) -> str:
    """The source with all edits made; of edits that overlap the first counts."""
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start >= at:
            parts += [source[at : edit.start], edit.text]
            at = edit.end
    return "".join([*parts, source[at:]])


def diff(path: str, before: str, after: str) -> str:
    """The change as a unified diff, empty for none."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(line if line.endswith("\n") else f"{line}{_NO_NEWLINE}" for line in lines)


def replacing(file: Bibliography, entry: Entry, name: str, text: str) -> Edit | None:
    """Another value for a field that the entry has; None where it has no place in the file."""
    span = entry.spans.get(name)
    if span is None:
        return None
    written = file.source[slice(*span)]
    if name == "issued":
        styled = _dated(written, text)
    else:
        styled = _delimited(file, span, _in_style(file, name, written, text))
    return Edit(*span, styled, entry.reference.id, name)


def adding_doi(file: Bibliography, entry: Entry, doi: str) -> Edit | None:
    """A DOI for an entry without one, as a field of its own or behind the text."""
    match file.kind:
        case "bibtex":
            place, text = _bibtex_field(entry, doi)
        case "ris":
            place, text = _ris_line(file, entry, doi)
        case "csl-json":
            place, text = _json_field(file, entry, doi)
        case "csl-yaml":
            place, text = _yaml_line(file, entry, doi)
        case "prose":
            place, text = _behind(file, entry, doi)
    return Edit(place, place, text, entry.reference.id, "DOI")


def _in_style(file: Bibliography, name: str, written: str, text: str) -> str:
    """The new value with the dashes and the abbreviated last page of the old one."""
    if name != "page":
        return text
    if file.kind == "ris":
        return text.partition("-")[0]
    usual = "--" if file.kind == "bibtex" else "–" if file.kind == "prose" else "-"
    dash = next((d for d in ("--", "–", "—", "-") if d in written), usual)
    return lazy(r"(?<=\w)-(?=\w)").sub(dash, text)


def _dated(written: str, year: str) -> str:
    """Another year in the shape of the date as written; its month and day are not known."""
    if not _STRUCTURED.match(written):
        return year
    parts, count = _DATE_PARTS.subn(rf"\g<1>{year}\g<2>", written)
    return parts if count else _YEAR.sub(year, written, count=1)


def _delimited(file: Bibliography, span: Span, text: str) -> str:
    """A value that can stand where the old one stood, in quotation marks or without."""
    quote = file.source[span[0] - 1 : span[0]]
    match file.kind:
        case "csl-json":
            return json.dumps(text, ensure_ascii=False)[1:-1] if quote == '"' else _json(text)
        case "csl-yaml" if quote == "'":
            return text.replace("'", "''")
        case "bibtex" if quote not in {"{", '"'} and not text.isdigit():
            return f"{{{text}}}"
        case _:
            return text


def _json(text: str) -> str:
    return text if text.isdigit() and not text.startswith("0") else json.dumps(text)


def _bibtex_field(entry: Entry, doi: str) -> tuple[int, str]:
    """Behind the last field, indented and delimited as the fields before."""
    closing = _CLOSING.search(entry.raw)
    end = closing.start() if closing else len(entry.raw)
    place = entry.start + end
    models = _FIELD_LINE.findall(entry.raw)
    if not models:
        return place, f", doi = {{{doi}}}"
    indent, _, before, after, quote = models[-1]
    widths = {len(name) + len(gap) for _, name, gap, _, _ in models}
    aligned = len(widths) == 1 and len({len(name) for _, name, *_ in models}) > 1
    padded = "doi".ljust(widths.pop()) if aligned else f"doi{before}"
    opening, close = ('"', '"') if quote == '"' else ("{", "}")
    newline = "\r\n" if "\r\n" in entry.raw else "\n"
    return place, f",{newline}{indent}{padded}={after}{opening}{doi}{close}"


def _ris_line(file: Bibliography, entry: Entry, doi: str) -> tuple[int, str]:
    newline = _newline(file)
    last = file.source.rfind("\n", entry.start, entry.end) + 1
    closed = file.source.startswith("ER", last)
    place = last if closed and last > entry.start else entry.end
    line = f"DO  - {doi}"
    return place, f"{line}{newline}" if closed else f"{newline}{line}"


def _json_field(file: Bibliography, entry: Entry, doi: str) -> tuple[int, str]:
    """Before the closing brace, on a line of its own if the other fields have one."""
    end = entry.end - 1
    while end > entry.start and file.source[end - 1].isspace():
        end -= 1
    broken = lazy(r"\{(\s*\n[ \t]*)").match(entry.raw)
    gap = broken[1] if broken else " "
    comma = "" if file.source[end - 1] in "{," else ","
    return end, f'{comma}{gap}"DOI": {json.dumps(doi)}'


def _yaml_line(file: Bibliography, entry: Entry, doi: str) -> tuple[int, str]:
    if entry.raw.startswith("{"):
        return entry.end - 1, f", DOI: '{doi}'" if _FLOW.search(doi) else f", DOI: {doi}"
    column = entry.start - (file.source.rfind("\n", 0, entry.start) + 1)
    return entry.end, f"{_newline(file)}{' ' * column}DOI: {doi}"


def _behind(file: Bibliography, entry: Entry, doi: str) -> tuple[int, str]:
    end = entry.start + len(file.source[entry.start : entry.end].rstrip())
    stop = "" if file.source[end - 1] in ".?!" else "."
    return end, f"{stop} https://doi.org/{doi}"


def _newline(file: Bibliography) -> str:
    return "\r\n" if "\r\n" in file.source else "\n"
