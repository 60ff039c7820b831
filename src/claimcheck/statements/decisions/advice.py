"""Opinions of bodies that recommend: technology agencies, committees of medicines agencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.nouns import Opinion, Standing

KINDS = frozenset({"opinion"})
_ADVISED = lazy(
    r"\brecommend(?:ed|s|ation|ing)?\b|\b(?:positive|negative|favou?rable) opinion\b|\breject(?:ed|"
    r"s|ion)\b|"
    r"\bturn(?:ed|s) (?:[\w-]+ ){0,3}?down\b|\bback(?:ed|s)\b|\bendors(?:ed|es)\b|"
    r"\bdecided against\b|\badvis(?:ed|es) against\b|"
    r"\brul(?:ed|es) (?:out|against)\b|\bapprov(?:ed|es)\b|\baccept(?:ed|s)\b|\bsaid no\b|"
    r"\bc(?:a|o)me (?:out|down) (?:in favou?r of|against|for)\b|\burg(?:ed|es)\b|"
    r"\badvis(?:ed|es) (?:in favou?r|that|making|to)\b|\b(?:told|tells)\b(?= [^.;,]{0,40}\bto\b)|"
    r"\brefus(?:ed|es)\b|\b(?:added|additional) benefit\b|\bc(?:a|o)me a?round to\b|"
    r"\bsa(?:id|ys) yes\b|\bgreen[- ]?li(?:t|ghted)\b"
)
_ACTS = lazy(r"sa(?:id|ys) |c(?:a|o)me ")
_OPINION = lazy(r"recommend|opinion|advis|benefit")
_NO = lazy(r"negative|reject|turn|against|out\b|said no|refus")


def advice(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what advisory bodies are said to have recommended."""
    bodies = _bodies(passage)
    if not any(m.ids[0] in bodies for m in passage.mentions("agency")):
        return
    for found in _ADVISED.finditer(passage.low):
        cue = Cue("approval", *found.span(), passage.clause_at(found.start()))
        if not _speaks(passage, cue, bodies):
            continue
        noun = found.group().endswith(("ation", "opinion"))
        spirit = modality(cue.clause.words, cue.start, cue.end, noun=noun)
        if spirit.mood != "fact" or (noun and ahead(cue.clause)):
            continue
        denied = bool(_NO.search(found.group())) != spirit.negated
        overtaken: Standing = "outdated" if spirit.negated and spirit.yet else "contradicted"
        before = [m.ids[0] for m in passage.mentions("agency", cue.clause) if m.end <= cue.start]
        for party in parties(passage, cue, bodies, bare=True):
            named = party.place.agencies
            if named and (before[-1] not in named if before else _ACTS.match(found.group())):
                continue  # another body does what the cue says
            if party.subject.compounds and party.place:
                yield from _judged(passage, cue, party, "against" if denied else "for", overtaken)


def _bodies(passage: Passage) -> frozenset[str]:
    """Agencies whose recorded opinions say which way they went."""
    return frozenset(e.agency for e in passage.timeline.of(KINDS) if e.position)


def _speaks(passage: Passage, cue: Cue, bodies: frozenset[str]) -> bool:
    """Whether such a body acts in the clause; one that also approves must "recommend"."""
    acting = {m.ids[0] for m in passage.mentions("agency", cue.clause)} & bodies
    if not _OPINION.search(passage.low[cue.start : cue.end]):
        acting -= set(passage.timeline.licensing)
    return bool(acting)


def _judged(
    passage: Passage, cue: Cue, party: Party, position: str, overtaken: Standing
) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    happening = Happening(
        what=what,
        noun="recommendation",
        wanted=party.wanted(KINDS, position=position),
        modality=Modality("fact"),
        moments=near_first(passage, cue),
        wants_source=False,
    )
    timeline = passage.timeline
    if timeline.find(happening.wanted):
        verdict = judge(passage, happening)
        if verdict:
            yield verdict
        return
    opposite = timeline.find(replace(happening.wanted, position=None))
    if opposite:
        yield opinion(overtaken, what, passage, tuple(reversed(opposite)))
