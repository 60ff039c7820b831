"""Approvals of medicines: granted, not granted, the first, the only one, alone or with another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.model.events import Event
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import approvable
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.cues import Kind
from claimcheck.statements.decisions.findings import nothing_listed, opinion, stated
from claimcheck.statements.decisions.happenings import Happening, judge
from claimcheck.statements.decisions.moods import Modality, modality
from claimcheck.statements.decisions.parties import near_first, verb_of
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.patterns import SEASON
from claimcheck.statements.decisions.places import Place, named_places, places
from claimcheck.statements.decisions.ranks import ranked
from claimcheck.statements.decisions.subjects import Subject, apposed, subjects
from claimcheck.statements.decisions.timeline import Wanted, until
from claimcheck.statements.decisions.tokens import exceptions, purposes
from claimcheck.statements.nouns import Opinion, Standing

KINDS = frozenset({"approval"})
REMARK = (
    "loosely worded: use is permitted there under special rules, but no product has been approved"
)
_NOUN = lazy(
    r"[’']s |nod|blessing|consent|approvals?\Z|marketing|notice|green|go-ahead|the nod|"
    r"authori[sz]ation"
)
_HAVING = lazy(
    r"\b(?:received?|receives|w[io]ns?|gain(?:ed|s)?|secur(?:ed|es)|obtain(?:ed|s)|earn(?:ed|s)|"
    r"got|gets|"
    r"grant(?:ed|s)|g[ai]ve[sn]?|has|have|had|holds?|held|achiev(?:ed|es)|clinch(?:ed|es)|"
    r"scor(?:ed|es)|"
    r"land(?:ed|s)|nab(?:bed|s)|carr(?:y|ies|ied)|issued|extended|announced|under|since|after|"
    r"following|"
    r"upon|despite|with|no|not|without|lacks?|lacking|yet)\b[^.;,]{0,60}\Z"
)
_FOLLOWED = lazy(
    r"^[^.;]{0,50}?\b(?:came|followed|arrived|was granted|was given|was announced|was issued|"
    r"has been granted|has not|have not|had not|was extended|marked|made|dates? (?:from|back))\b"
)
_PURPOSE = lazy(
    r"\b(?:for|to treat|as an?|use|uses|indications?|psychiatr\w+|mental|off-label|children|"
    r"adolescents)\b"
)
_UNNAMED_PURPOSE = lazy(
    r"^[^.;,]{0,40}?\b(?:for|to treat|as an?)\s+(?!(?:use|sale|marketing|adults|patients|people|"
    r"medical|general|"
    r"prescription|treating|human|the (?:treatment|first|market|public|us|u\.s)|their|its|this|"
    r"that|any|"
    r"clinical use|certain|some|the|an?|those|nasal|monotherapy|stand-?alone|breakthrough|drug|"
    r"medicine|"
    rf"treatment|therapy|years|more|some\w*|early|late|mid|20\d\d|(?:the )?{SEASON})\b)\w"
)
_USE = lazy(r"\s+(?:of )?(?:the |for )?(?:\w+ )?(?:use|using|access|prescri\w+)\b")
"""After "approved": the use is, not a product."""
_BY_AGENCY = lazy(
    r"[’']s |nod|blessing|consent|add|extend|expand|widen|broaden|ok|sign|wav|g[ai]ve|regist|"
    r"authori[sz]ation|made it|makes it|got"
)
_CLEARED_IT = lazy(r"(?:cleared|released|approved) (?:it|them|the study|the trial)\b")
_SUM = lazy(r"\s+(?:[\w-]+ ){0,3}?(?:[$€£]|[au]?\$|\d[\d.,]* ?(?:million|billion|m\b|bn\b))")
"""After "approved": money is."""
_PAYER = lazy(
    r"\b(?:insur(?:ers?|ance)|payers?|medicaid|medicare|health plans?|employers?)\b[^.;,]{0,24}\Z"
)
"""Before "approve": who pays does, case by case."""
_HELD = lazy(r"\bholds?\b|\btrials?\b|\bstud(?:y|ies)\b")
_REGULATOR = lazy(r"\b(?:regulators?|authorit(?:y|ies)|agency)\b")
_REMOVED = lazy(
    r"\b(?:withdr[ae]wn?|withdrew|revok\w+|rescind\w*|suspend\w*|cancel\w*|lost|los(?:es|ing))\b"
    r"[^.;,]{0,20}\Z"
)
"""Before "approval": it was taken back, or was not."""
_PRESUPPOSED = lazy(
    r"\b(?:since|after|following|upon|despite)\s+(?:(?:its|the|their|this|that)\s+)?"
    r"(?:(?!(?:no|not|any)\b)[\w.’'-]+\s+){0,2}\Z"
)
"""Before "approval": it was had, whatever the rest of the sentence denies."""
_TRIAL = lazy(r"\btrials?\b|\bstud(?:y|ies)\b")
_INVESTIGATED = lazy(r"\bunder investigation\b|\binvestigational\b|\bexpanded[- ]access\b")
_WORD = lazy(r"\w+")
_ONE_WORD = lazy(r"(?:[\w-]+ )?")
_FOR_ANYTHING = lazy(r"\bfor (?:anything|any (?:use|purpose|disorder|condition|indication))\b")
_CLEARANCE = frozenset({"trial-clearance"})
_AS_MEDICINE = ("medicine", "drug", "product", "treatment", "therapy")
_OTHER_LEAVE = lazy(r"\b(?:trial|study|research|import|export|prior|emergency|insurance)[- ]\Z")
_DOMINANT: tuple[Kind, ...] = (
    "refusal",
    "vote",
    "application",
    "law",
    "petition",
    "access",
)


def approvals(passage: Passage) -> Iterator[Opinion]:
    """The opinions on every approval that a sentence affirms or denies."""
    for cue in passage.of_kind("approval"):
        spirit = _spirit(passage, cue)
        if spirit is None or approvable.ANOTHER.match(passage.low, cue.start):
            continue
        for place in places(passage, cue.clause, passage.timeline.licensing):
            for subject in _subjects(passage, cue):
                yield from _judged(passage, cue, spirit, place, subject)


def _subjects(passage: Passage, cue: Cue) -> tuple[Subject, ...]:
    """What was approved: in "…, an approved medicine" what stands before the comma."""
    if one := apposed(passage, cue.clause, cue.start):
        return (replace(one, indications=purposes(passage, cue.clause)),) if one.compounds else ()
    return subjects(passage, cue.clause, verb=verb_of(passage, cue))


def about_treatment(passage: Passage, cue: Cue) -> bool:
    """Whether a cue of approval speaks of treatments, not of trials, measures or prescribers."""
    before = passage.low[cue.clause.start : cue.start]
    after = cue.clause.words[cue.end : cue.end + 90]
    if _CLEARED_IT.match(passage.low, cue.start) and _HELD.search(passage.low[: cue.start]):
        return False
    if any(
        m.start <= cue.end + 1 for m in passage.mentions("indication") if m.start > cue.end
    ) and (passage.low.startswith("clear", cue.start)):  # patients were cleared of it
        return False
    if any(p.match(after) for p in (_SUM, approvable.TO_STUDY, approvable.OTHER_OBJECTS)):
        return False
    if approvable.OTHER_SUBJECTS.search(before) or _PAYER.search(before):
        return False
    adjective = approvable.ATTRIBUTE.match(after)
    label = passage.low.startswith("label", cue.start)
    if adjective is None or label or approvable.PREDICATE.search(before):
        return True
    end = cue.end + adjective.end()
    return any(cue.end <= m.start < end for m in passage.mentions("compound"))


def other_purpose(passage: Passage, cue: Cue) -> bool:
    """Whether right after the cue a purpose stands ("approved for pain"), not the treatment."""
    found = _UNNAMED_PURPOSE.match(cue.clause.words[cue.end :])
    start = cue.end + found.end() - 1 if found else 0
    named = (m.start for m in passage.mentions("compound", cue.clause) if m.start >= start)
    return bool(found) and not any(_ONE_WORD.fullmatch(passage.low, start, n) for n in named)


def is_noun(passage: Passage, cue: Cue) -> bool:
    """Whether the cue is a noun ("approval"), not a verb or an adjective."""
    return bool(_NOUN.match(passage.low[cue.start : cue.end]))


def _spirit(passage: Passage, cue: Cue) -> Modality | None:
    """How the approval is stated; None where it is not stated as a fact at all."""
    noun = is_noun(passage, cue)
    if passage.asked or not about_treatment(passage, cue) or _outranked(passage, cue, noun):
        return None
    if _BY_AGENCY.match(passage.low[cue.start : cue.end]) and not _by_agency(passage, cue):
        return None
    words = cue.clause.words
    spirit = modality(words, cue.start, cue.end, noun=noun)
    still = ahead(cue.clause) if noun else None
    if still and still.manner == "awaited" and still.start >= cue.end:
        return None
    if spirit.mood != "fact" or (noun and not _stated(passage, cue)):
        return None
    if noun and _OTHER_LEAVE.search(words[: cue.start]):
        return None
    if _REMOVED.search(words[: cue.start]):
        return replace(spirit, negated=False, yet=True) if spirit.negated else None
    if noun and _PRESUPPOSED.search(words[: cue.start]):
        return replace(spirit, negated=False, yet=False)
    if passage.low[cue.start : cue.start + 2] == "un":
        spirit = replace(spirit, negated=not spirit.negated)
    if words[cue.start : cue.end].strip() in {"approve", "approving"} and not spirit.negated:
        return None
    return spirit


def _by_agency(passage: Passage, cue: Cue) -> bool:
    """Whether an agency that approves is named: the verb alone may mean anything."""
    if _OTHER_LEAVE.search(cue.clause.words[: cue.start]):
        return False
    if passage.low[: cue.end].endswith(_AS_MEDICINE):
        return True
    licensing = passage.timeline.licensing
    if any(m.ids[0] in licensing for m in passage.mentions("agency", cue.clause)):
        return True
    return bool(_REGULATOR.search(cue.clause.words) and named_places(passage, cue.clause))


def _outranked(passage: Passage, cue: Cue, noun: bool) -> bool:
    """Whether the clause is about something else: a refusal, a vote, a bill."""
    sold = approvable.AS_MEDICINE.search(cue.clause.words)  # not only used
    if passage.beside(cue, *(k for k in _DOMINANT if not (sold and k == "access"))):
        return True
    designated = bool(passage.mentions("designation", cue.clause))
    return noun and designated


def _stated(passage: Passage, cue: Cue) -> bool:
    """Whether a bare "approval" is said to have been had, or is dated."""
    before, after = cue.clause.words[: cue.start], cue.clause.words[cue.end :]
    dated = bool(passage.moments(cue.clause))
    return dated or bool(_HAVING.search(before) or _FOLLOWED.match(after))


def _judged(
    passage: Passage, cue: Cue, spirit: Modality, place: Place, subject: Subject
) -> Iterator[Opinion]:
    wanted = _wanted(passage, cue, place, subject)
    if subject.whole:
        yield from _class(passage, cue, spirit, wanted, subject)
        return
    happening = Happening(
        what=stated(passage, cue.clause.start, cue.clause.end),
        noun="approval",
        wanted=wanted,
        modality=replace(spirit, negated=spirit.negated != subject.negated),
        moments=near_first(passage, cue),
        loose=_loose(passage, cue, wanted, place),
        near=passage.timeline.access(replace(wanted, indications=(), alone=None)),
        remark=REMARK,
        wants_source=subject.own and not place.hinted,
        decisive=bool(place) or not _somewhere(passage, wanted),
    )
    if _uncertain(passage, cue, happening, subject):
        return
    verdict = judge(passage, happening)
    if verdict and verdict.standing == "unsourced" and (used := _only_used(cue, happening)):
        yield opinion("contradicted", happening.what, passage, used)
    elif verdict:
        yield ranked(passage, cue.clause, happening, subject, verdict)


def _wanted(passage: Passage, cue: Cue, place: Place, subject: Subject) -> Wanted:
    """An agency stands for the jurisdictions in which it is said to approve."""
    licensing = passage.timeline.licensing
    where = {j for a in place.agencies for j in licensing.get(a, ())} | set(place.jurisdictions)
    return Wanted(
        kinds=KINDS,
        compounds=subject.compounds,
        indications=subject.indications,
        places=tuple(sorted(where)),
        alone=True if approvable.ALONE.search(cue.clause.words) else None,
    )


def _loose(passage: Passage, cue: Cue, wanted: Wanted, place: Place) -> tuple[Event, ...]:
    """Access short of approval, which a text may call approval unless it speaks of a product."""
    if approvable.PRODUCT.search(cue.clause.words) or not (wanted.places or place.vague):
        return ()
    opened = passage.timeline.access(wanted)
    use_only = not place.agencies or _USE.match(cue.clause.words[cue.end :])
    return tuple(e for e in opened if use_only or e.kind != "access-scheme")


def _only_used(cue: Cue, happening: Happening) -> tuple[Event, ...]:
    """Leave to use a medicine there which is said to be sold: it is none to sell it."""
    if not approvable.SOLD.search(cue.clause.words):
        return ()
    return tuple(
        e
        for e in happening.near
        if e.kind == "access-scheme" and e.jurisdiction in happening.wanted.places
    )


def _somewhere(passage: Passage, wanted: Wanted) -> bool:
    """Whether the treatment may be used anywhere, which an approval without a place could mean."""
    return bool(passage.timeline.access(replace(wanted, places=())))


def _of_form(passage: Passage, happening: Happening, subject: Subject) -> bool:
    """Whether a form of a treatment is named ("X lozenges") that no approval of it tells of."""
    form = {word.removesuffix("s") for word in _WORD.findall(subject.name.lower())}
    told = [_WORD.findall(e.summary.lower()) for e in passage.timeline.find(happening.wanted)]
    return len(form) > 1 and bool(told) and not any(form <= set(words) for words in told)


def _uncertain(passage: Passage, cue: Cue, happening: Happening, subject: Subject) -> bool:
    """Whether a study was cleared, or the purpose is one that the vocabulary does not know."""
    cleared = replace(happening.wanted, kinds=_CLEARANCE, alone=None)
    if _TRIAL.search(passage.low) and passage.timeline.find(cleared):
        return True
    if _INVESTIGATED.search(cue.clause.words):
        return True
    if happening.modality.negated and _of_form(passage, happening, subject):
        return True
    if happening.wanted.indications or happening.wanted.alone:
        return False
    rest = cue.clause.words[cue.end :]
    if happening.modality.negated:
        rest = _FOR_ANYTHING.sub(" ", rest)
        return bool(_PURPOSE.search(rest)) and bool(passage.timeline.find(happening.wanted))
    return other_purpose(passage, cue) and bool(passage.timeline.find(happening.wanted))


def _class(
    passage: Passage, cue: Cue, spirit: Modality, wanted: Wanted, subject: Subject
) -> Iterator[Opinion]:
    """A class of treatments: judged only where every member agrees."""
    timeline = passage.timeline
    set_apart = exceptions(passage)
    members = [c for c in subject.compounds if c not in set_apart]
    entry = timeline.complete(replace(wanted, compounds=tuple(members)), passage.now.last)
    approved = timeline.find(replace(wanted, compounds=tuple(members)))
    what = stated(passage, cue.clause.start, cue.clause.end)
    past = until(approved, passage.now.first)
    if spirit.negated and past and not set_apart:
        overtaken: Standing = "outdated" if spirit.yet else "contradicted"
        yield opinion(overtaken, what, passage, tuple(reversed(past)))
    if entry is None or approved:
        return
    listed = nothing_listed(entry, passage, "approval")
    if spirit.negated:
        yield opinion("supported", what, passage, expected=listed)
    elif wanted.indications and not timeline.find(replace(wanted, compounds=())):
        yield opinion("contradicted", what, passage, expected=listed)
