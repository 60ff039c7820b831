"""The events that would fulfil what a clause says is still to come, by the sort of decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable
from claimcheck.statements.decisions.approvals import other_purpose
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import places
from claimcheck.statements.decisions.questions import Question, fitting, wanteds
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.decisions.tokens import exceptions, purposes

_APPROVED = frozenset({"approval"})
_GRANTED = lazy(r"approval|authori[sz]ation|clearance|green light|licen[cs]e")
_ANSWERED = lazy(r"application|answer|word from|hear|response|reply|decision|through|past")
"""What a company waits for, and another gives."""
_GATHERINGS = ("workshop", "hearing")
_ANOTHER_ONE = lazy(r"\b(?:another|second|third|next|further|new)\b")
_AGENCY = lazy(r"\bthe (?:agency|regulator)\b")
_TO_MEET = lazy(
    r"\b(?:meet(?:ing)?|met|vote[ds]?|convened?|(?:discuss|weigh|consider|review)(?:ing)?|rule|decide|sit|"
    r"session|hearing)\b"
)
_FINAL = lazy(r"\bfinal\b|\bfinal\w+|\bdraft\b|\binterim\b|\bprovisional\b|\bproposed\b")
_RECOMMENDED = lazy(r"\brecommend(?:ed|s)?\b|\bendors\w+|\bbacked\b|\bin favou?r\b")
_TO_GET = lazy(
    r"[^.;]{0,60}?\b(?:receive|ask|apply|request|seek|call|name|declare|get|win|earn|secure|obtain|land|grant|give|hand|award|"
    r"be (?:granted|given|awarded))\b"
)
_HAD = lazy(
    r"\b(?:receiv\w+|get|gets|got|win|won|w[io]ns|grant\w*|giv\w+|gave|award\w*|secur\w+|earn\w*|"
    r"obtain\w*|land\w*|hold|holds|held|has|have|carr(?:y|ies)|designat(?:e|ed)|named|confer\w*|without|lacks?)\b"
)
_WHOSE = lazy(
    r"\b(?:with|(?:that|which|who) (?:already )?(?:hold|have|has|holds|got|carry|won)|holding|"
    r"having|under)\s+(?:an? |the )?(?:fda )?\Z"
)
"""What leads to a designation that only tells which drugs are meant."""
_MONEY = lazy(r"\bfund\w*|\blisted\b|\bsubsid\w+|\breimburs\w+|\bpa(?:y|id|ys)\b|\bbenefits scheme")
_PRIVATE = lazy(r"\b(?:private\w*|insurers?|insurance|insured|health funds?)\b")
_PERMITTED = lazy(r"\b(?:may|can) (?:now )?(?:request|ask|prescribe|get|obtain)\b")
_ASKED = lazy(r"asked|applied|requested|filed|hopes? for")
_NOBODY = lazy(r"\b(?:no|none|nobody|neither|not (?:one|any|a single)|never)\b")
_LIMITED = lazy(
    r"\bwithout\b|\bonly\b|\bGPs?\b|\bgps?\b|\bgeneral practi\w+|\bat home\b|\boff[- ]label\b|"
    r"\bover the counter\b|\bfreely\b|\bsimply\b|\beasily\b|\bevery\w*\b|"
    r"\bany (?:doctor|physician)|"
    r"\boutside\b(?! (?:of )?(?:an? |the )?(?:clinical |research )?(?:trial|stud|research))"
)


def decided(asked: Question) -> Iterator[Event]:
    """Approvals, refusals and opinions by whoever is said to decide."""
    passage, cue = asked.passage, asked.cue
    if not purposes(passage, cue.clause) and other_purpose(passage, cue):
        return
    granted = _GRANTED.search(passage.low, cue.start, cue.end)
    answered = _ANSWERED.search(passage.low, cue.start, cue.end)
    if _of_company(passage, cue) and not answered:
        return
    if granted and asked.ahead.manner == "denied":
        return  # that nothing was approved may be right although it was decided
    timeline = passage.timeline
    for wanted in wanteds(passage, cue, frozenset({"approval", "refusal", "opinion"})):
        if not wanted.agencies and not wanted.places:
            yield from _by_the_one(passage, cue, wanted)
            continue
        licensed = {j for a in wanted.agencies for j in timeline.licensing.get(a, ())}
        where = tuple(sorted(licensed)) or wanted.places
        decisions = frozenset({"approval", "refusal"})
        if where:
            yield from timeline.find(replace(wanted, kinds=decisions, agencies=(), places=where))
        if wanted.agencies and not licensed:
            yield from timeline.find(replace(wanted, kinds=frozenset({"opinion", "scheduling"})))


def gathered(asked: Question) -> Iterator[Event]:
    """Hearings and workshops of whoever is said to hold one, on what is said."""
    if _ANOTHER_ONE.search(asked.words):
        return
    hosts = {m.ids[0] for m in asked.passage.mentions("agency", asked.cue.clause)}
    for event in asked.passage.timeline.of(frozenset({"meeting"})):
        held = any(word in event.summary.lower() and word in asked.words for word in _GATHERINGS)
        if held and event.agency in hosts:
            yield event


def anything_approved(asked: Question) -> Iterator[Event]:
    """Approvals of whatever medicine for a purpose for which none is said to have been approved."""
    passage, clause = asked.passage, asked.cue.clause
    wanted = purposes(passage, clause)
    if asked.ahead.manner != "denied" or not wanted or exceptions(passage):
        return
    alone = True if approvable.ALONE.search(asked.words) else None
    for place in places(passage, clause, passage.timeline.licensing):
        licensed = [j for a in place.agencies for j in passage.timeline.licensing.get(a, ())]
        where = (*licensed, *place.jurisdictions)
        approved = Wanted(kinds=_APPROVED, indications=wanted, places=where, alone=alone)
        yield from passage.timeline.find(approved) if where else ()


def _by_the_one(passage: Passage, cue: Cue, wanted: Wanted) -> Sequence[Event]:
    """Decisions of "the agency" on a company's application, where only one ever made any."""
    if not (wanted.holders and _AGENCY.search(cue.clause.words)):
        return ()
    found = passage.timeline.find(replace(wanted, kinds=frozenset({"approval", "refusal"})))
    return found if len({e.agency for e in found}) == 1 else ()


