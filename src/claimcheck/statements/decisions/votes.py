"""Votes of advisory committees: for or against, by how many, on which question.

Two numbers of which the sum is that of the members are a vote, whatever stands between them; so is
a number of the members, or all but a number of them, beside a word that says which way they went.
Without numbers the words alone tell the direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.model.events import Vote as Recorded
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Vote
from claimcheck.patterns import lazy
from claimcheck.quantity.words import ONES, TEENS
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.facets import idents
from claimcheck.statements.decisions.findings import Stated, event_line, opinion, stated
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.nouns import Opinion, Standing

KINDS = frozenset({"advisory-vote"})
_AGAINST = lazy(
    r"\bagainst\b|\breject\w*|\boppos\w+|\bturned down\b|\bvoted down\b|\bnot (?:to )?(?:recommend|"
    r"back|endors|support|effective|outweigh)\w*|\bdid not\b|\bdidn[’']t\b|\bdeclin\w+|"
    r"\bno\b(?! longer)|\bunfavou?rabl\w+"
)
_FOR = lazy(
    r"\bsided with (?!(?:the )?(?:agency|reviewers|staff|critics|sceptics|fda))|"
    r"\bin favou?r\b|\bfavou?red\b|\bback(?:ed|s)\b|\bendors\w+|\bsupport(?:ed|s)\b|"
    r"\brecommend(?:ed|s)\b|\bto approve\b|\bfor approval\b|\bpositive\b|\boutweigh\w*"
)
_THAT = lazy(
    r"[^\w:;]*(?:(?:in|on) [#\d, ]+ )?(?:[\w’'-]+ ){0,7}?(?:that|concluding|finding|agreeing)\b"
)
_JUDGED = lazy(
    r"[^\w:;]*(?:[\w’'-]+ ){1,7}?"
    r"(?P<verb>found|find|judged|deemed|considered|held|thought|called)\b"
)
_WORKS = lazy(r"\b(?:effective\w*|works?|worked|safe|worth|outweigh\w*|adequate\w*|sufficient)\b")
_TOO_LITTLE = lazy(r"\b(?:too (?:little|few)|little|scant|not enough|short of|wanting|unsafe)\b")
"""After a vote that comes first: "by 9 to 2 the advisers found it effective"."""
_ON_WHETHER = lazy(r"\b(?:on|of|to) (?:the question )?(?:of )?whether\b")
_ASKS = lazy(r"[^\w:;]*(?:on|as to|over) (?:[\w’'-]+ ){0,4}?whether\b")
"""After a vote: what was asked, which tells nothing of the answer."""
_VOTE = lazy(r"\bvotes?\b")
_CHAMBER = lazy(r"\b(?:senate|house|assembly|council|chambers?|lawmakers|legislat\w+|parliament)\b")
_OUTWEIGHED = lazy(r"\brisks?\b[^.;]{0,30}?\boutweigh")
_NUMBERS = {**ONES, **TEENS, "none": 0, "nil": 0, "nobody": 0, "lone": 1, "single": 1, "sole": 1}
_NUMERAL = lazy(
    rf"(?<![\w.,$€£%-])(?:\d{{1,2}}|{'|'.join(_NUMBERS)})\b(?![.,]\d|%|-(?!\d))"
    r"(?! (?:weeks?|months?|years?|days?|hours?|minutes?|mg|sites|points|times|per ?cent|percent|"
    r"trials?|stud(?:y|ies)|phase|more|further|doses?|drugs?|sessions?|patients?|people))"
)
_UNANIMOUS = lazy(r"\bunanim\w+|\bto a (?:man|woman|person)\b|\bwithout dissent|\bno dissent")
_COMMITTEE = lazy(
    r"\b(?:committee|panel(?:l?ists?)?|advis[eo]rs|advisory|ayes|noes|outside experts|"
    r"(?:voting|board) members|(?:\d+|nine|ten|eleven|twelve) (?:of (?:the |its )?)?members)\b"
)
_OTHER_VOTE = lazy(
    r"\b(?:posters?|conference|jury|prize|awards?|(?:not|n[’']t) (?:bound|obliged)|bound by|"
    r"non-?binding|as a rule)\b"
)
"""Votes on something else, or in general."""
_ADVISERS = lazy(r"\b(?:panel(?:l?ists?)?|advis[eo]rs|advisory)\b")
"""Beside a chamber: committees and members are its own, advisers are not."""
_PEOPLE = (
    r"(?:panel |committee |voting |outside |of the )*"
    r"(?:members?|advis[eo]rs?|panell?ists?|experts?|votes?|voices?)"
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
_ALL = lazy(r"\bof (?:the |its |all |[\w ]+['’]s )?\Z|\b(?:with|ha[sd]|whose|its) (?:its |the )?\Z")
"""Before a number of members: it is that of all."""
_BUT = lazy(r"\ball (?:but|except|save) \Z")
_YES = lazy(
    r"\b(?:convinced|persuaded|believ\w+|thought|think|held|hold|found|judged|felt|agreed|"
    r"favou?r\w*|for\b(?! example)|worth|works?|worked|effective\w*|outweigh\w*|adequate\w*|"
    r"back(?:ed|s|ing)?|support\w*|yes|ayes?|approv\w+|endors\w+|recommend\w*|sufficient)\b"
)
_NO = lazy(
    r"\b(?:unconvinced|unpersuaded|unmoved|against|doubt\w*|reject\w*|oppos\w*|fail\w*|lack\w*|"
    r"insufficient|inadequate\w*|ineffective|unproven|dissent\w*|noe?s|disagreed|negative|"
    r"unfavou?rable|too (?:high|great|large|weak|thin))\b"
)
_BODY = lazy(r"\bsafety (?:and risk management )?(?:advisory )?committees?\b")
"""A committee whose name asks no question."""
_LEADS = lazy(r"\bagainst (?:the |an? )?\Z")
_ONE_AFTER_ANOTHER = 8
"""Characters between two pairs of which what follows tells the questions in turn."""
_NO_VOTE = lazy(r"\bwithout a vote\b|\bnon-?voting\b|\bno vote\b")
_QUESTIONS = (
    (lazy(r"\beffective|\befficac|\bworks?\b|\bworked\b|\bevidence\b"), "effective"),
    (lazy(r"\bbenefits\b|\brisks?\b|\bworth\b"), "outweigh"),
    (lazy(r"\bsafety\b"), "safety profile"),
)


def votes(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what advisers are said to have voted."""
    if _OTHER_VOTE.search(passage.low) or not _by_committee(passage):
        return
    committees = _committees(passage) | _parents(passage)
    for cue in _cues(passage):
        spoken = [p for p in parties(passage, cue, committees, bare=True) if p.subject.compounds]
        for wanted in [_of_committee(passage, p) for p in spoken] or _around(passage):
            yield from _judged(passage, cue, wanted)


