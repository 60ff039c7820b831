"""Figures on scales: which ones a sentence states, and what a record holds of the sort."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from claimcheck.model.numbers import Number
from claimcheck.model.quantity import (
    Count,
    EffectSize,
    Interval,
    Other,
    Percent,
    Points,
    PValue,
    Quantity,
)
from claimcheck.model.trials import Outcome
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.trials.amounts import (
    Amount,
    amounts,
    from_or_to,
    recast,
    times_the_odds,
    told_intervals,
)
from claimcheck.statements.trials.line import Line, overlap

Score = Points | EffectSize | Interval | PValue


Kind = Literal["level", "baseline", "change", "difference", "any"]
_MEASURES = {
    "d": ("cohen's d", "effect size", "hedges' g"),
    "g": ("hedges' g", "effect size", "cohen's d"),
    "SMD": ("hedges' g", "cohen's d", "effect size"),
    "ES": ("effect size", "cohen's d", "hedges' g"),
    "OR": ("odds ratio",),
    "HR": ("hazard ratio",),
    "RR": ("risk ratio", "relative risk"),
}
_DIFFERENCE_BEFORE = lazy(
    r"\b(?:difference|differed by|advantage|gap|margin|separat\w+|treatment effect|benefit|"
    r"outperform\w*|"
    r"beat|bettered|better|superior\w*|exceeded|ahead|adjusted)\b[^;:,.\d]{0,45}\Z"
)
_DIFFERENCE_AFTER = lazy(
    r"[\s-]*(?:[\w-]+\s(?=points?\s))?(?:points?\s)?(?:on\s(?:the\s)?[\w-]+\s)?(?:more|greater|"
    r"larger|lower|less|better|"
    r"further|"
    r"superior|higher|ahead)\b(?: \w+){0,5} (?:than|over|of|with)\b|"
    r"[\s-]*(?:points?[\s-])?(?:placebo-adjusted\s)?"
    r"(?:difference|advantage|gap|margin|separation|benefit over)\b"
)
_WITH_GROUP = lazy(
    r"(?:\spoints?)?(?:\s(?:lower|higher|less|better|down|up))?\s(?:with|on|in|for)\s"
)
"""After figures of which each has its group: "14 points lower with the drug, 9 with placebo"."""
_SIGNIFICANT = Decimal("0.05")
"""A p value below which a difference is called significant."""
_PROBABILITY = lazy(r"\bp[\s-]?(?:values?)?\b[^,;]{0,20}\Z|\balpha\b[^,;]{0,12}\Z")
_OTHER_OUTCOMES = frozenset(
    {"quality-of-life", "functional-impairment", "craving", "satisfaction", "mystical-experience"}
)
_INSTRUMENT = lazy(
    r"\b[Oo]n the (?!FDA|US\b|UK\b)(?:[A-Z][\w-]*[A-Z\d][\w-]*|(?:[A-Z][\w’'-]+ )+(?:Scale|"
    r"Inventory|Questionnaire|Index|Schedule|Checklist|Assessment))"
    r"|\b[A-Z][A-Z-]{1,9}\d{0,2}\b(?= (?:total )?scores?\b)"
)
_ROSE = lazy(r"\b(?:rose|risen|rise|rises|increas\w+|gained)\b")
_PAIR = lazy(
    r"\s*(?:points?\s*)?(?:versus|vs?\.?|against|compared (?:with|to)|and|or)\s+(?:by\s+)?[-−–]?\d"
)
_BASELINE = lazy(
    r"(?<!from )(?<!since )(?<!post-)(?<!below )(?<!under )(?<!than )\bbaseline\b(?!-to-)|"
    r"\bbefore treatment\b|\bat (?:the )?(?:start|outset|entry)\b|"
    r"\b(?:started|began|set|came|entered)(?: out| off| in)? (?:at|on|with)\b"
)
_AT_FIRST = lazy(
    r"\W*(?:at (?:the )?(?:start|outset|beginning|entry|baseline|study entry)|"
    r"before (?:the )?(?:treatment|dosing|dose|drug))\b"
)
_LATER = lazy(r"\b(?:after|later|by|then|to|fell|drop\w*|week|month|day)\b")
"""A sentence that begins with where people stood at first, and what takes it further on."""
_OF_THE_FIRST = lazy(r"\d[^.;\d]{0,30}\bbaseline,? (?:and|to|but|then|against|versus)\b")
"""A baseline that belongs to the figure before it, as another one follows."""
_BASELINE_OF = lazy(
    r"\b(?:starting|initial|opening|baseline) (?:[a-z][\w-]* ){0,3}?(?:of|was|at) "
    r"(?:about |around )?\Z|"
    r"\bbaseline (?:mean |score |level |value )*(?:of|was|at) (?:about |around )?\Z|"
    r"\b(?:started|began|entered)(?: out| off| in)? (?:at|on|with) (?:[a-z][\w-]* ){0,5}?"
    r"(?:\d[\d.]*,? (?:and|versus|vs\.?|against) )?\Z"
)
_LEVEL = lazy(
    r"\bscores? (?:was|were|of|at|stood|averaged|is|had been)\b|\b(?:mean|average|"
    r"median)\b[^;]{0,30}\bscores?\b|"
    r"\b(?:scored|scoring)\b|\bstood at\b"
)
_CHANGE = lazy(
    r"\b(?:fell|fall\w*|dropp?\w*|reduc\w+|declin\w+|decreas\w+|chang\w+|improv\w+|lower\w*|down|"
    r"cut|"
    r"shed|lost|came down|went down|rose|increas\w+)\b"
)
_BAR = lazy(r"[\s-]*(?:bar|threshold|cut-?off|criteri|rule|margin of|scale\b|mark\b|limit)")
"""After points that tell what counts, or what can be scored."""
_DIGIT = lazy(r"\d")
_OR_LESS = lazy(r"\s(?:points? )?or (?:lower|less|below|under|fewer)\b")
"""After a level on a scale: it tells who counts as well."""
_OF_LEVEL = lazy(r"\d+\s?(?:%|per ?cent)[\s-]*(?:c|b)")
"""The level of an interval: "95% CI"."""
_SCORE_WORDS = lazy(r"\b(?:scores?|scored|scoring|points?)\b")
_SCALE_POINTS = lazy(r"\s(?:[A-Z][\w-]*\s){1,2}points?\b")
_LIKE_POINTS = lazy(
    r"\b(?:by|against|versus|vs?\.?|compared (?:with|to)|and|but|while)\s+(?:only |just |about )?\Z"
)
_STOOD = lazy(
    r"\b(?:was|were|averaged|stood at|came to|ended at|and|versus|vs?\.?|against|"
    r"compared (?:with|to))\s"
    r"(?:only |just |about |around )?\Z"
)
_WITH = lazy(r"\s+(?:with|on|in|for|among|after|under)\s")
_COMPARED = lazy(
    r"\b(?:differ\w*|than|relative to|adjusted|separat\w+|beyond|advantage|gap|margin|edge|excess|"
    r"further|additional|net|treatment effect|least[- ]squares)\b"
)
_FELL_BY = lazy(
    r"\b(?:scores?|points|depression|anxiety|symptoms?|severity|it|they|"
    r"[a-z]+-?[a-z]*-?\d{1,2})\b[^;.]{0,50}?"
    r"\b(?:fell|fallen|dropped|declined|came down|come down|went down|gone down|were down|"
    r"was down|decreased|"
    r"sank|sunk)\s(?:by\s)?(?:an? (?:average|mean) (?:of\s)?|on average |about |some |around )*\Z"
)
_EFFECT_SIZE = lazy(
    r"(?P<ES>\bthe effect\b[^.;]{0,50}\b(?:was|of|at)\b|\b(?:effect sizes?|cohen[’']?s d|"
    r"hedges[’']? g|standardi[sz]ed mean difference)\b)|\b(?P<OR>odds) ratio\b|"
    r"\b(?P<HR>hazard) ratio\b|\b(?P<RR>(?:risk|rate) ratio|relative risk)\b"
)
"""By its measure what a bare decimal in the same sentence is."""


_FOUND_OF = lazy(
    r"[\s,]*(?:(?:that|which) )?(?:(?:is|was|were|has been|have been) )?"
    r"(?:reported|found|seen|known|observed|published|typical|usual|quoted|claimed) "
    r"(?:for|with|in|of) (?:the )?"
)
"""After a figure and before what it was found of."""

_SLOPE = lazy(r"(?<!\w)[bβ]\s?[=:]\s?\Z")


def stated_scores(line: Line) -> Iterator[list[Score]]:
    """The figures on scales of a sentence, those of one sort together."""
    told = list(told_intervals(line))
    values = [v for q in line.quantities if (v := _as_score(line, q)) is not None]
    values = [v for v in values if not any(overlap(v, interval) for interval in told)]
    values += told
    for sort in (Points, EffectSize, Interval, PValue):
        if found := [v for v in values if isinstance(v, sort)]:
            yield found
    if told_in_units := list[Score](amounts(line)):
        yield told_in_units


def _as_score(line: Line, q: object) -> Score | None:
    """A figure on a scale; a bare decimal is one beside the name of a scale or an effect."""
    if isinstance(q, Points | Count) and (
        _BAR.match(line.low, q.end) or _OR_LESS.match(line.low, q.end)
    ):
        return None
    if isinstance(q, Quantity) and (_is_slope(line, q) or _is_of_another_drug(line, q)):
        return None
    if isinstance(q, Points | EffectSize | Interval | PValue):
        return q
    if isinstance(q, Other):
        return times_the_odds(line, q)
    if isinstance(q, Percent) and q.points:
        return recast(Points, q, signed=q.text[:1] in {"-", "+", "−"})
    if not isinstance(q, Count) or q.noun is not None or q.stage or not _DIGIT.search(q.text):
        return None
    if q.bound == "less-than" and q.value.value <= _SIGNIFICANT:
        return None  # "again below 0.001"
    scored = q.value.decimals or _SCALE_POINTS.match(line.text, q.end) or _is_paired(line, q)
    if not scored and not _is_level(line, q):
        return None
    if _PROBABILITY.search(line.low[max(0, q.start - 30) : q.start]):
        return None
    if effect := _EFFECT_SIZE.search(line.segment):
        return recast(EffectSize, q, measure=str(effect.lastgroup))
    if line.names("scale") or _SCORE_WORDS.search(line.segment):
        return recast(Points, q)
    return None


def _is_slope(line: Line, q: Quantity) -> bool:
    """Whether a figure is the slope of a regression, which is on no scale."""
    return _SLOPE.search(line.low, 0, q.start) is not None


def _is_of_another_drug(line: Line, q: Quantity) -> bool:
    """Whether a figure is what others found of a drug that no trial of the records tested."""
    found = _FOUND_OF.match(line.low, q.end)
    named = (*line.names("compound"), *line.names("control"))
    return found is not None and any(
        m.start == found.end() and not line.records.trials_by_compound.keys() & set(m.ids)
        for m in named
    )


def _is_level(line: Line, count: Count) -> bool:
    """Whether a whole number is the level of a group on a scale that is named: "was 12 on 25 mg
    and 16 on 1 mg"."""
    if not line.names("scale") or count.bound != "exact" or count.high is not None:
        return False
    before = line.low[max(0, count.start - 30) : count.start]
    return bool(_STOOD.search(before)) and bool(_WITH.match(line.low, count.end))


