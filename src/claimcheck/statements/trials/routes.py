"""By which way a drug was given, in whatever words: swallowed, as a drip, up the nose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line

_WAYS: dict[str, re.Pattern[str]] = {
    "by mouth": lazy(
        r"\b(?:oral(?:ly)?|by mouth|in the mouth|on the tongue|capsules?|tablets?|pills?|"
        r"swallow\w*|brew)\b"
    ),
    "into a vein": lazy(
        r"\b(?:intravenous(?:ly)?|infus\w+|iv|(?:in|into|through|by) (?:\w+ )?veins?|drip)\b"
    ),
    "inhaled": lazy(r"\b(?:inhal\w+|vapou?ri[sz]\w+|vaped|vapou?r|puffs?)\b"),
    "by the nose": lazy(
        r"\b(?:sprays?|sprayed|intranasal(?:ly)?|nasal(?:ly)?|"
        r"(?:up|through|into|by|via) (?:the )?(?:nose|nostrils?))\b"
    ),
    "into a muscle": lazy(r"\b(?:intramuscular(?:ly)?|into (?:a |the )?muscle)\b"),
    "under the skin": lazy(r"\b(?:subcutaneous(?:ly)?|(?:under|beneath) the skin)\b"),
    "in the cheek": lazy(r"\b(?:buccal|cheek|sublingual(?:ly)?|under the tongue)\b"),
}
_MOUTH = "by mouth"
_PILLS = lazy(r"antidepressant|S[SN]RI")
_SHOT = lazy(r"\b(?:inject\w*|shots?|syringes?)\b")
_BY_NEEDLE = frozenset({"into a vein", "into a muscle", "under the skin"})
_GIVING = lazy(
    r"\b(?:g[ia]ve[ns]?|giving|administ\w+|infus\w+|inject\w+|received?|receiv\w+|got|gets?|took|"
    r"takes?|taken|treated|dos(?:ed|es|e)|deliver\w*|swallow\w*|inhal\w+|drank|spray\w*|comes? as|"
    r"came as|goes|went|route|form|is an?|are|placed|runs?|ran|dripped|tests?|tested)\b"
)
_NAMED = lazy(r"\b(?:the (?:study )?(?:drug|medicine|treatment|spray|substance)|it|doses?)\b")
_NOT = lazy(
    r"\b(?:not|no|never|without|instead of|rather than|unlike|than|away with|nor|neither|no longer|"
    r"need\w*|would|could|should|might|may|will|future|next|develop\w*|working on|plan\w*|"
    r"pass(?:es)? for|mistaken for|looks? like|an? (?:new|later|different)|previous\w*|earlier|"
    r"while (?:on|taking)|versions? of)\b"
    r"[^;:.,]{0,40}\Z"
)
_OTHER = lazy(
    r"\s?(?:antidepressants?|antibiotics?|contracepti\w+|medic\w+|drugs?|swabs?|placebos?|"
    r"washout|samples?|catheter|line|access|site|congestion|irritation|discomfort|symptoms|"
    r"form (?:of|is|would))\b"
)


def route_facts(line: Line) -> Iterator[Single]:
    """The way of giving that a sentence states; several ways are stated together."""
    if not _GIVING.search(line.segment) and not line.names("compound"):
        return
    said = sorted(_said(line))
    if said and _is_on_drug(line):
        start, end = said[0][0], said[-1][1]
        ways = frozenset().union(*(ways for _, _, ways in said))
        yield feature(start, end, line.text[start:end], _way(line, ways))


def _said(line: Line) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Every word for a way of giving that stands for the drug's own."""
    kinds = [(pattern, frozenset({way})) for way, pattern in _WAYS.items()]
    for pattern, ways in (*kinds, (_SHOT, _BY_NEEDLE)):
        for found in pattern.finditer(line.low):
            before = line.low[max(0, found.start() - 60) : found.start()]
            other = _OTHER.match(line.low, found.end())
            if line.holds(Tag(*found.span(), "")) and not other and not _NOT.search(before):
                yield *found.span(), ways


def _is_on_drug(line: Line) -> bool:
    """Whether a sentence is on how the drug that a trial tested was given."""
    named = line.names("compound") or _NAMED.search(line.low)
    return bool(named or _GIVING.search(line.segment))


def _way(line: Line, said: frozenset[str]) -> Recorded:
    related = line.records.compounds.related

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        given = {*trial.compound, *trial.design.control, *(a.compound for a in trial.arms)} - {None}
        if not all(any(related(i, str(g)) for g in given) for i in line.ids("compound")):
            return None
        known = line.records.remembered(("ways", trial.id), lambda: _ways_of(trial))
        swallowed = said - known <= {_MOUTH} and _has_pills(trial)
        if not known or (swallowed and not said & known):
            return None
        return bool(said & known), listed(sorted(known))

    return recorded


def _has_pills(trial: Trial) -> bool:
    """Whether something else was swallowed in a trial: a comparator, or what was taken beside."""
    others = {a.compound for a in trial.arms if a.compound} - set(trial.compound)
    return bool(others) or _PILLS.search(trial.formulation or "") is not None


def _ways_of(trial: Trial) -> frozenset[str]:
    """The ways in which a record says that its drugs were given."""
    texts = [trial.name, *trial.aliases, trial.formulation or ""]
    texts += [text for arm in trial.arms for text in (arm.name, arm.dose or "")]
    joined = " ".join(texts).lower().replace("oral antidepressant", "")
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(joined))
