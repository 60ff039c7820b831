"""What stands to the right of a number: its unit or noun, shared along ranges and lists."""

from __future__ import annotations

import re
from typing import Final, Literal

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.quantity.numerals import Numeral
from claimcheck.quantity.passage import Family, Join, Passage, Unit
from claimcheck.quantity.words import DOSE_UNITS, TIME_UNITS

Kind = Literal["single", "range", "list"]
LONGEST_LIST: Final = 8

_STEP: Final = 5
"""How many times the lower the upper end of a range may be that is written half in words."""
_UNIT: Final = lazy(r"\s?[-‐‑–]?\s?(%|[a-zµμ]+)")
_WHOLE: Final = lazy(r"\s(?:full|whole|long|solid|consecutive)(?=\s)")
"""What may stand between a number and a unit of time: "a full year"."""
_MOMENT: Final = lazy(r"\b(?:hour|day|week|month|year|phase|visit|session|table|figure)\s\Z")
_PERCENT_POINTS: Final = lazy(
    r"\s?[-‐‑–]?\s?(?:percentage[\s-]points?|percent[\s-]points?|%[\s-]points?|ppts?|pp)\b"
)
_PER_CENT: Final = lazy(r"\s?-?\s?(?:%|percent\b|per\s?cent\b|pct\b|pc\b)")
SCALE: Final = (
    r"\s?[-‐‑–]?\s?points?[\s-](?:likert|scale|rating|visual|questionnaire|checklist|system)"
)
"""What makes "10-point" a scale and no difference."""
_SCALE: Final = lazy(SCALE)
_FAMILIES: Final[dict[str, tuple[Family, str]]] = {
    **{word: ("time", unit) for word, unit in TIME_UNITS.items()},
    **{word: ("dose", unit) for word, unit in DOSE_UNITS.items()},
    **dict.fromkeys(("point", "points", "pts", "pt"), ("points", "points")),
    **dict.fromkeys(("%", "percent", "per", "pct", "pc"), ("percent", "%")),
    **dict.fromkeys(("percentage", "pp", "ppt", "ppts"), ("percent-points", "pp")),
}


@dataclass(slots=True)
class Sequence:
    """Numbers that share one unit: a single one, a range, or the members of a list."""

    kind: Kind
    members: list[Numeral]
    last: int
    """Index of the last member among the numbers of the passage."""
    unit: Unit | None

    @property
    def start(self) -> int:
        """Where the first number begins."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Where the last number or its unit ends."""
        return self.unit.end if self.unit else self.members[-1].end


def unit_after(passage: Passage, end: int) -> Unit | None:
    """The unit that follows a number ending at `end`."""
    whole = _WHOLE.match(passage.low, end)
    found = _UNIT.match(passage.low, whole.end() if whole else end)
    known = _FAMILIES.get(found[1]) if found else None
    if found is None or known is None or (whole and known[0] != "time"):
        return None
    family, name = known
    if family in ("percent", "percent-points"):
        return _percentage(passage, end)
    if family == "points" and _SCALE.match(passage.low, end):
        return None
    return Unit(family, name, found.end())


def _percentage(passage: Passage, end: int) -> Unit | None:
    if found := _PERCENT_POINTS.match(passage.low, end):
        return Unit("percent-points", "pp", found.end())
    if found := _PER_CENT.match(passage.low, end):
        return Unit("percent", "%", found.end())
    return None


def sequence(passage: Passage, index: int) -> Sequence:
    """The numbers from `index` on that share the unit or noun after the last of them.

    "37, 19 and 18%", "4–6 weeks", "between 10 and 12 sites", "60% to 70%". Without a shared unit
    the sequence is the first number alone, or a range of plain numbers.
    """
    members, joins = [passage.numerals[index]], list[Join]()
    if _is_moment(passage, members[0]):
        return Sequence("single", members, index, None)
    while (unit := _unit_or_noun(passage, members[-1])) is None:
        join = passage.join(index + len(joins))
        if not _goes_on(joins, join, len(members)) or join is None:
            break
        following = passage.numerals[index + len(joins) + 1]
        if following.form not in ("digits", "words"):
            break
        members.append(following)
        joins.append(_sense(passage, members, join))
    return _closed(passage, index, members, joins, unit)


