"""Figures inside a decision: how much money, how many people or places, how long."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from claimcheck.model.events import Event
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Count,
    Duration,
    Fraction,
    Money,
    Percent,
    Quantity,
    TimePoint,
)
from claimcheck.patterns import Gate, lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.detailfigures import SORTS, Figure, Held, figures, is_same
from claimcheck.statements.decisions.facets import names_party
from claimcheck.statements.decisions.findings import Stated, event_line, opinion
from claimcheck.statements.decisions.lawsigns import refused, refused_in_parts
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.stakes import at_stake, related
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion, Standing
from claimcheck.statements.reading import belonging

_CUES = {
    "access-scheme": lazy(
        r"compassion|allow|permit|\blets?\b|exempt|(?:expanded|special) access|licen[cs]|"
        r"authori[sz]"
    ),
    "law": lazy(
        r"\blaws?\b|\bbill\b|\bact\b|sign|budget|set aside|sets aside|put|giv|gave|fund|grant|spen|"
        r"alloc|approp|approv|earmark|invest|pilot|\bask|vot|pass|provid|pay|paid|measure|allow|may\b|order"
    ),
    "programme": lazy(
        r"fund|grant|program|licen[cs]|giv|gave|award|pay|paid|financ|invest|spen|cost|receiv|"
        r"treat|\bg[eo]ts?\b|\bputs?\b"
    ),
    "meeting": lazy(r"launch"),
    "order": lazy(r"order"),
    "company": lazy(
        r"promis|offer|buy|bought|acqui|takeover|take over|took over|deal|"
        r"paid|pays|paying|sold"
    ),
    "risk-programme": lazy(
        r"dose|dosing|session|treatment|visit|rems|require|must|after|spray|patients"
    ),
    "advisory-vote": lazy(r"vot|panel|committee|advis"),
    "retraction": lazy(r"retract|withdr|pull"),
    "priority-voucher": lazy(r"voucher"),
    "transparency": lazy(r"publish|letter|releas|public"),
    "refusal": lazy(r"told|ask|request|demand|want|need|require|call|order"),
    "quota": lazy(r"quota"),
    "guidance": lazy(r"comment"),
    "safety-communication": lazy(r"warn|alert|report"),
}
"""Words of which one makes a clause one on a decision of the kind."""
GATE = Gate(
    r"million|billion|dollar|\$|€|£|\bpeople\b|patient|person|veteran|adult|hospital|clinic|"
    r"cent(?:re|er)|site|physician|doctor|psychiatrist|hour|minute|member|advis|expert|paper|"
    r"articl|stud|letter|vot|quota|program|voucher|count|cit(?:y|ies)|system|year|case|report|"
    r"phase|trial|compassion|\ballow|\bpermit|\bexempt|of (?:them|whom|these|those)|month"
)
_PROPOSED = lazy(
    r"\b(?:early (?:returns|results)|asked for|sought|propos\w+|original\w*|"
    r"initial\w*|first draft|draft\w*|earlier|would|"
    r"wanted|hoped|request\w*|if|whether|could|might|instead of|rather than|not|never|another|"
    r"further|additional|matched by|private)\b"
)
"""Before a figure: it is not the one that was decided."""
_ANOTHER = lazy(
    r"\b(?:another|an? (?:more|further|additional|new|extra))\b(?= (?:phase|trial|stud))"
)
_FURTHER = lazy(r"\W*(?:further|additional|more|new)\b")
_COMPANION = lazy(r"\w+ (?:companion|sister|related|accompanying)\b")
"""Things that are counted beside one that was named."""
_PART = lazy(
    r"\b(?:one|an?|single|each|every|per) (?:[\w-]+ ){0,2}?(?:clinic|hospital|practice|team|"
    r"group of|physician|doctor|psychiatrist|therapist)\b|\b(?:survey|interview|asked|"
    r"\d+ of (?:their|its|his|her|my))\b"
)
"""Counts of one house, or of those who were asked, are none of all."""
_SINCE = lazy(r"\bsince\b")
_AGO = lazy(r"\bin (?:over |more than |nearly |almost |about |the (?:last|past) )?\Z")
"""Before a length of time: it is how long something had not happened."""
_PARTLY = lazy(
    r"\W*(?:\w+ ){0,3}?(?:per|annually|a (?:year|session|day|person|patient|dose)|of (?:the|which|"
    r"its|that)|fee|more|left|remaining|so far|in fees|milestones?|royalties|"
    r"(?:counted|tallied|reporting))\b"
)
"""After a figure: it is a part, a price or a rate."""
_OF_THEM = lazy(r"\s*(?:(?:of (?:them|whom|these|those|the (?:total|patients))|had|got|with|on|"
                r"received|took|were|for)\b)")  # fmt: skip
_SIDED = lazy(
    r"\b(?:for|against|yes|no|not|favou?r|reject\w*|back\w*|find|found|held|thought|said|saw|"
    r"believed|agreed|felt|judged|disagreed|dissented|abstain\w*|recused|absent)\b"
)
_SOME_MEMBERS = lazy(r"\b(?:core|standing|permanent|regular|temporary|other|additional)\b")
_STUDY = lazy(r"\btrials?\b|\bstud(?:y|ies)\b|\bexperiment|\bsubjects\b|\brandomi|\bphase\b")
_RULE = lazy(r"\brequir\w+|\bmust\b|\brems\b|\blabel\b|\blaws?\b|\brules?\b|\bfda\b|\bhas to\b|"
             r"\bdemand")  # fmt: skip
_SNAPSHOTS = frozenset({"programme"})
"""Kinds whose counts of people are those of a year."""
_REACH = 44
_NEXT = 20
_FAR = 60
"""How far what lasts can stand before how long it does."""


def details(passage: Passage) -> Iterator[Opinion]:
    """The opinions on the figures of decisions."""
    if not GATE.within(passage.low):
        return
    told: set[str] = set()
    for figure in (*map(_out_of, passage.reading.quantities), *_one_more(passage)):
        if not isinstance(figure, Figure):
            continue
        clause = passage.clause_at(figure.start)
        if _aside(passage, clause, figure):
            continue
        if held := [h for h in _recorded(passage, clause, figure) if _suits(passage, h, figure)]:
            for found in _judged(passage, figure, held):
                shown = found.expected or ""
                if found.standing == "supported":
                    told.add(shown)
                elif isinstance(figure, Count) and shown in told:
                    continue  # a part of the number that stands before it
                yield found
        elif isinstance(figure, Money) and (given := _given_to_others(passage, clause, figure)):
            what = Stated(figure.start, figure.end, figure.text)
            yield opinion("contradicted", what, passage, given)


def _one_more(passage: Passage) -> Iterator[Count]:
    """ "Another trial", "a further study": one."""
    for found in _ANOTHER.finditer(passage.low):
        start, end = found.span()
        yield Count(text=found.group(), start=start, end=end, value=Number(Decimal(1), "one"))


def _out_of(quantity: Quantity) -> Quantity:
    """ "One of 89": the number of all."""
    if isinstance(quantity, Fraction) and not quantity.rounded and quantity.numerator.value == 1:
        start, end, text = quantity.start, quantity.end, quantity.text
        return Count(text=text, start=start, end=end, value=quantity.denominator)
    return quantity


def _aside(passage: Passage, clause: Clause, figure: Figure) -> bool:
    """Whether a figure is one that was only proposed, or a part or a rate."""
    before = clause.words[: figure.start]
    if figure.text.lower() == "one studies":  # a verb
        return True
    further = _FURTHER.match(passage.low, figure.end) or _ANOTHER.match(passage.low, figure.start)
    proposed = _PROPOSED.search(before) and not (isinstance(figure, Count) and further)
    beside = isinstance(figure, Count) and _COMPANION.match(passage.low, figure.start)
    denied = not isinstance(figure, Duration | TimePoint) and phrases.NEGATION.search(clause.words)
    since = isinstance(figure, Duration | TimePoint) and _AGO.search(before)
    return bool(since or beside or proposed or denied or _PARTLY.match(passage.low, figure.end))


def _recorded(passage: Passage, clause: Clause, figure: Figure) -> Iterator[Held]:
    """The figures of the same sort in the decisions that the clause can be about."""
    kinds = _kinds(passage)
    for held in figures(passage.records)[SORTS[type(figure)]]:
        told = held.event.kind in kinds and _meant(passage, clause, figure, held)
        if told and at_stake(passage, clause, held.event):
            yield held


def _kinds(passage: Passage) -> frozenset[str]:
    """The kinds of decision of which the sentence has a word."""
    key = "kinds of decision"
    if key not in passage.remembered:
        told = frozenset(kind for kind, cue in _CUES.items() if cue.search(passage.low))
        passage.remembered[key] = told
    found: frozenset[str] = passage.remembered[key]
    return found


def _given_to_others(passage: Passage, clause: Clause, figure: Money) -> tuple[Event, ...]:
    """Laws of the place that gave this very sum, but for other treatments than are named."""
    named = [m.ids[0] for m in passage.mentions("compound", clause)]
    places = {m.ids[0] for m in passage.mentions("jurisdiction")} if named else set()
    return tuple(
        h.event
        for h in _same_sums(passage, figure, places)
        if h.event.kind == "law" and not related(passage, named, h.event.compound)
    )


def _same_sums(passage: Passage, figure: Money, places: Collection[str]) -> Iterator[Held]:
    """The decisions of some places with just that sum, for what the sentence speaks of."""
    for held in figures(passage.records)["money"]:
        here = held.event.jurisdiction in places and _names(passage.low, held.detail.of)
        if here and is_same(figure, held.value, rule=False):
            yield held


def _meant(passage: Passage, clause: Clause, figure: Figure, held: Held) -> bool:
    """Whether the words around a figure name what the recorded one counts or measures."""
    low, detail = passage.low, held.detail
    if isinstance(figure, Duration | TimePoint):
        ands = [m.start - 5 for m in passage.mentions("compound")]  # of a list of treatments
        low = "".join("+" if any(a < i < a + 4 for a in ands) else c for i, c in enumerate(low))
        before = low[max(clause.start, figure.start - _FAR) : figure.start]
        after = low[figure.end : figure.end + _REACH]
        near = f"{before.split(' and ')[-1]} {after.split(' and ')[0]}"
        return _names(near, detail.of)
    if not isinstance(figure, Count):
        parties = {m.ids[0] for m in passage.mentions("sponsor", clause)}
        deal = held.event.kind == "company" and held.event.agency in parties and len(parties) > 1
        return deal or _names(clause.words, detail.of)
    following = low[figure.start : figure.end + _REACH]
    other = next((q.start for q in _numbers(passage) if q.start > figure.start), len(low))
    following = following[: other - figure.start]
    if _names(following.split(", ")[0], detail.of):
        return True
    of = held.event.jurisdiction  # "fifty Swiss"
    own = (m for m in passage.mentions("jurisdiction") if m.ids[0] == of)
    if "person" in detail.of and any(figure.end < m.end < figure.end + _NEXT for m in own):
        return all(c != "'" for c in following[:_NEXT])
    bare = figure.noun is None and figure.high is None and _OF_THEM.match(low, figure.end)
    return bool(bare) and _names(low[: figure.start], detail.of)


def _numbers(passage: Passage) -> Sequence[Quantity]:
    return [q for q in passage.reading.quantities if isinstance(q, Count | Money | Percent)]


def _names(words: str, beginnings: Sequence[str]) -> bool:
    return any(
        all(f" {part}" in f" {words}" for part in beginning.lower().split())
        for beginning in beginnings
    )


def _suits(passage: Passage, held: Held, figure: Figure) -> bool:
    """Whether a figure counts the committee, or people outside studies in the record's year."""
    if isinstance(figure, Count) and held.event.kind == "advisory-vote":
        some = _SOME_MEMBERS.search(passage.low, figure.start, figure.end + _REACH)
        return figure.noun == "member" and not some and not _SIDED.search(passage.low, figure.start)
    if isinstance(figure, Count) and held.event.kind == "law":
        return not (refused(passage.low) or refused_in_parts(passage.low))
    if held.event.kind == "company":
        return all(_is_party(passage, m, held.event) for m in passage.mentions("sponsor"))
    study = _STUDY.search(passage.low) or passage.scope.own.of("trial")
    if held.event.kind == "safety-communication":
        return not study
    if not isinstance(figure, Count) or held.event.kind not in {"programme", "access-scheme"}:
        return True
    if _SINCE.search(passage.low) or _PART.search(passage.low):
        return False
    dated = any(m.date.year for c in passage.clauses for m in passage.moments(c))
    if figure.bound not in {"exact", "at-most"} and not dated:
        return False
    if study and "trial" not in held.detail.of:
        return False
    return held.event.kind not in _SNAPSHOTS or any(
        m.date.year == held.event.date.year for c in passage.clauses for m in passage.moments(c)
    )


