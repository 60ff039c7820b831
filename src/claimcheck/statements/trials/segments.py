"""Which part of a sentence speaks of which trial, where it names several."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Count, EffectSize, Fraction, Percent, Points, PValue, Quantity
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.trials.identify import Named, trials_named
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.programmes import Programme, joint
from claimcheck.statements.trials.traits import has_sponsor, in_year, on_topic, under_words
from claimcheck.statements.trials.turning import AS_A_RULE

_FIGURES = (Count, EffectSize, Fraction, Percent, Points, PValue)
_ROW = lazy(
    r"[\s,]*(?:\([^)]*\)[\s,]*)?(?:(?:and|or|&|as well as|plus)\s+)?(?:its\s|the\s|then\s)?"
    r"(?:trials?\s|stud\w+\s)?"
)
_IN_PHASE = lazy(r"\s(?:[\w-]+\s)?phase\s\S+\s(?:[\w-]+\s)?(?:trials|studies)\b")
_OTHER = lazy(
    r"\b(?:the|an?|another|one)\s+(?:most recent|latest|second|other|later|earlier|previous|larger|"
    r"smaller|newer|recent|separate|follow-up|subsequent|different|third|next|pooled)\s+"
    r"(?:[\w-]+\s)?(?:trial|study|survey|analysis|meta-analysis|review|cohort|one)\b"
    r"|\band (?:an?|another) (?:[\w-]+ ){0,2}?(?:trial|study|pilot) (?:in|at|by|from)\b"
)
_ANOTHER = lazy(
    r"\b(?:and|,) (?:an?|another) (?:[\w-]+ ){0,2}?(?:trial|study|pilot) (?:in|at|by|from|of)\b"
)
_AGAINST = lazy(
    r"\b(?:compared (?:with|to)|against|versus|vs\.?|(?:more|larger|bigger) than|than)\b"
)
_WITH_FIGURE = lazy(r",? (?:with|which had|and its|\() ?(?:only |just |about )?\d")
_ONE_MORE = lazy(
    r"[,;] (?:and|while|but) (?:an?|another) (?:[\w-]+ ){0,3}?(?:trial|study|pilot)"
    r"(?= (?:with|in|of|by|that|found|showed|saw|gave|tested)\b)"
    r"|; (?:the|its|a) (?:subsequent|later|next|following|second|larger|newer|controlled)\b"
    r"[^.;,]{0,40}?\b(?:trial|study)\b"
)
"""Where a sentence that names no trial goes on to another one."""
_CALLED = lazy(r"\s*(?:\([^)]*\))?(?:,|\s(?:is|was))?\s*")
"""Between a trial and what it is called: "COMP006, the second pivotal trial"."""
_AT = lazy(r"\b(?:at|from|by|of|in) (?:the )?\Z")
_JOINED = lazy(r"(?:[’']s?)? (?:and|&) (?:the )?\Z")
"""Between two institutions that each had one: "the Hopkins and NYU studies"."""
_WORKS = lazy(r"(?:[’']s?)? (?:[\w-]+ ){0,3}?(?:trials|studies|papers|pilots)\b")
_OF_EACH = lazy(
    r"\b(?:both|two|each|the|three) (?:[\w-]+ ){0,2}?(?:trials?|studies|teams|groups|papers)\b|"
    r"\bone\b[^.;]{2,60}?\b(?:one|the other)\b|"
    r"\d[^.;,\d]{2,60}(?:,|\band\b|\bagainst\b) (?:another )?\d+\b"
)
"""What tells that each institution had a trial of its own."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a sentence, and the trials it names; none where it names none."""

    line: Line
    trials: tuple[Trial, ...] = ()
    each: bool = False
    """What it says is said of each of the trials."""
    group: Programme | None = None
    """What it says is said of them together."""


def segments(line: Line) -> tuple[Segment, ...]:
    """The parts of a sentence by the trials it names."""
    return line.remembered("segments", lambda: tuple(_segments(line)))


