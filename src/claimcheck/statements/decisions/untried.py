"""What no trial of a treatment is said to have done yet: outdated where one has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.steps import milestones, reported, started
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.tokens import exceptions, purposes
from claimcheck.statements.decisions.trialsmeant import reports_of, same_phase
from claimcheck.statements.decisions.trialspoken import unknown_purposes
from claimcheck.statements.names import NameKind
from claimcheck.statements.nouns import Opinion

_TRIAL = lazy(
    r"\b(?:trials?|stud(?:y|ies)|rcts?|phase|pilots?|results|data|findings|tested|studied|tried|"
    r"compared|investigated|examined|against (?:an? )?placebo)\b"
)
_RUN = (
    r"(?:test\w*|enter\w*|reach\w*|beg[iau]n|start\w*|stud(?:y|ied)|evaluat\w*|undergo\w*|"
    r"advance\w*|mov(?:e|ed)|complete\w*|be(?:en)? (?:in|through|put)|see|seen|compar\w+|"
    r"tri(?:ed|al\w+)|examin\w+|assess\w*|investigat\w+|show\w*|prove\w*|g[eo]t\w*|gone|come|made|passed|met|"
    r"had|into)"
)
_NOT_RUN = lazy(
    r"\b(?:yet to|not yet|has not|have not|hasn[’']t|haven[’']t|never|still (?:has )?to|"
    r"no one|nobody|no (?!compan|firm|drugmaker)(?:[\w-]+ ){1,4}?ha(?:s|ve)|await(?:s|ing))\b"
    rf"[^.;,]{{0,40}}?(?:\b{_RUN}\b[^.;,]{{0,50}}?|(?<=ing )|(?<=s ))(?="
    r"\b(?:phase|(?:against|with) (?:an? )?placebo|(?:in|through) (?:an? |any )?(?:\w+ )?"
    r"(?:randomi[sz]ed|placebo[- ]controlled|controlled|double[- ]blind\w*))\b)"
)
"""A denial, and what it denies: a phase, a comparison with placebo, a controlled trial."""
_ENTERS = lazy(
    r"\b(?:in|into|enter|enters?|entering|reach(?:ed|es)?|begun|start(?:ed)?)\s+"
    r"(?:(?:a|its|the|late-stage|pivotal|two|large) )*\Z"
)
_IS = lazy(r"\b(?:is|are|remains?|currently|now|still)\b")
_ADJECTIVES = (
    r"(?:\s+(?:randomi[sz]ed|placebo[- ]controlled|controlled|double[- ]blind(?:ed)?|blinded|"
    r"clinical|human|single|phase|[1-4i]+[ab]?|published|completed|proper|formal|modern|rigorous|"
    r"of|the|an?|such|and|successful|positive|late[- ]stage|pivotal|registered|,))*"
)
_NO_TRIAL = lazy(
    rf"\b(?:no|not (?:one|a single)|not been (?:an?|any)|none of the)\b{_ADJECTIVES}\s+"
    r"(?P<name>(?:[\w’'-]+\s+){0,3}?)(?:trials?|stud(?:y|ies)|rcts?|results|data|findings)\b"
)
_JUST_ONE = lazy(
    rf"\b(?:only|just)\s+(?:one|a single)\b{_ADJECTIVES}\s+(?:trials?|stud(?:y|ies)|rcts?)\b|"
    rf"\bremains(?: still)? the (?:only|sole)\b{_ADJECTIVES}\s+(?:trial|study|rct) (?:of|on|in)\b|"
    rf"\b(?:is|remains)(?: still)? the (?:only|sole)\b{_ADJECTIVES}\s+(?:trial|study|rct)\b"
    r"(?=.*\b(?:so far|to date|yet|until now|as of)\b)"
)
_NO_FURTHER = lazy(
    r"\b(?:only|just|merely)\b(?: [\w-]+){0,3}? (?:up to|as far as|in|through|to|at|reached)"
    r"(?: an?)?\s*\Z"
    r"|\b(?:not|never|yet to|n[’']t|no)\b[^.;,]{0,40}?\b(?:beyond|past|further than|farther than|"
    r"later than|after|above)\s*\Z"
)
_EVIDENCE = lazy(r"\b(?:evidence|data|results|research|support|testing)\b[^.;]{0,60}\Z")
_LIMITED = lazy(r"\b(?:limited|confined|stops?|only|just|solely|no further)\b")
_ALONE = lazy(r"[^.;]{0,30}?\b(?:alone|only|at most)\b")
_ONLY_OPEN = lazy(
    r"\b(?:only|just|merely|solely)\b[^.;,]{0,40}?\b(?:in|by|through|part of) (?:\w+ )*?(?:open\b|"
    r"uncontrolled|unblinded|single-arm|non-?randomi[sz]ed)"
)
_WON = lazy(
    r"\b(?:efficac\w+|effective|works?|worked|positive|success\w*|succeed\w*|met|won|prove\w*|"
    r"beat\w*|superior\w*|primary endpoint)\b"
)
_PUBLIC = lazy(
    r"\b(?:publish\w*|report\w*|results?|read out|appear\w*|in print|released|complet\w*|"
    r"finished|survived|"
    r"(?:made it|got|gotten|come|been|gone|put) (?:\w+ )?through|passed|cleared)\b"
)
_EXISTS = lazy(
    r"\b(?:begun|started|launched|conducted|done|run|carried out|registered|undertaken|under ?way|"
    r"planned|opened|reached|entered|yet to|exists?|there (?:is|are|has|have))\b"
)
_QUALIFIED = lazy(
    r"\b(?:children|adolescents?|teenagers?|elderly|older|women|pregnan\w+|veterans?|long-term|"
    r"year|years|months?|weeks?|head-to-head|versus|combin\w+|repeat\w*|sites?|"
    r"cent(?:re|er)s|independent\w*|government|publicly|larger?|more than|fewer|over \d+|"
    r"healthy|animals?|microdos\w+|low[- ]dose|doses?|oral\w*|nasal|at home|without|"
    r"outside|replicat\w*|blinding|unblind\w*|safety|dur\w+|follow-up|real-world|another|"
    r"further|additional|third|fourth|next|new)\b|"
    r"\b(?:against|compar\w+)(?! (?:an? )?placebo)"
)
"""What a trial may lack that is of the sort all the same."""
_TESTED = lazy(
    r"\b(?:no|not|never|n[’']t)\b[^.;,]{0,40}?"
    r"\b(?:tested|tried|studied|examined|investigated|evaluated)\b"
    r"(?:(?!against|versus|placebo|combin|together|alongside)[^.;,]){0,30}? (?:in|for|against)"
    r"(?: (?:people|patients|adults|those|anyone) (?:with|who have))? \Z"
)
"""Before a disease: that a treatment was tried in it is denied."""
_SO_FAR = lazy(r"\W*(?:(?:so far|to date|yet|at all|before|until now)\W*)?\Z")
_AGAINST = lazy(r"\bplacebo[- ]controlled\b|\b(?:against|with) (?:an? )?placebo\b")
_CONTROLLED = lazy(r"\b(?:controlled|rcts?)\b")
_RANDOMISED = lazy(r"\brandomi[sz]ed\b|\brcts?\b|\bdouble[- ]blind\w*")
_HAD = lazy(r"(?<!has )(?<!have )(?<!yet )(?<!ever )\b(?:had|hadn't)\b")
_POSTMARKETING = 4
_NAMES: tuple[NameKind, ...] = ("compound", "indication", "treatment")


@dataclass(frozen=True, slots=True)
class _Sort:
    """The sort of trial of which there is said to be none, or no more than `known`."""

    state: Literal["begun", "reported", "won"]
    phases: tuple[str, ...] = ()
    above: int | None = None
    """A phase that none is later than."""
    words: str = ""
    """The words on how it is controlled."""
    known: int = 0

    def holds(self, trial: Trial, passage: Passage) -> bool:
        """Whether a trial is of the sort, and has come as far."""
        if self.above is not None and not self.above < _number(trial.phase) < _POSTMARKETING:
            return False
        if not all(same_phase(p, trial.phase) for p in self.phases):
            return False
        if _AGAINST.search(self.words) and not any("placebo" in c for c in trial.design.control):
            return False
        if _CONTROLLED.search(self.words) and not set(trial.design.control) - {"none"}:
            return False
        if _RANDOMISED.search(self.words) and trial.design.allocation != "randomised":
            return False
        if self.state == "begun":
            return started(trial, passage.now)
        won = self.state != "won" or trial.primary_result == "met"
        return won and reported(trial, passage.now)


_HARM = lazy(
    r"\b(?:report\w*|saw|observed|recorded|caused|led to) (?:an?|any) "
    r"(?:(?:serious|severe|major|lasting) )?(?:adverse|side|harm|deaths?|suicid|safety)"
)
"""What no trial found, though it looked: harm."""


def untried(passage: Passage) -> Iterator[Opinion]:
    """The opinions on how far trials of a treatment are said not to have come, or to be."""
    if not _TRIAL.search(passage.low):
        return
    for clause in passage.clauses:
        words = clause.words.replace(" tried ", " tested ")
        if phrases.HISTORY.search(words) or phrases.IDLE.search(words) or _HAD.search(words):
            continue
        if _HARM.search(words) or any(unknown_purposes(passage, clause)):
            continue
        sort = _sort(passage, clause)
        if sort is None:
            yield from _at_stage(passage, clause)
        elif not _is_of_trial(passage, clause):
            trials = [t for t in _trials(passage, clause) if sort.holds(t, passage)]
            if len(trials) > sort.known:
                yield _opinion(passage, clause, trials, "outdated")


def _is_of_trial(passage: Passage, clause: Clause) -> bool:
    """Whether a clause that names nothing goes on about a trial named before it."""
    named = any(passage.mentions(kind, clause) for kind in _NAMES)
    return not named and bool(passage.scope.nearest("trial"))


def _sort(passage: Passage, clause: Clause) -> _Sort | None:
    """What a clause denies; None where it denies nothing that a trial could have done."""
    words = clause.words
    phases = [p for p in passage.reading.of(Phase) if clause.holds(p.start, p.end)]
    values = tuple(p.value for p in phases)
    for phase in phases:
        if _is_last(words, phase):
            return _Sort("begun", above=_number(phase.value))
        still = ahead(clause)
        to_come = still is not None and still.start < phase.start
        if to_come and _ENTERS.search(words[: phase.start]) and not _qualified(words):
            return _Sort(_state(words, "begun"), values)
    if _ONLY_OPEN.search(words) and purposes(passage, clause):
        return _Sort("reported", words="randomised")
    if _qualified(words):
        return None
    if _is_untested(passage, clause):
        return _Sort("reported")
    if _NOT_RUN.search(words):
        if phases or purposes(passage, clause):
            return _Sort(_state(words, "begun" if phases else "reported"), values, words=words)
        return None
    told = _PUBLIC.search(words) or _WON.search(words) or _EXISTS.search(words)
    one = _JUST_ONE.search(words)
    if one and (told or " the " in one.group()) and not passage.moments(clause):
        return _Sort(_state(words, "begun"), values, words=one.group(), known=1)
    none, still = _NO_TRIAL.search(words), ahead(clause)
    if none and told and still and still.manner == "denied" and _known(passage, none):
        return _Sort(_state(words, "begun"), values, words=words)
    return None


def _is_untested(passage: Passage, clause: Clause) -> bool:
    """Whether a treatment is said never to have been tried in a disease, of whoever has it."""
    words = clause.words
    return any(
        _TESTED.search(words[: m.start]) and _SO_FAR.match(words, m.end)
        for m in passage.mentions("indication", clause)
    )


def _is_last(words: str, phase: Phase) -> bool:
    """Whether words say that nothing went further than a phase."""
    before = words[: phase.start]
    limited = _LIMITED.search(before) or _ALONE.match(words, phase.end)
    return bool(_NO_FURTHER.search(before) or (limited and _EVIDENCE.search(before)))


def _qualified(words: str) -> bool:
    return _QUALIFIED.search(words) is not None


def _state(words: str, else_: Literal["begun", "reported"]) -> Literal["begun", "reported", "won"]:
    """How far a trial must have come to overtake a clause, by its words."""
    if _WON.search(words):
        return "won"
    return "reported" if _PUBLIC.search(words) else else_


def _known(passage: Passage, found: re.Match[str]) -> bool:
    """Whether every word between "no" and "trial" is a name that the vocabulary knows."""
    named = [m for kind in _NAMES for m in passage.mentions(kind)]
    start = found.start("name")
    rest = [
        c
        for at, c in enumerate(found["name"], start)
        if not any(m.start <= at < m.end for m in named)
    ]
    return not "".join(rest).strip(" -’'")


def _at_stage(passage: Passage, clause: Clause) -> Iterator[Opinion]:
    """In a phase now: right if a trial of it has begun and none of a later one."""
    if passage.mentions("trial", clause) or passage.mentions("sponsor", clause):
        return
    for phase in passage.reading.of(Phase):
        before = clause.words[: phase.start]
        if not clause.holds(phase.start, phase.end) or _WON.search(clause.words):
            continue
        if not (_ENTERS.search(before) and _IS.search(before)) or phrases.FORECAST.search(before):
            continue
        trials = [t for t in _trials(passage, clause, bare=False) if started(t, passage.now)]
        number = _number(phase.value)
        later = [t for t in trials if number < _number(t.phase) < _POSTMARKETING]
        here = [t for t in trials if same_phase(phase.value, t.phase)]
        if later and number:
            yield _opinion(passage, clause, later, "outdated")
        elif here:
            yield _opinion(passage, clause, here, "supported")


def _trials(passage: Passage, clause: Clause, *, bare: bool = True) -> Sequence[Trial]:
    """Trials of the treatments, or of a class of them, for the diseases that a clause names."""
    up = passage.records.indications.up
    found, left_out = {}, exceptions(passage)
    for subject in subjects(passage, clause, bare=bare):
        wanted = subject.indications or purposes(passage, clause)
        for compound in subject.compounds if bare or not subject.whole else ():
            for trial in passage.records.trials_by_compound.get(compound, ()):
                suits = not wanted or any(i in up(own) for i in wanted for own in trial.indication)
                if suits and not trial.parent and not left_out & {*trial.compound}:
                    found[trial.id] = trial
    days = {t.id: t.dates.readout or t.dates.published or t.dates.start for t in found.values()}
    return sorted(found.values(), key=lambda t: str(days[t.id]))


def _number(phase: str | None) -> int:
    return max((int(c) for c in phase or "" if c.isdigit()), default=0)


def _opinion(
    passage: Passage,
    clause: Clause,
    trials: Sequence[Trial],
    standing: Literal["outdated", "supported"],
) -> Opinion:
    return opinion(
        standing,
        stated(passage, clause.start, clause.end),
        passage,
        trials=trials[:3],
        references=reports_of(trials[:2]) if standing == "outdated" else (),
        expected=milestones(trials[:2]),
    )