def _is_party(passage: Passage, mention: Mention, event: Event) -> bool:
    """Whether a company is one of those between which something was agreed."""
    related = passage.timeline.sponsors.related
    name = passage.words(mention).lower().split()[0].removesuffix("'s").removesuffix("’s")
    parties = (event.agency, *event.holder)
    return name in event.summary.lower() or any(related(mention.ids[0], p) for p in parties)


def _judged(passage: Passage, figure: Figure, held: Sequence[Held]) -> Iterator[Opinion]:
    about = _compound(passage, figure)
    parts = [h for h in held if about and related(passage, about.ids[:1], h.detail.compound)]
    total = [h for h in held if not h.detail.compound and is_same(figure, h.value, rule=False)]
    if about and parts and total:
        parts = total
    meant = parts or held
    rule = bool(_RULE.search(passage.low))
    answers = [is_same(figure, h.value, rule=rule) for h in meant]
    if True not in answers and (None in answers or not answers):
        return
    agreed = True in answers
    if not agreed and isinstance(figure, Money) and _is_anothers(passage, figure):
        return
    if not agreed and isinstance(figure, Money) and not _is_meant(passage, meant):
        return
    shown = meant[answers.index(True)] if agreed else meant[0]
    standing: Standing = "supported" if agreed else "contradicted"
    events = tuple({h.event.id: h.event for h in (shown, *meant)}.values())
    told = f"{event_line(shown.event, passage)}: {shown.detail.figure}"
    what = Stated(figure.start, figure.end, figure.text)
    yield opinion(standing, what, passage, events, expected=told)


