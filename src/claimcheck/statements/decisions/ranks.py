"""First and only: whether a decision was ahead of all others of its kind, or stayed alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion
from claimcheck.statements.decisions.happenings import Happening
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.subjects import Subject, classes
from claimcheck.statements.decisions.timeline import until, without
from claimcheck.statements.nouns import Opinion, Standing

_ONLY_BEFORE = lazy(
    r"\b(?:only|solely|exclusively|just|merely|nothing but) (?:for|in|to treat|against) "
    r"(?:the treatment of |treating |people with |patients with )?\Z"
)
_ONLY_AFTER = lazy(
    r"(?: \(\w+\))?,? (?:only|alone|exclusively|and (?:for )?(?:nothing|no other|none))\b"
)
_SINGLE = lazy(
    r"\b(?:a single|just one|only one|one sole|its (?:only|sole|single|one)|"
    r"the (?:only|sole|single) )(?:(?!\b(?:with|to|that|which|ha[sd]) )[^.;,]){0,40}?"
    r"\b(?:designations?|status|voucher|passport)\b"
)
_WAS = lazy(r"\b(?:was|were)\b")


def ranked(
    passage: Passage, clause: Clause, happening: Happening, subject: Subject, verdict: Opinion
) -> Opinion:
    """The verdict on a decision, or the graver one that a "first" or an "only" earns it."""
    if verdict.standing != "supported" or happening.modality.negated or not verdict.events:
        return verdict
    own = [passage.records.base.event[ident] for ident in verdict.events]
    return (
        _only_for(passage, clause, happening, own)
        or _only(passage, clause, happening, subject, own)
        or _first(passage, clause, happening, subject, own)
        or verdict
    )


def _only(
    passage: Passage, clause: Clause, happening: Happening, subject: Subject, own: list[Event]
) -> Opinion | None:
    """ "The only one": others of the class that were decided likewise."""
    if not phrases.ONLY.search(clause.words):
        return None
    others = until(_others(passage, clause, happening, subject), passage.now.first)
    if not others:
        return None
    began = min(e.date for e in own)
    standing: Standing = "outdated" if all(o.date > began for o in others) else "contradicted"
    return opinion(standing, happening.what, passage, others)


def _first(
    passage: Passage, clause: Clause, happening: Happening, subject: Subject, own: list[Event]
) -> Opinion | None:
    """ "The first": others of the class that came before."""
    if not phrases.FIRST.search(clause.words):
        return None
    began = min(e.date for e in own)
    earlier = [o for o in _others(passage, clause, happening, subject) if o.date < began]
    return opinion("contradicted", happening.what, passage, earlier) if earlier else None


def _others(
    passage: Passage, clause: Clause, happening: Happening, subject: Subject
) -> tuple[Event, ...]:
    """The same decision on other members of the class that the clause names."""
    family = passage.records.compounds
    found: dict[str, Event] = {}
    for wide in classes(passage, clause):
        for member in wide.compounds:
            if any(family.related(member, c) for c in subject.compounds):
                continue
            wanted = replace(without(happening.wanted, "holders"), compounds=(member,))
            found.update({e.id: e for e in passage.timeline.find(wanted)})
    return tuple(sorted(found.values(), key=lambda e: e.date))


def _only_for(
    passage: Passage, clause: Clause, happening: Happening, own: Iterable[Event]
) -> Opinion | None:
    """ "Approved only for …": decisions on the same treatment for something else."""
    if not happening.wanted.indications:
        return None
    if not (phrases.ONLY_FOR.search(clause.words) or _alone_for(passage, clause, happening)):
        return None
    known = {e.id for e in passage.timeline.find(happening.wanted)} | {e.id for e in own}
    wider = passage.timeline.find(without(happening.wanted, "indications"))
    spans = [m.date.span for m in happening.moments if m.date.span]
    day = min((span[1] for span in spans), default=passage.now.first)
    others = [e for e in until(wider, min(day, passage.now.first)) if e.id not in known]
    began = min((e.date for e in own), default=None)
    before = began is not None and all(o.date < began for o in others)
    if not others or (_WAS.search(clause.words) and not before):
        return None
    return opinion("contradicted" if before else "outdated", happening.what, passage, others)


def _alone_for(passage: Passage, clause: Clause, happening: Happening) -> bool:
    """Whether a clause says that the one indication it names is the only one."""
    if happening.wanted.designation and _SINGLE.search(clause.words):
        return True
    for mention in passage.mentions("indication", clause):
        before, after = clause.words[: mention.start], clause.words[mention.end :]
        if _ONLY_BEFORE.search(before) or _ONLY_AFTER.match(after):
            return True
    return False
