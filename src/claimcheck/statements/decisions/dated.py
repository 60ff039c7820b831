"""Decisions of the simpler sort: holds, applications, petitions, guidance, orders, results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.cues import Kind
from claimcheck.statements.decisions.findings import Stated, opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import Place
from claimcheck.statements.decisions.subjects import Subject
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.nouns import Opinion


@dataclass(frozen=True, slots=True)
class _Sort:
    """How one kind of cue is looked up.

    `general` decisions concern no one treatment: they are found by who decided alone, and only
    where the sentence speaks of a class of treatments.
    """

    kinds: frozenset[str]
    noun: str
    general: bool = False


_SORTS: dict[Kind, _Sort] = {
    "hold": _Sort(frozenset({"clinical-hold"}), "clinical hold"),
    "hold-lifted": _Sort(frozenset({"hold-lifted"}), "lifting of a hold"),
    "application": _Sort(frozenset({"application"}), "application"),
    "petition": _Sort(frozenset({"rescheduling-petition"}), "petition"),
    "guidance": _Sort(frozenset({"guidance"}), "guidance", general=True),
    "order": _Sort(frozenset({"order"}), "order", general=True),
}
_PRESENT = lazy(
    r"\b(?:is|are|remains?|continues?|bars?|blocks?|stops?|prevents?|stands|lasts|cannot|can|still|"
    r"keeps?|ha(?:s|ve)(?! (?:\w+ )?(?:put|\w+ed)\b))\b"
)
_REASON = lazy(r"(?:because of|due to|owing to|on account of|under) ")
_THEN = lazy(r"\b(?:was|were|had|did)\b")
_DECIDED = lazy(r"\bletter\b|\b(?:could|would|can) not\b|\bapproved\b|\brefus\w+|\breject\w+")
"""A clause on what became of an application."""
_ANSWERED = lazy(r"\b(?:grant|approv|reject|refus|den(?:ied|ies)|dismiss)")
"""A clause on what became of a petition."""
_UNTIL = lazy(r"\b(?:until|till?|to|and) (?:the )?\Z")
_SCHEDULE = lazy(r"schedul|\bdea\b|\bhhs\b|class [abc]\b")
"""In a sentence on a petition: it is one that agencies decide on."""
_ACCEPTING = lazy(r"\baccept")
_ACCEPTED = _Sort(frozenset({"acceptance"}), "acceptance of an application")
_APPROVED = frozenset({"approval"})
_PARTLY = frozenset({"rolling-review"})


def dated(passage: Passage) -> Iterator[Opinion]:
    """The opinions on holds, applications, petitions, guidance and orders."""
    for named in passage.cues:
        lifted = named.kind == "hold-lifted"  # what is dated is its end
        cue = replace(named, clause=passage.clause_at(named.end - 1)) if lifted else named
        sort = _sort(passage, cue)
        if sort is None:
            continue
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if spirit.mood != "fact" or spirit.negated or spirit.lapsed or _kept(passage, cue):
            continue
        for party in _parties(passage, cue, sort):
            if found := _judged(passage, cue, sort, spirit, party):
                yield _ended(passage, found) if cue.kind == "hold" else found


def _kept(passage: Passage, cue: Cue) -> bool:
    """Whether a hold is said not to have been lifted."""
    return cue.kind == "hold-lifted" and bool(
        phrases.NEGATION.search(passage.low, cue.start, cue.end)
    )


def _ended(passage: Passage, found: Opinion) -> Opinion:
    """A hold told with its end ("until May"): the end too must be that of the record."""
    until = [d for d in passage.reading.of(Date) if _UNTIL.search(passage.low[: d.start])]
    events = [passage.records.base.event[i] for i in found.events]
    ends = [e.until for e in events if e.until]
    if found.standing != "supported" or len(until) != 1 or not until[0].span or not ends:
        return found
    first, last = until[0].span
    if any(e.earliest <= last and first <= e.latest for e in ends):
        return found
    what = Stated(until[0].start, until[0].end, until[0].text)
    return opinion("contradicted", what, passage, [*passage.timeline.enders(events), *events])


def _sort(passage: Passage, cue: Cue) -> _Sort | None:
    if cue.kind == "application" and _ACCEPTING.search(passage.low[cue.start : cue.end]):
        return _ACCEPTED
    if cue.kind == "application" and _DECIDED.search(cue.clause.words):
        return None
    if cue.kind == "application" and phrases.OTHER_APPLICATION.search(cue.clause.words):
        return None
    if cue.kind == "petition" and not _SCHEDULE.search(passage.low):
        return None
    if cue.kind == "petition" and _ANSWERED.search(cue.clause.words):
        return None
    if cue.kind == "hold" and passage.beside(cue, "hold-lifted"):
        return None
    return _SORTS.get(cue.kind)


def _parties(passage: Passage, cue: Cue, sort: _Sort) -> Iterator[Party]:
    if not sort.general:
        yield from parties(passage, cue, bare=cue.kind in {"hold", "hold-lifted"})
        return
    agencies = tuple(m.ids[0] for m in passage.mentions("agency", cue.clause))
    if agencies and passage.mentions("treatment"):
        yield Party(Place(agencies), Subject(indications=purposes(passage, cue.clause)), ())


def _judged(
    passage: Passage, cue: Cue, sort: _Sort, spirit: Modality, party: Party
) -> Opinion | None:
    wanted = party.wanted(sort.kinds)
    if sort.noun == "application":
        wanted = replace(wanted, agencies=(), places=())
    if not sort.general and not (wanted.compounds or wanted.holders):
        return None
    found = passage.timeline.find(wanted)
    if not found and _rolling(passage, party):
        return None
    if sort.noun == "application" and _another(passage, cue, party, found):
        return None
    begins = (m for m in near_first(passage, cue) if not _UNTIL.search(passage.low[: m.start]))
    moments = tuple(begins) if cue.kind == "hold" else near_first(passage, cue)
    happening = Happening(
        what=stated(passage, cue.clause.start, cue.clause.end),
        noun=sort.noun,
        wanted=wanted,
        modality=replace(spirit, yet=_of_now(passage, cue, spirit) and _lasting(found)),
        moments=tuple(replace(m, relation="by") if spirit.yet else m for m in moments),
        wants_source=False,
    )
    return judge(passage, happening)


def _another(passage: Passage, cue: Cue, party: Party, found: tuple[Event, ...]) -> bool:
    """Whether the one on record was approved before the written date, so that another is meant."""
    moments = [m for m in near_first(passage, cue) if m.date.span]
    decided = passage.timeline.find(replace(party.wanted(_APPROVED), agencies=(), places=()))
    return bool(found) and any(
        d.date.latest < m.date.span[0]
        for m in moments
        if m.date.span
        for d in decided
        if d.date > found[0].date
    )


def _of_now(passage: Passage, cue: Cue, spirit: Modality) -> bool:
    """Whether the clause speaks of the present state, or gives the reason for one."""
    words = cue.clause.words
    if _REASON.match(words.lstrip("# ,")) and not passage.reading.of(Date):
        words = passage.low
    present = _PRESENT.search(words) and not passage.moments(cue.clause)
    return bool(spirit.yet or present) and not _THEN.search(words)


def _lasting(found: tuple[Event, ...]) -> bool:
    """Whether the decision is a state that can end."""
    return any(event.until for event in found)


def _rolling(passage: Passage, party: Party) -> bool:
    """Whether parts of an application have been handed in, so that none is a matter of words."""
    return bool(passage.timeline.find(party.wanted(_PARTLY)))
