"""Calendar dates, and the years in citations that are none."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.quantity import Date, Quantity
from claimcheck.patterns import lazy
from claimcheck.quantity.passage import Join
from claimcheck.quantity.spot import Spot, plain_integer
from claimcheck.quantity.words import AMBIGUOUS_MONTHS, MONTHS, listed

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2099

_YEAR: Final = "(?:19|20)\\d\\d(?!\\d|[.,]\\d)"
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORD: Final = lazy(r"[a-z]+")
_DAY_MONTH: Final = lazy(
    rf"(?:st|nd|rd|th)?(?:\s?[-–/]\s?\d{{1,2}}(?:st|nd|rd|th)?)?(?:\s+of)?[\s-]+({_MONTH})\b\.?"
    rf"(?:,?[\s-]+({_YEAR}))?"
)
_AFTER_MONTH: Final = lazy(
    rf"(?:st|nd|rd|th)?(?:\s?[-–]\s?\d{{1,2}}(?:st|nd|rd|th)?)?(?:,?\s+({_YEAR}))?(?![\d%]|\.\d)"
)
_ISO: Final = lazy(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?![\d-])")
_SLASHED: Final = lazy(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_QUARTER: Final = lazy(rf"(q[1-4]|h[12])[\s-]*(?:of\s|in\s|fy)?({_YEAR})")
_LETTER_LAST: Final = lazy(rf"([1-4])q[\s-]*(?:of\s|in\s|fy)?({_YEAR})")
_SHORT_RANGE: Final = lazy(r"[-–/](\d\d)(?!\d)")
_PARTS: Final = (
    (lazy(r"\b(?:early|beginning of|start of)[\s-]+(?:in\s+)?\Z"), "early"),
    (lazy(r"\b(?:mid|middle of)[\s-]*\Z"), "mid"),
    (lazy(r"\blate[\s-]+(?:in\s+)?\Z"), "late"),
    (lazy(r"\b(?:(?:by|at) the end of|year-?end|end[\s-]of|end)[\s-]+\Z"), "end"),
    (lazy(r"\b(?:first|1st)[\s-]half(?:,? of)?\s+\Z"), "H1"),
    (lazy(r"\b(?:second|2nd)[\s-]half(?:,? of)?\s+\Z"), "H2"),
    (lazy(r"\b(?:(?:first|1st)[\s-]quarter,? (?:of\s+)?)\Z"), "Q1"),
    (lazy(r"\b(?:(?:second|2nd)[\s-]quarter,? (?:of\s+)?)\Z"), "Q2"),
    (lazy(r"\b(?:(?:third|3rd)[\s-]quarter,? (?:of\s+)?)\Z"), "Q3"),
    (lazy(r"\b(?:(?:fourth|4th|last|final)[\s-]quarter,? (?:of\s+)?)\Z"), "Q4"),
    (lazy(r"\bspring (?:of\s+)?\Z"), "spring"),
    (lazy(r"\bsummer (?:of\s+)?\Z"), "summer"),
    (lazy(r"\b(?:autumn|fall) (?:of\s+)?\Z"), "autumn"),
    (lazy(r"\bwinter (?:of\s+)?\Z"), "winter"),
)
_PART_WORDS: Final = listed(
    "early of mid late end in quarter half spring summer autumn fall winter year-end mid- end-"
)
_ET_AL: Final = lazy(r"\bet al\.?[,;]?\s*[(\[]?\s*\Z|\bn\.\s?d\.\s*\Z")
_AUTHOR: Final = lazy(
    r"(?:[A-ZÀ-Þ][\w'’-]+,\s*|[A-ZÀ-Þ][\w'’-]+\s+[(\[]|\b[A-Z]\.,?\s*\(|(?:[A-ZÀ-Þ][\w'’-]+\s(?:&|and)\s)"
    r"[A-ZÀ-Þ][\w'’-]+,?\s*\(?|[a-z]\.?\s\d{4}[a-z]?,\s|;\s*)\Z"
)
_NAMED: Final = lazy(r"([A-ZÀ-Þ][\w'’-]+)\s+\Z")
_CITED: Final = lazy(r"[a-e]?\s?[;)\]]|[a-e]\b|,\s?(?:pp?\.|[A-Z])")
_STARTERS: Final = listed(
    "In Since By Until From During Before After Through To Of The This Around About Circa Late "
    "Early Mid And Or But For Between As On At Year Fall Spring Summer Autumn Winter Quarter Act"
)
_VOLUME: Final = lazy(r";\s?\d+\s?[(:]")
_SINCE: Final = listed("in since by until from during before after through of to late early")


def dates(spot: Spot) -> list[Quantity]:
    """Dates that begin with their number: "9 August 2024", "2024-08-09", "in 2022"."""
    if found := _LETTER_LAST.match(spot.low, spot.number.start):
        return [_date(spot, *found.span(), year=int(found[2]), part=f"Q{found[1]}")]
    if spot.number.form == "code":
        return _dotted(spot) or _quarter(spot)
    value = plain_integer(spot.number)
    if value is None:
        return []
    if value <= 31:
        return _before_month(spot, value) or _numeric(spot, value)
    return _numeric(spot, value) or _year(spot, value) if FIRST_YEAR <= value <= LAST_YEAR else []


def month_dates(spot: Spot) -> list[Quantity]:
    """A day or year after the name of a month: "Aug. 9, 2024", "June 2025"."""
    value, cue = plain_integer(spot.number), spot.cue
    month = MONTHS[cue.word.rstrip(".,")]
    if value is None or cue.link not in ("", ",", "of", "-") or not _is_month(spot, cue.start):
        return []
    return _after_month(spot, month, value)


def _date(
    spot: Spot, start: int, end: int, *parts: int, year: int | None, part: str | None = None
) -> Date:
    month, day = (*parts, 0, 0)[:2]
    text, bound = spot.text(start, end), spot.bound(start, end)
    return Date(
        text=text, start=start, end=end, bound=bound, year=year, month=month, day=day, part=part
    )


def _is_month(spot: Spot, start: int) -> bool:
    """Whether the month's name at `start` is one: "may" and "march" need their capital."""
    word = _WORD.match(spot.low[start : start + 10])
    ambiguous = word is not None and word[0] in AMBIGUOUS_MONTHS
    return not ambiguous or spot.passage.text[start].isupper()


