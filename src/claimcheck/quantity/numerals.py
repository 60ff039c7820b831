"""Finds the numbers of a text, in digits and in words; says nothing on what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, PARTS, PREFIXES, SCALES, TEENS, TENS, VULGAR

Form = Literal["digits", "words", "article", "fraction", "code"]
LONGEST = 18
"""Digits of the longest number; longer runs are identifiers."""


@dataclass(slots=True)
class Numeral:
    """A number in a text; `of` is the denominator of a fraction in words.

    The form `article` is an "a" or "an" that means one ("a week later"); `code` is a name with
    digits in it.
    """

    start: int
    end: int
    value: Number
    form: Form
    of: int = 0


def _any(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SMALL = f"(?:(?:{_any(TENS)})(?:[-‐‑\\s](?:{_any(ONES)})\\b)?|{_any(TEENS)}|{_any(ONES)})"
_HUNDREDS = f"{_SMALL}\\b(?:[-‐‑\\s]hundred\\b(?:[-‐‑\\s](?:and\\s)?{_SMALL})?)?"
_CARDINAL = (
    f"{_HUNDREDS}(?:[-‐‑\\s](?:billion|million|thousand)\\b(?:,?\\s(?:and\\s)?{_HUNDREDS})?)*"
)
_HALF = "\\s(?:and|&)\\sa\\shalf"
_PART = f"(?:{'|'.join(sorted(PARTS, key=len, reverse=True))})"
_A_LATER = (
    "an?(?=\\s(?:hour|day|week|month|year)\\s(?:later|after|on\\b|post|follow)"
    "|\\s(?:full|whole)\\s(?:hour|day|week|month|year)\\b)"
)
_UP_TO_A = (
    "(?:(?<=\\bat )|(?<=up to )|(?<=within )|(?<=after )|(?<=for )|(?<=nearly )|(?<=almost )"
    "|(?<=about ))"
    "an?(?=\\s(?:hour|day|week|month|year)\\b)"
)
_EVERY = (
    "every\\s(?:second|other|third|fourth|fifth)"
    "(?=\\s(?:participant|patient|person|volunteer|adult|veteran|woman|man|smoker|drinker)\\b)"
)
_WORDS: Final = lazy(
    f"\\b(?=[aefhnostz])(?:{_CARDINAL}(?:{_HALF}|[-‐‑\\s]dozen|[-‐‑\\s]{_PART})?"
    f"|half\\sa(?=\\syear\\b)|half[-‐‑](?=year\\b)"
    f"|half(?:\\sa\\s(?:dozen|million|billion))?|a[-\\s](?:hundred|thousand|million|billion)(?:\\s(?:and\\s)?{_SMALL})?"
    f"|a\\s(?!half[-‐‑]year)(?:dozen|(?:couple|pair)\\sof|{_PART})|{_A_LATER}|{_UP_TO_A}|{_EVERY})\\b"
)
_VULGARS = "".join(VULGAR)
_DIGITS: Final = lazy(
    f"[0-9{_VULGARS}](?:(?<=[0-9])(?:"
    "[0-9]{0,2}(?:[,\u00a0\u2009\u202f][0-9]{3})+(?![0-9])(?:\\.[0-9]+)?"
    "|[0-9]{0,2}(?: 000)+(?![0-9])"
    "|[0-9]*(?:[.·][0-9]+)*(?:e[-−][0-9]{1,3})?)"
    f"(?:\\s?[{_VULGARS}]|\\s?(?:hundred|thousand|million|billion)\\b)?)?"
)
_LONGEST_LINK: Final = 200
"""Characters to the left in which the beginning of a link is looked for."""
_CODE: Final = lazy(r"[\w]*+(?:[-‐‑.·][\w]++)*")
_ADDRESS: Final = lazy(r"[^\s<>\"]*")
_DOI: Final = lazy(r"10\.\d{4,9}/")
_OUTSIDE: Final = frozenset((" ", "(", ""))
_IN_LINKS: Final = frozenset("/.-_=%?&:#~")
_LINK: Final = lazy(r"https?://|www\.|doi:|\b10\.\d{4,9}/")
_DROP: Final = str.maketrans(
    {",": "", " ": "", "\u00a0": "", "\u2009": "", "\u202f": "", "·": ".", "−": "-", "–": "-"}
)
_ONE: Final = Number(Decimal(1), "one")
_NONE: Final = Number(Decimal(0))
_NOT_LETTERS: Final = lazy("[^a-z]+")


def numerals(text: str, low: str) -> list[Numeral]:
    """The numbers of a text, in order; `low` is the text in lower case, character for character.

    Time grows with the length of the text only.
    """
    found = list(_in_digits(low))
    words = [_in_words(text[word.start() : word.end()], word) for word in _WORDS.finditer(low)]
    return sorted(found + words, key=lambda numeral: numeral.start) if words else found


def _in_digits(low: str) -> Iterator[Numeral]:
    at, search = 0, _DIGITS.search
    while found := search(low, at):
        start, at = found.span()
        if low[start - 1 : start] in _OUTSIDE and not _DOI.match(low, start):
            yield _digits(found[0], start, at)
            continue
        start = _opening(low, start)
        link = _link_end(low, found.start(), at)
        if link or _is_inside_word(low, start):
            at = link or _code_end(low, at)
            yield Numeral(start, at, _NONE, "code")
        else:
            yield _digits(low[start:at], start, at)


def _opening(low: str, start: int) -> int:
    """Where a number begins whose first digit stands at `start`: at its point or its sign."""
    if low[start] in VULGAR:
        return start
    if start and low[start - 1] in ".·" and not (start > 1 and _is_wordlike(low[start - 2])):
        start -= 1
    if start and low[start - 1] in "-–−+" and not (start > 1 and _ends_word(low[start - 2])):
        start -= 1
    return start


def _is_wordlike(char: str) -> bool:
    return char.isalnum() or char in "_."


def _ends_word(char: str) -> bool:
    return char.isalnum() or char in "_)]%.°"


def _is_inside_word(low: str, start: int) -> bool:
    """Whether the digits at `start` go on a name: "comp360", "gad-7" (but not "week-3")."""
    before = low[start - 1 : start]
    if before.isalpha() or before == "_":
        return True
    if before not in ("-", "‐", "‑") or not low[start - 2 : start - 1].isalpha():
        return False
    word = _NOT_LETTERS.split(low[max(0, start - 24) : start - 1])[-1]
    return word not in PREFIXES


def _link_end(low: str, start: int, end: int) -> int:
    """Where the link or DOI ends that holds these digits; 0 if none does."""
    if low[start - 1 : start] not in _IN_LINKS and not _DOI.match(low, start):
        return 0
    begin = max(0, start - _LONGEST_LINK)
    begin = max(begin, low.rfind(" ", begin, start) + 1, low.rfind("\n", begin, start) + 1)
    if not _LINK.search(low, begin, min(end + 1, len(low))):
        return 0
    match = _ADDRESS.match(low, end)
    return match.end() if match else end


def _code_end(low: str, end: int) -> int:
    match = _CODE.match(low, end)
    return match.end() if match else end


def _digits(literal: str, start: int, end: int) -> Numeral:
    """A number in digits, perhaps with a vulgar fraction or a power of ten after it."""
    plain = literal.translate(_DROP)
    if plain.isdecimal() and len(plain) <= LONGEST:
        return Numeral(start, end, Number(Decimal(plain), literal), "digits")
    if plain in VULGAR:
        above, below = VULGAR[plain]
        return Numeral(start, end, Number(Decimal(above), literal), "fraction", below)
    value = _value(plain)
    if value is None:
        return Numeral(start, end, _NONE, "code")
    return Numeral(start, end, Number(value, literal), "digits")


def _value(plain: str) -> Decimal | None:
    """The value of digits that a point, a sign, a fraction or a word goes with."""
    extra, power = Decimal(0), 0
    if plain[-1] in VULGAR:
        above, below = VULGAR[plain[-1]]
        plain, extra = plain[:-1].rstrip(), (Decimal(above) / below).quantize(Decimal("0.01"))
    elif plain[-1].isalpha():
        digits = plain.rstrip("abcdefghijklmnopqrstuvwxyz")
        power, plain = SCALES[plain[len(digits) :]], digits.rstrip()
    if len(plain) > LONGEST or plain.count(".") > 1:
        return None
    value = Decimal(plain)
    return (value.scaleb(power) if power else value) + extra if extra or power else value


def _in_words(literal: str, found: re.Match[str]) -> Numeral:
    """A number in words, or a fraction in words."""
    start, end = found.span()
    words = _NOT_LETTERS.split(found[0])
    if words[0] == "every":
        return Numeral(start, end, Number(Decimal(1), literal), "fraction", PARTS.get(words[1], 2))
    if words[-1] in PARTS and words[-3:-1] != ["and", "a"]:
        above = _cardinal(words[:-1]) or 1
        return Numeral(start, end, Number(Decimal(above), literal), "fraction", PARTS[words[-1]])
    if found[0] in ("a", "an"):
        return Numeral(start, end, _ONE, "article")
    value = Decimal(_cardinal(words))
    if words[0] == "half":
        value = (value or Decimal(1)) / 2
    elif words[-1] == "half":
        value += Decimal("0.5")
    return Numeral(start, end, Number(value, literal), "words")


def _cardinal(words: list[str]) -> int:
    """The value of a cardinal in words ("two hundred thirty three", "a dozen"); 0 if none."""
    total = part = 0
    for word in words:
        if word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total, part = total + (part or 1) * 10 ** SCALES[word], 0
        elif word == "dozen":
            part = (part or 1) * 12
        elif word in {"couple", "pair"}:
            part = 2
        else:
            part += ONES.get(word) or TEENS.get(word) or TENS.get(word) or 0
    return total + part
