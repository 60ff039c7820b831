"""Numbers of sites, countries and arms."""

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

_NOT_ALL = lazy(
    r"\b(?:other|additional|further|more|up to|between|first|of the|per|each|every|last|of its|"
    r"optional|extra|new)\s+\Z"
)
_OTHERWISE = lazy(
    r"\s+alone\b|\s+(?:had |have |has )?(?:applied|asked|wanted|declined|closed|withdr\w+|"
    r"dropped|refused|signed|"
    r"were (?:closed|excluded|in|from|considered))\b"
)
"""What is said of some sites only."""
_IN = lazy(r"\s+(?:in|across|throughout)\s+(?:the\s+)?")


def place_facts(line: Line) -> Iterator[Single]:
    """The numbers of sites, countries and arms that a sentence states."""
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