def _segments(line: Line) -> Iterator[Segment]:
    if at_large := AS_A_RULE.search(line.low, 1):
        line = line.part(0, at_large.start())
    named = trials_named(line) or _of_runners(line)
    if not named and (other := _ONE_MORE.search(line.low, 1)):
        yield Segment(line.part(0, other.start()))
        yield Segment(line.part(other.start(), len(line.text)))
        return
    if len(named) < 2:
        whole = line if not named else line.part(0, _up_to_rival(line, *named[0]))
        yield _beside_another(whole, named)
        return
    if group := joint(line, named) if _side_by_side(line, named) else None:
        yield Segment(line, group.trials, group=group)
        return
    starts = [mention.start for mention, _ in named]
    ends = [mention.end for mention, _ in named]
    figures = [q for q in line.quantities if isinstance(q, _FIGURES) and not _is_work(q, line)]
    if figures and all(f.start > starts[-1] for f in figures) and _side_by_side(line, named):
        yield from _in_order(line, named, figures)
    elif figures and figures[0].start < starts[0]:
        end = _respective(line, named, figures) or len(line.text)
        yield from _cut(line, named, [0, *ends[:-1]], [*ends[:-1], end])
    elif figures:
        end = _respective(line, named, figures) or len(line.text)
        starts = _beginnings(line, named)
        yield from _cut(line, named, [0, *starts], [*starts, end])
    else:
        yield from _features(line, named)


def _of_runners(line: Line) -> Named:
    """The trials of several institutions, where the sentence tells one of each: "51 at Hopkins and
    29 at NYU"."""
    runners = _joined(line)
    if not runners and _OF_EACH.search(line.low):
        runners = [m for m in line.names("sponsor") if _AT.search(line.low[: m.start])]
    if len(runners) < 2:
        return []
    found = [(mention, _run_by(mention, runners, line)) for mention in runners]
    several = len({t.id for _, trials in found for t in trials}) == len(runners)
    return found if several and all(len(trials) == 1 for _, trials in found) else []


def _joined(line: Line) -> list[Mention]:
    """The two institutions whose trials are spoken of together: "the Hopkins and NYU studies";
    a figure may be that of both in all."""
    if any(isinstance(q, _FIGURES) and not _is_work(q, line) for q in line.quantities):
        return []
    for one, other in itertools.pairwise(line.names("sponsor")):
        apart = _JOINED.fullmatch(line.low, one.end, other.start)
        if apart and _WORKS.match(line.low, other.end):
            return [one, other]
    return []


def _run_by(runner: Mention, runners: Sequence[Mention], line: Line) -> tuple[Trial, ...]:
    """The trials that one of them ran without the others, on what is spoken of."""
    records = line.records
    others = {i for m in runners if m is not runner for i in m.ids}
    trials = tuple(
        t
        for t in records.base.trials
        if t.parent is None
        and has_sponsor(t, set(runner.ids), records)
        and not has_sponsor(t, others, records)
    )
    fitting = on_topic(line, trials) or under_words(line, trials) or trials
    return in_year(line, fitting) or fitting


def _is_work(figure: Quantity, line: Line) -> bool:
    """Whether a number counts trials: "one trial", "two phase 3 trials"."""
    work = isinstance(figure, Count) and figure.noun in {"trial", "study", "paper"}
    return work or _IN_PHASE.match(line.low, figure.end) is not None


def _beside_another(line: Line, named: Named) -> Segment:
    """One trial at most is named; what is said of another study after it is not said of it."""
    if not named:
        return Segment(line)
    name = named[0][0]
    others = _OTHER.finditer(line.low, name.end)
    other = next((o for o in others if not _CALLED.fullmatch(line.low, name.end, o.start())), None)
    end = other.start() if other else _of_another_sponsor(line, *named[0])
    return Segment(line if end is None else line.part(0, end), named[0][1])


def _up_to_rival(line: Line, name: Mention, trials: tuple[Trial, ...]) -> int:
    """Where a sentence on one trial comes to another, with figures of its own, that it is only
    compared with: "X, with 104 people, was larger than Y, with 90"."""
    own = {t.id for t in trials}
    for other in line.trial_names:
        apart = other.start > name.end and not own & set(other.ids)
        against = [m.start() for m in _AGAINST.finditer(line.low, name.end, other.start)]
        if apart and against and _WITH_FIGURE.match(line.low, other.end):
            return against[-1]
    return len(line.text)


