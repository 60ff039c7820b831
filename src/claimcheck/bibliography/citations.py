"""One citation in running text to a `Reference`, whatever its style.

The parts are found by what every style shares: identifiers, a list of persons in front, a year, a
locator (volume, issue, pages) behind, and between them a title and the venue, parted by a full
stop, quotation marks or, in Elsevier's styles, a comma. What cannot be told apart is left in the
title; a search is given the whole text anyway.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field

from claimcheck.bibliography.identifiers import (
    Identifier,
    IdentifierKind,
    blanked,
    find_identifiers,
    find_misspelt_doi,
)
from claimcheck.bibliography.kinds import kind_of
from claimcheck.bibliography.locators import SEASON, YEAR, Locator, find_locator, find_year
from claimcheck.bibliography.people import leading_people, parse_people, speaks_of_a_group
from claimcheck.bibliography.venues import part_venue
from claimcheck.classes import dataclass
from claimcheck.model.bibliography import Span
from claimcheck.model.dates import PartialDate
from claimcheck.model.works import Name, Reference
from claimcheck.patterns import lazy

LONGEST = 4000
"""Characters of a citation that are read; no list has longer ones, and a match stays quick."""

LABEL = lazy(
    r"\s*(?:\[(?P<a>\d{1,5})\]|\((?P<b>\d{1,5})\)(?!\s*\d)|(?P<c>\d{1,5})[.)](?=\s|[A-Z])"
    r"|\[\^(?P<d>[\w-]+)\]:|[•◦▪‣●*–—-](?=\s))\s*"
)
_DATE = rf"(?:\d{{4}}\s)?{SEASON}(?:\s\d{{1,2}})?(?:,?\s\d{{4}})?"
_NOTES = lazy(
    r"(?i:\[(?:Internet|Online|Google Scholar|PubMed|Cross ?Ref|Free (?:PMC|full)[^\]]*|"
    r"in press|(?:cited|accessed|Epub|published online)[^\]]*|J|M|C|D|preprint|"
    r"(?:J|EB)/OL|e-?book|print|DOI)\])"
    r"|\(?\b(?:Accessed|Retrieved|Last accessed|Date accessed|Viewed)\b:?"
    r"(?:\s(?:on\s)?[\w.,/ –-]{4,24}?\d)?\)?(?:,?\s(?:from|at|via)\b:?)?"
    r"|\bAvailable\s(?:at|from|online(?: at)?|via)\b:?"
    rf"|\b(?:Epub|[Pp]ublished online|First published|Published)(?:\sahead of print)?[:,]?\s{_DATE}"
    r"|\b(?:Epub|[Oo]nline) ahead of print\b|\bAdvance online publication\b"
    r"|\b(?i:doi|pmid):?(?=\s*(?:$|[.,;]))"
)
_EMPTY = lazy(r"[(\[]\s+[)\]]")
_QUOTED = lazy(
    r"“\s?(?P<a>[^“”]{8,}(?:“[^“”]*”[^“”]*)*)”|\"\s?(?P<b>[^\"]{8,})\"|«\s?(?P<c>[^«»]{8,})»"
    r"|(?<=[\s.)])[‘'](?P<d>[^\s‘’].{8,}?)[’'](?=\s?[,.](?:\s|\Z))"
)
_COMMON_WORDS = lazy(r"(?<![\w'’.-])[a-z][a-z]{2,}(?![\w'’])")
_LINKS = "and van von der den del della dos das ter ten with eds for the"
_PEOPLE_WORDS = frozenset(_LINKS.split())
_YEAR_BEHIND_PEOPLE = lazy(
    rf"[\s.,:;]*(?:[(\[]\s?(?:c\.\s?)?(?P<y>{YEAR})[a-z]?\b[^()\[\]]{{0,40}}[)\]]"
    rf"|[(\[]\s?(?:n\.?\s?d\.?|in press|forthcoming|accepted|submitted)\s?[)\]]"
    rf"|[\s.,](?P<z>{YEAR})[a-z]?(?=[.,:;]\s|\s[“\"‘]))[.,:;]?\s*",
    re.I,
)
_BRACKETED_YEAR = lazy(rf"[(\[]\s?{YEAR}[a-z]?\b")
_ODD_NAME = lazy(r",\s(?:[^\W\d_a-z][\w'’-]*\s?){1,3}(?=,\s[^\W\d_a-z][\w'’-]+,?\s[A-Z]{1,3}\b),\s")
_COLLECTIVE = lazy(
    r"\s*(?:[;,]\s*(?:&\s)?(?:on behalf of\s)?|[;,&]?\s*(?:and|for|on behalf of)\s)(?:the\s)?"
    r"(?=[^\W\d_])"
)
_EDITORS = lazy(r"\s*[,.]?\s*[(\[]?\b[Ee]d(?:s|itors?)?\b\.?[)\]]?[.,:]?\s*")
_SEPARATORS = " \t,.;:()[]–—-"


@dataclass(frozen=True, slots=True)
class Citation:
    """A parsed citation: the reference, where its fields stand in the text, and how sure it is."""

    reference: Reference
    spans: Mapping[str, Span] = field(default_factory=dict)
    sure: bool = True


@dataclass(slots=True)
class _Parts:
    """What has been found of a citation so far; `body` has the text's own offsets."""

    text: str
    body: str
    start: int
    end: int
    identifiers: tuple[Identifier, ...]
    spans: dict[str, Span] = field(default_factory=dict)
    comma: bool = False
    """The parts are parted by commas, as in Elsevier's styles."""

    def take(self, name: str, start: int, end: int) -> None:
        """Note where a field stands, without the marks around it."""
        while start < end and self.body[start] in " ,.;:(":
            start += 1
        closing = " ,;:" if name == "author" else " ,.;:"
        while end > start and self.body[end - 1] in closing:
            end -= 1
        if start < end:
            self.spans[name] = start, end

    def value(self, name: str) -> str:
        """The text of a field."""
        if name not in self.spans:
            return ""
        return lazy(r"\s+").sub(" ", self.body[slice(*self.spans[name])]).strip()


