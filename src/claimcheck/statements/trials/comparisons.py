"""Whether one group is said to have done better than another, or none, in whatever words.

What the records tell of the groups is in `standings`; which of them had more is in `rankings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from claimcheck.model.quantity import PValue
from claimcheck.model.trials import Outcome, Trial
from claimcheck.patterns import lazy
from claimcheck.statements.trials.arms import arm_tags
from claimcheck.statements.trials.design import Recorded
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.outcomes import is_share
from claimcheck.statements.trials.standings import (
    actives,
    against_control,
    around,
    compares,
    is_significant,
    is_some,
    p_words,
    placed,
    told,
)
from claimcheck.statements.trials.timepoints import same_time, times_of
from claimcheck.statements.trials.turning import is_restricted

_GAIN = (
    r"(?:advantages?|edge|superiority|benefits?|gains?|improvements?|reductions?|drops?|falls?|"
    r"effects?|differences?|separation|response|lead|wins?)"
)
_GOOD_VERB = (
    r"(?:improv\w+|reduc\w+|eas(?:e|es|ed)|reliev\w+|lower(?:s|ed)?|cut|decreas\w+|lengthen\w*|"
    r"prolong\w*|extend\w*|rais(?:e|es|ed)|increas\w+|boost\w*|lift\w*|help(?:s|ed)?|delay\w*|"
    r"prevent\w*|fell|dropped|declined|rose|recovered|responded|alleviat\w+|shorten\w*|work(?:s|ed)?)"
)
_BETTER = (
    r"(?:better|more|further|greater|larger|bigger|faster|longer|stronger|steeper|deeper|superior|"
    r"fewer|less|lower|higher)"
)
_OVER = (
    r"(?:over|than|versus|vs?\.?|against|compared (?:with|to)|relative to|between|among|to|from|"
    r"for|of|with|in)"
)
_SAID = lazy(
    r"\b(?P<no>(?:not|no) (?:statistically )?significant(?:ly)?(?: (?:difference|better))?|"
    r"(?:did|does|do) not (?:statistically |significantly )?differ(?: significantly)?|"
    r"not significantly (?:different|better|more|\w+ed)|(?:did|does) not significantly \w+|"
    r"non-?significant|insignificant|"
    r"(?:miss\w*|f[ae]ll(?:ing)? (?:\w+ )?short of|lack\w*|without|escaped|eluded) (?:\w+ )?"
    r"(?:statistical )?significance|(?:statistical )?significance eluded|"
    r"no (?:better|different|more effective|more (?:than|helpful))|as (?:good|effective) as|"
    r"(?:didn[’']t|did not|does not|doesn[’']t|could not|couldn[’']t) (?:beat|outperform|outdo|"
    r"separate|best|surpass|do (?:any )?better|fare (?:any )?better|work any better|"
    rf"{_GOOD_VERB} [^.;,]{{0,60}}?\b{_BETTER})|"
    r"fail(?:ed|s|ing)? to (?:beat|outperform|outdo|separate|best|surpass|do better|fare better|"
    rf"differ|show an? |{_GOOD_VERB} )|"
    rf"(?:no|little|without(?: any| an?)?) (?:[\w-]+ ){{0,2}}{_GAIN} {_OVER}|"
    r"(?:did|fared|performed|worked|were|was|came out) (?:equally|just as|exactly as|about as|"
    r"no less) (?:well|good|effective|helpful)|"
    r"(?:were|was|came out|ended) (?:level|on a par|neck and neck|"
    r"even(?=\s+(?:at|after|by|on|in)\b|\s*(?:[,.;)]|\Z)))|"
    r"on a par with|little (?:better|different) (?:than|from)|"
    r"lost (?:out )?to|worse than|inferior to|ineffective|fell flat|came up (?:short|empty)|"
    r"(?:as|was|were|equally) (?:no )?(?:in)?distinguishable from)\b"
    r"|\b(?P<yes>(?:statistically )?significantly? (?:better|more|greater|larger|lower|higher|less|"
    r"fewer|longer|rarer|commoner|likelier|smaller|shorter|superior|different|outperform\w*|reduc\w+|improv\w+|beat|(?!associated)\w+ed)|"
    r"(?:reach|achiev|attain|hit|c[ao]me to)\w* (?:\w+ )?(?:statistical )?significance|"
    r"(?:statistical )?significance was (?:reached|achieved|attained)|"
    r"(?:was|were|is) (?:statistically |highly )?significant|statistically significant|"
    r"significant (?:benefit|advantage|improvement|reduction|difference|effect|superiority|drop|"
    r"fall|increase|gain)|"
    r"beat(?:s|en|ing)?|outperform\w*|outdid|outdone|outscored|outstripped|bested|surpassed|"
    r"eclipsed|trumped|topped|better than|superior(?:ity)? (?:to|over)|"
    r"won (?:out )?(?:over|against)|c[ao]me out (?:\w+ly |well |far )?(?:ahead|on top|best)|"
    r"significantly ahead|ahead of|an? edge over|"
    r"(?:an?|the|clear|marked|strong) (?:[\w-]+ ){0,2}(?:advantage|edge|superiority|benefit) "
    rf"{_OVER}|{_GOOD_VERB} (?:[\w-]+ ){{0,7}}significantly|"
    r"separated (?:\w+ )?from|"
    rf"{_GOOD_VERB} [^.;,]{{0,70}}?\b{_BETTER} [^.;,]{{0,30}}?(?:than|compared (?:with|to))|"
    rf"{_BETTER} [^.;,]{{0,40}}?\bthan)\b"
)
_CUES = (
    "signific", "differ", "better", "beat", "outperf", "outd", "superior", "advantage", "edge",
    "than", "fail", "separat", "distinguish", "inferior", "ahead", "benefit", "best", "surpass",
    "eclips", "trump", "lost", "ineffective", "fell flat", "came up", "as good",
    "as effective", " par ", "equally", " level", "even ", " won ", "topped", "outs",
    "gain over", "effect over",
)  # fmt: skip
_DOSE_BEFORE = lazy(
    r"\b(?:(?:dose|one|strength) (?:above|below|in between)(?: it| that)?|"
    r"(?:higher|larger|bigger|stronger|smaller|other|second|top|middle) "
    r"(?:dose|one|strength))[^.;,]{0,20}\Z"
)
_THAN = lazy(r"[^.;,]{0,20}\b(?:than|to|from|over)\b")
"""Before and after "did no better": a dose, which is compared with the other ones where nothing
is said of placebo."""
_THAN_NO_GROUP = lazy(
    r"(?<=than)\s(?:(?:about|an?|the|some|in|half|any|all|most) )*(?:\d[\d.,]*(?! ?(?:m?c?g|µg|"
    r"micrograms?|milligrams?)\b)(?![\d.,])|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|twelve|\w+(?:teen|ty)\b|dozen|any\w*|earlier|previous\w*|before|"
    r"ever|expected|hoped|usual|other (?:trials|studies)|trials|studies|decade|year|month|week|"
    r"half)\b"
)
"""After "more than": a number, a time, or other trials, but no group of people."""
_DENIED = lazy(
    r"\b(?:not|no|nor|neither|none|nobody|nothing|without|never|fail\w* to|lacked|n[’']t|rather)\b"
    r"(?:\s+[\w-]+){0,5}\s+\Z"
)
_BUT_NOT = lazy(r"\b(?:not|unlike) (?:the )?\Z")
"""Before a group of which something else is said: "25 mg, not 10 mg, beat 1 mg"."""
_NO_MORE = lazy(rf"\b(?:no|not|hardly|barely|scarcely|little) (?:any )?{_BETTER}\b")
_AGAINST = lazy(
    r"\b(?:beat|beats|outperform\w*|outdid|bested|surpassed|eclipsed|trumped|topped|(?:than|to|over|"
    r"against|of|from)\Z)"
)
"""What sets a winner before it against a loser after it."""
_SUPPOSED = lazy(
    r"\b(?:will|would|could|may|might|can|should|if|whether|expect\w*|hop(?:e|es|ed|ing)|to see|"
    r"aim\w*|designed to|intend\w*|plan\w*|believ\w*|thought|suspect\w*|question|test(?:s|ed|ing)? "
    r"(?:that|the idea)|claim\w*|promis\w*|in order to|must|need\w*|deserv\w*|merits?)\b"
    r"[^;]{0,70}\Z"
)
_ASIDE = lazy(
    r"\b(?:secondary|exploratory|numerical\w*|trend\w*|nominal\w*|sub-?groups?|post[- ]hoc|"
    r"some (?:measures|scales|outcomes)|other (?:measures|scales|outcomes)|on (?:one|two|most|"
    r"several) (?:of|measures|scales)|only (?:on|at|in)|at first|initially|early on|unadjusted|"
    r"uncorrected|clinician[- ]rated|self[- ]rated|side effects?|adverse|tolerat\w*|safer|safety|"
    r"blood pressure|guess\w*|cohort|expect\w*|mystical|experience|cheaper|faster|sooner|costs?|"
    r"participants than|patients than|people than|more than (?:an?|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|twelve|\w+(?:teen|ty)|half|\d))\b"
)
"""What makes a comparison one of something else than a trial's main question."""
_SOME_DOSES = lazy(
    r"\b(?:low|small|weak|middle|medium|intermediate|high|larg|strong)(?:er|est)? "
    r"(?:doses|strengths)\b"
)
_PRIMARY = lazy(r"\b(?:primary|main) (?:efficacy )?(?:end ?-?points?|outcomes?|goals?|measures?)\b")
_NO_TOPICS = frozenset({"primary-endpoint", "score-change", "score", "effect-size"})


