"""Counts, votes and phases."""

from __future__ import annotations

from typing import Final, Literal

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Bound, Count, Phase, Quantity, Stage, Vote
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Join
from claimcheck.quantity.shares import spread
from claimcheck.quantity.spot import Spot, unsigned
from claimcheck.quantity.words import STAGES

_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_PHASE: Final = lazy(
    r"phases?[\s\u00ad-]{0,2}((?:i{1,3}|iv|[1-4]|one|two|three|four)(?:[abc]\b)?)"
    r"(?:\s?([/–-]|and|or|to)\s?((?:i{1,3}|iv|[1-4])(?:[abc]\b)?))?(?![\w.]\w|%)"
)
_PHASE_WORDS: Final = {"one": "1", "two": "2", "three": "3", "four": "4"}

_STAGE: Final = lazy(r"\s+(?:(?:were|was|have been|had been|who were|who)\s+)?([a-z]+)\b")
_SAMPLE: Final = frozenset({"n", "sample", "total", "cohort", "enrolment", "enrollment", "size"})
_SAMPLE_N: Final = lazy(r"(?<![\w-])ns?\s*[=:]\s*\Z")
_VOTING: Final = lazy(r"\bvot(?:e|es|ed|ing)\b")
_STOP: Final = lazy(r"[.!?]\s|\n")
_SIDE: Final = lazy(
    r"\s*(?:votes?\s|vote\s|members?\s|panell?ists\s|advis[eo]rs\s)?(?:were\s|was\s|voted\s|said\s)?"
    r"(?:that\s)?(yes|no\b|nay|for\b|in favou?r|against|not\b)"
)
_AGAINST: Final = frozenset({"no", "nay", "against", "not"})
_BETWEEN_VOTES: Final = lazy(r"\s*[,;(]?\s*(?:and|to|with|while|but|versus|vs\.?)?\s*\Z")
_VOTES_TO: Final = lazy(r"\s+votes?\s+(?:to|against)\s+")
_LARGEST_VOTE: Final = 60
_BY: Final = lazy(r"\bby \Z")
_REACH: Final = 80
_REACH_BY: Final = 240
"""Characters back to the vote; "by ten to one" may be told of a second question."""

Side = Literal["for", "against"]


def phases(low: str, text: str) -> list[Phase]:
    """Every phase named in the text: "phase 2b", "Phase III", "phases 2 and 3", "Phase I/II"."""
    found: list[Phase] = []
    for match in _PHASE.finditer(low):
        if low[match.start() - 1 : match.start()].isalpha():
            continue
        first, sign, second = match.groups()
        if second and sign in ("and", "or", "to"):
            found.append(_phase(text, match.start(), match.end(1), _arabic(first)))
            found.append(_phase(text, match.start(3), match.end(3), _arabic(second)))
        else:
            value = f"{_arabic(first)}/{_arabic(second)}" if second else _arabic(first)
            found.append(_phase(text, match.start(), match.end(), value))
    return found


def _phase(text: str, start: int, end: int, value: str) -> Phase:
    return Phase(text=text[start:end], start=start, end=end, value=value)


def _arabic(word: str) -> str:
    """A phase in Arabic figures: "IIb" → "2b"."""
    if word in _PHASE_WORDS:
        return _PHASE_WORDS[word]
    letter = word[-1] if word[-1] in "abc" else ""
    number = word.removesuffix(letter)
    return _ROMAN.get(number, number) + letter


def votes(spot: Spot) -> list[Quantity]:
    """Votes: "9–2", "10 to 1", "voted 9 to 2 against", "two in favour and nine against"."""
    second = spot.next()
    if second is None or not (_is_vote(spot.number) and _is_vote(second)):
        return []
    return _named(spot, second) or _paired(spot, second) or _spelled(spot, second)


def _is_vote(number: Numeral) -> bool:
    value = number.value.value
    integral = value == value.to_integral_value()
    return number.form in ("digits", "words") and integral and 0 <= value <= _LARGEST_VOTE


def _paired(spot: Spot, second: Numeral) -> list[Quantity]:
    join = spot.passage.join(spot.index)
    if join not in (Join.RANGE, Join.COLON, Join.AND) or spot.family == "time":
        return []
    if join is Join.AND and "against" not in spot.low[spot.number.end : second.start]:
        return []
    descends = spot.number.value.value > second.value.value
    dashed = join is Join.RANGE and "to" not in spot.low[spot.number.end : second.start]
    if not _is_voted(spot, second) and not (dashed and descends and _stands_alone(spot, second)):
        return []
    side = _SIDE.match(spot.low, second.end)
    return [_vote(spot, spot.number.start, second.end, second, _side(side[1]) if side else None)]