def _of_another_sponsor(line: Line, name: Mention, trials: tuple[Trial, ...]) -> int | None:
    """Where, after a semicolon, the work of another sponsor is spoken of."""
    own = [s for trial in trials for s in trial.sponsor]
    related = line.records.sponsors.related
    for mention in line.names("sponsor"):
        start = line.low.rfind(";", name.end, mention.start)
        if own and start >= 0 and not any(related(i, s) for i in mention.ids for s in own):
            return start
    return None


def _cut(line: Line, named: Named, starts: list[int], ends: list[int]) -> Iterator[Segment]:
    for (_, trials), start, end in zip(named, starts, ends, strict=True):
        yield Segment(line.part(start, end), trials)


def _in_order(line: Line, named: Named, figures: list) -> Iterator[Segment]:  # type: ignore[type-arg]
    """All names first, then the figures: as many for each name, or the same for all."""
    share = len(figures) // len(named)
    if share * len(named) != len(figures):
        yield Segment(line, tuple(t for _, trials in named for t in trials), each=len(figures) == 1)
        return
    for position, (_, trials) in enumerate(named):
        own = figures[position * share : (position + 1) * share]
        start = figures[position * share - 1].end if position else 0
        yield Segment(
            line.part(
                start if position else 0,
                own[-1].end if position + 1 < len(named) else len(line.text),
            ),
            trials,
        )


def _respective(line: Line, named: Named, figures: list) -> int | None:  # type: ignore[type-arg]
    """Where figures begin that are given to the trials "respectively", after one of each."""
    last = line.low.rfind("respectively")
    own = [f for f in figures if named[-1][0].end <= f.start < last]
    beside = len(own) >= len(named) and own[0] is not figures[0]
    return own[-len(named)].start if beside else None


def _side_by_side(line: Line, named: Named) -> bool:
    """Whether the names stand in a row: "MAPP1 and MAPP2 enrolled…"."""
    pairs = itertools.pairwise(named)
    return all(_ROW.fullmatch(line.low, a.end, b.start) for (a, _), (b, _) in pairs)


def _features(line: Line, named: Named) -> Iterator[Segment]:
    """Without figures: what follows the last name is said of all, what stands between of one."""
    last = named[-1][0]
    between = line.low[named[0][0].end : last.start]
    bare = not any(named[0][0].end <= m.start < last.start for m in _told(line))
    if bare and len(between) < 25 * len(named) and last.start < len(line.text) / 2:
        yield Segment(line, tuple(t for _, trials in named for t in trials), each=True)
        return
    if all(line.text[m.start - 1 : m.start] in {"(", "["} for m, _ in named):
        ends = [mention.end for mention, _ in named]
        yield from _cut(line, named, [0, *ends[:-1]], ends)
        return
    starts = _beginnings(line, named)
    yield from _cut(line, named, [0, *starts], [*starts, len(line.text)])


def _beginnings(line: Line, named: Named) -> list[int]:
    """Where what is said of each trial but the first begins: after a semicolon, or at the words
    for another study, if they part it from the trial before, else at its name."""
    return [
        _beginning(line, one.end, other.start)
        for one, other in itertools.pairwise(mention for mention, _ in named)
    ]


def _beginning(line: Line, start: int, name: int) -> int:
    stop = line.low.rfind(";", start, name)
    if stop < 0 and (other := _ANOTHER.search(line.low, start, name)):
        return other.start()
    if stop < 0 and (against := _set_against(line, start, name)) is not None:
        return against
    return name if stop < 0 else stop


def _set_against(line: Line, start: int, name: int) -> int | None:
    """Where the trial before a name is set against what is told of that one: "104 people, compared
    with 90 in the earlier X"."""
    found = [m.start() for m in _AGAINST.finditer(line.low, start, name)]
    figures = [q for q in line.quantities if isinstance(q, _FIGURES) and not _is_work(q, line)]
    own = found and any(found[-1] < q.start < name for q in figures)
    return found[-1] if own and any(q.end <= found[-1] for q in figures) else None


def _told(line: Line) -> tuple[Mention, ...]:
    """What a sentence says of a trial by name: its disease, its drug, who ran it."""
    return (*line.names("indication"), *line.names("compound"), *line.names("sponsor"))
