"""Which arm of a trial a sentence means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as Collection
from decimal import Decimal
from functools import lru_cache

from claimcheck.model.quantity import Dose
from claimcheck.model.trials import Arm, Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.reading import Placed
from claimcheck.statements.trials.alignment import Reading as Alignment
from claimcheck.statements.trials.alignment import Tag, follows, leads, merged
from claimcheck.statements.trials.line import Line

ArmTag = Tag[frozenset[str]]
_CONTROL = lazy(
    r"\b(?:(?:active |inactive |inert )?placebos?|controls?|comparators?|"
    r"(?<!\bphase \d )(?<!\bphase \d\w )(?<!blinded )(?<!blind )(?<!label )(?<!this )comparison|"
    r"dummy(?: (?:pills?|drug|capsules?|treatment|brew|spray|infusion))?|sham)\b"
    r"(?:[- ](?:group|arm|condition|participants|patients))?|\bwithout (?:it|the drug)\b"
)
_WAITING = lazy(
    r"\b(?:wait(?:ed|ing)?[- ]?list(?:ed)?|delayed|deferred|those (?:who were )?waiting)\b"
    r"(?:[- ](?:treatment|group|arm))*"
)
_TREATED = lazy(
    r"\b(?:(?:active|treatment|treated|intervention|drug|experimental|immediate|medicated)"
    r"(?:[- ]treatment)? (?:group|arm|participants|patients)|immediate treatment|"
    r"(?:on|with) the (?:drug|spray|medicine))\b"
)
_HIGH = lazy(r"\b(?:high(?:er|est)?|top|full|largest?|strongest)[- ]doses?\b")
_LOW = lazy(r"\b(?:low(?:er|est)?|small(?:er|est)?|weakest|minimal)[- ]doses?\b")
_MIDDLE = lazy(r"\b(?:medium|middle|intermediate|mid)[- ]doses?\b")
_BESIDE = lazy(r"\b(?:together|along|combined|coupled) with (?:an? |the )?\Z")
"""Before what a group had beside its drug."""
_OTHER = lazy(r"\bthe others?(?: (?:arm|group|dose|half))?(?=\s*(?:[.,;)]|\Z))")
_OF = lazy(r"\s*(?:doses?\s)?(?:of\s)?(?:oral\s|the\s)?\(?")
_AGAINST = lazy(
    r"\b(?:against|versus|vs?\.?|compared (?:with|to)|than|over|relative to|from|as with|unlike|"
    r"in contrast to|(?:twice|as) (?:many|much|high|likely) as)\s+"
    r"(?:an?\s|the\s|those\s|people\s|patients\s|participants\s)?(?:who\s)?"
    r"(?:on\s|in\s|with\s|given\s|taking\s|receiving\s|getting\s|got\s|had\s|received\s|"
    r"assigned\sto\s|treated\swith\s)?(?:the\s)?\Z"
)


_COMPOUND = lazy(r"[- ](?:adjusted|controlled|corrected|subtracted)\b")
"""What makes of a group's name a word about something else: "placebo-adjusted"."""
_COMPARED = lazy(r"\b(?:against|versus|vs?\.?|compared (?:with|to))\s(?:only |just |by )*\Z")
_LATER = lazy(
    r"\b(?:cross-?over|crossed over|cross over|switch(?:ed|ing)?|rolled over|moved on) "
    r"(?:\w+ )?(?:to|into)\s(?:an?\s|the\s|open[- ]label\s)*\Z"
)
"""What leads to a dose that the people of another arm got later."""


_FORMS = (
    r"(?P<form>spray|tablets?|capsules?|pills?|infusions?|patch(?:es)?|drip|film|injections?)\b"
)
_FORMED = lazy(rf"[\s-](?:nasal )?{_FORMS}")
_THE_FORM = lazy(rf"\bthe {_FORMS}")


_BARE_DOSE = lazy(r"(?<=[\d%]) \((?P<amount>\d+(?:\.\d+)?)\)")


def arm_tags(line: Line, trial: Trial) -> list[ArmTag]:
    """Every mention of an arm of this trial, by place; the narrowest of overlapping ones."""
    return line.remembered(("arms", trial.id), lambda: _with_the_other(line, trial))


