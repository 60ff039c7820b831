"""Which of several groups is said to have done best: "the highest dose worked best"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import product

from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.arms import arm_name, arm_tags
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.effects import ADVERSE
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.timepoints import same_time
from claimcheck.statements.trials.turning import is_restricted

_FOUND = (
    r"(?:results?|effects?|response(?: rates?)?|remission(?: rates?)?|drops?|falls?|reductions?|"
    r"improvements?|benefits?|gains?|responders|outcomes?|relief|efficacy|change|figures?|numbers)"
)
_DONE = r"(?:work(?:s|ed)?|did|fared|performed|came out|come out|turned out|proved|was|were|helped)"
_BEST = lazy(
    rf"\b(?P<best>{_DONE}\b[^.;,]{{0,24}}?\b(?:the )?(?:best|most (?:effective|successful|helpful)|"
    rf"strongest|on top)|(?:the )?(?:best|greatest|largest|biggest|strongest|steepest|highest|"
    rf"most) (?:[\w-]+ ){{0,2}}?{_FOUND})\b"
    rf"|\b(?P<worst>{_DONE}\b[^.;,]{{0,24}}?\b(?:the )?(?:worst|least (?:effective|successful|"
    rf"helpful)|weakest)|(?:the )?(?:worst|smallest|lowest|weakest|fewest|poorest) "
    rf"(?:[\w-]+ ){{0,2}}?{_FOUND})\b"
)
_AWAY = lazy(
    r"\b(?:side effects?|adverse|toler\w+|saf(?:e|er|est|ety)|nausea|headaches?|blood|intens\w+|"
    r"experiences?|drop-?outs?|dropped out|cost\w*|plan\w*|will|would|expect\w*|hop(?:e|es|ed)|"
    r"whether|if|not|no|never|n[’']t|than|may|might|could|among the|one of the|at best|"
    r"evidence|guess\w*)\b"
)
"""What makes a superlative one of something else, or none at all."""
_MORE = lazy(
    r"\b(?P<more>more|(?P<fewer>fewer)) (?:people|patients|participants|of (?:them|those))\b"
    r"[^.;]{0,70}?\bthan\b"
)
"""More people of one group than of another, of whom an outcome is said."""
_DENIED = lazy(r"\b(?:not|no|never|n[’']t|whether|if|will|would|could|might|may|expect\w*)\b")
_CUES = ("best", "worst", "most", "least", "est ", "on top")
_CHANGES = frozenset({"score-change", "effect-size"})
_TWO = 2
Results = dict[str, Decimal]
"""How much better each group was, by one measure."""


def winner_facts(line: Line) -> Iterator[Single]:
    """The group that a sentence says did better, or worse, than all others."""
    low = line.segment
    if is_restricted(line):
        return
    yield from _more_of_one(line)
    if not any(cue in low for cue in _CUES) or _AWAY.search(low):
        return
    found = list(_BEST.finditer(low))
    if len(found) != 1:
        return
    offset = line.limits[0] if line.limits else 0
    start, end = found[0].start() + offset, found[0].end() + offset
    recorded = _ranked(line, Tag(start, end, ""), best=found[0].lastgroup == "best")
    yield feature(start, end, line.text[start:end], recorded, result=True)


def _more_of_one(line: Line) -> Iterator[Single]:
    """ "More people responded to one than to the other"."""
    found = _MORE.search(line.segment) if line.names("outcome") else None
    if found is None or _DENIED.search(line.segment):
        return
    fewer = found.group("fewer") is not None
    offset = line.limits[0] if line.limits else 0
    start, than, end = found.start() + offset, found.end() + offset, len(line.low)

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        tags = arm_tags(line, trial)
        one = next((t.key for t in tags if start <= t.start < than), frozenset())
        other = next((t.key for t in tags if than <= t.start < end), frozenset())
        ahead = _ahead(trial, line, one, other) if one and other and not one & other else set()
        if len(ahead) != 1:
            return None
        winner = ahead.pop()
        return (winner in one) != fewer, f"more with {arm_name(trial, winner)}"

    yield feature(start, than, line.text[start:than], recorded, result=True)


def _ahead(trial: Trial, line: Line, one: frozenset[str], other: frozenset[str]) -> set[str]:
    """The groups that did better than one on the other side, by any measure that may be meant."""
    return {
        a if measure[a] > measure[b] else b
        for measure in _measures(trial, line)
        for a, b in product(one & measure.keys(), other & measure.keys())
        if measure[a] != measure[b]
    }


def _ranked(line: Line, said: Tag[str], *, best: bool) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        tags = [t for t in arm_tags(line, trial) if t.end <= said.start or t.start >= said.end]
        groups = {t.key for t in tags}
        if len(groups) != 1 or len(trial.arms) <= _TWO:
            return None
        meant = groups.pop()
        measures = [m for m in _measures(trial, line) if meant & m.keys()]
        winners = {_first(m, best=best) for m in measures}
        if not winners or (answers := {w in meant for w in winners}) == {True, False}:
            return None
        names = ", ".join(sorted(arm_name(trial, w) for w in winners))
        return answers == {True}, f"{'best' if best else 'worst'}: {names}"

    return recorded


def _first(results: Results, *, best: bool) -> str:
    return (max if best else min)(results, key=lambda arm: results[arm])


def _measures(trial: Trial, line: Line) -> Iterator[Results]:
    """By each measure that a sentence may mean, how every group of a trial did."""
    named = set(line.ids("outcome")) - _CHANGES - {"primary-endpoint"}
    by: defaultdict[tuple[str | None, ...], Results] = defaultdict(dict)
    for outcome in trial.outcomes:
        if (gain := _gain(outcome)) is None or (named and outcome.outcome not in named):
            continue
        if any(same_time(tag.key, outcome.timepoint) is False for tag in line.times):
            continue
        key = (outcome.outcome, outcome.scale, outcome.timepoint, outcome.versus, outcome.unit)
        by[key].setdefault(str(outcome.arm), gain)
    yield from (found for found in by.values() if len(found) >= _TWO)


def _gain(outcome: Outcome) -> Decimal | None:
    """How much better a group was, by a share of people or by a change on a scale."""
    if outcome.outcome in ADVERSE or "relapse" in outcome.outcome or outcome.arm in {None, "all"}:
        return None
    if outcome.outcome in _CHANGES and outcome.value is not None:
        return -outcome.value.value
    return outcome.percent.value if outcome.percent and outcome.versus is None else None
