"""Which findings on a draft its comments silence, and which comments are of no use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from claimcheck.hints import did_you_mean
from claimcheck.model.drafts import Document, Suppression
from claimcheck.model.findings import Finding
from claimcheck.policy import Policy
from claimcheck.rules.drafts import Use, unused_suppression


def settle(document: Document, found: Iterable[Finding], policy: Policy) -> tuple[Finding, ...]:
    """All findings on a document: those that a comment covers are marked, and what is wrong with
    the comments themselves is added.

    `found` may hold findings on other files, such as a bibliography; no comment covers these.
    """
    if not document.suppressions or not policy.suppressions:
        return tuple(found)
    settled = _Settled(document, policy)
    return (*(settled.marked(finding) for finding in found), *settled.on_comments())


class _Settled:
    """Marks findings and keeps count of the comments that did so."""

    def __init__(self, document: Document, policy: Policy) -> None:
        self._document = document
        self._policy = policy
        self._blocks = Blocks(document)
        count = len(document.suppressions)
        self._used: list[set[str]] = [set() for _ in range(count)]
        self._ran_out = [False] * count
        self._gaps = [False] * count

    def marked(self, finding: Finding) -> Finding:
        """The finding, with the reason of the comment that covers it."""
        block = self._blocks.at(finding)
        if finding.where.path != self._document.path:
            return finding
        for position, comment in enumerate(self._document.suppressions):
            if comment.fault or not (comment.whole_file or comment.covers(block)):
                continue
            self._gaps[position] |= finding.is_gap
            if comment.rules and not {finding.code, finding.name} & set(comment.rules):
                continue
            if _has_run_out(comment, self._policy.today):
                self._ran_out[position] = True
                continue
            self._used[position] |= {finding.code, finding.name}
            finding = replace(
                finding, suppressed=finding.suppressed or f"suppressed: {comment.reason}"
            )
        return finding

    def on_comments(self) -> Iterator[Finding]:
        """What is wrong with the comments."""
        known = _Known(self._document.suppressions, self._policy)
        for position, comment in enumerate(self._document.suppressions):
            use = Use(
                idle=self._idle(position, known),
                unknown=tuple(known.without(comment)),
                ran_out=_has_run_out(comment, self._policy.today),
                missed=self._ran_out[position],
            )
            problems = unused_suppression.check(comment, use)
            yield from self._policy.stamp(unused_suppression, problems)

    def _idle(self, position: int, known: _Known) -> tuple[str, ...]:
        """The rules for which a comment silences nothing, though they were asked."""
        comment, used = self._document.suppressions[position], self._used[position]
        if not comment.rules:
            quiet = used or self._gaps[position] or self._policy.select or self._policy.ignore
            return () if quiet else ("anything",)
        return tuple(
            word
            for word in comment.rules
            if word not in used
            and known.was_asked(word)
            and not (self._gaps[position] and known.is_on_references(word))
        )


class _Known:
    """The rules, fetched only where a comment names one: that takes its time."""

    def __init__(self, comments: Sequence[Suppression], policy: Policy) -> None:
        self._rules = {}
        self._policy = policy
        if any(comment.rules for comment in comments):
            from claimcheck.rules import all_rules

            rules = tuple(all_rules())
            self._rules = {word: rule for rule in rules for word in (rule.code, rule.name)}

    def without(self, comment: Suppression) -> Iterator[str]:
        """The words of a comment that mean no rule, each with a likely one."""
        for word in comment.rules:
            if word not in self._rules:
                yield f"`{word}`{did_you_mean(word, self._rules)}"

    def was_asked(self, word: str) -> bool:
        """Whether the rule has been run; remarks on what is good need no suppression."""
        rule = self._rules.get(word)
        return rule is not None and self._policy.wants(rule)

    def is_on_references(self, word: str) -> bool:
        """Whether what the rule says needs the answer of a registry."""
        return self._rules[word].code.startswith("REF")


class Blocks:
    """Finds the block that a place stands in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = sorted(
            (source, index)
            for index, block in enumerate(document.blocks)
            for _, source in block.spans
        )

    def at(self, finding: Finding) -> int:
        """The index of the block; -1 before the first."""
        where, lines = finding.where, self._document.line_starts
        offset = lines[min(where.line, len(lines)) - 1] + where.column - 1
        at = bisect_right(self._starts, (offset, len(self._document.blocks))) - 1
        return self._starts[at][1] if at >= 0 else -1


def _has_run_out(comment: Suppression, today: date) -> bool:
    return comment.until is not None and comment.until.latest < today
