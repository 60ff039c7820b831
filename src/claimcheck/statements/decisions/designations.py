"""Designations, passports and vouchers: who holds which, since when, for what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from claimcheck.model.quantity import Count
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.cues import ACCESS, DESIGNATED, GRANTING
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import Party, near_first, parties
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.phrases import NEGATION
from claimcheck.statements.decisions.ranks import ranked
from claimcheck.statements.decisions.recounted import PLANNED
from claimcheck.statements.decisions.timeline import Wanted, until, without
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion, Standing

_PLAINLY = lazy(r"designat|status|voucher|passport|btd|ftd|odd|cnpv|ilap")
_TAKEN_UP = lazy(
    r"\b(?:receiv\w+|got|gets|won|wins|earned|obtained|secured|granted|given|gave|awarded)\s+(it|"
    r"one|the same|"
    r"another|the designation|that status)\b"
)
_THE_SAME = lazy(r"\b(?:the|this|that|such an?|the same) (designation|status|voucher)\b")
_SOME_DESIGNATION = lazy(
    r"\b(?:grant\w*|g[ai]ve\w*|award\w*|receiv\w+|w[io]ns?|ha[sd]|have|holds?|secur\w+|obtain\w+|"
    r"earn\w+)\b"
    r"[^.;,]{0,60}?\b[a-z][\w-]+ designation\b"
)
_NONE_FOR = lazy(
    r"\b(?:none|nothing|not one|no such (?:status|designation)|but not(?: yet)?|not yet)"
    r"(?: \w+){0,3}? (?:for|in)\b"
)
_OF_AGENCY = lazy(r"\b(?:from|by) (?:the )?\w+|[’']s\b")
_BECAME = lazy(
    r"\b(?:became|becomes|become|considered|(?:was|were|been|is|are) (?:made|named|"
    r"declared)) an? \Z"
)
_FOR = lazy(r"[^.;,]{0,40}?\b(?:for|in|to treat|against) (?:[\w-]+ ){0,3}?")
"""From a designation to what it is for."""
_WITHHELD = lazy(
    r"\b(?:denied|refused|rejected|turned down|withh[eo]ld|missed out on|passed over|"
    r"declined|in vain|out of reach)\b"
)
"""In the clause of a designation: it was not given."""
_INSTEAD = lazy(r"\b(?:instead of|rather than|unlike|not an?|before|without) (?:an? |the )?\Z")
_PLAIN = frozenset({"designation"})
_STANDARD = lazy(
    r"\b(?:standard|ordinary|regular|normal) (?:[\w-]+ ){0,2}?review\b|"
    r"\b(?:denied|refused|declined|rejected)\b[^.;,]{0,40}?\bpriority review\b"
)
_ACCEPTED = frozenset({"acceptance"})
_PRIORITY = "priority-review"


_OF_ANY = lazy(
    r"\b(?:drugs|therapies|treatments|medicines|products|compounds|psychedelics|those|any|which) "
    r"(?:that |which )?(?:already |now |currently )?(?:have|has|hold|with|carry|received?|won) "
    r"(?:\w+ ){0,2}?\Z"
)
"""What leads to a designation that is said of whatever has it."""


def designations(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every designation that a sentence says somebody has or has not."""
    for mention, cue in _mentions(passage):
        spirit = modality(cue.clause.words, cue.start, cue.end)
        if spirit.mood != "fact" or not _is_status(passage, mention, cue):
            continue
        if _is_planned(passage, cue):
            continue
        before = passage.low[: mention.start]
        if _OF_ANY.search(before) or _INSTEAD.search(before):
            continue
        if _WITHHELD.search(cue.clause.words):
            spirit = replace(spirit, negated=not spirit.negated)
        for party in chain.from_iterable(map(_each_holder, parties(passage, cue))):
            happening = _happening(passage, mention, cue, party, spirit)
            if happening.wanted.compounds or happening.wanted.holders:
                yield from _judged(passage, cue, happening, party)
    yield from _unknown(passage)
    yield from _none_for(passage)
    yield from _standard(passage)


def _is_planned(passage: Passage, cue: Cue) -> bool:
    """Whether a day that has not passed is told of what is still to be done."""
    ahead_of = any(not m.passed(passage.now) for m in passage.moments(cue.clause) if m.span)
    return ahead_of and PLANNED.search(cue.clause.words) is not None


