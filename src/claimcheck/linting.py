"""Drafts against a base, on one page: sentences, opinions, verdicts, findings, suppressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from claimcheck.bibliography.coverage import cited
from claimcheck.bibliography.linking import draft_citations
from claimcheck.bibliography.prose import list_blocks
from claimcheck.drafts.sentences import split
from claimcheck.model.bibliography import DraftCitations
from claimcheck.model.drafts import Document, Suppression
from claimcheck.model.findings import Finding, SentenceResult
from claimcheck.patterns import lazy
from claimcheck.policy import Policy
from claimcheck.rules.base import Rule
from claimcheck.rules.citations import DRAFT_CITATION_RULES
from claimcheck.rules.drafts import unused_suppression
from claimcheck.statements import decisions, trials
from claimcheck.statements.gate import worth_reading
from claimcheck.statements.nouns import Judged
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope, ScopeReader

_NO_BLOCK = -1


_PROSE = lazy(r"\b(?:was|were|had|did|found|showed|reported|gave|enrolled|responded)\b")
"""Verbs of running text: a paragraph full of authors and years is no list of references."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What linting a document came to."""

    findings: tuple[Finding, ...]
    sentences: tuple[SentenceResult, ...]
    citations: DraftCitations
    """What the draft cites, and its own reference list, still to be verified."""


def lint(
    document: Document, records: Records, policy: Policy, rules: Iterable[Rule[Any]]
) -> Linted:
    """Judge every sentence of a document and stamp what the rules say of it."""
    judged = tuple(judge_document(document, records, policy.today))
    chosen = tuple(rules)
    found = [
        (one.sentence.block, finding)
        for one in judged
        for rule in chosen
        for finding in policy.stamp(rule, rule.check(one, records.base))
    ]
    citations = draft_citations(document)
    found += _on_citations(citations, policy)
    return Linted(
        findings=tuple(suppressed(document, found, policy)),
        sentences=tuple(one.result() for one in judged),
        citations=citations,
    )


def _on_citations(citations: DraftCitations, policy: Policy) -> Iterator[tuple[int, Finding]]:
    """What the rules say of a draft's citations, each with the block it stands in."""
    blocks = {mention.where: mention.block for mention in citations.mentions}
    for rule in DRAFT_CITATION_RULES:
        for finding in policy.stamp(rule, rule.check(citations)):
            yield blocks.get(finding.where, _NO_BLOCK), finding


def judge_document(document: Document, records: Records, today: date) -> Iterator[Judged]:
    """Every checkable sentence of a document, judged against the records."""
    sentences = split(document)
    reader = ScopeReader(document, sentences, records.names)
    listed = set(list_blocks(document))
    for sentence in sentences:
        entry = sentence.block in listed and not _PROSE.search(sentence.text)
        heading = document.blocks[sentence.block].kind == "heading"
        if entry or heading or not worth_reading(sentence.text):
            continue
        judged = judge_sentence(reader.scope(sentence), records, today)
        if judged.opinions:
            yield judged


def judge_sentence(scope: Scope, records: Records, today: date) -> Judged:
    """The opinions of all records on one sentence."""
    reading = read_sentence(scope)
    found = (
        *trials.opinions(reading, records),
        *decisions.opinions(scope, reading, records, today),
    )
    sentence = scope.sentence
    covered = bool(found) and cited(scope.document, sentence.block, sentence.start, sentence.end)
    return Judged(scope.document, scope, found, covered)


def suppressed(
    document: Document, found: Iterable[tuple[int, Finding]], policy: Policy
) -> Iterator[Finding]:
    """The findings, those that a comment covers marked; and the comments that cover none."""
    used: set[int] = set()
    for block, finding in found:
        position = _covering(document, block, finding, policy)
        if position is None:
            yield finding
            continue
        used.add(position)
        reason = document.suppressions[position].reason
        yield replace(finding, suppressed=finding.suppressed or f"suppressed: {reason}")
    if policy.suppressions:
        for position, comment in enumerate(document.suppressions):
            problems = unused_suppression.check(comment, position in used)
            yield from policy.stamp(unused_suppression, problems)


def _covering(document: Document, block: int, finding: Finding, policy: Policy) -> int | None:
    """The position of the comment that covers a finding in a block."""
    if not policy.suppressions:
        return None
    for position, comment in enumerate(document.suppressions):
        if _covers(comment, block, finding, policy.today):
            return position
    return None


def _covers(comment: Suppression, block: int, finding: Finding, today: date) -> bool:
    named = not comment.rules or bool({finding.code, finding.name} & set(comment.rules))
    valid = comment.fault is None and (comment.until is None or comment.until.latest >= today)
    return named and valid and (comment.whole_file or comment.block == block)
