"""Short names of trials, which count only beside what the trial is about.

"Voyage" or "EMBRACE" mean a trial where the sentence, or what stands over it, names the trial's
substance, sponsor or disease, or where they head a row or are a heading; elsewhere they are words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Scope

_FIRST = lazy(r"(?P<name>[A-Za-z][A-Za-z0-9-]{3,}),? ?[(,]")
_OF_PLACE = lazy(r"\b(?:West|East|North|South|New|Port|Fort|Saint|St\.?) \Z")
_WORD = lazy(r"(?<![\w-])[A-Za-z][A-Za-z0-9-]{3,}(?![\w-])")


def short_names(scope: Scope, text: str, records: Records) -> Iterator[Mention]:
    """The trials that a sentence calls by the first word of their name."""
    known, written = records.remembered("short names", lambda: _known(records))
    large = text.upper()
    if not any(name in large for name in written):
        return
    for found in _WORD.finditer(text):
        if found.group().islower():
            continue  # no name is
        if _OF_PLACE.search(text, 0, found.start()):
            continue  # West Haven
        called = known.get(_key(found.group()))
        if not called:
            continue
        names_row = scope.block.row and found.start() == 0
        alone = names_row or _is_odd(found.group()) or text.strip() == found.group()
        trials = [t for t in called if alone or _is_about(scope, t, records)]
        if len(trials) == 1:
            yield Mention("trial", (trials[0].id,), found.start(), found.end())


def _known(records: Records) -> tuple[dict[str, list[Trial]], frozenset[str]]:
    """The trials by short name, and all short names in capitals."""
    names = defaultdict(list)
    for trial in records.base.trials:
        found = _FIRST.match(trial.name)
        if found and not found.group("name").islower() and found.group("name")[1:] != "rial":
            names[_key(found.group("name"))].append(trial)
    return dict(names), frozenset(name.upper() for name in names)


def names_alone(text: str, records: Records) -> bool:
    """Whether a text is the short name of a trial and nothing else, as a heading may be."""
    known, _ = records.remembered("short names", lambda: _known(records))
    name = text.strip()
    return bool(known) and " " not in name and _key(name) in known


def _is_odd(word: str) -> bool:
    """Whether no other word is written so: EPIsoDE."""
    large = sum(c.isupper() for c in word)
    return 2 < large < len(word) and word.isalpha()


def _key(word: str) -> str:
    """A name as it is looked for; an acronym may be written in capitals throughout."""
    return word.upper() if sum(map(str.isupper, word)) > 2 else word


def _is_about(scope: Scope, trial: Trial, records: Records) -> bool:
    """Whether the sentence or its surroundings name what the trial is about."""
    if any(trial.id in m.ids for layer in scope.layers for m in layer.of("trial")):
        return True
    for kind, own, family in (
        ("compound", trial.compound, records.compounds),
        ("sponsor", trial.sponsor, records.sponsors),
        ("indication", trial.indication, records.indications),
        ("scale", [o.scale for o in trial.outcomes if o.scale], records.scales),
    ):
        for layer in scope.layers:
            ids = [i for m in layer.of(kind) for i in m.ids]  # type: ignore[arg-type]
            if any(family.related(i, o) for i in ids for o in own):
                return True
    return False