def parse_citation(text: str, key: str = "") -> Citation:
    """Read a citation; `key` becomes the reference's id. Never fails: at worst all is title."""
    parts = _prepared(text)
    locator, quoted = None, _QUOTED.search(parts.body, parts.start, parts.end)
    if quoted and _stands_as_title(parts, quoted):
        locator = _read_quoted(parts, quoted)
    else:
        title_start = _read_people(parts)
        locator = _read_locator(parts, title_start)
        _read_title(parts, title_start, locator)
    _read_year(parts, locator)
    return _finished(parts, key)


def _prepared(text: str) -> _Parts:
    text = text[:LONGEST]
    plain = lazy(r"[\s\u00a0\u200b\ufeff]").sub(" ", text)
    identifiers = find_identifiers(text)
    if all(found.kind != "doi" for found in identifiers) and (odd := find_misspelt_doi(text)):
        identifiers = (*(i for i in identifiers if i.lead >= odd.end or i.end <= odd.lead), odd)
    body = blanked(plain, [found.span for found in identifiers])
    body = _NOTES.sub(lambda note: " " * len(note[0]), body)
    body = _EMPTY.sub(lambda empty: " " * len(empty[0]), body)
    label = LABEL.match(body)
    start = label.end() if label else len(body) - len(body.lstrip())
    return _Parts(text, body, start, len(body.rstrip(" .;,")), identifiers)


def _stands_as_title(parts: _Parts, quoted: re.Match[str]) -> bool:
    """Whether only people and a year stand before the quotation, and it ends as a title does."""
    ending = parts.body[quoted.end() - 2 : quoted.end() + 2]
    if not lazy(r"[.,?!]").search(ending) and quoted.end() < parts.end:
        return False
    head = _COMMON_WORDS.findall(parts.body[parts.start : quoted.start()])
    return not set(head) - _PEOPLE_WORDS


