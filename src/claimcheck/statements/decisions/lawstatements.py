"""What a sentence says that a state, a country or a city has done by law."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import Stated
from claimcheck.statements.decisions.localities import Locality, made_there
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.passage import Passage

PASSED = frozenset({"law", "programme", "order", "access-scheme", "scheduling"})
REFUSED = frozenset({"refusal"})
_MONEY = (
    r"(?:allocat|appropriat|set aside|earmark|invest|put)\w*[^.;]{0,60}?(?:million|billion|dollar)|"
    r"\b(?:public|state|taxpayers?'?) money\b|\bmoney (?:in|to|for)"
)
_USE = (
    r"\bservices\b|service cent|healing cent|programme|program\b|\b(?:scheme|framework)s?\b|"
    r"\bassisted|\bsupervised\b|"
    r"\bregulated\b|\btherap(?:y|ies)\b|\btreatments?\b|\bmedic(?:in)?al\b|legal access|legal use|"
    r"legally"
)
_SPARED = (
    r"decriminali|lowest (?:\w+[- ]){0,3}?priorit|bottom of [^.;,]{0,40}?(?:priorit|list)|"
    r"\bcivil (?:violation|offen[cs]e|infraction|fine|penalty)|no more than a violation"
)
_EFFECTS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (lazy(words), frozenset(effects.split()))
    for words, effects in (
        (r"task force", "task-force"),
        (_MONEY, "research pilot"),
        (r"\bpilot\b", "pilot"),
        (
            r"decriminali[sz][^.;]{0,80}?\b(?:for medical|medical (?:use|purposes))",
            "services medical-use",
        ),
        (r"(?:re-?)?(?<!de)(?<!de-)criminali[sz]", "criminalisation decriminalisation"),
        (_SPARED, "decriminalisation"),
        (r"(?:licen[sc]\w+|open\w*)[^.;]{0,40}?cent(?:re|er)", "licence"),
        (r"\bfund\w*|\bresearch\b|\btrials?\b|\bstudy\b", "research pilot"),
        (_USE, "services medical-use"),
        (r"legali[sz]", "services medical-use decriminalisation"),
    )
)
"""What a law is about, by the words of the sentence; the first that fit decide."""
_LEFT_OUT = lazy(
    r"(?P<what>[A-Z][^.;]{2,40}?) (?:were|was|are|is) not (?:listed|banned|scheduled|covered)\b|"
    r"\(not (?P<other>[^)]+)\)"
)
_ALONG = lazy(r"\b(?:but|not|unlike|except|while|whereas|only|escap\w+|spar\w+)\b")
"""Beside a ban: what it left out is told as such."""
_BILL = lazy(
    r"\b(?P<word>measure|proposition|prop|question|initiative|proposal|ordinance|"
    r"bill|[sh]\.?[bf]|[sh](?=\d{3}))\.? ?(?P<number>\d[\d-]*|(?<= )[a-z]\b)"
)
_NAMED_BILL = lazy(rf"(?:\b(?:senate|house|initiated|ballot) )?{_BILL.pattern}")
_LONG_FORM = {"prop": "proposition"} | dict.fromkeys(
    ("sb", "hb", "sf", "hf", "s.b", "h.b", "s.f", "h.f", "s", "h"), "bill"
)


@dataclass(frozen=True, slots=True)
class LawStatement:
    """What a clause says a place has done."""

    what: Stated
    where: Locality
    compounds: tuple[str, ...]
    effects: frozenset[str]
    bill: str
    refused: bool
    own: bool
    """The sentence itself names the treatment."""
    moments: tuple[Moment, ...]


def effects_of(words: str) -> frozenset[str]:
    """What a law is about, by the words of a clause."""
    return next((effects for said, effects in _EFFECTS if said.search(words)), frozenset())


def bill_of(words: str) -> str:
    """The name of the bill or measure in a clause, as summaries write it; empty without one."""
    return next(bills_of(words), "")


def bills_of(words: str) -> Iterator[str]:
    """The names of all bills in a clause."""
    for found in _BILL.finditer(words):
        yield f"{_LONG_FORM.get(found['word'], found['word'])} {found['number']}"


def without_bills(words: str) -> str:
    """The words of a clause with the names of bills masked: a Senate bill is no senate."""
    return _NAMED_BILL.sub(lambda found: "#" * len(found.group()), words)


def matching(passage: Passage, statement: LawStatement, kinds: frozenset[str]) -> tuple[Event, ...]:
    """The events of the statement's place that can be meant."""
    return tuple(
        e
        for e in passage.timeline.of(kinds)
        if made_there(passage, e, statement.where) and concerns(passage, e, statement)
    )


def concerns(passage: Passage, event: Event, statement: LawStatement) -> bool:
    """Whether an event is on the statement's matter, wherever it was decided."""
    if statement.bill:
        return is_named(event, statement.bill)
    opens_for_some = event.indication or event.effect
    if event.kind in {"scheduling", "access-scheme"} and not opens_for_some and statement.effects:
        return False
    said = statement.effects
    if event.kind == "refusal" and "licence" in said:
        said = said | {"services"}
    if said and not said & set(event.effect):
        return False
    family = passage.records.compounds
    return (
        not statement.compounds
        or not event.compound
        or any(c in family.up(e) for e in event.compound for c in statement.compounds)
    )


def is_named(event: Event, bill: str) -> bool:
    """Whether an event's record calls the law by this name."""
    whole = re.compile(rf"\b{re.escape(bill)}(?![\w-])")
    told = (event.summary, *(v.question for v in event.votes))
    return any(bill in text.lower() and whole.search(text.lower()) for text in told)


def is_of(event: Event, bill: str) -> bool:
    """Whether a bill is the event's own: the first that its record names, or one voted on."""
    own = next(bills_of(event.summary.lower()), "")
    return bill == own or any(bill in bills_of(v.question.lower()) for v in event.votes)


def _left_out(event: Event) -> frozenset[str]:
    """What the event's record says was not listed or banned with the rest, word by word."""
    said = _LEFT_OUT.search(event.summary)
    words = (said["what"] or said["other"]).lower() if said else ""
    return frozenset(re.findall(r"[a-z]{4,}", words))


def spares(clause: Clause, found: Sequence[Event]) -> tuple[Event, ...]:
    """The listings of which the record says that they leave out what a clause names."""
    if _ALONG.search(clause.words):
        return ()
    words = set(re.findall(r"[a-z]{4,}", clause.words))
    return tuple(e for e in found if words & _left_out(e))
