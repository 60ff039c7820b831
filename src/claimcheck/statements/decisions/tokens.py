"""The names in a clause that take part in a statement: treatments and indications."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import asides
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Family

_REACH = 48
_CONJUNCTION = lazy(r"\W*(?:after|before) (?:the )?")
"""All that stands before the subject of a clause of time."""


@dataclass(frozen=True, slots=True)
class Token:
    """A name in the text that is a treatment (or a class of them) or an indication."""

    kind: str
    ids: tuple[str, ...]
    start: int
    end: int
    name: str
    whole: bool = False
    negated: bool = False


def tokens(passage: Passage, clause: Clause) -> list[Token]:
    """The names in a clause that can take part, in order."""
    found = [*_compounds(passage, clause), *_indications(passage, clause)]
    return sorted(found, key=lambda t: t.start)


def purposes(passage: Passage, clause: Clause) -> tuple[str, ...]:
    """The indications that a clause names."""
    return tuple(dict.fromkeys(i for t in _indications(passage, clause) for i in t.ids))


def exceptions(passage: Passage) -> frozenset[str]:
    """The compounds that a sentence sets apart ("except for", "other than")."""
    return frozenset(
        ident
        for mention in passage.mentions("compound")
        for ident in mention.ids
        if asides.EXCEPTING.search(_before(passage, mention))
    )


def _compounds(passage: Passage, clause: Clause) -> list[Token]:
    families = [m for m in passage.mentions("treatment", clause) if _is_class(passage, m)]
    named = _free(passage, passage.mentions("compound", clause))
    mentions = [m for m in named if not _within(m, families)]
    tokens = [t for m in mentions if (t := _compound(passage, m))]
    if tokens:
        return _merged(_in_form(tokens, passage), passage.records.compounds)
    left_out = exceptions(passage)
    if any(m.ids[0] in passage.timeline.compounds - left_out for m in mentions):
        return []
    return list(_classes(passage, clause))


def _free(passage: Passage, mentions: Iterable[Mention]) -> list[Mention]:
    """The names that are no part of a company's or an agency's name."""
    over = [*passage.mentions("sponsor"), *passage.mentions("agency")]
    return [m for m in mentions if not _within(m, over)]


def _is_class(passage: Passage, mention: Mention) -> bool:
    return len(passage.timeline.members.get(mention.ids[0], ())) > 1


def _classes(passage: Passage, clause: Clause) -> Iterator[Token]:
    """Words for a class of treatments, or for therapy with one of them."""
    for mention in _free(passage, passage.mentions("treatment", clause)):
        members = passage.timeline.members.get(mention.ids[0], ())
        if members and not asides.EXCLUDING.search(_before(passage, mention)):
            name, many = passage.words(mention), len(members) > 1
            yield Token("compound", members, mention.start, mention.end, name, whole=many)


def _compound(passage: Passage, mention: Mention) -> Token | None:
    before = _before(passage, mention)
    after = passage.low[mention.end : mention.end + _REACH]
    if asides.EXCEPTING.search(before) or asides.EXCLUDED.match(after):
        return None
    if asides.RANKED.search(before) and asides.KIND_OF.match(after):
        return None
    set_against = asides.EXCLUDING.search(before) and not asides.IN_THE_FORM_OF.search(before)
    if set_against and _CONJUNCTION.fullmatch(
        passage.low[passage.clause_at(mention.start).start : mention.start]
    ):
        set_against = None
    if set_against and not asides.BUT_NOT.search(before):
        return None
    kind = "compound" if mention.ids[0] in passage.timeline.compounds else "other"
    name = passage.words(mention)
    return Token(kind, mention.ids[:1], mention.start, mention.end, name, negated=bool(set_against))


def _in_form(tokens: list[Token], passage: Passage) -> list[Token]:
    """ "X in the form of Y" is about Y."""
    for token in tokens[1:]:
        if asides.IN_THE_FORM_OF.search(_before(passage, token)):
            return [token]
    return tokens


def _merged(tokens: list[Token], family: Family, apart: Sequence[Mention] = ()) -> list[Token]:
    """Two names of one thing, one wider than the other: the narrower one stays.

    Names between which one of `apart` stands are of two things.
    """

    def same(one: Token, other: Token) -> bool:
        return not any(
            one.end <= m.start < other.start or other.end <= m.start < one.start for m in apart
        )

    return [
        token
        for token in tokens
        if not any(
            other.ids != token.ids
            and token.ids[0] in family.up(other.ids[0])
            and same(token, other)
            for other in tokens
        )
    ]


def _indications(passage: Passage, clause: Clause) -> list[Token]:
    tokens = [
        Token(
            "indication",
            m.ids[:1],
            m.start,
            m.end,
            passage.words(m),
            negated=_ruled_out(passage, m),
        )
        for m in passage.mentions("indication", clause)
        if not _within(m, passage.mentions("compound", clause))
        and not asides.COMPANION.search(_before(passage, m))
    ]
    treated = passage.mentions("compound", clause)
    return _merged(tokens, passage.records.indications, treated)


def _ruled_out(passage: Passage, mention: Mention) -> bool:
    return bool(asides.NOT_FOR.search(_before(passage, mention)))


def _within(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(o.start <= mention.start and mention.end <= o.end for o in others)


def _before(passage: Passage, name: Mention | Token) -> str:
    """The words right before a name."""
    return passage.low[max(0, name.start - _REACH) : name.start]
