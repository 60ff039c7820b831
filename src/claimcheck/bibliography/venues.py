"""Where a title ends and the venue begins, in running text."""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.model.bibliography import Span
from claimcheck.patterns import lazy

Role = Literal["container-title", "publisher"]

SERVERS = lazy(
    r"\b(?:bioRxiv|medRxiv|arXiv|PsyArXiv|ChemRxiv|SSRN|Research Square|OSF(?: Preprints)?|"
    r"Preprints(?:\.org)?|Authorea|RePEc|SocArXiv|Zenodo)\b",
    re.I,
)
_BREAK = lazy(r"[.?!][\"”’)\]]*\s+(?=\S)|(?<=[a-z]{3})\.(?=[A-Z][a-z])")
_IN = lazy(r"[.?!”\"]\s*[Ii]n\s?:?\s+(?=[^\W\d_a-zà-ÿ]|\d)|[,;]\s*[Ii]n\s?:\s+(?=\S)")
_LINK_WORDS = "of the and for in on de la le des du et y der die das und für van &"
_LINK = frozenset(_LINK_WORDS.split())
_JOURNAL = lazy(
    r"\b(?:Journal|J|Annals|Ann|Archives|Arch|Frontiers|Front|Nature|Nat|Lancet|JAMA|BMJ|PLoS|"
    r"PLOS|Science|Sci|Review|Reviews|Rev|Proceedings|Proc|International|Int|American|Am|European|"
    r"Eur|British|Br|Psychopharmacology|Psychiatry|Neuropsychopharmacology|Neuroscience|Medicine|"
    r"Med|Bulletin|Letters|Cureus|eLife|Zeitschrift|Revista|Acta|Current|Trends|Expert|Clinical|"
    r"Clin|Neuropharmacology|Pharmacology|Research|Reports|Quarterly|Cell|Addiction)\b"
)
_PUBLISHER = lazy(
    r"\b(?:Press|Publish\w*|Books?|Verlag|Wiley|Springer|Elsevier|Routledge|Sage|Penguin|"
    r"Editions?|Éditions|University|Inc|Ltd|LLC|Co|Company|Association|Institute|Norton|Office|"
    r"Organi[sz]ation|Agency|Foundation|Society|Department|Ministry|Random House|Macmillan|"
    r"Academic)\b"
    r"|:\s"
)
_EDITION = lazy(
    r"\s*[(,]?\s*(?:\d+(?:st|nd|rd|th)|[Rr]ev(?:ised)?\.?|[Ss]econd|[Tt]hird|[Ff]irst)\s?"
    r"[Ee]d(?:ition|n)?s?\b\.?\)?"
)
_LONGEST_VENUE = 25


def part_venue(
    body: str, start: int, stop: int, located: bool, *, comma: bool = False
) -> tuple[Span, Span | None, Role]:
    """Part `body[start:stop]` into title and venue; `located` if a volume or pages follow.

    `comma` says that the parts are parted by commas.
    """
    if inside := _IN.search(body, start + 5, stop):
        book = _behind_editors(body, inside.end(), stop)
        return (start, inside.start()), (book, stop), "container-title"
    cut = _comma_cut(body, start, stop) if comma else None
    if cut and not located and not _is_venue_like(body[cut[1] : stop]):
        cut = None
    cut = cut or _sentence_cut(body, start, stop, located)
    if cut is None:
        if located and _is_venue_alone(body[start:stop]):
            return (start, start), (start, stop), "container-title"
        return _without_edition(body, (start, stop)), None, "publisher"
    role = _role(body[cut[1] : stop], located)
    return _without_edition(body, (start, cut[0])), (cut[1], stop), role


def _role(venue: str, located: bool) -> Role:
    if located or SERVERS.search(venue):
        return "container-title"
    journal = _JOURNAL.search(venue) and not _PUBLISHER.search(venue)
    return "container-title" if journal else "publisher"


def _sentence_cut(body: str, start: int, stop: int, located: bool) -> Span | None:
    """End of the title and start of the venue, at a full stop or the like."""
    breaks = [found for found in _BREAK.finditer(body, start, stop) if found.start() > start + 2]
    if not breaks:
        return _comma_cut(body, start, stop) if located else None
    at = len(breaks) - 1
    last = body[breaks[at].end() : stop]
    if not located and not (_JOURNAL.search(last) and not _PUBLISHER.search(last)):
        return _span(breaks[0])
    while at > 0 and _belongs(body[breaks[at - 1].end() : breaks[at].start()]):
        at -= 1
    if at == 0 and len(breaks) > 1 and _belongs(body[start : breaks[0].start()]):
        at = 1
    return _span(breaks[at])


def _span(found: re.Match[str]) -> Span:
    """The title keeps a question mark, not a full stop."""
    keeps = found[0][0] in "?!" or found[0][1:2] in {"”", '"', ")"}
    return found.start() + (1 if keeps else 0), found.end()


def _belongs(segment: str) -> bool:
    """Whether a stretch between full stops is of an abbreviated venue (`Plant Pathol`)."""
    words = segment.replace("&", " & ").split()
    if not 1 <= len(words) <= 4 or len(words[-1]) > 12:
        return False
    return _is_name(words)


def _is_name(words: list[str]) -> bool:
    return words[0][0].isupper() and all(word[0].isupper() or word in _LINK for word in words)


def _is_venue_like(zone: str) -> bool:
    words = zone.strip(" .,").split()
    return bool(_JOURNAL.search(zone)) or (0 < len(words) <= 8 and _is_name(words))


def _is_venue_alone(zone: str) -> bool:
    """Whether there is no title, as in short styles."""
    if len(zone.split()) <= 5 and _JOURNAL.search(zone) and _belongs(zone):
        return True
    segments = [segment for segment in lazy(r"\.\s*").split(zone.strip(" .,")) if segment]
    return len(segments) > 1 and all(_belongs(segment) for segment in segments)


def _comma_cut(body: str, start: int, stop: int) -> Span | None:
    """The last comma that a venue can follow."""
    for found in reversed(list(lazy(r",\s+").finditer(body[start:stop]))):
        venue = body[start + found.end() : stop]
        fits = venue[:1].isupper() and len(venue.split()) <= _LONGEST_VENUE
        if fits and found.start() > 10:
            return start + found.start(), start + found.end()
    return None


def _behind_editors(body: str, start: int, stop: int) -> int:
    """Skip the editors of a book that holds the work."""
    editors = lazy(r".{3,300}?[(,\s][Ee]d(?:s|itors?)?\b\.?\)?[,.:]?\s+(?=\S)").match(
        body, start, stop
    )
    return editors.end() if editors else start


def _without_edition(body: str, title: Span) -> Span:
    ends = [f.start() for f in _EDITION.finditer(body, *title) if title[1] - f.end() < 3]
    return (title[0], ends[-1]) if ends else title
