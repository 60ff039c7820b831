"""Trials that a sentence describes without naming them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Date, Dose, Fraction, Phase, Quantity
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.names import NameKind
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import doses_of
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.journals import initials, plain
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.telltales import told
from claimcheck.statements.trials.turning import turns_away

_TRIAL_WORD = lazy(
    r"\b(?:trials?|stud(?:y|ies)|participants|patients|paper|investigators|researchers|"
    r"scientists|cohort|"
    r"people|adults|volunteers|veterans|smokers|drinkers|groups?|arms?|response|responded|"
    r"remission|doses?|"
    r"results?|randomi[sz]ed|published|enrolled|recruited|endpoint|end point|outcome|beat|beaten|"
    r"outperform\w*)\b"
)
_THE_TRIAL = lazy(
    r"(?:\b(?:the|this|its|their|his|her)|[’']s?)\s+(?!(?:(?:first|second)(?! phase)|only|"
    r"largest|next|latest|previous|earlier)\b)(?:[\w.,’'-]+\s+){0,7}?(?:trial|study|pilot|experiment)\b"
    r"(?!\s+(?:team|group|site|drug|protocol))"
)
_ORDINAL = lazy(r"\b(?P<which>first|second) phase (?P<phase>3|iii)\b")
_STAGES = ("pilot", "feasibility", "follow-up", "extension")
_WORK = lazy(r"\s+(?:[\w-]+\s+){0,4}?(?:trial|study|pilot)\b")
_FEW_PEOPLE = 5
_FEW = 2
"""A substance with so few trials points at them as a product does."""
Strength = Literal["called", "described", "likely", "loose"]
"""A trial is called by a definite description that fits it alone, or described by more or less."""
ENOUGH = 6
"""Weight of descriptions from which the trials that are left may be contradicted."""


@dataclass(frozen=True, slots=True)
class _Feature:
    """A kind of description: the trials that fit what a stretch of text says, if it says any."""

    weight: int
    tells: bool
    """It points at a trial by itself, as a sponsor does and a disease does not."""
    fit: Callable[[Line, tuple[Trial, ...]], tuple[Trial, ...]]


def described(line: Line) -> tuple[tuple[Trial, ...], Strength]:
    """The trials that fit every description, and how surely one of them is meant."""
    trials, weight, telling = narrowed(line)
    plain = telling and _TRIAL_WORD.search(line.low) is not None
    return trials, _strength(line, trials, weight) if plain else "loose"


def narrowed(line: Line) -> tuple[tuple[Trial, ...], int, bool]:
    """The trials that fit every description, how much was described, and whether it points."""
    trials, weight, telling = _of_compound(line)
    if not trials:
        return (), 0, False
    if pointed := told(line, trials):
        trials, weight, telling = pointed[0], weight + pointed[1], True
    for feature in _FEATURES:
        kept = feature.fit(line, trials)
        if kept:
            trials, weight = kept, weight + feature.weight
            telling = telling or feature.tells
    trials = _first_reports(line, trials)
    if len(trials) == 1 and _controlled_by(line, trials) and not turns_away(line):
        weight, telling = weight + 2, True
    return trials, weight, telling


def _strength(line: Line, trials: tuple[Trial, ...], weight: int) -> Strength:
    """How surely one of the trials left is meant, by what points at them."""
    clash = _year_clashes(line, trials)
    alone = weight >= ENOUGH - 1 and len(trials) == 1 and _THE_TRIAL.search(line.low)
    if alone and _is_consistent(line, trials[0]):
        return "called"
    if weight >= ENOUGH and len(trials) <= 4 and not clash:
        return "described"
    return "likely" if weight >= ENOUGH - 2 and len(trials) <= 2 and not clash else "loose"


def _is_consistent(line: Line, trial: Trial) -> bool:
    """Whether nothing that a sentence names makes it another trial of the same people."""
    records = line.records
    diseases = [m for layer in line.scope.layers for m in layer.of("indication")]
    treats = [_treats(trial, set(m.ids), records) for m in diseases]
    names = " ".join((trial.name, *trial.aliases)).lower()
    own = [
        _treats(trial, set(m.ids), records) or line.low[m.start : m.end] in names
        for m in line.names("indication")
    ]
    runs = [_has_sponsor(trial, set(m.ids), records) for m in line.names("sponsor")]
    given = {*trial.compound, *trial.design.control, *(a.compound for a in trial.arms)}
    gives = [
        any(records.compounds.related(i, g) for i in m.ids for g in given if g)
        for m in line.names("compound")
    ]
    return (
        any(treats or [True])
        and any(own or [True])
        and any(runs or [True])
        and any(gives or [True])
    )


def _first_reports(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """Without the follow-ups of trials that fit too, unless a follow-up is spoken of."""
    if "follow" in line.low:
        return trials
    ids = {trial.id for trial in trials}
    return tuple(t for t in trials if t.parent not in ids)


def _of_compound(line: Line) -> tuple[tuple[Trial, ...], int, bool]:
    """The trials of the nearest substance that any trial studies; a product tells by itself."""
    records = line.records
    for layer in line.scope.layers:
        ids = [i for m in layer.of("compound") for i in m.ids]
        found = {t.id: t for i in ids for t in records.trials_by_compound.get(i, ())}
        if found:
            product = any(len(records.compounds.up(i)) > 1 for i in ids) or len(found) <= _FEW
            return tuple(found.values()), 4 if product else 1, product
    narrow = records.remembered("narrow", lambda: _narrow_diseases(records))
    for diseases in _layers(line, "indication"):
        own = tuple(t for t in records.base.trials if diseases & narrow & set(t.indication))
        if 0 < len(own) <= _FEW:
            return own, 1, True
    if line.scope.ids("sponsor"):
        return records.base.trials, 0, False
    if (pointed := told(line, records.base.trials)) and pointed[1] > ENOUGH - 2:
        return pointed[0], 1 - ENOUGH // 2, False
    return (), 0, False


def _layers(line: Line, kind: NameKind) -> Iterator[set[str]]:
    """The ids of a kind in the sentence, and in each stretch around it."""
    for layer in line.scope.layers:
        ids = {i for m in layer.of(kind) for i in m.ids}
        if ids:
            yield ids


def _by_names(
    kind: NameKind, fits: Callable[[Trial, set[str], Records], bool]
) -> Callable[[Line, tuple[Trial, ...]], tuple[Trial, ...]]:
    def fit(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
        for ids in _layers(line, kind):
            if kept := tuple(t for t in trials if fits(t, ids, line.records)):
                every = tuple(t for t in kept if all(fits(t, {i}, line.records) for i in ids))
                return every or kept
        return ()

    return fit


def _for_disease(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in a disease; where that has no narrower forms, those in just this one first."""
    kept = _by_names("indication", _treats)(line, trials)
    narrow = line.records.remembered("narrow", lambda: _narrow_diseases(line.records))
    for ids in _layers(line, "indication"):
        if not ids <= narrow:
            continue
        alone = tuple(t for t in kept if set(t.indication) <= ids)
        if exact := alone or tuple(t for t in kept if ids & set(t.indication)):
            return exact
    return kept