def _after_month(spot: Spot, month: int, value: int) -> list[Quantity]:
    """A day or year after the name of a month."""
    start, end = spot.cue.start, spot.number.end
    if FIRST_YEAR <= value <= LAST_YEAR and len(spot.number.value.literal) == 4:
        return [_date(spot, start, end, month, year=value)]
    found = _AFTER_MONTH.match(spot.low, end)
    if not 1 <= value <= 31 or found is None or spot.cue.link:
        return []
    if spot.family is not None and not found[1]:
        return []
    year = int(found[1]) if found[1] else None
    return [_date(spot, start, found.end(), month, value, year=year)]


def _before_month(spot: Spot, value: int) -> list[Quantity]:
    """A day before the name of a month, perhaps with the year."""
    found = _DAY_MONTH.match(spot.low, spot.number.end)
    if found is None or not _is_month(spot, found.start(1)):
        return []
    year = int(found[2]) if found[2] else None
    return [_date(spot, spot.number.start, found.end(), MONTHS[found[1]], value, year=year)]


def _numeric(spot: Spot, value: int) -> list[Quantity]:
    """ISO dates, and dates with slashes where day and month can be told apart."""
    start = spot.number.start
    if value > 999 and (found := _ISO.match(spot.low, start)):
        year, month, day = (int(part or 0) for part in found.groups())
        return [_date(spot, start, found.end(), month, day, year=year)]
    found = _SLASHED.match(spot.low, start) if value <= 31 else None
    return _in_either_order(spot, found) if found else []


