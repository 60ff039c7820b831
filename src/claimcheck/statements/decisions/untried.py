"""What no trial is said to have done yet, or only a lesser one: outdated where a trial has."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.decisions import phrases, trialcues
from claimcheck.statements.decisions.ahead import ahead
from claimcheck.statements.decisions.clauses import Clause
from claimcheck.statements.decisions.findings import opinion, stated
from claimcheck.statements.decisions.passage import Passage
from claimcheck.statements.decisions.steps import reported, started
from claimcheck.statements.decisions.subjects import subjects
from claimcheck.statements.decisions.tokens import purposes
from claimcheck.statements.decisions.trialsmeant import reports_of, same_phase
from claimcheck.statements.nouns import Opinion

_TRIAL = lazy(
    r"\b(?:trials?|stud(?:y|ies)|rcts?|phase|pilots?|results|data|findings|tested|studied|"
    r"investigated|examined|tried|against (?:an? )?placebo)\b"
)
_ADJECTIVES = (
    r"(?:\s+(?:randomi[sz]ed|placebo[- ]controlled|controlled|double[- ]blind(?:ed)?|blinded|"
    r"clinical|human|single|phase|[1-4i]+[ab]?|published|completed|proper|formal|modern|rigorous|"
    r"of|the|an?|"
    r"such|and|successful|positive|late[- ]stage|pivotal|registered|,))*"
)
_NO_TRIAL = lazy(
    rf"\b(?:no|not (?:one|a single)|not been (?:an?|any)|none of the)\b{_ADJECTIVES}\s+"
    r"(?P<name>(?:[\w’'-]+\s+){0,3}?)"
    r"(?:trials?|stud(?:y|ies)|rcts?|results|data|findings)\b"
)
_JUST_ONE = lazy(
    rf"\b(?:only|just)\s+(?:one|a single)\b{_ADJECTIVES}\s+(?:trials?|stud(?:y|ies)|rcts?)\b"
)
_PUBLIC = lazy(r"\b(?:publish\w*|report\w*|read out|appear\w*|in print|released|complet\w*)\b")
_BEGUN = lazy(
    r"\b(?:has|have|ha[sd]n[’']t|haven[’']t|is|are) (?:\w+ ){0,3}?(?:been )?(?:begun|started|"
    r"launched|"
    r"conducted|done|run|carried out|registered|undertaken|under ?way|planned|opened|reached|"
    r"entered)\b|"
    r"\bthere (?:is|are|has|have)\b|\byet to\b|\bexists?\b"
)
_QUALIFIED = lazy(
    r"\b(?:children|adolescents?|teenagers?|elderly|older|women|pregnan\w+|veterans?|long-term|"
    r"year|years|months?|weeks?|head-to-head|versus|against|compar\w+|combin\w+|repeat\w*|sites?|"
    r"cent(?:re|er)s|independent\w*|government|publicly|larger?|more than|fewer|over \d+|"
    r"healthy|animals?|microdos\w+|low[- ]dose|doses?|oral\w*|nasal|at home|without|other than|"
    r"except|outside|replicat\w*|blinding|unblind\w*|safety|dur\w+|follow-up|real-world)\b"
)
_CONTROLLED = lazy(r"\b(?:placebo[- ]controlled|controlled|rcts?)\b")
_PLACEBO = lazy(r"\bplacebo[- ]controlled\b")
_RANDOMISED = lazy(r"\brandomi[sz]ed\b|\brcts?\b|\bdouble[- ]blind\w*")
_THROUGH = lazy(
    r"\b(?:made it|got|gotten|come|been|gone|put) (?:\w+ )?through\b|\b(?:completed|finished|"
    r"passed|cleared|survived)\b"
)
_UP_TO = lazy(
    r"\b(?:only|just|merely)\b(?: [\w-]+){0,3}? (?:up to|as far as|in|through|to|at|reached)"
    r"(?: an?)?\s*\Z"
    r"|\b(?:not|never|yet to|n[’']t|no)\b[^.;,]{0,40}?\b(?:beyond|past|further than|farther than|"
    r"later than|after|above)\s*\Z"
)
_ALONE = lazy(
    r"\b(?:evidence|data|results|research|support|testing)\b[^.;]{0,60}?\b(?:comes?|stems?|"
    r"derives?|is|are|goes|limited|confined|rests?|stops?|ends?)\b(?: [\w-]+){0,3} \Z"
)
_NO_MORE = lazy(r"[^.;]{0,30}?\b(?:alone|only|at most)\b")
_ONLY = lazy(r"\b(?:only|just|solely|merely|limited|confined|stops?|no further)\b")
"""Before and after a phase: the evidence goes no further."""
_CONTROL = lazy(
    r"\b(?:tested|studied|tried|compared|examined|evaluated|investigated|assessed)\b[^.;,]{0,30}?\b"
    r"(?:against (?:an? )?placebo|with (?:an? )?placebo|in (?:an? |any )?(?:\w+ )?(?:randomi[sz]ed|"
    r"placebo[- ]controlled|controlled|double[- ]blind\w*) (?:[\w-]+ ){0,2}?(?:trials?|stud\w+))\b"
)
_TRIED = lazy(r"\btried\b(?! to\b)")
"""A treatment is tested; to try to do something is another thing."""
_NEVER = lazy(
    r"\b(?:has|have) (?:\w+ )?(?:never|not|yet to|still to)\b|\bhas(?:n[’']t)\b|\bhaven[’']t\b"
    r"|\b(?:no one|nobody|no (?:team|group|researchers?|scientists?)|none)\b[^.;,]{0,30}?"
    r"\bha(?:s|ve)\b"
)
_ONLY_OPEN = lazy(
    r"\b(?:tested|studied|tried|investigated|examined|evaluated|explored)\b[^.;,]{0,30}?\b(?:only|"
    r"just|merely|solely)\b(?: so far| to date)? (?:in|by|through|"
    r"as part of) (?:\w+ )*?(?:open\b|"
    r"uncontrolled|unblinded|single-arm|non-?randomi[sz]ed)"
    r"|\bonly (?:been )?(?:tested|studied|tried|investigated|examined|evaluated|explored)\b"
    r"[^.;,]{0,20}?\b(?:in|by|through) (?:\w+ )*?(?:open\b|uncontrolled|unblinded|"
    r"single-arm|"
    r"non-?randomi[sz]ed)"
)


def untried(passage: Passage) -> Iterator[Opinion]:
    """The opinions on statements that a treatment has not been through some sort of trial."""
    if not _TRIAL.search(passage.low):
        return
    for clause in passage.clauses:
        said = _TRIED.sub("tested", clause.words)
        if phrases.HISTORY.search(said) or phrases.IDLE.search(said):
            continue
        for reader in _READERS:
            trials = list(reader(passage, clause))
            if trials:
                yield _overtaken(passage, clause, trials)
                break


def _none_of_the_sort(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """ "No placebo-controlled trial of X in Y has been published", "X has yet to … in phase 3"."""
    found, still = _NO_TRIAL.search(clause.words), ahead(clause)
    if still is None or still.manner != "denied" or _QUALIFIED.search(clause.words):
        return
    phases = [p for p in passage.reading.of(Phase) if clause.holds(p.start, p.end)]
    done = trialcues.WON.search(clause.words) or _THROUGH.search(clause.words)
    if not found and not (phases and done):
        return
    if found and not _known(passage, found.start("name"), found.end("name")):
        return
    if not any(said.search(clause.words) for said in (_PUBLIC, _THROUGH, trialcues.WON, _BEGUN)):
        return
    has_reached = _state(clause.words)
    for trial in _of(passage, clause):
        if all(same_phase(p.value, trial.phase) for p in phases) and has_reached(trial, passage):
            yield trial


def _just_one(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """ "Just one phase 3 trial of X has reported": a second one has."""
    found = _JUST_ONE.search(clause.words)
    told = _PUBLIC.search(clause.words) or (found and trialcues.WON.search(found.group()))
    if not found or not told or passage.moments(clause) or _QUALIFIED.search(clause.words):
        return
    phases = [p for p in passage.reading.of(Phase) if clause.holds(p.start, p.end)]
    has_reached = _state(clause.words)
    trials = [
        t
        for t in _of(passage, clause)
        if all(same_phase(p.value, t.phase) for p in phases) and has_reached(t, passage)
    ]
    if len(trials) > 1:
        yield from trials


def _known(passage: Passage, start: int, end: int) -> bool:
    """Whether every word between "no" and "trial" is a name that the vocabulary knows."""
    named = [*passage.mentions("compound"), *passage.mentions("indication"),
             *passage.mentions("treatment")]  # fmt: skip
    words = passage.low[start:end]
    rest = "".join(
        " " if any(m.start <= start + i < m.end for m in named) else c for i, c in enumerate(words)
    )
    return not rest.strip(" -’'")


def _state(words: str) -> Callable[[Trial, Passage], bool]:
    """What a trial must have reached to overtake the clause, by its words."""

    def fits(trial: Trial, passage: Passage) -> bool:
        placebo = any("placebo" in control for control in trial.design.control)
        if _PLACEBO.search(words) and not placebo:
            return False
        if _CONTROLLED.search(words) and not set(trial.design.control) - {"none"}:
            return False
        if _RANDOMISED.search(words) and trial.design.allocation != "randomised":
            return False
        if trialcues.WON.search(words):
            return trial.primary_result == "met" and reported(trial, passage.now)
        return (
            reported(trial, passage.now) if _PUBLIC.search(words) else started(trial, passage.now)
        )

    return fits


def _not_beyond(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """ "Only up to phase 2", "not beyond phase 1": a trial of a later phase has begun."""
    for phase in passage.reading.of(Phase):
        if not clause.holds(phase.start, phase.end) or not _is_last(clause.words, phase):
            continue
        said = _number(phase.value)
        for trial in _of(passage, clause):
            if said < _number(trial.phase) < _POSTMARKETING and started(trial, passage.now):
                yield trial


def _is_last(words: str, phase: Phase) -> bool:
    """Whether words say that nothing went further than a phase."""
    before, after = words[: phase.start], words[phase.end :]
    if _UP_TO.search(before):
        return True
    limited = _NO_MORE.match(after) or _ONLY.search(before)
    return bool(limited and _ALONE.search(before))


def _not_controlled(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """ "Has yet to be tested against placebo": such a trial has reported."""
    found = _CONTROL.search(clause.words)
    if not found or not _NEVER.search(clause.words, 0, found.start()):
        return
    rest = clause.words[: found.start()] + clause.words[found.end() :]
    if _QUALIFIED.search(rest) or not purposes(passage, clause):
        return
    has_reached = _state(
        f"{found.group()} reported placebo-controlled"
        if "placebo" in found.group()
        else f"{found.group()} reported"
    )
    yield from (t for t in _of(passage, clause) if has_reached(t, passage))


def _only_open(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """ "Tested only in an open-label pilot": a randomised trial has reported."""
    if not _ONLY_OPEN.search(clause.words) or not purposes(passage, clause):
        return
    for trial in _of(passage, clause):
        if trial.design.allocation == "randomised" and reported(trial, passage.now):
            yield trial


def _of(passage: Passage, clause: Clause) -> Iterator[Trial]:
    """Trials of the treatments, or of a class of them, for the diseases that a clause names."""
    up = passage.records.indications.up
    seen = set()
    for subject in subjects(passage, clause, bare=True):
        wanted = subject.indications or purposes(passage, clause)
        for compound in subject.compounds:
            for trial in passage.records.trials_by_compound.get(compound, ()):
                suits = not wanted or any(i in up(own) for i in wanted for own in trial.indication)
                if suits and not trial.parent and trial.id not in seen:
                    seen.add(trial.id)
                    yield trial


_POSTMARKETING = 4


def _number(phase: str | None) -> int:
    return max((int(c) for c in phase or "" if c.isdigit()), default=0)


def _overtaken(passage: Passage, clause: Clause, trials: list[Trial]) -> Opinion:
    what = stated(passage, clause.start, clause.end)
    first = sorted(trials, key=lambda t: str(t.dates.readout or t.dates.published or t.dates.start))
    told = "; ".join(_told(t) for t in first[:2])
    return opinion(
        "outdated", what, passage, trials=first[:3], references=reports_of(first[:2]), expected=told
    )


def _told(trial: Trial) -> str:
    dates = trial.dates
    for word, when in (
        ("first results", dates.readout), ("published", dates.published), ("began", dates.start),
    ):  # fmt: skip
        if when:
            return f"{trial.name}: {word} {when}"
    return trial.name


_READERS = (_none_of_the_sort, _just_one, _not_beyond, _not_controlled, _only_open)
