"""Sentences that state what a claim of the base states.

A claim that has been judged speaks for every draft that repeats it. A sentence repeats a claim if
most of the words of either, weighed by how rare they are among the claims, are those of the other,
both give the same figures, and neither denies or doubts what the other asserts. Names count as what
they stand for, and none of the claim may be missing in the sentence and around it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimcheck.model.claims import Claim
from claimcheck.model.dates import PartialDate
from claimcheck.model.quantity import Other, Percent, Points, Quantity
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion, Standing
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.words import DENIES, DOUBTS, WORD, stem, stems

_LEAST_OF_CLAIM = 0.8
_LEAST_OF_SENTENCE = 0.6
"""Shares of the weight that must be common. Chosen for precision: of the pairs of sentences and
claims above both, none in `bench/lint/written/development.jsonl` stated different things."""
_LEAST_WITH_PHRASE = 0.4
"""The same share of the claim where the sentence holds a phrase by which an article makes it."""
_LEAST_PHRASE = 3
"""Words of a phrase that is looked for."""
_ANY_WORD = lazy(r"[^\W_]+")
_STANDINGS: dict[str, Standing] = {
    "supported": "supported",
    "imprecise": "supported",
    "refuted": "contradicted",
    "outdated": "outdated",
}
_SILENT = frozenset({"mechanism", "protocol", "definition", "history", "prevalence", "safety"})
"""Kinds on which a draft is not asked for sources: such a claim speaks up only if it is wrong."""

_DRUG_OR_DISEASE = ("@compound:", "@indication:")

Signature = tuple[bool, bool, tuple[tuple[str, ...], ...]]
"""Whether something is denied, whether it is doubted, and the figures, in no order."""


class Known(NamedTuple):
    """A claim as sentences are compared with it, of built-in types only."""

    ident: str
    words: tuple[str, ...]
    weight: float
    signature: Signature
    phrases: tuple[str, ...]
    """Words by which articles that make the claim are found to do so."""


class Index(NamedTuple):
    """The claims of a base, to be kept for the next run."""

    claims: tuple[Known, ...]
    weights: dict[str, float]
    """Of the words that claims use."""
    unknown: float
    """Of every other word."""
    by_word: dict[str, tuple[int, ...]]
    """The claims that a sentence with this word may repeat: each under its rarest words, of which
    it shares one if it shares enough."""


def may_repeat(sentence: str, records: Records) -> bool:
    """Whether a sentence has a word that tells enough to look for claims; a quick first look."""
    if not records.base.claims:
        return False
    telling = _learned(records).by_word
    return any(stem(word) in telling for word in WORD.findall(sentence))


def repeats(reading: Reading, records: Records) -> Iterator[Opinion]:
    """What judged claims say of a sentence that repeats them."""
    if not records.base.claims or reading.text.rstrip().endswith("?"):
        return
    index = _learned(records)
    own = _words(reading.text, reading.scope.own.mentions, records)
    near = {at for word in own for at in index.by_word.get(word, ())}
    if not near:
        return
    around = {
        word for layer in reading.scope.layers[1:] for word in _names(layer.mentions, records)
    }
    said, plain = _signature(reading.text, reading.quantities), _plain(reading.text)
    named = {i for m in reading.scope.own.of("trial") for i in m.ids}
    results = {_figure(q) for q in reading.quantities if isinstance(q, Percent | Points)}
    for at in sorted(near):
        known = index.claims[at]
        meant = set(records.base.claim[known.ident].subject.trial)
        if named and meant and not named & meant:
            continue
        claim = records.base.claim[known.ident]
        quoted = any(phrase in plain for phrase in known.phrases)
        if quoted and _STANDINGS.get(claim.verdict) == "supported":
            quoted = results <= _figures_of(claim, records)  # else it says more
        if (quoted and _is_told(known, own, around, index)) or (
            known.signature == said and _is_same(known, own, around, index)
        ):
            yield from _opinion(claim, reading)


def with_claims(opinion: Opinion, records: Records) -> Opinion:
    """An opinion on a trial or a decision, with the claims that state the figure it rests on."""
    if opinion.claims or not (opinion.trials or opinion.events):
        return opinion
    right = opinion.found if opinion.standing == "supported" else opinion.expected or ""
    told = {_figure(figure) for figure in read(right) if not isinstance(figure, Other)}
    found = [
        claim.id
        for ident in (*opinion.trials, *opinion.events)
        for claim in records.claims_about.get(ident, ())
        if told and claim.verdict == "supported" and told >= _figures_of(claim, records)
    ]
    return replace(opinion, claims=tuple(dict.fromkeys(found))) if found else opinion


def _figures_of(claim: Claim, records: Records) -> set[tuple[str, ...]]:
    """The figures of a claim; one that has none is like nothing."""

    def figures() -> set[tuple[str, ...]]:
        return {_figure(figure) for figure in read(claim.quantity or "")} or {("none",)}

    return records.remembered(("figures", claim.id), figures)


def _is_told(known: Known, own: Iterable[str], around: set[str], index: Index) -> bool:
    """Whether enough of a claim stands in a sentence that holds a phrase of it, and around it: all
    names but those of drugs and diseases; a sentence that names other drugs only is about these."""
    named = {word for word in own if word.startswith("@compound:")}
    if named and not named & {*known.words} and any("@compound:" in w for w in known.words):
        return False
    words = {*own, *around}
    others = (w for w in known.words if w[0] == "@" and not w.startswith(_DRUG_OR_DISEASE))
    if not words.issuperset(others):
        return False
    common = sum(index.weights[word] for word in known.words if word in words)
    return common >= _LEAST_WITH_PHRASE * known.weight


def _is_same(known: Known, own: Iterable[str], around: set[str], index: Index) -> bool:
    weights, words = index.weights, frozenset(own)
    if any(word[0] == "@" and word not in words and word not in around for word in known.words):
        return False
    common = sum(weights[word] for word in known.words if word in words or word in around)
    if common < _LEAST_OF_CLAIM * known.weight:
        return False
    told = frozenset(known.words)
    shared = sum(weights[word] for word in words if word in told)
    return shared >= _LEAST_OF_SENTENCE * sum(weights.get(word, index.unknown) for word in words)


def _opinion(claim: Claim, reading: Reading) -> Iterator[Opinion]:
    standing = _STANDINGS.get(claim.verdict)
    if standing is None or (standing == "supported" and claim.kind in _SILENT):
        return
    if standing == "outdated" and _is_before(reading.scope.as_of, claim):
        return
    wrong = standing != "supported"
    stances = {"contradicts", "supports"} if wrong else {"supports"}
    found = " ".join(reading.text.split()).rstrip(".")
    shown = claim.correction if claim.correction else f"{claim.statement} ({claim.verdict})"
    yield Opinion(
        standing=standing,
        start=0,
        end=0,
        found=found,
        expected=claim.correction,
        message=f"draft: {found}; {shown}" if wrong else f"draft: {found}",
        claims=(claim.id,),
        trials=claim.subject.trial,
        events=claim.subject.event,
        references=tuple(source.ref for source in claim.sources if source.stance in stances),
        remark=claim.correction if claim.verdict == "imprecise" else None,
    )


def _is_before(written: PartialDate | None, claim: Claim) -> bool:
    """Whether a draft is older than the verdict on a claim that time has overtaken."""
    return written is not None and claim.as_of is not None and written.latest < claim.as_of.earliest


def _learned(records: Records) -> Index:
    return records.learned("claims", lambda: _index(records))


def _index(records: Records) -> Index:
    told = [(claim, *_read(claim.statement, records)) for claim in records.base.claims]
    frequency = Counter(word for _, words, _ in told for word in words)
    weights = {word: math.log((len(told) + 1) / (n + 0.5)) for word, n in frequency.items()}
    claims = tuple(
        Known(c.id, words, sum(weights[word] for word in words), signature, tuple(_phrases(c)))
        for c, words, signature in told
    )
    by_word: dict[str, tuple[int, ...]] = {}
    for at, claim in enumerate(claims):
        telling = {*_rarest(claim, weights), *(_longest_word(p) for p in claim.phrases)}
        for word in telling:
            by_word[word] = (*by_word.get(word, ()), at)
    return Index(claims, weights, math.log(2 * len(told) + 2), by_word)


def _phrases(claim: Claim) -> Iterator[str]:
    for phrase in (_plain(said.phrase or "") for said in claim.said):
        if phrase.count(" ") > _LEAST_PHRASE:
            yield phrase


def _plain(text: str) -> str:
    """The words of a text, each in spaces."""
    return f" {' '.join(_ANY_WORD.findall(text.lower()))} "


def _longest_word(phrase: str) -> str:
    """The longest word of a phrase, as sentences are looked through."""
    return stem(max(phrase.split(), key=len))


def _read(text: str, records: Records) -> tuple[tuple[str, ...], Signature]:
    return _words(text, records.names.find(text), records), _signature(text, read(text))


def _rarest(claim: Known, weights: dict[str, float]) -> Iterator[str]:
    """Words of which a sentence with enough of a claim must have one; names may stand elsewhere."""
    left = claim.weight * (1 - _LEAST_OF_CLAIM)
    left += sum(weights[word] for word in claim.words if word.startswith("@"))
    plain = [word for word in claim.words if not word.startswith("@")]
    for word in sorted(plain, key=lambda w: -weights[w]):
        if left < 0:
            return
        left -= weights[word]
        yield word


def _words(text: str, mentions: Sequence[Mention], records: Records) -> tuple[str, ...]:
    """The words of a text that tell something, each once; a name is the id of what it names."""
    spans = tuple((m.start, m.end) for m in mentions)
    return tuple(sorted({*_names(mentions, records), *stems(text, spans)}))


def _names(mentions: Iterable[Mention], records: Records) -> Iterator[str]:
    families = {"compound": records.compounds, "indication": records.indications}
    for mention in mentions:
        family = families.get(mention.kind)
        for ident in mention.ids:
            yield f"@{mention.kind}:{family.root(ident) if family else ident}"


def _signature(text: str, figures: Iterable[Quantity]) -> Signature:
    words = {word.lower() for word in WORD.findall(text)}
    told = tuple(sorted({_figure(q) for q in figures if not isinstance(q, Other)}))
    return bool(words & DENIES), bool(words & DOUBTS), told


def _figure(figure: Quantity) -> tuple[str, ...]:
    """A figure without its words: its sort and its numbers."""
    fields = ("value", "high", "low", "numerator", "denominator", "first", "second", "year", "unit")
    values = (getattr(figure, name, None) for name in fields)
    return type(figure).__name__, *(str(getattr(v, "value", v)) for v in values if v is not None)
