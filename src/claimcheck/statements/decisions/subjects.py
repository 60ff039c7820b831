"""What a statement is about: which treatments, each for which indications."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.tokens import Token, tokens
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Family

_THERE_ARE = lazy(r"\W*there (?:is|are)\b")
_APPOSITION = lazy(
    r",\s+(?:itself )?(?:already |long |now )?(?:an?|the|another) (?:[\w.]+[- ])?"
    r"(?:(?:[\w-]+ ){0,2}(?:that|which) (?:the )?(?:[\w-]+ )?(?:has |have |had )?(?:long |once )?)?"
)
_IN_PART = lazy(r"\b(?:among (?:them|others)|including|such as|certain|various|some|several)\b")
_NAMED_PRODUCT = lazy(
    r"\b(?:approv\w+|drug|medicine|medication|antidepressant|pill|product)\b[^.;:]{0,40}? "
    r"(?:was|is|were|are|called|named) [^\W\d_a-z][a-z]{3,}\b(?! (?:and|or|[^\W\d_a-z]))"
)
_FRAGMENTS = {"item", "cell", "caption"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A treatment, with the indications of which the statement names one or any."""

    compounds: tuple[str, ...] = ()
    """One compound; for a class, its members; none where only a company is named."""
    indications: tuple[str, ...] = ()
    name: str = ""
    """As the text writes it."""
    start: int = -1
    end: int = -1
    own: bool = True
    """The sentence itself names it."""
    whole: bool = False
    """It is a class of treatments."""
    negated: bool = False
    """Set against the rest: "but not X", "not for Y"."""


def apposed(passage: Passage, clause: Clause, start: int) -> Subject | None:
    """The treatment before a comma after which `start` tells what it is: "…, a listed drug"."""
    for mention in passage.mentions("compound", clause):
        if _APPOSITION.fullmatch(passage.low[mention.end : start]):
            own = tuple(i for i in mention.ids[:1] if i in passage.timeline.compounds)
            return Subject(own, (), passage.words(mention), mention.start, mention.end)
    return None


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a verb stands, and whether what it decides on follows it."""

    start: int
    end: int
    active: bool


def subjects(
    passage: Passage, clause: Clause, *, bare: bool = False, verb: Verb | None = None
) -> tuple[Subject, ...]:
    """The treatments that a clause speaks of, named in it or inherited.

    `bare` allows inheritance from the text around even where no word points back at it. `verb`
    tells on which side of it the treatments are looked for first.
    """
    key = (clause.start, clause.end, bare, verb)
    if key not in passage.remembered:
        passage.remembered[key] = _subjects(passage, clause, bare, verb)
    found: tuple[Subject, ...] = passage.remembered[key]
    return found


def _subjects(
    passage: Passage, clause: Clause, bare: bool, verb: Verb | None
) -> tuple[Subject, ...]:
    named = _governed(tokens(passage, clause), verb)
    if any(t.kind == "other" for t in named):
        return ()
    if any(t.kind == "compound" for t in named):
        return tuple(_paired(named, clause.words, passage))
    indications = tuple(t for t in named if t.kind == "indication")
    return tuple(_with(s, indications) for s in _inherited(passage, clause, bare=bare))


def _governed(named: list[Token], verb: Verb | None) -> list[Token]:
    """The names that a verb can be about.

    After an active verb, those that follow it. Before a passive one, those that precede it; what
    follows is taken up only with an indication of its own ("and Y for …").
    """
    if verb is None:
        return named
    treated = [t for t in named if t.kind != "indication"]
    before = [t for t in treated if t.end <= verb.start]
    after = [t for t in treated if t.start >= verb.end]
    if verb.active:
        return [t for t in named if t not in before] if after else named
    if not before:
        return named
    last = max((t.start for t in named if t.kind == "indication"), default=-1)
    return [t for t in named if t not in after or t.start < last]


def classes(passage: Passage, clause: Clause | None = None) -> tuple[Subject, ...]:
    """The classes of treatments that the sentence, or one clause, names."""
    return tuple(
        Subject(members, (), passage.words(m), m.start, m.end, whole=True)
        for m in passage.mentions("treatment", clause)
        if (members := passage.timeline.members.get(m.ids[0], ())) and len(members) > 1
    )


def _paired(named: Sequence[Token], words: str, passage: Passage) -> Iterator[Subject]:
    """Each treatment with its indications: those after it, else those that lead the clause."""
    runs = [(kind, list(run)) for kind, run in groupby(named, key=lambda t: t.kind)]
    ahead = runs[0][0] == "indication" and (runs[-1][0] == "compound" or len(runs) == 2)
    shift = -1 if ahead else 1
    for index, (kind, run) in enumerate(runs):
        if kind != "compound":
            continue
        beside = index + shift
        indications = runs[beside][1] if 0 <= beside < len(runs) else []
        yield from _joined(_distinct(run), _distinct(indications), words, passage)


def _joined(
    run: list[Token], indications: list[Token], words: str, passage: Passage
) -> Iterator[Subject]:
    if len(run) == len(indications) > 1 and "respectively" in words:
        for token, indication in zip(run, indications, strict=True):
            yield _with(_subject(token), (indication,))
        return
    if len(run) > 1 and indications and _IN_PART.search(words):
        indications = []  # not each of the treatments need be for each purpose
    either = len(run) > 1 or _alternative(indications, passage)
    for token in run:
        if either or not indications:
            yield _with(_subject(token), tuple(indications))
        else:
            yield from (_with(_subject(token), (one,)) for one in indications)


def _alternative(indications: list[Token], passage: Passage) -> bool:
    """Whether the indications are joined by "or"."""
    return any(" or " in passage.low[one.end : other.start] for one, other in pairwise(indications))


def _distinct(named: list[Token]) -> list[Token]:
    return list({token.ids: token for token in reversed(named)}.values())[::-1]


def _subject(token: Token) -> Subject:
    return Subject(
        token.ids, (), token.name, token.start, token.end, whole=token.whole, negated=token.negated
    )


def _with(subject: Subject, indications: Sequence[Token]) -> Subject:
    ids = tuple(i for t in indications for i in t.ids)
    ruled_out = bool(indications) and all(t.negated for t in indications)
    return replace(subject, indications=ids, negated=subject.negated or ruled_out)


def _inherited(passage: Passage, clause: Clause, *, bare: bool) -> tuple[Subject, ...]:
    """The treatments of the clauses before, or of the text around the sentence."""
    if _THERE_ARE.match(clause.words) and phrases.OTHER_DRUGS.search(clause.words):
        return ()
    for other in _elsewhere(passage, clause):
        if found := tuple(_paired(_only_compounds(passage, other), other.words, passage)):
            return _unambiguous(found, clause)
    if phrases.OTHER_DRUGS.search(clause.words):
        return ()
    points_back = phrases.ANAPHOR.search(clause.words) or passage.scope.block.kind in _FRAGMENTS
    return _around(passage, clause) if bare or points_back else ()


def _only_compounds(passage: Passage, clause: Clause) -> list[Token]:
    return [t for t in tokens(passage, clause) if t.kind == "compound"] or [
        Token("none", (), 0, 0, "")
    ]


def _elsewhere(passage: Passage, clause: Clause) -> Iterator[Clause]:
    """The sentence's other clauses in the order in which a subject is looked for."""
    before = [c for c in passage.clauses if c is not clause and c.start < clause.start]
    yield from sorted(before, key=lambda c: (c.bracketed, -c.start))
    if clause is passage.clauses[0]:
        following = passage.clauses[1:2]
        yield from (c for c in following if ";" not in passage.low[clause.start : c.start])


