"""Companies: new names and takeovers."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import Stated, at, opinion, redated, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"company"})
_REACH = 48
_BECAME = lazy(r"\b(?:became|becomes|turned into|is now|was renamed)\b")
_STILL = lazy(
    r"\bstill (?:called|named|known as|trading as|operating as)\b|\bkeeps? (?:its|the) name\b"
)
_RENAMED = lazy(r"\brenamed\b|\btook the name\b")
_UNNAMED = lazy(r"\b(?:the|our|its) (?:company|firm|business|sponsor|developer)\b|\bit\b")
_BESIDE = 6
_FORMER = lazy(r"formerly|previously|once|now")


def companies(passage: Passage) -> Iterator[Opinion]:
    """The opinions on companies that are said to have a new name or a new owner."""
    for cue in (*passage.of_kind("rename"), *passage.of_kind("takeover"), *_became(passage)):
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if spirit.mood == "fact" and not spirit.negated:
            yield from _judged(passage, cue)
    yield from _still_called(passage)


def _became(passage: Passage) -> Iterator[Cue]:
    """ "X became Y" between two companies."""
    named = passage.mentions("sponsor")
    for found in _BECAME.finditer(passage.low):
        before = any(0 <= found.start() - m.end <= _BESIDE for m in named)
        after = any(0 <= m.start - found.end() <= _BESIDE for m in named)
        if before and after:
            yield Cue("rename", *found.span(), passage.clause_at(found.start()))


def _still_called(passage: Passage) -> Iterator[Opinion]:
    """ "As the company is still called": it has another name since."""
    found = _STILL.search(passage.low)
    for mention in passage.mentions("sponsor") if found else ():
        name = passage.words(mention).lower()
        for event in passage.timeline.of(KINDS):
            old = _RENAMED.split(event.summary.lower(), maxsplit=1)
            if len(old) > 1 and mention.ids[0] in event.holder and _short(name) in old[0]:
                what = stated(passage, 0, len(passage.text))
                yield opinion("outdated", what, passage, (event,))


def _judged(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    one, other = _beside(passage, cue)
    if one is None or other is None:
        yield from _called(passage, cue)
        return
    what = stated(passage, cue.clause.start, cue.clause.end)
    events = _events(passage, cue, one, other)
    related = passage.timeline.sponsors.related(one.ids[0], other.ids[0])
    if cue.kind == "rename" and not related:
        known = [e for e in passage.timeline.of(KINDS) if one.ids[0] in e.holder]
        if known and not any(other.ids[0] in e.holder for e in known):
            yield opinion("contradicted", what, passage, known)
    elif cue.kind == "takeover" and not events:
        yield from _taken_by_another(passage, what, one, other)
    elif events:
        yield from _dated(passage, cue, what, events)


def _called(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    """ "The company would be called Y", where only the new name is told."""
    after = [m for m in passage.mentions("sponsor", cue.clause) if m.start >= cue.end]
    if cue.kind != "rename" or len(after) != 1 or not _UNNAMED.search(passage.low, 0, cue.start):
        return
    new = _short(passage.words(after[0]).lower())
    found = [
        e
        for e in passage.timeline.of(KINDS)
        if after[0].ids[0] in e.holder and new in _RENAMED.split(e.summary.lower())[-1]
    ]
    if found:
        what = stated(passage, cue.clause.start, cue.clause.end)
        yield from _dated(passage, cue, what, tuple(found))


def _beside(passage: Passage, cue: Cue) -> tuple[Mention | None, Mention | None]:
    """The company before a cue and the one after it, or the two on one side."""
    named = passage.mentions("sponsor")
    before = [m for m in named if m.end <= cue.start and cue.start - m.end <= 2 * _REACH]
    after = [m for m in named if m.start >= cue.end and m.start - cue.end <= _REACH]
    if before and after:
        return before[-1], after[0]
    if len(before) > 1:
        return before[-2], before[-1]
    return (after[0], after[1]) if len(after) > 1 else (None, None)


def _taken_by_another(
    passage: Passage, what: Stated, one: Mention, other: Mention
) -> Iterator[Opinion]:
    """A company that was taken over, by another than the one that is said."""
    related = passage.timeline.sponsors.related
    taken = [
        e
        for e in passage.timeline.of(KINDS)
        if len(e.holder) > 1 and other.ids[0] in e.holder and other.ids[0] != e.holder[0]
    ]
    if taken and not any(related(one.ids[0], h) for e in taken for h in e.holder):
        yield opinion("contradicted", what, passage, taken)


def _events(passage: Passage, cue: Cue, one: Mention, other: Mention) -> tuple[Event, ...]:
    """The changes that tie the two names together; a new name is one that the event names."""
    holders = {one.ids[0], other.ids[0]}
    found = [e for e in passage.timeline.of(KINDS) if holders <= set(e.holder)]
    if cue.kind == "takeover":
        return tuple(e for e in found if len(holders) > 1)
    names = [passage.words(m).lower() for m in (one, other)]
    told = [e for e in found if all(_short(n) in e.summary.lower() for n in names)]
    return tuple(told or found)


def _short(name: str) -> str:
    return name.split(maxsplit=1)[0].removesuffix("'s").removesuffix("’s")


def _dated(
    passage: Passage, cue: Cue, what: Stated, events: tuple[Event, ...]
) -> Iterator[Opinion]:
    former = _FORMER.match(passage.low[cue.start : cue.end])
    moments = () if former else near_first(passage, cue)
    if not moments or any(m.fits(e) for m in moments for e in events):
        yield opinion("supported", what, passage, events)
        return
    event, written = nearest(events, moments), moments[0]
    if event and written.date.year and len(moments) == 1:
        where = at(what, written)
        yield opinion("contradicted", where, passage, (event,), suggestion=redated(written, event))
