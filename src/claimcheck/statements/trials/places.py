"""Numbers of sites, countries, arms and dosing sessions."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line

_DOSING = lazy(
    r"(?:dosing|drug|medication|experimental|treatment|psychedelic|active) (?:sessions?|days?)|"
    r"(?:doses?|infusions?|administrations?|injections?)\b"
)
_OF_A_DRUG = lazy(r"\s+of\s+(?!\d+ and )")
_SESSION_WITH = lazy(r"\s+(?:of|with|on)\s+(?:the drug\b)?")
_NOT_ALL = lazy(
    r"\b(?:other|additional|further|more|up to|between|first|of the|per|each|every|last|its|"
    r"optional|extra|new)\s+\Z"
)
_OTHERWISE = lazy(
    r"\s+alone\b|\s+(?:had |have |has )?(?:applied|asked|wanted|declined|closed|withdr\w+|"
    r"dropped|refused|signed|"
    r"were (?:closed|excluded|in|from|considered))\b"
)
"""What is said of some sites only."""
_TWO_NUMBERS = lazy(r"\S+ (?:single|an?|one|two|three|four|five|six|\d+) ")
_IN = lazy(r"\s+(?:in|across|throughout)\s+(?:the\s+)?")
_LEVELS = lazy(
    r"[^;.(]{0,40}\(\s*(?:[\d.]+\s?(?:mg|µg|μg|mcg)?(?:/kg)?,?\s+){1,5}(?:or|and)\s+[\d.]+"
)
"""After "four doses": the sizes of which everyone got one."""
_PREPARING = lazy(
    r"\b(?:prepar\w+|integrat\w+|therapy|psychotherapy|talk|non-drug|counsel\w+|support)\b"
)


def place_facts(line: Line) -> Iterator[Single]:
    """The numbers of sites, countries, arms and dosing sessions that a sentence states."""
    for count in line.of(Count):
        noun = count.noun or ""
        if _NOT_ALL.search(line.low[max(0, count.start - 14) : count.start]) or count.high:
            continue
        if _OTHERWISE.match(line.low, count.end):
            continue
        if noun in {"site", "country"} or (noun == "arm" and count.value.value > 1):
            there = _IN.match(line.low, count.end)
            lands = line.names("jurisdiction")
            local = there and len(lands) == 1 and lands[0].start == there.end()
            yield feature(count.start, count.end, count.text, _place(count, noun, bool(local)))
        elif noun in {"session", "dose", "infusion"} and _is_dosing(line, count):
            yield feature(count.start, count.end, count.text, _sessions(count))


def _is_dosing(line: Line, count: Count) -> bool:
    """Whether sessions are those in which the drug is given."""
    if _TWO_NUMBERS.match(count.text.lower()):
        return False
    if count.noun == "dose" and _LEVELS.match(line.low, count.end):
        return False
    if _PREPARING.search(line.low[count.start : count.end + 40]) or _is_total(line, count):
        return False
    if _DOSING.search(count.text.lower()):
        return count.noun != "dose" or _OF_A_DRUG.match(line.low, count.end) is not None
    after = _SESSION_WITH.match(line.low, count.end)
    drug = next((m for m in line.names("compound") if m.start >= count.end), None)
    return after is not None and (
        bool(after.group().strip().endswith("drug"))
        or (drug is not None and drug.start <= after.end() + 4)
    )


def _is_total(line: Line, count: Count) -> bool:
    """Whether sessions are those of all people together: "nine people received 29 doses"."""
    people = (c for c in line.of(Count) if c.noun == "participant" and c.start < count.start)
    return any(c.value.value < count.value.value for c in people)


def _place(count: Count, noun: str, local: bool) -> Recorded:
    """Hold a number against the record; sites in one country may be some of those of a trial."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if local and noun == "site" and len(trial.countries) != 1:
            return None
        known = {
            "site": trial.sites,
            "country": trial.country_count or len(trial.countries) or None,
            "arm": _arms(trial),
        }[noun]
        if known is None:
            return None
        plural = {"site": "sites", "country": "countries", "arm": "arms"}[noun]
        return bool(agrees(count, Number.of(known))), f"{known} {plural}"

    return recorded


def _arms(trial: Trial) -> int | None:
    """How many arms a trial has, where those recorded are surely all and do not overlap."""
    sizes = [arm.n for arm in trial.arms if arm.n is not None]
    everyone = {trial.sizes.randomised, trial.sizes.enrolled, trial.sizes.dosed}
    return len(sizes) if len(sizes) == len(trial.arms) and sum(sizes) in everyone else None


def _sessions(count: Count) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.sessions is None:
            return None
        agreed = bool(agrees(count, Number.of(trial.sessions)))
        if not agreed and (trial.design.crossover or count.bound != "exact"):
            return None
        return agreed, f"{trial.sessions} dosing sessions"

    return recorded