def _is_moment(passage: Passage, number: Numeral) -> bool:
    """Whether a number without a unit tells which week or day: "week 8, and 17.6%"."""
    if _unit_or_noun(passage, number) is not None:
        return False
    lead = passage.before(number.start, 12)
    return _MOMENT.search(lead) is not None


def _unit_or_noun(passage: Passage, number: Numeral) -> Unit | None:
    end = number.end
    if end in passage.units:
        return passage.units[end]
    found = unit_after(passage, end)
    if found is None and (noun := passage.noun(end)):
        found = Unit("noun", *noun)
    passage.units[end] = found
    return found


def _goes_on(joins: list[Join], join: Join | None, length: int) -> bool:
    """Whether a list or range may go on with `join`: commas first, one "and" or "to" last."""
    if join not in (Join.RANGE, Join.AND, Join.OR, Join.COMMA) or length >= LONGEST_LIST:
        return False
    return all(earlier is Join.COMMA for earlier in joins)


def _sense(passage: Passage, members: list[Numeral], join: Join) -> Join:
    """What a join means by the word before: "between 4 and 6" is a range, "from 4 to 6" is not."""
    lead = passage.before(members[0].start, 24).rstrip()
    if join is Join.AND and lead.endswith("between"):
        return Join.RANGE
    if (
        join is Join.RANGE
        and lead.endswith("from")
        and not re.search(r"\b(?:rang\w+|var\w+|anything|anywhere) from\Z", lead)
    ):
        return Join.AND
    if join is Join.OR and members[1].value.value - members[0].value.value == 1:
        return Join.RANGE
    return join


def _closed(
    passage: Passage, index: int, members: list[Numeral], joins: list[Join], unit: Unit | None
) -> Sequence:
    if len(members) == 1:
        return _repeated(passage, index, members[0], unit)
    if joins[-1] is Join.RANGE and len(joins) == 1 and _ascends(members):
        return Sequence("range", members, index + 1, unit)
    if unit is None or joins[-1] not in (Join.AND, Join.OR):
        return Sequence("single", members[:1], index, None)
    return Sequence("list", members, index + len(joins), unit)


def _ascends(members: list[Numeral]) -> bool:
    """Whether two numbers can be a range; "eight to 200 micrograms" is eight people and a dose."""
    low, high = members[:2]
    if low.form == "words" and high.form == "digits" and high.value.value > _STEP * low.value.value:
        return False
    return abs(members[0].value.value) <= abs(members[1].value.value) or (
        members[0].value.value < members[1].value.value
    )


def _repeated(passage: Passage, index: int, first: Numeral, unit: Unit | None) -> Sequence:
    """A single number, or a range that writes its unit twice ("60% to 70%")."""
    join = passage.join(index, unit.end) if unit and unit.family != "noun" else None
    if unit and join in (Join.RANGE, Join.AND):
        second = passage.numerals[index + 1]
        again = unit_after(passage, second.end)
        members = [first, second]
        same = again is not None and again.name == unit.name and _ascends(members)
        if same and _sense(passage, members, join) is Join.RANGE:
            return Sequence("range", members, index + 1, again)
    return Sequence("single", [first], index, unit)


def shared(passage: Passage, index: int, *, plural: bool) -> Sequence:
    """The numbers from `index` on that share the cue before the first ("weeks 1 and 4").

    Only a plural cue leads a list with commas; a number with a unit of its own is no member.
    """
    members, joins = [passage.numerals[index]], list[Join]()
    while _goes_on(joins, join := passage.join(index + len(joins)), len(members)):
        following = passage.numerals[index + len(joins) + 1]
        if join is None or following.form not in ("digits", "words"):
            break
        if (join is Join.COMMA and not plural) or _has_own_unit(passage, following):
            break
        members.append(following)
        joins.append(_sense(passage, members, join))
    while joins and joins[-1] is Join.COMMA:
        joins.pop()
        members.pop()
    kind: Kind = "single" if len(members) == 1 else "list"
    if joins == [Join.RANGE] and _ascends(members):
        kind = "range"
    return Sequence(kind, members, index + len(joins), None)


def _has_own_unit(passage: Passage, number: Numeral) -> bool:
    unit = _unit_or_noun(passage, number)
    return unit is not None and unit.name not in ("trial", "study")
