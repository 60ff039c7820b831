"""Citations by author and year in running text: `(Ross et al., 2016; Griffiths & Jesse 2008a)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimcheck.bibliography.people import FAMILY
from claimcheck.classes import dataclass
from claimcheck.patterns import lazy

_YEAR = r"(?:1[89]|20)\d\d[a-z]?\b"
_NO_YEAR = r"n\.\s?d\.|in press|forthcoming"
_GROUP = r"[^\W\d_a-z][\w.'’&-]*(?:\s(?:[^\W\d_a-z][\w.'’&-]*|of|for|the|and|on|in|de|du|la)){0,12}"
_PERSONS = (
    rf"(?:{FAMILY})(?:,\s(?:{FAMILY})){{0,20}}(?:,?\s(?:&|and|und|et|y)\s(?:{FAMILY}))?"
    r"(?:,?\s?(?:et\.?\sal\b\.?|and (?:colleagues|others)))?"
)
_PAIR_OR_MORE = (
    rf"(?:{FAMILY})(?:(?:,\s(?:{FAMILY})){{0,20}},?\s(?:&|and)\s(?:{FAMILY})|,?\s?et\.?\sal\b\.?"
    r"|\sand (?:colleagues|others))"
)
_SHORT = r"\[[A-Z][\w&.-]{1,14}\]"
"""The short name of a group, behind its name: `World Health Organization [WHO]`."""
_DATED = lazy(rf"\b{_YEAR}|{_NO_YEAR}")
_BRACKET = lazy(
    rf"[(\[]((?:[^()\[\]]|{_SHORT}){{0,600}}?(?:1[89]|20)\d\d[^()\[\]]{{0,200}}"
    rf"|[^()\[\]]{{3,80}}(?:{_NO_YEAR}))[)\]]"
)
_IN_BRACKET = lazy(
    r"(?:\A|[;,(]|\b(?i:see|also|e\.g\.,?|i\.e\.,?|cf\.|by|in|from|and|after|source:|data:))\s*"
    rf"(?P<names>{_PERSONS}|{_GROUP})(?:\s{_SHORT})?,?\s"
    rf"(?P<years>(?:{_YEAR}|{_NO_YEAR})(?:\s?[,&]\s?(?:{_YEAR}|[a-z]\b))*)"
)
_NARRATIVE = lazy(
    rf"(?P<names>{_PERSONS})(?:['’]s?)?,?\s\(\s?(?P<years>{_YEAR}(?:\s?[,;&]\s?(?:{_YEAR}))*)"
    r"(?:,\s?p{1,2}\.?\s?[\d–-]+)?\s?\)"
)
_YEAR_OPENED = lazy(rf"\s\(\s?{_YEAR}")
_OPEN = lazy(rf"(?P<names>{_PAIR_OR_MORE}),?\s(?P<years>{_YEAR})")
_BARE_YEAR = lazy(_YEAR)
_SEVERAL = ("al", "&", "and")
_NOT_IN_NAMES = lazy(r"\b(?!colleagues|others|della)[a-zß-öø-ÿ]\w{4,}")
_FAR = 400
"""Characters that the names before a year may take; looking further back would be slow."""
_BEHIND = 100
"""The same for what follows the year: more years, a page, a bracket."""
_REPORTS = lazy(
    r"\s*(?:also\s)?(?:found|report|show|conclud|suggest|observ|demonstrat|describ|argu|not(?:e|ed)\b|"
    r"propos|estimat|compar|conduct|review|examin|investigat|evaluat|stud(?:y|ied)|test|analy[sz])",
    re.I,
)
_LED_IN = lazy(r"\b(?:by|see|cf\.|per|after|following|of|and|from)\s\Z")
_NO_NAMES = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn fall winter early "
    "late mid since until from in by phase phases table figure fig week weeks day month year "
    "years study trial trials published updated version registered approved accessed founded "
    "established schedule grade class type stage part section chapter volume issue copyright "
    "as of between during before after around about circa"
)
_PARTICLES = frozenset({"van", "von", "de", "del", "della", "di", "da", "der", "aan", "al", "el"})
_NOT_A_NAME = frozenset(_NO_NAMES.split())
_CODE = lazy(r"\d{2}|-\d")
"""What no name holds: ICD-11, NCT03775200."""
_VENUE = lazy(
    r"\b(?:Journal|Lancet|JAMA|NEJM|BMJ|Nature|Science|Medicine|Psychiatry|Proceedings|Annals|"
    r"Archives|Letters|Reviews?|Bulletin|Reports|PLOS|PLoS|Frontiers|Cell|Neuropsychopharmacology|"
    r"Psychopharmacology)\b"
)


@dataclass(frozen=True, slots=True)
class AuthorYear:
    """A citation by author and year, with its place in the text."""

    names: tuple[str, ...]
    years: tuple[str, ...]
    start: int
    end: int
    sure: bool = True
    """False for a lone capitalised word before a year, which need not be an author."""


@lru_cache(maxsize=1 << 11)
def find_author_years(text: str) -> tuple[AuthorYear, ...]:
    """Every citation by author and year, in the order of the text."""
    if not _DATED.search(text):
        return ()
    found = [*_bracketed(text), *_narrative(text), *_open(text)]
    kept: list[AuthorYear] = []
    for citation in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return tuple(kept)


def _bracketed(text: str) -> Iterator[AuthorYear]:
    for bracket in _BRACKET.finditer(text):
        at = bracket.start(1)
        for match in _IN_BRACKET.finditer(bracket[1]):
            named = match["names"][0].isupper() or match["names"].split()[0] in _PARTICLES
            if named and _can_be_names(match["names"]):
                yield _citation(match, at, sure=True)


def _narrative(text: str) -> Iterator[AuthorYear]:
    for match in _before(_YEAR_OPENED, _NARRATIVE, text):
        names = match["names"]
        if not _can_be_names(names):
            continue
        several = len(_split(names)) > 1 or "et al" in names
        reported = _REPORTS.match(text, match.end()) or _LED_IN.search(text, 0, match.start())
        yield _citation(match, 0, sure=bool(several or reported))


def _open(text: str) -> Iterator[AuthorYear]:
    for match in _before(_BARE_YEAR, _OPEN, text, _SEVERAL):
        if _can_be_names(match["names"]):
            yield _citation(match, 0, sure="al" in match["names"].split()[-1])


def _before(
    years: re.Pattern[str], citations: re.Pattern[str], text: str, signs: tuple[str, ...] = ("",)
) -> Iterator[re.Match[str]]:
    """The matches of a costly pattern that begins with names, each sought near a year only, and
    only if one of `signs` stands among the words before it that can be names."""
    done = 0
    for year in years.finditer(text):
        begin = max(done, year.start() - _FAR)
        for word in _NOT_IN_NAMES.finditer(text, begin, year.start()):
            begin = word.end()
        if not any(sign in text[begin : year.start()] for sign in signs):
            continue
        if found := citations.search(text, begin, year.end() + _BEHIND):
            yield found
            done = found.end()


def _citation(match: re.Match[str], at: int, *, sure: bool) -> AuthorYear:
    years = tuple(re.findall(rf"{_YEAR}|{_NO_YEAR}", match["years"]))
    start, end = at + match.start("names"), at + match.end("years")
    return AuthorYear(_split(match["names"]), years, start, end, sure)


def _can_be_names(names: str) -> bool:
    words = lazy(r"[^\W\d_][\w'’-]*").findall(names)
    if not words or words[0].lower() in _NOT_A_NAME or len(words) > 14 or _CODE.search(names):
        return False
    return "et al" in names or not (_VENUE.search(names) or words[-1].lower() in _NOT_A_NAME)


def _split(names: str) -> tuple[str, ...]:
    bare = lazy(r",?\s?(?:et\.?\sal\b\.?|and (?:colleagues|others))\Z").sub("", names)
    return tuple(part for part in lazy(r",\s|,?\s(?:&|and|und)\s").split(bare) if part)
