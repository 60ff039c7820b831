"""Which trials a clause means when it speaks of their state."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.records import Records

_SHORTEST = 4
_HEAD_END = lazy(r"[ ,(]")
_MIXED = lazy(r"[a-z][A-Z]")
_POINTS_BACK = lazy(
    r"\b(?:its|their|the|this|these|both) (?:\w+ ){0,2}?(?:results?|data|readouts?|findings|trial|"
    r"study|report|publication|paper|topline)\b|^\W*(?:results?|data|topline|it|the trial|"
    r"the study)\b|"
    r"\bit (?:is|has|will)\b|\bits\b"
)


@dataclass(frozen=True, slots=True)
class Meant:
    """The trials that are meant; `named` if by name, else by treatment, phase and sponsor."""

    trials: tuple[Trial, ...]
    named: bool


def meant(passage: Passage, clause: Clause) -> Meant:
    """The trials of a clause: those it names, else all that fit what it says of them.

    A clause that describes none and points back means the trial that the text around names.
    """
    if named := _named(passage, clause):
        return Meant(tuple(passage.records.base.trial[i] for i in dict.fromkeys(named)), True)
    phases, sponsors = phases_of(passage, clause), _sponsors(passage, clause)
    controls = tuple(m.ids[0] for m in passage.mentions("control", clause))
    treated = [s for s in subjects(passage, clause) if not s.whole]
    if not (phases or sponsors or controls):
        return Meant(_around(passage, clause), True)
    indications = purposes(passage, clause)
    if phases and indications and not treated and not sponsors:
        treated = [s for s in subjects(passage, clause, bare=True) if not s.whole]
    if not treated and not sponsors:
        return Meant((), False)
    found = (t for t in _pool(passage, treated) if _fits(passage, t, phases, sponsors, indications))
    fitting = [t for t in found if _uses(passage, clause, t, controls)]
    return Meant(tuple(_narrowed(passage, fitting) if not indications else fitting), False)


def _named(passage: Passage, clause: Clause) -> list[str]:
    """The trials that a clause names by name, by a short name, or by who published them."""
    if named := [t for m in passage.mentions("trial", clause) for t in m.ids]:
        return named
    if named := [t for name, t in _heads(passage.records) if _names(passage, clause, name)]:
        return named
    by = passage.records.trials_by_reference
    cited = [m for m in passage.mentions("author", clause) if m.year]
    return [t.id for m in cited for ref in m.ids for t in by.get(ref, ()) if not t.parent]


def _around(passage: Passage, clause: Clause) -> tuple[Trial, ...]:
    """The one trial that the nearest text around names, for a clause that speaks of "the trial"."""
    other = passage.mentions("compound", clause) or passage.mentions("indication", clause)
    told = passage.scope.block.kind == "cell" or points_back(clause.words)
    if other or not told:
        return ()
    for layer in passage.scope.layers:
        ids = {i for m in layer.of("trial") for i in m.ids}
        ids |= {t for name, t in _heads(passage.records) if name in layer.text}
        if ids:
            known = passage.records.base.trial
            return (known[ids.pop()],) if len(ids) == 1 else ()
    return ()


def _uses(passage: Passage, clause: Clause, trial: Trial, controls: tuple[str, ...]) -> bool:
    """Whether a trial gave every substance that the clause names, and had its comparator."""
    related = passage.records.compounds.related
    used = {*trial.compound, *(a.compound for a in trial.arms if a.compound), *trial.design.control}
    named = [m.ids[0] for m in passage.mentions("compound", clause)]
    up = passage.records.controls.up
    return all(any(related(n, u) for u in used) for n in named) and all(
        any(c in up(own) or c == own for own in used) for c in controls
    )


def _narrowed(passage: Passage, trials: list[Trial]) -> list[Trial]:
    """Those on the disease that the nearest heading names, where any are."""
    up = passage.records.indications.up
    for layer in passage.scope.layers[1:]:
        if named := {m.ids[0] for m in layer.of("indication")}:
            kept = [t for t in trials if any(named & up(own) for own in t.indication)]
            return kept or trials
    return trials


@lru_cache(maxsize=8)
def _heads(records: Records) -> tuple[tuple[str, str], ...]:
    """Each trial's name without its explanation ("Voyage" of "Voyage (DT120)"), with its id."""
    heads = ((_HEAD_END.split(t.name, maxsplit=1)[0], t) for t in records.base.trials)
    return tuple(
        (h, t.id)
        for h, t in heads
        if len(h) >= _SHORTEST and (t.name.startswith(f"{h} (") or _MIXED.search(h))
    )


def points_back(words: str) -> bool:
    """Whether a text speaks of "the trial", "its results" or the like without naming any."""
    return bool(_POINTS_BACK.search(words))


def names_trial(text: str, records: Records) -> bool:
    """Whether a text writes the short name of a trial."""
    return any(head in text for head, _ in _heads(records))


def _names(passage: Passage, clause: Clause, head: str) -> bool:
    """Whether a clause writes a trial's name, with its capitals."""
    at = passage.text.find(head, clause.start, clause.end)
    return at >= 0 and bool(re.match(r"\b" + re.escape(head) + r"\b", passage.text[at:]))


def phases_of(passage: Passage, clause: Clause) -> tuple[str, ...]:
    """The phases that the clause names."""
    return tuple(p.value for p in passage.reading.of(Phase) if clause.holds(p.start, p.end))


def _sponsors(passage: Passage, clause: Clause) -> tuple[str, ...]:
    return tuple(m.ids[0] for m in passage.mentions("sponsor", clause))


def _pool(passage: Passage, treated: Iterable[Subject]) -> Iterable[Trial]:
    compounds = [c for s in treated for c in s.compounds]
    if not compounds:
        return passage.records.base.trials
    by = passage.records.trials_by_compound
    return {t.id: t for c in compounds for t in by.get(c, ())}.values()


def _fits(
    passage: Passage,
    trial: Trial,
    phases: tuple[str, ...],
    sponsors: tuple[str, ...],
    indications: tuple[str, ...],
) -> bool:
    if trial.parent or (phases and not any(same_phase(p, trial.phase) for p in phases)):
        return False
    family = passage.timeline.sponsors
    if sponsors and not any(family.related(s, own) for s in sponsors for own in trial.sponsor):
        return False
    up = passage.records.indications.up
    return not indications or any(i in up(own) for i in indications for own in trial.indication)


def same_phase(said: str, recorded: str | None) -> bool:
    """Whether a phase as written covers that of a record: "2" also means 2a and 2b."""
    if recorded is None:
        return False
    return recorded == said or (said.isdigit() and said in recorded.rstrip("ab").split("/"))


def reports_of(trials: Iterable[Trial]) -> tuple[str, ...]:
    """The references that report the trials, the primary one of each first."""
    return tuple(
        p.ref
        for t in trials
        for p in sorted(t.publications, key=lambda p: p.role != "primary")
        if p.role != "protocol"
    )
