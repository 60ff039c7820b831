"""Works taken back by their journals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from claimcheck.model.events import Event
from claimcheck.model.quantity import Phase
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.trialsmeant import same_phase
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.records import Records

KINDS = frozenset({"retraction"})
_LONG = 12
"""Letters of a one-word title that is no everyday word."""
_NOT = lazy(r"\b(?:not|nor|unlike|except) (?:\w+ ){0,3}\Z")
_WORKS = (
    r"(?:(?:the|an?|both|those|these|one|two|three|of|on|from|for|about|main|full|original|first|"
    r"results?|papers?|reports?|articles?|stud(?:y|ies)|trials?|publications?)\s)*"
)
_NAMED = lazy(
    rf"\s(?:\w+\s)?{_WORKS}(?:\w+\s)?(?:was|were|is|are|includes?|included|comprised?)\s{_WORKS}"
    rf"|[^.;]{{0,40}}?,?\s(?:among (?:them|these)(?: was)?|including|one of them)\s{_WORKS}"
)
"""Between what was retracted and a trial that is said to be it."""
_WAS = lazy(
    rf"(?:[’']s)?\s{_WORKS}(?:itself\s)?(?:was|were|has been|have been|is|are)\s(?:not\s)?"
    rf"(?:(?:also|later|then|among|since)\s)*{_WORKS}"
)
"""Between a trial and that it was retracted."""
_NOTICE = lazy(r"retraction", re.IGNORECASE)


def retractions(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every work that a sentence says was, or was not, retracted."""
    for cue in passage.of_kind("retraction"):
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if spirit.mood != "fact":
            continue
        cited = passage.mentions("author", cue.clause)
        for mention in cited:
            yield _work(passage, cue, spirit, mention.ids, mention.ids[0])
        for mention in () if cited else passage.mentions("trial", cue.clause):
            if _is_of(passage.low, mention, cue):
                cited = (*cited, mention)
                trials = [passage.records.base.trial[i] for i in mention.ids]
                works = tuple(p.ref for t in trials for p in t.publications)
                yield _work(passage, cue, spirit, works, trials[0].name)
        if not cited and not spirit.negated:
            yield from _several(passage, cue, spirit)


def _is_of(low: str, trial: Mention, cue: Cue) -> bool:
    """Whether it is a trial's report that is said to have been retracted."""
    if trial.start >= cue.end:
        return _NAMED.fullmatch(low, cue.end, trial.start) is not None
    return _WAS.fullmatch(low, trial.end, cue.start) is not None


def _work(passage: Passage, cue: Cue, spirit: Modality, ids: tuple[str, ...], name: str) -> Opinion:
    """The works of one author and year, or of one trial."""
    what = stated(passage, cue.clause.start, cue.clause.end)
    events = tuple(e for e in passage.timeline.of(KINDS) if set(ids) & set(e.ref))
    if bool(events) != spirit.negated:
        return opinion("supported", what, passage, events, references=ids)
    expected = "" if events else f"no retraction of {name} is recorded"
    return opinion("contradicted", what, passage, events, expected=expected, references=ids)


def _several(passage: Passage, cue: Cue, spirit: Modality) -> Iterator[Opinion]:
    """Works named by treatment, journal and date."""
    for party in parties(passage, cue, bare=True):
        happening = _happening(passage, cue, spirit, party)
        if events := _of_other_phase(passage, cue, happening):
            yield opinion("contradicted", happening.what, passage, events)
            return
    for party in parties(passage, cue):
        happening = _happening(passage, cue, spirit, party)
        if not happening.wanted.compounds:
            continue
        verdict = judge(passage, happening)
        if verdict:
            yield _in_journal(passage, cue, verdict)


def _happening(passage: Passage, cue: Cue, spirit: Modality, party: Party) -> Happening:
    wanted = replace(party.wanted(KINDS), holders=(), places=())
    return Happening(
        what=stated(passage, cue.clause.start, cue.clause.end),
        noun="retraction",
        wanted=wanted,
        modality=replace(spirit, yet=False),
        moments=near_first(passage, cue),
        wants_source=False,
    )


def _of_other_phase(passage: Passage, cue: Cue, happening: Happening) -> tuple[Event, ...]:
    """Retractions on the treatment, none of which is of a trial of the phase that is said."""
    phases = [
        p.value
        for p in passage.reading.of(Phase)
        if cue.clause.holds(p.start, p.end) and not _NOT.search(passage.low[: p.start])
    ]
    if not phases or not happening.wanted.compounds:
        return ()
    found = passage.timeline.find(happening.wanted)
    by = passage.records.trials_by_reference
    trials = [t for e in found for r in _works(passage, e) for t in by.get(r, ())]
    known = [t for t in trials if t.phase]
    fitting = any(same_phase(p, t.phase) for p in phases for t in known)
    then = tuple(e for e in found if any(m.fits(e) for m in happening.moments))
    return (then or found[::-1]) if known and not fitting else ()


def _in_journal(passage: Passage, cue: Cue, verdict: Opinion) -> Opinion:
    """The journal that the sentence names, beside those of the works that were taken back."""
    known = passage.records.base.reference
    named = max(
        (t for t in _titles(passage.records) if _is_named(passage, cue, t)), key=len, default=""
    )
    works = {r for i in verdict.events for r in passage.records.base.event[i].ref if r in known}
    own = {known[r].container_title for r in works}
    if verdict.standing != "supported" or not named or not any(own) or named in own:
        return verdict
    start = passage.text.index(named)
    what = stated(passage, start, start + len(named))
    events = [passage.records.base.event[i] for i in verdict.events]
    return opinion("contradicted", what, passage, events)


def _is_named(passage: Passage, cue: Cue, title: str) -> bool:
    """Whether a sentence names a journal; by one word only where that did the retracting."""
    if " " in title or len(title) > _LONG:
        return title in passage.text
    return f"{title} " == passage.text[max(0, cue.start - len(title) - 1) : cue.start]


@lru_cache(maxsize=8)
def _titles(records: Records) -> tuple[str, ...]:
    """The titles of the journals of the base."""
    found = {r.container_title for r in records.base.references if r.type.startswith("article")}
    return tuple(title for title in found if title)


def _works(passage: Passage, event: Event) -> list[str]:
    """The references of an event that are no retraction notices."""
    known = passage.records.base.reference
    return [r for r in event.ref if r not in known or not _NOTICE.search(known[r].genre or "")]