def _narrow_diseases(records: Records) -> frozenset[str]:
    """The diseases that no other is a form of."""
    terms = records.base.vocabulary.indications
    wide = {b for t in terms for b in records.indications.up(t.id) - {t.id}}
    return frozenset(t.id for t in terms) - wide


def _has_sponsor(trial: Trial, ids: set[str], records: Records) -> bool:
    return any(records.sponsors.related(i, s) for i in ids for s in trial.sponsor)


def _treats(trial: Trial, ids: set[str], records: Records) -> bool:
    return any(records.indications.related(i, t) for i in ids for t in trial.indication)


def _controlled_by(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that compare with a substance the sentence names beside the one studied."""
    ids = {i for kind in ("compound", "control") for i in line.ids(kind)} - {"placebo", "none"}
    return tuple(t for t in trials if ids & set(t.design.control))


@lru_cache(maxsize=512)
def _figures(text: str) -> tuple[Quantity, ...]:
    return tuple(q for q in read(text) if isinstance(q, Phase | Date)) if _may_date(text) else ()


def _may_date(text: str) -> bool:
    return "hase" in text or "HASE" in text or any(c.isdigit() for c in text)


def _texts(line: Line) -> Iterator[tuple[Quantity, ...]]:
    yield line.quantities
    for layer in line.scope.layers[1:]:
        yield _figures(layer.text)


def _in_phase(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    for figures in _texts(line):
        phases = [q.value for q in figures if isinstance(q, Phase)]
        if exact := tuple(t for t in trials if t.phase in phases):
            return exact
        if kept := tuple(
            t for t in trials if t.phase and any(same_phase(p, t.phase) for p in phases)
        ):
            return kept
    return ()


def _in_order(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that are called the first or the second of their phase."""
    found = _ORDINAL.search(line.low)
    if found is None:
        return ()
    words = f"{found.group('which')} phase {found.group('phase').replace('iii', '3')}"
    names = {t.id: " ".join((t.name, *t.aliases)).lower() for t in trials}
    return tuple(t for t in trials if words in names[t.id])


def _years_said(line: Line) -> Iterator[set[int]]:
    for figures in _texts(line):
        if years := {q.year for q in figures if isinstance(q, Date) and q.year}:
            yield years


def _in_year(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    for years in _years_said(line):
        if kept := tuple(t for t in trials if years & _years(t, line.records)):
            return kept
    return ()


def _year_clashes(line: Line, trials: Iterable[Trial]) -> bool:
    """Whether the nearest year said is none in which any of the trials ran or was reported."""
    years = next(_years_said(line), set())
    return bool(years) and not any(_spans(t, years, line.records) for t in trials)


def _spans(trial: Trial, years: set[int], records: Records) -> bool:
    known = _years(trial, records) | {
        d.year for d in (trial.dates.start, trial.dates.completion) if d
    }
    return bool(known) and any(min(known) - 1 <= y <= max(known) + 1 for y in years)


def _years(trial: Trial, records: Records) -> set[int]:
    """The years in which a trial was reported."""
    dates = [trial.dates.readout, trial.dates.published]
    dates += [r.issued for p in trial.publications if (r := records.base.reference.get(p.ref))]
    return {d.year for d in dates if d}


def _in_journal(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that a journal named in the sentence has published."""
    return tuple(t for t in trials if any(title in line.text for title in _titles(t, line.records)))


def _titles(trial: Trial, records: Records) -> tuple[str, ...]:
    return records.remembered(("titles", trial.id), lambda: tuple(_find_titles(trial, records)))


def _find_titles(trial: Trial, records: Records) -> Iterator[str]:
    for publication in trial.publications:
        reference = records.base.reference.get(publication.ref)
        title = reference.container_title if reference else None
        if title and len(plain(title)) > 8:
            yield title.removeprefix("The ")
            if len(initials(title)) > 3:
                yield initials(title)


def _staged(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The pilots or the follow-ups among the trials, where the sentence speaks of one."""
    for word in _STAGES:
        if word in line.low:
            return tuple(t for t in trials if word in _called(t))
    return ()


def _called(trial: Trial) -> str:
    return " ".join((trial.name, *trial.aliases, trial.stage or "")).lower()


def sized(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials of just so many people as a sentence counts in all."""
    said = {c.value.value for c in line.of(Count) if c.noun == "participant" and not c.high}
    return tuple(t for t in trials if said & _sizes(t)) if len(said) == 1 else ()


def _out_of(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials of just so many people as a share is taken of: "ten of the twelve"."""
    said = {q.denominator.value for q in line.of(Fraction) if q.denominator.value > _FEW_PEOPLE}
    return tuple(t for t in trials if said & _sizes(t)) if len(said) == 1 else ()


def _sizes(trial: Trial) -> set[int]:
    known = trial.sizes
    found = (known.enrolled, known.randomised, known.dosed, known.analysed)
    return {n for n in found if n is not None}


def _abroad(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials of a country that a sentence calls them by: "the Japanese trial"."""
    lands = [m for m in line.names("jurisdiction") if _WORK.match(line.low, m.end)]
    ids = {i for m in lands for i in m.ids}
    return tuple(t for t in trials if ids & set(t.countries)) if ids else ()


def _dosed(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    doses = {(d.value.value, d.unit) for d in line.of(Dose)}
    if not doses:
        return ()
    return tuple(t for t in trials if doses & _doses(t, line.records))


def _doses(trial: Trial, records: Records) -> frozenset[tuple[object, str]]:
    def find() -> frozenset[tuple[object, str]]:
        found = (d for a in trial.arms if a.dose for d in doses_of(a.dose))
        return frozenset((d.value.value, d.unit) for d in found)

    return records.remembered(("amounts", trial.id), find)


_FEATURES = (
    _Feature(3, True, _by_names("sponsor", _has_sponsor)),
    _Feature(2, False, _for_disease),
    _Feature(2, False, _in_phase),
    _Feature(2, True, _in_order),
    _Feature(2, False, _in_year),
    _Feature(2, True, _in_journal),
    _Feature(3, False, _controlled_by),
    _Feature(1, False, _dosed),
    _Feature(1, False, _staged),
    _Feature(2, True, _abroad),
    _Feature(3, True, _out_of),
)
