"""A trial or a decision told under a name (of a drug, a disease, an institution, a place or an
agency) that is not its own. Readers that look for the records of what a sentence names find none.
So one that nothing bears out is read once more without the name: where one record then has all the
rest, by two figures, by one and what else tells of it, or by a day, the name is wrong of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from claimcheck.model.events import Event
from claimcheck.model.quantity import Date
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements import decisions, trials
from claimcheck.statements.foreign import CLAUSE, KINDS, LISTS, Kind, is_inside, misnamed, strange
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer
from claimcheck.statements.trials.identify import identify
from claimcheck.statements.trials.line import Line, overlap

_GROUP_OF = lazy(
    r"\b(?:on|after|given|giving|got|received|receiving|took|taking|had|favour of|favor of|to|with|"
    r"of|repeated|inhaled|inhaling|infused|injected|drank|drinking|swallowed|tested|tests|testing|either|"
    r"compared|compares|matched|pitted|studied|than|over|m?c?g|µg|the|his|her|their|its|[a-z]+’?['’]s)"
    r"\s+(?:(?:of|an?|the|either|just|only|oral|single|high|low|very|doses?|dose|intravenous|"
    r"synthetic|one|two|three|four|[\d.]+)\s+)*\Z"
)
_GROUP = lazy(
    r"(?:-assisted|-treated)?\s(?:(?:or|and|versus) (?:an? )?placebo|"
    r"group|arm|half|tablet|capsule|film|spray|infusions?|"
    r"sessions?|doses?|trial|study|therapy|monotherapy|patients|participants)\b"
)
"""Around a drug that people had in a trial."""
_VERSUS = lazy(r"\s(?:or|and|versus) (?:an? )?")
"""Between such a drug and what it was compared with."""
_OF_PEOPLE = lazy(
    r"\b(?:with|criteria for|diagnosis of|remission from|whose|in|for|of)\s+"
    r"(?:(?:an?|the|severe|major|chronic|moderate|resistant|refractory|stubborn|their|"
    r"treatment-resistant|bipolar|ii|cancer|and)\s+)*\Z"
)
_DISEASE = lazy(r"\s(?:criteria|diagnosis|scores?|symptoms|trial|study|programme|program)\b")
"""Around a disease that people of a trial had."""
_TEAM = lazy(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:team|group|trial|study|pilot|experiment|report|findings|"
    r"researchers|scientists|colleagues|gave|tested|compared|randomi[sz]ed|treated|followed)\b"
)
_OF_TEAM = lazy(r"\b(?:team|group|trial|study|pilot|researchers) (?:at|from|of) (?:the )?\Z")
"""Around an institution whose own a trial is: others may have taken part in one."""
_AROUND = {
    "compound": (_GROUP_OF, _GROUP),
    "indication": (_OF_PEOPLE, _DISEASE),
    "sponsor": (_OF_TEAM, _TEAM),
}
_LEAST = 2
"""Facts that tell a trial that is named, or of an institution that is; another takes as many
figures, or one more that is not of a drug, a disease or a comparator."""
_SHORT = 60
"""Characters of what is told of a figure; a whole sentence says nothing of those in it."""


def exchanged(
    found: tuple[Opinion, ...], reading: Reading, records: Records, today: date
) -> tuple[Opinion, ...]:
    """The opinions; where there are none on a sentence that is true of a trial or a decision but
    for one name, that this is wrong. `today` is the day on which it is judged."""
    line = Line(reading, records)
    if found or not (reading.quantities or line.trial_names):
        return found
    wrong = (_wrong(k, m, line, today) for k in KINDS for m in _named(k, line))
    return tuple(islice((one for one in wrong if one), 1))


def _named(kind: Kind, line: Line) -> list[Mention]:
    return [m for m in line.scope.own.of(kind) if not is_inside(m, line.reading)]


def _wrong(kind: Kind, name: Mention, line: Line, today: date) -> Opinion | None:
    """That a name is wrong, where all else in its sentence is right of a trial or a decision that
    has neither it nor, by its own names, anything to do with those of its kind that are named."""
    records, (layer, *around) = line.records, line.scope.layers
    kept = tuple(m for m in layer.mentions if m.kind != kind or m.ids != name.ids)
    scope = replace(line.scope, layers=(Layer(layer.text, kept), *around), notes={})
    rest = Line(replace(line.reading, scope=scope), records)
    told = tuple(trials.opinions(rest.reading, records)) if _is_of_trial(kind, name, line) else ()
    told = told or tuple(decisions.opinions(scope, rest.reading, records, today))
    if (meant := _meant(told, rest)) is None:
        return None
    own, terms = _own(kind, meant), LISTS.get(kind, f"{kind}s")
    related = getattr(records, terms).related
    named = line.scope.own.of(kind) if kind == "sponsor" else _named(kind, line)
    with_own = [any(related(i, o) for m in named for i in m.ids) for o in own]
    known = all(with_own) if kind == "compound" else any(with_own)  # two drugs may be compared
    others = any(strange(one, told, rest.reading, records) for one in KINDS)
    ends = CLAUSE.search(line.low, name.end)
    others = others or bool(ends and all(one.start >= ends.start() for one in told))
    if known or others or name not in strange(kind, told, line.reading, records):
        return None
    return _opinion(name, meant, records.called(terms, own), told, line)


def _meant(told: Sequence[Opinion], line: Line) -> Trial | Event | None:
    """The one trial or decision that bears out all of what is told, if that tells which it is."""
    base = line.records.base
    found = {(t.parent or t.id): t for one in told for t in map(base.trial.__getitem__, one.trials)}
    events = {ident for one in told for ident in one.events}
    if any(one.standing != "supported" for one in told) or len(events or found) != 1:
        return None
    if events:
        event = base.event[events.pop()]
        return event if _tells_event(event, told, line) else None
    return next(iter(found.values())) if _tells_trial(told, line) else None


def _tells_event(event: Event, told: Sequence[Opinion], line: Line) -> bool:
    """Whether a day or figures tell which decision is meant; with the name of its body or law one
    figure does, or a month."""
    dates = [_LEAST if d.day else 1 for d in line.reading.of(Date) if d.month]
    figures = _figures([one for one in told if one.end - one.start < _SHORT], line.reading)
    bodies = (i for m in line.scope.own.of("agency") for i in m.ids)
    named = any(line.records.agencies.related(i, event.agency) for i in bodies)
    sure = max(dates, default=0) + len(figures)
    return sure > 0 and sure + named >= _LEAST


def _tells_trial(told: Sequence[Opinion], line: Line) -> bool:
    """Whether what is borne out tells which trial is meant."""
    facts = {(one.start, one.end) for one in told}
    if identify(line).certainty == "own":
        return len(facts) >= _LEAST or any(m.kind == "trial" for m in line.trial_names)
    names = (*line.names("compound"), *line.names("control"), *line.names("indication"))
    telling = [one for one in told if not any(overlap(one, name) for name in names)]
    certain = identify(line).certainty in {"near", "called"} or line.names("sponsor")
    figures = _figures(told, line.reading)
    sure = certain or len(figures) >= _LEAST or len(telling) > _LEAST
    return bool(sure and figures) and len(facts) >= _LEAST


def _figures(told: Iterable[Opinion], reading: Reading) -> set[int]:
    """Where there are figures, other than dates, in what is borne out."""
    figures = [q for q in reading.quantities if not isinstance(q, Date)]
    return {q.start for one in told for q in figures if overlap(one, q)}


def _own(kind: Kind, meant: Trial | Event) -> tuple[str, ...]:
    """The names of a kind that a record lists."""
    field = "holder" if kind == "sponsor" and isinstance(meant, Event) else kind
    listed = getattr(meant, field, ())
    return (listed,) if isinstance(listed, str) else listed


def _is_of_trial(kind: Kind, name: Mention, line: Line) -> bool:
    """Whether a name is said to be that of what a trial's people had or of who did it."""
    versus = _VERSUS.match(line.low, name.end) if kind == "compound" else None
    others = (*line.scope.own.of("control"), *line.scope.own.of("compound"))
    if versus and any(m.start == versus.end() for m in others):
        return True
    before = line.low[max(0, name.start - 60) : name.start]
    leading, after = _AROUND.get(kind, (None, None))
    return bool((leading and leading.search(before)) or (after and after.match(line.low, name.end)))


def _opinion(
    name: Mention, meant: Trial | Event, known: str, told: Sequence[Opinion], line: Line
) -> Opinion:
    """That a trial or a decision was of something or somebody else."""
    body = "" if isinstance(meant, Trial) else line.records.called("agencies", (meant.agency,))
    record = meant.name if isinstance(meant, Trial) else f"{body} {meant.date}"
    return misnamed(line.text, name, known, record, told)
