"""Words that point at a trial: the places and the people in its names.

"The Arizona study", "the trial in Natal", "the study of firefighters": words of a trial's name and
of its sponsors' that few other trials share. What counts as such a word comes from the base.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from claimcheck.model.trials import Trial
from claimcheck.model.vocabulary import Term
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed
from claimcheck.statements.names import fold
from claimcheck.statements.records import Records
from claimcheck.statements.trials.line import Line

_WORD = lazy(r"(?:\bNew )?[^\W\d_][^\W_]{3,}")
_CAPITAL = lazy(r"(?<![^\W_])(?:New )?[A-ZÀ-Þ][^\W_]{3,}")
_PEOPLE = lazy(
    r"\b(?:clinicians?|doctors|nurses|physicians|veterans?|soldiers|military|firefighters?|police|"
    r"(?<!medical )(?<!executive )(?<!financial )(?<!scientific )(?<!operating )(?<!chief )"
    r"officers?|responders|survivors?|adolescents?|teenagers|elderly|older|autistic|frontline|"
    r"inpatients?|outpatients?|caregivers?|bereave\w+|smokers?|smoking|drinkers?|special-operations)\b"
)
_GENERIC = frozenset(
    listed(
        "national medical service system public office science benefit small south west western "
        "trust clinic technology central healing recovery guided psychiatry psychology approach "
        "comparative mechanism engaging circuit capital region resilient trip united department "
        "affair foundation holding corp corporation network federal consortium neuroscience "
        "oncology hematology healthcare induction trauma star black group research hospital "
        "therapie assessing biomedical european pharma"
    )
)
_WORK = lazy(r"(?:[’']s)?\s+(?:[\w-]+\s+){0,3}?(?:trial|study|pilot)\b")
_WORK_IN = lazy(r"\b(?:trial|study|pilot) (?:in|from|at) (?:the )?\Z")
_ACTS = lazy(
    r"(?:[’']s?)? (?:(?:has |had )?(?:tested|tried|gave|given|treated|ran|studied|randomi[sz]ed|"
    r"enrolled|recruited)|(?:[\w-]+ ){0,2}?(?:trial|study|pilot|team|researchers))\b"
)
"""What a place at the head of a sentence does, if it stands for those who ran a trial there."""
_MOST_TRIALS = 6
PLACE_WEIGHT = 5
_PEOPLE_WEIGHT = 2
_MOST = 8


def told(line: Line, trials: tuple[Trial, ...]) -> tuple[tuple[Trial, ...], int] | None:
    """The trials whose names share most with a sentence, and how much that weighs."""
    known = line.records.learned("telltales", lambda: telltales(line.records))
    words = [(holders, weight) for word, weight in _said(line) if (holders := known.get(word))]
    if not words:
        return None
    weights = {t.id: min(_MOST, sum(w for ids, w in words if t.id in ids)) for t in trials}
    best = max(weights.values(), default=0)
    return (tuple(t for t in trials if weights[t.id] == best), best) if best else None


def _said(line: Line) -> Iterator[tuple[str, int]]:
    """The places and people in a sentence with their weight, those that name a sponsor left out."""
    sponsors = line.names("sponsor")
    seen = set()
    for found in _CAPITAL.finditer(line.text):
        word = fold(found.group())
        if found.start() == 0 and not _ACTS.match(line.low, found.end()):
            continue
        if word in seen or any(s.start <= found.start() < s.end for s in sponsors):
            continue
        seen.add(word)
        if _tells(line, found):
            yield word, PLACE_WEIGHT
    for found in _PEOPLE.finditer(line.low):
        word = fold(found.group())
        if word not in seen and not any(s.start <= found.start() < s.end for s in sponsors):
            seen.add(word)
            yield word, _PEOPLE_WEIGHT


def _tells(line: Line, found: re.Match[str]) -> bool:
    """Whether a place tells a trial: a country or a state does only beside a word for one."""
    within = (m for m in line.scope.own.of("jurisdiction") if m.start <= found.start() < m.end)
    state = next(within, None)
    if state is None:
        return True
    before = line.low[max(0, state.start - 30) : state.start]
    return bool(_WORK.match(line.low, state.end) or _WORK_IN.search(before))


def telltales(records: Records) -> dict[str, frozenset[str]]:
    """The words of names that few trials share, each with the trials that have it."""
    holders: defaultdict[str, set[str]] = defaultdict(set)
    common = _common_words(records)
    for trial in records.base.trials:
        for word in _words_of(trial, records):
            holders[word].add(trial.id)
    return {
        word: frozenset(ids)
        for word, ids in holders.items()
        if len(ids) <= _MOST_TRIALS
        and word not in _GENERIC
        and (word not in common or _PEOPLE.fullmatch(word))
    }


def _words_of(trial: Trial, records: Records) -> set[str]:
    names = [trial.name, *trial.aliases]
    names += _names_of(records.base.vocabulary.sponsors, trial.sponsor)
    places = {fold(w) for n in names for w in _WORD.findall(n) if w.istitle()}
    named = _names_of(records.base.vocabulary.indications, trial.indication)
    people = {fold(w) for n in (*names, *named) for w in _PEOPLE.findall(n.lower())}
    return places | people


def _names_of(terms: Iterable[Term], ids: Iterable[str]) -> list[str]:
    chosen = set(ids)
    return [n for t in terms if t.id in chosen for n in (t.name, *t.synonyms)]


def _common_words(records: Records) -> set[str]:
    """Words that names also hold in lower case, and those of substances, diseases and scales."""
    known = records.base.vocabulary
    terms = (*known.compounds, *known.indications, *known.scales, *known.outcomes)
    named = {fold(w) for t in terms for n in (t.name, *t.synonyms) for w in _WORD.findall(n)}
    small = {
        fold(w)
        for trial in records.base.trials
        for n in (trial.name, *trial.aliases, trial.primary_endpoint or "", trial.note or "")
        for w in _WORD.findall(n)
        if w[0].islower()
    }
    return named | small
