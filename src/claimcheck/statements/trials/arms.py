"""Which arm of a trial a sentence means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claimcheck.model.quantity import Dose
from claimcheck.model.trials import Arm, Trial
from claimcheck.quantity import read
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records

_CONTROL = re.compile(
    r"\b(?:(?:active |inactive |inert )?placebos?|controls?|comparators?|comparison)\b"
    r"(?:[- ](?:group|arm|condition|participants|patients))?"
)
_WAITING = re.compile(
    r"\b(?:wait(?:ing)?[- ]?list|delayed|deferred)\b(?:[- ](?:treatment|group|arm))*"
)


@dataclass(frozen=True, slots=True)
class ArmMention:
    """A stretch of a sentence that means one or more arms of a trial."""

    start: int
    end: int
    arms: frozenset[str]


def arm_mentions(reading: Reading, trial: Trial, records: Records) -> tuple[ArmMention, ...]:
    """Every mention of an arm of this trial, by place; the longest of overlapping ones."""
    found = sorted(_every(reading, trial, records), key=lambda m: (m.start, -m.end))
    kept: list[ArmMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end:
            if not kept[-1].arms & mention.arms:
                continue
            narrowed = kept[-1].arms & mention.arms
            last = kept.pop()
            mention = ArmMention(last.start, max(last.end, mention.end), narrowed)  # noqa: PLW2901
        kept.append(mention)
    return tuple(kept)


def _every(reading: Reading, trial: Trial, records: Records) -> Iterator[ArmMention]:
    for dose in reading.of(Dose):
        arms = frozenset(arm.id for arm in trial.arms if _same_dose(dose, arm))
        if arms:
            yield ArmMention(dose.start, dose.end, arms)
    for arm in trial.arms:
        for found in _alias_pattern(arm).finditer(reading.low):
            yield ArmMention(found.start(), found.end(), frozenset({arm.id}))
    yield from _by_compound(reading, trial, records)
    controls = frozenset(arm.id for arm in trial.arms if arm.role != "active")
    if controls:
        for pattern in (_CONTROL, _WAITING):
            for found in pattern.finditer(reading.low):
                yield ArmMention(found.start(), found.end(), controls)


def _by_compound(reading: Reading, trial: Trial, records: Records) -> Iterator[ArmMention]:
    for mention in reading.scope.own.of("compound"):
        given = [
            arm
            for arm in trial.arms
            if arm.compound and any(records.compounds.related(arm.compound, i) for i in mention.ids)
        ]
        if not given or len(given) == len(trial.arms):
            continue
        active = [arm for arm in given if arm.role == "active"]
        yield ArmMention(mention.start, mention.end, frozenset(a.id for a in active or given))


@lru_cache(maxsize=2048)
def _alias_pattern(arm: Arm) -> re.Pattern[str]:
    names = sorted({arm.name.lower(), *(a.lower() for a in arm.aliases)}, key=len, reverse=True)
    words = "|".join(
        re.escape(name).replace(r"\ ", r"[\s-]+").replace(r"\-", r"[\s-]") for name in names
    )
    return re.compile(rf"(?<![\w.])(?:{words})(?![\w%])")


def _same_dose(dose: Dose, arm: Arm) -> bool:
    if dose.high is not None or arm.dose is None:
        return False
    return any(
        d.value.value == dose.value.value
        and d.unit == dose.unit
        and (d.per == dose.per or dose.per is None)
        for d in doses_of(arm.dose)
    )


@lru_cache(maxsize=2048)
def doses_of(text: str) -> tuple[Dose, ...]:
    """The doses in the text of a record."""
    return tuple(q for q in read(text) if isinstance(q, Dose))


def arm_name(trial: Trial, arm: str | None) -> str:
    """The name of an arm for people; empty for all arms together."""
    return next((a.name for a in trial.arms if a.id == arm), "") if arm else ""
