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
    opinion,
    stated,
)
from claimcheck.statements.decisions.laweffects import said_of
from claimcheck.statements.decisions.lawnames import home_of, named_laws
from claimcheck.statements.decisions.lawranks import RANK, ranked
from claimcheck.statements.decisions.lawsigns import refused
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
    spares,
    without_bills,
)
from claimcheck.statements.decisions.lawtold import borne_out, misdated, told
from claimcheck.statements.decisions.localities import LIKE, localities, made_there
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.stakes import related, spoken_of
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.timeline import Wanted, is_over
from claimcheck.statements.nouns import Opinion

_NOW = lazy(r"\b(?:is|are|has|have|remains?|still|may|can|protects?|allows?|lets|makes|means)\b")
_ONCE = lazy(r"\b(?:was|were|had|no longer|repeal\w*|end(?:ed|s)|revers\w*|undone|undid|until)\b")
_PROHIBITION = lazy(r"\bprohibition (?:still |also )?[a-z]+s\b")
"""A ban that has effects: what it does is no law of those whom it binds."""
_BANNED = lazy(r"\b(?:bann?(?:ed|s|ing)|outlaw\w*|prohibit(?:ed|s|ing)?|forb[ai]d\w*)\b")
_LAW = frozenset({"law"})
_MADE = frozenset({"law", "refusal"})
_FREED = frozenset({"decriminalisation"})
_OPENING = frozenset({"services", "licence"})
_WIDER = frozenset({"services", "decriminalisation"})
_LOOKED_INTO = frozenset({"task-force", "research"})
_MAY_LEGALLY = lazy(
    r"\b(?:may|can|could)\b(?= (?:now )?(?:legally|be (?:given|treated|prescribed)|give|"
    r"prescribe|offer|sell|get|have|buy|use|take|"
    r"grow|hold|possess|visit|treat|administer))"
)
_BY_TOWNS = lazy(
    r"\b(?:towns|cities|municipalities|communities)\b[^.;]{0,60}?\bde-?criminali|"
    r"\bde-?criminali[^.;]{0,60}?\b(?:towns|cities|municipalities|communities)\b"
)
"""What some towns did is no law of their state."""
_PASSING = lazy(r"\bpass(?:ed|es)?\b|\bapproved\b|\bclear(?:ed|s)\b")
_NO_OTHER = lazy(r"\bno other\b|\bnowhere else\b")
_WOULD = lazy(r"\bwould (?:have|be|let|allow|make|legali\w+|de-?criminali\w+|create|license)\b")
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
    r"re-?criminali\w+|criminali\w+|allocat\w+|appropriat\w+|set aside|earmark\w+|"
    r"prohibit(?:ed|s|ing)?|"
    r"w[io]ns?|received|got|granted|awarded|clos\w+|shut\w*|puts?|gives?|provid\w*|spend\w*|"
    r"funds?|funded|makes?|made|has|have|regulat\w*|orders?|ordered|runs?|offers?|issued|gave|"
    r"began|started)\b"
)


def laws(passage: Passage) -> Iterator[Opinion]:
    """The opinions on laws that a sentence says were made or refused."""
    if _BY_TOWNS.search(passage.low):
        return
    named = told(passage)
    if any(o.standing != "supported" for o in named):
        yield from named
        return
    others = list(_placed(passage))
    yield from others or named


def _placed(passage: Passage) -> Iterator[Opinion]:
    """The same on laws that are meant by the place that made them."""
    seen = set()
    for cue in passage.of_kind("law"):
        if cue.clause in seen:
            continue
        every, bills = passage.timeline.of(PASSED), tuple(bills_of(cue.clause.words))
        called = [e for e in every if any(is_named(e, bill) for bill in bills)]
        if over := _over(passage, cue.clause, called):
            seen.add(cue.clause)
            yield opinion(
                "outdated", stated(passage, cue.clause.start, cue.clause.end), passage, over
            )
        freed = effects_of(cue.clause.words) == _FREED and passage.mentions("compound")
        if cue.clause in seen or not _is_fact(cue, acted=bool(freed)):
            continue
        seen.add(cue.clause)
        named = named_laws(passage)
        for statement in _statements(passage, cue):
            if not named or _is_of_town(passage, statement, named):
                yield from _judged(passage, cue, statement)
            elif statement.refused == any(e.kind in REFUSED for e in named):
                yield from _held(passage, cue, statement, named)


def _is_of_town(passage: Passage, statement: LawStatement, named: Sequence[Event]) -> bool:
    """Whether what is told is the doing of a town, and the law that is named its state's."""
    where, laws = statement.where, [e for e in named if e.kind in _MADE]
    return bool(where.city and laws) and not any(made_there(passage, e, where) for e in laws)


def _over(passage: Passage, clause: Clause, laws: Sequence[Event]) -> list[Event]:
    """What ended laws of which a clause without a date says that they stand."""
    words = clause.words
    again = "criminalisation" in said_of(passage.low)[0]
    if again or not _NOW.search(words) or _ONCE.search(words) or passage.moments(clause):
        return []
    ended = [e for e in laws if is_over(e, passage.now.first)]
    enders = passage.timeline.enders(ended)
    return [] if any(e not in ended and e not in enders for e in laws) else [*enders, *ended]