def _standard(passage: Passage) -> Iterator[Opinion]:
    """A standard review, or none of priority, of an application that had a priority review."""
    for found in _STANDARD.finditer(passage.low):
        cue = Cue("application", *found.span(), passage.clause_at(found.start()))
        spirit = modality(cue.clause.words, cue.start, cue.start)
        if spirit.mood != "fact" or spirit.negated:
            continue
        for party in parties(passage, cue):
            wanted = replace(party.wanted(_ACCEPTED), designation=_PRIORITY)
            given = passage.timeline.find(wanted) if party.subject.compounds else ()
            if given:
                what = stated(passage, cue.clause.start, cue.clause.end)
                yield opinion("contradicted", what, passage, given)


def _none_for(passage: Passage) -> Iterator[Opinion]:
    """ "… and none so far for Y": one for Y is recorded."""
    for found in _NONE_FOR.finditer(passage.low):
        clause = passage.clause_at(found.start())
        ahead_of = [m for m in passage.mentions("designation") if m.end <= found.start()]
        after = [m for m in passage.mentions("indication") if m.start >= found.end()]
        if not ahead_of or not after:
            continue
        cue = Cue("approval", *found.span(), clause)
        for party in parties(passage, cue):
            designation = ahead_of[-1].ids[0]
            wanted = party.wanted(_kinds(passage, designation), designation=designation)
            wanted = replace(wanted, indications=after[0].ids[:1])
            if held := until(passage.timeline.find(wanted), passage.now.first):
                what = stated(passage, found.start(), after[0].end)
                yield opinion("outdated", what, passage, held)


def _unknown(passage: Passage) -> Iterator[Opinion]:
    """A designation that the vocabulary does not hold, by an agency, to a treatment."""
    for found in _SOME_DESIGNATION.finditer(passage.low):
        cue = Cue("approval", *found.span(), passage.clause_at(found.start()))
        spirit = modality(cue.clause.words, cue.start, cue.start)
        denied = spirit.negated or NEGATION.search(found.group())
        if spirit.mood != "fact" or denied:
            continue
        if passage.mentions("designation", cue.clause):
            if _of_unrecorded(passage, cue):
                what = stated(passage, cue.clause.start, cue.clause.end)
                yield opinion("unsourced", what, passage)
            continue
        for party in parties(passage, cue):
            if party.place.agencies and party.subject.own and party.subject.compounds:
                yield opinion(
                    "unsourced", stated(passage, cue.clause.start, cue.clause.end), passage
                )


def _of_unrecorded(passage: Passage, cue: Cue) -> bool:
    """Whether the treatments of a clause are all ones of which no decision is recorded."""
    named = [m.ids[0] for m in passage.mentions("compound", cue.clause)]
    return bool(named) and not any(n in passage.timeline.compounds for n in named)


def _each_holder(party: Party) -> Iterator[Party]:
    """Companies that are told of without a treatment, one by one."""
    if party.subject.compounds:
        yield party
    else:
        yield from (replace(party, holders=(h,)) for h in party.holders or ())


def _mentions(passage: Passage) -> Iterator[tuple[Mention, Cue]]:
    """Every designation where it is named, and where a later clause takes it up ("received it")."""
    for mention in passage.mentions("designation") or _meant(passage):
        clause = passage.clause_at(mention.start)
        yield mention, Cue("approval", mention.start, mention.end, clause)
        for later in passage.clauses:
            again = _TAKEN_UP.search(later.words)
            if again and later.start >= mention.end and not passage.mentions("designation", later):
                yield mention, Cue("approval", *again.span(1), later)


def _meant(passage: Passage) -> Iterator[Mention]:
    """ "X was given the designation": the one that the text around names."""
    around = passage.scope.nearest("designation")
    named = passage.mentions("compound") or passage.mentions("sponsor")
    if named and len({m.ids for m in around}) == 1:
        for found in _THE_SAME.finditer(passage.low):
            if GRANTING.search(passage.clause_at(found.start()).words[: found.start(1)]):
                yield replace(around[0], start=found.start(1), end=found.end(1))


