"""Applications under review: whether anything is before an agency, and undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moments import Now
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.timeline import Wanted, until
from claimcheck.statements.nouns import Opinion

_PENDING = frozenset({"application", "acceptance", "rolling-review"})
_DECIDED = frozenset({"approval", "refusal"})
_ABOUT_MEDICINE = lazy(r"\bapplication\b|\bnda\b|\bapproval\b|\bregulat\w+|\bsubmission\b")
_ACCEPTED = lazy(r"\baccept(?:ed|s)\b")
"""An application was accepted "under review": that is told, not the state it is in."""
_WAS = lazy(r"\b(?:was|were|had been)\b")
_PAST = lazy(r"\b(?:was|were|had been|been)\b[^.;]{0,20}\Z")


def reviews(passage: Passage) -> Iterator[Opinion]:
    """The opinions on statements that a decision is still to come."""
    for cue in passage.of_kind("review"):
        words = cue.clause.words
        before = words[: cue.start]
        taken_up = _ACCEPTED.search(before)
        if taken_up or phrases.IDLE.search(before) or phrases.NEGATION.search(before):
            continue
        past = bool(_PAST.search(before) or _WAS.search(words, cue.start, cue.end))
        if not _by_regulator(passage):
            continue
        for party in parties(passage, cue, bare=True):
            if party.subject.compounds and (found := _judged(passage, cue, party, past=past)):
                yield found


def _by_regulator(passage: Passage) -> bool:
    """Whether the sentence names somebody who approves or advises on it, or an application."""
    advising = {e.agency for e in passage.timeline.of(frozenset({"advisory-vote"}))}
    deciding = advising | set(passage.timeline.licensing)
    named = {m.ids[0] for m in passage.mentions("agency")}
    return bool(named & deciding) or bool(_ABOUT_MEDICINE.search(passage.low))


def _judged(passage: Passage, cue: Cue, party: Party, *, past: bool) -> Opinion | None:
    what = stated(passage, cue.clause.start, cue.clause.end)
    now = _then(passage, cue, past=past)
    if now is None:
        return None
    pending = until(passage.timeline.find(_loosely(party, _PENDING)), now.last)
    decided = _decisions(passage, party, pending)
    over = until(decided, now.first)
    if over and not past:
        return opinion("outdated", what, passage, (over[-1], *pending[-1:]))
    if pending and len(over) == 0:
        return opinion("supported", what, passage, tuple(reversed(pending)))
    return None


def _then(passage: Passage, cue: Cue, *, past: bool) -> Now | None:
    """The day that is spoken of; None for a past without a date."""
    dates = [m.date.span for m in near_first(passage, cue) if m.date.span]
    if not past:
        ahead = any(span[1] >= passage.now.first for span in dates)
        return None if ahead else passage.now
    return Now(*dates[0]) if dates else None


def _decisions(passage: Passage, party: Party, pending: tuple[Event, ...]) -> tuple[Event, ...]:
    """What decided the pending application; of a committee, also its vote."""
    if not pending:
        return ()
    kinds = _DECIDED | ({"advisory-vote"} if _committee(passage, party) else frozenset())
    first = pending[-1].date
    return tuple(e for e in passage.timeline.find(_loosely(party, kinds)) if e.date > first)


def _committee(passage: Passage, party: Party) -> bool:
    voting = {e.agency for e in passage.timeline.of(frozenset({"advisory-vote"}))}
    return bool(voting & set(party.place.agencies))


def _loosely(party: Party, kinds: frozenset[str]) -> Wanted:
    """Who applied and who decides are different agencies; the treatment ties them together."""
    return replace(party.wanted(kinds), agencies=(), places=(), holders=())