def _with_the_other(line: Line, trial: Trial) -> list[ArmTag]:
    """The mentions, and after the first of them "the other", where there are two arms."""
    kept = _narrowed(_every(line, trial), line.low)
    kept = sorted((*kept, *_by_form(line, kept)), key=lambda t: t.start)
    if len(trial.arms) != 2 or not kept:
        return kept
    for found in line.says(_OTHER):
        before = [t for t in kept if t.end <= found.start()]
        apart = not any(t.start < found.end() and found.start() < t.end for t in kept)
        if before and apart and len(before[-1].key) == 1:
            kept.append(Tag(found.start(), found.end(), complement(before[-1].key, trial)))
    return sorted(kept, key=lambda t: t.start)


def _by_form(line: Line, kept: Sequence[ArmTag]) -> Iterator[ArmTag]:
    """Where "the spray" takes up what the sentence gave a form: "the drug as a spray against …"."""
    forms: dict[str, frozenset[str]] = {}
    for tag in kept:
        if formed := _FORMED.match(line.low, tag.end):
            key = formed["form"].rstrip("s")
            forms[key] = tag.key if forms.get(key, tag.key) == tag.key else frozenset()
    for found in line.says(_THE_FORM) if forms else ():
        arms = forms.get(found["form"].rstrip("s"))
        if arms and not any(t.start < found.end() and found.start() < t.end for t in kept):
            yield Tag(found.start(), found.end(), arms)


def _narrowed(found: Iterator[ArmTag], low: str) -> list[ArmTag]:
    kept: list[ArmTag] = []
    for tag in sorted(found, key=lambda t: (t.start, -t.end)):
        last = kept[-1] if kept else None
        if last is None or (tag.start >= last.end and not _as_one(last, tag, low)):
            kept.append(tag)
        elif shared := last.key & tag.key:
            kept[-1] = Tag(last.start, max(last.end, tag.end), shared)
    return kept


def _as_one(one: ArmTag, other: ArmTag, low: str) -> bool:
    """Whether a dose and its drug name one arm together: "100 micrograms of the drug"."""
    return bool(one.key & other.key) and _OF.fullmatch(low, one.end, other.start) is not None


def _every(line: Line, trial: Trial) -> Iterator[ArmTag]:
    for found in _all(line, trial):
        if line.holds(found) and found.key and not _COMPOUND.match(line.low, found.end):
            yield found


def _all(line: Line, trial: Trial) -> Iterator[ArmTag]:
    for dose in line.of(Dose):
        if _LATER.search(line.low[max(0, dose.start - 40) : dose.start]):
            continue
        yield Tag(dose.start, dose.end, frozenset(a.id for a in trial.arms if _same_dose(dose, a)))
    for arm in trial.arms:
        names = line.records.remembered(("arm", trial.id, arm.id), lambda: _names(arm))  # noqa: B023
        for start, end in _named(line.flat, names):
            yield Tag(start, end, frozenset({arm.id}))
    yield from _by_bare_dose(line, trial)
    yield from _by_compound(line, trial)
    yield from _by_role(line, trial)
    yield from _by_size_of_dose(line, trial)


def _by_bare_dose(line: Line, trial: Trial) -> Iterator[ArmTag]:
    """A dose that leaves out its unit, in brackets after a figure: "65 % (100 mg), 62 % (200)"."""
    if not line.of(Dose):
        return
    for found in _BARE_DOSE.finditer(line.low):
        amount = Decimal(found["amount"])
        arms = [
            a for a in trial.arms if any(d.value.value == amount for d in doses_of(a.dose or ""))
        ]
        if len(arms) == 1:
            yield Tag(*found.span("amount"), frozenset({arms[0].id}))


def _by_compound(line: Line, trial: Trial) -> Iterator[ArmTag]:
    related = line.records.compounds.related
    for mention in line.names("compound"):
        given = [
            a for a in trial.arms if a.compound and any(related(a.compound, i) for i in mention.ids)
        ]
        if given and len(given) < len(trial.arms):
            active = [arm for arm in given if arm.role == "active"]
            yield Tag(mention.start, mention.end, frozenset(a.id for a in active or given))


def _by_role(line: Line, trial: Trial) -> Iterator[ArmTag]:
    """The groups named for what they are; "placebo" is no control of "psilocybin and placebo"."""
    controls = frozenset(arm.id for arm in trial.arms if arm.role != "active")
    if not controls or len(controls) == len(trial.arms):
        return
    active = frozenset(arm.id for arm in trial.arms) - controls
    added = " ".join(arm.name for arm in trial.arms if arm.id in active).lower()
    for pattern, arms in ((_CONTROL, controls), (_WAITING, controls), (_TREATED, active)):
        for found in pattern.finditer(line.low):
            if found.group() not in added:
                yield Tag(found.start(), found.end(), arms)
    for mention in line.names("control"):
        beside = _BESIDE.search(line.low[: mention.start])
        if not beside and line.low[mention.start : mention.end] not in added:
            yield Tag(mention.start, mention.end, controls)