def comparison_facts(line: Line) -> Iterator[Single]:
    """A difference between groups that a sentence states or denies."""
    low = line.segment
    if not any(cue in low for cue in _CUES) or line.of(PValue):
        return
    found = [one for one in _SAID.finditer(low) if not _THAN_NO_GROUP.match(low, one.end())]
    found = [one for one in found if not _is_of_doses(low, one)]
    sides = {_is_said(low, one) for one in found}
    if not found or len(sides) != 1 or _SUPPOSED.search(low[: found[0].start()]):
        return
    start, end = placed(line, found[0])
    said = sides.pop()
    recorded = compared(line, said, (start, end), plain="signific" in found[0].group())
    if said and _AGAINST.search(line.low[start:end]):
        recorded = _won_by_control(line, (start, end), recorded)
    yield told(line, start, end, recorded)


def _is_of_doses(low: str, found: re.Match[str]) -> bool:
    """Whether one dose is compared with another: "the higher one did no better"."""
    return bool(_DOSE_BEFORE.search(low[: found.start()])) and not (
        _THAN.match(low, found.end()) or "than" in found.group()
    )


def _is_said(low: str, found: re.Match[str]) -> bool:
    if found.lastgroup != "yes" or _NO_MORE.search(found.group()):
        return False
    return not _DENIED.search(low[: found.start()])