def _by_committee(passage: Passage) -> bool:
    """Whether a committee of advisers is spoken of, here or in the text around."""
    if _CHAMBER.search(passage.low) and not _ADVISERS.search(passage.low):
        return False
    committees = _committees(passage)
    return any(
        _COMMITTEE.search(layer.text.lower()) or committees & set(idents(layer.of("agency")))
        for layer in passage.scope.layers[:4]
    ) or bool(passage.reading.of(Vote) and _VOTE.search(passage.low))


def _cues(passage: Passage) -> Iterator[Cue]:
    """Words of voting; in a clause without any, its numbers of members."""
    cues = passage.of_kind("vote")
    yield from cues
    spans = [(p.start, p.end) for p in _pairs(passage)] + [
        (s.start, s.end) for s in _singles(passage)
    ]
    for start, end in spans:
        clause = passage.clause_at(start)
        if all(c.clause is not clause for c in cues):
            cues = (*cues, Cue("vote", start, end, clause))
            yield cues[-1]


def _committees(passage: Passage) -> frozenset[str]:
    return frozenset(e.agency for e in passage.timeline.of(KINDS))


def _parents(passage: Passage) -> frozenset[str]:
    """Agencies that committees advise: "the agency's advisers" are these committees."""
    known = passage.timeline.agencies
    return frozenset(b for a in _committees(passage) if a in known for b in known[a].broader)


def _of_committee(passage: Passage, party: Party) -> Wanted:
    """The vote asked of the committees in the place of the agency that they advise."""
    wanted, known = party.wanted(KINDS), passage.timeline.agencies
    own = {a for a in _committees(passage) if a in known
           and set(known[a].broader) & set(wanted.agencies)}  # fmt: skip
    return replace(wanted, agencies=tuple(sorted(own | set(wanted.agencies))), holders=())


def _around(passage: Passage) -> Iterator[Wanted]:
    """What of the nearest text around can have been voted on, if it is only one thing."""
    compounds = idents(passage.scope.nearest("compound"))
    holders = () if compounds else idents(passage.scope.nearest("sponsor"))
    wanted = Wanted(kinds=KINDS, compounds=compounds, holders=holders)
    if (compounds or holders) and len(passage.timeline.find(wanted)) == 1:
        yield wanted


