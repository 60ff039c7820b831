"""How far a sentence says a trial is: outdated once the trial had come further."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from claimcheck.classes import dataclass
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.laterdata import at_its_time, awaited_step
from claimcheck.statements.decisions.moments import Moment, Now
from claimcheck.statements.decisions.parties import near_first
from claimcheck.statements.decisions.passage import Cue, Passage
from claimcheck.statements.decisions.signkinds import Sign, found_in
from claimcheck.statements.decisions.signs import PIECES, SIGNS
from claimcheck.statements.decisions.steps import Step, milestones, reached, started
from claimcheck.statements.decisions.trialsmeant import Meant, phases_of, reports_of
from claimcheck.statements.decisions.trialspoken import STUDY, spoken_of
from claimcheck.statements.names import Mention
from claimcheck.statements.nouns import Opinion
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope
from claimcheck.statements.trials.callings import short_names

_TOLD = lazy(r"\b(?:was|were|had|did)\b(?: [\w'-]+){0,5} ?\Z")
_TIME_CLAUSE = lazy(
    r"[\s,]*(?:and |but )?(?:when|before|after|until|once|if|unless|by the time|"
    r"whether(?!.* (?:is (?:an? |the |what|still|not|un|some|one|being)|remains?|nobody)))\b"
)
_BUSINESS = lazy(
    r"\b(?:submissions?|submit\w*|applications?|fil(?:e|ing|ings)|nda|approv\w*|launch of|"
    r"market\w*|"
    r"commerciali[sz]\w+|(?<!open-)(?<!open )label\w*|vot\w+|bill|laws?|licen[cs]e[sd]?|vouchers?|"
    r"purity|quality|potency|contamina\w+|designat\w+|hearing|presented at|merger|shares|acqui\w+|"
    r"(?:aims?|seeks?|designed|meant) to (?:evaluat|assess|test|compar|determin|learn|"
    r"establish|find out)\w*|payments?|prescrib\w+|clinics?|(?<!on )courses?|training|services|"
    r"treatment (?:in|at)|guidance|(?<!peer )(?<!peer-)review)\b"
)
_OTHER_SUBJECT = lazy(
    r"\W*(?:former (?:participants|patients|volunteers)|"
    r"(?:the|this|that|its|their|an?) (?:[\w-]+ )?(?:designations?|applications?|submissions?|"
    r"reviews?|filings?|votes?|bills?|laws?|licen[cs]es?|vouchers?))\b"
)
"""What a clause can be about instead of a trial, by how it begins."""
_WORKS = lazy(
    r"\b(?:podcasts?|books?|films?|documentar(?:y|ies)|webinars?|videos?|talks?|"
    r"lectures?|"
    r"interviews?|newsletters?|memoirs?|series)\b"
)
"""What else is released or awaited."""
_NOT_ONE = lazy(
    r"\b(?:none|neither|nobody|no one|not (?:a single )?one|nothing)\b|"
    r"\b(?:not|yet to|never)\b[^.;]*? any\b"
)
"""Denied of each of several trials: one that has come further is enough."""
_SINCE = lazy(r"\b(?:since|from|after|began|started|opened)\b[^.;,]{0,24}\Z")
_ANSWER = lazy(r"\b(?:answers?|verdict|conclusions?|reports?)\b")
_OF_ANOTHER = lazy(
    r"\b(?:another|an? (?:second|third|fourth|new|further|separate|larger|smaller|sister))"
    r"(?: [\w-]+){0,3} (?:trial|study)[\s,]*(?:which|that|whose)\b[^.;,]{0,24}\Z"
)
"""Before what is said of a trial beside the one that is named: "a second study, which will …"."""
_OF_WHICH = lazy(r",\s(?:(?:the|its) [\w-]+ of )?(?:which|whose)\b")
"""Where something is stated of what only was asked about: "whether …, the results of which"."""
_AT_ONCE = lazy(r"\s*(?:\([^)]*\)\s*)?(?:\w+ly\s+)?")


@dataclass(frozen=True, slots=True)
class _Said:
    """A sign in a clause, with the trials it is said of."""

    passage: Passage
    cue: Cue
    sign: Sign
    meant: Meant
    moments: tuple[Moment, ...]

    @property
    def step(self) -> Step:
        return awaited_step(self.cue.clause.words, self.sign.step)

    @property
    def passed(self) -> bool:
        """Whether it sets a date, and that has passed."""
        return bool(self.moments) and all(m.passed(self.passage.now) for m in self.moments)

    @property
    def first_results(self) -> bool:
        """Whether the first results of a trial that is sure are foreseen."""
        return self.meant.named and self.step == "reported"

    def now(self) -> Now:
        """The day it speaks of: one that has passed, where it tells how things stood then."""
        if self.sign.manner == "ahead" or not self.passed:
            return self.passage.now
        words = self.cue.clause.words
        then = [m for m in self.moments if not _SINCE.search(words[: m.start])]
        spans = [m.date.span for m in then if m.date.span]
        return Now(spans[0][1], spans[0][1]) if spans else self.passage.now

    def _may_have(self, trial: Trial) -> bool:
        """Whether a trial counts: one that still takes people in is not asked for results."""
        return self.meant.named or self.step not in _OF_RESULTS or trial.status not in _OPEN

    def _has_taken(self, trial: Trial, now: Now) -> bool:
        timeline, words = self.passage.timeline, self.cue.clause.words
        public = at_its_time(trial, words, self.step, now, timeline)
        return reached(trial, self.step, now, timeline) if public is None else public

    def taken(self) -> tuple[Trial, ...]:
        """The trials that had come further than is said, if all that can be meant had."""
        now = self.now()
        words = self.cue.clause.words
        trials = [t for t in self.meant.trials if self._may_have(t)]
        past = [t for t in trials if self._has_taken(t, now)]
        if past and (_NOT_ONE.search(words)):
            return tuple(past)
        whole = self.meant.named or (self.step not in {"begun", "ended"})
        if whole or not self.passed:
            return tuple(past) if len(past) == len(trials) else ()
        return tuple(past)


_YEAR = timedelta(days=365)
_LONG = 5 * _YEAR
"""After so long, a text without a date that does not tell which trial it means means a new one."""
_OPEN = frozenset({"planned", "recruiting"})
_OF_RESULTS = frozenset({"reported", "published", "followed up", "followed up in print"})


def tells(scope: Scope, low: str, records: Records) -> bool:
    """Whether a sentence (in lower case) may say how far a trial is."""
    if not any(layer.mentions for layer in scope.layers) or not PIECES.within(low):
        return False
    return bool(scope.own.of("trial") or STUDY.search(low) or _calls(scope, records))


def _calls(scope: Scope, records: Records) -> bool:
    return next(short_names(scope, scope.text, records), None) is not None


def progress(passage: Passage) -> Iterator[Opinion]:
    """The opinions on how far a sentence says trials are."""
    if not PIECES.within(passage.low):
        return
    for clause in passage.clauses:
        found = [one for said in _said(passage, clause) if (one := _judged(said))]
        for standing in ("outdated", "supported"):
            if chosen := next((o for o in found if o.standing == standing), None):
                yield chosen
                break


def _is_old(trial: Trial, passage: Passage, *, sure: bool) -> bool:
    """Whether a trial was long over when a dated text was written that does not name it: what the
    text says is going on or ahead is another one."""
    scope, dates = passage.scope, trial.dates
    done = dates.published or dates.readout or dates.completion
    if done is None or scope.own.of("trial"):
        return False
    if scope.as_of is None and (sure or passage.mentions("sponsor")):
        return False
    past = _YEAR if scope.as_of else _LONG
    return done.latest + past < passage.now.first


def _said(passage: Passage, clause: Clause) -> Iterator[_Said]:
    """Every sign in a clause that is stated of trials the base knows."""
    if _TIME_CLAUSE.match(clause.words, clause.start):
        return
    meant: Meant | None = None
    for sign, start, end in found_in(clause.words, SIGNS):
        if not _is_stated(clause.words, start, end) or _is_of_agency(passage, clause, start, end):
            continue
        if meant is None:
            meant = spoken_of(passage, clause)
            sure = meant.named and (sign.step != "begun" or _is_named(passage))
            past = any(m.date.year and m.passed(passage.now) for m in passage.moments(clause))
            old = all(_is_old(trial, passage, sure=sure) for trial in meant.trials)
            if meant.trials and old and not past:
                return
        beside = clause.words[:start] + clause.words[end:]
        if not (meant.named or STUDY.search(clause.words if sign.step != "begun" else beside)):
            return
        cue = Cue("readout", start, end, clause)
        moments = tuple(m for m in near_first(passage, cue) if m.date.year)
        yield _Said(passage, cue, sign, meant, moments)


def _is_named(passage: Passage) -> bool:
    """Whether the text around names any trial: one that is to begin is else easily a new one."""
    return any(layer.of("trial") for layer in passage.scope.layers)


def _is_of_agency(passage: Passage, clause: Clause, start: int, end: int) -> bool:
    """Whether an agency does what a sign says, or its answer is meant: it runs no trial."""
    named = passage.mentions("agency", clause)
    ends = [m.end for m in named if m.end <= start]
    if any(start <= m.start < end and _ANSWER.search(clause.words, m.end, end) for m in named):
        return True
    return bool(ends) and _AT_ONCE.fullmatch(passage.low, max(ends), start) is not None


def _is_stated(words: str, start: int, end: int) -> bool:
    """Whether the words state how things are: no condition, no history, no other business."""
    before = _OF_WHICH.split(words[:start])[-1]
    if phrases.IDLE.search(before) or phrases.HISTORY.search(words[:end]):
        return False
    if (phrases.OPEN_ENDED.search(words) and "#" not in words) or _TOLD.search(before):
        return False
    if _OTHER_SUBJECT.match(words) or _WORKS.search(words) or _OF_ANOTHER.search(words[:start]):
        return False
    return not _BUSINESS.search(words, start, min(len(words), end + 40))


def _judged(said: _Said) -> Opinion | None:
    """Overtaken, lapsed, or so; None where the records do not tell."""
    if not said.meant.trials:
        return _unrecorded(said)
    if said.moments and said.sign.manner == "ahead" and not said.passed and not said.first_results:
        return None
    if past := said.taken():
        return _opinion(said, "outdated", past, milestones(past[:3]))
    if said.sign.manner == "ahead" and said.passed and said.meant.named:
        gone = f"{said.moments[0].date.text} has passed; {milestones(said.meant.trials[:3])}"
        return _opinion(said, "outdated", said.meant.trials, gone)
    going = said.sign.manner == "now" and said.step in {"filled", "ended"}
    if going and all(started(t, said.now()) for t in said.meant.trials):
        return _opinion(said, "supported", said.meant.trials, milestones(said.meant.trials[:3]))
    return None


def _unrecorded(said: _Said) -> Opinion | None:
    """A phase of a treatment that was to begin by a day that has passed, and did not."""
    clause, passage = said.cue.clause, said.passage
    if (said.sign.manner, said.sign.step) != ("ahead", "begun") or not said.passed:
        return None
    studied = [m for m in passage.mentions("compound", clause) if _is_studied(passage, m)]
    if not studied or not phases_of(passage, clause):
        return None
    return _opinion(said, "outdated", (), f"{said.moments[0].date.text} has passed; no start known")


def _is_studied(passage: Passage, mention: Mention) -> bool:
    return mention.ids[0] in passage.records.trials_by_compound


def _opinion(said: _Said, standing: str, trials: Sequence[Trial], expected: str) -> Opinion:
    clause = said.cue.clause
    return opinion(
        "outdated" if standing == "outdated" else "supported",
        stated(said.passage, clause.start, clause.end),
        said.passage,
        trials=trials[:4],
        references=reports_of(trials[:4]) if standing == "outdated" else (),
        expected=expected,
    )
