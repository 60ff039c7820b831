"""For which disorders and substances a programme or a law is said to be open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import nothing_listed, opinion, stated
from claimcheck.statements.decisions.lawstatements import spares
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import at_stake, related
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted, pairs, until
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.nouns import Opinion

_OPEN = lazy(
    r"\b(?:qualif\w+|eligib\w+|covers?|covered|open(?:s|ed)? (?:to|for|the)|programme|program|"
    r"scheme|qualifying|admits?|accepts?|fund(?:s|ed)|prescri\w+)\b"
)
_LABEL = lazy(r"\b(?:label|licen[cs]e|indications?) (?:now |also )?(?:covers?|includes?|lists?)\b")
_ASIDE = lazy(
    r"\b(?:trials?|stud(?:y|ies|ied)|research\w*|tested|pilot|would|could|might|should|if|whether|"
    r"not|except|excluding|other than|beyond|off[- ]label|wants?|call(?:s|ed)|proposed?|petition|"
    r"later|soon|will|may be added|history of|such as|with a|comorbid|also have|once|before)\b"
)
_FREES = lazy(
    r"\b(?:lets?|allow\w*|permit\w*|legali[sz]\w+|de-?criminali[sz]\w+|may|can|covers?|frees?)\b"
)
_EXCEPTS = lazy(
    r"\b(?:not|except(?:ed)?|excluding|excludes|but|without|unlike|federal\w*|whereas|"
    r"other than|trials?|ill?egal|would|nor|no)\b"
)
_SEVERAL = 2
_KINDS = frozenset({"access-scheme", "law", "scheduling"})
_SERVICES = frozenset({"services", "medical-use"})


def eligible(passage: Passage) -> Iterator[Opinion]:
    """The opinions on disorders and substances for which a sentence says a law is open."""
    for clause in passage.clauses:
        yield from _substances(passage, clause)
        named = purposes(passage, clause)
        if not named or _ASIDE.search(clause.words) or phrases.NEGATION.search(clause.words):
            continue
        if _LABEL.search(clause.words):
            yield from _on_label(passage, clause, named)
        elif _OPEN.search(clause.words):
            yield from _in_programme(passage, clause, named)


def _in_programme(passage: Passage, clause: Clause, named: Sequence[str]) -> Iterator[Opinion]:
    opened = [e for e in passage.timeline.of(_KINDS) if _opens(e)]
    found = [e for e in opened if e.indication and at_stake(passage, clause, e)]
    anyone = [e for e in opened if not e.indication and at_stake(passage, clause, e)]
    if not found or anyone:
        return
    treated = {m.ids[0] for m in passage.mentions("compound")}
    listed = {i for e in found for i in _for_treatment(passage, e, treated)}
    family = passage.records.indications
    strange = [n for n in named if not any(family.related(n, i) for i in listed)]
    if strange and listed:
        yield opinion("contradicted", stated(passage, clause.start, clause.end), passage, found)


def _substances(passage: Passage, clause: Clause) -> Iterator[Opinion]:
    """A substance that a law is said to free together with others, and does not."""
    named = {m.ids[0] for m in passage.mentions("compound", clause)}
    if not named or not _FREES.search(clause.words) or _EXCEPTS.search(clause.words):
        return
    for event in passage.timeline.of(frozenset({"law"})):
        freed = {n for n in named if related(passage, (n,), event.compound)}
        listed = "decriminalisation" in event.effect and len(event.compound) > _SEVERAL
        local = event.agency in passage.timeline.local
        wrong = (freed and named - freed) or spares(clause, (event,))
        if listed and not local and wrong and at_stake(passage, clause, event):
            what = stated(passage, clause.start, clause.end)
            yield opinion("contradicted", what, passage, (event,))
            return


def _opens(event: Event) -> bool:
    if event.kind == "law":
        return bool(_SERVICES & set(event.effect))
    return event.kind == "access-scheme" or bool(event.indication)


def _for_treatment(passage: Passage, event: Event, treated: set[str]) -> Iterator[str]:
    """The indications of an event, those of the named treatments where any is named."""
    for compound, indications in pairs(event):
        own = compound is None or related(passage, treated, (compound,))
        if own or not treated:
            yield from indications


def _on_label(passage: Passage, clause: Clause, named: Sequence[str]) -> Iterator[Opinion]:
    """A disorder that a label is said to cover: approved, or missing in a complete list."""
    treated = [s.compounds for s in subjects(passage, clause, bare=True) if not s.whole]
    for compounds, indication in product(filter(None, treated), named):
        kinds = frozenset({"approval"})
        wanted = Wanted(kinds=kinds, compounds=compounds, indications=(indication,))
        entry = passage.timeline.complete(wanted, passage.now.last)
        approved = until(passage.timeline.find(wanted), passage.now.first)
        what = stated(passage, clause.start, clause.end)
        if approved:
            yield opinion("supported", what, passage, approved)
        elif entry:
            listed = nothing_listed(entry, passage, "approval")
            yield opinion("contradicted", what, passage, expected=listed)
            return
