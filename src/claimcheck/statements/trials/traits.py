"""What may be said of a trial that narrows the choice: its disease, sponsor, phase, year, size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, Date, Dose, Fraction, Phase, Quantity
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.quantity.words import listed
from claimcheck.statements.names import NameKind, fold
from claimcheck.statements.records import Records
from claimcheck.statements.trials.arms import doses_of
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.journals import initials, plain
from claimcheck.statements.trials.line import Line

_BEGUN = lazy(r"\b(?:began|begun|begins|started|starts|launched|opened|under way|since)\b")
_ORDINAL = lazy(r"\b(?P<which>first|second) phase (?P<phase>3|iii)\b")
_STAGE = lazy(
    r"\b(?P<early>pilot|feasibility)\b|"
    r"\b(?P<late>follow-up|extension) (?:study|trial|report|paper|of)\b"
)
_WORK = lazy(r"(?:[’']s)?\s+(?:[\w-]+\s+){0,4}?(?:trial|study|pilot)\b")
_AHEAD = lazy(
    r"\b(?:into|towards?|enter\w*|(?:mov|head|advanc|proceed|progress|go)\w* (?:on )?to|"
    r"(?:prepar\w+|ready|plans?) for)\s+(?:(?:an?|its|the|their)\s+)?\Z"
)
"""What leads to the phase that comes next, which is not that of the trial told of."""
_FEW_PEOPLE = 5
_WORD = lazy(r"[^\W\d_]{5,}")
_CALLED = lazy(r"\b(?P<word>[^\W\d_]{5,})(?:[ -](?:use|distress))? (?:trial|study|pilot)\b")
_COMMON = listed(
    "disorder disease syndrome people patient adult treatment resistant major severe chronic life "
    "threatening volunteer healthy participant symptom acute behaviour behavior ideation heavy "
    "related psychological advanced stage persistent problem traumatic stress injury thought "
    "therapy clinical active effect medication psychiatric condition idea treat responded subject "
    "complex complicated serious difficult attention moderate prolonged antidepressant"
)
_SHARED = 3
"""Diseases up to which a word of their names tells them."""


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of description: the trials that fit what a stretch of text says, if it says any."""

    weight: int
    tells: bool
    """It points at a trial by itself, as a sponsor does and a disease does not."""
    fit: Callable[[Line, tuple[Trial, ...]], tuple[Trial, ...]]
    first: bool = False
    """What the sentence itself says of it goes before all that it inherits."""


_SPEAKER = lazy(
    r"\b(?:says|said|adds|added|explains|explained|comments|commented|notes|noted|told) "
    r"[^.;]{3,60}?, (?:an? [\w ]{3,30}? )?(?:from|of|at|with) (?:the )?\Z"
)
"""Before the institution of somebody who is quoted, which need not have run the trial."""


def layers_of(line: Line, kind: NameKind) -> Iterator[set[str]]:
    """The ids of a kind in the sentence, and in each stretch around it."""
    for layer in line.scope.layers:
        names = layer.of(kind)
        if kind == "sponsor":
            names = tuple(m for m in names if not _SPEAKER.search(layer.text, 0, m.start))
        if ids := {i for m in names for i in m.ids}:
            yield ids


