"""Companies: new names and takeovers, told of the two names that a clause puts side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.findings import Stated, at, opinion, redated, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion

KINDS = frozenset({"company"})
_NAMED = lazy(
    r"\b(?:re-?named|re-?nam(?:es|ing)|re-?brand\w*|chang(?:ed|es|ing) (?:its|their|the \w+[’']s) "
    r"(?:corporate )?name|(?:took|takes|taken|adopted|adopts|under) (?:the|a|its) (?:new )?name|"
    r"new name|now called|(?:until \S+ )?(?:called|known as)|"
    r"go(?:es|ing)? by|trad(?:ed|es|ing) (?:under|as)|"
    r"operat(?:es|ing) as|formerly|previously|once|ex-|used to be|"
    r"would (?:[\w-]+ ){0,4}?be (?:called|known as|named)|"
    r"turn(?:ed|s|ing) (?:itself )?into|became|becomes|is now|are now|was renamed|now)\b"
)
_TAKEN = lazy(
    r"\b(?:acqui(?:red|res|ring|sition)|bought|buy(?:s|ing)?|t(?:ake|ook|aken|akes|aking) ?over|"
    r"takeover|merg(?:ed|es|ing|er)|snapp(?:ed|ing) up|swallow(?:ed|s)?|fold(?:ed|s) into|"
    r"absorb(?:ed|s)|sold (?:itself )?to|purchas\w+|pick(?:ed|s) up|scoop(?:ed|s) up|"
    r"swoop(?:ed|s))\b"
)
_STILL = lazy(
    r"(?<!then )(?<!was )(?<!were )\bstill (?:called|named|known as|trading as|operating as)\b|"
    r"\bkeeps? (?:its|the) name\b"
)
_UNNAMED = lazy(r"\b(?:the|our|its) (?:company|firm|business|sponsor|developer)\b|\bit\b")
_ASIDE = lazy(r"[,(]\s?(?:\w+\s){0,2}\Z")
_RENAMED = lazy(r"\brenamed\b|\btook the name\b")
_BOTH = lazy(r"\W*(?:and|or|with|,|&|against|versus|nor|as well as|alongside)\W*")
"""Between two companies of a list."""
_FORMER = lazy(r"formerly|previously|once|now|ex-|until .*")
_COMMON = lazy(r"formerly|previously|once|ex-|became|becomes|(?:is |are )?now|called")
"""Words that tell of much else."""
_REACH = 90
_SLACK = 16
"""Characters beside a common word between two names that are all it is about."""


def companies(passage: Passage) -> Iterator[Opinion]:
    """The opinions on companies that are said to have a new name or a new owner."""
    if len(passage.mentions("sponsor")) > 1:
        for cue in _cues(passage):
            spirit = modality(cue.clause.words, cue.start, cue.end)
            told = spirit.mood == "fact" and not spirit.negated and not ahead(cue.clause)
            if told and (found := list(_judged(passage, cue))):
                yield from found
                break
    else:
        yield from _called(passage)
    yield from _still_called(passage)


def _cues(passage: Passage) -> Iterator[Cue]:
    for found in _TAKEN.finditer(passage.low):
        yield Cue("takeover", *found.span(), passage.clause_at(found.start()))
    for found in _NAMED.finditer(passage.low):
        yield Cue("rename", *found.span(), passage.clause_at(found.start()))


def _still_called(passage: Passage) -> Iterator[Opinion]:
    """ "As the company is still called": it has another name since; not then, where a date of
    before stands beside."""
    found = _STILL.search(passage.low)
    days = [m.span[1] for clause in passage.clauses for m in passage.moments(clause) if m.span]
    for mention in passage.mentions("sponsor") if found else ():
        name = passage.words(mention).lower()
        for event in passage.timeline.of(KINDS):
            old = _RENAMED.split(event.summary.lower(), maxsplit=1)
            if any(day < event.date.earliest for day in days):
                continue
            if len(old) > 1 and mention.ids[0] in event.holder and _short(name) in old[0]:
                what = stated(passage, 0, len(passage.text))
                yield opinion("outdated", what, passage, (event,))


def _judged(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    pair = _beside(passage, cue)
    if pair is None:
        return
    what = stated(passage, cue.clause.start, cue.clause.end)
    events = _events(passage, cue, *pair)
    if events:
        yield from _dated(passage, cue, what, events)
        return
    ids = [m.ids[0] for m in pair]
    if passage.timeline.sponsors.related(*ids):
        return
    others = _renamed(passage, ids) if cue.kind == "rename" else _taken(passage, pair)
    if others and _plainly(passage, cue, pair):
        yield opinion("contradicted", what, passage, others)


def _called(passage: Passage) -> Iterator[Opinion]:
    """ "The company would be called Y", where only the new name is told."""
    for cue in _cues(passage):
        after = [m for m in passage.mentions("sponsor", cue.clause) if m.start >= cue.end]
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if cue.kind != "rename" or spirit.mood != "fact" or spirit.negated or len(after) != 1:
            continue
        if not _UNNAMED.search(passage.low, 0, cue.start):
            continue
        new = _short(passage.words(after[0]).lower())
        found = [
            e
            for e in passage.timeline.of(KINDS)
            if after[0].ids[0] in e.holder and new in _RENAMED.split(e.summary.lower())[-1]
        ]
        if found:
            what = stated(passage, cue.clause.start, cue.clause.end)
            yield from _dated(passage, cue, what, tuple(found))


def _beside(passage: Passage, cue: Cue) -> tuple[Mention, Mention] | None:
    """The two companies of the sentence that a cue ties together."""
    named = [m for m in passage.mentions("sponsor") if abs(m.start - cue.start) <= _REACH]
    before = [m for m in named if m.end <= cue.start]
    after = [m for m in named if m.start >= cue.end]
    if before and after:
        pair = before[-1], after[0]
    elif len(before) == 2:
        pair = before[0], before[1]
    elif len(after) == 2:
        pair = after[0], after[1]
    else:
        return None
    return None if _BOTH.fullmatch(passage.low[pair[0].end : pair[1].start]) else pair


def _plainly(passage: Passage, cue: Cue, pair: Sequence[Mention]) -> bool:
    """Whether nothing else is renamed or bought: a word as common as "now" stands between."""
    word = passage.low[cue.start : cue.end]
    if cue.kind == "takeover" or not _COMMON.fullmatch(word):
        return True
    between = passage.low[pair[0].end : pair[1].start]
    return len(between) <= len(word) + _SLACK


def _renamed(passage: Passage, ids: Sequence[str]) -> list[Event]:
    """New names that one of two companies took, none of them the other's."""
    own = [e for e in passage.timeline.of(KINDS) if len(e.holder) == 1]
    return [e for e in own if e.holder[0] in ids]


