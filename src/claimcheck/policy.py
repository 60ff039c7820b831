"""Which findings count: selection, severity, waivers, baseline, and what a run adds up to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from claimcheck.baseline import Baseline
from claimcheck.classes import dataclass
from claimcheck.errors import UsageError
from claimcheck.hints import did_you_mean
from claimcheck.model.claims import Waiver
from claimcheck.model.findings import IN_BASELINE, NOT_CHECKED, Finding, Problem, Report, Severity

if TYPE_CHECKING:  # importing a rule imports them all, which takes its time
    from claimcheck.rules.base import Rule

_ALL = "ALL"


class Exit(IntEnum):
    """Exit status of every command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNCHECKED = 3
    INTERRUPTED = 130


@dataclass(frozen=True, kw_only=True)
class Policy:
    """How the findings of a run are judged."""

    today: date
    select: tuple[str, ...] = ()
    """Codes, code prefixes or names; empty for all."""
    ignore: tuple[str, ...] = ()
    severities: dict[str, Severity] = field(default_factory=dict)
    fail_on: Severity | None = Severity.WARNING
    """None: findings never fail the run."""
    suppressions: bool = True
    """Whether waivers, comments and baseline are honoured."""
    baseline: Baseline = field(default_factory=Baseline)
    exit_zero: bool = False

    def stamp(self, rule: Rule[Any], problems: Iterable[Problem]) -> Iterator[Finding]:
        """The findings that a rule's problems make under this policy."""
        if not self.wants(rule):
            return
        override = self._override(rule)
        for problem in problems:
            severity = override or problem.severity or rule.severity
            finding = Finding(code=rule.code, name=rule.name, severity=severity, problem=problem)
            yield replace(finding, suppressed=self._suppressed(finding))

    def wants(self, rule: Rule[Any]) -> bool:
        """Whether the rule is selected and not ignored; the longer, more exact word wins."""
        chosen = max((_reach(word, rule) for word in self.select), default=0)
        dropped = max((_reach(word, rule) for word in self.ignore), default=0)
        return dropped == 0 if not self.select else chosen > dropped

    def _override(self, rule: Rule[Any]) -> Severity | None:
        """The severity asked for by the most exact word that means the rule."""
        reach = {word: _reach(word, rule) for word in self.severities}
        best = max(reach, key=lambda word: reach[word], default=None)
        return self.severities[best] if best is not None and reach[best] else None

    def _suppressed(self, finding: Finding) -> str | None:
        if not self.suppressions:
            return None
        for waiver in finding.problem.waivers:
            if _covers(waiver, finding, self.today):
                return f"waived: {waiver.reason}"
        return IN_BASELINE if not finding.is_gap and finding in self.baseline else None

    def exit_status(self, findings: Iterable[Finding], unchecked: int) -> Exit:
        """Findings at or above the threshold win over things that could not be checked."""
        if self.exit_zero:
            return Exit.OK
        grave = (
            f.severity >= self.fail_on and not f.is_gap and f.suppressed is None
            for f in findings
            if self.fail_on is not None
        )
        if any(grave):
            return Exit.FINDINGS
        return Exit.UNCHECKED if unchecked else Exit.OK


def _reach(word: str, rule: Rule[Any]) -> int:
    """How exactly a word means a rule: 0 not at all, more for a longer match."""
    if word.lower() == rule.name or word.upper() == rule.code:
        return 100
    if word.upper() == _ALL:
        return 1
    return 1 + len(word) if word and rule.code.startswith(word.upper()) else 0


def _covers(waiver: Waiver, finding: Finding, today: date) -> bool:
    valid = waiver.until is None or waiver.until.latest >= today
    return valid and waiver.rule in {finding.code, finding.name}


def check_word(word: str, rules: Collection[Rule[Any]], origin: str) -> None:
    """Raise UsageError for a word that means no rule; `origin` says where it was given."""
    if not any(_reach(word, rule) for rule in rules):
        names = (name for rule in rules for name in (rule.name, rule.code))
        near = did_you_mean(word, names) or " (`claimcheck rule` lists them)"
        raise UsageError(f"{origin}: no rule is called {word[:60]!r}{near}")


def with_gaps(select: Sequence[str], asking: Iterable[Rule[Any]]) -> tuple[str, ...]:
    """The selection, with `could-not-check` where it holds one of the rules that need answers.

    Whoever asks for retractions alone must learn of the works that nobody could be asked about.
    """
    needed = any(_reach(word, rule) for word in select for rule in asking)
    return (*select, NOT_CHECKED) if needed else tuple(select)


def add_up(
    command: str,
    findings: Iterable[Finding],
    policy: Policy,
    rules: Iterable[Rule[Any]] = (),
    **rest: Any,
) -> Report:
    """A report of findings in the order of their places, with the exit status they amount to.

    `rules` are those that ran; `rest` are further fields of the report.
    """
    ordered = sorted(dict.fromkeys(findings), key=_order)
    unchecked = sum(f.is_gap and f.suppressed is None for f in ordered)
    return Report(
        command=command,
        as_of=policy.today,
        findings=tuple(ordered),
        unchecked=unchecked,
        exit=policy.exit_status(ordered, unchecked),
        rules=tuple(rule.info for rule in rules if policy.wants(rule)),
        **rest,
    )


def _order(finding: Finding) -> tuple[str, int, int, str]:
    where = finding.where
    return where.path, where.line, where.column, finding.code
