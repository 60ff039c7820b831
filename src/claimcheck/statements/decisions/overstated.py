"""Steps that a text takes for more than they were: a petition, an order, a voucher."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.stakes import at_stake
from claimcheck.statements.nouns import Opinion

_CLAIMS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        "rescheduling-petition",
        lazy(r"\bpetition\b"),
        lazy(r"\b(?:reject|refus|den(?:ied|y)|grant|approv|turned? down|dismiss|threw out)\w*"),
    ),
    (
        "order",
        lazy(r"\border\b"),
        lazy(r"\b(?:legali[sz]|reschedul|approv|decriminali|moved|took|licen[sc])\w*"),
    ),
    (
        "priority-voucher",
        lazy(r"\bvouchers?\b"),
        lazy(r"\b(?:amounts? to|means?|meant|is as good as|came with) (?:an )?approv\w*"),
    ),
)
"""For each kind of step the words that name it, and what it did not do."""
_PREPARED = lazy(
    r"\b(?:prepar\w+|consider\w*|review\w*|towards?|speed\w*(?: up)?|accelerat\w+|expedit\w+|"
    r"process of|plan(?:s|ned|ning)?|begin|began|start\w*|steps? to|path\w* to|way (?:for|to)|"
    r"possible|future|eventual|once|after|until|before|if|without)\s+(?:[\w-]+\s+){0,2}\Z"
)
"""What leads to an outcome that is only prepared, or denied."""


def overstated(passage: Passage) -> Iterator[Opinion]:
    """The opinions on what a sentence says that a mere step brought about."""
    for kind, step, outcome in _CLAIMS:
        if not step.search(passage.low):
            continue
        for found in outcome.finditer(passage.low):
            clause = passage.clause_at(found.start())
            cue = Cue("order", *found.span(), clause)
            if not step.search(clause.words) or _aside(cue):
                continue
            events = [
                e for e in passage.timeline.of(frozenset({kind})) if at_stake(passage, clause, e)
            ]
            if events:
                what = stated(passage, clause.start, clause.end)
                yield opinion("contradicted", what, passage, events)
            break


def _aside(cue: Cue) -> bool:
    """Whether the outcome is denied, foreseen, asked or wished."""
    words = cue.clause.words
    before = words[: cue.start]
    kinds = (phrases.NEGATION, phrases.IDLE, phrases.FORECAST, _PREPARED)
    denied = phrases.NEGATION.match(words, cue.end + 1)
    return any(p.search(before) for p in kinds) or bool(denied or phrases.HISTORY.search(words))
