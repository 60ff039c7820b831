"""Access short of approval: prescribing, special access, compassionate use, trials only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.happenings import Happening, held_against_dates
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import Place, places
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.timeline import Wanted, pairs
from claimcheck.statements.nouns import Opinion, Standing

_TRIALS_ONLY = lazy(
    r"\bonly\b[^.;]{0,60}?\b(?:in|through|via|within|as part of)\b[^.;]{0,40}?\b(?:trials?|"
    r"research|stud(?:y|ies))\b"
    r"|\b(?:in|through|via|within) (?:[\w-]+ ){0,2}?(?:trials?|research|"
    r"stud(?:y|ies)) (?:only|alone)\b"
)
_MAY = lazy(
    r"\b(?:may|can|could|able(?: since [#\d, ]+)? to|allowed to|permitted to|"
    r"are authori[sz]ed to)\b"
    r"(?= (?:now |also |legally |only |then )*(?:be )?(?:prescri|legally|get|access|obtain|treat|"
    r"request|ask|offer|give|have|receive))(?: ask\b)?"
)
_IN_TRIALS = lazy(r" (?:only )?(?:in|for) (?:\w+ ){0,2}?(?:trials?|research|stud(?:y|ies))\b")
_OFF_LABEL = lazy(r"\boff[- ]?label\b")
_COUNTED = lazy(
    r"\b(?:\d{1,3}|only one|two|three|four|five|a few|several|dozens?|not one|no) (?:\w+ )?"
    r"(?:prescribers?|psychiatrists?|doctors?|patients?|physicians?)\b"
)
_NOBODY = lazy(
    r"\bcannot\b|\bno other\b|\bnowhere else\b|\bnot any other\b|"
    r"\b(?:illegal|unlawful|forbidden|prohibited|against the law)\b"
)
_ANY_DRUG = lazy(r"\b(?:drugs|medicines|medications|products)\b")
_ASKS = lazy(r"\b(?:ask|request|apply)\b|[\"“”]")
_OWN_DOCTOR = lazy(
    r"\b(?:through|from|with) (?:our |my |the (?:[\w’' -]{0,30}[’']s )?)?"
    r"(?:medical director|doctors?|clinics?|nurses?|team)\b"
)
"""What somebody offers who writes, which is no law."""
_WILL = lazy(r"\bwill (?:soon |then |only |also )?be (?:able|allowed|free|permitted)\b")
_NOW = lazy(
    r"\b(?:may|can|is|are|be|been|has|have|allows?|permits?|lets?|now|legally|since|prescribe|"
    r"covers|includes|"
    r"exists)\b"
)
_LONG_AGO = lazy(r"\b(?:1[89]\d\d|was|were|had|used to|did)\b")
_LATER_PLACE = lazy(
    r"\b(?:second|third|fourth|fifth|last|latest)\b"
    r"(?=[^.;,]{0,30}? (?:country|state|nation|province)\b)"
)
_FIRST = lazy(r"\b(?:the )?first (?:(?:in|of) the|(?:\w+ )?(?:country|state|nation|province))\b")
"""A place that is said to have followed others, and a record of the one that led."""
_PERMISSION = frozenset({"access-scheme", "scheduling", "programme", "law"})


def access(passage: Passage) -> Iterator[Opinion]:
    """The opinions on who may get or give a treatment outside trials and approvals."""
    for cue in {cue.clause: cue for cue in passage.of_kind("access")}.values():
        if passage.beside(cue, "approval") and approvable.AS_MEDICINE.search(cue.clause.words):
            continue
        if _TRIALS_ONLY.search(cue.clause.words):
            yield from _trials_only(passage, cue)
        elif (spirit := _spirit(cue)) and not phrases.EVERYWHERE.search(cue.clause.words):
            yield from _permitted(passage, cue, spirit)


def _spirit(cue: Cue) -> Modality | None:
    """How the permission is stated: "may prescribe" permits, it does not foresee."""
    words = _MAY.sub(lambda m: " " * len(m.group()), cue.clause.words)
    spirit = modality(words, cue.start, cue.end)
    negated = spirit.negated or bool(_NOBODY.search(cue.clause.words))
    return None if spirit.mood != "fact" or negated else spirit


def _permitted(passage: Passage, cue: Cue, spirit: Modality) -> Iterator[Opinion]:
    named = passage.mentions("compound", cue.clause) or passage.mentions("treatment", cue.clause)
    if not named and _ANY_DRUG.search(cue.clause.words):
        return
    if _COUNTED.search(cue.clause.words) or _OFF_LABEL.search(passage.low):
        return
    if _IN_TRIALS.match(cue.clause.words, cue.end):
        return
    stated_of = [_jurisdictions(passage, place) for place in places(passage, cue.clause)]
    up = passage.records.jurisdictions.up
    wider = {w for where in stated_of for p in where for w in up(p) if w != p}
    for where in stated_of:
        if not set(where) - wider:
            continue
        for subject in subjects(passage, cue.clause):
            if not subject.whole and (found := _judged(passage, cue, spirit, subject, where)):
                yield found


def _jurisdictions(passage: Passage, place: Place) -> tuple[str, ...]:
    of = passage.timeline.jurisdiction_of
    return place.jurisdictions or tuple(of[a] for a in place.agencies if a in of)


def _judged(
    passage: Passage, cue: Cue, spirit: Modality, subject: Subject, where: tuple[str, ...]
) -> Opinion | None:
    wanted = Wanted(
        kinds=_PERMISSION,
        compounds=subject.compounds,
        indications=subject.indications,
        places=where,
    )
    what = stated(passage, cue.clause.start, cue.clause.end)
    anyone = _opening(passage, replace(wanted, indications=()))
    wider = [e for e in anyone if _for_wider(passage, e, subject)]
    if opened := list({e.id: e for e in (*_opening(passage, wanted), *wider)}.values()):
        when = near_first(passage, cue)
        if phrases.CLOSED.search(cue.clause.words) and _before(when, opened):
            return None
        happening = Happening(
            what=what, noun="access", wanted=wanted, modality=spirit, moments=when
        )
        if approvable.SOLD.search(cue.clause.words) and not phrases.NEGATION.search(passage.low):
            sold = any(e.kind == "approval" for e in opened)
            return None if sold else opinion("contradicted", what, passage, opened)
        found = held_against_dates(passage, happening, opened)
        if found and found.standing == "supported" and (standing := _undone(passage, cue, opened)):
            return opinion(standing, what, passage, opened)
        if found and found.standing == "supported" and _LATER_PLACE.search(cue.clause.words):
            leading = [e for e in opened if _FIRST.search(e.summary)]
            return opinion("contradicted", what, passage, leading) if leading else found
        own = any(e.jurisdiction in where for e in opened)
        return found if found and (own or found.standing == "supported") else None
    if any(e.kind == "approval" for e in anyone):
        return None  # what is approved for one thing may be prescribed for another
    if subject.own and subject.indications and anyone and all(e.indication for e in anyone):
        return opinion("contradicted", what, passage, anyone)
    if first := _opened_elsewhere(passage, cue, wanted):
        return opinion("contradicted", what, passage, first)
    words = cue.clause.words
    aside = (
        _ASKS.search(words, cue.start)
        or _OWN_DOCTOR.search(words)
        or _LONG_AGO.search(words)
        or not _NOW.search(words)
    )
    if inside := _opened_inside(passage, wanted):
        return opinion("supported", what, passage, inside)
    laws = passage.timeline.find(replace(wanted, kinds=frozenset({"law"}), indications=()))
    tried = any("pilot" in law.effect for law in laws)
    wanting = subject.own and not anyone and not tried and not aside
    return opinion("unsourced", what, passage) if wanting else None


def _opened_inside(passage: Passage, wanted: Wanted) -> tuple[Event, ...]:
    """What opened in a part of the place: in a country of a union."""
    up, known = passage.records.jurisdictions.up, _opening(passage, replace(wanted, places=()))
    inside = [e for e in known if set(wanted.places) & set(up(e.jurisdiction))]
    exact = [e for e in inside if set(wanted.indications) & set(e.indication)]
    return tuple(exact or inside)


def _undone(passage: Passage, cue: Cue, opened: list[Event]) -> Standing | None:
    """Whether what opened is said to have been closed then, or to be still to come."""
    dated = any(m.date.year for m in near_first(passage, cue))
    if dated and phrases.CLOSED.search(cue.clause.words):
        return "contradicted"
    to_come = _WILL.search(cue.clause.words[: cue.end]) and not dated
    past = any(e.date.latest < passage.settled for e in opened)
    return "outdated" if to_come and past else None


def _before(when: Sequence[Moment], opened: Sequence[Event]) -> bool:
    """Whether something is told of days before all that opened."""
    ends = [m.date.span[1] for m in when if m.date.year and m.date.span]
    return bool(ends) and max(ends) < min(e.date.earliest for e in opened)


def _for_wider(passage: Passage, event: Event, subject: Subject) -> bool:
    """Whether an event opened the treatment for something of which the stated purpose is a kind."""
    up, compounds = passage.records.indications.up, passage.records.compounds
    return any(
        compound in {w for c in subject.compounds for w in compounds.up(c)}
        and any(own in up(stated) for own in own_ones for stated in subject.indications)
        for compound, own_ones in pairs(event)
    )


def _opened_elsewhere(passage: Passage, cue: Cue, wanted: Wanted) -> tuple[Event, ...]:
    """What opened in the very month that is written, but in another place."""
    every = [m for m in near_first(passage, cue) if m.date.year and m.relation == "on"]
    here = passage.timeline.access(replace(wanted, compounds=(), indications=()))
    own = [e for e in here if e.compound and e.jurisdiction in wanted.places]
    others = [e for e in own if any(m.fits(e) for m in every)]
    if others and not _opening(passage, replace(wanted, indications=())):
        return tuple(others)
    dated = [m for m in every if m.date.month]
    anywhere = [e for e in _opening(passage, replace(wanted, places=())) if e.date.month]
    there = passage.records.jurisdictions.up
    return tuple(
        e
        for e in anywhere
        if any(m.fits(e) and m.relation == "on" for m in dated)
        and not any(p in there(e.jurisdiction) for p in wanted.places)
    )


def _opening(passage: Passage, wanted: Wanted) -> tuple[Event, ...]:
    """What opened the treatment there, an approval included."""
    approved = passage.timeline.find(replace(wanted, kinds=frozenset({"approval"})))
    schemes = [e for e in passage.timeline.find(wanted) if e.kind == "access-scheme"]
    found = {e.id: e for e in (*approved, *passage.timeline.access(wanted), *schemes)}
    return tuple(sorted(found.values(), key=lambda e: e.date))


def _trials_only(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    """ "Available only in trials": overtaken by any way to the treatment that has opened there, or
    in a part of the country."""
    if _spirit(cue) is None or phrases.EVERYWHERE.search(cue.clause.words):
        return
    up = passage.records.jurisdictions.up
    for place in places(passage, cue.clause):
        where = set(_jurisdictions(passage, place))
        for subject in subjects(passage, cue.clause):
            every = passage.timeline.access(Wanted(kinds=_PERMISSION, compounds=subject.compounds))
            here = [e for e in every if not where or where & set(up(e.jurisdiction))]
            if opened := [e for e in here if e.date.latest < passage.now.first]:
                what = stated(passage, cue.clause.start, cue.clause.end)
                yield opinion("outdated", what, passage, opened[::-1])
                return
