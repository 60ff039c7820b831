"""Year, volume, issue and pages in running text, as the styles write them."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import field

from claimcheck.classes import dataclass
from claimcheck.model.bibliography import Span
from claimcheck.patterns import lazy

_DASH = r"\s?[-–—−‐‑]{1,2}\s?"
YEAR = r"(?:1[5-9]|20)\d\d"
_NUMBER = r"[A-Za-z]{0,4}\.?\d+[A-Za-z]?(?:\.[a-z]?\d+)?"
_PAGE = rf"{_NUMBER}(?:{_DASH}{_NUMBER})?"
_VOLUME = r"[A-Z]{0,3}-?\d{1,4}[A-Za-z]?(?:[-–/]\d{1,4})?"
SEASON = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Spring|Summer|Autumn|Fall|Winter)"
    r"[a-z]*\.?"
)
_ISSUE = (
    rf"(?:\d[^()\[\];:]{{0,26}}|(?:[Ss]uppl?|SUPPL|[Pp]t|Part|Spec|[Ss]|[Nn]o|Issue|{SEASON})(?![a-z])"
    r"[^()\[\];:]{0,26})"
)
_DAY = rf"(?:\s{SEASON}(?:\s?[-/–]\s?{SEASON})?(?:\s\d{{1,2}})?)?\.?"
_PP = r"(?:(?:pp?|pages?|S|Article|Art\.?(?: no\.?)?|e-?pub|doi:)\s?\.?\s?)?"

# In order of trust; of each pattern the last match in the text counts.
_FORMS = tuple(
    lazy(text)
    for text in (
        # Vancouver, AMA:  2021;27(6):1025-33   2021 Jun;27(6 Suppl):1025   2021, 27(6): 1025
        (
            rf"\b(?P<y>{YEAR})[a-z]?{_DAY}\s?[;,]\s?(?:[Vv]ol\.?\s)?(?P<v>{_VOLUME})?\s?"
            rf"(?:\((?P<i>{_ISSUE})\))?\s?[:,]\s?{_PP}(?P<p>{_PAGE})"
        ),
        rf"\b(?P<y>{YEAR})[a-z]?{_DAY}\s?;\s?(?P<v>{_VOLUME})\s?(?:\((?P<i>{_ISSUE})\))?",
        # IEEE, MLA, Harvard:  vol. 27, no. 6, pp. 1025–1033
        (
            rf"\b[Vv]ol(?:ume|\.)?\s?(?P<v>{_VOLUME})[,.]?\s?"
            rf"(?:\(?(?:[Nn]o|[Ii]ss(?:ue)?|[Nn]r)\.?\s?(?P<i>[\w–/-]{{1,12}})\)?)?"
            rf"(?:[,.]?\s(?:{SEASON}\s?)?(?P<y>{YEAR}))?(?:[,:.]?\s{_PP}(?P<p>{_PAGE}))?"
        ),
        # Chicago:  27, no. 6 (June 2021): 1025–33
        (
            rf"(?<![\w.-])(?P<v>{_VOLUME}),?\s(?:no|nr|issue)\.?\s?(?P<i>[\w–/-]{{1,12}})"
            rf"(?:\s?\((?:{SEASON}\s)?(?P<y>{YEAR})\))?(?:\s?[:,]\s?{_PP}(?P<p>{_PAGE}))?"
        ),
        # Elsevier, Chicago without issue:  27 (2021) 1025–1033   27 (2021): 1025
        rf"(?<![\w.-])(?P<v>{_VOLUME})\s?\((?:{SEASON}\s)?(?P<y>{YEAR})\)\s?[:,]?\s?{_PP}(?P<p>{_PAGE})",
        # Springer, Nature:  27(6), 1025–1033 (2021)   27, 1025–1033 (2021)
        (
            rf"(?<![\w.-])(?P<v>{_VOLUME})\s?(?:\((?P<i>{_ISSUE})\))?\s?[,:]\s?{_PP}(?P<p>{_PAGE})\s?"
            rf"\((?P<y>{YEAR})\)"
        ),
        # APA, Springer, Harvard:  27(6), 1025–1033   27(6):1025   27(6)
        rf"(?<![\w.-])(?P<v>{_VOLUME})\s?\((?P<i>{_ISSUE})\)(?:\s?[,:;]\s?{_PP}(?P<p>{_PAGE}))?",
        # without issue:  27:1025–1033   , 27, 1025–1033
        rf"(?<=\s)(?P<v>{_VOLUME})\s?:\s?{_PP}(?P<p>{_PAGE})",
        rf"(?<=[,.]\s)(?P<v>{_VOLUME}),\s{_PP}(?P<p>{_PAGE})(?!\))",
        rf"(?<=[a-z.]\s)(?P<v>\d{{1,4}}),\s{_PP}(?P<p>{_PAGE})",
        # parts of these:  no. 2, pp. 12–34   (2021): 12   pp. 12–34   , 12–34   27 (2021)   27
        rf"[,\s]+[Nn]o\.\s?(?P<i>[\w–/-]{{1,12}})(?:,\s(?P<y>{YEAR}))?,\s{_PP}(?P<p>{_PAGE})",
        rf"[\s,(]*\b(?:pp?\.|pp|S\.)\s?(?P<p>{_PAGE})",
        rf"(?<=\s)\((?P<y>{YEAR})\)\s?[:,]?\s?(?P<p>{_PAGE})\s*\Z",
        rf"[,:]\s?(?P<p>\d+{_DASH}\d+)\s?(?:\((?P<y>{YEAR})\)\s*)?\Z",
        rf"(?<=[a-z.)])[\s,]\s?(?P<v>\d{{1,3}})\s?(?:\((?P<y>{YEAR})\)\s*)?\Z",
    )
)
_BRACKETED_YEAR = lazy(rf"[(\[]\s?(?:c\.?\s?)?({YEAR})[a-z]?\b[^()\[\]]{{0,30}}[)\]]")
_YEAR = lazy(rf"(?<![\d–-])({YEAR})[a-z]?(?![\d–-])")


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a venue a work stands: spans of year, volume, issue and page; and of all of it."""

    span: Span
    fields: dict[str, Span] = field(default_factory=dict)


_KEYS = {"y": "issued", "v": "volume", "i": "issue", "p": "page"}


def find_locator(text: str, after: int) -> Locator | None:
    """The last and most telling locator of a citation that begins at `after` or later."""
    for form in _FORMS:
        found = deque(form.finditer(text, after), maxlen=1)
        if found and _is_sound(found[0]):
            last = found[0]
            fields = {
                _KEYS[key]: last.span(key) for key, value in last.groupdict().items() if value
            }
            return Locator(last.span(), fields)
    return None


def find_year(text: str, after: int = 0) -> Span | None:
    """The year of a citation without a locator that has it: in brackets, else the last one."""
    if found := _BRACKETED_YEAR.search(text, after):
        return found.span(1)
    years = deque(_YEAR.finditer(text, after), maxlen=1)
    return years[0].span(1) if years else None


def _is_sound(found: re.Match[str]) -> bool:
    """Not a range of years or a date that only looks like a locator."""
    groups = found.groupdict()
    issue = groups.get("i") or ""
    bare = not groups.get("y") and not groups.get("i") and "p" not in found[0]
    if bare and re.fullmatch(YEAR, groups.get("p") or ""):
        return False
    if re.fullmatch(rf"(?:\D*\s)?{YEAR}[a-z]?", issue) and not groups.get("y"):
        return False
    return bool(groups.get("p") or groups.get("i") or groups.get("v"))
