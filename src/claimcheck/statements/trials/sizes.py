"""How many took part: people, arms, sites, countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count, Fraction, Percent
from claimcheck.model.trials import Sizes, Trial
from claimcheck.quantity.compare import agrees
from claimcheck.statements.reading import Reading, belonging
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import ArmMention, arm_mentions, arm_name
from claimcheck.statements.trials.facts import SILENT, Check, listed, publications

PEOPLE = frozenset({"participant", "man", "woman"})
_PLANNING = re.compile(
    r"\b(?:will|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|intend(?:s|ed)?|expected|expects|to be|"
    r"target(?:s|ed|ing)?|set to|is recruiting|are being recruited|currently|involving)\b"
)
_STAGES = {
    "randomised": re.compile(
        r"\brandom(?:ly assigned|i[sz]ed\b(?!,?\s+(?:controlled|clinical|double|single|placebo|"
        r"trial|study|phase|open|comparative|crossover)))"
    ),
    "completed": re.compile(r"\bcomplet(?:ed|ers?|ing)\b|\bfinished\b"),
    "analysed": re.compile(r"\b(?:analy[sz]ed|evaluated|evaluable)\b"),
    "dosed": re.compile(r"\b(?:dosed|treated|received|were given|got)\b"),
    "screened": re.compile(r"\bscreened\b"),
}
_TAKING_PART = ("enrolled", "randomised", "dosed", "analysed")
_STRICT = {"randomised", "completed", "planned", "screened"}
_TAKERS = re.compile(
    r"\s*(?:after|on|with|later|immediately|got|received|were|was|had|took|in the|to|assigned|"
    r"given)\b"
)
_SUBGROUP = re.compile(
    r"\b(?:women|men|female|male|white|black|asian|hispanic|aged?|years old|withdrew|dropped out|"
    r"died|discontinued|experienced|reported|required|per (?:group|session))\b"
)


@dataclass(frozen=True, slots=True)
class SizeFact:
    """A number of people in a trial, or in one of its arms."""

    count: Count
    stage: str | None
    planning: bool
    reading: Reading
    peers: tuple[Count, ...]
    figure: bool = True

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.count.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.count.end

    @property
    def found(self) -> str:
        """The figure as written, with its stage."""
        return f"{self.count.text}{f' {self.stage}' if self.stage else ''}"

    def check(self, trial: Trial, records: Records) -> Check:
        """Hold the number against the trial's sizes, or those of the arm it belongs to."""
        mentions = arm_mentions(self.reading, trial, records)
        arm = self._arm(mentions) if len(trial.arms) > 1 else None
        totals = self._totals(trial)
        if arm is None:
            groups = _group_sizes(trial, frozenset(a.id for a in trial.arms))
            return self._compare(trial, totals, groups if len(self.peers) > 1 else {})
        groups = _group_sizes(trial, arm.arms)
        return self._compare(trial, groups, totals if len(self.peers) == 1 else {})

    def _arm(self, mentions: tuple[ArmMention, ...]) -> ArmMention | None:
        """The arm this number counts: only where every arm named has a number of its own."""
        if len(self.peers) < 2 and not _counts_an_arm(self.count, self.reading, mentions):
            return None
        return belonging(self.count, self.peers, mentions, self.reading.text)

    def _totals(self, trial: Trial) -> dict[str, int]:
        stages = [self.stage] if self.stage in _STRICT else [*_TAKING_PART]
        if self.planning or self.stage == "planned":
            stages = ["planned", *stages] if self.stage != "planned" else ["planned"]
        found = {f"{n} {s}": n for s in stages if s and (n := getattr(trial.sizes, s)) is not None}
        if self.stage in {None, "enrolled"}:
            found |= {f"{n} (also in circulation)": n for n in trial.sizes.also}
        return found

    def _compare(self, trial: Trial, first: dict[str, int], second: dict[str, int]) -> Check:
        if not first and not second:
            return SILENT
        for words, n in {**first, **second}.items():
            if agrees(self.count, Number.of(n)):
                return Check(True, words, publications(trial))
        if not first:
            return SILENT
        expected = listed([w for w in first if "circulation" not in w] or list(first))
        return Check(False, expected, publications(trial), _elsewhere(self.count, trial.sizes))


