"""How many of a committee were for and against: any numbers told of its members.

Two numbers of which the sum is that of the members are a vote, whatever stands between them; so is
a number of the members, or all but a number of them, beside a word that says which way they went.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.events import Event, Vote
from claimcheck.model.quantity import Vote as Written
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, TEENS
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.findings import Stated, opinion
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.votes import KINDS, tally
from claimcheck.statements.nouns import Opinion, Standing

_NUMBERS = {**ONES, **TEENS, "none": 0, "nil": 0, "nobody": 0, "lone": 1, "single": 1, "sole": 1}
_NUMERAL = lazy(
    rf"(?<![\w.,$€£%-])(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?![.,]\d|%|-(?!\d))"
    r"(?! (?:weeks?|months?|years?|days?|hours?|minutes?|mg|sites|points|times|per ?cent|percent|"
    r"trials?|stud(?:y|ies)|phase|more|further|doses?|drugs?|sessions?|patients?|people))"
)
_PEOPLE = (
    r"(?:panel |committee |voting |outside |of the )*"
    r"(?:members?|advis[eo]rs?|panell?ists?|experts?|votes?|voices?)"
)
_COMMITTEE = lazy(
    r"\b(?:committee|panel(?:l?ists?)?|advis[eo]rs|advisory|ayes|noes|outside experts)\b"
)
_BETWEEN = lazy(
    r"(?: (?:votes?|ayes?|yes(?:es)?|noe?s|members?|for|against|in favou?r|said yes|said no))?,?"
    r"(?:(?: to | and | versus | v | vs\.? | against |[-–—/:]| )(?:only |just )?)"
)
_APART = lazy(r" to | against |[-–—:]| versus | vs")
_OF = lazy(rf" (?:out )?of (?:the |its |all )?(?P<all>\d{{1,2}}|{'|'.join(_NUMBERS)})\b")
_THEM = lazy(
    rf" (?:of (?:them|these|those|whom|its|the)(?: {_PEOPLE})?|{_PEOPLE}|"
    r"(?:on|in|from) the (?:panel|committee))\b"
)
_AMONG = lazy(r"(?:^|[,;:] |\bbut )(?:out )?of (?:the |its )(?:panel[’']s |committee[’']s )?\Z")
"""Before the number of all, of whom some are told after it."""
_ALL = lazy(r"\bof (?:the |its |all |[\w ]+['’]s )?\Z")
"""Before a number of members: it is that of all."""
_BUT = lazy(r"\ball (?:but|except|save) \Z")
_YES = lazy(
    r"\b(?:convinced|persuaded|believ\w+|thought|think|held|hold|found|judged|felt|agreed|"
    r"favou?r\w*|for\b(?! example)|worth|works?|worked|effective\w*|outweigh\w*|adequate\w*|"
    r"back(?:ed|s|ing)?|support\w*|yes|ayes?|approv\w+|endors\w+|recommend\w*|sufficient)\b"
)
_NO = lazy(
    r"\b(?:unconvinced|unpersuaded|unmoved|against|doubt\w*|reject\w*|oppos\w*|fail\w*|lack\w*|"
    r"insufficient|inadequate\w*|ineffective|unproven|dissent\w*|noe?s|disagreed)\b"
)
_NO_VOTE = lazy(r"\bwithout a vote\b|\bnon-?voting\b|\bno vote\b")
_OUTWEIGHED = lazy(r"\brisks?\b[^.;,]{0,30}?\boutweigh")
_QUESTIONS = (
    (lazy(r"effective|efficac|works?\b|worked|evidence"), "effective"),
    (lazy(r"benefit|risk|worth"), "outweigh"),
    (lazy(r"safety"), "safety profile"),
)


@dataclass(frozen=True, slots=True)
class _Numeral:
    start: int
    end: int
    value: int


def voices(passage: Passage) -> Iterator[Opinion]:
    """The opinions on numbers of committee members for or against."""
    around = " ".join(layer.text.lower() for layer in passage.scope.layers[1:4])
    own = bool(_COMMITTEE.search(passage.low))
    if not own and not _COMMITTEE.search(around):
        return
    events = _events(passage)
    if not events:
        return
    numerals = [
        _Numeral(
            *m.span(), _NUMBERS.get(m.group(), -1) if not m.group().isdigit() else int(m.group())
        )
        for m in _NUMERAL.finditer(passage.low)
    ]
    known = passage.reading.of(Written)
    pairs = [] if known else list(_pairs(passage, numerals, events, own=own))
    yield from pairs
    if not pairs and not known:
        yield from _singles(passage, numerals, events)


def _events(passage: Passage) -> tuple[Event, ...]:
    """The votes on the treatment of the sentence, or of the text around it, at the dates given."""
    up = passage.records.compounds.up
    named = [m.ids[0] for m in passage.scope.nearest("compound")]
    held = [m.ids[0] for m in passage.scope.nearest("sponsor")]
    moments = [m for c in passage.clauses for m in passage.moments(c)]
    found = [
        e
        for e in passage.timeline.of(KINDS)
        if any(n in up(c) for n in named for c in e.compound)
        or (not named and any(h in e.holder for h in held))
    ]
    fitting = [e for e in found if not moments or any(m.fits(e) for m in moments)]
    return tuple(fitting) if len(fitting) == 1 else ()


def _totals(events: Sequence[Event]) -> set[int]:
    return {n for e in events for v in e.votes for n in (v.yes + v.no, v.yes + v.no + v.abstain)}


def _meant(words: str, events: Sequence[Event]) -> list[Vote]:
    """The votes on the question that the words name; else all."""
    every = [v for e in events for v in e.votes]
    for said, asked in _QUESTIONS:
        if said.search(words):
            return [v for v in every if asked in v.question.lower()] or every
    return every


def _pairs(
    passage: Passage, numerals: Sequence[_Numeral], events: Sequence[Event], *, own: bool
) -> Iterator[Opinion]:
    for one, other in pairwise(numerals):
        gap = passage.low[one.end : other.start]
        if not _BETWEEN.fullmatch(gap):
            continue
        total = one.value + other.value
        if total not in _totals(events) and not (own and _APART.search(gap)):
            continue
        clause = passage.clause_at(one.start)
        votes = _meant(clause.words, events)
        if len(numerals) > 2:  # each pair answers a question of its own
            votes = [v for e in events for v in e.votes]
        right = any({one.value, other.value} == {v.yes, v.no} for v in votes)
        what = Stated(one.start, other.end, passage.text[one.start : other.end])
        expected = tally(passage, events)
        yield opinion("supported" if right else "contradicted", what, passage, events,
                      expected=expected)  # fmt: skip


def _singles(
    passage: Passage, numerals: Sequence[_Numeral], events: Sequence[Event]
) -> Iterator[Opinion]:
    totals = _totals(events)
    among = next((n for n in numerals if _AMONG.search(passage.low[: n.start])), None)
    for one in numerals:
        of = _OF.match(passage.low, one.end)
        counted = _THEM.match(passage.low, one.end) or (among and among.end < one.start)
        if one is among or not (of or counted):
            continue
        if not of and one.value in totals and _ALL.search(passage.low[: one.start]):
            continue
        clause = passage.clause_at(one.start)
        end = of.end() if of else one.end
        side = _side(clause.words[end:], clause.words[: one.start])
        if side is None or _NO_VOTE.search(clause.words):
            continue
        whole = _value(of["all"]) if of else among.value if among else max(totals)
        if whole not in totals:
            continue
        said = whole - one.value if _BUT.search(passage.low[: one.start]) else one.value
        votes = [v for v in _meant(clause.words, events) if whole <= v.yes + v.no + v.abstain]
        right = {v.yes if side else v.no for v in votes}
        what = Stated(one.start, end, passage.text[one.start : end])
        standing: Standing = "supported" if said in right else "contradicted"
        yield opinion(standing, what, passage, events, expected=tally(passage, events))
        return


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _side(after: str, before: str) -> bool | None:
    """Whether members went for the treatment; None where no word tells."""
    denials = len(phrases.NEGATION.findall(after[:90])) + len(_NO.findall(after[:90]))
    if _OUTWEIGHED.search(after):
        denials += 1
    said = _YES.search(after) or _YES.search(before[-40:])
    if not said and not denials:
        return None
    return denials % 2 == 0