def _judged(passage: Passage, cue: Cue, wanted: Wanted) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    found = passage.timeline.find(wanted)
    moments = near_first(passage, cue)
    events = tuple(e for e in found if not moments or any(m.fits(e) for m in moments))
    told = list(_counted(passage, cue, what, events))
    words = _ON_WHETHER.sub(lambda m: "#" * len(m.group()), cue.clause.words)
    stated_so = modality(words, cue.start, cue.start).mood == "fact" and not ahead(cue.clause)
    factual = stated_so and cue in passage.cues
    if told:
        yield from told
    elif factual and events:
        yield from _direction(passage, cue, what, events[-1])
    elif factual and found and (event := nearest(found, moments)):
        yield opinion("contradicted", what, passage, (event,))
    elif factual and not found and passage.timeline.complete(wanted, passage.now.last):
        yield opinion("contradicted", what, passage, passage.timeline.of(KINDS)[-1:])


def _counted(
    passage: Passage, cue: Cue, what: Stated, events: Sequence[Event]
) -> Iterator[Opinion]:
    """The numbers of a clause: pairs, else the first number of members of one side."""
    totals = {n for e in events for v in e.votes for n in (v.yes + v.no, v.yes + v.no + v.abstain)}
    pairs = [p for p in _pairs(passage) if cue.clause.holds(p.start, p.end)]
    own = _COMMITTEE.search(cue.clause.words) or _VOTE.search(cue.clause.words)
    known = own and passage.reading.of(Vote)
    told = [
        _numbers(passage, what, p, events)
        for p in pairs
        if events
        and (known or p.first.value + p.second.value in totals or (own and _APART.search(p.text)))
    ]
    yield from told
    for one in () if told else _singles(passage):
        whole = one.whole or max(totals, default=0)
        if one.value > whole:
            continue
        everybody = one.value == whole and _ALL.search(passage.low[: one.start])
        if cue.clause.holds(one.start, one.end) and whole in totals and not everybody:
            votes = _meant(cue.clause.words, events)
            said = whole - one.value if _BUT.search(passage.low[: one.start]) else one.value
            right = said in {v.yes if one.good else v.no for v in votes}
            held = Stated(one.start, one.end, passage.text[one.start : one.end])
            standing: Standing = "supported" if right else "contradicted"
            yield opinion(standing, held, passage, events, expected=tally(passage, events))
            return


def _pairs(passage: Passage) -> tuple[Vote, ...]:
    """The pairs of numbers of a sentence that can be votes; else those in words."""
    if found := passage.reading.of(Vote):
        return found
    pairs: list[Vote] = []
    for one, other in pairwise(_NUMERAL.finditer(passage.low)):
        free = not pairs or pairs[-1].end <= one.start()
        ranged = passage.low.endswith("from ", 0, one.start())
        if free and not ranged and _BETWEEN.fullmatch(passage.low, one.end(), other.start()):
            start, end = one.start(), other.end()
            first, second = (Number(Decimal(_value(n.group())), n.group()) for n in (one, other))
            text = passage.low[start:end]
            pairs.append(Vote(text=text, start=start, end=end, first=first, second=second))
    return tuple(pairs)


@dataclass(frozen=True, slots=True)
class _Single:
    """A number of members who went for the treatment, or against it, out of `whole`."""

    start: int
    end: int
    value: int
    whole: int
    good: bool


def _singles(passage: Passage) -> Iterator[_Single]:
    numerals = list(_NUMERAL.finditer(passage.low))
    among = next((n for n in numerals if _AMONG.search(passage.low[: n.start()])), None)
    for one in numerals:
        of = _OF.match(passage.low, one.end())
        listed = among is not None and among.end() < one.start()
        if one is among or not (of or listed or _THEM.match(passage.low, one.end())):
            continue
        end = of.end() if of else one.end()
        words = _treating(passage, passage.clause_at(one.start()).words)
        good = _good(words[end:], words[: one.start()])
        if good is not None and not _NO_VOTE.search(words):
            whole = of["all"] if of else among.group() if among else "0"
            yield _Single(one.start(), end, _value(one.group()), _value(whole), good)