def _won_by_control(line: Line, at: tuple[int, int], otherwise: Recorded) -> Recorded:
    """Where one group is said to have beaten another: whether it is the control that won."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        before, after = around(arm_tags(line, trial), at)
        active = actives(trial)
        if not before or not after or before[-1] & active or not after[0] <= active:
            return otherwise(trial)
        if trial.primary_result == "met" and _is_main_question(trial, line):
            return False, f"primary endpoint met ({trial.primary_endpoint or ''})"
        return None

    return recorded


def compared(line: Line, said: bool, at: tuple[int, int], *, plain: bool = False) -> Recorded:
    """The comparison of the arms or of the outcome named, else the trial's main question."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        pool = [o for o in trial.outcomes if is_significant(o) is not None]
        pairs = _of_topic(pool, trial, line, at)
        known = {is_significant(o) for o in pairs or ()}
        if len(known) == 1 and pairs and (plain or pairs[0].versus):
            return known.pop() == said, p_words(pairs[0])
        return None if known else _by_result(trial, line, said)

    return recorded


def _of_topic(
    pool: list[Outcome], trial: Trial, line: Line, at: tuple[int, int]
) -> list[Outcome] | None:
    """The comparisons that a sentence may mean; None where it names neither outcome nor arms."""
    tags = [t for t in arm_tags(line, trial) if not _BUT_NOT.search(line.low, 0, t.start)]
    before, after = around(tags, at)
    named = [t.key for t in tags]
    if before and after and not before[-1] & after[0]:
        named = [before[-1], after[0]]
    if any(is_some(key, trial) for key in named):
        named = [key for key in named if not actives(trial) <= key]
    pool = [against_control(o, trial) for o in pool]
    sides = [(a, b) for a, b in product(named, named) if a != b]
    pairs = [o for o in pool if any(compares(o, a, b) for a, b in sides)]
    if not sides and named and is_some(named[0], trial):
        pairs = [o for o in pool if o.versus and o.arm in named[0]]
    topics = frozenset(line.ids("outcome")) - _NO_TOPICS
    if topics or line.scales[0]:
        about = [o for o in pairs if _is_about(o, topics, line)]
        about = about or [o for o in pool if _is_about(o, topics, line)]
        chosen = [o for o in about if o.versus or is_share(o)] or about
        return chosen if topics else [o for o in chosen if o.primary] or chosen
    if pairs and not _PRIMARY.search(line.low):
        return [o for o in pairs if o.primary] or pairs
    if _PRIMARY.search(line.low) or len(trial.arms) == 2:
        return [o for o in pairs or pool if o.primary] or None
    return None


