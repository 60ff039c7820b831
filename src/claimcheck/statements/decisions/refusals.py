"""Refusals of medicines: rejected applications, complete response letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"refusal"})
_OPINION = frozenset({"opinion"})
_NOUN = lazy(r"rejection|refusal|complete response|crl")
_LETTER = lazy(r"complete response|crl")
_PUBLISHED = lazy(r"\b(?:publish\w*|releas\w+|disclos\w+|made public|unveil\w*)\b")
"""A clause on when letters became public, not on when they were sent."""
_HAS = lazy(r"\b(?:has|have)\b")
_HAPPENED = lazy(r"\b(?:following|after|since|despite|because of|due to|given)\b[^.;,]{0,50}\Z")
_ABOUT_MEDICINE = lazy(
    r"approv|application|refusal of|rejection of|\bnda\b|\bbid\b|submission|complete response|\bcrl"
)
_OTHER_OBJECT = lazy(
    r"^\W*(?:[\w’'-]+ ){0,3}?(?:idea|notion|claims?|calls?|appeals?|criticism|arguments?|"
    r"suggestions?|"
    r"allegations?|theory|hypothesis|advice|offers?|plea|comparison|label|petition|bill|measure|"
    r"request)\b"
)


def refusals(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every refusal that a sentence affirms or denies."""
    for cue in passage.of_kind("refusal"):
        if passage.beside(cue, "vote", "law", "petition") or _other(cue):
            continue
        if _LETTER.match(passage.low[cue.start : cue.end]) and _PUBLISHED.search(cue.clause.words):
            continue
        noun = bool(_NOUN.match(passage.low[cue.start : cue.end]))
        spirit = modality(cue.clause.words, cue.start, cue.end, noun=noun)
        if noun and _HAPPENED.search(cue.clause.words[: cue.start]):
            spirit = Modality("fact")
        if spirit.mood != "fact":
            continue
        if _HAS.search(cue.clause.words[: cue.end]) and not near_first(passage, cue):
            spirit = replace(spirit, yet=True)
        bare = bool(_LETTER.match(passage.low[cue.start : cue.end]))
        for party in parties(passage, cue, _deciders(passage), bare=bare):
            if found := _judged(passage, cue, spirit, party):
                yield found


def _deciders(passage: Passage) -> frozenset[str]:
    """Agencies that approve or have refused."""
    refusing = {e.agency for e in passage.timeline.of(KINDS) if not e.effect}
    return frozenset(refusing | set(passage.timeline.licensing))


def _other(cue: Cue) -> bool:
    """Whether an idea, a bill or a trial was turned down, not a medicine."""
    after = cue.clause.words[cue.end : cue.end + 90]
    return bool(_OTHER_OBJECT.match(after) or approvable.OTHER_OBJECTS.match(after))


def _judged(passage: Passage, cue: Cue, spirit: Modality, party: Party) -> Opinion | None:
    words = cue.clause.words
    if not party.place and not _ABOUT_MEDICINE.search(words):
        return None
    wanted = party.wanted(KINDS)
    if not party.place:
        wanted = replace(wanted, agencies=tuple(sorted(_deciders(passage))))
    if party.subject.compounds:
        wanted = replace(wanted, holders=())
    if not (wanted.compounds or wanted.holders):
        return None
    happening = Happening(
        what=stated(passage, cue.clause.start, cue.clause.end),
        noun="refusal",
        wanted=wanted,
        modality=replace(spirit, negated=spirit.negated != party.subject.negated),
        moments=near_first(passage, cue),
        wants_source=party.subject.own and bool(party.place),
    )
    return _approved_instead(passage, happening) or judge(passage, happening)


def _approved_instead(passage: Passage, happening: Happening) -> Opinion | None:
    """Said to be refused, but approved there, and no refusal known."""
    wanted = happening.wanted
    where = {j for a in wanted.agencies for j in passage.timeline.licensing.get(a, ())}
    if happening.modality.negated or not wanted.compounds or not (where or wanted.places):
        return None
    if passage.timeline.find(wanted):
        return None
    places = tuple(where | set(wanted.places))
    advised = passage.timeline.find(
        replace(wanted, kinds=_OPINION, agencies=(), places=places, position="against")
    )
    own = [e for e in advised if not wanted.agencies or e.agency in wanted.agencies]
    moments = happening.moments
    if against := [e for e in own if not moments or any(m.fits(e) for m in moments)]:
        return opinion("supported", happening.what, passage, against)
    approved = passage.timeline.find(
        replace(wanted, kinds=frozenset({"approval"}), agencies=(), places=places)
    )
    backed = replace(wanted, kinds=_OPINION, position="for")
    approved = (*approved, *passage.timeline.find(backed))
    then = [e for e in approved if not moments or any(m.fits(e) for m in moments)]
    return opinion("contradicted", happening.what, passage, then) if then else None