def _read_quoted(parts: _Parts, quoted: re.Match[str]) -> Locator | None:
    """A title in quotation marks: people before it, venue and locator behind it."""
    head = parts.body[parts.start : quoted.start()]
    year = _YEAR_BEHIND_PEOPLE.search(head)
    people_end = parts.start + (year.start() if year else len(head))
    people_end += parts.body[people_end : people_end + 1] == "."  # of the last initial
    if year and (year["y"] or year["z"]):
        begin = parts.start + year.start("y" if year["y"] else "z")
        parts.spans["issued"] = begin, begin + 4
    parts.take("author", parts.start, people_end)
    parts.take("title", *quoted.span(str(quoted.lastgroup)))
    locator = _read_locator(parts, quoted.end())
    stop = _zone_end(parts, quoted.end(), locator)
    venue = lazy(r"[\s.,;:]*(?:[Ii]n\b:?\s+)?").match(parts.body, quoted.end())
    begin = venue.end() if venue else quoted.end()
    if begin < stop:
        parts.take("container-title", begin, stop)
    return locator


def _read_people(parts: _Parts) -> int:
    """Take the authors, and the year if it follows them; returns where the title starts."""
    end = _people_end(parts)
    year = _YEAR_BEHIND_PEOPLE.match(parts.body, end) or _year_behind_more_people(parts, end)
    if end == parts.start:
        year = _year_behind_a_name(parts)
        end = year.start() if year else end
    if year and _has_words(parts.body[year.end() : parts.end]):
        parts.take("author", parts.start, max(end, year.start()))
        for name in ("y", "z"):
            if year[name]:
                parts.spans["issued"] = year.span(name)
        return year.end()
    if end == parts.start:
        return _read_group(parts)
    editors = _EDITORS.match(parts.body, end)
    stop = editors.end() if editors else end
    parts.take("author", parts.start, end)
    parts.comma = parts.body[stop : stop + 1] == ","
    return stop


def _people_end(parts: _Parts) -> int:
    """Where the leading list of persons ends, with a study group that closes it."""
    end = leading_people(parts.body, parts.start)
    if end == parts.start:
        return end
    while odd := _ODD_NAME.match(parts.body, end, parts.end):
        further = leading_people(parts.body, odd.end())
        if further == odd.end():
            break
        end = further
    lead_in = _COLLECTIVE.match(parts.body, end)
    stop = lazy(r"[.(:]").search(parts.body, end)
    if lead_in and stop and lead_in.end() > end and stop.start() - end < 120:
        name = parts.body[lead_in.end() : stop.start()]
        if speaks_of_a_group(name) and len(name.split()) <= 10 and not lazy(r"[,\d]").search(name):
            return stop.start()
    return end


def _year_behind_more_people(parts: _Parts, end: int) -> re.Match[str] | None:
    """The year in brackets behind names of a kind that the list of persons does not know."""
    bracket = _BRACKETED_YEAR.search(parts.body, end, min(parts.end, end + 900))
    if end == parts.start or bracket is None:
        return None
    between = parts.body[end : bracket.start()]
    if set(_COMMON_WORDS.findall(between)) - _PEOPLE_WORDS or lazy(r"\d").search(between):
        return None
    stop = len(between.rstrip(" .,"))
    return _YEAR_BEHIND_PEOPLE.match(parts.body, end + stop) if "," in between[:stop] else None


def _year_behind_a_name(parts: _Parts) -> re.Match[str] | None:
    """The year behind a group's or an unusual person's name, if a citation starts with these."""
    bracket = lazy(
        rf"[(\[]\s?(?:c\.\s?)?{YEAR}|[(\[]n\.?\s?d\.?[)\]]|(?<=\.\s){YEAR}[a-z]?(?=[.:]\s)"
    ).search(parts.body, parts.start, min(parts.end, parts.start + 600))
    if not bracket:
        return None
    head = parts.body[parts.start : bracket.start()].rstrip(" .,")
    names = lazy(r",|;|&|\band\b").split(head)
    if lazy(r"\d\Z").search(head) or any(len(name.split()) > 8 for name in names):
        return None
    if lazy(r"[.?!]\s+\S+\s+\S+\s+\S+").search(head) and not speaks_of_a_group(head):
        return None
    return _YEAR_BEHIND_PEOPLE.match(parts.body, parts.start + len(head))


