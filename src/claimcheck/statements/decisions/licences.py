"""When a place licensed its first centres: "the state's first service centre opened in 2023".

A centre opens within months of its licence, so only the year of an opening is held against a
record; of a licence the month too.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.findings import at, opinion, redated, stated
from claimcheck.statements.decisions.localities import localities, made_there
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.nouns import Opinion

_FIRST = lazy(
    r"\bfirst (?:[\w-]+ ){0,3}?(?:(?:service|healing|treatment|therapy) cent(?:er|re)s?|"
    r"licen[cs]ed? (?:[\w-]+ ){0,3}?cent(?:er|re)s?)\b"
)
_BEGAN = lazy(
    r"\b(?:open(?:ed|s)(?: (?:its|their) doors)?|(?:was|were|got|is|became) licensed|licensed|"
    r"(?:got|received|obtained|won|was granted|were granted) (?:(?:its|their|an?) )?licen[cs]es?|"
    r"began|started|launched)\b"
)
_OPENED = lazy(r"open|began|started|launched")
_MOST = 60
"""Characters between the centre and what is said of it."""


def licences(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the date at which a place is said to have licensed its first centres."""
    first = _FIRST.search(passage.low)
    began = _BEGAN.search(passage.low, first.end(), first.end() + _MOST) if first else None
    if first is None or began is None:
        return
    clause = passage.clause_at(first.start())
    spirit = modality(clause.words, began.start(), began.end())
    moments = [m for m in passage.moments(clause) if m.date.year and m.relation == "on"]
    where = localities(passage, clause) or localities(passage, None)
    if spirit.mood != "fact" or spirit.negated or len(moments) != 1 or len(where) != 1:
        return
    known = [e for e in passage.timeline.of(frozenset({"programme"})) if "licence" in e.effect]
    there = [e for e in known if made_there(passage, e, where[0])]
    if not there:
        return
    what, moment = stated(passage, clause.start, clause.end), moments[0]
    years = {e.date.year for e in there}
    fits = [e for e in there if moment.fits(e)]
    if fits:
        yield opinion("supported", what, passage, fits)
    elif not (_OPENED.search(began.group()) and moment.date.year in years):
        fix = redated(moment, there[0])
        yield opinion("contradicted", at(what, moment), passage, there, suggestion=fix)
