"""Sentences as drafts: a few headings, perhaps sentences before, and the sentence itself."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from claimcheck.drafts.sentences import split
from claimcheck.load import load_base
from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Document
from claimcheck.statements.decisions import opinions
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import GRAVITY, Opinion
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope, ScopeReader

TODAY = date(2026, 11, 21)
DATA = Path(__file__).parents[3] / "data"


@cache
def records() -> Records:
    """The base that ships with the program."""
    return Records(load_base(DATA))


def document(
    text: str, headings: tuple[str, ...] = (), kind: str = "paragraph", dated: str = ""
) -> Document:
    """A draft with one block under its headings."""
    over = [
        Block(kind="heading", text=h, spans=((0, 0),), level=i + 1, headings=tuple(range(i)))
        for i, h in enumerate(headings)
    ]
    block = Block(kind=kind, text=text, spans=((0, 0),), headings=tuple(range(len(over))))
    when = PartialDate.parse(dated) if dated else None
    return Document(path="draft.md", source=text, blocks=(*over, block), date=when)


def scope_of(
    text: str,
    headings: tuple[str, ...] = (),
    kind: str = "paragraph",
    dated: str = "",
    base: Records | None = None,
) -> Scope:
    """The scope of the last sentence of a text."""
    draft = document(text, headings, kind, dated)
    sentences = split(draft)
    return ScopeReader(draft, sentences, (base or records()).names).scope(sentences[-1])


def passage_of(text: str, *context: object) -> Passage:
    """The last sentence of a text, laid out for reading."""
    return Passage(read_sentence(scope_of(text, *context)), records(), TODAY)


def opinions_on(
    text: str,
    headings: tuple[str, ...] = (),
    kind: str = "paragraph",
    dated: str = "",
    base: Records | None = None,
) -> list[Opinion]:
    """The opinions on the last sentence of a text."""
    scope = scope_of(text, headings, kind, dated, base)
    return list(opinions(scope, read_sentence(scope), base or records(), TODAY))


def verdict(*args: object, **options: object) -> str:
    """The gravest standing among the opinions; "silent" without any."""
    found = opinions_on(*args, **options)
    return max((o.standing for o in found), key=lambda s: GRAVITY[s], default="silent")