def _taken(passage: Passage, pair: Sequence[Mention]) -> list[Event]:
    """Takeovers of one of two companies, or of its drug, by somebody other than the other."""
    bought = [
        (e, set(told[1].replace("'", " ").split()))
        for e in passage.timeline.of(KINDS)
        if len(told := _TAKEN.split(e.summary.lower(), maxsplit=1)) > 1
    ]
    return [
        e
        for e, words in bought
        for target, other in (pair, pair[::-1])
        if _short(passage.words(target).lower()) in words and not _takes_part(passage, e, other)
    ]


def _takes_part(passage: Passage, event: Event, company: Mention) -> bool:
    related = passage.timeline.sponsors.related
    return any(related(company.ids[0], party) for party in (event.agency, *event.holder))


def _events(passage: Passage, cue: Cue, one: Mention, other: Mention) -> tuple[Event, ...]:
    """The changes that tie the two names together; a new name is one that the event names."""
    ids = {one.ids[0], other.ids[0]}
    found = [e for e in passage.timeline.of(KINDS) if ids <= set(e.holder)]
    if cue.kind == "takeover":
        return tuple(e for e in found if len(ids) > 1)
    names = [_short(passage.words(m).lower()) for m in (one, other)]
    if len(set(names)) == 1:
        return ()
    told = [e for e in found if all(n in e.summary.lower() for n in names)]
    return tuple(told or found)


def _short(name: str) -> str:
    return name.split(maxsplit=1)[0].removesuffix("'s").removesuffix("’s")


def _dated(
    passage: Passage, cue: Cue, what: Stated, events: tuple[Event, ...]
) -> Iterator[Opinion]:
    former = _FORMER.fullmatch(passage.low[cue.start : cue.end])
    aside = _ASIDE.search(passage.low, 0, cue.start)
    moments = () if former else near_first(passage, cue)
    if aside and any("," in passage.low[cue.end : m.start] for m in moments):
        moments = ()  # that of what the company did
    if not moments or any(m.fits(e) for m in moments for e in events):
        yield opinion("supported", what, passage, events)
        return
    event, written = nearest(events, moments), moments[0]
    if event and written.date.year and len(moments) == 1:
        where = at(what, written)
        yield opinion("contradicted", where, passage, (event,), suggestion=redated(written, event))