def _is_fact(cue: Cue, *, acted: bool) -> bool:
    if _PROHIBITION.search(cue.clause.words):
        return False
    words = _MAY_LEGALLY.sub(lambda m: "#" * len(m.group()), cue.clause.words)
    words = LIKE.sub(lambda m: " " * len(m.group()), words)
    infinitive = _INFINITIVE.search(words, max(cue.clause.start, cue.start - 3))
    if infinitive and not _DONE.search(words[: cue.start]):
        return False
    permitted = _MAY_LEGALLY.search(cue.clause.words)
    against = refused(without_bills(words))
    if not (acted or permitted or _ACTED.search(words) or against or RANK.search(words)):
        return False
    still = ahead(cue.clause)
    if still and still.manner == "awaited" and still.end <= cue.start:
        return False
    if against or (_WOULD.search(words, cue.end) and not refused(words[: cue.start])):
        return against
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
            refused(without_bills(words)),
            bool(treated) and treated[0].own and not passage.low[: cue.end].endswith("ation"),
            () if passage.low[: cue.end].endswith("ing") else near_first(passage, cue),
        )


def _judged(passage: Passage, cue: Cue, statement: LawStatement) -> Iterator[Opinion]:
    asked, other = (REFUSED, PASSED) if statement.refused else (PASSED, REFUSED)
    found = matching(passage, statement, asked)
    anything = replace(statement, effects=frozenset(), moments=())
    own = () if statement.bill or not statement.compounds else matching(passage, anything, _LAW)
    if borne_out(passage, cue.clause, found) is False or _spared(cue, found):
        yield opinion("contradicted", statement.what, passage, found)
    elif found:
        yield from _held(passage, cue, statement, found)
    elif statement.effects & _OPENING and borne_out(passage, cue.clause, own) is False:
        yield opinion("contradicted", statement.what, passage, tuple(reversed(own)))
    elif opposed := _by_lawmakers(passage, matching(passage, statement, other)):
        named = statement.bill or statement.effects or statement.compounds
        if named and (statement.refused or not borne_out(passage, cue.clause, opposed)):
            yield opinion("contradicted", statement.what, passage, tuple(reversed(opposed)))
    elif narrower := _narrower(passage, statement):
        yield opinion("contradicted", statement.what, passage, narrower)
    elif strangers := _elsewhere(passage, statement, asked):
        yield opinion("contradicted", statement.what, passage, strangers)
    elif statement.effects and (ranks := ranked(passage, cue, statement, ())):
        yield from ranks
    elif statement.effects & {"services", "decriminalisation"} and statement.compounds:
        alone = _NO_OTHER.search(cue.clause.words) or _opened(passage, statement)
        if statement.own and not (statement.refused or alone):
            yield opinion("unsourced", statement.what, passage)


def _by_lawmakers(passage: Passage, found: Sequence[Event]) -> list[Event]:
    """Without what agencies decided on medicines."""
    return [e for e in found if e.agency not in passage.timeline.licensing]


def _spared(cue: Cue, found: Sequence[Event]) -> bool:
    """Whether a ban is told of what the records say was left out of it."""
    banned = _BANNED.search(cue.clause.words) and not phrases.NEGATION.search(cue.clause.words)
    return bool(banned and spares(cue.clause, found))


def _opened(passage: Passage, statement: LawStatement) -> bool:
    """Whether the treatment is to be had there in some way."""
    places = (statement.where.jurisdiction,)
    wanted = Wanted(kinds=PASSED, compounds=statement.compounds, places=places)
    return bool(passage.timeline.access(wanted))


def _elsewhere(
    passage: Passage, statement: LawStatement, kinds: frozenset[str]
) -> tuple[Event, ...]:
    """The law that is told of the wrong place: of this name, or of this effect and month."""
    dated = [m for m in statement.moments if m.date.year and m.relation == "on"]
    if statement.bill:
        named = [e for e in passage.timeline.of(PASSED | REFUSED) if is_named(e, statement.bill)]
        return tuple(
            e
            for e in named
            if any(m.fits(e) for m in dated) or (not dated and _alike(passage, e, statement))
        )
    months = [m for m in dated if m.date.month]
    if not (months and statement.effects and statement.compounds):
        return ()
    every = [e for e in passage.timeline.of(kinds) if e.date.month and e.effect]
    return tuple(
        e for e in every if concerns(passage, e, statement) and any(m.fits(e) for m in months)
    )


def _narrower(passage: Passage, statement: LawStatement) -> tuple[Event, ...]:
    """The laws of then, in a place that has no wider one, which only had the matter looked into."""
    if statement.refused or statement.bill or not statement.effects & _WIDER:
        return ()
    anything = replace(statement, effects=frozenset(), moments=())
    there = matching(passage, anything, PASSED)
    dated = [e for e in there if any(m.fits(e) and m.date.year for m in statement.moments)]
    only = all(set(e.effect) <= _LOOKED_INTO and e.kind == "law" for e in there)
    return tuple(dated) if only else ()


def _alike(passage: Passage, event: Event, statement: LawStatement) -> bool:
    """Whether a law is on the treatment that is spoken of; where none is, whether the place that
    is named has one that does what is said."""
    if named := statement.compounds or spoken_of(passage):
        return related(passage, named, event.compound)
    there = (e for e in passage.timeline.of(PASSED) if made_there(passage, e, statement.where))
    return any(statement.effects & set(e.effect) for e in there)


def _held(
    passage: Passage, cue: Cue, statement: LawStatement, found: Sequence[Event]
) -> Iterator[Opinion]:
    fitting = [e for e in found if any(m.fits(e) for m in statement.moments)]
    if statement.moments and not fitting:
        if statement.bill or statement.effects:
            final = not _PASSING.search(passage.low)
            yield from misdated(passage, statement.what, statement.moments, found, final=final)
        return
    events = fitting or list(reversed(found))
    verdict = ranked(passage, cue, statement, events)
    if over := _over(passage, cue.clause, events):
        yield opinion("outdated", statement.what, passage, over)
    elif verdict is None:
        yield opinion("supported", statement.what, passage, events)
    else:
        yield from verdict
