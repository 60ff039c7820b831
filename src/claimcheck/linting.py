"""Drafts against a base: sentences to opinions, opinions to verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.drafts.sentences import split
from claimcheck.model.drafts import Document, Sentence
from claimcheck.model.findings import SentenceResult, SentenceVerdict
from claimcheck.statements import trials
from claimcheck.statements.gate import worth_reading
from claimcheck.statements.nouns import GRAVITY, Opinion
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope, ScopeReader


@dataclass(frozen=True, slots=True)
class Judged:
    """A checkable sentence with every opinion on it."""

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

    def result(self) -> SentenceResult:
        """The verdict, for reports."""
        backing = [o for o in self.opinions if o.standing != "unsourced"]
        return SentenceResult(
            where=self.document.place(self.scope.block, self.sentence.start, self.sentence.end),
            text=self.sentence.text,
            verdict=self.verdict,
            claims=_each(backing, "claims"),
            trials=_each(backing, "trials"),
            events=_each(backing, "events"),
            references=_each(backing, "references"),
        )


def _each(opinions: Sequence[Opinion], field: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for o in opinions for i in getattr(o, field)))


def judge_document(document: Document, records: Records, today: date) -> Iterator[Judged]:
    """Every checkable sentence of a document, judged against the records."""
    sentences = split(document)
    reader = ScopeReader(document, sentences, records.names)
    for sentence in sentences:
        if document.blocks[sentence.block].kind == "heading" or not worth_reading(sentence.text):
            continue
        judged = judge_sentence(reader.scope(sentence), records, today)
        if judged.opinions:
            yield judged


def judge_sentence(scope: Scope, records: Records, today: date) -> Judged:
    """The opinions of all records on one sentence."""
    from claimcheck.bibliography.mentions import cited

    reading = read_sentence(scope)
    found = tuple(trials.opinions(reading, records))
    sentence = scope.sentence
    covered = bool(found) and cited(scope.document, scope.block, sentence.start, sentence.end)
    return Judged(scope.document, scope, found, covered)
