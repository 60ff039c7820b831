"""What a sentence inherits: names from what stands around it, and the date it speaks from.

Layers are ordered from near to far: the sentence itself, the sentences before it in its block, the
cells before it in its row and the heads of its column, the text that introduces its list, the
headings from inner to outer, and the title.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.drafts.dates import leading_date
from claimcheck.model.dates import PartialDate
from claimcheck.model.drafts import Block, Document, Sentence
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention, NameIndex, NameKind

MOST_BEFORE = 20
"""Sentences of its block before a sentence that are taken into account; no reader looks further
back, and a text without line breaks is one block."""

MOST_BACK = 6
"""Blocks before its own to which a sentence may point back."""

MOST_ABOVE = 12
"""Levels of nested lists that are looked up from an item."""

_DATED = frozenset({"heading", "item", "cell", "paragraph"})
"""Blocks that a date at their beginning dates."""
_SET_OFF = lazy(r"[^.:–—]{0,16}\b(?:19|20)\d\d\b(?:, ?[\w ]{3,16})?(?:[.:]| [–—])")
"""A date that a stop, a colon or a dash sets off from the text of its paragraph."""
_ONE_MORE = lazy(
    r"[.!?] (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2})(?:,? (?:19|20)\d\d)?[.:]"
)
"""Another one, further on."""


@dataclass(frozen=True)
class Layer:
    """A stretch of text around a sentence, and the names in it."""

    text: str
    mentions: tuple[Mention, ...]

    def of(self, kind: NameKind) -> tuple[Mention, ...]:
        """The names of one kind, in their order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[NameKind, tuple[Mention, ...]]:
        kinds = dict.fromkeys(m.kind for m in self.mentions)
        return {kind: tuple(m for m in self.mentions if m.kind == kind) for kind in kinds}


_QUOTES = ("“", '"', "«", "„")


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence with its layers; `layers[0]` is the sentence itself.

    Offsets of the mentions of `layers[0]` count from the beginning of the sentence.
    """

    document: Document
    sentence: Sentence
    layers: tuple[Layer, ...]
    as_of: PartialDate | None
    """The date that stands over it: of a heading, item or row that begins with one, or the
    document's own."""
    earlier: tuple[Sentence, ...] = ()
    """The sentences before it in its block, from near to far; theirs are the next layers."""
    notes: dict[Hashable, Any] = field(default_factory=dict, compare=False)
    """What was found out about the document so far; all its sentences share it."""

    @property
    def block(self) -> Block:
        """The block it stands in."""
        return self.document.blocks[self.sentence.block]

    @property
    def previous(self) -> Scope | None:
        """The sentence before it in its block, with its own layers."""
        if not self.earlier or len(self.layers) < 2:
            return None
        before, *earlier = self.earlier
        return replace(self, sentence=before, layers=self.layers[1:], earlier=tuple(earlier))

    @property
    def text(self) -> str:
        """The sentence."""
        return self.sentence.text

    @property
    def quoted(self) -> bool:
        """Whether somebody else is quoted: in a block quote, or in quotation marks throughout."""
        return self.block.quoted or self.text[:1] in _QUOTES

    @property
    def own(self) -> Layer:
        """The sentence's own names."""
        return self.layers[0]

    def nearest(self, kind: NameKind) -> tuple[Mention, ...]:
        """The names of a kind in the nearest layer that has any."""
        for layer in self.layers:
            if found := layer.of(kind):
                return found
        return ()

    def ids(self, kind: NameKind) -> tuple[str, ...]:
        """The ids of `nearest`, each once."""
        return tuple(dict.fromkeys(i for m in self.nearest(kind) for i in m.ids))

    def own_ids(self, kind: NameKind) -> tuple[str, ...]:
        """The ids that the sentence itself names."""
        return tuple(dict.fromkeys(i for m in self.own.of(kind) for i in m.ids))


