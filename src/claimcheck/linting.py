"""Drafts against a base, on one page: sentences, opinions, verdicts, findings, suppressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from claimcheck.bibliography.coverage import Coverage
from claimcheck.bibliography.linking import Elsewhere, draft_citations
from claimcheck.bibliography.prose import list_blocks
from claimcheck.drafts.sentences import split
from claimcheck.model.bibliography import DraftCitations, Mention
from claimcheck.model.drafts import Document
from claimcheck.model.findings import Finding, SentenceResult
from claimcheck.patterns import lazy
from claimcheck.policy import Policy
from claimcheck.rules.base import Rule
from claimcheck.rules.citations import DRAFT_CITATION_RULES
from claimcheck.statements import decisions, trials
from claimcheck.statements.gate import worth_reading
from claimcheck.statements.nouns import Judged
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope, ScopeReader

_PROSE = lazy(r"\b(?:was|were|had|did|found|showed|reported|gave|enrolled|responded)\b")
"""Verbs of running text: a paragraph full of authors and years is no list of references."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting a document came to."""

    findings: tuple[Finding, ...]
    """Suppressed ones are not marked yet: see `suppressions.settle`."""
    sentences: tuple[SentenceResult, ...]
    citations: DraftCitations
    """What the draft cites, and its own reference lists, still to be verified."""


def lint(
    document: Document,
    records: Records,
    policy: Policy,
    rules: Iterable[Rule[Any]],
    elsewhere: Elsewhere | None = None,
) -> Linted:
    """Judge every sentence of a document and stamp what the rules say of it.

    `elsewhere` tells what the draft's citation keys can mean besides its own list.
    """
    citations = draft_citations(document, elsewhere)
    judged = tuple(judge_document(document, records, policy.today, citations.mentions))
    chosen = tuple(rules)
    on_sentences = (
        finding
        for one in judged
        for rule in chosen
        for finding in policy.stamp(rule, rule.check(one, records.base))
    )
    on_citations = (
        finding
        for rule in DRAFT_CITATION_RULES
        for finding in policy.stamp(rule, rule.check(citations))
    )
    return Linted(
        findings=(*on_sentences, *on_citations),
        sentences=tuple(one.result() for one in judged),
        citations=citations,
    )


def judge_document(
    document: Document,
    records: Records,
    today: date,
    citations: Iterable[Mention] = (),
) -> Iterator[Judged]:
    """Every checkable sentence of a document, judged against the records.

    `citations` are its citations, looked up: one that leads nowhere covers no sentence.
    """
    sentences = split(document)
    reader = ScopeReader(document, sentences, records.names)
    listed = set(list_blocks(document))
    coverage = Coverage(document, citations)
    for sentence in sentences:
        entry = sentence.block in listed and not _PROSE.search(sentence.text)
        heading = document.blocks[sentence.block].kind == "heading"
        if entry or heading or not worth_reading(sentence.text):
            continue
        judged = judge_sentence(reader.scope(sentence), records, today, coverage)
        if judged.opinions:
            yield judged


def judge_sentence(scope: Scope, records: Records, today: date, coverage: Coverage) -> Judged:
    """The opinions of all records on one sentence."""
    reading = read_sentence(scope)
    found = (
        *trials.opinions(reading, records),
        *decisions.opinions(scope, reading, records, today),
    )
    sentence = scope.sentence
    covered = bool(found) and coverage.covers(sentence.block, sentence.start, sentence.end)
    return Judged(scope.document, scope, found, covered)
