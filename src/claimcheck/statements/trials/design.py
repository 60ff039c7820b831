"""Design and phase of a trial: blinding, allocation, control group."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.facts import SILENT, Check, Fact, Single, answered
from claimcheck.statements.trials.lexicon import Hit
from claimcheck.statements.trials.line import Line

_MASKED = frozenset({"double-blind", "triple-blind", "quadruple-blind"})
_BLINDING = lazy(
    r"(?<!had )(?<!have )(?<!got )(?<!get )(?<!received )(?<!given )(?<!offered )(?<!later )"
    r"\b(?P<open>open[- ]label(?:led)?|unblinded|unmasked)\b(?! (?:\w+ )?(?:part|phase|period|"
    r"extension|follow-up|stage|continuation|portion|sessions?|dose|roll-?over|"
    r"cross-?over(?! (?:trial|study|design))|"
    r"weeks|months)\b)"
    r"|\b(?P<double>(?:double|triple|quadruple)[- ](?:blind(?:ed)?|masked))\b"
    r"|\b(?P<single>single[- ](?:blind(?:ed)?|masked))\b"
    r"|(?<!rater[- ])(?<!assessor[- ])(?<!evaluator[- ])(?<!observer[- ])(?<!investigator[- ])"
    r"\b(?P<blind>blinded|masked)\b(?! (?:rater|assess|evaluat|observer|independent|to ))"
)
_ALLOCATION = lazy(
    r"\b(?P<non>non-?randomi[sz]ed|not randomi[sz]ed)\b"
    r"|\b(?P<random>randomi[sz]ed|randomly (?:assigned|allocated|split|divided|put|drawn)|"
    r"randomi[sz]ation|"
    r"(?:drawn|drew|picked|chosen|assigned|allotted|allocated|split|divided|sorted|decided|"
    r"determined|settled|"
    r"put|placed|went|by)\b[^;.]{0,40}?\b(?:by (?:drawing )?lots?|by lottery|by (?:the |"
    r"a )?(?:toss|flip|draw)|at random|by chance)|"
    r"(?:lots were drawn|drew lots|a coin (?:toss|flip)|the (?:toss|flip) of a coin|"
    r"luck of the draw))\b"
)
_LATER = lazy(r"\bopen\b|\bcross|\bwithin subject|\bfixed order|\bown control")
"""What in a record may stand for a crossover of some kind."""
_RATERS = lazy(
    r"\b(?:raters?|assessors?|evaluators?|observers?|investigators?)\s(?:were|was|are|stayed|"
    r"remained)\s(?:\w+\s)?\Z"
)
_PARTS = lazy(
    r"\b(?:parts?|stages?|periods?|phases) (?:[a-d1-4]|one|two)\b|\bfollowed by\b|\bthen\b"
)
_ONE_PART = lazy(
    r"\b(?:in|during|for) (?:the )?(?:(?:first|second|next|last|other) (?:part|stage|"
    r"period|half)|(?:part|stage|period) (?:[a-d1-4]|one|two|three))\b"
)
"""What tells that some of a trial was open and some was blinded."""
_OPENED = lazy(
    r"\b(?:after|once|until|when|before|as soon as)\b[^;.]{0,60}\b(?:was|were|is|are|been)\s+"
    r"(?:\w+ly\s+)?\Z|\bcross(?:ed|es|ing)? over\W[^;.]{0,20}\Z"
)
"""What leads to the moment at which people were told what they had got."""
_AFTERWARDS = lazy(
    r"\b(?:(?:after|once|following|beyond|since) [^,;.]{0,50}|(?:follow-up|extension|long-term) "
    r"(?:[\w-]+ ){0,3}?)\Z"
)
"""What leads to "uncontrolled" where that is said of what came after the trial proper."""
_BY_LOT = ("random", " lot", "coin", "by chance", "draw", "toss", "flip")
_CONTROL = lazy(
    r"\b(?P<placebo>placebo[- ]controlled|"
    r"(?:had|has|with|used|uses|included|includes|there (?:was|were)) an? placebo (?:group|arm|"
    r"control))\b"
    r"|\b(?P<single>uncontrolled|single[- ]arm|no (?:control|comparison) (?:group|arm)|"
    r"without an? (?:control|comparison|comparator)(?: group| arm)?|no (?:controls?|comparator)\b|"
    r"neither (?:a )?(?:placebo|control|comparator)\w* nor)"
    r"|(?<!placebo[- ])\b(?P<controlled>controlled (?:study|trial|experiment|pilot))\b"
    r"|\b(?P<noplacebo>(?:no|without(?: a)?) placebo(?: group| arm| control)?|"
    r"(?:nobody|no one|no-one|none of (?:them|the \w+)) (?:(?:was|were|got|had|received|took|"
    r"given)\s)+"
    r"(?:an? )?placebo)\b"
)
_NOT = lazy(
    r"(?:\b(?:(?:nobody|no one|no-one|none(?: of (?:them|these|those|the (?:[\w-]+ ){1,5}?))?) ?"
    r"(?:was|were)|not|no|neither|nor|"
    r"without|rather than|instead of|isn[’']t|wasn[’']t|weren[’']t|"
    r"never)\s+"
    r"(?:(?:a|an|been|truly|fully|really|in|even|or)\s+){0,2}|n[’']t\s+(?:a\s+|an\s+)?)\Z"
)
_SHAPE = lazy(
    r"\b(?P<cross>cross-?over|crossed over)\b(?! (?:to|into|after|at|to (?:the )?(?:open|active)))|"
    r"\b(?P<parallel>parallel[- ](?:groups?|arms?|design|trial|study))\b"
)
_MODAL = lazy(
    r"\b(?:will|would|should|could|may|might|must|needs?|require\w*|future|larger|further|more|"
    r"other|"
    r"next|ideally|until|await\w*|call\w* for)\b(?:(?!, (?:since|because|as|for)\b)[^;]){0,60}\Z"
)
_ON_THE_WAY = lazy(
    r"\b(?:to|into|towards?|reach\w*|enter\w*|before|after|from|beyond|followed by|led to|next|"
    r"start\w*|began|begun|begin\w*|launch\w*|plan(?:s|ned|ning)?|(?:chosen|picked|selected|meant|bound|"
    r"ready|slated) for)\s+(?:(?:an?|its|the|their|two|three|several)\s+)?\Z"
)
"""What leads to a phase that a programme is in, which says nothing of one trial."""


_GOES_ON = lazy(
    r"\s(?:begins?|began|starts?|started|launch(?:es|ed)|kick(?:s|ed) off|opens?|opened|"
    r"follow(?:s|ed)|comes?|came|gets?|got|is (?:next|due|planned|under ?way)|"
    r"(?:has|had) (?:begun|started))\b"
)
"""What follows a phase of a programme that is told of as an event: "phase 3 begins"."""
_DATA = lazy(r"\s(?:[\w-]+\s)?(?:findings|results?|data|read-?outs?)\b")
_STAGE = lazy(r"(?:\A\W*|[,;]\s)(?:in|for|during|by|at)\s\Z")
"""What leads to a phase as a time: "In phase 3, …"."""
_IS_A = lazy(r"(?: trial| study)?(?:,| was| is) an? (?:[\w-]+,? ){0,2}")
_NOW = lazy(
    r"(?:\b(?:now|currently|already|today|presently)\s(?:in|at)|\b(?:is|are)\s(?:in|at)|"
    r"\b(?:is|are)\s(?:\w+\s)?(?:testing|developing|studying|trialling|trialing|running|"
    r"evaluating)\b[^.;]{0,90}?\bin)\s(?:late |a |an )?\Z"
)
"""What leads to the phase that a programme is in now, which trials after the first may be in."""
_KNOWN = lazy(r"\b(?:the|its|their|earlier|previous|first|second)\s(?:\w+\s)?\Z")
_WORK = lazy(
    r"\s(?:[\w-]+\s)?(?:trials?|stud(?:y|ies)|findings|results?|data|read-?outs?|papers?|parts?|"
    r"programmes?|"
    r"programs?)\b"
)
"""What tells of "the phase 2 results" that they are known, not of which phase a trial is."""
Recorded = Callable[[Trial], tuple[bool, str] | None]
"""Whether a record agrees with a feature, and what it says of it; None if it is silent."""


def feature(
    start: int,
    end: int,
    found: str,
    recorded: Recorded,
    *,
    figure: bool = False,
    result: bool = False,
    named: bool = False,
    detail: int = 0,
) -> Single:
    """A statement of one feature; `detail` is how much it tells about which trial is meant."""

    def check(trial: Trial) -> Check:
        answer = recorded(trial)
        return SILENT if answer is None else answered(trial, *answer, detail)

    fact = Fact(start, end, found, figure=figure or result, result=result, named=named)
    return Single(fact, check)


def stated(
    line: Line, at: Placed | re.Match[str], recorded: Recorded, **telling: bool | int
) -> Single:
    """A feature in the words of the sentence; `telling` is as for `feature`."""
    span = at.span() if isinstance(at, re.Match) else (at.start, at.end)
    return feature(*span, line.text[slice(*span)], recorded, **telling)  # type: ignore[arg-type]


def design_facts(line: Line) -> Iterator[Single]:
    """Every feature of the design that a sentence states."""
    low = line.low
    in_parts = "open" in low and "blind" in low and _PARTS.search(low)
    in_parts = in_parts or _ONE_PART.search(low)
    if ("blind" in low or "mask" in low or "label" in low) and not in_parts:
        yield from _found(line, _BLINDING, _blinding)
    if any(cue in low for cue in _BY_LOT):
        yield from _found(line, _ALLOCATION, _allocation)
    if "cross" in low or "parallel" in low:
        yield from _found(line, _SHAPE, _shape)
    if "control" in low or "arm" in low or "placebo" in low or "comparison" in low:
        yield from _found(line, _CONTROL, _control)
    alone = len({phase.value for phase in line.reading.of(Phase)}) == 1
    for phase in line.of(Phase):
        before = low[max(0, phase.start - 60) : phase.start]
        away = (_MODAL, _ON_THE_WAY)
        work, data = _WORK.match(low, phase.end), _DATA.match(low, phase.end)
        stage = (not work and _STAGE.search(before)) or _GOES_ON.match(low, phase.end)
        if not stage and not any(pattern.search(before) for pattern in away):
            known = work if _KNOWN.search(before) else data
            now = not line.trial_names and not work and _NOW.search(low[: phase.start])
            programme = line.records if now else None
            told = partial(_phase, phase.value, programme, alone or _is_said(line, phase))
            yield stated(line, phase, told, named=known is not None, detail=1)


def _is_said(line: Line, phase: Phase) -> bool:
    """Whether a trial whose name holds a phase is said to be in another."""
    ends = [n.end for n in line.trial_names if n.end <= phase.start]
    return bool(ends) and _IS_A.fullmatch(line.low, max(ends), phase.start) is not None


def _found(
    line: Line,
    pattern: re.Pattern[str],
    recorded: Callable[[str, bool, Trial], tuple[bool, str] | None],
) -> Iterator[Single]:
    """The first match of each alternative of a pattern, with what the record says of it."""
    seen = set()
    for found in pattern.finditer(line.low):
        kind = str(found.lastgroup)
        before = line.low[max(0, found.start() - 60) : found.start()]
        if kind in seen or not _stands(line, found) or _MODAL.search(before):
            continue
        if kind == "blind" and _RATERS.search(before):
            continue
        if kind == "single" and pattern is _CONTROL and _AFTERWARDS.search(before):
            continue
        if kind == "open" and _OPENED.search(line.low[: found.start()]):
            continue
        seen.add(kind)
        negated = _NOT.search(before[-60:])
        start = found.start() - (len(negated.group().lstrip()) if negated else 0)
        told = partial(recorded, kind, negated is not None)
        yield stated(line, Hit(start, found.end()), told, named=pattern is _SHAPE)


def _stands(line: Line, found: re.Match[str]) -> bool:
    """Whether a feature stands in the part that counts, outside the name of a trial."""
    if _in_name(line, Hit(*found.span())):
        return False
    return line.limits is None or line.limits[0] <= found.start() < line.limits[1]


def _in_name(line: Line, place: Placed) -> bool:
    return any(n.start < place.end and place.start < n.end for n in line.trial_names)


def _blinding(kind: str, negated: bool, trial: Trial) -> tuple[bool, str] | None:
    blinding = trial.design.blinding
    if blinding is None:
        return None
    agreed = {
        "open": blinding == "open-label",
        "double": blinding in _MASKED,
        "single": blinding == "single-blind",
        "blind": blinding != "open-label",
    }[kind]
    return agreed != negated, blinding


def _allocation(kind: str, negated: bool, trial: Trial) -> tuple[bool, str] | None:
    wanted, allocation = (kind == "random") != negated, trial.design.allocation
    return None if allocation is None else ((allocation == "randomised") == wanted, allocation)


def _shape(kind: str, negated: bool, trial: Trial) -> tuple[bool, str] | None:
    """Whether everyone got both treatments, one after the other, or each group its own."""
    design = trial.design
    words = f"{design.note or ''} {trial.note or ''}".lower()
    may_be = {"waiting-list", "delayed-treatment"} & set(design.control)
    if design.allocation is None or may_be or (not design.crossover and _LATER.search(words)):
        return None
    if not design.crossover and (design.allocation != "randomised" or len(trial.arms) < 2):
        return None  # without groups side by side, each person may have had several doses
    agreed = (kind == "cross") == bool(design.crossover)
    return agreed != negated, "crossover" if design.crossover else "no crossover"


def _control(kind: str, negated: bool, trial: Trial) -> tuple[bool, str] | None:
    controls = set(trial.design.control)
    beside = controls & {"low-dose", "active-placebo"} and "placebo" not in controls
    if not controls or (kind == "noplacebo" and beside):
        return None
    agreed = {
        "single": controls == {"none"} or trial.design.allocation == "single-arm",
        "controlled": controls != {"none"},
        "placebo": bool({"placebo", "active-placebo", "low-dose"} & controls),
        "noplacebo": not {"placebo", "active-placebo", "low-dose"} & controls,
    }[kind]
    return agreed != (negated and kind != "noplacebo"), f"control: {listed(sorted(controls))}"


def _phase(
    value: str, programme: Records | None, alone: bool, trial: Trial
) -> tuple[bool, str] | None:
    """Hold a phase against the record; beside another phase, it may be another trial's, and said
    of a programme, that of any of its trials."""
    if trial.phase is None:
        return None
    same = same_phase(value, trial.phase)
    if not same and programme and _has_come_to(value, trial, programme):
        return None
    return (same, f"phase {trial.phase}") if same or alone else None


def _has_come_to(value: str, trial: Trial, records: Records) -> bool:
    """Whether a trial of the same substance, by the same sponsor, is in a phase."""
    others = (t for c in trial.compound for t in records.trials_by_compound.get(c, ()))
    return any(
        other.phase and same_phase(value, other.phase) and set(other.sponsor) & set(trial.sponsor)
        for other in others
    )


def same_phase(stated: str, recorded: str) -> bool:
    """Whether two phases can be the same: 2 covers 2a and 2b, 1/2 covers both its parts."""
    ours, theirs = set(stated.split("/")), set(recorded.split("/"))
    return any(a == b or a == b[:1] or b == a[:1] for a in ours for b in theirs)


def control_names(trial: Trial, records: Records) -> str:
    """The comparators of a trial, for people."""
    return records.called("controls+compounds", trial.design.control)
