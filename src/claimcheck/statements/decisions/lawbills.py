"""Bills and measures by name: of another place than the text says, or with another content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.lawstatements import (
    PASSED,
    REFUSED,
    LawStatement,
    bills_of,
    effects_of,
    is_named,
)
from claimcheck.statements.decisions.localities import Locality, made_there
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.stakes import treatments

_SERVICES = lazy(
    r"\b(?:service|healing|licensed|treatment|therapy) (?:cent(?:re|er)s?|facilit\w+)|"
    r"\b(?:therapeutic|supervised|medical|medicinal) (?:use|access|services|sessions)|"
    r"\b(?:regulated|licensed|supervised) (?:\w+ )?(?:services|programmes?|programs?)"
)
_BEYOND = lazy(
    r"\boutside (?:of )?(?:\w+ )?(?:trials?|stud(?:y|ies)|research)\b|\b(?:prescribe|"
    r"over the counter|(?:his|her|their|your|any|a|own) (?:family |own )?doctors?|"
    r"trial or no trial|without (?:\w+ )?an? (?:trial|study))\b|"
    r"\baccess to (?:\w+ )?(?:treatment|clinics?|therapy)\b"
)
_DECRIMINALISED = lazy(r"\bde-?criminali[sz]\w+")
_FOR_ALL = lazy(
    r"\b(?:any|every|all) (?:\w+ )?(?:adults?|grown-?ups?|residents?|citizens?)\b|\banyone\b|"
    r"\banybody\b|\beveryone\b|\beverybody\b|\bgeneral public\b|\bgrown-?ups\b|"
    r"\blicensed (?:\w+ ){0,2}?services\b|\bthe public\b|\bdispensar\w+|"
    r"\b(?:service|healing) cent(?:re|er)s?\b"
)
_RETAIL = lazy(
    r"\b(?:dispensar\w+|shops?|stores?|pharmac\w+|over the counter|at home|home use|by mail|online|"
    r"supermarkets?)\b"
)
_UNDONE = lazy(
    r"\b(?:undid|undo\w*|end(?:s|ed|ing)?|revers\w+|repeal\w*|roll\w* back|re-?criminali\w+|"
    r"overturn\w*|replac\w+|revok\w+|scrap\w*|touch\w*|affect\w*|chang\w+|amend\w*|follow\w*|"
    r"unlike|different|not to be confused|separate|besides|beyond|leaves?|left)\b"
)
_NARROW = frozenset({"pilot", "task-force", "research", "rules"})
_OPENING = frozenset({"services", "medical-use", "licence", "local-ban"})
_CRIMES = frozenset({"decriminalisation", "criminalisation"})
_MAY = lazy(r"\b(?:may|can)\b")
_REACH = 40


def mistold(cue: Cue, found: Sequence[Event]) -> bool:
    """Whether a clause says of laws what none of them does: services, or use for all."""
    words = cue.clause.words
    bills = set(bills_of(words))
    if _UNDONE.search(words) or len(bills) > 1:
        return False
    own = [e for e in found if not bills or bills & {next(bills_of(e.summary.lower()), "")}]
    effects = {effect for event in own or found for effect in event.effect}
    if not effects:
        return False
    said = effects_of(words) & _CRIMES
    if said and _affirmed(words, _DECRIMINALISED) and not effects & _CRIMES:
        return True
    if effects & _OPENING:
        return "services" in effects and _affirmed(words, _RETAIL)
    if effects <= _NARROW and _affirmed(words, _BEYOND):
        return True
    wide = _FOR_ALL if effects & _NARROW else _SERVICES
    return _affirmed(words, wide) or ("pilot" not in effects and _affirmed(words, _SERVICES))


def _affirmed(words: str, pattern: re.Pattern[str]) -> bool:
    """Whether a clause has such words, and nothing before them denies or foresees them."""
    said = pattern.search(words)
    if said is None:
        return False
    before = _MAY.sub(" ", words[max(0, said.start() - _REACH) : said.start()])
    aside = (phrases.NEGATION, phrases.IDLE, phrases.FORECAST)
    return not any(p.search(before) for p in aside)


def of_another_place(passage: Passage, statement: LawStatement) -> tuple[Event, ...]:
    """The laws of a name elsewhere, where the place has none of it but one on the same matter."""
    if not statement.bill or len(set(bills_of(statement.what.said.lower()))) > 1:
        return ()
    every = passage.timeline.of(PASSED | REFUSED)
    named = [e for e in every if is_named(e, statement.bill)]
    if any(made_there(passage, e, statement.where) for e in named):
        return ()
    alike = [e for e in named if _on_same_treatment(passage, e, statement)]
    own = [
        e
        for e in every
        if made_there(passage, e, statement.where)
        and any(b != statement.bill for b in _names(e))
        and _on_same_treatment(passage, e, statement)
        and (not statement.effects or _fits(e, statement))
    ]
    said = {e.id: e for e in alike if _fits(e, statement)}
    return (*said.values(), *own) if alike and (own or said) else ()


def _on_same_treatment(passage: Passage, event: Event, statement: LawStatement) -> bool:
    around = (treatments(passage, layer) for layer in passage.scope.layers)
    named = frozenset(statement.compounds) or next((t for t in around if t), frozenset[str]())
    family = passage.records.compounds
    return not named or any(family.related(n, c) for n in named for c in event.compound)


def _names(event: Event) -> Iterator[str]:
    """The names of the bills that a record tells of."""
    for told in (event.summary, *(v.question for v in event.votes)):
        yield from bills_of(told.lower())


def _fits(event: Event, statement: LawStatement) -> bool:
    """Whether a law elsewhere does what the statement says."""
    return bool(statement.effects) and _alike(event.effect, statement.effects)


def _alike(effects: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two laws, or a law and what is said of one, are of one sort."""
    one, other = _sorts(effects), _sorts(others)
    return bool(one & other)


def _sorts(effects: Iterable[str]) -> frozenset[str]:
    wide = {"licence": "services", "medical-use": "services", "rules": "services"}
    return frozenset(wide.get(e, e) for e in effects)


def home_of(passage: Passage, bill: str) -> tuple[Locality, ...]:
    """The one place whose law has this name, if the text is on its treatment or its place."""
    every = passage.timeline.of(PASSED | REFUSED)
    named = [e for e in every if is_named(e, bill)]
    homes = {e.jurisdiction for e in named}
    if len(homes) != 1:
        return ()
    around = passage.scope.layers[1:]
    places = {m.ids[0] for layer in around for m in layer.of("jurisdiction")}
    others = places - homes - {"us", "international"}
    family = passage.records.compounds
    named_compounds = {c for layer in passage.scope.layers for c in treatments(passage, layer)}
    treated = any(family.related(n, c) for n in named_compounds for e in named for c in e.compound)
    if (homes & places) or (treated and not others):
        return (Locality(homes.pop()),)
    return ()
