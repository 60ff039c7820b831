"""Ballots and votes of chambers on laws: shares, numbers of votes, margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event, Vote
from claimcheck.model.quantity import Fraction, Percent
from claimcheck.model.quantity import Vote as Written
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.quantity.compare import Share, agrees
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import Stated, event_line, opinion, stated
from claimcheck.statements.decisions.lawnames import named_laws
from claimcheck.statements.decisions.lawsigns import leaning
from claimcheck.statements.decisions.lawstatements import PASSED, REFUSED, bills_of, is_of
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import at_stake
from claimcheck.statements.nouns import Opinion, Standing

_POLLED = lazy(
    r"vot|\b(?:failed|lost|passed|won|rejected|carried|defeated|approved|squeaked|sailed|backed|"
    r"cleared|adopted|supported|favou?r)\b|\b(?:yes|no) to\b"
)
_CHAMBER = lazy(r"\b(senate|house|assembly|council|chamber)\b")
_PAIR = lazy(
    r"\b(?P<first>\d{1,3})(?: votes)?(?: to |[–-])(?P<second>\d{1,3})\b(?! ?%| per ?cent)|"
    r"\b(?P<for>\d{1,3}) (?:[a-z-]+ ){0,2}?(?:vot\w+ |were |was |said )?(?:for|in favou?r|yes)\b"
    r"[^.;,]{0,30}?,? (?:and|but|with|while|to) (?P<against>\d{1,3}) (?:[a-z-]+ ){0,2}?"
    r"(?:against|opposed|no)\b"
)
_OTHER_PAIR = lazy(r"\b(?:bill|sb|hb|ages?|aged|page|§|\$)\s*\Z|[\d.,-]\Z")
_PROPOSED = lazy(
    r"\b(?:early (?:returns|results)|unofficial|partial|"
    r"projected|likely|committee|polls?|survey|earlier|first reading|would|expected|if)\b"
)
_COUNTED = lazy(
    r"\W*of (?:the |all )?(?:votes?|ballots|precincts)\b[^.;,]{0,12}?\b(?:counted|tallied|in|"
    r"reporting)\b"
)
"""After a percentage: so much had been counted."""
_ELECTORATE = lazy(r"(?: [\w.,']+){0,4}? (?:voters?|votes?|ballots|electorate)\b")
"""After a fraction: it is a share of a popular vote."""
_VOTED = lazy(r"[^.;,]{0,20}?\bvot")
"""After a share of people: it is of those who voted."""
_NARROW = lazy(
    r"\bnarrow\w*|\bsqueak\w*|\bbarely\b|\bslim (?:margin|majority)|\bby a (?:whisker|hair)"
)
_WIDE = lazy(
    r"\boverwhelming\w*|\blandslide\b|\b(?:wide|large|big|huge) (?:margin|majority)\b|\bunanim\w+|"
    r"\btwo[- ]thirds\b"
)
_Figure = Percent | Fraction | tuple[int, int, int, int]
"""A share, or where two numbers of votes stand and what they are."""
_CLOSE = 53
_CLEAR = 57


def ballots(passage: Passage) -> Iterator[Opinion]:
    """The opinions on how a sentence says that a law was voted on."""
    polled = False
    for clause in passage.clauses:
        margin = _NARROW.search(clause.words) or _WIDE.search(clause.words)
        other_chamber = polled and _CHAMBER.search(clause.words)
        told = margin or other_chamber or _POLLED.search(clause.words)
        if not told or _PROPOSED.search(clause.words):
            continue
        polled = True
        figures = list(_figures(passage, clause))
        events = _voted_on(passage, clause) if figures or margin else []
        if not events:
            continue
        for start, end, text, agreed in _agreeing(passage, clause, figures, events):
            yield _opinion(passage, Stated(start, end, text), events, agreed=agreed)
        places = {m.ids[0] for m in passage.mentions("jurisdiction")} - {"us"}
        if margin and not figures and len(places) <= 1:
            yield from _margins(passage, clause, events)


def _figures(passage: Passage, clause: Clause) -> Iterator[_Figure]:
    """Percentages and pairs of numbers in a clause."""
    taken = []
    for figure in passage.reading.quantities:
        if not clause.holds(figure.start, figure.end) or _COUNTED.match(passage.low, figure.end):
            continue
        if isinstance(figure, Fraction) and not _ELECTORATE.match(passage.low, figure.end):
            continue
        of_people = isinstance(figure, Percent) and figure.noun == "participant"
        if of_people and not _VOTED.match(passage.low, figure.end):
            continue
        if isinstance(figure, Percent | Fraction | Written):
            taken.append(figure)
        if isinstance(figure, Percent | Fraction):
            yield figure
        elif isinstance(figure, Written):
            pair = int(figure.first.value), int(figure.second.value)
            yield (figure.start, figure.end, *pair)
    for found in _PAIR.finditer(clause.words) if _CHAMBER.search(clause.words) else ():
        over = any(f.start < found.end() and found.start() < f.end for f in taken)
        if not over and not _OTHER_PAIR.search(clause.words[: found.start()]):
            first, second = (int(n) for n in found.groups() if n)
            yield (found.start(), found.end(), first, second)


def _voted_on(passage: Passage, clause: Clause) -> list[Event]:
    """The laws with recorded votes that a clause can be about; those it names, if it names any."""
    every = [e for e in passage.timeline.of(PASSED | REFUSED) if e.votes or _percents(e)]
    found = [e for e in every if at_stake(passage, clause, e)]
    bills = tuple(bills_of(passage.low))
    named = [e for e in every if any(is_of(e, bill) for bill in bills)]
    both = [e for e in found if e in named]
    meant = named if len(bills) > 1 else [e for e in named_laws(passage) if e in named]
    return (both or meant) if bills else found


def _percents(event: Event) -> list[Share]:
    """The shares of a ballot of which no votes are recorded: of those for it, and against it."""
    told = (q for d in event.figures if "vot" in d.of for q in read(d.figure)[:1])
    ayes = [q.value.value for q in told if isinstance(q, Percent)]
    return [Share(count=int(100 * n), of=100 * 100) for yes in ayes for n in (yes, 100 - yes)]


def _agreeing(
    passage: Passage,
    clause: Clause,
    figures: Sequence[_Figure],
    events: Sequence[Event],
) -> Iterator[tuple[int, int, str, bool]]:
    votes = _of_chamber(clause, [v for e in events for v in e.votes])
    told = [share for e in events for share in _percents(e)]
    yeas = [*told[::2], *(Share(count=v.yes, of=v.yes + v.no) for v in votes)]
    nays = [*told[1::2], *(Share(count=v.no, of=v.yes + v.no) for v in votes)]
    pairs = [{v.yes, v.no} for v in votes]
    for figure in figures:
        if isinstance(figure, Percent | Fraction):
            side = leaning(clause.words, figure.end)
            pairs_of_shares = zip(yeas, nays, strict=True)
            winning = [max(both, key=lambda s: s.count or 0) for both in pairs_of_shares]
            either = [*yeas, *nays] if figure.bound in {"exact", "about"} else winning
            shares = either if side is None else yeas if side else nays
            yield figure.start, figure.end, figure.text, _shared(figure, shares)
            continue
        start, end, *two = figure
        if set(two) in pairs or not _is_elsewhere(passage, set(two)):
            yield start, end, passage.text[start:end], set(two) in pairs


def _is_elsewhere(passage: Passage, pair: set[int]) -> bool:
    """Whether another law was voted on with just these numbers: then that one is spoken of."""
    laws = passage.timeline.of(PASSED | REFUSED)
    return any({v.yes, v.no} == pair for e in laws for v in e.votes)


def _of_chamber(clause: Clause, votes: Sequence[Vote]) -> list[Vote]:
    """The votes of the one chamber that a clause names, where the records tell them apart."""
    named = set(_CHAMBER.findall(clause.words))
    own = [v for v in votes if any(name in v.question.lower() for name in named)]
    return own if len(named) == 1 and own else list(votes)


def _shared(figure: Percent | Fraction, shares: Sequence[Share]) -> bool:
    """Whether a percentage, or both of "57 to 43 per cent", are shares of the votes."""
    ends: list[Percent | Fraction] = [figure]
    if isinstance(figure, Percent) and figure.high is not None:
        ends = [replace(figure, high=None), replace(figure, value=figure.high, high=None)]
    return all(any(agrees(end, share) for share in shares) for end in ends)


def _margins(passage: Passage, clause: Clause, events: Sequence[Event]) -> Iterator[Opinion]:
    """Narrow or wide, where every recorded vote was the other."""
    votes = _of_chamber(clause, [v for e in events for v in e.votes])
    leads = [100 * max(v.yes, v.no) / (v.yes + v.no) for v in votes]
    if not leads or not all(e.votes for e in events):
        return
    wrong = min(leads) >= _CLEAR if _NARROW.search(clause.words) else max(leads) <= _CLOSE
    if wrong:
        yield _opinion(passage, stated(passage, clause.start, clause.end), events, agreed=False)


def _opinion(passage: Passage, what: Stated, events: Sequence[Event], *, agreed: bool) -> Opinion:
    counted = "; ".join(f"{v.yes} to {v.no} ({v.question})" for e in events for v in e.votes)
    standing: Standing = "supported" if agreed else "contradicted"
    told = f"{event_line(events[0], passage)}: {counted}".removesuffix(": ")
    return opinion(standing, what, passage, events, expected=told)
