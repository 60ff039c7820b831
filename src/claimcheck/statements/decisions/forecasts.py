"""What is foreseen of decisions: overtaken where it was decided or its day has passed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable, phrases
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.approvals import about_treatment, is_noun, other_purpose
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.moments import Moment
from claimcheck.statements.decisions.moods import modality
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.places import Place, places
from claimcheck.statements.decisions.subjects import Subject, subjects
from claimcheck.statements.decisions.timeline import Wanted, in_force, until
from claimcheck.statements.nouns import Opinion

_DECISIONS = frozenset({"approval", "refusal"})
_ARRIVAL = lazy(
    r"\b(?:reach|hit|come to|be on|be in|enter|get to|bring (?:[\w’'-]+ ){1,7}?to) "
    r"(?:the )?(?:market|pharmac\w+|clinics?|patients)\b"
    r"|\bbe(?:com(?:e|es|ing)|ing)? (?:an? )?(?:[\w-]+ )?(?:legal|prescription|prescribable|"
    r"licensed|commercial\w*)\b"
    r"|\bbe (?:legal|legali[sz]ed|prescribed|prescribable|commerciali[sz]ed|marketed|launched)\b"
    r"|\b(?:be|become) (?:commercially available|available (?:(?:by|on|for) prescription|"
    r"to patients|"
    r"in pharmacies|as a))\b|\bbe (?:able|allowed|permitted) to prescribe\b|\bprescribable\b"
    r"|\b(?:be )?(?:sell(?:ing)?|sold|on sale|marketing|launch(?:ing)?) "
    r"(?:[\w-]+ ){0,3}?(?:in|by|before|from|as|capsules|tablets|to patients|commercially)\b"
    r"|\blegali[sz]ation\b"
)
_DECISION = lazy(
    r"\b(?:fda|ema|mhra|agency|regulators?)(?:['’]s)? (?:decision|verdict|ruling|approval)\b|"
    r"\b(?:decision|verdict|ruling)(?: on [\w-]+)? (?:from|by|of) (?:the )?"
    r"(?:fda|ema|mhra|agency|regulators?)\b|\blicen[cs](?:ing|ure)(?= of\b)"
)
_AGAIN = lazy(
    r"\b(?:again|re-?appl\w+|re-?submi\w+|another|further|additional|despite|delay\w*|setbacks?|"
    r"reject\w*|refus\w*|"
    r"complete response|label|expand\w*|broader|generic|new trial|after all|still (?:possible|"
    r"hope))\b"
)
_PERMITTED = lazy(r"\b(?:may|can|cannot)\b")


def forecasts(passage: Passage) -> Iterator[Opinion]:
    """The opinions on approvals and other ways to patients that a sentence foresees."""
    for cue in _cues(passage):
        words, still = cue.clause.words, ahead(cue.clause)
        awaited = still and still.manner == "awaited" and still.end <= cue.start
        if _AGAIN.search(passage.low):
            continue
        if phrases.ELUSIVE.match(words[cue.end :]) or phrases.OPEN_ENDED.search(words):
            continue
        noun = is_noun(passage, cue) or passage.low[: cue.end].endswith("ation")
        if cue.kind == "access":
            words = _PERMITTED.sub(lambda m: "#" * len(m.group()), words)
        if (
            cue.kind == "review"
            or (awaited and near_first(passage, cue))
            or modality(words, cue.start, cue.end, noun=noun).mood == "forecast"
        ):
            yield from _judged(passage, cue)


def _cues(passage: Passage) -> Iterator[Cue]:
    """Approvals of treatments, and words for reaching patients."""
    for cue in passage.of_kind("approval"):
        if about_treatment(passage, cue) and not passage.beside(cue, "vote", "refusal"):
            yield cue
    for found in phrases.FOREMOST.finditer(passage.low):
        yield Cue("review", *found.span(), passage.clause_at(found.start()))
    for found in _DECISION.finditer(passage.low):
        if approvable.OTHER_OBJECTS.match(passage.low[found.end() :]):
            continue
        clause = passage.clause_at(found.start())
        still = ahead(clause)
        if (
            still
            and still.manner == "awaited"
            and any(m.date.year for m in passage.moments(clause))
        ):
            yield Cue("review", *found.span(), clause)
    for found in _ARRIVAL.finditer(passage.low):
        yield Cue("access", *found.span(), passage.clause_at(found.start()))


def _judged(passage: Passage, cue: Cue) -> Iterator[Opinion]:
    what = stated(passage, cue.clause.start, cue.clause.end)
    moments = [m for m in near_first(passage, cue) if m.date.year]
    for place in places(passage, cue.clause, _deciding(passage)):
        bare = bool(place.agencies) and not place.hinted
        for subject in subjects(passage, cue.clause, bare=bare):
            if not subject.indications and other_purpose(passage, cue):
                continue
            events = _overtaking(passage, cue, place, subject, moments)
            if events is not None:
                yield opinion(
                    "outdated", what, passage, events, expected=_expected(events, moments)
                )
                return


def _deciding(passage: Passage) -> frozenset[str]:
    agencies = {e.agency for e in passage.timeline.of(frozenset({"scheduling", "access-scheme"}))}
    return frozenset(agencies | set(passage.timeline.licensing))


def _expected(events: Sequence[Event], moments: Sequence[Moment]) -> str:
    return (
        "" if events else f"{moments[0].date.text} has passed, and nothing of the kind is recorded"
    )


def _overtaking(
    passage: Passage, cue: Cue, place: Place, subject: Subject, moments: Sequence[Moment]
) -> tuple[Event, ...] | None:
    """The events that overtook a forecast; empty where only its day has passed; None if neither."""
    decided = _decided(passage, cue, place, subject)
    if moments:
        if not all(m.passed(passage.now) for m in moments):
            return None
        known = subject.compounds and not subject.whole
        return tuple(reversed(decided)) if known else None
    return tuple(reversed(decided)) if decided and not subject.whole else None


def _decided(passage: Passage, cue: Cue, place: Place, subject: Subject) -> tuple[Event, ...]:
    """Approvals and refusals of the treatment, and access where that was foreseen."""
    licensing = passage.timeline.licensing
    of = passage.timeline.jurisdiction_of
    where = {j for a in place.agencies for j in licensing.get(a, {of.get(a, "")})}
    wanted = Wanted(
        kinds=_DECISIONS,
        compounds=subject.compounds,
        indications=subject.indications,
        places=tuple(sorted(where | set(place.jurisdictions))),
    )
    found = tuple(
        e for e in passage.timeline.find(wanted) if e.agency in licensing and not e.schedule
    )
    if cue.kind == "access" and wanted.places:
        found = (*found, *passage.timeline.access(replace(wanted)))
    found = tuple(e for e in found if in_force(e, passage.now.first))
    return until(sorted(found, key=lambda e: e.date), passage.settled)
