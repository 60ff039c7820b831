"""Who made a law, and how far it goes: voters or a parliament, a pilot or services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.laweffects import fits
from claimcheck.statements.decisions.lawstatements import LawStatement, left_out, matching
from claimcheck.statements.decisions.passage import Cue, Passage

_BY_VOTERS = lazy(
    r"(?<!law the )(?<!law )(?<!that )(?<!which )(?<!that the )\bvoters (?:\w+ )?(?:approved|"
    r"passed|adopted|backed|enacted)\b|\b(?:in|by) (?:a )?referendum\b|\bat the ballot\b|"
    r"\bballot (?:initiative|measure|question) (?:that )?(?:brought|opened|created|made|gave)\b"
)
_BY_LAWMAKERS = lazy(
    r"\b(?:legislature|lawmakers|governor|parliament)\b[^.;,]{0,30}?\b(?:passed|signed|adopted|"
    r"enacted)\b"
)
_SIGNED = lazy(
    r"\bgovernor\b[^.;,]{0,40}?\bsign(?:ed|s)\b(?! (?:off|up))|"
    r"\bsigned (?:into law )?by [^.;,]{0,30}?governor|"
    r"\bwith the governor's signature"
)
_BANNED = lazy(r"\b(?:bann?(?:ed|s|ing)|outlaw\w*|prohibit\w*|forb[ai]d\w*)\b")
_UNSIGNED = "without the governor's signature"
_LEGALISED = lazy(r"\blegali[sz]\w*|\blicen[sc]\w+|\bopened\b")
_WIDE = frozenset({"services", "decriminalisation", "licence"})
_NARROW = frozenset({"pilot", "task-force", "research", "rules"})
_LAW = frozenset({"law"})


def misreported(
    passage: Passage, cue: Cue, statement: LawStatement, found: Sequence[Event]
) -> bool:
    """Whether laws that a clause means were made by others than it says, or do something else."""
    if not found:
        return False
    signed = _SIGNED.search(cue.clause.words)
    unsigned = signed and all(_UNSIGNED in e.summary.lower() for e in found)
    if unsigned or _by_others(passage, cue, found):
        return True
    banned = _BANNED.search(cue.clause.words)
    if banned and not phrases.NEGATION.search(cue.clause.words) and spares(passage, cue, found):
        return True
    effects = {effect for event in found for effect in event.effect}
    return not statement.refused and fits(cue.clause.words, effects) is False


def spares(passage: Passage, cue: Cue, found: Sequence[Event]) -> tuple[Event, ...]:
    """The listings of which the record says that they leave out what a clause names."""
    named = {passage.words(m).lower() for m in passage.mentions("compound", cue.clause)}
    words = {word for name in named for word in name.split()}
    return tuple(e for e in found if words & left_out(e))


def _by_others(passage: Passage, cue: Cue, found: Sequence[Event]) -> bool:
    """Whether voters are said to have made a law that none made, or a parliament one of theirs."""
    words = cue.clause.words
    voters, lawmakers = _BY_VOTERS.search(words), _BY_LAWMAKERS.search(words)
    if bool(voters) == bool(lawmakers) or phrases.NEGATION.search(words):
        return False
    theirs = [_of_voters(passage, e) for e in found]
    if voters:
        return not any(theirs)
    there = {e.jurisdiction for e in found}
    laws = [e for e in passage.timeline.of(_LAW) if e.jurisdiction in there]
    return all(_of_voters(passage, e) for e in laws if e.agency not in passage.timeline.local)


def _of_voters(passage: Passage, event: Event) -> bool:
    known = passage.timeline.agencies
    return event.agency in known and "voters" in known[event.agency].name.lower()


def only_narrow(passage: Passage, cue: Cue, statement: LawStatement) -> tuple[Event, ...]:
    """The laws of a place on the treatment, where all of them do less than is said."""
    if statement.bill or statement.refused or not statement.effects & _WIDE:
        return ()
    anything = replace(statement, effects=frozenset(), moments=())
    own = [e for e in matching(passage, anything, _LAW) if e.effect]
    wide = any(set(e.effect) - _NARROW for e in own)
    if not own or wide or not statement.compounds or not _LEGALISED.search(cue.clause.words):
        return ()
    return tuple(reversed(own))
