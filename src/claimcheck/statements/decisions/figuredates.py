"""Figures of a decision that are told with another year than that of the decision."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.quantity import Count, Money, Quantity
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.detailfigures import is_same
from claimcheck.statements.decisions.details import aside, recorded
from claimcheck.statements.decisions.findings import Stated, opinion, redated
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.strays import OPEN, is_past, may_be_earlier
from claimcheck.statements.nouns import Opinion

_WHEN = lazy(r"\b(?:in|on|of|during) \Z")
"""Before the date of what a sentence tells, not of a budget or a name."""
_ELSE = lazy(
    r"\b(?:bills?|budgets?|fiscal|follow\w*|plan\w*|calls?|called|asked|sought|seek\w*|original\w*|"
    r"earlier|versions?|request\w*|consider\w*|weigh\w*|pledg\w*|hop(?:es?|ed|ing)|last|another)\b"
)
"""In a clause: its date may be that of what came before the decision, or of another one."""
_MANY = 100


def figuredates(passage: Passage) -> Iterator[Opinion]:
    """The opinions on dates beside figures such as no two decisions share."""
    for figure in passage.reading.quantities:
        if not isinstance(figure, Count | Money) or not _is_rare(figure):
            continue
        clause = passage.clause_at(figure.start)
        written = passage.moments(clause)
        if len(written) != 1 or not is_past(passage, written[0]) or OPEN.search(clause.words):
            continue
        when = written[0]
        if not _WHEN.search(passage.low[: when.start]) or _ELSE.search(clause.words):
            continue
        if aside(passage, clause, figure):
            continue
        held = recorded(passage, clause, figure, dated=False)
        found = [h.event for h in held if is_same(figure, h.value, rule=False)]
        if found and not any(when.fits(e) or may_be_earlier(e, when) for e in found):
            what = Stated(when.start, when.end, f"{figure.text}, {when.date.text}")
            fix = redated(when, found[0])
            yield opinion("contradicted", what, passage, found, suggestion=fix)


def _is_rare(figure: Quantity) -> bool:
    """Whether it is a sum of money, or a number of people too odd to be met twice."""
    if isinstance(figure, Count):
        return figure.value.value > _MANY and figure.value.value % 10 != 0
    return isinstance(figure, Money)