def _of_company(passage: Passage, cue: Cue) -> bool:
    """Whether a company, not an agency, is who decides."""
    ahead_of = [
        m.kind
        for kind in ("sponsor", "agency")
        for m in passage.mentions(kind, cue.clause)
        if m.end <= cue.start
    ]
    return ahead_of == ["sponsor"]


def advised(asked: Question) -> Iterator[Event]:
    """Opinions; "not recommended" is overtaken by one in favour only, "no final" by a final one."""
    for event in fitting({"opinion"}, placed=True)(asked):
        favourable = event.position == "for" or not _RECOMMENDED.search(asked.words)
        if event.position and favourable and _final_enough(asked.words, event):
            yield event


def guided(asked: Question) -> Iterator[Event]:
    """Guidance is about no one treatment: the agency tells which."""
    passage, cue = asked.passage, asked.cue
    named = {m.ids[0] for m in passage.mentions("agency")}
    for event in passage.timeline.of(frozenset({"guidance"})):
        if event.agency in named and _final_enough(cue.clause.words, event):
            yield event


def _final_enough(words: str, event: Event) -> bool:
    """Whether an event is final, where the clause speaks of drafts."""
    return not _FINAL.search(words) or bool(re.match(r"final\b", event.summary.lower()))


def designated(asked: Question) -> Iterator[Event]:
    """Designations by name, where they are to be had; "nobody has one" is overtaken by any."""
    passage, clause = asked.passage, asked.cue.clause
    if asked.ahead.manner == "denied":
        had = _HAD.search(asked.words)
    else:
        had = _TO_GET.match(asked.words, asked.ahead.end) or _ASKED.search(
            asked.words[asked.ahead.start : asked.ahead.end]
        )
    for mention in passage.mentions("designation", clause) if had else ():
        if _WHOSE.search(passage.low[max(0, mention.start - 40) : mention.start]):
            continue
        name = mention.ids[0]
        every = [e for e in passage.timeline.events if name in (e.designation, e.kind)]
        kinds = frozenset(e.kind for e in every)
        sought = [replace(w, designation=name) for w in wanteds(passage, asked.cue, kinds)]
        for wanted in sought:
            yield from passage.timeline.find(wanted)
        named = passage.mentions("compound", clause) or passage.mentions("sponsor", clause)
        if not sought and not named and _NOBODY.search(asked.words):
            yield from every