def _treating(passage: Passage, words: str) -> str:
    """The words without an "against" that leads to a disease: what works against it is backed."""
    for mention in passage.mentions("indication"):
        if found := _LEADS.search(words[: mention.start]):
            words = words[: found.start()] + " " * len(found.group()) + words[found.end() :]
    return words


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _good(after: str, before: str) -> bool | None:
    """Whether members went for the treatment; None where no word tells."""
    denials = len(phrases.NEGATION.findall(after[:90])) + len(_NO.findall(after[:90]))
    if _OUTWEIGHED.search(after):
        denials += 1
    said = _YES.search(after) or _YES.search(before[-40:])
    return denials % 2 == 0 if said or denials else None


def _meant(words: str, events: Sequence[Event]) -> list[Recorded]:
    """The votes on the question that the words name first; else all."""
    every = [v for e in events for v in e.votes]
    words = _BODY.sub(lambda found: "#" * len(found.group()), words)
    hits = [(m.start(), asked) for said, asked in _QUESTIONS if (m := said.search(words))]
    return [v for v in every if hits and min(hits)[1] in v.question.lower()] or every


def _numbers(passage: Passage, what: Stated, written: Vote, events: Sequence[Event]) -> Opinion:
    """The two numbers, held against the question that the words next to them name."""
    side = _side(passage, written)
    if any(_same(written, vote, side) for vote in _asked(passage, written, events)):
        return opinion("supported", what, passage, events)
    held = Stated(written.start, written.end, written.text)
    return opinion("contradicted", held, passage, events, expected=tally(passage, events))


def _asked(passage: Passage, written: Vote, events: Sequence[Event]) -> list[Recorded]:
    """The votes on what was asked, by the words between this pair of numbers and the next."""
    others, low = _pairs(passage), passage.low
    following = min((o.start for o in others if o.start > written.start), default=len(low))
    leading = max((o.end for o in others if o.end < written.end), default=0)
    every = _meant("", events)
    if 0 < min(following - written.end, written.start - leading) <= _ONE_AFTER_ANOTHER:
        return every
    after = _meant(low[written.end : following], events)
    return after if len(after) < len(every) else _meant(low[leading : written.start], events)


def tally(passage: Passage, events: Sequence[Event]) -> str:
    """The votes of events in words: "9 to 2 against"."""
    counts = [f"{v.yes} for, {v.no} against ({v.question})" for e in events for v in e.votes]
    return f"{event_line(events[0], passage)}: {'; '.join(counts)}"


def _side(passage: Passage, written: Vote) -> str | None:
    """What the first number is for, where number or verb tell."""
    if written.side:
        ascends = written.side == "against" and written.first.value < written.second.value
        return None if ascends else written.side
    low = _treating(passage, passage.low)
    after = low[written.end : written.end + 100]
    if _OUTWEIGHED.search(after) and not _ASKS.match(after):
        return "against"
    if (found := _JUDGED.match(after)) and _WORKS.search(after, found.end()):
        said = after[found.start("verb") :]
        denied = phrases.NEGATION.search(after) or _NO.search(said) or _TOO_LITTLE.search(said)
        return "against" if denied else "for"
    if found := _THAT.match(after):
        denied = phrases.NEGATION.search(after, found.end()) or _NO.search(after, found.end())
        return "against" if denied else "for"
    reach = 0 if _ASKS.match(after) else 60
    near = low[max(0, written.start - 60) : written.end + reach]
    against, favour = _AGAINST.search(near), _FOR.search(near)
    if bool(against) == bool(favour) or written.first.value < written.second.value:
        return None
    return "against" if against else "for"


def _same(written: Vote, vote: Recorded, side: str | None) -> bool:
    first, second = int(written.first.value), int(written.second.value)
    if side:
        return (first, second) == ((vote.yes, vote.no) if side == "for" else (vote.no, vote.yes))
    return {first, second} == {vote.yes, vote.no}


def _direction(passage: Passage, cue: Cue, what: Stated, event: Event) -> Iterator[Opinion]:
    """For or against without numbers."""
    words = passage.low[cue.start : cue.clause.end]
    against, favour = bool(_AGAINST.search(words)), bool(_FOR.search(words))
    expected = tally(passage, (event,))
    divided = all(v.yes and v.no for v in event.votes)
    if not against and not favour:
        return
    if divided and _UNANIMOUS.search(cue.clause.words):
        yield opinion("contradicted", what, passage, (event,), expected=expected)
    elif all((v.yes < v.no) == against and v.yes != v.no for v in event.votes):
        yield opinion("supported", what, passage, (event,))
    elif all((v.yes > v.no) == against and v.yes != v.no for v in event.votes):
        yield opinion("contradicted", what, passage, (event,), expected=expected)