def _is_anothers(passage: Passage, figure: Money) -> bool:
    """Whether another decision in one of the places named in the text has just that sum."""
    places = {m.ids[0] for layer in passage.scope.layers for m in layer.of("jurisdiction")}
    of = passage.timeline.jurisdiction_of
    places |= {of.get(m.ids[0], "") for layer in passage.scope.layers for m in layer.of("agency")}
    return any(True for _ in _same_sums(passage, figure, places))


def _is_meant(passage: Passage, held: Sequence[Held]) -> bool:
    """Whether the text names the treatment, the place or the parties of a decision on money."""
    names = [m for layer in passage.scope.layers for m in layer.mentions]
    compounds = [m.ids[0] for m in names if m.kind == "compound"]
    parties = [m for m in names if m.kind in {"sponsor", "jurisdiction"}]
    agencies = {m.ids[0] for m in names if m.kind == "agency"}
    return any(
        related(passage, compounds, h.event.compound)
        or h.event.agency in agencies
        or any(names_party(passage, m, h.event) for m in parties)
        for h in held
    )


def _compound(passage: Passage, figure: Figure) -> Mention | None:
    """The one treatment that belongs to a number, if just one does."""
    named = passage.mentions("compound")
    numbers = [q for q in _numbers(passage) if isinstance(q, Count)]
    after = min((q.start for q in numbers if q.start > figure.start), default=len(passage.low))
    if len({m.ids[0] for m in named if figure.end <= m.start < after}) > 1:
        return None
    found: Mention | None = belonging(figure, numbers, named, passage.text)
    return found if found and found.ids else None