def _by_size_of_dose(line: Line, trial: Trial) -> Iterator[ArmTag]:
    """ "The highest dose", "the low-dose group", where the arms differ by their dose."""
    if "dose" not in line.low:
        return
    ranked = sorted(
        (float(d[0].value.value), a.id) for a in trial.arms if (d := doses_of(a.dose or ""))
    )
    if len(ranked) < 2 or ranked[0][0] == ranked[-1][0]:
        return
    for pattern, place in ((_HIGH, -1), (_LOW, 0), (_MIDDLE, len(ranked) // 2)):
        if pattern is _MIDDLE and len(ranked) != 3:
            continue
        for found in pattern.finditer(line.low):
            yield Tag(found.start(), found.end(), frozenset({ranked[place][1]}))


def _named(flat: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where an arm is called by its names, longer ones first, words only as wholes."""
    for name in names:
        at = flat.find(name)
        while at >= 0:
            end = at + len(name)
            before, after = flat[at - 1 : at], flat[end : end + 1]
            if not (before.isalnum() or before == "." or after.isalnum() or after == "%"):
                yield at, end
            at = flat.find(name, end)


def _names(arm: Arm) -> tuple[str, ...]:
    names = {n.lower().replace("-", " ").replace("/", " ") for n in (arm.name, *arm.aliases)}
    return tuple(sorted(names, key=len, reverse=True))


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


def within(tags: list[ArmTag], known: Collection[str | None]) -> list[ArmTag]:
    """The tags, narrowed to arms of which something is recorded, where that leaves any."""
    narrowed = [Tag(t.start, t.end, t.key & frozenset(a for a in known if a)) for t in tags]
    return [tag for tag in narrowed if tag.key] if known - {None, "all"} else tags


def compared_only(tag: ArmTag, figures: Sequence[Placed], low: str) -> bool:
    """Whether an arm is only what another is compared with, without a figure of its own."""
    if not _AGAINST.search(low[max(0, tag.start - 40) : tag.start]):
        return False
    near = [f for f in figures if 0 <= f.start - tag.end < 30]
    return not any(leads(tag, f, low) for f in near)


def in_clause(tags: list[ArmTag], figures: Sequence[Placed], low: str) -> list[ArmTag]:
    """The tags of the clause after a semicolon, where all figures stand in it and one tag does."""
    if not figures or not tags:
        return tags
    begin = low.rfind(";", 0, figures[0].start) + 1
    return [tag for tag in tags if tag.start >= begin] or tags


def complement(arms: frozenset[str], trial: Trial) -> frozenset[str]:
    """The other arms of a trial."""
    return frozenset(arm.id for arm in trial.arms) - arms


def with_other(
    found: Sequence[Alignment[frozenset[str]]],
    tags: Sequence[ArmTag],
    figures: Sequence[Placed],
    trial: Trial,
    low: str,
) -> list[Alignment[frozenset[str]]]:
    """The readings, and before them, where one of two figures has an arm, those in which the
    other figure is of the other arm, which is not in the text."""
    tags = merged(tags, figures)
    if len(tags) != 1 or len(figures) != 2:
        return list(found)
    tag, second = tags[0], figures[1]
    if len(trial.arms) != 2 and not _COMPARED.search(low[: second.start]):
        return list(found)
    ways = [reading for reading in found if reading.count(None) == 1]
    if not any(follows(tag, f, low) or leads(tag, f, low) for f in figures):
        ways.append((tag, None))
        control = all(a.role != "active" for a in trial.arms if a.id in tag.key)
        ways += [(None, tag)] if control or tag.start >= second.end else []
    elif len(trial.arms) != 2:
        ways.append((tag, None))
    other = Tag(-1, -1, complement(tag.key, trial))
    return [*(tuple(other if t is None else t for t in way) for way in ways), *found]


def arm_name(trial: Trial, arm: str | None) -> str:
    """The name of an arm for people; empty for all arms together."""
    return next((a.name for a in trial.arms if a.id == arm), "") if arm else ""