def _is_paired(line: Line, count: Count) -> bool:
    """Whether a bare number goes with points before it: "by 8 points with …, and by 6 with …"."""
    before = line.low[max(0, count.start - 24) : count.start]
    points = (p for p in line.reading.of(Points) if p.end <= count.start)
    return (
        any(points) and bool(_LIKE_POINTS.search(before)) and bool(_WITH.match(line.low, count.end))
    )


def kind_of(line: Line, value: Score) -> Kind:
    """Whether a figure is a level, a change in a group, or a difference between groups."""
    if isinstance(value, Interval | PValue | EffectSize):
        return "any"
    before = line.low[max(0, value.start - 60) : value.start]
    if _BASELINE_OF.search(before):
        return "baseline"
    if side := from_or_to(line, value):
        return side
    if isinstance(value, Amount):
        own = _BASELINE.search(before) and not _OF_THE_FIRST.search(before)
        return "baseline" if own else "any"
    if not (_PAIR.match(line.low, value.end) or _is_in_a_row(line, value)) and (
        _DIFFERENCE_BEFORE.search(before) or _DIFFERENCE_AFTER.match(line.low, value.end)
    ):
        return "difference"
    if _BASELINE.search(line.low, max(0, value.start - 30), value.end + 30):
        return "baseline"
    if _AT_FIRST.match(line.low) and not _LATER.search(line.low, 0, value.start):
        return "baseline"
    if _CHANGE.search(line.segment):
        return "change"
    return "level" if _LEVEL.search(line.segment) and not value.signed else "any"