def _is_status(passage: Passage, mention: Mention, cue: Cue) -> bool:
    """Whether the name means the status, not loose praise or a way to patients."""
    name = passage.low[mention.start : mention.end]
    if ACCESS.search(name):
        return False
    if _BECAME.search(passage.low[: mention.start]):
        return True
    granted = GRANTING.search(cue.clause.words) and passage.mentions("agency")
    return bool(DESIGNATED.search(name) or granted)


def _happening(
    passage: Passage, mention: Mention, cue: Cue, party: Party, spirit: Modality
) -> Happening:
    designation = mention.ids[0]
    wanted = party.wanted(_kinds(passage, designation), designation=designation)
    after = (m for m in passage.mentions("indication") if m.start >= mention.end)
    exact = any(_FOR.fullmatch(passage.low, mention.end, m.start) for m in after)
    wanted = replace(wanted, exact=exact)
    if not passage.mentions("agency", cue.clause):
        wanted = without(wanted, "agencies")
    return Happening(
        what=stated(passage, cue.clause.start, cue.clause.end),
        noun="designation",
        wanted=wanted,
        modality=replace(spirit, negated=spirit.negated != party.subject.negated),
        moments=near_first(passage, cue),
        wants_source=party.subject.own and _is_plain(passage, mention, cue),
    )


def _is_plain(passage: Passage, mention: Mention, cue: Cue) -> bool:
    """Whether a name can only mean the status: by itself, or as an agency gives it."""
    if _PLAINLY.search(passage.words(mention).lower()):
        return True
    if passage.low[mention.end :].startswith(" status"):
        return True
    given = GRANTING.search(cue.clause.words) or _OF_AGENCY.search(cue.clause.words)
    return bool(given and passage.mentions("agency", cue.clause))


def _kinds(passage: Passage, designation: str) -> frozenset[str]:
    """The kinds of event under which the records hold a designation."""
    events = passage.timeline.events
    return frozenset(e.kind for e in events if designation in (e.designation, e.kind)) or _PLAIN


def _judged(passage: Passage, cue: Cue, happening: Happening, party: Party) -> Iterator[Opinion]:
    verdict = _at_another_agency(passage, happening) or judge(passage, happening)
    if verdict and verdict.standing == "unsourced":
        verdict = _as_approval(passage, happening, party) or verdict
    if verdict:
        verdict = _counted(passage, cue, happening, verdict)
        yield ranked(passage, cue.clause, happening, party.subject, verdict)


def _as_approval(passage: Passage, happening: Happening, party: Party) -> Opinion | None:
    """An approval of a special sort, where a complete list of approvals has none at all."""
    if not (happening.wanted.designation or "").endswith("approval"):
        return None
    where = {j for a in party.place.agencies for j in passage.timeline.licensing.get(a, ())}
    wanted = Wanted(
        kinds=frozenset({"approval"}),
        compounds=party.subject.compounds,
        places=tuple(sorted(where | set(party.place.jurisdictions))),
    )
    plain = judge(passage, replace(happening, noun="approval", wanted=wanted))
    return plain if plain and plain.standing == "contradicted" else None


def _at_another_agency(passage: Passage, happening: Happening) -> Opinion | None:
    """A designation that exists, but is not given by the agency that the sentence names."""
    wanted, timeline = happening.wanted, passage.timeline
    if happening.modality.negated or not wanted.agencies or timeline.find(wanted):
        return None
    giving = {e.agency for e in timeline.of(wanted.kinds) if e.designation == wanted.designation}
    elsewhere = timeline.find(without(wanted, "agencies"))
    if not elsewhere or giving & set(wanted.agencies):
        return None
    return opinion("contradicted", happening.what, passage, elsewhere)


def _counted(passage: Passage, cue: Cue, happening: Happening, verdict: Opinion) -> Opinion:
    """ "Two breakthrough designations": the number beside the number of events."""
    count = next((c for c in passage.reading.of(Count) if c.end + 1 == cue.start), None)
    several = len({m.ids[0] for m in passage.mentions("sponsor", cue.clause)}) > 1
    if count is None or several or verdict.standing != "supported":
        return verdict
    found = passage.timeline.find(happening.wanted)
    every = passage.timeline.find(without(happening.wanted, "indications"))
    if count.value.value in {len(until(e, passage.now.last)) for e in (found, every)}:
        return verdict
    fewer = count.value.value < len(until(found, passage.now.first))
    standing: Standing = "outdated" if fewer else "contradicted"
    return opinion(standing, happening.what, passage, found)