def _by_names(
    kind: NameKind, fits: Callable[[Trial, set[str], Records], bool]
) -> Callable[[Line, tuple[Trial, ...]], tuple[Trial, ...]]:
    def fit(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
        for ids in layers_of(line, kind):
            if kept := tuple(t for t in trials if fits(t, ids, line.records)):
                every = tuple(t for t in kept if all(fits(t, {i}, line.records) for i in ids))
                return every or kept
        return ()

    return fit


def _by_sponsors(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that those named ran; together, if it is one in the disease that is told of."""
    kept = _by_names("sponsor", has_sponsor)(line, trials)
    runs = next(layers_of(line, "sponsor"), set())
    return (
        kept
        if on_topic(line, kept)
        else tuple(t for t in trials if has_sponsor(t, runs, line.records))
    )


def _for_disease(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in a disease; where that has no narrower forms, those in just this one first."""
    kept = _by_names("indication", treats)(line, trials)
    narrow = line.records.remembered("narrow", lambda: narrow_diseases(line.records))
    for ids in layers_of(line, "indication"):
        if not ids <= narrow:
            continue
        alone = tuple(t for t in kept if set(t.indication) <= ids)
        if exact := alone or tuple(t for t in kept if ids & set(t.indication)):
            return exact
    return kept


def _by_words(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in a disease of which a sentence has only a word: "the cancer study"."""
    if any(layer.of("indication") for layer in line.scope.layers):
        return ()
    return _in_words(line, (found.group() for found in _WORD.finditer(line.low)), trials)


def under_words(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in a disease of which the nearest heading has only a word ("Smoking"), where no
    nearer words name one."""
    headings = line.scope.block.headings
    head = line.scope.document.blocks[headings[-1]].text if headings else ""
    for layer in line.scope.layers:
        if layer.of("indication"):
            return ()
        if layer.text == head:
            return _in_words(line, _WORD.findall(head.lower()), trials)
    return ()


def _called_by_words(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that a sentence calls by a word of their disease, whatever others it names: "the
    cancer trial"."""
    return _in_words(line, (found.group("word") for found in _CALLED.finditer(line.low)), trials)


def _in_words(line: Line, words: Iterable[str], trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    known = line.records.learned("disease words", lambda: _disease_words(line.records))
    said = {i for word in words for i in known.get(fold(word), ())}
    return tuple(t for t in trials if said & set(t.indication)) if said else ()


def on_topic(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials in the disease that a sentence or the words around it name."""
    return _for_disease(line, trials) or _by_words(line, trials)


def _disease_words(records: Records) -> dict[str, frozenset[str]]:
    """The words of the names of diseases that are treated, each with the few that have it."""
    treated = {i for t in records.base.trials for i in t.indication}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term in records.base.vocabulary.indications:
        if term.id in treated:
            for name in (term.name, *term.synonyms):
                for word in _WORD.findall(name):
                    found[fold(word)].add(term.id)
    wide = {
        fold(w)
        for t in records.base.vocabulary.indications
        for w in _WORD.findall(t.name)
        if len(t.name.split()) == 1
    }
    return {
        word: frozenset(ids)
        for word, ids in found.items()
        if len(ids) <= _SHARED and word not in _COMMON and word not in wide
    }


def narrow_diseases(records: Records) -> frozenset[str]:
    """The diseases that no other is a form of."""
    terms = records.base.vocabulary.indications
    wide = {b for t in terms for b in records.indications.up(t.id) - {t.id}}
    return frozenset(t.id for t in terms) - wide


def has_sponsor(trial: Trial, ids: set[str], records: Records) -> bool:
    """Whether one of these ran a trial."""
    return any(records.sponsors.related(i, s) for i in ids for s in trial.sponsor)


def treats(trial: Trial, ids: set[str], records: Records) -> bool:
    """Whether a trial was in one of these diseases, or in a form of one."""
    return any(records.indications.related(i, t) for i in ids for t in trial.indication)


def is_on(trial: Trial, ids: Iterable[str], records: Records) -> bool:
    """Whether a trial was in one of these diseases, or measured one on a scale."""
    up = records.indications.up
    own = {i for d in trial.indication for i in up(d)}
    rated = {outcome.scale for outcome in trial.outcomes}
    measured = {i for s in records.base.vocabulary.scales if s.id in rated for i in s.measures}
    return any(i in measured or up(i) & own for i in ids)


def controlled_by(line: Line, trials: Iterable[Trial]) -> tuple[Trial, ...]:
    """The trials that compare with a substance the sentence names beside the one studied."""
    ids = {i for kind in ("compound", "control") for i in line.ids(kind)} - {"placebo", "none"}
    return tuple(t for t in trials if (ids - {*t.compound}) & {*t.design.control})


@lru_cache(maxsize=512)
def _figures(text: str) -> tuple[Quantity, ...]:
    """The dates of a stretch around a sentence, and the phases it is in, not on the way to."""
    if not _may_date(text):
        return ()
    low = text.lower()
    return tuple(
        q
        for q in read(text)
        if isinstance(q, Date) or (isinstance(q, Phase) and not _AHEAD.search(low[: q.start]))
    )


def _may_date(text: str) -> bool:
    return "hase" in text or "HASE" in text or any(c.isdigit() for c in text)


def _texts(line: Line) -> Iterator[tuple[Quantity, ...]]:
    yield line.quantities
    for layer in line.scope.layers[1:]:
        yield _figures(layer.text)


def _in_phase(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    for figures in _texts(line):
        phases = [q.value for q in figures if isinstance(q, Phase)]
        exact = tuple(t for t in trials if t.phase in phases)
        if exact and not phases[0].isdigit():
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


def in_year(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials reported, or begun where that is told, in the nearest year that is said."""
    begun = _BEGUN.search(line.low) is not None
    for years in _years_said(line):
        known = ((t, _years(t, line.records) | _start(t, begun=begun)) for t in trials)
        if kept := tuple(t for t, own in known if years & own):
            return kept
    return ()


def year_clashes(line: Line, trials: Iterable[Trial]) -> bool:
    """Whether the nearest year said is none in which any of the trials ran or was reported."""
    years = next(_years_said(line), set())
    return bool(years) and not any(_spans(t, years, line.records) for t in trials)


def _spans(trial: Trial, years: set[int], records: Records) -> bool:
    known = _years(trial, records) | {
        d.year for d in (trial.dates.start, trial.dates.completion) if d
    }
    return bool(known) and any(min(known) - 1 <= y <= max(known) + 1 for y in years)


def _start(trial: Trial, *, begun: bool) -> set[int]:
    return {trial.dates.start.year} if begun and trial.dates.start else set()


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
    found = _STAGE.search(line.low)
    word = found.group("early") or found.group("late") if found else None
    return tuple(t for t in trials if word in _called(t)) if word else ()


def _called(trial: Trial) -> str:
    return " ".join((trial.name, *trial.aliases, trial.stage or "")).lower()


def sized(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials of just so many people as a sentence counts in all."""
    said = {c.value.value for c in line.of(Count) if c.noun == "participant" and not c.high}
    return tuple(t for t in trials if said & sizes_of(t)) if len(said) == 1 else ()


def misses_size(line: Line, trial: Trial) -> bool:
    """Whether a sentence counts people, and none of its numbers is that of a trial in all."""
    said = {c.value.value for c in line.of(Count) if c.noun == "participant" and not c.high}
    return bool(said) and not said & sizes_of(trial)


def _out_of(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials of just so many people as a share is taken of: "ten of the twelve"."""
    said = {q.denominator.value for q in line.of(Fraction) if q.denominator.value > _FEW_PEOPLE}
    return tuple(t for t in trials if said & sizes_of(t)) if len(said) == 1 else ()


def sizes_of(trial: Trial) -> set[int]:
    """How many people took part in a trial, by any count."""
    known = trial.sizes
    found = (known.enrolled, known.randomised, known.dosed, known.analysed)
    return {n for n in found if n is not None}


def _abroad(line: Line, trials: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials run in one country alone, by which a sentence calls them: "the Japanese trial"."""
    lands = [m for m in line.names("jurisdiction") if _WORK.match(line.low, m.end)]
    ids = {i for m in lands for i in m.ids}
    return tuple(t for t in trials if t.countries and ids >= set(t.countries)) if ids else ()


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


FEATURES = (
    Feature(2, False, _called_by_words, first=True),
    Feature(3, True, _by_sponsors, first=True),
    Feature(2, False, under_words),
    Feature(2, False, _for_disease, first=True),
    Feature(2, False, _by_words),
    Feature(3, False, controlled_by, first=True),
    Feature(2, False, _in_phase, first=True),
    Feature(2, True, _in_order),
    Feature(2, False, in_year),
    Feature(2, True, _in_journal),
    Feature(1, False, _dosed),
    Feature(1, False, _staged),
    Feature(2, True, _abroad),
    Feature(3, True, _out_of),
)
