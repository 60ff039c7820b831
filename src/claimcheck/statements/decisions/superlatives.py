"""The largest trial of a treatment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.steps import started
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.decisions.trialsmeant import meant, reports_of, same_phase
from claimcheck.statements.nouns import Opinion

_LARGEST = lazy(
    r"(?<!one of the )(?<!among the )(?<!second )\b(?:largest|biggest)\b(?! (?:difference|effect|"
    r"drop|improvement|"
    r"share|group|site|city|us|state|part|reduction|ever funding|grant))[^.;]{0,60}?\b(?:trial|"
    r"study|rct)\b"
)
_OF_A_KIND = lazy(
    r"\b(?:placebo|controlled|blind\w*|single|open|naturalistic|imaging|investigator)\b"
)
"""Between "largest" and "trial": others, of another design, may be larger."""
_THEN = lazy(r"\bat the time\b|\bthen\b|\bwas the\b|\bhad been\b|\buntil\b")


def superlatives(passage: Passage) -> Iterator[Opinion]:
    """The opinions on trials that a sentence calls the largest."""
    for found in _LARGEST.finditer(passage.low):
        cue = Cue("readout", *found.span(), passage.clause_at(found.start()))
        if _OF_A_KIND.search(found.group()):
            continue
        if not _then(cue) and (trial := _own(passage, cue)):
            yield from _largest(passage, cue, trial)


def _then(cue: Cue) -> bool:
    return bool(
        _THEN.search(cue.clause.words) or phrases.IDLE.search(cue.clause.words[: cue.start])
    )


def _named(passage: Passage, cue: Cue) -> Trial | None:
    """The one trial that the sentence names."""
    for clause in (cue.clause, None):
        ids = {i for m in passage.mentions("trial", clause) for i in m.ids}
        if len(ids) == 1:
            return passage.records.base.trial[ids.pop()]
    return None


def _own(passage: Passage, cue: Cue) -> Trial | None:
    """The trial that is called the largest: named, or the largest that fits the text around."""
    if named := _named(passage, cue):
        return named
    sponsors = {m.ids[0] for layer in passage.scope.layers[:1] for m in layer.of("sponsor")}
    if not sponsors:
        return None
    fitting = [t for t in meant(passage, cue.clause).trials if _size(t)]
    narrowed = [t for t in fitting if _in_phase_around(passage, t)]
    return max(narrowed or fitting, key=_size, default=None)


def _in_phase_around(passage: Passage, trial: Trial) -> bool:
    """Whether the headings name the trial's phase."""
    from claimcheck.quantity import read

    phases = [
        p.value for layer in passage.scope.layers for p in read(layer.text) if isinstance(p, Phase)
    ]
    return any(same_phase(p, trial.phase) for p in phases)


def _size(trial: Trial) -> int:
    sizes = trial.sizes
    return sizes.randomised or sizes.enrolled or sizes.dosed or 0


def _rivals(passage: Passage, cue: Cue, trial: Trial) -> list[Trial]:
    """Other trials of the same treatment, for the same indication where one is named."""
    treated = subjects(passage, cue.clause)
    compounds = [c for s in treated for c in s.compounds] or [
        w for c in trial.compound for w in passage.records.compounds.up(c)
    ]
    up = passage.records.indications.up
    wanted = purposes(passage, cue.clause)
    pool = {t.id: t for c in compounds for t in passage.records.trials_by_compound.get(c, ())}
    return [
        t
        for t in pool.values()
        if t.id != trial.id
        and not t.parent
        and (not wanted or any(i in up(own) for i in wanted for own in t.indication))
    ]


def _largest(passage: Passage, cue: Cue, trial: Trial) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    larger = [
        t
        for t in _rivals(passage, cue, trial)
        if _size(t) > _size(trial) and started(t, passage.now) and not _stage(t)
    ]
    if not _size(trial):
        return
    if not larger:
        yield opinion("supported", what, passage, trials=(trial,), references=reports_of((trial,)))
        return
    later = all(_public(t) > _public(trial) for t in larger)
    yield opinion(
        "outdated" if later else "contradicted",
        what,
        passage,
        trials=larger[:3],
        references=reports_of(larger[:3]),
        expected=f"{trial.name}: {_size(trial)}; larger: " + _sizes(larger),
    )


def _stage(trial: Trial) -> bool:
    """Whether the record is a follow-up or a pooling of other trials."""
    return bool(trial.stage and re.search(r"follow|pooled|extension", trial.stage))


def _sizes(trials: Sequence[Trial]) -> str:
    return "; ".join(f"{t.name}, {_size(t)}" for t in trials[:3])


def _public(trial: Trial) -> date:
    dates = trial.dates
    days = [d.earliest for d in (dates.readout, dates.published) if d]
    return min(days, default=date.max)
