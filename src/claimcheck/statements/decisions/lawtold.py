"""What a sentence tells of a law that it names: made or refused, by whom, when, to what effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.model.dates import PartialDate
from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import Stated, at, opinion, redated, stated
from claimcheck.statements.decisions.laweffects import fits, in_force
from claimcheck.statements.decisions.lawnames import DUE, named_laws, placed_laws
from claimcheck.statements.decisions.lawsigns import Side, is_setback, makers, sides
from claimcheck.statements.decisions.lawstatements import PASSED, REFUSED, without_bills
from claimcheck.statements.decisions.moments import Moment, dates_of, nearest
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import related
from claimcheck.statements.nouns import Opinion

_JUDGED = lazy(r"\b(?:critics?|experiment|polic(?:y|ies)|approach|crisis|overdoses?|courts?)\b")
"""Words of a text on how well a law works, not on how it was decided."""
_BESIDE = lazy(
    r"\b(?:except|exclud|unlike|federal|besides|beyond|other|like|such as|also|too|but)\w*"
)
_APPROVED = lazy(
    r"[- ](?:approved|authori[sz]ed|regulated|cleared|approval|trials?)\b|"
    r"\s(?:requires?|wants?|asks? for|demands?)\b"
)
_MADE = frozenset({"law", "refusal", "order"})
_PENDING = lazy(r"\b(?:has|have|is|are)(?: not|n't)\b|\black(?:s|ing)\b")
_PAIR = 2
_NEAR = 40
_ENDS = lazy(
    r"\b(?:end(?:s|ed)|put an end|und(?:id|oes|one)|repeal(?:s|ed)|revers(?:es|ed)|"
    r"overturn(?:s|ed)|roll(?:s|ed) back|scrap(?:s|ped)|gutted|did away)\b"
)
_SPARES = lazy(
    r"\b(?:left|leaves|kept|keeps)\b[^.;]{0,60}?\b(?:alone|untouched|intact|standing|in place)\b|"
    r"\b(?:not|n't|never) (?:touch|affect|change|end|repeal|apply)\w*"
)
_LICENSED = lazy(r"\blicen[sc]e|\bopened\b|\bfirst\b")
_IN_FORCE = lazy(
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|from|since|effective|in force|"
    r"tak(?:es|ing) effect|"
    r"took effect|as of|open(?:s|ed)?|running)\b(?: (?:on|in|as of|from|with|since))? (?:the )?\Z"
)
"""Before a date: it is the day on which a law begins to hold, not that of its making."""
_OF_LAW = lazy(r"\b(?:vot(?:ers|ed)|laws?|acts?|bills?|measures?|propositions?)\b[^.;,]{0,40}\Z")
"""Before a date: it is that of a law, whatever came of that."""
_STEPS = frozenset({"services", "licence", "rules", "medical-use"})
"""What a place does one after the other until a treatment can be had."""
_MOST_DAYS = 100
"""Days by which a chamber may have passed a law before the recorded signature."""


def told(passage: Passage) -> list[Opinion]:
    """The opinions on what a sentence tells of the one law that it names.

    Where one thing is wrong, what is right says nothing.
    """
    named = named_laws(passage)
    found: list[Opinion] = []
    for clause in _stretches(passage, named):
        laws = named or (() if passage.of_kind("hold") else placed_laws(passage, clause))
        if laws and all(law.date.earliest <= passage.now.last for law in laws):
            found += _clause(passage, clause, laws)
    return [o for o in found if o.standing != "supported"] or found[:1]


def _treats(passage: Passage, clause: Clause, laws: Sequence[Event]) -> bool | None:
    """Whether the one substance that a clause names is one of those that the law is on."""
    named = {m.ids[0] for m in passage.mentions("compound", clause)} & passage.timeline.compounds
    listed = [c for law in laws for c in law.compound]
    if len(named) != 1 or not listed or _of_others(passage, clause, laws, approved=True):
        return None
    around = _around(passage, clause)
    if phrases.NEGATION.search(around) or _BESIDE.search(around):
        return None
    return related(passage, named, listed)


def _around(passage: Passage, clause: Clause) -> str:
    """What stands near the substances that a clause names."""
    spans = [(m.start, m.end) for m in passage.mentions("compound", clause)]
    first, last = min(s for s, _ in spans), max(e for _, e in spans)
    return clause.words[max(0, first - _NEAR) : last + _NEAR // 2]


def _stretches(passage: Passage, named: Sequence[Event]) -> Sequence[Clause]:
    """The whole sentence, if it speaks of one law and one place; else its clauses."""
    places = {m.ids[0] for m in passage.mentions("jurisdiction")} - {"us", "international"}
    if len(named) <= 1 and len(places) <= 1:
        return (Clause(0, len(passage.low), passage.low),)
    return passage.clauses


def _clause(passage: Passage, clause: Clause, laws: Sequence[Event]) -> Iterator[Opinion]:
    what = stated(passage, clause.start, clause.end)
    answers, decided = _answers(passage, clause, laws)
    if False in answers and _is_pending(passage, clause, laws):
        yield opinion("outdated", what, passage, laws)
    elif False in answers:
        yield opinion("contradicted", what, passage, laws)
    else:
        yield from (opinion("supported", what, passage, laws) for _ in answers[:1])
        yield from _misdated(passage, clause, decided, laws) if decided is not None else ()


def borne_out(passage: Passage, clause: Clause, laws: Sequence[Event]) -> bool | None:
    """Whether laws were made or refused by those whom a clause names, and do what it says; None
    where the records tell nothing."""
    answers, _ = _answers(passage, clause, laws) if laws else ([], None)
    return all(answers) if answers else None


def _is_pending(passage: Passage, clause: Clause, laws: Sequence[Event]) -> bool:
    """Whether what is wrong is that a decision is said not to have been taken so far."""
    words = without_bills(clause.words)
    yet = _PENDING.search(words) or phrases.YET.search(words)
    signs = _signs(passage, clause, laws) if yet else []
    return any(s.denied and _agrees(passage, clause, s, laws) is False for s in signs)


def _answers(
    passage: Passage, clause: Clause, laws: Sequence[Event]
) -> tuple[list[bool], list[Side] | None]:
    """Whether each thing that a clause tells of laws is so; and what in it says that they were
    made, None if nothing does."""
    words = without_bills(clause.words)
    signs = _signs(passage, clause, laws)
    licensed = any("licence" in e.effect for e in laws) and bool(_LICENSED.search(words))
    dated = licensed and any(m.fits(e) for m in passage.moments(clause) for e in laws)
    made_by = _made_by(passage, words, laws)
    told = [*(_agrees(passage, clause, s, laws) for s in signs), made_by, dated or None]
    told += [_in_time(passage, clause, laws[0])] if len(laws) == 1 else []
    told += _contents(passage, clause, laws, told)
    decided = [s for s in signs if s.agrees != any(e.kind in REFUSED for e in laws)]
    makes = decided or licensed or made_by
    return [a for a in told if a is not None], decided if makes else None


def _signs(passage: Passage, clause: Clause, laws: Sequence[Event]) -> list[Side]:
    """Who is for laws and who against, where the records are of their making."""
    parted = any("local-ban" in law.effect for law in laws)  # some towns did, others did not
    if parted or not all(law.kind in _MADE for law in laws) or _of_others(passage, clause, laws):
        return []
    words = without_bills(clause.words)
    found = [s for s in sides(words) if not is_setback(words, s)]
    decided = {s.agrees for s in found if s.final and not s.denied}
    return [] if len(decided) > 1 else found


def _of_others(
    passage: Passage, clause: Clause, laws: Sequence[Event], *, approved: bool = False
) -> bool:
    """Whether the clause names an agency that has nothing to do with the place of the laws;
    `approved` passes over one that only tells of which sort a medicine or a trial is."""
    of = passage.timeline.jurisdiction_of
    there = {law.jurisdiction for law in laws}
    return any(
        of.get(m.ids[0]) not in there and not (approved and _APPROVED.match(passage.low, m.end))
        for m in passage.mentions("agency", clause)
    )


def _in_time(passage: Passage, clause: Clause, law: Event) -> bool | None:
    """Whether a law begins to hold, or is to be carried out, when a clause says."""
    written = [m for m in passage.moments(clause) if m.date.year and m.date.span]
    later = [day for day in _days(law) if day not in dates_of(law)]
    if len(written) != 1 or not later or not DUE.search(clause.words):
        return None
    if any(_near(written[0], day) for day in dates_of(law)):
        return None
    return any(_near(written[0], day) for day in later)


def _contents(
    passage: Passage, clause: Clause, laws: Sequence[Event], told: Sequence[bool | None]
) -> Iterator[bool | None]:
    """Whether laws do what is said of them; of one that failed, nothing is in force."""
    words = without_bills(clause.words)
    if any(law.kind in REFUSED for law in laws):
        yield False if True not in told and in_force(words) else None
    else:
        yield _undone(words, laws)
        each = (*laws, *passage.timeline.enders(laws))
        spared = _SPARES.search(words)  # what a law leaves alone is none of what it does
        yield None if spared else fits(words, {effect for law in each for effect in law.effect})
        yield False if _treats(passage, clause, laws) is False else None


def _undone(words: str, laws: Sequence[Event]) -> bool | None:
    """Whether the later of two laws ended the earlier, where a clause says that or denies it."""
    ends, spares = bool(_ENDS.search(words)), bool(_SPARES.search(words))
    if len(laws) != _PAIR or ends == spares:
        return None
    first, second = sorted(laws, key=lambda e: e.date)
    return (first.ended_by == second.id) == ends


def _agrees(passage: Passage, clause: Clause, side: Side, laws: Sequence[Event]) -> bool | None:
    """Whether somebody was on that side; None where the records cannot tell."""
    answers = {_one(passage, clause, side, law) for law in laws}
    return answers.pop() if len(answers) == 1 else None


def _one(passage: Passage, clause: Clause, side: Side, law: Event) -> bool | None:
    made = law.kind not in REFUSED
    told = law.summary.lower()
    decider = _decider(passage, law)
    if decider != "chamber":
        if side.actor == "nobody" and not side.agrees and made:
            return None if _JUDGED.search(clause.words) else False
        if side.actor in {decider, "nobody"}:
            return side.agrees == made
        return False if side.actor == "mayor" and made and not side.agrees else None
    if side.actor == "voters":
        return None
    if side.actor == "governor" or (side.final and side.actor == "nobody"):
        if (
            made
            and "without the governor" in told
            and "sign" in clause.words[side.start : side.end]
        ):
            return not side.agrees
        if made and "without the governor" in told and side.actor == "governor":
            return None if not side.agrees and "veto" not in clause.words else False
        if made and "vetoed" in told:
            return None
        return side.agrees == made
    if made:
        return True if side.agrees else None if _JUDGED.search(clause.words) else False
    if "veto" not in told:
        return side.agrees == made
    chambers = bool(law.votes) and all(v.yes > v.no for v in law.votes)
    if side.actor == "chamber":
        return side.agrees if chambers else None
    return None if side.agrees else True


def _made_by(passage: Passage, words: str, laws: Sequence[Event]) -> bool | None:
    """Whether those who are said to have made a law did, or others of the place some like it."""
    said = makers(words) - {"governor", "mayor", "nobody"}
    if len(said) != 1 or any(law.kind in REFUSED for law in laws):
        return None
    if said & {_decider(passage, law) for law in laws}:
        return True
    local = passage.timeline.local
    if named_laws(passage) or any(law.agency in local for law in laws):
        return False
    there = {law.jurisdiction for law in laws}
    others = [e for e in passage.timeline.of(PASSED) if e.jurisdiction in there]
    return None if said & {_decider(passage, e) for e in others} else False


def _decider(passage: Passage, law: Event) -> str:
    known = passage.timeline.agencies.get(law.agency)
    name = known.name.lower() if known else ""
    kinds = {"voters": "voters", "council": "council", "supervisors": "council", "mayor": "mayor"}
    return next((kind for word, kind in kinds.items() if word in name), "chamber")


def _misdated(
    passage: Passage, clause: Clause, made: Sequence[Side], laws: Sequence[Event]
) -> Iterator[Opinion]:
    """The one date of a clause in which a law is made, where nothing in its record is of then."""
    moments = passage.moments(clause)
    if phrases.RELATIVE_DATE.search(clause.words) or not moments:
        return
    beside = passage.clause_at(moments[0].start)
    if not made or any(beside.holds(s.start, s.end) for s in made):
        what = stated(passage, clause.start, clause.end)
        final = any(s.final for s in made)
        yield from misdated(passage, what, moments, laws, final=final)


def misdated(
    passage: Passage,
    what: Stated,
    moments: Sequence[Moment],
    laws: Sequence[Event],
    *,
    final: bool = False,
) -> Iterator[Opinion]:
    """The one date of which no record of laws tells, nor that of a step to the same end.

    Unless the `final` step is told, a chamber may have passed one some time before.
    """
    event, written = nearest(laws, moments), moments[0]
    begins = _IN_FORCE.search(passage.low[: max(0, written.start)])
    span = written.date.span
    if event is None or written.relation != "on" or not written.date.year or begins:
        return
    if span and span[0] > passage.now.last:
        return
    there = {law.jurisdiction for law in laws}
    licence = any("licence" in law.effect for law in laws)
    steps = frozenset({"licence"}) if licence else _STEPS
    every = [e for e in passage.timeline.of(PASSED) if e.jurisdiction in there]
    others = [e for e in every if steps & set(e.effect)]
    told = any(_near(written, day) for law in (*laws, *others) for day in _days(law))
    told = told or any(written.date.day and e.date.day and written.fits(e) for e in every)
    if licence and _OF_LAW.search(passage.low[: max(0, written.start)]):
        told = told or any(e.kind == "law" and written.fits(e) for e in every)
    early = not final and _passed_before(written, event)
    if len(moments) == 1 and not told and not early:
        fix = redated(written, event)
        yield opinion("contradicted", at(what, written), passage, laws, suggestion=fix)


def _passed_before(written: Moment, event: Event) -> bool:
    span = written.date.span
    lag = (event.date.earliest - span[1]).days if span else -1
    return 0 <= lag <= _MOST_DAYS


def _near(written: Moment, day: PartialDate) -> bool:
    span = written.date.span
    return span is None or (day.earliest <= span[1] and span[0] <= day.latest)


def _days(law: Event) -> Iterator[PartialDate]:
    """Every day of which the record of a law tells."""
    yield from dates_of(law)
    if law.until:
        yield law.until
    for found in read(f"{law.summary} {law.note or ''}"):
        if isinstance(found, Date) and found.when:
            yield found.when
