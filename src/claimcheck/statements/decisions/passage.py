"""A sentence laid out for reading: its clauses, its cues, the names and dates in each clause."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions import cues
from claimcheck.statements.decisions.clauses import Clause, split
from claimcheck.statements.decisions.cues import Kind
from claimcheck.statements.decisions.goaldates import is_goal
from claimcheck.statements.decisions.moments import Moment, Now, moment
from claimcheck.statements.decisions.timeline import Timeline, timeline_of
from claimcheck.statements.names import Mention, NameKind
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope

_NEWS = timedelta(days=42)
"""How long a decision is news."""
_NUMBERED = lazy(
    r"\A\W*(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly),(?= )"
)
"""An argument's number at the head of a sentence, which makes nothing the first of its kind."""

_OF_EARLIER = lazy(
    r"\b(?:(?<!on )hold|pause|ban|halt|suspension|moratorium)(?: on [\w-]+)?\W+"
    r"(?:of|from|since|(?:im)?posed (?:in|on)|(?:that|which) [^.;,]{0,40}?\b(?:in|on)|"
    r"in (?:place|force|effect) since)?\W*\Z"
)
"""Before the date of something that lasts until another decision."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that announce a decision, in the clause they stand in."""

    kind: Kind
    start: int
    end: int
    clause: Clause


@dataclass(frozen=True)
class Passage:
    """A sentence that may speak of decisions. Offsets count from its beginning."""

    reading: Reading
    records: Records
    today: date
    remembered: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)
    """What readers have already worked out on this sentence."""

    @property
    def scope(self) -> Scope:
        """The sentence with what it inherits."""
        return self.reading.scope

    @property
    def text(self) -> str:
        """The sentence as written."""
        return self.reading.text

    @cached_property
    def timeline(self) -> Timeline:
        """The events of the base."""
        return timeline_of(self.records)

    @cached_property
    def now(self) -> Now:
        """The day the text speaks from."""
        return Now.of(self.scope.as_of or self.today)

    @cached_property
    def settled(self) -> date:
        """The day up to which decisions overtake what a text foresees: a dated one tells of those
        of its own weeks, and what it says is ahead comes after them."""
        weeks = _NEWS if self.scope.as_of else timedelta(0)
        return self.now.first - weeks

    @cached_property
    def low(self) -> str:
        """The sentence in lower case, dates masked so that "May 2021" is no "may", without the
        point of a governor's title, and without the number of an argument ("First, …")."""
        low = self.reading.low
        for found in self.reading.of(Date):
            masked = "".join("#" if c.isalpha() else c for c in low[found.start : found.end])
            low = low[: found.start] + _kept(found, masked) + low[found.end :]
        low = low.replace("’", "'").replace("gov. ", "gov- ")
        return _NUMBERED.sub(lambda m: " " * len(m.group()), low)

    @cached_property
    def asked(self) -> bool:
        """Whether it is a question."""
        return self.text.rstrip("\"'”’) ").endswith("?")

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses; those in brackets come last."""
        return split(self.low)

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue, in order; each stretch belongs to the most telling kind."""
        return tuple(sorted(self._cues(), key=lambda cue: cue.start))

    def _cues(self) -> Iterator[Cue]:
        taken: list[tuple[int, int]] = []
        for kind, pieces, pattern in cues.CUES:
            if not any(piece in self.low for piece in pieces):
                continue
            for found in pattern.finditer(self.low):
                if all(found.end() <= start or end <= found.start() for start, end in taken):
                    taken.append(found.span())
                    yield Cue(kind, *found.span(), self.clause_at(found.start()))

    def of_kind(self, kind: Kind) -> tuple[Cue, ...]:
        """The cues of one kind."""
        return tuple(cue for cue in self.cues if cue.kind == kind)

    def beside(self, cue: Cue, *kinds: Kind) -> bool:
        """Whether a cue of one of these kinds stands in the same clause."""
        return any(other.kind in kinds and other.clause is cue.clause for other in self.cues)

    def clause_at(self, offset: int) -> Clause:
        """The clause in which a place of the sentence stands, the innermost first."""
        for clause in reversed(self.clauses):
            if clause.holds(offset, offset + 1):
                return clause
        return self.clauses[0]

    def mentions(self, kind: NameKind, clause: Clause | None = None) -> tuple[Mention, ...]:
        """The sentence's own names of a kind, or those of one clause."""
        return tuple(
            m for m in self.scope.own.of(kind) if clause is None or clause.holds(m.start, m.end)
        )

    def moments(self, clause: Clause) -> tuple[Moment, ...]:
        """The dates written in a clause, but that of a hold or a ban itself; for a table cell, the
        date that heads its row."""
        dates = [d for d in self.reading.of(Date) if clause.holds(d.start, d.end)]
        own = (d for d in dates if not _OF_EARLIER.search(self.low, 0, d.start))
        own = (d for d in own if not is_goal(self.low, d.start, d.end))
        return tuple(moment(self.low, found) for found in own)

    @cached_property
    def row_date(self) -> Moment | None:
        """The date that alone fills the first cell of a table's row; it dates the row's events."""
        block = self.scope.block
        if block.kind != "cell" or not block.row:
            return None
        first = self.scope.document.blocks[block.row[0]].text
        dates = [d for d in read(first) if isinstance(d, Date)]
        if len(dates) != 1 or dates[0].text.strip() != first.strip():
            return None
        return Moment(replace(dates[0], start=-1, end=-1), "on")

    def words(self, mention: Mention) -> str:
        """A name as the sentence writes it."""
        return self.text[mention.start : mention.end]


def _kept(found: Date, masked: str) -> str:
    """The masked date, with its leading "by" or "as of" left readable."""
    text = found.text.lower()
    return text[:3] + masked[3:] if text.startswith("by ") else masked