def _counts_an_arm(count: Count, reading: Reading, mentions: tuple[ArmMention, ...]) -> bool:
    """Whether an arm follows the number directly ("79 in the 25 mg group")."""
    after = [m for m in mentions if m.start >= count.end]
    if not after:
        return False
    between = reading.low[count.end : after[0].start]
    ends = reading.low[after[0].start : after[0].end + 8]
    return bool(
        re.fullmatch(
            r"[\s,]*(?:were |was )?(?:in|to|on|got|received|assigned to|in the|to the|the|\s)*\s*",
            between,
        )
    ) and ("group" in ends or "arm" in ends)


def _group_sizes(trial: Trial, arms: frozenset[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for arm in trial.arms:
        if arm.id in arms:
            for words in ("n", "dosed", "analysed", "completed"):
                n = getattr(arm, words)
                if n is not None:
                    suffix = "" if words == "n" else f", {words}"
                    found[f"{n} in the {arm.name} arm{suffix}"] = n
    chosen = [a.n for a in trial.arms if a.id in arms]
    if len(chosen) > 1 and all(n is not None for n in chosen):
        total = sum(n for n in chosen if n is not None)
        found[f"{total} in those arms together"] = total
    return found


def _elsewhere(count: Count, sizes: Sizes) -> str:
    for stage in (*_TAKING_PART, "completed", "planned", "screened"):
        n = getattr(sizes, stage)
        if n is not None and agrees(count, Number.of(n)):
            return f"{n} is the number {stage}"
    return ""


def size_facts(reading: Reading) -> Iterator[SizeFact]:
    """The numbers of participants that a sentence states."""
    counts = [c for c in reading.of(Count) if _is_people(c, reading)]
    planning = bool(_PLANNING.search(reading.low))
    for count in counts:
        yield SizeFact(count, _stage(count, reading), planning, reading, tuple(counts))


def _is_people(count: Count, reading: Reading) -> bool:
    """Whether a count is of participants of a trial, by its noun or by what they did."""
    if count.value.value < 2 or count.value.value > 100_000 or count.high is not None:
        return False
    after = reading.low[count.end : count.end + 40]
    if count.noun in PEOPLE:
        return count.noun == "participant" or " and women" in after
    if count.noun is None and count.stage:
        return True
    if count.noun is None and re.match(r"\s*(?:\(|were (?:women|men)|\d)", after):
        return False
    others = [c for c in reading.of(Count) if c.noun in PEOPLE and c.start < count.start]
    return count.noun is None and bool(others) and bool(_TAKERS.match(after))


def _stage(count: Count, reading: Reading) -> str | None:
    if count.stage:
        return count.stage
    around = reading.low[max(0, count.start - 40) : count.end + 40]
    for stage, pattern in _STAGES.items():
        if pattern.search(around):
            return stage
    return None


@dataclass(frozen=True, slots=True)
class PlacesFact:
    """A number of sites, countries, arms or sessions."""

    count: Count
    figure: bool = False

    @property
    def start(self) -> int:
        """Offset in the sentence."""
        return self.count.start

    @property
    def end(self) -> int:
        """Offset in the sentence."""
        return self.count.end

    @property
    def found(self) -> str:
        """The figure as written."""
        return self.count.text

    def check(self, trial: Trial, records: Records) -> Check:  # noqa: ARG002 - as all facts
        """Hold the number against the record."""
        recorded = {
            "site": trial.sites,
            "country": trial.country_count or len(trial.countries) or None,
            "arm": len(trial.arms) or None,
            "session": trial.sessions,
            "dose": trial.sessions,
        }.get(self.count.noun or "")
        if recorded is None:
            return SILENT
        agreed = agrees(self.count, Number.of(recorded))
        noun = {"site": "sites", "country": "countries", "arm": "arms"}.get(
            self.count.noun or "", "dosing sessions"
        )
        return Check(agreed, f"{recorded} {noun}", publications(trial))


def places_facts(reading: Reading) -> Iterator[PlacesFact]:
    """The numbers of sites, countries and arms that a sentence states."""
    for count in reading.of(Count):
        if count.noun in {"site", "country"} or (count.noun == "arm" and count.value.value > 1):
            yield PlacesFact(count)


def demographic(reading: Reading, figure: Percent | Fraction | Count) -> bool:
    """Whether a share is of the kind of people who took part, not of an outcome."""
    around = reading.low[figure.end : figure.end + 30]
    return bool(_SUBGROUP.match(around.lstrip(" ,(").removeprefix("were ")))


def arm_label(trial: Trial, arms: frozenset[str]) -> str:
    """The names of some arms, for people."""
    return listed([arm_name(trial, arm) for arm in sorted(arms)])
