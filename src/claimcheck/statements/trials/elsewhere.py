"""Whether a sentence calls the study that it is on by a place or a disease of other trials.

"The Alabama trial" or "a smoking study", after a sentence on a trial that was run elsewhere for
something else, is another one. What points at which trial comes from the base.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.words import listed
from claimcheck.statements.names import Mention, fold
from claimcheck.statements.records import Records
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of
from claimcheck.statements.trials.telltales import PLACE_WEIGHT, telltales, told

_STUDY = r"(?:trial|study|pilot|experiment)\b"
_CALLED = lazy(rf"(?:(?:\bNew )?\b[^\W\d_][\w-]*(?:[’']s)? ){{1,3}}(?={_STUDY})")
_OF_IT = lazy(rf"[\s-]{_STUDY}")
_FROM = lazy(rf"\b{_STUDY} (?:in|at|from) (?:the )?(?P<place>(?:New )?[A-ZÀ-Þ]\w+)")
_WORD = lazy(r"(?:\bNew )?[^\W\d_][^\W_]{3,}")
_BREAKS = lazy(
    r".*\b(?:the|an?|of|in|on|to|by|with|from|for|and|or|that|this|its|their|his|her|our|was|were|"
    r"is|are|has|had) "
)
_ANY = frozenset(
    listed(
        "clinical drug treatment active long term acute therapy medication major general recovery "
        "care effect people patient participant volunteer subject adult healthy first second small "
        "single related psychological psychiatric mild moderate severe serious multiple type pilot"
    )
)
"""Words in the names of diseases that any study may be called by."""


def is_called_otherwise(line: Line, trial: Trial) -> bool:
    """Whether a sentence names its study by a word that other trials have and this one has not."""
    known = line.records.learned("telltales", lambda: telltales(line.records))
    aims = line.records.learned("aims", lambda: _aims(line.records))
    own = words_of(trial, line.records)
    there = {m.start for m in line.names("jurisdiction") if set(m.ids) & set(trial.countries)}
    pointed = None if there else told(line, line.records.base.trials)
    if pointed and pointed[1] >= PLACE_WEIGHT and trial not in pointed[0]:
        return True
    if any(_is_of(m, trial, line) for m in line.names("compound")):
        return True
    for start, word in _callings(line):
        if start in there:
            continue
        holders = (known if word[0].isupper() else aims).get(fold(word))
        if holders and trial.id not in holders and word.lower() not in own:
            return True
    return False


def _is_of(drug: Mention, trial: Trial, line: Line) -> bool:
    """Whether a study is called by a drug that a trial did not give: "the sertraline trial"."""
    called = (
        _OF_IT.match(line.low, drug.end) and not line.records.trials_by_compound.keys() & drug.ids
    )
    return bool(called) and not any(line.records.gave(trial, i) for i in drug.ids)


def _callings(line: Line) -> Iterator[tuple[int, str]]:
    """The words that stand before "trial" or "study", and the place after it, with their places."""
    for found in _CALLED.finditer(line.text):
        broken = _BREAKS.match(line.text, found.start(), found.end())
        start = broken.end() if broken else found.start()
        yield from ((w.start(), w.group()) for w in _WORD.finditer(line.text, start, found.end()))
    yield from ((found.start("place"), found["place"]) for found in _FROM.finditer(line.text))


def _aims(records: Records) -> dict[str, frozenset[str]]:
    """The words of the names of diseases, each with the trials in people who have one of them."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for term in records.base.vocabulary.indications:
        treated = {t.id for t in records.base.trials if term.id in t.indication}
        for name in (term.name, *term.synonyms):
            for word in _WORD.findall(name.lower()):
                words[fold(word)] |= treated
    return {word: frozenset(ids) for word, ids in words.items() if ids and word not in _ANY}
