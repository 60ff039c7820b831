"""Pages, article numbers, volumes and issues: whether two ways of printing them agree.

Only the first page counts; last pages are abbreviated and mistyped too freely to accuse anybody.
"""

from __future__ import annotations

import re

from claimcheck.compare.folding import fold
from claimcheck.patterns import lazy

_PREFIX = lazy(
    r"\A(?:pages?|pp?|art(?:icle)?\.?(?:\s*(?:no|number|id|nr)\.?)?|id)(?![a-z])[\s.:#]*"
)
_DASH = lazy(r"\s*(?:-+|\u2010|\u2013|\u2014|/|,|;|\+|\bto\b|\band\b)\s*")
_LOCATOR = lazy(r"([a-z]*?)[\s.]*0*(\d+)([a-z]*)")
_LABEL = lazy(r"\A(?:vol(?:ume|s)?|band|bd|tome?|jg|issue|iss|nr|number|no|n|heft|h)\b[\s.:]*")
_SUPPLEMENT = lazy(r"supp\w*|\bs(?=[\s.]*\d)|(?<=\d)\s*s\b")
_ROMAN = lazy(r"(?=.)m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})\Z")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_LONG_LOCATOR = 4
"""Digits from which a number is an article's, not a page within it."""


def first_page(text: str) -> str:
    """The first page or article number in one spelling: `pp. E0021–e30` → `e21`."""
    bare = _PREFIX.sub("", fold(text).strip())
    first = _DASH.split(bare, maxsplit=1)[0].strip(" .()[]:")
    found = _LOCATOR.fullmatch(first)
    return "".join(found.groups()) if found else lazy(r"[^a-z0-9]").sub("", first)


def same_pages(given: str, page: str | None, article: str | None, doi: str = "") -> bool | None:
    """Whether `given` starts where the record does; None where nothing can be said.

    The record may number pages, give an article number, or carry that number in its DOI only. A
    page counted within an article is no evidence against an article number, nor the reverse.
    """
    ours = first_page(given)
    recorded = [text for text in (page, article) if text and first_page(text)]
    if not ours or not recorded:
        return None
    if any(_same_locator(ours, first_page(text)) for text in recorded) or _ends_doi(ours, doi):
        return True
    return None if any(_count_differently(given, text) for text in recorded) else False


def same_volume(given: str, recorded: str | None) -> bool | None:
    """Whether two volumes are one (`Vol. 12(3)`, `XII`, `12`); None where one is missing."""
    ours, theirs = _numbers(given), _numbers(recorded or "")
    if not ours or not theirs:
        return None
    return ours[0] in theirs or theirs[0] in ours


def same_issue(given: str, recorded: str | None) -> bool | None:
    """Whether two issues are one; None unless both are plain numbers or supplements of a number."""
    ours, theirs = _numbers(given), _numbers(recorded or "")
    if not ours or not theirs or _is_named(given) or _is_named(recorded or ""):
        return None
    return bool(set(ours) & set(theirs))


def _same_locator(one: str, two: str) -> bool:
    """Equal but for a letter that one side leaves out (`e0085651`, `85651`)."""
    if one == two or _roman(one) == _roman(two):
        return True
    bare_one, bare_two = one.lstrip("es"), two.lstrip("es")
    return bare_one == bare_two and (one.isdigit() or two.isdigit()) and bool(bare_one)


def _ends_doi(locator: str, doi: str) -> bool:
    digits = locator.lstrip("e")
    return len(digits) >= _LONG_LOCATOR and bool(re.search(rf"(?<!\d)0*{digits}\Z", doi))


def _count_differently(one: str, two: str) -> bool:
    """Whether one counts pages within an article and the other gives the article's number."""
    return any(
        _counts_within(inner) and _is_article_number(outer)
        for inner, outer in ((one, two), (two, one))
    )


def _counts_within(text: str) -> bool:
    return first_page(text) == "1" or first_page(text).startswith("1of")


def _is_article_number(text: str) -> bool:
    """A number too long for a page and not the start of a range."""
    return len(lazy(r"\D").sub("", first_page(text))) >= _LONG_LOCATOR and not _DASH.search(text)


def _numbers(text: str) -> list[str]:
    bare = _LABEL.sub("", fold(text).strip())
    if _ROMAN.match(bare):
        return [_roman(bare)]
    return [number.lstrip("0") or "0" for number in lazy(r"\d+").findall(bare)]


def _is_named(issue: str) -> bool:
    bare = _LABEL.sub("", fold(issue).strip())
    return bool(lazy(r"[a-z]{2}").search(bare)) and not _SUPPLEMENT.search(bare)


def _roman(text: str) -> str:
    if not _ROMAN.match(text):
        return text
    values = [_ROMAN_VALUES[letter] for letter in text]
    return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))
