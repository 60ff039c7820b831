"""What a clause that looks ahead is about, and the events that would fulfil it.

A topic is a sort of decision: words that announce it, and a finder of the events that fit what the
clause says of who, what, for what and where. Only names decide which events fit; the wording around
them does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.approvals import other_purpose
from claimcheck.statements.decisions.lawtopics import enacted, licensed
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.questions import Finder, Question, fitting, wanteds
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.decisions.tokens import purposes

_GRANTED = lazy(r"approval|authori[sz]ation|clearance|green light|licen[cs]e")
_ANSWERED = lazy(r"answer|word from|hear|response|reply|decision|through|past")
"""What a company waits for, and another gives."""
_OTHER_VERB = lazy(
    r"\bapprov(?:es?|ed|ing)\b|\breject\w+|\bdecid\w+|\bdecision|\baccept\w*|\brul(?:ed|ing)\b"
)
_TO_MEET = lazy(
    r"[^.;]{0,40}?\b(?:meet|met|vote[ds]?|convened?|discuss|weigh|consider|review|rule|decide|"
    r"sit)\b"
)
_MEETING = lazy(r"\b(?:vote|meeting|session|hearing)\b[^.;]{0,80}\Z")
_BUYS = lazy(r"\b(?:buy|bought|take over|took over|acquir\w+|merge\w*)\b")
_FINAL = lazy(r"\bfinal\b|\bfinal\w+|\bdraft\b|\binterim\b|\bprovisional\b|\bproposed\b")
_RECOMMENDED = lazy(r"\brecommend(?:ed|s)?\b|\bendors\w+|\bbacked\b|\bin favou?r\b")
_TO_GET = lazy(
    r"[^.;]{0,60}?\b(?:receive|get|win|earn|secure|obtain|land|grant|give|award|"
    r"be (?:granted|given|awarded))\b"
)
_HAD = lazy(
    r"\b(?:receiv\w+|get|gets|got|win|won|w[io]ns|grant\w*|giv\w+|gave|award\w*|secur\w+|earn\w*|"
    r"obtain\w*|land\w*|hold|holds|held|has|have|carr(?:y|ies)|designat(?:e|ed)|named|confer\w*)\b"
)
_WHOSE = lazy(
    r"\b(?:with|(?:that|which|who) (?:already )?(?:hold|have|has|holds|got|carry|won)|holding|"
    r"having|under)\s+(?:an? |the )?(?:fda )?\Z"
)
"""What leads to a designation that only tells which drugs are meant."""
_MONEY = lazy(r"\bfund\w*|\blisted\b|\bsubsid\w+|\breimburs\w+|\bpa(?:y|id|ys)\b|\bbenefits scheme")
_PERMITTED = lazy(r"\b(?:may|can) (?:now )?(?:request|ask|prescribe|get|obtain)\b")
_ASKED = lazy(r"asked|applied|requested|filed")
_NOBODY = lazy(r"\b(?:no|none|nobody|neither|not (?:one|any|a single)|never)\b")
_IN_NO_COUNTRY = lazy(
    r"\b(?:no|none of the|not one|not a single) (?:\w+ ){0,2}?(?:countr(?:y|ies)|states?|nations?|"
    r"member)\b"
)
_LIMITED = lazy(
    r"\bwithout\b|\bonly\b|\bGPs?\b|\bgps?\b|\bgeneral practi\w+|\bat home\b|\boff[- ]label\b|"
    r"\bover the counter\b|\bfreely\b|\bsimply\b|\beasily\b|\bevery\w*\b|"
    r"\bany (?:doctor|physician)|"
    r"\boutside\b(?! (?:of )?(?:an? |the )?(?:clinical |research )?(?:trial|stud|research))"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """A sort of decision: how clauses name it, and the events that would fulfil the clause."""

    said: re.Pattern[str]
    find: Finder


def _decided(asked: Question) -> Iterator[Event]:
    """Approvals, refusals and opinions by whoever is said to decide."""
    passage, cue = asked.passage, asked.cue
    if not purposes(passage, cue.clause) and other_purpose(cue):
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
            continue
        licensed = {j for a in wanted.agencies for j in timeline.licensing.get(a, ())}
        where = tuple(sorted(licensed)) or wanted.places
        decisions = frozenset({"approval", "refusal"})
        if where:
            yield from timeline.find(replace(wanted, kinds=decisions, agencies=(), places=where))
        if wanted.agencies and not licensed:
            yield from timeline.find(replace(wanted, kinds=frozenset({"opinion", "scheduling"})))


def _of_company(passage: Passage, cue: Cue) -> bool:
    """Whether a company, not an agency, is who decides."""
    ahead_of = [
        m.kind
        for kind in ("sponsor", "agency")
        for m in passage.mentions(kind, cue.clause)
        if m.end <= cue.start
    ]
    return ahead_of == ["sponsor"]


def _advised(asked: Question) -> Iterator[Event]:
    """Opinions; "not recommended" is overtaken by one in favour only, "no final" by a final one."""
    for event in fitting({"opinion"}, placed=True)(asked):
        favourable = event.position == "for" or not _RECOMMENDED.search(asked.words)
        if event.position and favourable and _final_enough(asked.words, event):
            yield event


def _guided(asked: Question) -> Iterator[Event]:
    """Guidance is about no one treatment: the agency tells which."""
    passage, cue = asked.passage, asked.cue
    named = {m.ids[0] for m in passage.mentions("agency")}
    for event in passage.timeline.of(frozenset({"guidance"})):
        if event.agency in named and _final_enough(cue.clause.words, event):
            yield event


def _final_enough(words: str, event: Event) -> bool:
    """Whether an event is final, where the clause speaks of drafts."""
    return not _FINAL.search(words) or bool(re.match(r"final\b", event.summary.lower()))


def _designated(asked: Question) -> Iterator[Event]:
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


def _opened(asked: Question) -> Iterator[Event]:
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
            opened = passage.timeline.access(anyone)
            if _IN_NO_COUNTRY.search(asked.words):
                opened = _inside(passage, anyone)
            prescribing = "prescri" in asked.words
            yield from (e for e in opened if not prescribing or _by_prescription(e))
            yield from passage.timeline.find(replace(anyone, kinds=frozenset({"approval"})))


def _inside(passage: Passage, wanted: Wanted) -> tuple[Event, ...]:
    """Ways to a treatment in any part of a place."""
    up = passage.records.jurisdictions.up
    anywhere = passage.timeline.access(replace(wanted, places=()))
    return tuple(e for e in anywhere if any(p in up(e.jurisdiction) for p in wanted.places))


def _by_prescription(event: Event) -> bool:
    """Whether an event lets doctors prescribe, rather than ask for a single patient."""
    return "medical-use" in event.effect or "prescri" in event.summary.lower()


def _filed(asked: Question) -> Iterable[Event]:
    """Applications that have been handed in, where nothing else is said to be done with them."""
    if _OTHER_VERB.search(asked.words):
        return ()
    return fitting({"application"}, anybody=True)(asked)


def _rescheduled(asked: Question) -> Iterator[Event]:
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


def _heard(asked: Question) -> Iterable[Event]:
    """Meetings and votes of advisers on a treatment, where to meet or to vote is still ahead."""
    before, after = asked.words[: asked.ahead.start], asked.ahead.end
    if not (_TO_MEET.match(asked.words, after) or _MEETING.search(before)):
        return ()
    return fitting({"advisory-vote"}, anybody=True)(asked)


def _paid_for(asked: Question) -> Iterator[Event]:
    """Schemes by which the public pays, not those that only open a treatment."""
    for wanted in wanteds(asked.passage, asked.cue, frozenset({"access-scheme"})):
        payers = replace(wanted, holders=())
        if not (wanted.agencies or wanted.places) or not wanted.compounds:
            continue
        for event in asked.passage.timeline.find(payers):
            if _MONEY.search(event.summary.lower()):
                yield event


def _bought(asked: Question) -> Iterator[Event]:
    """Takeovers between all the companies that a clause names."""
    passage, clause = asked.passage, asked.cue.clause
    named = {m.ids[0]: passage.words(m).lower() for m in passage.mentions("sponsor", clause)}
    for event in passage.timeline.of(frozenset({"company"})) if len(named) > 1 else ():
        sides, told = {event.agency, *event.holder}, event.summary.lower()
        if _BUYS.search(told) and all(i in sides or name in told for i, name in named.items()):
            yield event


def _ordered(asked: Question) -> Iterable[Event]:
    passage, cue = asked.passage, asked.cue
    named = {m.ids[0] for m in passage.mentions("agency", cue.clause)}
    return (e for e in passage.timeline.of(frozenset({"order"})) if e.agency in named)


TOPICS: tuple[Topic, ...] = (
    Topic(
        lazy(
            r"\b(?:lift\w*|remov\w+|releas\w+|clear(?:ed|s|ing)?|end(?:ed|s|ing)?|resolv\w+)\b"
            r"[^.;]{0,60}?\bhold\b|\bhold\b[^.;]{0,80}?\b(?:lift\w*|remov\w+|releas\w+|clear\w*|"
            r"resolv\w+|end(?:ed|s)?|in (?:place|force|effect)|remains?)\b"
        ),
        fitting({"hold-lifted"}),
    ),
    Topic(lazy(r"\b(?:committee|panel(?:l?ists?)?|advis[eo]rs)\b"), _heard),
    Topic(
        lazy(
            r"\bpiece by piece\b|\bin (?:parts|stages|sections|inst[a]?ll?ments)\b|\bbit by bit\b"
        ),
        fitting({"rolling-review"}, anybody=True),
    ),
    Topic(
        lazy(
            r"\b(?:trials?|stud(?:y|ies)|tested|testing)\b[^.;]{0,60}?\b(?:fda|allow\w*|let|clear\w*|"
            r"permi\w+|green light|go-ahead|approv\w+|authori[sz]\w+|proceed)\b|\b(?:allow\w*|let|"
            r"clear\w*|permi\w+|green light|go-ahead|approv\w+|authori[sz]\w+)\b[^.;]{0,60}?"
            r"\b(?:trials?|stud(?:y|ies)|tested|testing)\b"
        ),
        fitting({"trial-clearance"}, purpose=True),
    ),
    Topic(lazy(r"\b(?:acqui\w+|buy(?:ing)?|bought|tak(?:e|ing) over|takeover|merg\w+)\b"), _bought),
    Topic(lazy(r"\bexecutive order\b|\b(?:white house|presidential) order\b"), _ordered),
    Topic(
        lazy(
            r"\bdesignat\w+|\bstatus\b|\bvouchers?\b|\bpassport\b|\bbreakthrough\b|\bfast[- ]track|"
            r"\borphan\b|\b(?:btd|ftd|odd|cnpv|ilap|rmat|prime)\b|\bpriority review\b|\brolling\b"
        ),
        _designated,
    ),
    Topic(lazy(r"\baccept\w*\b"), fitting({"acceptance"}, anybody=True)),
    Topic(
        lazy(
            r"\b(?:submit\w*|submission|fil(?:e|ed|es|ing)|lodg\w+|hand(?:ed|s)? in|"
            r"appl(?:y|ied|ies) for approval)\b|"
            r"\bapplication\b[^.;]{0,60}?\b(?:expected|awaited|planned|due)\b"
        ),
        _filed,
    ),
    Topic(
        lazy(
            r"\b(?:licen[sc]\w+|open\w*|certif\w+|start\w*|approv\w+|issu\w+)\b[^.;]{0,60}?"
            r"\b(?:cent(?:re|er)s?|"
            r"facilit(?:y|ies)|services)\b|\b(?:cent(?:re|er)s?|facilit(?:y|ies)|services)\b"
            r"[^.;]{0,60}?\b(?:licen[sc]\w+|open\w*|certif\w+|start\w*)\b|"
            r"\bapplications? for licen[cs]es?\b"
        ),
        licensed,
    ),
    Topic(
        lazy(
            r"\b(?:sign\w*|govern\w+|legislat\w+|lawmakers|voters?|vot(?:e|es|ing)|ballot|bill|"
            r"act|measure|"
            r"proposition|prop|question|initiative|ordinance|laws?|legal(?:i[sz]\w+)?|"
            r"regulat\w+|rules?|decree|de-?criminali[sz]\w+|enact\w*|pass(?:ed|es)?|task force|"
            r"pilot|set aside|"
            r"[sh]\.?b\.?|(?:put|spent|given|invested) \w+ (?:cent|dollar|money)|public money|"
            r"state money|taxpayers?)\b"
        ),
        enacted,
    ),
    Topic(
        lazy(
            r"\b(?:fund\w*|financ\w*|pa(?:y|ys|id|ying) for [^.;]{0,40}?(?:trials?|stud(?:y|ies)|"
            r"research))\b"
        ),
        fitting({"programme"}, placed=True),
    ),
    Topic(
        lazy(
            r"\b(?:letters?|text|documents?|minutes|review)\b[^.;]{0,80}?\b(?:public\w*|publish\w*|"
            r"releas\w+|disclos\w+)\b|\b(?:publish\w*|releas\w+|"
            r"disclos\w+)\b[^.;]{0,60}?\bletters?\b"
        ),
        fitting({"transparency"}),
    ),
    Topic(
        lazy(
            r"\b(?:list(?:ed|ing)?|reimburs\w+|subsid\w+|fund(?:s|ed|ing)?|cover(?:s|ed|age)?|"
            r"pay(?:s|ing)?|paid|pharmaceutical benefits)\b"
        ),
        _paid_for,
    ),
    Topic(
        lazy(
            r"\b(?:guidance|guidelines?|recommend\w*|opinion|advice|advis(?:e|es|ing)|apprais\w+|draft|endors\w+|"
            r"added benefit)\b"
        ),
        _advised,
    ),
    Topic(lazy(r"\bguid(?:ance|elines?)\b"), _guided),
    Topic(
        lazy(
            r"\b(?:re|de|down-?)schedul\w+|\b(?:re)?classif\w+|\bmov\w+ (?:out of|from|to|into)\b"
        ),
        _rescheduled,
    ),
    Topic(
        lazy(
            r"\b(?:prescri\w+|(?:legal|lawful) (?:way|route|means|path)|"
            r"access\w*|available|get|request|ask|obtain\w*|receive|treated?|"
            r"compassionate|"
            r"legally|medical use|medicinally)\b"
        ),
        _opened,
    ),
    Topic(
        lazy(
            r"\b(?:answer|word from|hear(?:ing)? (?:back )?from|mind|response|reply|fate|"
            r"decid\w+|decision|verdict|ruling|rule|ruled|review\w*|assess\w*|"
            r"evaluat\w*|weigh\w*|consider\w*|approval|authori[sz]ation|clearance|green light|"
            r"licence|license|(?:through|past) the)\b|\bexpected to (?:clear|license|greenlight)\b"
        ),
        _decided,
    ),
)
"""In the order in which a clause is asked; more than one may apply."""
