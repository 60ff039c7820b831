"""What a trial gave, in which dose, and against what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.quantity import Dose
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import arm_tags, doses_of
from claimcheck.statements.trials.design import Recorded, control_names, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line, overlap

_AGAINST = lazy(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|comparing|compares?|over|than|and|or|given|"
    r"handed|swallowed|drank|offered|administered|assigned|allotted|injected with|infused with|"
    r"(?:were|was|stayed|patients|people|participants|those|half|rest|others|group|arm) on|"
    r"with|to|received|got|getting|receiving|took|"
    r"head[- ]to[- ]head with|the (?:other|others|rest)(?: half| group| arm)?(?: got| received|"
    r" took| had| were given)?)\s+"
    r"(?:(?:an?|the|either|inactive|inert|active|daily|oral|intravenous|single|two|doses?|of|"
    r"just|only|"
    r"low-dose|high-dose|dummy|matching|(?:\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety)(?:-\w+)?|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d.,]*|mg|µg|"
    r"micrograms?|milligrams?|mg/kg|ml|"
    r"the drug)\s+){0,6}\Z"
)
_COMPARING = lazy(
    r"\b(?:against|versus|vs\.?|compar\w+|head[- ]to[- ]head|the other|the rest|"
    r"control(?:s| group| arm| condition)?|"
    r"comparator|placebo|randomi[sz]\w+|assigned|either|pitted|better|worse|gave|given|got|dummy|"
    r"sham|handed|swallowed|drank|"
    r"received)\b"
)
_AS_CONTROL = lazy(
    r"\A[^;,]{0,25}\b(?:as (?:the |an? |its |their )?(?:active )?(?:control|comparator|comparison|"
    r"placebo)|"
    r"was (?:the|used as) (?:the |a )?(?:active )?(?:control|comparator|comparison|placebo))"
)
_CONTROL_WAS = lazy(
    r"\b(?:controls?|comparators?|comparison|placebo|dummy|sham|the (?:other|second) (?:arm|half|"
    r"group|side)|"
    r"the (?:rest|others))(?: (?:group|arm|condition|pill|capsule|drug|substance|treatment|"
    r"medicine|"
    r"infusion|injection|participants|patients|people|subjects))?(?: (?:in|of|for) [^,;]{2,70}?)?"
    r" (?:was|were|got|received|took|had|swallowed|drank|inhaled|contained|held|consisted of|"
    r"was given|were given)\s+(?:given |an? |the )?(?:(?!not\b|no\b|never\b)[\w%.-]+ ){0,3}\Z"
)
_EACH_OTHER = lazy(r"\bhead[- ]to[- ]head\b|\b(?:against|with|to) (?:each other|one another)\b")
_SET_AGAINST = lazy(
    r"\b(?:against|versus|vs\.?|compar\w+ (?:with|to)|than|or|and the (?:rest|others?|other half) "
    r"(?:got|received|had|were given)|head[- ]to[- ]head with|alongside)\s+"
    r"(?:(?:an?|the|either|course|of|standard|active)\s+){0,3}\Z"
)
"""What leads to a therapy that is compared with: "with" alone may mean both together."""
_GIVES = lazy(
    r"\b(?:test(?:ed|s|ing)?|gave|gives?|giving|given|stud(?:ied|ies|ying)|evaluat(?:ed|es|ing)|"
    r"assess(?:ed|es|ing)|investigat(?:ed|es|ing)|examin(?:ed|es|ing)|trial of|study of|pilot of|"
    r"doses? of|treated (?:\w+ ){0,4}with|administered|explored|explores)\s+"
    r"(?:(?:an?|the|one|two|three|single|oral|intravenous|repeated|low-dose|high-dose|doses?|of|"
    r"whether|\d[\d.,]*|mg|µg|micrograms?|people|patients|participants|adults|veterans|"
    r"synthetic)\s+){0,6}\Z"
)
_OR = lazy(
    r"\s+(?:or|versus|vs\.?|and|against)\s+(?:an?\s|the\s|just\s)?(?:\d+\s?m?c?g\s)?(?:of\s)?"
)
_MODERN = lazy(
    r"\b(?:had (?:received|got|taken|tried)|before|previous|prior|earlier|concomitant|taking|"
    r"stop\w*|taper\w*|off|history of|"
    r"unlike|rescue)\b[^;]{0,40}\Z"
)
_DAILY = lazy(r"\b(?:and|plus|with) (?:an? )?daily \Z")
"""What leads to what was taken beside the drug."""
_NOBODY = lazy(r"\b(?:nobody|no one|no-one|none|never|not)\b[^;,.]{0,30}\Z")
_EARLIER = lazy(
    r"[^.;,]{0,25}\b(?:before|previously|in the past|earlier|at baseline|already|beforehand)\b"
)
_OPEN = frozenset({"tms", "cbt", "psychotherapy", "antidepressant", "lithium"})
_INACTIVE = frozenset(
    {"placebo", "active-placebo", "low-dose", "waiting-list", "delayed-treatment", "none"}
)
_MORE = lazy(
    r"\b(?:supplement\w*|half[- ]dose|booster|additional|optional|second|top-up)\b[^;.]{0,30}\Z"
)
"""What leads to a dose on top of that which a record gives."""
_UNITS = {"µg": 1, "mg": 1000, "g": 1_000_000}


def drug_facts(line: Line) -> Iterator[Single]:
    """The doses, comparators and substances that a sentence states."""
    for dose in line.of(Dose):
        if dose.unit in _UNITS and not _MORE.search(line.low[: dose.start]):
            yield feature(dose.start, dose.end, dose.text, _dose(line, dose))
    yield from _comparators(line)
    yield from _substances(line)


def _dose(line: Line, dose: Dose) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = line.records.remembered(("doses", trial.id), lambda: _known_doses(trial))
        comparable = [d for d in known if d.unit == dose.unit and _same_per(d, dose)]
        if not comparable:
            return _in_other_unit(dose, known)
        values = {v.value for d in comparable for v in (d.value, d.high) if v}
        within = any(
            d.high and d.value.value <= dose.value.value <= d.high.value for d in comparable
        )
        high = dose.high is None or dose.high.value in values
        agreed = (dose.value.value in values or within) and high
        if not agreed and _has_more_groups(trial):
            return None
        return agreed, listed([d.text for d in comparable])

    return recorded


def _has_more_groups(trial: Trial) -> bool:
    """Whether a trial had groups, which need at least two, of which the record has but one."""
    return trial.design.allocation == "non-randomised" and len(trial.arms) == 1


def _in_other_unit(dose: Dose, known: Sequence[Dose]) -> tuple[bool, str] | None:
    """A dose in milligrams where a record has micrograms: a thousand times too much."""
    others = [d for d in known if d.unit in _UNITS and _same_per(d, dose)]
    if not others or dose.per is not None:
        return None
    amounts = {d.value.value * _UNITS[d.unit] for d in others}
    return dose.value.value * _UNITS[dose.unit] in amounts, listed([d.text for d in others])


def _known_doses(trial: Trial) -> tuple[Dose, ...]:
    texts = [text for a in trial.arms for text in (a.dose, a.name, *a.aliases) if text]
    return tuple(d for text in (*texts, trial.formulation or "") for d in doses_of(text))


def _same_per(one: Dose, other: Dose) -> bool:
    return one.per == other.per or one.per is None or other.per is None


def _comparators(line: Line) -> Iterator[Single]:
    """Another substance that the sentence sets against the one studied."""
    last = 0
    previous: Mention | None = None
    together = _EACH_OTHER.search(line.low)
    for mention in sorted((*line.names("compound"), *line.names("control")), key=lambda m: m.start):
        either = last and _OR.fullmatch(line.low, last, mention.start)
        last, other, previous = mention.end, previous, mention
        before = line.low[max(0, mention.start - 90) : mention.start]
        after = line.low[mention.end : mention.end + 70]
        if any(p.search(before[-60:]) for p in (_MODERN, _NOBODY)) or _EARLIER.match(after):
            continue
        if mention.kind == "control" and _DAILY.search(before):
            continue
        leads = _AGAINST if mention.kind == "compound" or _blinds(mention) else _SET_AGAINST
        against = _COMPARING.search(line.low) and leads.search(before)
        was = _CONTROL_WAS.search(line.low[max(0, mention.start - 150) : mention.start])
        if either or against or was or together or _AS_CONTROL.search(after):
            found = line.text[mention.start : mention.end]
            recorded = _comparator(line, mention, found)
            if other and not (against or was or together):
                recorded = _beside(other, recorded, line.records)
            yield feature(mention.start, mention.end, found, recorded, detail=_tells(line, mention))


def _beside(other: Mention, recorded: Recorded, records: Records) -> Recorded:
    """What a record says of a substance named beside another, if it gave that other one."""

    def given(trial: Trial) -> tuple[bool, str] | None:
        substances = {*trial.compound, *trial.design.control, *(a.compound for a in trial.arms)}
        known = {wider for one in substances if one for wider in records.compounds.up(one)}
        return recorded(trial) if known & set(other.ids) else None

    return given


def _blinds(mention: Mention) -> bool:
    """Whether a comparator is one that the participants cannot tell."""
    return not _OPEN & set(mention.ids)


def _tells(line: Line, mention: Mention) -> int:
    """Whether a comparator points at a trial: few have just this one, nearly all a placebo."""
    return int(
        mention.kind == "compound"
        and not any(i in line.records.trials_by_compound for i in mention.ids)
    )


def _comparator(line: Line, mention: Mention, found: str) -> Recorded:
    records = line.records

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if _in_arm_name(line, mention, trial):
            return None
        controls = set(trial.design.control)
        used = {c for arm in trial.arms if (c := arm.compound)} | controls | set(trial.compound)
        word = found.lower().split()[0]
        others = [a for a in trial.arms if a.role != "active"]
        if any(word in name.lower() for a in others for name in (a.name, *a.aliases)):
            return True, found
        if not controls or (len(used) < 2 and controls != {"none"}):
            return None
        family = records.compounds if mention.kind == "compound" else records.controls
        general = {b for c in controls for b in records.controls.up(c) - {c}}
        special = used - general or used
        if "active-comparator" in mention.ids:
            active = used - _INACTIVE - set(trial.compound)
            return bool(active), f"control: {control_names(trial, records)}"
        agreed = any(i in family.up(u) for i in mention.ids for u in used)
        agreed = agreed or any(u in family.up(i) for i in mention.ids for u in special)
        blinds = {"placebo", "active-placebo"} & set(mention.ids)
        if not agreed and blinds:
            agreed = bool({"placebo", "active-placebo", "low-dose"} & controls)
        return agreed, f"control: {control_names(trial, records)}"

    return recorded


def _in_arm_name(line: Line, mention: Mention, trial: Trial) -> bool:
    """Whether a substance is but a part of an arm's name ("escitalopram and 1 mg psilocybin")."""
    return any(
        overlap(tag, mention) and tag.start < mention.start - 3 and mention.kind == "control"
        for tag in arm_tags(line, trial)
    )


def _substances(line: Line) -> Iterator[Single]:
    """The substance that a trial is said to have given."""
    for mention in line.names("compound"):
        before = line.low[max(0, mention.start - 70) : mention.start]
        if _GIVES.search(before) and not _MODERN.search(before[-60:]):
            found = line.text[mention.start : mention.end]
            yield feature(mention.start, mention.end, found, _substance(line, mention), named=True)


def _substance(line: Line, mention: Mention) -> Recorded:
    records = line.records

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        given = {
            *trial.compound,
            *(c for a in trial.arms if (c := a.compound)),
            *trial.design.control,
        }
        known = {t.id: t.name for t in records.base.vocabulary.compounds}
        agreed = any(records.compounds.related(i, g) for i in mention.ids for g in given)
        return agreed, listed([known.get(c, c) for c in trial.compound])

    return recorded