def _unambiguous(found: tuple[Subject, ...], clause: Clause) -> tuple[Subject, ...]:
    """One treatment, or several where the clause speaks of them together."""
    if len({s.compounds for s in found}) == 1 or phrases.ENSEMBLE.search(clause.words):
        return found
    near = [s for s in found if s.end <= clause.start]
    return (near[-1],) if near and (clause.relative or clause.bracketed) else ()


def _around(passage: Passage, clause: Clause) -> tuple[Subject, ...]:
    """The treatments of the nearest layer around the sentence that names any."""
    for layer in passage.scope.layers[1:]:
        named = [
            Subject((m.ids[0],), (), layer.text[m.start : m.end], own=False)
            for m in layer.of("compound")
            if m.ids[0] in passage.timeline.compounds
        ]
        family = passage.records.compounds
        kept = [s for s in named if not any(_narrower(o, s, family) for o in named)]
        distinct = tuple({s.compounds: s for s in kept}.values())
        if distinct:
            return distinct if len(distinct) == 1 or phrases.ENSEMBLE.search(clause.words) else ()
        if classed := _class_of(passage, layer.text, layer.of("treatment")):
            return (classed,)
        if layer.of("compound") or _NAMED_PRODUCT.search(layer.text):
            return ()  # of another medicine, which the timeline does not follow
    return ()


def _narrower(one: Subject, other: Subject, family: Family) -> bool:
    return one.compounds != other.compounds and other.compounds[0] in family.up(one.compounds[0])


def _class_of(passage: Passage, text: str, mentions: Sequence[Mention]) -> Subject | None:
    for mention in mentions:
        members = passage.timeline.members.get(mention.ids[0], ())
        if members:
            name = text[mention.start : mention.end]
            return Subject(members, (), name, own=False, whole=len(members) > 1)
    return None
