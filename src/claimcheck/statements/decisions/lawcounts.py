"""How many states, counties or cities are said to have a law or a programme."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.events import Event
from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.lawstatements import PASSED
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import treatments
from claimcheck.statements.decisions.timeline import until
from claimcheck.statements.nouns import Opinion

_STATES = lazy(r"\s*(?:(?:u\.?s\.?|american|other|more|whole|american) )*states?\b")
_PARTS = lazy(r"\s*(?:[\w.]+ ){0,2}?(?:counties|cities|towns|municipalities|provinces)\b")
_SERVICES = lazy(
    r"\b(?:program(?:me)?s?|services|cent(?:re|er)s|supervised|therapy|treatments?|legal access|"
    r"medical use)\b"
)
_LEGAL = lazy(
    r"\b(?:legal\w*|allow\w*|permit\w*|offer\w*|licen[sc]\w*|opened|programmes?|programs?)\b"
)
_PRESENT = lazy(r"\b(?:is|are|has|have|now|allow|permit|offer|let|already|so far|only|just)\b")
_ASIDE = lazy(
    r"\b(?:trials?|stud(?:y|ies)|bills?|propos\w+|consider\w*|debat\w+|introduced|lawmakers|vote[ds]?|"
    r"decriminali\w+|would|could|may|might|will|research|ban(?:ned)?)\b"
)


def lawcounts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on numbers of places in which a treatment is said to be legal."""
    for count in passage.reading.of(Count):
        clause = passage.clause_at(count.start)
        words = clause.words
        if not (_LEGAL.search(words) and _PRESENT.search(words)) or _ASIDE.search(words):
            continue
        if phrases.HISTORY.search(words) or phrases.NEGATION.search(words):
            continue
        end = count.start + len(count.text.split()[0])
        if _STATES.match(passage.low, end):
            yield from _states(passage, clause, count)
        elif _PARTS.match(passage.low, end) and _own(passage):
            yield opinion("unsourced", stated(passage, clause.start, clause.end), passage)


def _own(passage: Passage) -> bool:
    """Whether the sentence names a treatment itself, and none of the records counts its places."""
    named = treatments(passage, passage.scope.own)
    return bool(named) and not any(
        "count" in d.of or "cit" in d.of
        for e in passage.timeline.of(PASSED)
        for d in e.figures
        if e.jurisdiction in {m.ids[0] for m in passage.mentions("jurisdiction")}
    )


def _states(passage: Passage, clause: Clause, count: Count) -> Iterator[Opinion]:
    """States with services: fewer than there are is the count of another day."""
    if not _SERVICES.search(clause.words) or count.bound not in {"exact", "at-most"}:
        return
    known = until(_first_laws(passage), passage.now.first)
    what = stated(passage, clause.start, clause.end)
    said = int(count.value.value)
    if known and said < len(known):
        yield opinion("outdated", what, passage, tuple(reversed(known)))
    elif known and said == len(known):
        yield opinion("supported", what, passage, known)
    elif treatments(passage, passage.scope.own):
        yield opinion("unsourced", what, passage)


def _first_laws(passage: Passage) -> list[Event]:
    """The first law on services of each part of a country, for the treatments that are named."""
    around = (treatments(passage, layer) for layer in passage.scope.layers)
    named = next((t for t in around if t), frozenset[str]())
    family, places = passage.records.compounds, passage.timeline.jurisdictions
    found: dict[str, Event] = {}
    for event in passage.timeline.of(frozenset({"law"})):
        inside = event.jurisdiction in places and bool(places[event.jurisdiction].broader)
        treated = any(family.related(n, c) for n in named for c in event.compound)
        if inside and treated and "services" in event.effect:
            found.setdefault(event.jurisdiction, event)
    return list(found.values())
