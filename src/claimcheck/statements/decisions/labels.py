"""What a label allows: a medicine given alone, or only together with another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import places
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted, until
from claimcheck.statements.nouns import Opinion

_KINDS = frozenset({"approval"})
_MODAL = lazy(r"\b(?:may|can|must)\b")
_ALLOWED = lazy(
    r"\b(?:approved|prescribed|used|given|taken|administered|licensed|authori[sz]ed|indicated|cleared|"
    r"available|prescribe)\b"
)


def labels(passage: Passage) -> Iterator[Opinion]:
    """The opinions on statements that a medicine may only be given together with another."""
    if not phrases.MUST.search(passage.low):
        return
    for clause in passage.clauses:
        must = phrases.MUST.search(clause.words)
        allowed = _ALLOWED.search(clause.words)
        if not must or not allowed or passage.asked or approvable.ALONE.search(clause.words):
            continue
        cue = Cue("approval", allowed.start(), allowed.end(), clause)
        words = _MODAL.sub(lambda m: "#" * len(m.group()), clause.words)
        spirit = modality(words, allowed.start(), allowed.end())
        if spirit.mood == "fact" and not spirit.negated:
            yield from _judged(passage, cue)


def _judged(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    for place in places(passage, cue.clause, passage.timeline.licensing):
        where = [j for a in place.agencies for j in passage.timeline.licensing.get(a, ())]
        for subject in subjects(passage, cue.clause):
            wanted = Wanted(
                kinds=_KINDS,
                compounds=subject.compounds,
                indications=subject.indications,
                places=(*where, *place.jurisdictions),
            )
            events = until(passage.timeline.find(wanted), passage.now.first)
            if not subject.whole and _together(cue.clause.words, events):
                what = stated(passage, cue.clause.start, cue.clause.end)
                alone = [e for e in events if e.alone]
                yield opinion("outdated" if alone else "supported", what, passage, alone or events)


def _together(words: str, events: Sequence[Event]) -> bool:
    """Whether the clause says "with" one of the medicines that the approvals go with."""
    said = phrases.TOGETHER.search(words)
    partners = {partner.lower() for e in events for partner in e.alongside}
    return bool(said) and any(partner in words[said.end() :] for partner in partners if said)
