"""`/works/{doi}/transform`: the formats that content negotiation at doi.org leads to."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from typing import Any

from standin import present
from standin.messages import Response, compact_json, plain_response

Work = Mapping[str, Any]
ANYTHING = ("*/*", "application/*")
ENTRY_TYPES = {
    "journal-article": "article",
    "book": "book",
    "monograph": "book",
    "book-chapter": "inbook",
    "proceedings-article": "inproceedings",
    "posted-content": "misc",
    "report": "techreport",
    "dissertation": "phdthesis",
}
CSL_TYPES = {
    "journal-article": "article-journal",
    "book-chapter": "chapter",
    "monograph": "book",
    "proceedings-article": "paper-conference",
    "posted-content": "article",
    "dissertation": "thesis",
}
RIS_TYPES = {"journal-article": "JOUR", "book": "BOOK", "monograph": "BOOK", "book-chapter": "CHAP"}


def transformed(work: Work, accept: str) -> Response:
    """The work in the first acceptable format; BibTeX where anything will do, 406 for none."""
    asked = (part.partition(";")[0].strip() for part in accept.split(","))
    for mime in ("application/x-bibtex" if name in ANYTHING else name for name in asked):
        if mime in WRITERS:
            body = WRITERS[mime](work)
            return Response(200, body, {"content-type": mime, "vary": "Accept"}, chunked=True)
    return plain_response(406, "Not acceptable.")


def bibtex(work: Work) -> bytes:
    """One line of BibTeX, laid out as Crossref does, with an en dash between pages."""
    year, month = _year_and_month(work)
    first = (work.get("author") or [{}])[0]
    key = f"{first.get('family', first.get('name', ''))}_{year or ''}".replace(" ", "_")
    fields = {
        "title": _first(work, "title"),
        "volume": work.get("volume"),
        "ISSN": (work.get("ISSN") or [None])[-1],
        "url": f"http://dx.doi.org/{work['DOI']}",
        "DOI": work["DOI"],
        "number": work.get("issue"),
        "journal": _first(work, "container-title"),
        "publisher": work.get("publisher"),
        "author": " and ".join(_name(person) for person in work.get("author") or ()),
        "year": year,
    }
    parts = [f"{name}={{{value}}}" for name, value in fields.items() if value]
    parts += [f"month={calendar.month_abbr[month]}"] if month else []
    parts += [f"pages={{{work['page'].replace('-', '–')}}}"] if work.get("page") else []
    kind = ENTRY_TYPES.get(work.get("type", ""), "misc")
    return f" @{kind}{{{key}, {', '.join(parts)} }}\n".encode()


def ris(work: Work) -> bytes:
    """RIS, one tag a line."""
    pages = str(work.get("page", "")).partition("-")
    lines = [
        ("TY", RIS_TYPES.get(work.get("type", ""), "GEN")),
        ("DO", work["DOI"]),
        ("UR", f"http://dx.doi.org/{work['DOI']}"),
        ("TI", _first(work, "title")),
        ("T2", _first(work, "container-title")),
        *(("AU", _name(person)) for person in work.get("author") or ()),
        ("PY", _year_and_month(work)[0]),
        ("PB", work.get("publisher")),
        ("SP", pages[0]),
        ("EP", pages[2]),
        ("IS", work.get("issue")),
        ("VL", work.get("volume")),
        ("SN", (work.get("ISSN") or [None])[0]),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines if value).encode() + b"ER  - \n"


def csl_json(work: Work) -> bytes:
    """CSL-JSON: the work with bare strings for titles and CSL's own type."""
    message = present.complete(work)
    kind = str(work.get("type", ""))
    message["type"] = CSL_TYPES.get(kind, kind)
    for key in ("title", "container-title"):
        message[key] = _first(work, key)
    return compact_json(message)


def citation(work: Work) -> bytes:
    """A formatted reference."""
    people = ", ".join(_name(person) for person in work.get("author") or ())
    year = _year_and_month(work)[0] or "n.d."
    title, journal = _first(work, "title"), _first(work, "container-title")
    return f"{people} ({year}). {title}. {journal}. https://doi.org/{work['DOI']}\n".encode()


WRITERS: dict[str, Callable[[Work], bytes]] = {
    "application/x-bibtex": bibtex,
    "application/x-research-info-systems": ris,
    "application/vnd.citationstyles.csl+json": csl_json,
    "text/x-bibliography": citation,
}


def _first(work: Work, key: str) -> str:
    return str((work.get(key) or [""])[0])


def _name(person: Mapping[str, Any]) -> str:
    if "name" in person:
        return f"{{{person['name']}}}"
    return ", ".join(str(person[part]) for part in ("family", "given") if person.get(part))


def _year_and_month(work: Work) -> tuple[int | None, int | None]:
    parts = (work.get("issued") or present.UNKNOWN_DATE)["date-parts"][0]
    return (parts or [None])[0], parts[1] if len(parts) > 1 else None
