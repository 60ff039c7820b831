"""What judging a sentence and its statements comes to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.drafts import Document, Sentence
from claimcheck.model.findings import SentenceResult, SentenceVerdict, Suggestion
from claimcheck.model.place import Location
from claimcheck.statements.scope import Scope

Standing = Literal["contradicted", "outdated", "unsourced", "supported"]
GRAVITY: dict[Standing, int] = {"contradicted": 3, "outdated": 2, "unsourced": 1, "supported": 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """One statement of a sentence and how the records stand to it.

    `start` and `end` are offsets in the sentence. A statement on which the records have no view,
    but which wants a source, is `unsourced`; whether a citation covers it is decided later.
    """

    standing: Standing
    start: int
    end: int
    found: str
    """What the sentence says, in a few words: "216 participants"."""
    expected: str | None = None
    """What the records say: "233 randomised"."""
    message: str = ""
    """A sentence for the writer that shows both sides."""
    claims: tuple[str, ...] = ()
    trials: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    suggestion: Suggestion | None = None
    remark: str | None = None
    """A hint on a statement that is supported but loosely worded."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A checkable sentence with every opinion on it, and whether a citation covers it."""

    document: Document
    scope: Scope
    opinions: tuple[Opinion, ...]
    cited: bool

    @property
    def sentence(self) -> Sentence:
        """The sentence."""
        return self.scope.sentence

    @property
    def verdict(self) -> SentenceVerdict:
        """The gravest standing; a citation answers for what has no source."""
        gravest = max((o.standing for o in self.opinions), key=GRAVITY.__getitem__)
        return "cited" if gravest == "unsourced" and self.cited else gravest

    @property
    def place(self) -> Location:
        """Where the sentence stands."""
        return self.document.place(self.scope.block, self.sentence.start, self.sentence.end)

    def place_of(self, opinion: Opinion) -> Location:
        """Where the statement that an opinion is on stands."""
        start = self.sentence.start
        return self.document.place(self.scope.block, start + opinion.start, start + opinion.end)

    def result(self) -> SentenceResult:
        """The verdict, for reports."""
        backing = [o for o in self.opinions if o.standing != "unsourced"]
        return SentenceResult(
            where=self.place,
            text=self.sentence.text,
            verdict=self.verdict,
            claims=_each(backing, "claims"),
            trials=_each(backing, "trials"),
            events=_each(backing, "events"),
            references=_each(backing, "references"),
        )


def _each(opinions: Sequence[Opinion], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for o in opinions for i in getattr(o, field)))