class ScopeReader:
    """Reads the scopes of a document's sentences; names are looked for once per stretch of text.

    `cited` holds, by block, the works that are cited there without their names; in a sentence that
    names no trial they stand for names.
    """

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        index: NameIndex,
        cited: Mapping[int, tuple[Mention, ...]] | None = None,
    ) -> None:
        self._document = document
        self._index = index
        self._cited = cited or {}
        self._sentences = sentences
        self._places = {(s.block, s.start): place for place, s in enumerate(sentences)}
        self._layers: dict[tuple[int, int, int], Layer] = {}
        self._dates: dict[int, PartialDate | None] = {}
        self._settings: dict[int, Hashable] = {}
        self._notes: dict[Hashable, Any] = {}

    def scope(self, sentence: Sentence) -> Scope:
        """The scope of one of the document's sentences."""
        earlier = tuple(self._earlier(sentence))
        layers = tuple(self._around(sentence, earlier))
        date = self._date(sentence)
        return Scope(self._document, sentence, layers, date, earlier, self._notes)

    def setting(self, scope: Scope) -> Hashable:
        """All that can be looked at from a sentence; those of equal settings state the same."""
        at = scope.sentence.block
        if at not in self._settings:
            self._settings[at] = self._setting_of(at)
        texts = tuple(layer.text for layer in scope.layers)
        return self._settings[at], scope.sentence.start, scope.as_of, texts

    def _setting_of(self, at: int) -> Hashable:
        blocks = self._document.blocks
        here = blocks[at]
        shape = len(here.row), len(here.header), here.parent is None, len(here.headings)
        before = tuple(
            (block.kind, block.text, block.headings == here.headings, block.group == here.group)
            for block in blocks[max(0, at - MOST_BACK) : at]
        )
        return here.kind, here.text, here.marks, shape, before

    def _earlier(self, sentence: Sentence) -> Iterator[Sentence]:
        place = self._places[sentence.block, sentence.start]
        for earlier in reversed(self._sentences[max(0, place - MOST_BEFORE) : place]):
            if earlier.block != sentence.block:
                break
            yield earlier

    def _around(self, sentence: Sentence, earlier: Iterable[Sentence]) -> Iterator[Layer]:
        block = self._document.blocks[sentence.block]
        yield self._layer(sentence)
        yield from map(self._layer, earlier)
        for index in (*reversed(block.row), *block.header):
            yield self._whole(index)
        parent, levels = block.parent, 0
        while parent is not None and levels < MOST_ABOVE:
            yield self._whole(parent)
            parent, levels = self._document.blocks[parent].parent, levels + 1
        for index in reversed(block.headings):
            yield self._whole(index)
        if self._document.title and not block.headings:
            yield self._title

    @cached_property
    def _title(self) -> Layer:
        title = self._document.title or ""
        return Layer(title, self._index.find(title))

    def _layer(self, sentence: Sentence) -> Layer:
        key = (sentence.block, sentence.start, sentence.end)
        if key not in self._layers:
            found = self._index.find(sentence.text)
            self._layers[key] = Layer(sentence.text, self._with_cited(found, sentence))
        return self._layers[key]

    def _with_cited(self, found: tuple[Mention, ...], sentence: Sentence) -> tuple[Mention, ...]:
        cited = self._cited.get(sentence.block, ())
        if not cited or any(m.kind == "trial" or m.year for m in found):
            return found
        begin = sentence.start
        return *found, *(
            replace(m, start=m.start - begin, end=m.end - begin)
            for m in cited
            if begin <= m.start < sentence.end or m.start == m.end == sentence.end
        )

    def _whole(self, block: int) -> Layer:
        text = self._document.blocks[block].text
        key = (block, -1, -1)
        if key not in self._layers:
            self._layers[key] = Layer(text, self._index.find(text))
        return self._layers[key]

    def _date(self, sentence: Sentence) -> PartialDate | None:
        """The nearest date that opens the item, paragraph, row or heading over the sentence."""
        block = self._document.blocks[sentence.block]
        over = [sentence.block] if block.kind in {"item", "paragraph"} else []
        over += [block.row[0]] if block.row else []
        over += [block.parent] if block.parent is not None else []
        for index in (*over, *reversed(block.headings)):
            if found := self._opening(index):
                return found
        return self._document.date

    def _opening(self, block: int) -> PartialDate | None:
        if block not in self._dates:
            self._dates[block] = opening_date(self._document.blocks[block])
        return self._dates[block]


def opening_date(block: Block) -> PartialDate | None:
    """The date that a heading, a list item or a table cell begins with, if it does; a paragraph
    where a stop or a colon sets it off, and no other date that stands like it follows."""
    if block.kind == "paragraph" and (
        not _SET_OFF.match(block.text) or _ONE_MORE.search(block.text)
    ):
        return None
    return leading_date(block.text) if block.kind in _DATED else None
