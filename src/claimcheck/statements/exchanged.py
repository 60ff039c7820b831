"""A trial told under another name: of a drug, a disease or an institution that are not its own.

Readers that look for the trials of what a sentence names find none where that name is wrong. So a
sentence that no record bears out is read once more without it. Where the record of one trial then
has all that is left, by two figures or by one and what else tells of it, and knows nothing of the
name, the sentence is wrong of that trial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.findings import Suggestion
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.foreign import KINDS, Kind, is_inside, strange
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.identify import identify
from claimcheck.statements.trials.judge import opinions
from claimcheck.statements.trials.line import Line, overlap

_EXCHANGED: tuple[Kind, ...] = ("compound", "indication", "sponsor")
_GROUP_OF = lazy(
    r"\b(?:on|after|given|giving|got|received|receiving|took|taking|had|favour of|favor of|to|with|"
    r"of|repeated|inhaled|inhaling|infused|injected|drank|drinking|swallowed|tested|tests|testing|either|"
    r"compared|compares|matched|pitted|studied|than|over|m?c?g|µg|the|his|her|their|its|[a-z]+’?['’]s)"
    r"\s+(?:(?:of|an?|the|either|just|only|oral|single|high|low|very|doses?|dose|intravenous|"
    r"synthetic|one|two|three|four|[\d.]+)\s+)*\Z"
)
_GROUP = lazy(
    r"(?:-assisted|-treated)?\s(?:(?:or|and|versus) (?:an? )?placebo|"
    r"group|arm|half|tablet|capsule|film|spray|infusions?|"
    r"sessions?|doses?|trial|study|therapy|monotherapy|patients|participants)\b"
)
"""Around a drug that people had in a trial."""
_VERSUS = lazy(r"\s(?:or|and|versus) (?:an? )?")
"""Between such a drug and what it was compared with."""
_OF_PEOPLE = lazy(
    r"\b(?:with|criteria for|diagnosis of|remission from|whose|in|for|of)\s+"
    r"(?:(?:an?|the|severe|major|chronic|moderate|resistant|refractory|stubborn|their|"
    r"treatment-resistant|bipolar|ii|cancer|and)\s+)*\Z"
)
_DISEASE = lazy(r"\s(?:criteria|diagnosis|scores?|symptoms|trial|study|programme|program)\b")
"""Around a disease that people of a trial had."""
_TEAM = lazy(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:team|group|trial|study|pilot|experiment|report|findings|"
    r"researchers|scientists|colleagues|gave|tested|compared|randomi[sz]ed|treated|followed)\b"
)
_OF_TEAM = lazy(
    r"\b(?:team|group|trial|study|pilot|experiment|researchers|scientists) "
    r"(?:at|from|of) (?:the )?\Z"
)
"""Around an institution whose own a trial is: others may have taken part in one."""
_AROUND = {
    "compound": (_GROUP_OF, _GROUP),
    "indication": (_OF_PEOPLE, _DISEASE),
    "sponsor": (_OF_TEAM, _TEAM),
}
_LEAST = 2
"""Facts that tell a trial that is named, or of an institution that is; another takes as many
figures, or one more that is not of a drug, a disease or a comparator."""


def exchanged(
    found: tuple[Opinion, ...], reading: Reading, records: Records
) -> tuple[Opinion, ...]:
    """The opinions; where there are none on a sentence that is true of a trial but for one name,
    that this is wrong."""
    if found or not (reading.quantities or Line(reading, records).trial_names):
        return found
    for kind in _EXCHANGED:
        named = [m for m in reading.scope.own.of(kind) if not is_inside(m, reading)]
        for name in named:
            if _is_of_trial(kind, name, reading) and (
                wrong := _without(kind, name, named, reading, records)
            ):
                return (wrong,)
    return ()


def _without(
    kind: Kind, name: Mention, named: Sequence[Mention], reading: Reading, records: Records
) -> Opinion | None:
    """That a name is wrong of a trial, where all else in its sentence is right of one that has
    neither it nor, by its own names, anything to do with those of its kind that are named."""
    layer, *around = reading.scope.layers
    rest = tuple(m for m in layer.mentions if m.kind != kind or m.ids != name.ids)
    scope = replace(reading.scope, layers=(Layer(layer.text, rest), *around), notes={})
    line = Line(replace(reading, scope=scope), records)
    told = tuple(opinions(line.reading, records))
    trials = [records.base.trial[ident] for one in told for ident in one.trials]
    if len({t.parent or t.id for t in trials}) != 1 or not _tells(told, line):
        return None
    own, related = getattr(trials[0], kind), getattr(records, f"{kind}s").related
    told_of = [any(related(i, known) for m in named for i in m.ids) for known in own]
    known = all(told_of) if kind == "compound" else any(told_of)  # two drugs may be compared
    others = any(strange(one, told, line.reading, records) for one in KINDS)
    if known or others or name not in strange(kind, told, reading, records):
        return None
    return _wrong(kind, name, trials[0], told, reading, records)


def _tells(told: Sequence[Opinion], line: Line) -> bool:
    """Whether what is borne out, all of it, tells which trial is meant."""
    facts = {(one.start, one.end) for one in told}
    figures = {q.start for q in line.quantities for s, e in facts if q.start < e and s < q.end}
    if any(one.standing != "supported" for one in told):
        return False
    if identify(line).certainty == "own":
        return len(facts) >= _LEAST or any(m.kind == "trial" for m in line.trial_names)
    names = (*line.names("compound"), *line.names("control"), *line.names("indication"))
    telling = [one for one in told if not any(overlap(one, name) for name in names)]
    certain = identify(line).certainty in {"near", "called"} or line.names("sponsor")
    sure = certain or len(figures) >= _LEAST or len(telling) > _LEAST
    return bool(sure and figures) and len(facts) >= _LEAST


def _is_of_trial(kind: Kind, name: Mention, reading: Reading) -> bool:
    """Whether a name is said to be that of what a trial's people had or of who did it."""
    before, low = reading.low[max(0, name.start - 60) : name.start], reading.low
    versus = _VERSUS.match(low, name.end) if kind == "compound" else None
    others = (*reading.scope.own.of("control"), *reading.scope.own.of("compound"))
    if versus and any(m.start == versus.end() for m in others):
        return True
    leading, after = _AROUND[kind]
    return bool(leading.search(before) or after.match(low, name.end))


def _wrong(
    kind: Kind,
    name: Mention,
    trial: Trial,
    found: Sequence[Opinion],
    reading: Reading,
    records: Records,
) -> Opinion:
    """That a trial was of something or somebody else."""
    known = records.called(f"{kind}s", getattr(trial, kind))
    said = reading.text[name.start : name.end]
    return Opinion(
        standing="contradicted",
        start=name.start,
        end=name.end,
        found=said,
        expected=known,
        message=f"draft: {said}; {trial.name}: {known}",
        trials=(trial.id,),
        references=tuple(dict.fromkeys(r for one in found for r in one.references)),
        suggestion=Suggestion(known),
    )