def _dotted(spot: Spot) -> list[Quantity]:
    found = _SLASHED.match(spot.low, spot.number.start)
    return _in_either_order(spot, found) if found else []


def _quarter(spot: Spot) -> list[Quantity]:
    """Quarters and halves: "Q3 2024", "H1 2026": the digit is glued to the letter."""
    start = spot.number.start - 1
    found = _QUARTER.match(spot.low, start) if start >= 0 else None
    if found is None:
        return []
    return [_date(spot, start, found.end(), year=int(found[2]), part=found[1].upper())]


def _in_either_order(spot: Spot, found: re.Match[str]) -> list[Quantity]:
    """Dates in figures: where both orders of day and month are possible, only the year is known."""
    first, sign, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
    day, month = (first, second) if sign == "." or first > 12 else (second, first)
    known = sign == "." or first > 12 or second > 12 or first == second
    parts = (month, day) if known and 1 <= month <= 12 and 1 <= day <= 31 else ()
    return [_date(spot, found.start(), found.end(), *parts, year=int(year))]


def _year(spot: Spot, value: int) -> list[Quantity]:
    """A bare year, unless it stands in a citation or counts something."""
    start, end = spot.number.start, spot.number.end
    if len(spot.number.value.literal) != 4:
        return []
    if _is_cited(spot, start, end):
        return [spot.other("citation", start, end + spot.low[end : end + 1].isalpha())]
    if spot.low[end : end + 1].isalpha() or spot.low[end : end + 2] in ("’s", "'s"):
        return []
    if spot.family is not None and not (_is_when(spot) or _dates_a_study(spot)):
        return []
    begin, part = _part(spot, start)
    first = _date(spot, begin, end, year=value, part=part)
    return [first, *_short_range(spot, value, end)]


def _is_when(spot: Spot) -> bool:
    """Whether a noun after the year is not what it counts ("in 2022 patients")."""
    words = spot.passage.before(spot.number.start, 16).split()
    return bool(words) and words[-1].lstrip("([") in _SINCE


def _dates_a_study(spot: Spot) -> bool:
    unit = spot.sequence.unit
    return unit is not None and unit.name in ("study", "trial", "paper")


def _part(spot: Spot, start: int) -> tuple[int, str | None]:
    """The part of the year named before it, and where the words begin."""
    before = spot.passage.before(start, 24)
    last = before.split()[-1:]
    known = last and last[0].lstrip("([") in _PART_WORDS
    if not known and not before.endswith(("mid-", "mid‑", "end-")):
        return start, None
    for pattern, part in _PARTS:
        if found := pattern.search(before):
            return start - len(before) + found.start(), part
    return start, None


def _short_range(spot: Spot, value: int, end: int) -> list[Quantity]:
    """The second year of "2017–19"."""
    found = _SHORT_RANGE.match(spot.low, end)
    if found is None or spot.passage.join(spot.index) not in (Join.RANGE, Join.SLASH):
        return []
    year = value - value % 100 + int(found[1])
    return [_date(spot, found.start(1), found.end(), year=year)] if year > value else []


def _is_cited(spot: Spot, start: int, end: int) -> bool:
    """Whether the year belongs to a citation: "(Davis et al., 2021)", "Goodwin 2022"."""
    text = spot.passage.text
    begin = max(0, start - 48)
    if _ET_AL.search(text, begin, start) or _VOLUME.match(text, end):
        return True
    if _AUTHOR.search(text, begin, start) and _CITED.match(text, end):
        return not _names_month(text, begin, start)
    named = _NAMED.search(text, begin, start)
    return named is not None and named[1] not in _STARTERS and not _names_month(text, begin, start)


def _names_month(text: str, begin: int, start: int) -> bool:
    words = re.findall(r"[A-Za-z]+", text[begin:start])
    return bool(words) and words[-1].lower() in MONTHS
