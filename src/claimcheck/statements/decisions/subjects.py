"""What a statement is about: which treatments, each for which indications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Family

_REACH = 48
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
    """Set against the rest: "but not psilocybin", "not for depression"."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A name in the text that is a treatment (or a class of them) or an indication."""

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    name: str
    whole: bool = False
    negated: bool = False


def subjects(passage: Passage, clause: Clause, *, bare: bool = False) -> tuple[Subject, ...]:
    """The treatments that a clause speaks of, named in it or inherited.

    `bare` allows inheritance from the text around even where no word points back at it.
    """
    tokens = list(_tokens(passage, clause))
    if any(t.kind == "other" for t in tokens):
        return ()
    if any(t.kind == "compound" for t in tokens):
        return tuple(_paired(tokens, clause.words, passage))
    indications = tuple(t for t in tokens if t.kind == "indication")
    return tuple(_with(s, indications) for s in _inherited(passage, clause, bare=bare))


def exceptions(passage: Passage) -> frozenset[str]:
    """The compounds that a sentence sets apart ("except for", "other than")."""
    return frozenset(
        ident
        for mention in passage.mentions("compound")
        for ident in mention.ids
        if phrases.EXCEPTING.search(passage.low[max(0, mention.start - _REACH) : mention.start])
    )


def classes(passage: Passage, clause: Clause | None = None) -> tuple[Subject, ...]:
    """The classes of treatments that the sentence, or one clause, names."""
    return tuple(
        Subject(members, (), passage.words(m), m.start, m.end, whole=True)
        for m in passage.mentions("treatment", clause)
        if (members := passage.timeline.members.get(m.ids[0], ())) and len(members) > 1
    )


def _tokens(passage: Passage, clause: Clause) -> Iterator[_Token]:
    """The names in a clause that can take part, in order."""
    found = [*_compounds(passage, clause), *_indications(passage, clause)]
    return iter(sorted(found, key=lambda t: t.start))


def _compounds(passage: Passage, clause: Clause) -> list[_Token]:
    mentions = passage.mentions("compound", clause)
    tokens = [t for m in mentions if (t := _compound(passage, m))]
    if tokens:
        return _merged(_in_form(tokens, passage), passage.records.compounds)
    if any(m.ids[0] in passage.timeline.compounds for m in mentions):
        return []
    return [
        _Token("compound", c.compounds, c.start, c.end, c.name, True)
        for c in _named(passage, clause)
    ]


def _named(passage: Passage, clause: Clause) -> Iterator[Subject]:
    for mention in passage.mentions("treatment", clause):
        members = passage.timeline.members.get(mention.ids[0], ())
        before = passage.low[max(0, mention.start - _REACH) : mention.start]
        if members and not phrases.EXCLUDING.search(before):
            yield Subject(members, (), passage.words(mention), mention.start, mention.end)


def _compound(passage: Passage, mention: Mention) -> _Token | None:
    before = passage.low[max(0, mention.start - _REACH) : mention.start]
    after = passage.low[mention.end : mention.end + _REACH]
    if phrases.EXCEPTING.search(before) or phrases.EXCLUDED.match(after):
        return None
    set_against = phrases.EXCLUDING.search(before)
    if set_against and not phrases.BUT_NOT.search(before):
        return None
    kind = "compound" if mention.ids[0] in passage.timeline.compounds else "other"
    name = passage.words(mention)
    return _Token(
        kind, mention.ids[:1], mention.start, mention.end, name, negated=bool(set_against)
    )


def _in_form(tokens: list[_Token], passage: Passage) -> list[_Token]:
    """ "Ketamine in the form of esketamine" is about esketamine."""
    for token in tokens[1:]:
        if phrases.IN_THE_FORM_OF.search(passage.low[max(0, token.start - _REACH) : token.start]):
            return [token]
    return tokens


def _merged(tokens: list[_Token], family: Family) -> list[_Token]:
    """Two names of one thing ("COMP360 psilocybin"): the narrower one stays."""
    return [
        token
        for token in tokens
        if not any(
            other.ids != token.ids and token.ids[0] in family.up(other.ids[0]) for other in tokens
        )
    ]


