"""What a label allows: a medicine given alone, or only together with another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases
from claimcheck.statements.decisions.findings import opinion, redated, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import places
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted, until
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.nouns import Opinion

_KINDS = frozenset({"approval"})
_MODAL = lazy(r"\b(?:may|can|must)\b")
_AT_FIRST = lazy(r"\b(?:(?:at|was|were|been) first|initially|originally|until)\b")
_ADD_ON = lazy(r"\bas an? (?:add-?on|adjunct\w*)\b(?! to)")
_ALLOWED = lazy(
    r"\b(?:approve[ds]|allow(?:s|ed)|permit(?:s|ted)|prescri\w+|used?|given|tak(?:e|en|ing)|administered|licensed|authori[sz]ed|"
    r"indicated|cleared|available|goes|comes|combined|approval|licen[cs]e|label)\b"
)


def labels(passage: Passage) -> Iterator[Opinion]:
    """The opinions on statements that a medicine is given alone, or only together with another."""
    for clause in passage.clauses:
        alone = approvable.ALONE.search(clause.words) is not None
        allowed = _ALLOWED.search(clause.words)
        if (
            allowed
            and not _AT_FIRST.search(clause.words)
            and (alone or phrases.MUST.search(clause.words))
        ):
            words = _MODAL.sub(lambda m: "#" * len(m.group()), clause.words)
            spirit = modality(words, allowed.start(), allowed.end())
            if spirit.mood == "fact" and not spirit.negated:
                cue = Cue("approval", *allowed.span(), clause)
                yield from _judged(passage, cue, alone=alone)


def _judged(passage: Passage, cue: Cue, *, alone: bool) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    moments = near_first(passage, cue)
    for place in places(passage, cue.clause, passage.timeline.licensing):
        where = [j for a in place.agencies for j in passage.timeline.licensing.get(a, ())]
        for subject in subjects(passage, cue.clause):
            own = purposes(passage, cue.clause) or subject.indications
            wanted = Wanted(
                kinds=_KINDS,
                compounds=subject.compounds,
                indications=subject.indications or own,
                places=(*where, *place.jurisdictions),
                alone=True if alone else None,
            )
            events = until(passage.timeline.find(wanted), passage.now.first)
            then = [e for e in events if not moments or any(m.fits(e) for m in moments)]
            if subject.whole or not (alone or _together(cue.clause.words, events)):
                continue
            each = [passage.timeline.find(replace(wanted, indications=(i,))) for i in own]
            alike = [e for e in events if all(e in found for found in each)]
            over = [e for e in alike if e.alone and not alone and not moments]
            if then:
                yield opinion("outdated" if over else "supported", what, passage, over or then)
            elif alone and len(moments) == 1 and (event := nearest(events, moments)):
                better = redated(moments[0], event)
                yield opinion("contradicted", what, passage, (event,), suggestion=better)


def _together(words: str, events: Sequence[Event]) -> bool:
    """Whether the clause says "with" one of the medicines that the approvals go with."""
    said = phrases.TOGETHER.search(words)
    partners = {partner.lower() for e in events for partner in e.alongside}
    if partners and _ADD_ON.search(words):
        return True
    loosely = ("pill", "tablet") if partners else ()
    return any(partner in words[said.end() :] for partner in (*partners, *loosely) if said)
