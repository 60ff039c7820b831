"""What is said to be still ahead, of any sort: outdated once it was done, or its day has passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import Ahead, ahead
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import Stated, opinion, stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.questions import Question, fitting
from claimcheck.statements.decisions.timeline import in_force, is_over, until
from claimcheck.statements.decisions.topics import TOPICS
from claimcheck.statements.nouns import Opinion

_AGAIN = lazy(
    r"\b(?:again|re-?submi\w+|re-?appl\w+|another|further|additional|"
    r"(?:second|third|fourth)(?! (?:(?:\w+ )?(?:state|country|nation|province)|to)\b)|"
    r"next(?! (?:year|month|week|quarter|spring|summer|autumn|fall|winter))|"
    r"other|follow-up|extension|generic|long-term|more(?! than)|wider|broader|larger|bigger|"
    r"greater|revised|updated|after all|"
    r"(?:answer|response|reply|reaction)s? to|reconsider\w*|appeal\w*|"
    r"overturn\w*)\b"
    r"|\bnew(?! (?:drug|mexico|jersey|zealand|york|south|hampshire|england))\b"
)
_LIVE = lazy(r"\bearly (?:returns|results)\b|\bpolls (?:have )?(?:just )?closed\b")
"""A report of the very day of a vote."""
_AS_SUCH = lazy(r"\b(?:specifically|as such|per se|strictly speaking)\b")
"""What is not done in so many words may have been done in others."""
_OF_A_KIND = lazy(
    r"\b(?:drugs|medicines|medications|substances|treatments|products|therapies) "
    r"(?:that|which) (?:are|have) (?:still |yet )?not\b"
    r"|\bthere (?:is|are)(?: \w+ly)? no (?:[\w-]+[- ])?(?:approved|registered|licen[cs]ed) "
    r"(?:[\w-]+ ){0,3}(?:drugs?|medicines?|medications?|substances?|products?)\b"
)
"""What sort of medicines are meant ("drugs that are not approved"), which says nothing of any, or
that none is approved, which does not tell who may use them."""
_OF_THING = lazy(
    r"\b(?:draft|application|petition|bill|letter|plan)\b(?: [\w-]+){0,5} "
    r"(?:of|from|dated)(?: the)? \Z"
)
_THING = lazy(r" (?:draft|application|petition|bill|letter|plan)\b")
"""Around a date: it is that of what there is, not of what is to come."""
_REVIEW = lazy(r"\breview(?:s|ing)?\b|\bdecid\w+\b|\bdecision\b|\bverdict\b")
_GENERAL = lazy(
    r"\W*(?:(?!(?:the|these|those|its|their|both|it|this)\b)[\w%]+ ){0,8}?"
    r"(?!(?:it|this|its)\b)[a-z]+s (?:are|have|do|can|may|need)\b"
)
"""A clause on things of a kind ("recommendations are no law")."""
_FILED = frozenset({"application", "acceptance", "rolling-review"})


def unmet(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what a sentence says has not been done yet, or will be."""
    if _LIVE.search(passage.low) or _AS_SUCH.search(passage.low) or _is_entry(passage):
        return
    for clause in _clauses(passage):
        found = ahead(clause)
        general = not passage.scope.own.mentions and _GENERAL.match(clause.words)
        if found is None or general or _AGAIN.search(clause.words):
            continue
        if any(m.start() <= found.start < m.end() for m in _OF_A_KIND.finditer(clause.words)):
            continue
        what = stated(passage, clause.start, clause.end)
        if events := _fulfilling(passage, clause, found):
            yield opinion("outdated", what, passage, tuple(reversed(events)))
        elif pending := _pending(passage, clause, found):
            yield _still(passage, what, pending)


def _clauses(passage: Passage) -> Iterator[Clause]:
    """The clauses; one that begins with "which" goes with what it is said of."""
    before, named = None, passage.scope.own.mentions
    for clause in passage.clauses:
        bare = clause.words[clause.start :].lstrip(", ").startswith("which ")
        if before and bare and not any(clause.holds(m.start, m.end) for m in named):
            words = "".join(
                a if a != " " else b for a, b in zip(before.words, clause.words, strict=True)
            )
            yield Clause(before.start, clause.end, words)
        else:
            yield clause
        before = clause


def _is_entry(passage: Passage) -> bool:
    """Whether a sentence stands under a date gone by, as in a timeline, and tells of that day."""
    first = next(iter(passage.moments(passage.clauses[0])), None)
    led = first is not None and not passage.low[: first.start].strip(" *(")
    gone = bool(first and first.date.span and first.date.span[0] <= passage.now.last)
    return bool(first and led and gone and passage.low.startswith(":", first.end))


def _pending(passage: Passage, clause: Clause, found: Ahead) -> Sequence[Event]:
    """The applications that were before an agency when a clause says that one is."""
    said = _REVIEW.search(clause.words)
    named = {m.ids[0] for m in passage.mentions("agency")} & set(passage.timeline.licensing)
    if said is None or not named or found.manner != "awaited" or passage.moments(clause):
        return ()
    cue = Cue("review", *said.span(), clause)
    events = fitting(_FILED, anybody=True)(Question(passage, cue, found))
    return until(sorted(events, key=lambda e: e.date), passage.now.last)


def _still(passage: Passage, what: Stated, pending: Sequence[Event]) -> Opinion:
    """Whether any of the applications is still before the agency."""
    day = passage.now.first
    if any(not is_over(event, day) for event in pending):
        return opinion("supported", what, passage, tuple(reversed(pending)))
    return opinion("outdated", what, passage, (*passage.timeline.enders(pending), *pending))


def _fulfilling(passage: Passage, clause: Clause, found: Ahead) -> Sequence[Event]:
    """The events that overtook a clause, in the order of their dates."""
    for topic in TOPICS:
        said = topic.said.search(clause.words)
        if said is None:
            continue
        cue = Cue("review", said.start(), said.end(), clause)
        events = {e.id: e for e in topic.find(Question(passage, cue, found))}
        done = [e for e in events.values() if in_force(e, passage.now.first)]
        past = _by_then(passage, cue, found, sorted(done, key=lambda e: e.date))
        if past:
            return past
    return ()


def _by_then(
    passage: Passage, cue: Cue, found: Ahead, events: Sequence[Event]
) -> tuple[Event, ...]:
    """The events up to the day on which the clause can still be right."""
    spans = [m.date.span for m in _dates(passage, cue) if m.date.span]
    if not spans:
        awaited = found.manner == "awaited"
        return until(events, passage.settled if awaited else passage.now.first)
    if found.manner == "denied":
        return until(events, min(max(span[1] for span in spans), passage.now.first))
    to_come = max(span[0] for span in spans) > passage.now.last
    to_come = to_come and not phrases.FIRST.search(cue.clause.words)  # that there is but once
    return () if to_come else until(events, passage.now.first)


def _dates(passage: Passage, cue: Cue) -> Sequence[Moment]:
    low = passage.low
    dates = [m for m in near_first(passage, cue) if m.date.year]
    return [m for m in dates if not (_OF_THING.search(low[: m.start]) or _THING.match(low, m.end))]