def _is_in_a_row(line: Line, value: Score) -> bool:
    """Whether a figure is one of several that are told with their groups."""
    figures = (q for q in line.quantities if isinstance(q, Points) or _is_bare(q))
    told = [q.start for q in figures if _WITH_GROUP.match(line.low, q.end)]
    return len(told) > 1 and value.start in told


def _is_bare(q: Quantity) -> bool:
    return isinstance(q, Count) and q.noun is None and not q.stage


def is_compared(line: Line) -> bool:
    """Whether a sentence sets changes against each other rather than telling each."""
    return _COMPARED.search(line.segment) is not None


def changes_by(line: Line, value: Score) -> bool:
    """Whether scores themselves are said to have fallen by so much."""
    return _FELL_BY.search(line.low[: value.start]) is not None


def is_other_measure(line: Line, outcome: Outcome) -> bool:
    """Whether a sentence speaks of a measure that a record is not of: another scale, a rise."""
    if any(i in _OTHER_OUTCOMES and i != outcome.outcome for i in line.ids("outcome")):
        return True
    scales = line.names("scale")
    for found in _INSTRUMENT.finditer(line.text):
        if not any(m.start < found.end() and found.start() < m.end for m in scales):
            return True
    return _ROSE.search(line.segment) is not None


def is_of_shares(value: Score) -> bool:
    """Whether a figure is in percentage points."""
    text = (
        _OF_LEVEL.sub("", value.text.lower()) if isinstance(value, Interval) else value.text.lower()
    )
    return "%" in text or "percent" in text or "per cent" in text