def _is_about(outcome: Outcome, topics: frozenset[str], line: Line) -> bool:
    if topics:
        return any(t[:6] in outcome.outcome for t in topics)
    related = line.records.scales.related
    return any(related(s, outcome.scale or "") for s in line.scales[0])


def _by_result(trial: Trial, line: Line, said: bool) -> tuple[bool, str] | None:
    """Without a p value: whether the trial met its primary endpoint, if that may be spoken of."""
    result, design = trial.primary_result, trial.design
    if result not in {"met", "missed"} or set(design.control) <= {"none"}:
        return None
    if "non-inferior" in (trial.stage or "") or not _is_main_question(trial, line):
        return None
    if said and any(is_significant(o) for o in trial.outcomes if o.versus):
        return None
    if not said and len(trial.arms) > 2 and names_a_dose(trial, line):
        return None
    agreed = (result == "met") == said
    return agreed, f"primary endpoint {result} ({trial.primary_endpoint or ''})"


def _is_main_question(trial: Trial, line: Line) -> bool:
    """Whether nothing in a sentence makes its comparison another one than the primary."""
    asked = (trial.primary_endpoint or "").lower()
    if _ASIDE.search(line.segment) or is_restricted(line):
        return False
    times = times_of(asked)
    if times and any(same_time(tag.key, asked) is False for tag in line.times):
        return False
    known = line.records.base.vocabulary
    scales = [t for t in known.scales if t.id in set(line.ids("scale"))]
    if scales and not any(
        _is_named_in(asked, n) for t in scales for n in (t.name, *t.synonyms, *t.exact)
    ):
        return False
    if _PRIMARY.search(line.segment):
        return True
    topics = frozenset(line.ids("outcome")) - _NO_TOPICS
    primary = {o.outcome for o in trial.outcomes if o.primary}
    return all(t in primary or _is_topic(t, asked, line) for t in topics)


def _is_named_in(asked: str, name: str) -> bool:
    return name.lower() in asked


def _is_topic(topic: str, asked: str, line: Line) -> bool:
    """Whether an endpoint has a long word of the id of an outcome ("abstinence"), or its name."""
    if any(len(part) > 5 and part[:6] in asked for part in topic.split("-")):
        return True
    term = line.records.outcome_terms.get(topic)
    return term is not None and any(_is_named_in(asked, n) for n in (term.name, *term.synonyms))


def names_a_dose(trial: Trial, line: Line) -> bool:
    """Whether a sentence speaks of one of several doses, or of some of them."""
    return _SOME_DOSES.search(line.segment) is not None or any(
        is_some(tag.key, trial) for tag in arm_tags(line, trial)
    )
