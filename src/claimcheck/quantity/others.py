"""Numbers that state nothing of interest: names, labels, phones, addresses, times of day."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.model.quantity import OtherKind, Quantity
from claimcheck.patterns import lazy
from claimcheck.quantity.passage import Join
from claimcheck.quantity.spot import Spot, plain_integer
from claimcheck.quantity.units import SCALE
from claimcheck.quantity.words import DOSE_UNITS, LABELS, MEASURES, NOUNS, TIME_UNITS, listed

_WORD: Final = lazy(r"[a-zµμ]+")
_NAME: Final = lazy(r"[\w]*+(?:[-‐‑'’.][\w]++)*")
_SUFFIXES: Final = (
    frozenset(DOSE_UNITS)
    | frozenset(TIME_UNITS)
    | frozenset(NOUNS)
    | listed(
        "x k m bn bp fold point points pts percent percentage pp pct kg lb lbs cm mm km ft hz bpm "
        "am pm dollar dollars euro euros plus odd old times to per and or degree mile page s st "
        "nd rd th minute pound cent nights night second"
    )
)
"""What may follow a number directly or after a hyphen without making it a name."""

_NOTATIONS: Final = lazy(
    r"(?P<phone>\+\d[\d\s().-]{6,18}\d|(?<=\()\d{2,5}\)\s?\d{2,4}[\s.-]?\d{3,4}(?:[\s.-]?\d{2,4})?"
    r"|(?:1[-.\s])?\d{3}[-.\s]\d{3}[-.]\d{4}(?!\d)|(?:0\d{1,4}|1[38]00)(?:[\s-]\d{2,4}){2,3}(?!\d))"
    r"|(?P<clock>(?:[01]?\d|2[0-3])(?:(?:[:.][0-5]\d)?\s?(?:[aApP]\.?[mM]\b\.?|o[’']clock)"
    r"|:[0-5]\d)(?![\d:]))"
    r"|(?P<bracket>(?<=\[)\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\])"
    r"|(?P<volume>\d{4};\s?\d+(?:\s?\([\w\s–-]{1,12}\))?(?::\s?e?\d+(?:[-–]e?\d+)?)?"
    r"|\d{1,4}\([\w–-]{1,8}\)[:,]\s?e?\d+(?:[-–]e?\d+)?|\d{1,4}:\s?e?\d{2,6}[-–]e?\d+)"
    r"|(?P<street>\d{1,5}[a-zA-Z]?,?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’]{1,20}\s){1,3}(?:Street|St|Road"
    r"|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Parade|Highway"
    r"|Hwy|Terrace|Crescent|Parkway|Pkwy|Plaza|Row|Close|Gardens)\b)"
    r"|(?P<law>\d+\s(?:CFR|C\.F\.R\.|USC|U\.S\.C\.|FR|Fed\. Reg\.|Stat\.)\s(?:§+\s?)?\d[\d.,-]*)"
    r"|(?P<statistic>(?<=[tFzχ²2]\()\d[\d.,\s]{0,15}\)\s?[=<>]\s?[-−–]?\d*\.?\d+)"
    r"|(?P<reduced>(?:24/7|9/11|50/50|20/20|24/24)(?![\d/]))"
    r"|(?P<groups>\d+(?:-\d+){2,}(?![\d%]))"
    r"|(?P<marker>\d{1,3}[.)]\s)"
)
_KINDS: Final[dict[str, OtherKind]] = {
    "phone": "phone",
    "clock": "time-of-day",
    "bracket": "citation",
    "volume": "citation",
    "street": "address",
    "law": "label",
    "statistic": "statistic",
    "reduced": "ratio",
    "groups": "code",
    "marker": "list-marker",
}
CALLS: Final = listed("call dial text tel tel. phone fax hotline lifeline ring")
"""Words before a telephone number."""
_CALLED: Final = lazy(r"\d{2,4}(?:[\s-]\d{2,4}){0,3}(?![\d%])")
_STATE: Final = lazy(r"\b[A-Z]{2}\s\Z")
_ZIP: Final = lazy(r"\d{5}(?:-\d{4})?(?![\d,])")
_NEAR: Final = 40
"""Characters around a time of day in which its day is looked for."""
_ENDING: Final = lazy(
    rf"(?P<measure>\s?-?\s?(?:°\s?[cfk]?|℃|(?:{MEASURES})\b))|(?P<scale>{SCALE})"
    r"|(?P<ordinal>(?:st|nd|rd|th)\b)|(?P<decade>[’']?s\b)|(?P<multiple>[\s-]?(?:fold|times|x|×)(?!\w))"
)
_ENDINGS: Final[dict[str, OtherKind]] = {
    "measure": "measure",
    "scale": "scale",
    "ordinal": "ordinal",
    "decade": "decade",
    "multiple": "multiple",
}
_LINE: Final = lazy(r"(?:\A|\n)[\s>*#•-]*\Z")
_SPREAD: Final = lazy(r"±\Z|(?<![a-z])(?:sds?|ses?|sem|iqrs?|s\.d\.|s\.e\.)\Z")
_SPREAD_ENDS: Final = frozenset("desmr.±")


def names(spot: Spot) -> list[Quantity]:
    """Names with digits in them: compounds, receptors, scales, registry ids, links, DOIs."""
    start, end = spot.number.start, spot.number.end
    if spot.number.form == "code":
        return [spot.other("code", start, end)]
    after = spot.low[end : end + 1]
    if spot.number.form != "digits" or not (after.isalpha() or after in "-‐‑,"):
        return []
    if after == ",":
        is_name = re.match(r",\d+-[a-z]", spot.low[end : end + 6]) is not None
    else:
        word = _WORD.match(spot.low, end if after.isalpha() else end + 1)
        glued = after.isalpha() or spot.low[end + 1 : end + 2].isalpha()
        is_name = glued and (word is None or word[0] not in _SUFFIXES)
    return [spot.other("code", start, _name_end(spot, end))] if is_name else []


def _name_end(spot: Spot, end: int) -> int:
    found = _NAME.match(spot.low, end + (spot.low[end] == ","))
    return found.end() if found else end


def notations(spot: Spot) -> list[Quantity]:
    """Fixed ways of writing: phones, times of day, citations, addresses, laws, list markers."""
    if spot.number.form != "digits":
        return []
    start = spot.number.start
    found = _NOTATIONS.match(spot.passage.text, start)
    if found is not None and found.lastgroup:
        if found.lastgroup != "marker":
            opened = spot.passage.text[start - 1 : start] in ("[", "(") and found[0][-1:] != "m"
            return [spot.other(_KINDS[found.lastgroup], start - opened, found.end())]
        if _LINE.search(spot.passage.before(start, 12)):
            return [spot.other("list-marker", start, found.end() - 1)]
    return _hour(spot, start) or _postcode(spot, start)


_DOTTED: Final = lazy(r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|\.\d)")
_AT: Final = lazy(r"(?:\b(?:at|from|until|till|to)\s|[–-]\s?)\Z")
_DAY: Final = lazy(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:morning|evening|afternoon|noon|doors)\b"
)


def _hour(spot: Spot, start: int) -> list[Quantity]:
    """A time of day with a point, in a text that names the day: "Wednesday at 12.30"."""
    found = _DOTTED.match(spot.low, start)
    if found is None or not _AT.search(spot.passage.before(start, 8)):
        return []
    if not _DAY.search(spot.low, max(0, start - _NEAR), found.end() + _NEAR):
        return []
    return [spot.other("time-of-day", start, found.end())]


_TOLD_RATIO: Final = lazy(
    r"(?:one|two|three|four|[1-4])(?:(?: to |-to-)(?:one|two|three|four|[1-4])\b(?![%.,]?\d)){1,3}"
)
_ALLOCATED: Final = lazy(
    r"\b(?:allo(?:tt|cat)\w*|randomi[sz]\w*|assign\w*|split|divided|ratio of)\b[^.;,\d]{0,25}\Z"
)
"""Before a ratio in words: into groups of which one is so many times as large ("two to one")."""


def addresses(spot: Spot) -> list[Quantity]:
    """A house number before a street that ends in a noun ("123 Main Street Clinic")."""
    following = spot.text(spot.number.end, spot.number.end + 2)
    return notations(spot) if following[1:].isupper() else []


def _postcode(spot: Spot, start: int) -> list[Quantity]:
    """Five digits after the letters of a state."""
    if spot.number.value.value < 501 or spot.family is not None:
        return []
    found = _ZIP.match(spot.low, start)
    if found and _STATE.search(spot.passage.text, max(0, start - 4), start):
        return [spot.other("address", start, found.end())]
    return []


def called(spot: Spot) -> list[Quantity]:
    """Short telephone numbers: "call 988"."""
    found = _CALLED.match(spot.low, spot.number.start)
    if found is None or spot.family is not None:
        return []
    if known := notations(spot):
        return known
    return [spot.other("phone", spot.number.start, found.end())]


def spreads(spot: Spot) -> list[Quantity]:
    """Standard deviations and errors, with their unit: "SD 7.1", "± 0.4 points"."""
    before = spot.passage.before(spot.number.start, 8).rstrip(" =,:")
    if before[-1:] in _SPREAD_ENDS and _SPREAD.search(before):
        return [spot.other("statistic", spot.number.start, spot.sequence.end)]
    return []


_GROUPS: Final = frozenset({"arm", "group", "cohort", "dose"})
"""What is numbered in whole numbers; a decimal after it is a figure: "the placebo arm 4.8"."""
_PEOPLE: Final = frozenset({"arm", "group", "cohort", "study", "trial", "experiment"})
_MANY: Final = 3
"""How high such things are numbered: "in the trial 36 of 40 people …" is a share."""
_OUT_OF = lazy(
    r"\s+(?:in|(?:out\s+)?of)\s+(?:(?:every|the|these|those|its)\s+)?"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|\w*te+n\b|eleven|twelve|\w+ty\b)"
)
"""After "the cohort one": a share of it, not its number."""


def labels(spot: Spot) -> list[Quantity]:
    """Numbers of figures, sections, versions, sessions: "Table 2", "Section 505", "session 3"."""
    word, link = spot.cue.word, spot.cue.link
    if word not in LABELS or link not in ("", "-", "–"):
        return []
    if word in _GROUPS and spot.number.value.decimals:
        return []
    if spot.family not in (None, "noun") or spot.number.form not in ("digits", "words"):
        return []
    if spot.family == "noun" and spot.number.value.value > 6:
        return []
    spoken = spot.number.form == "words" or (word in _PEOPLE and spot.number.value.value > _MANY)
    if spoken and _OUT_OF.match(spot.low, spot.number.end):
        return []
    if known := names(spot) or notations(spot):
        return known
    end = spot.sequence.members[-1].end if spot.family is None else spot.number.end
    return [spot.other("label", spot.number.start, end)]


def leftovers(spot: Spot) -> list[Quantity]:
    """Weights, lengths, temperatures, multiples, ordinals, decades, scales and ratios."""
    start, end = spot.number.start, spot.number.end
    told = _TOLD_RATIO.match(spot.low, start)
    if told and _ALLOCATED.search(spot.low, max(0, start - 40), start):
        return [spot.other("ratio", start, told.end())]
    last = spot.sequence.members[-1].end if spot.family is None else end
    found = _ENDING.match(spot.low, last)
    if found is not None and found.lastgroup:
        return [spot.other(_ENDINGS[found.lastgroup], start, found.end())]
    return _ratio(spot, start)


def _ratio(spot: Spot, start: int) -> list[Quantity]:
    """Odds and allocations ("2:1", "1:1:2") and pairs that are no fraction ("3/2")."""
    at, steps = spot.index, 0
    while steps < 4 and spot.passage.join(at + steps) in (Join.COLON, Join.SLASH):
        if steps and spot.low[spot.passage.numerals[at + steps].end + 1].isspace():
            break  # "2:1:1: 296 people" begins a list
        steps += 1
    if not steps or plain_integer(spot.number) is None:
        return []
    return [spot.other("ratio", start, spot.passage.numerals[at + steps].end)]