def _spelled(spot: Spot, second: Numeral) -> list[Quantity]:
    """Votes with the word between the numbers: "9 votes to 2"."""
    if not _VOTES_TO.fullmatch(spot.low, spot.number.end, second.start):
        return []
    return [_vote(spot, spot.number.start, second.end, second, None)]


def _is_voted(spot: Spot, second: Numeral) -> bool:
    """Whether the sentence speaks of a vote."""
    reach = _REACH_BY if _BY.search(spot.passage.before(spot.number.start, 8)) else _REACH
    before = _STOP.split(spot.passage.before(spot.number.start, reach))[-1]
    after = _STOP.split(spot.low[second.end : second.end + 60], maxsplit=1)[0]
    return bool(_VOTING.search(before) or _VOTING.search(after))


def _stands_alone(spot: Spot, second: Numeral) -> bool:
    """Whether no unit, sign or further dash makes something else of two dashed numbers."""
    before = spot.low[spot.number.start - 1 : spot.number.start]
    after = spot.low[second.end : second.end + 1]
    return (
        spot.family is None
        and before in ("", " ", "(", "\u00a0")
        and after not in ("-", "–", "/", "%")
    )


def _named(spot: Spot, second: Numeral) -> list[Quantity]:
    """Two numbers, each with its side."""
    one = _SIDE.match(spot.low, spot.number.end, second.start)
    two = _SIDE.match(spot.low, second.end)
    if one is None or two is None or not _BETWEEN_VOTES.match(spot.low, one.end(), second.start):
        return []
    if _side(one[1]) == _side(two[1]):
        return []
    return [_vote(spot, spot.number.start, two.end(), second, _side(one[1]))]


def _side(word: str) -> Side:
    return "against" if word in _AGAINST else "for"


def _vote(spot: Spot, start: int, end: int, second: Numeral, side: Side | None) -> Vote:
    text, first = spot.text(start, end), spot.number.value
    return Vote(text=text, start=start, end=end, first=first, second=second.value, side=side)


def counts(spot: Spot) -> list[Quantity]:
    """Counts: "27 participants", "n = 24", "22 sites", "233 randomised", "a sample of 233"."""
    number = spot.number
    if number.form not in ("digits", "words"):
        return []
    if _is_sample(spot):
        return [_count(spot, number.value, None, spot.cue.start, number.end, "participant")]
    if spot.family != "noun" or spot.sequence.unit is None:
        return _bare(spot)
    noun = spot.sequence.unit.name
    return [_count(spot, value, high, start, end, noun) for value, high, start, end in spread(spot)]


def _is_sample(spot: Spot) -> bool:
    """Whether a sample is given: "n = 24", "a sample of 233"; not "n of 1"."""
    if spot.family is not None or spot.number.value.decimals:
        return False
    if spot.cue.word in ("n", "ns"):
        return _SAMPLE_N.search(spot.passage.before(spot.number.start, 8)) is not None
    return spot.cue.word in _SAMPLE and spot.cue.link in ("of", "was", "=", ":", "wasof")


def _bare(spot: Spot) -> list[Quantity]:
    """A number of nothing named; "one" alone is a pronoun."""
    number = spot.number
    stage = _stage(spot, number.end)
    if number.value.literal.lower() in ("one", "zero"):
        return []
    if spot.sequence.kind == "range":
        low, high = spot.sequence.members
        return [_count(spot, low.value, high.value, number.start, high.end, None)]
    return [
        _count(spot, number.value, None, number.start, number.end, "participant" if stage else None)
    ]


def _stage(spot: Spot, end: int) -> Stage | None:
    found = _STAGE.match(spot.low, end)
    return STAGES.get(found[1]) if found else None


def _verb(spot: Spot, noun: str | None) -> Stage | None:
    """The step named by the verb before: "randomised 104 adults"."""
    if noun != "participant" or spot.cue.word not in STAGES:
        return None
    return STAGES[spot.cue.word] if spot.cue.link.isalpha() or not spot.cue.link else None


def _count(
    spot: Spot, value: Number, high: Number | None, start: int, end: int, noun: str | None
) -> Count:
    bound: Bound = spot.bound(start, end)
    if bound == "exact" and value is spot.number.value:
        bound = spot.passage.bound_after(spot.number.end)
    return Count(
        text=spot.text(start, end),
        start=start,
        end=end,
        bound=bound,
        value=unsigned(spot.number) if value is spot.number.value else value,
        high=high,
        noun=noun,
        stage=_stage(spot, end) or _verb(spot, noun),
    )
