"""Laws of states, countries and cities: passed, vetoed, voted down; the first, the only one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import (
    at,
    opinion,
    redated,
    stated,
)
from claimcheck.statements.decisions.lawbills import home_of, of_another_place
from claimcheck.statements.decisions.laweffects import said_of
from claimcheck.statements.decisions.lawmakers import misreported, only_narrow
from claimcheck.statements.decisions.lawnames import named_laws
from claimcheck.statements.decisions.lawranks import RANK, ranked
from claimcheck.statements.decisions.lawstatements import (
    PASSED,
    REFUSED,
    LawStatement,
    bill_of,
    bills_of,
    concerns,
    effects_of,
    is_named,
    matching,
    related,
)
from claimcheck.statements.decisions.lawtold import told
from claimcheck.statements.decisions.localities import localities
from claimcheck.statements.decisions.moments import nearest
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted
from claimcheck.statements.nouns import Opinion

_REFUSED = lazy(
    r"\breject\w*|\bveto\w*|\bvot(?:ed|ing) (?:down|against)|\bdefeat\w*|\bturned down\b|"
    r"\bfailed\b|\bsaid no\b|\bkill(?:ed|s)\b|\bscuttled\b|\baxed\b|\blost\b|\bfell short\b|"
    r"\bstruck down\b|\bblocked\b|\bsent back\b|\bshot down\b|\bnixed\b|"
    r"\b(?:declined|refused) to sign\b|\bunsigned\b"
)
_NOW = lazy(r"\b(?:is|are|remains?|still|may|can|protects?|allows?|lets|makes|means)\b")
_ONCE = lazy(r"\b(?:was|were|had|no longer|repeal\w*|end(?:ed|s)|revers\w*|undone|undid|until)\b")
_IN_FORCE = lazy(
    r"\b(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|from|since|effective|in force|"
    r"tak(?:es|ing) effect|"
    r"took effect|as of|open(?:s|ed)?|running)\b(?: (?:on|in|as of|from|with|since))? (?:the )?\Z"
)
"""Before a date: it is the day on which a law begins to hold, not that of its making."""
_PASSING = lazy(r"\bpass(?:ed|es)?\b|\bapproved\b|\bclear(?:ed|s)\b")
_MOST_DAYS = 100
"""Days by which a chamber may have passed a law before the recorded signature."""
_LICENCE = frozenset({"licence"})
_NEAR = 24
_CHAMBERS = lazy(
    r"\b(?:legislature|lawmakers|legislators|senate|assembly|chambers?|house|senators)\b"
    r"[^.;,]{0,40}?\b(?:pass\w*|approv\w*|back\w*|vot\w+|adopt\w*|clear\w*)\b"
)
_FINAL = lazy(r"\b(?:sign\w*|law|enact\w*)\b")
_MAY_LEGALLY = lazy(
    r"\b(?:may|can|could)\b(?= (?:now )?(?:legally|be (?:given|treated|prescribed)|give|"
    r"prescribe|offer|sell|get|have|buy|use|take|"
    r"grow|hold|possess|visit|treat|administer))"
)
_NO_OTHER = lazy(r"\bno other\b|\bnowhere else\b")
_WOULD = lazy(r"\bwould (?:have|be|let|allow|make|legali\w+|de-?criminali\w+|create|license)\b")
_BILL_WORD = lazy(r"\b(?:bill|act|measure|initiative|ordinance)\b")
_STANDS = lazy(r"\b(?:has|have|is|are|currently|now|still)\b")
_INFINITIVE = lazy(r"\bto (?:re|de-?)?(?:legali|criminali)[sz]e\b")
_DONE = lazy(
    r"\b(?:voted|first|passed|approved|became|moved|only|second|third|fourth|agreed|decision|chose|"
    r"opted|decided|"
    r"signed|law|vote|next|latest|joined|veto\w*|reject\w*|block\w*)\b"
)
_ACTED = lazy(
    r"\b(?:took|needed)\b[^.;]{0,60}? to\b"
    r"|\b(?:brought|pass\w*|carried|prevailed|succeeded|approv\w*|adopt\w*|sign\w*|enact\w*|back\w*|vot\w*|"
    r"became|becomes|legali[sz]\w+|"
    r"de-?criminali\w+|"
    r"creat\w*|establish\w*|set up|launch\w*|licen[sc]ed|open\w*|allow\w*|permit\w*|ban(?:ned)?|"
    r"outlaw\w*|took effect|"
    r"re-?criminali\w+|criminali\w+|allocat\w+|appropriat\w+|set aside|earmark\w+|prohibit\w*|"
    r"w[io]ns?|received|got|granted|awarded|clos\w+|shut\w*|puts?|gives?|provid\w*|spend\w*|"
    r"funds?|funded|makes?|made|has|have|regulat\w*|orders?|ordered|runs?|offers?|issued|gave|"
    r"began|started)\b"
)


def laws(passage: Passage) -> Iterator[Opinion]:
    """The opinions on laws that a sentence says were made or refused."""
    named = told(passage)
    if any(o.standing != "supported" for o in named):
        yield from named
        return
    others = list(_placed(passage))
    yield from others or named


def _placed(passage: Passage) -> Iterator[Opinion]:
    """The same on laws that are meant by the place that made them."""
    seen = set()
    for cue in (_with_relative(passage, cue) for cue in passage.of_kind("law")):
        if cue.clause in seen:
            continue
        if over := _over(passage, cue):
            seen.add(cue.clause)
            yield opinion(
                "outdated", stated(passage, cue.clause.start, cue.clause.end), passage, over
            )
        if cue.clause in seen or not _is_fact(cue):
            continue
        seen.add(cue.clause)
        named = named_laws(passage)
        for statement in _statements(passage, cue):
            if not named:
                yield from _judged(passage, cue, statement)
            elif statement.refused == any(e.kind in REFUSED for e in named):
                yield from _held(passage, cue, statement, named)


def _with_relative(passage: Passage, cue: Cue) -> Cue:
    """A bill with the clause that tells right after it what became of it ("…, which X signed")."""
    named = bill_of(cue.clause.words[cue.start : cue.end])
    if not named or _ACTED.search(cue.clause.words[: cue.start]):
        return cue
    for clause in passage.clauses:
        if (
            clause.bracketed
            and 0 <= clause.start - cue.end <= len(", ")
            and _ACTED.search(clause.words)
        ):
            start = cue.clause.start
            words = cue.clause.words[: cue.end] + clause.words[cue.end :]
            return replace(cue, clause=Clause(start, clause.end, words))
    return cue


def _over(passage: Passage, cue: Cue) -> list[Event]:
    """What ended a law by whose name the clause says how things are now."""
    words, known = cue.clause.words, passage.records.base.event
    again = "criminalisation" in said_of(passage.low)[0]
    if again or not _NOW.search(words) or _ONCE.search(words) or passage.moments(cue.clause):
        return []
    named = [
        e for bill in bills_of(words) for e in passage.timeline.of(PASSED) if is_named(e, bill)
    ]
    ended = [e for e in named if e.until and e.until.latest < passage.now.first]
    enders = {e.ended_by for e in ended}
    if not ended or any(e not in ended and e.id not in enders for e in named):
        return []
    return [*(known[e.ended_by] for e in ended if e.ended_by and e.ended_by in known), *ended]


def _is_fact(cue: Cue) -> bool:
    words = _MAY_LEGALLY.sub(lambda m: "#" * len(m.group()), cue.clause.words)
    infinitive = _INFINITIVE.search(words, max(cue.clause.start, cue.start - 3))
    if infinitive and not _DONE.search(words[: cue.start]):
        return False
    permitted = _MAY_LEGALLY.search(cue.clause.words)
    if not (permitted or _ACTED.search(words) or _REFUSED.search(words) or RANK.search(words)):
        return False
    still = ahead(cue.clause)
    if still and still.manner == "awaited" and still.end <= cue.start:
        return False
    if _WOULD.search(words, cue.end) and not _REFUSED.search(words[: cue.start]):
        return False
    if refused := _REFUSED.search(words):
        near = words[max(0, refused.start() - _NEAR) : refused.start()]
        return not phrases.IDLE.search(near) and not phrases.FORECAST.search(near)
    spirit = modality(words, cue.start, cue.end, noun=words[: cue.end].endswith("ation"))
    return spirit.mood == "fact" and not spirit.negated


def _statements(passage: Passage, cue: Cue) -> Iterator[LawStatement]:
    words = cue.clause.words
    bill = bill_of(words)
    treated = subjects(passage, cue.clause)
    known = passage.timeline.compounds
    if not treated and any(m.ids[0] not in known for m in passage.mentions("compound", cue.clause)):
        return
    compounds = treated[0].compounds if treated and not treated[0].whole else ()
    named = localities(passage, cue.clause) or localities(passage, None)
    for where in named or (home_of(passage, bill) if bill else ()):
        yield LawStatement(
            stated(passage, cue.clause.start, cue.clause.end),
            where,
            compounds,
            effects_of(words),
            bill,
            bool(_REFUSED.search(words)),
            bool(treated) and treated[0].own and not passage.low[: cue.end].endswith("ation"),
            () if passage.low[: cue.end].endswith("ing") else near_first(passage, cue),
        )


def _judged(passage: Passage, cue: Cue, statement: LawStatement) -> Iterator[Opinion]:
    asked, other = (REFUSED, PASSED) if statement.refused else (PASSED, REFUSED)
    found = matching(passage, statement, asked)
    if misreported(passage, cue, statement, found):
        yield opinion("contradicted", statement.what, passage, found)
    elif found:
        yield from _held(passage, cue, statement, found)
    elif narrow := only_narrow(passage, cue, statement):
        yield opinion("contradicted", statement.what, passage, narrow)
    elif opposed := matching(passage, statement, other):
        if not statement.refused and _by_chambers(cue, opposed):
            return
        treated = statement.compounds and _BILL_WORD.search(cue.clause.words)
        if statement.bill or statement.effects or treated:
            yield opinion("contradicted", statement.what, passage, tuple(reversed(opposed)))
    elif strangers := (
        of_another_place(passage, statement) or _elsewhere(passage, statement, asked)
    ):
        yield opinion("contradicted", statement.what, passage, strangers)
    elif not statement.bill and (twins := _twins(passage, statement, asked)):
        yield opinion("contradicted", statement.what, passage, twins)
    elif not statement.compounds and statement.effects:
        yield from ranked(passage, cue, statement, ()) or ()
    elif statement.effects & {"services", "decriminalisation"} and statement.compounds:
        alone = _NO_OTHER.search(cue.clause.words) or _opened(passage, statement)
        yield from ranked(passage, cue, statement, ()) or (
            () if alone else _unsourced(passage, statement)
        )


def _by_chambers(cue: Cue, opposed: Sequence[Event]) -> bool:
    """Whether chambers are said to have passed what was vetoed later."""
    vetoed = all("veto" in e.summary.lower() for e in opposed)
    return (
        vetoed and bool(_CHAMBERS.search(cue.clause.words)) and not _FINAL.search(cue.clause.words)
    )


def _opened(passage: Passage, statement: LawStatement) -> bool:
    """Whether the treatment is to be had there in some way."""
    places = (statement.where.jurisdiction,)
    wanted = Wanted(kinds=PASSED, compounds=statement.compounds, places=places)
    return bool(passage.timeline.access(wanted))


def _unsourced(passage: Passage, statement: LawStatement) -> tuple[Opinion, ...]:
    unasked = statement.refused or not statement.own
    return () if unasked else (opinion("unsourced", statement.what, passage),)


def _elsewhere(
    passage: Passage, statement: LawStatement, kinds: frozenset[str]
) -> tuple[Event, ...]:
    """A bill of this name in another place, in the year that is written."""
    if not statement.bill or not (statement.moments or statement.compounds):
        return ()
    return tuple(
        e
        for e in passage.timeline.of(kinds)
        if concerns(passage, e, statement)
        and (any(m.fits(e) for m in statement.moments) or _same_matter(passage, e, statement))
    )


def _twins(passage: Passage, statement: LawStatement, kinds: frozenset[str]) -> tuple[Event, ...]:
    """The same done in the same month by another place."""
    dated = [m for m in statement.moments if m.date.year and m.date.month and m.relation == "on"]
    if not dated or not statement.effects or not statement.compounds:
        return ()
    found = [e for e in passage.timeline.of(kinds) if e.date.month and e.effect]
    return tuple(
        e for e in found if concerns(passage, e, statement) and any(m.fits(e) for m in dated)
    )


def _same_matter(passage: Passage, event: Event, statement: LawStatement) -> bool:
    """Whether an event is on the treatment and the effect that a statement without a date names."""
    family = passage.records.compounds
    treated = any(c in family.up(e) for e in event.compound for c in statement.compounds)
    return not statement.moments and treated and bool(statement.effects & set(event.effect))


def _held(
    passage: Passage, cue: Cue, statement: LawStatement, found: Sequence[Event]
) -> Iterator[Opinion]:
    fitting = [e for e in found if any(m.fits(e) for m in statement.moments)]
    if statement.moments and not fitting:
        yield from _misdated(passage, statement, found)
        return
    events = fitting or list(reversed(found))
    verdict = ranked(passage, cue, statement, events)
    if repealed := _repealed(passage, cue, statement, events):
        yield opinion("outdated", statement.what, passage, (*repealed, *events))
    elif verdict is None:
        yield opinion("supported", statement.what, passage, events)
    else:
        yield from verdict


def _repealed(
    passage: Passage, cue: Cue, statement: LawStatement, events: Sequence[Event]
) -> list[Event]:
    """What ended every law that is said, without a date, to stand ("has legalised")."""
    ended = [e for e in events if e.until and e.until.latest < passage.now.first]
    if statement.moments or len(ended) < len(events) or not _STANDS.search(cue.clause.words):
        return []
    known = passage.records.base.event
    return [known[e.ended_by] for e in ended if e.ended_by and e.ended_by in known]


def _misdated(
    passage: Passage, statement: LawStatement, found: Sequence[Event]
) -> Iterator[Opinion]:
    event = nearest(found, statement.moments)
    written = statement.moments[0]
    if _IN_FORCE.search(passage.low[: max(0, written.start)]):
        return
    if event and written.date.span and _PASSING.search(passage.low):
        lag = (event.date.earliest - written.date.span[1]).days
        if 0 <= lag <= _MOST_DAYS:
            return
    sure = bool(statement.bill or statement.effects) and written.relation == "on"
    if event is None or written.date.year is None or not sure or len(statement.moments) > 1:
        return
    others = [e for e in related(passage, statement) if e not in found]
    if statement.effects == _LICENCE:
        others = [e for e in others if "licence" in e.effect]
    if any(e.date.year == written.date.year for e in others):
        return
    what = at(statement.what, written)
    yield opinion("contradicted", what, passage, (event,), suggestion=redated(written, event))