def _indications(passage: Passage, clause: Clause) -> list[_Token]:
    tokens = [
        _Token(
            "indication",
            m.ids[:1],
            m.start,
            m.end,
            passage.words(m),
            negated=_ruled_out(passage, m),
        )
        for m in passage.mentions("indication", clause)
        if not _within(m, passage.mentions("compound", clause))
        and not phrases.COMPANION.search(passage.low[max(0, m.start - _REACH) : m.start])
    ]
    return _merged(tokens, passage.records.indications)


def _ruled_out(passage: Passage, mention: Mention) -> bool:
    return bool(phrases.NOT_FOR.search(passage.low[max(0, mention.start - _REACH) : mention.start]))


def _within(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)


def _paired(tokens: Sequence[_Token], words: str, passage: Passage) -> Iterator[Subject]:
    """Each treatment with its indications: those after it, else those that lead the clause."""
    runs = [(kind, list(run)) for kind, run in groupby(tokens, key=lambda t: t.kind)]
    ahead = runs[0][0] == "indication" and (runs[-1][0] == "compound" or len(runs) == 2)
    shift = -1 if ahead else 1
    for index, (kind, run) in enumerate(runs):
        if kind != "compound":
            continue
        beside = index + shift
        indications = runs[beside][1] if 0 <= beside < len(runs) else []
        yield from _joined(_distinct(run), _distinct(indications), words, passage)


def _joined(
    run: list[_Token], indications: list[_Token], words: str, passage: Passage
) -> Iterator[Subject]:
    if len(run) == len(indications) > 1 and "respectively" in words:
        for token, indication in zip(run, indications, strict=True):
            yield _with(_subject(token), (indication,))
        return
    either = len(run) > 1 or _alternative(indications, passage)
    for token in run:
        if either or not indications:
            yield _with(_subject(token), tuple(indications))
        else:
            yield from (_with(_subject(token), (one,)) for one in indications)


def _alternative(indications: list[_Token], passage: Passage) -> bool:
    """Whether the indications are joined by "or"."""
    return any(
        " or " in passage.low[one.end : other.start]
        for one, other in zip(indications, indications[1:], strict=False)
    )


def _distinct(tokens: list[_Token]) -> list[_Token]:
    return list({token.ids: token for token in reversed(tokens)}.values())[::-1]


def _subject(token: _Token) -> Subject:
    return Subject(
        token.ids, (), token.name, token.start, token.end, whole=token.whole, negated=token.negated
    )


def _with(subject: Subject, indications: Sequence[_Token]) -> Subject:
    ids = tuple(i for t in indications for i in t.ids)
    ruled_out = bool(indications) and all(t.negated for t in indications)
    return replace(subject, indications=ids, negated=subject.negated or ruled_out)


def _inherited(passage: Passage, clause: Clause, *, bare: bool) -> tuple[Subject, ...]:
    """The treatments of the clauses before, or of the text around the sentence."""
    for other in _elsewhere(passage, clause):
        if found := tuple(_paired(_only_compounds(passage, other), other.words, passage)):
            return _unambiguous(found, clause)
    if phrases.OTHER_DRUGS.search(clause.words):
        return ()
    points_back = phrases.ANAPHOR.search(clause.words) or passage.scope.block.kind in _FRAGMENTS
    return _around(passage, clause) if bare or points_back else ()


def _only_compounds(passage: Passage, clause: Clause) -> list[_Token]:
    return [t for t in _tokens(passage, clause) if t.kind == "compound"] or [
        _Token("none", (), 0, 0, "")
    ]


def _elsewhere(passage: Passage, clause: Clause) -> Iterator[Clause]:
    """The sentence's other clauses in the order in which a subject is looked for."""
    before = [c for c in passage.clauses if c is not clause and c.start < clause.start]
    yield from sorted(before, key=lambda c: (c.bracketed, -c.start))
    if clause is passage.clauses[0]:
        yield from passage.clauses[1:2]


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