def opened(asked: Question) -> Iterator[Event]:
    """Ways to a treatment that have opened where the clause says."""
    passage, cue = asked.passage, asked.cue
    counted = any(
        cue.clause.holds(c.start, c.end) and c.value.value > 1
        for c in passage.reading.of(Count)
        if c.noun
    )
    if _PERMITTED.search(asked.words[: asked.ahead.start]):
        return
    if counted or _LIMITED.search(cue.clause.words):
        return
    of = passage.timeline.jurisdiction_of
    for wanted in wanteds(passage, cue, frozenset({"access-scheme", "scheduling", "approval"})):
        where = wanted.places or tuple(of[a] for a in wanted.agencies if a in of)
        if where and wanted.compounds:
            anyone = replace(wanted, agencies=(), places=where, holders=())
            opened = [_in_practice(passage, e) for e in passage.timeline.access(anyone)]
            prescribing = "prescri" in asked.words
            yield from (e for e in opened if not prescribing or _by_prescription(e))
            yield from passage.timeline.find(replace(anyone, kinds=frozenset({"approval"})))


def _in_practice(passage: Passage, event: Event) -> Event:
    """The first licence under a law on services, where one is recorded; else the event itself."""
    licences = (
        e
        for e in passage.timeline.of(frozenset({"programme"}))
        if e.jurisdiction == event.jurisdiction and "licence" in e.effect
    )
    return next(licences, event) if "services" in event.effect else event


def _by_prescription(event: Event) -> bool:
    """Whether an event lets doctors prescribe, rather than ask for a single patient."""
    return "medical-use" in event.effect or "prescri" in event.summary.lower()


def rescheduled(asked: Question) -> Iterator[Event]:
    """Moves from one schedule to another."""
    for event in fitting({"scheduling"}, placed=True)(asked):
        before = [
            e
            for e in asked.passage.timeline.events
            if e.schedule and e.date < event.date and e.jurisdiction == event.jurisdiction
            and set(e.compound) & set(event.compound)
        ]  # fmt: skip
        if before and all(e.schedule != event.schedule for e in before):
            yield event


def heard(asked: Question) -> Iterable[Event]:
    """Meetings and votes of advisers on a treatment, where to meet or to vote is still ahead."""
    if not _TO_MEET.search(asked.words):
        return ()
    return fitting({"advisory-vote"}, anybody=True)(asked)


def paid_for(asked: Question) -> Iterator[Event]:
    """Schemes by which the public pays, not those that only open a treatment."""
    if _PRIVATE.search(asked.words):
        return
    for wanted in wanteds(asked.passage, asked.cue, frozenset({"access-scheme"})):
        payers = replace(wanted, holders=())
        if not (wanted.agencies or wanted.places) or not wanted.compounds:
            continue
        for event in asked.passage.timeline.find(payers):
            if _MONEY.search(event.summary.lower()):
                yield event


def let_in(asked: Question) -> Iterator[Event]:
    """Trials that were let begin, for the purpose or with the very treatment that is named."""
    passage, clause = asked.passage, asked.cue.clause
    named = {i for m in passage.mentions("compound", clause) for i in m.ids}
    for event in fitting({"trial-clearance"}, purpose=True)(asked):
        if passage.mentions("indication", clause) or named & set(event.compound):
            yield event


def bought(asked: Question) -> Iterator[Event]:
    """Takeovers between all the companies that a clause names."""
    passage, clause = asked.passage, asked.cue.clause
    named = {m.ids[0]: passage.words(m).lower() for m in passage.mentions("sponsor", clause)}
    for event in passage.timeline.of(frozenset({"company"})) if len(named) > 1 else ():
        sides, told = {event.agency, *event.holder}, event.summary.lower()
        if all(i in sides or name in told for i, name in named.items()):
            yield event


def ordered(asked: Question) -> Iterable[Event]:
    """Orders of the government that the clause names."""
    passage, cue = asked.passage, asked.cue
    named = {m.ids[0] for m in passage.mentions("agency", cue.clause)}
    return (e for e in passage.timeline.of(frozenset({"order"})) if e.agency in named)