def _read_group(parts: _Parts) -> int:
    """Take a group in the author's place: a first sentence that names one."""
    stop = lazy(r"\.\s+(?=\S)").search(parts.body, parts.start, parts.end)
    if stop is None:
        return parts.start
    head = parts.body[parts.start : stop.start()]
    if len(head.split()) <= 12 and speaks_of_a_group(head):
        parts.take("author", parts.start, stop.start())
        return stop.end()
    return parts.start


def _read_locator(parts: _Parts, after: int) -> Locator | None:
    locator = find_locator(parts.body[: parts.end], after)
    if locator:
        kept = {name: span for name, span in locator.fields.items() if name not in parts.spans}
        parts.spans.update(kept)
    return locator


def _zone_end(parts: _Parts, start: int, locator: Locator | None) -> int:
    """Where title and venue end: at the locator, else at a year that closes the citation."""
    if locator:
        return locator.span[0]
    late = lazy(rf"[\s,.;(]+(?:{SEASON}\s)?{YEAR}[a-z]?\)?\s*\Z")
    found = late.search(parts.body[: parts.end], start)
    return found.start() if found else parts.end


def _read_title(parts: _Parts, start: int, locator: Locator | None) -> None:
    stop = _zone_end(parts, start, locator)
    title, venue, role = part_venue(parts.body, start, stop, bool(locator), comma=parts.comma)
    parts.take("title", *title)
    if venue:
        parts.take(role, *venue)
    tail = parts.body[locator.span[1] : parts.end] if locator else ""
    publisher = lazy(r"[\s.,;:)]+([A-Z][^\d]{3,60})\Z").match(tail)
    if locator and publisher and "publisher" not in parts.spans:
        parts.take("publisher", locator.span[1] + publisher.start(1), parts.end)


def _read_year(parts: _Parts, locator: Locator | None) -> None:
    if "issued" in parts.spans:
        return
    title_end = parts.spans.get("title", (0, parts.start))[1]
    masked = parts.body
    if locator and "page" in locator.fields:
        masked = blanked(masked, [locator.fields["page"]])
    if span := find_year(masked[: parts.end], title_end) or find_year(masked[: parts.end]):
        parts.spans["issued"] = span


def _has_words(text: str) -> bool:
    return len(lazy(r"[^\W\d_]{2,}").findall(text)) >= 2


def _finished(parts: _Parts, key: str) -> Citation:
    identifiers = {found.kind: found for found in reversed(parts.identifiers)}
    author, cut = parse_people(parts.value("author"))
    year = parts.value("issued")
    if doi := identifiers.get("doi"):
        parts.spans["DOI"] = doi.start, doi.end
    reference = Reference(
        id=key,
        type=kind_of(parts.text, parts.spans, set(identifiers), parts.value("container-title")),
        title=_title(parts),
        author=author,
        et_al=cut,
        container_title=parts.value("container-title") or None,
        issued=PartialDate(int(year)) if year else None,
        volume=parts.value("volume") or None,
        issue=parts.value("issue") or None,
        page=parts.value("page") or None,
        publisher=parts.value("publisher") or None,
        doi=_value(identifiers, "doi"),
        pmid=_value(identifiers, "pmid"),
        pmcid=_value(identifiers, "pmcid"),
        arxiv_id=_value(identifiers, "arxiv"),
        isbn=_value(identifiers, "isbn"),
        issn=_value(identifiers, "issn"),
        number=_value(identifiers, "trial"),
        url=_value(identifiers, "url"),
    )
    return Citation(reference, dict(parts.spans), _is_sure(parts, author))


def _title(parts: _Parts) -> str:
    rest = lazy(r"\s+").sub(" ", parts.body[parts.start :])
    title = parts.value("title") or rest.strip(_SEPARATORS)
    bracketed = lazy(r"\[([^\[\]]+)\]").fullmatch(title)  # a translated title in its bracket
    return bracketed[1] if bracketed else title


def _value(identifiers: Mapping[IdentifierKind, Identifier], kind: IdentifierKind) -> str | None:
    return identifiers[kind].value if kind in identifiers else None


def _is_sure(parts: _Parts, author: tuple[Name, ...]) -> bool:
    behind = {"container-title", "publisher", "volume"} & set(parts.spans)
    return bool(author and parts.value("title") and "issued" in parts.spans and behind)