def figure_of(value: Score, outcome: Outcome) -> Number | Interval | PValue | None:
    """The figure of a record that a figure of this sort can be held against."""
    match value:
        case Interval():
            return _interval(outcome)
        case PValue():
            return _p_value(outcome.p) if outcome.p else None
        case EffectSize():
            units = _MEASURES.get(value.measure, (value.measure.lower(),))
            return outcome.value if (outcome.unit or "").lower() in units else None
        case Amount():
            return outcome.value if (outcome.unit or "").split(" ")[0] == value.unit else None
        case Points():
            known = {"percentage points"} if is_of_shares(value) else {"points", None}
            said_short = outcome.unit == "percentage points" and _is_as_large(value, outcome)
            return outcome.value if outcome.unit in known or said_short else None


def _is_as_large(value: Points, outcome: Outcome) -> bool:
    """Whether percentage points, called points for short, are those of a record."""
    return outcome.value is not None and abs(value.value.value) == abs(outcome.value.value)


def figure_words(value: Score, outcome: Outcome) -> str:
    """That figure, for people."""
    match value:
        case Interval() if outcome.ci:
            return f"{outcome.ci[0]} to {outcome.ci[1]}"
        case PValue():
            return f"p {outcome.p}" if str(outcome.p)[:1] in "<>" else f"p = {outcome.p}"
        case _:
            return f"{outcome.value} {outcome.unit or ''}".strip()


def _interval(outcome: Outcome) -> Interval | None:
    if outcome.ci is None:
        return None
    low, high = outcome.ci
    return Interval(text=f"{low} to {high}", start=0, end=0, low=low, high=high)


@lru_cache(maxsize=256)
def _p_value(text: str) -> PValue | None:
    """The p value of a record ("<0.001", "0.17")."""
    figures = read(f"p {text}" if text[:1] in {"<", ">"} else f"p = {text}")
    return next((f for f in figures if isinstance(f, PValue)), None)
