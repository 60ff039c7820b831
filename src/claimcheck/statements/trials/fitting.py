"""Whether a trial that the words around a sentence name can be the one that it goes on about.

It is not where the sentence names another sponsor, substance, disease or country, or the comparator
and the size of another trial of the drug.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.elsewhere import is_called_otherwise
from claimcheck.statements.trials.headed import in_a_report
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.places import is_from_elsewhere
from claimcheck.statements.trials.traits import has_sponsor, is_on, misses_size, sized
from claimcheck.statements.trials.turning import brings_in, goes_on, turns_away

_THEIRS = lazy(r"\s(?:patients|people|veterans|adults|women|men|volunteers|participants)\b")
"""After the name of a country: people of it."""
_SITES = lazy(
    r"\s(?:[\w-]+\s)?(?:institutions|sites|cent(?:er|re)s|hospitals|clinics|universities)\b"
)
_DECIDED = lazy(
    r"(?: (?:has|have|had|then|first|finally|also)){0,2} (?:allow|approv|licen[cs]|authori[sz]|"
    r"clear|refus|reject|permit|extend|widen)(?:ed|s|d)?\b"
)
_DOSED_GROUP = lazy(r"\b(?:high|low|larg|small)(?:er|est)[- ]dose (?:arm|group)s?\b")
_PHASE_TRIAL = lazy(r"[\s-](?:trial|study)\b")
_IN_PHASE = lazy(r"\bin (?:its |the |their )?\Z")


def allows(layer: Layer, trial: Trial, line: Line) -> bool:
    """Whether a sentence before, in the same paragraph, is not on somebody or something else than
    a trial of an earlier paragraph."""
    if layer.of("agency") or brings_in(layer.text):
        return False
    records = line.records
    sponsors = {i for m in layer.of("sponsor") for i in m.ids}
    if sponsors and not has_sponsor(trial, sponsors, records):
        return False
    return is_on_drug(layer, trial, line)


def is_on_drug(layer: Layer, trial: Trial, line: Line) -> bool:
    """Whether words that stand between a trial and a sentence name no drug and no disease but one
    of its own."""
    records = line.records
    diseases = {i for m in layer.of("indication") for i in m.ids}
    if diseases and not is_on(trial, diseases, records):
        return False
    compounds = _narrowest([i for m in layer.of("compound") for i in m.ids], records)
    return not compounds or any(_had(trial, c, records) for c in compounds)


def compatible(trials: tuple[Trial, ...], line: Line) -> tuple[Trial, ...]:
    """The trials named around a sentence that it does not turn away from by its own names."""
    if _tells_decision(line):
        return ()
    records = line.records
    sponsors, diseases = set(line.ids("sponsor")), set(line.ids("indication"))
    compounds = _narrowest(line.ids("compound"), records)
    beside = _with_comparator(compounds, line)
    return tuple(
        trial
        for trial in trials
        if (not sponsors or sponsors & set(trial.sponsor))
        and (not compounds or any(_had(trial, c, records) for c in compounds))
        and (not beside or trial in beside)
        and (not diseases or is_on(trial, diseases, records))
        and not (_is_abroad(trial, line) or _is_in_another_phase(trial, line))
        and not (is_from_elsewhere(line, trial) or is_called_otherwise(line, trial))
    )


def _tells_decision(line: Line) -> bool:
    """Whether a sentence tells what an agency decided, whatever trial is named around it."""
    return any(_DECIDED.match(line.low, m.end) for m in line.scope.own.of("agency"))


def _with_comparator(compounds: list[str], line: Line) -> tuple[Trial, ...]:
    """The trials of a sentence's drugs that have another drug that it names, and its size."""
    others = set(line.ids("compound")) - set(compounds)
    like = (t for c in compounds for t in line.records.trials_by_compound[c])
    return sized(line, tuple(t for t in like if others & set(t.design.control)))


def _narrowest(ids: Sequence[str], records: Records) -> list[str]:
    """The substances that any trial studies, without those that others are forms of: "MM120, a
    form of LSD"."""
    up = records.compounds.up
    named = [i for i in ids if i in records.trials_by_compound]
    return [i for i in named if not any(i in up(other) for other in named if other != i)]


def _had(trial: Trial, compound: str, records: Records) -> bool:
    """Whether people of a trial had a substance: not just another form of it."""
    return any(compound in records.compounds.up(one) for one in records.given(trial))


def _is_abroad(trial: Trial, line: Line) -> bool:
    """Whether the people of a sentence, or as many others as it counts at sites, are those of a
    country in which a trial was not run."""
    up = line.records.jurisdictions.up
    other_size = misses_size(line, trial)
    lands = [
        m
        for m in line.names("jurisdiction")
        if line.text[m.start : m.end].endswith(("ans", "ons", "ders"))
        or _THEIRS.match(line.low, m.end)
        or (other_size and _SITES.match(line.low, m.end))
    ]
    there = {wide for c in trial.countries for wide in up(c)}
    return bool(there and lands) and not any(there & set(m.ids) for m in lands)


def has_one_dose(trial: Trial, line: Line) -> bool:
    """Whether a sentence is on a group that had more or less of a drug than another one, and all in
    a trial had as much."""
    if not _DOSED_GROUP.search(line.low) or not trial.arms:
        return False
    return len({a.dose for a in trial.arms if a.compound in trial.compound}) < 2


def _is_in_another_phase(trial: Trial, line: Line) -> bool:
    """Whether a sentence is on what was found in a phase, "in phase 2b, …", and a trial was in
    another one."""
    found = [p.value for p in line.of(Phase) if _IN_PHASE.search(line.low, 0, p.start)]
    called = [p.value for p in line.of(Phase) if _PHASE_TRIAL.match(line.low, p.end)]
    if called and trial.phase and not same_phase(called[0], trial.phase):
        like = (t for c in trial.compound for t in line.records.trials_by_compound[c])
        own = tuple(t for t in like if t.phase and same_phase(called[0], t.phase))
        if sized(line, own) and not sized(line, (trial,)):
            return True  # the other trial is of just that size
    return bool(found and trial.phase) and not same_phase(found[0], str(trial.phase))


def on_something(trials: tuple[Trial, ...], line: Line) -> tuple[Trial, ...]:
    """The trials that have something of what a sentence names: who ran it, its drug, its disease;
    all, where it names nothing."""
    records = line.records
    sponsors, diseases = set(line.ids("sponsor")), set(line.ids("indication"))
    compounds = [i for i in line.ids("compound") if i in records.trials_by_compound]
    fitting = tuple(
        trial
        for trial in trials
        if has_sponsor(trial, sponsors, records)
        or is_on(trial, diseases, records)
        or any(records.gave(trial, c) for c in compounds)
    )
    return fitting if sponsors or diseases or compounds else trials


def on_its_drug(trials: tuple[Trial, ...], line: Line) -> tuple[Trial, ...]:
    """The trials that gave a substance that a sentence names; all, where it names none."""
    named = _narrowest(line.ids("compound"), line.records)
    return tuple(t for t in trials if not named or any(_had(t, c, line.records) for c in named))


def same_people(trials: tuple[Trial, ...], line: Line) -> tuple[Trial, ...]:
    """Where only the disease is another: the trial of just so many people, which it has wrong."""
    kept = sized(line, trials) if len(trials) == 1 and line.ids("indication") else ()
    plain = not line.ids("sponsor") and not turns_away(line)
    return kept if plain and (goes_on(line) or in_a_report(line.scope)) else ()
