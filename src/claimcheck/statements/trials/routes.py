"""By which way a drug was given, in whatever words: swallowed, as a drip, up the nose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.records import listed
from claimcheck.statements.trials.design import stated
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line

_WAYS: dict[str, re.Pattern[str]] = {
    "by mouth": lazy(
        r"\b(?:oral(?:ly)?|by mouth|in the mouth|on the tongue|capsules?|tablets?|pills?|"
        r"swallow\w*|brew)\b"
    ),
    "into a vein": lazy(
        r"\b(?:intravenous(?:ly)?|infus\w+|(?<![\w-])(?<!phase )(?<!stage )iv(?!\w)|"
        r"(?:in|into|through|by) (?:\w+ )?veins?|drip)\b"
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
_SHOT = lazy(r"\b(?:inject\w*|shots?|syringes?)\b")
_BY_NEEDLE = frozenset({"into a vein", "into a muscle", "under the skin"})
_GIVING = lazy(
    r"\b(?:g[ia]ve[ns]?|giving|administ\w+|infus\w+|inject\w+|received?|receiv\w+|got|gets?|took|"
    r"takes?|taken|treated|dos(?:ed|es|e)|deliver\w*|swallow\w*|inhal\w+|drank|spray\w*|comes? as|"
    r"came as|goes|went|route|form|is an?|are|placed|runs?|ran|dripped|tests?|tested)\b"
)
_NOT = lazy(
    r"\b(?:not|no|never|without|instead of|rather than|unlike|than|away with|nor|neither|no longer|"
    r"need\w*|would|could|should|might|may|will|future|next|develop\w*|working on|plan\w*|"
    r"pass(?:es)? for|mistaken for|looks? like|an? (?:new|later|different)|previous\w*|earlier|"
    r"while (?:on|taking)|versions? of)\b"
    r"[^;:.,]{0,40}\Z"
)


def route_facts(line: Line) -> Iterator[Single]:
    """The way of giving that a sentence states; several ways are stated together."""
    said = sorted(_said(line))
    if said and (_GIVING.search(line.segment) or line.names("compound")):
        ways = frozenset().union(*(ways for _, _, ways in said))
        yield stated(line, Hit(said[0][0], said[-1][1]), partial(_way, line, ways))


def _said(line: Line) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Every word for a way of giving that stands for the drug's own."""
    kinds = [(pattern, frozenset({way})) for way, pattern in _WAYS.items()]
    for pattern, ways in (*kinds, (_SHOT, _BY_NEEDLE)):
        for found in line.says(pattern):
            if not _NOT.search(line.low[max(0, found.start() - 60) : found.start()]):
                yield *found.span(), ways


def _way(line: Line, said: frozenset[str], trial: Trial) -> tuple[bool, str] | None:
    if not all(line.records.gave(trial, i) for i in line.ids("compound")):
        return None
    known = line.records.remembered(("ways", trial.id), lambda: _ways_of(trial))
    swallowed = said - known <= {_MOUTH} and _has_pills(trial)
    if not known or (swallowed and not said & known):
        return None
    return bool(said & known), listed(sorted(known))


def _has_pills(trial: Trial) -> bool:
    """Whether something else was swallowed in a trial: a comparator, or what was taken beside."""
    others = {a.compound for a in trial.arms if a.compound} - set(trial.compound)
    return bool(others)


def _ways_of(trial: Trial) -> frozenset[str]:
    """The ways in which a record says that its drugs were given."""
    texts = [trial.name, *trial.aliases, trial.formulation or ""]
    texts += [text for arm in trial.arms for text in (arm.name, arm.dose or "")]
    joined = " ".join(texts).lower().replace("oral antidepressant", "")
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(joined))
