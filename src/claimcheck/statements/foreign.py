"""What a sentence names that none of the records speaks of which seem to bear it out.

Figures and dates that fit do not make true what is said of another drug, disease, institution or
country: such a sentence is not called supported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from claimcheck.model.findings import Suggestion
from claimcheck.patterns import lazy
from claimcheck.statements.measured import all_told
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Family, Records
from claimcheck.statements.trials.people import words_of

Kind = Literal["compound", "indication", "sponsor", "jurisdiction", "agency"]
KINDS: tuple[Kind, ...] = ("compound", "indication", "sponsor", "jurisdiction", "agency")
LISTS = {"agency": "agencies"}
_ELSEWHERE = ("sponsor", "jurisdiction", "agency")
"""Names of those beside whom a sentence may name others that have to do with what it tells."""
_DENIED = lazy(r"\b(?:no|not|never|nor|neither|none|without)\b|n[’']t\b")
"""What is not approved for a disease is not on record as approved for another; what people of a
trial did not take was not tested there."""
CLAUSE = lazy(r";|,\s(?:and|but|while|whereas|where|which|who|the|an?)\s")
"""Begins what a sentence adds, which may be of others."""
_OR = lazy(r"\b(?:or (?:[\w-]+ )?|the )\Z")
"""Before what is no disease of the trial: "vital signs or suicidality", "the anaesthetic"."""
_ASIDE = lazy(
    r"\b(?:unlike|like|such as|similar to|as (?:in|with|did)|previous\w*|prior|earlier|before|"
    r"history|lifetime|comorbid\w*|also|too|other|others|another|whereas|while|approv\w+|"
    r"maker|abstain\w*|exclud\w+|experience|plan\w*|users?|use(?! disorder)|instead|rather|"
    r"most|many|some|several|few|lived|later|next|since|future|should|would|could|might|may|author|"
    r"already|journal)\b"
)
"""What tells that a drug or disease is not that of a trial."""

_NEXT = lazy(r"[,;:]|\b(?:while|whereas|since|before)\b")
"""Begins what is told after it."""


def borne_out(
    found: tuple[Opinion, ...], reading: Reading, records: Records
) -> tuple[Opinion, ...]:
    """The opinions; where all support a sentence that names what no record of theirs has, none."""
    if not found or any(one.standing != "supported" for one in found):
        return found
    if _DENIED.search(reading.low) and not any(one.trials for one in found):
        return found
    if any(strange(kind, found, reading, records) for kind in KINDS):
        return ()
    return all_told(found, [*_texts(found, records)], reading, records)


def strange(
    kind: Kind, found: Sequence[Opinion], reading: Reading, records: Records
) -> list[Mention]:
    """The names of a kind in a sentence that the records neither list nor mention, though they
    list others."""
    named = tuple(m for m in reading.scope.own.of(kind) if not is_inside(m, reading))
    if kind == "compound":  # others people may take anyway
        tested = records.trials_by_compound
        named = tuple(m for m in named if any(i in tested for i in m.ids))
    known = set(_listed(kind, found, records)) if named else set()
    others = _beyond(kind, named, known, records) if known else []
    begins = CLAUSE.search(reading.low) if others else None
    end = begins.start() if begins else len(reading.low)
    others = [m for m in others if m.start < end and not _is_aside(m, kind, reading.low)]
    if not others or (kind in _ELSEWHERE and len(others) < len(named)):
        return []
    told = {i for text in _texts(found, records) for m in records.names.find(text) for i in m.ids}
    return _beyond(kind, others, told, records)


def misnamed(text: str, name: Mention, known: str, record: str, told: Sequence[Opinion]) -> Opinion:
    """That a name in a text is not the one that a record has; `told` is what bears out the rest."""

    def each(field: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(i for one in told for i in getattr(one, field)))

    said = text[name.start : name.end]
    return Opinion(
        standing="contradicted",
        start=name.start,
        end=name.end,
        found=said,
        expected=known,
        message=f"draft: {said}; {record}: {known}",
        trials=each("trials"),
        events=each("events"),
        references=each("references"),
        suggestion=Suggestion(known),
    )


def is_inside(name: Mention, reading: Reading) -> bool:
    """Whether a name is but a part of another one ("Centre for Addiction and Mental Health")."""
    length = name.end - name.start
    others = reading.scope.own.mentions
    return any(
        o.start <= name.start and name.end <= o.end and o.end - o.start > length for o in others
    )


def _beyond(
    kind: Kind, named: Sequence[Mention], known: set[str], records: Records
) -> list[Mention]:
    """The names that have nothing in common with what is known: neither are they forms of it, nor,
    of drugs and diseases, forms of the same or like it in their letters, as relatives are."""
    family: Family = getattr(records, LISTS.get(kind, f"{kind}s"))
    if kind in _ELSEWHERE:
        return [m for m in named if not any(family.related(i, k) for i in m.ids for k in known)]
    wide = {wider for one in known for wider in family.up(one)}
    return [
        m
        for m in named
        if not any(family.up(i) & wide or any(i in k or k in i for k in known) for i in m.ids)
    ]


def _listed(kind: Kind, found: Sequence[Opinion], records: Records) -> Iterator[str]:
    """The names of a kind that the records list on which opinions rest."""
    base = records.base
    for trial in (base.trial[ident] for one in found for ident in one.trials):
        if kind == "compound":
            yield from records.given(trial)
        elif kind == "jurisdiction":
            yield from trial.countries
        elif kind != "agency":
            yield from getattr(trial, kind)
        if kind == "indication":
            rated = {outcome.scale for outcome in trial.outcomes}
            yield from (i for s in base.vocabulary.scales if s.id in rated for i in s.measures)
    for event in (base.event[ident] for one in found for ident in one.events):
        listed = getattr(event, "holder" if kind == "sponsor" else kind)
        yield from (listed,) if isinstance(listed, str) else listed


def _texts(found: Sequence[Opinion], records: Records) -> Iterator[str]:
    """What the records say in words on which opinions rest."""
    base = records.base
    for one in found:
        yield from (words_of(base.trial[ident], records) for ident in one.trials)
        yield from (base.event[ident].summary for ident in one.events)
        yield from (base.claim[ident].statement for ident in one.claims)


def _is_aside(name: Mention, kind: Kind, low: str) -> bool:
    """Whether something else than what the sentence is on is told of a drug or a disease."""
    before = low[max(0, name.start - 30) : name.start]
    if _DENIED.search(before) or (kind == "indication" and _OR.search(before)):
        return True
    after = _NEXT.split(low[name.end : name.end + 25])[0]
    return bool(_ASIDE.search(before) or _ASIDE.search(after))
