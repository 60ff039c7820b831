"""Sentences that tell of two things: each part is judged as a sentence of its own.

"X randomised 90 people, while the agency turned Y down": what is said of one says nothing of the
other. A sentence falls apart at a semicolon, a dash or a comma with a conjunction where either side
has a verb and, as its own subject, a trial, a drug or an institution that has nothing to do with
those of the other. A side that leans on the other (on its subject, or on nothing but a place) stays
with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimcheck.classes import dataclass
from claimcheck.model.drafts import Sentence
from claimcheck.patterns import lazy
from claimcheck.statements.decisions.lawnames import names_law
from claimcheck.statements.decisions.lawstatements import bills_of
from claimcheck.statements.names import Mention, NameKind
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer, Scope
from claimcheck.statements.trials.headed import told_alone

_JOINT = lazy(
    r"(?<=[\w)%’”\"'.])(?:;\s+(?:(?:and|but|while|meanwhile)\s)?|\s[–—]\s(?:(?:and|but)\s)?|"
    r",\s(?:and|but|while|whereas|though|although|yet)\s)"
)
_WEAK = lazy(r",\s(?:and|but|yet)\b")
"""A joint after which the same subject may go on: ", and enrolled 90"."""
_DASH = lazy(r"\s[–—]\s")
_VERB = lazy(
    r"\b(?:is|are|was|were|has|have|had|did|does|may|can|will|must|would|could|gave|took|ran|won|"
    r"lost|went|got|gets?|came|comes|began|met|found|finds|showed|shows|beat|fell|rose|led|leads|"
    r"put|set|made|makes|said|says|cut|drew|held|holds|stood|sent|let|lets|paid|kept|saw|chose|"
    r"drank|wrote|tells?|told|remains?|stands?|carries|goes|\w{3,}(?<!expand)(?<!bas)ed)\b"
)
"""A finite verb, or what looks like one."""
_LEANS = lazy(
    r"(?:its|their|it|they|he|she|both|each|this|that|these|those|which|who|whose|neither|all|"
    r"some|most|more|so|the (?:same|latter|other|others|two|trial|study|drug|rest))\b"
)
"""Begins a part that goes on about the one before."""
_TAKES_UP = lazy(r"\b(?:it|them|one|so|too|also|likewise|followed|did)\b")
"""In a part that names no drug: it is on that of the part before."""
_NAME = lazy(r"[A-Z][^\W_]+")
"""Within a sentence: the name of somebody or something."""
_DECIDES = lazy(
    r"\b(?:advis[eo]rs?|panel|committee|voters|lawmakers|legislat\w+|breakthrough|designation|"
    r"approv\w+|licen[cs]\w+|reject\w+|voted|vouchers?|retract\w+|appl\w+)\b"
)
"""In a part that names no trial: it tells of a decision."""
_CLEARED = lazy(
    r"\b(?:approv\w+|licen[cs]\w+|allow\w*|clear\w*|permi\w+|authori\w+|refus\w+|reject\w+|"
    r"turned down)\b"
)
"""In both parts: the agency that is named in the first may have decided the second."""
_SUBJECTS: tuple[NameKind, ...] = (
    "trial",
    "author",
    "compound",
    "sponsor",
    "agency",
    "jurisdiction",
)
_SHORTEST = 24
"""Characters below which a part tells too little to stand alone."""


def apart(scope: Scope, records: Records) -> list[tuple[int, Scope]]:
    """The parts of a sentence that tells of several things, each with where it begins; none if it
    tells of one. An earlier part stands before a later one as a sentence before it would."""
    cuts = list(_cuts(scope, records))
    if not cuts:
        return []
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(scope.text)]
    sentence, found, before = scope.sentence, [], scope
    earlier, layers = scope.earlier, scope.layers[1:]
    for start, end in zip(starts, ends, strict=True):
        text = scope.text[start:end]
        part = Sentence(sentence.block, sentence.start + start, sentence.start + end, text)
        own = (m for m in scope.own.mentions if start <= m.start and m.end <= end)
        moved = tuple(replace(m, start=m.start - start, end=m.end - start) for m in own)
        layer = Layer(text, moved)
        before = replace(scope, sentence=part, layers=(layer, *layers), earlier=earlier, notes={})
        found.append((start, before))
        earlier, layers = (part, *earlier), before.layers
    return found


def _cuts(scope: Scope, records: Records) -> Iterator[tuple[int, int]]:
    """Where a sentence falls apart: the places of the joints."""
    text, last = scope.text, 0
    dashes = len(_DASH.findall(text))
    joints = [j for j in _JOINT.finditer(text) if not _is_inside(text, j.start())]
    joints = [j for j in joints if dashes == 1 or not _DASH.match(text, j.start())]
    for place, joint in enumerate(joints, 1):
        end = joints[place].start() if place < len(joints) else len(text)
        left, right = (last, joint.start()), (joint.end(), end)
        weak = _WEAK.match(text, joint.start()) is not None
        if _stands(scope, *left) and _is_other(scope, left, right, weak, records):
            yield joint.span()
            last = joint.end()


def _is_inside(text: str, place: int) -> bool:
    """Whether a place is in brackets or in a quotation."""
    before = text[:place]
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _stands(scope: Scope, start: int, end: int) -> bool:
    """Whether a part tells something by itself: with a verb, or in the way of a note."""
    if end - start < _SHORTEST:
        return False
    return _VERB.search(scope.text, start, end) is not None or ": " in scope.text[start:end]


def _is_other(
    scope: Scope, left: tuple[int, int], right: tuple[int, int], weak: bool, records: Records
) -> bool:
    """Whether what follows a joint has a subject of its own that has nothing to do with what
    stands before it; after a weak joint the subject must be named before the verb."""
    verb = _VERB.search(scope.text, *right)
    if not _stands(scope, *right) or _LEANS.match(scope.text.lower(), right[0]):
        return False
    head = right[0], verb.start() if verb else right[1]
    one, other = _Side.of(scope, *left, records), _Side.of(scope, *right, records)
    own = _NAME.match(scope.text, right[0]) or _named(scope, _SUBJECTS, *head)
    if weak and not (own or other.trials):
        return False
    if not other.drugs and _TAKES_UP.search(scope.text, *right):
        return False
    shared = all(_CLEARED.search(scope.text, *part) for part in (left, right))
    if shared and not other.places and _named(scope, ("agency",), *left):
        return False
    if other.trials and not one.trials and _DECIDES.search(scope.text, *left):
        return True
    if one.trials and not other.trials and _is_decision(scope, right, records):
        return not other.runs & {s for t in one.trials for s in records.base.trial[t].sponsor}
    return _are_strangers(one, other)


def _is_decision(scope: Scope, part: tuple[int, int], records: Records) -> bool:
    """Whether a part tells of a law, or of what somebody whom it names was granted."""
    if names_law(scope.text[slice(*part)].lower(), records):
        return True
    return bool(_DECIDES.search(scope.text, *part) and _named(scope, ("sponsor",), *part))


def _named(scope: Scope, kinds: Sequence[NameKind], start: int, end: int) -> list[Mention]:
    named = (m for kind in kinds for m in scope.own.of(kind))
    return [m for m in named if start <= m.start and m.end <= end]


@dataclass(frozen=True, slots=True)
class _Side:
    """What one side of a joint is on, by ids."""

    trials: frozenset[str]
    drugs: frozenset[str]
    """With those that they are forms of, and those that its trials gave; not what a drug is only
    compared with."""
    runs: frozenset[str]
    places: frozenset[str]
    """Places, those of agencies, and bills."""

    @classmethod
    def of(cls, scope: Scope, start: int, end: int, records: Records) -> _Side:
        """The side of a sentence between two places."""
        trials = set(_trials(_named(scope, ("trial", "author"), start, end), records))
        if not trials:
            trials = {t.id for t in told_alone(scope, scope.text[start:end], records)}
        drugs = {i for m in _named(scope, ("compound",), start, end) for i in m.ids}
        drugs &= set(records.trials_by_compound)
        drugs |= {c for t in trials for c in records.base.trial[t].compound}
        agencies = {i for m in _named(scope, ("agency",), start, end) for i in m.ids}
        known = (a for a in records.base.vocabulary.agencies if a.id in agencies)
        homes = {a.jurisdiction for a in known if a.jurisdiction}
        places = {i for m in _named(scope, ("jurisdiction",), start, end) for i in m.ids}
        return cls(
            frozenset(trials),
            frozenset(w for d in drugs for w in records.compounds.up(d)),
            frozenset(i for m in _named(scope, ("sponsor",), start, end) for i in m.ids),
            frozenset({*places, *homes, *bills_of(scope.text[start:end].lower())}),
        )

    @property
    def things(self) -> frozenset[str]:
        """What it is on, other than a place."""
        return self.trials | self.drugs | self.runs


def _trials(named: Sequence[Mention], records: Records) -> Iterator[str]:
    """The trials that names and authors stand for."""
    for ident in (i for mention in named for i in mention.ids):
        if ident in records.base.trial:
            yield ident
        else:
            yield from (t.id for t in records.trials_by_reference.get(ident, ()))


def _are_strangers(left: _Side, right: _Side) -> bool:
    """Whether two sides have no trial, drug or institution in common; or, where one names none,
    no place. Two trials of one drug are strangers too."""
    if left.trials and right.trials:
        return not left.trials & right.trials
    if left.things and right.things:
        return not left.things & right.things
    if right.trials:
        return True  # nobody tells of a trial before its name
    if left.places & right.places:
        return False
    return bool((left.places or left.things) and (right.places or right.things))
