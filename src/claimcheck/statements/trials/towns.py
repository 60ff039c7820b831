"""In which town a trial was run, and what makes a place one where a trial was run.

The vocabulary tells in which country or state a town lies; the names of a trial and of those who
ran it tell its own towns and states. A town in another country, or another town than those of
a trial that ran nowhere else, disagrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.reading import Placed
from claimcheck.statements.records import Records
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of

SITE = r"(?:sites?|cent(?:er|re)s?|clinics?|hospitals?|locations?|places?|cities|towns?)"
_RUN_IN = lazy(
    r"\b(?:carried out|conducted|run|ran|running|held|based|performed|done|undertaken|organi[sz]ed|"
    r"tak(?:es|ing) place|took place|treated|dosed|enrolled|recruited|given|happened|set|"
    r"(?<!first )(?<!only )(?:trial|study|pilot))\s+(?:\w+ly\s+|entirely\s+)?"
    rf"(?:in|at|across|from|throughout)\s+(?:(?:[\w-]+\s+){{0,3}}{SITE}\s+(?:in|across|"
    r"throughout)\s+)?(?:the\s+)?\Z"
    rf"|\b{SITE},?\s+(?:in|across|throughout)\s+(?:the\s+|[a-zà-ÿ]{{4,}} and (?:in )?)?\Z"
    r"|(?:\d|\bte?en|\bty|\bone|\btwo|\bfour|\bfive|\bsix|\bseven|\beight|\bnine|hundred)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:people|patients|participants|adults|veterans|volunteers|smokers|drinkers)"
    r"(?:\s+with\s+[^,;.]{3,50}?)?\s+(?:in|from|across)\s+(?:the\s+)?\Z"
    r"|\b(?:travel\w*|went|flew|flown|brought|sent)\s+(?:\w+\s+)?to\s+(?:the\s+)?\Z"
)
_PLACED = lazy(
    r"\b(?:in|from|across|throughout|near|between|out of)\s+(?:(?:the|both|downtown|nearby)\s+)?\Z"
)
"""What leads to a place, whatever was done there."""
_TEAM = lazy(r"\s(?:team|group|researchers|investigators|scientists|doctors)\b")
_TITLE = lazy(r"\s(?:[A-Z]\w+\s)?(?:Journal|Archives|Annals|Review)\b")
"""What makes of "American" a part of a title."""
_WERE = lazy(rf"\s+(?:was|were)\s+(?:the\s+)?(?:\w+\s+)?{SITE}\b")
_ELSEWHERE = lazy(
    r"\b(?:approv\w+|legal\w*|laws?|licen\w+|regulat\w+|resched\w+|submi\w+|present(?:ed|ation)|"
    r"conference|congress|meeting|announc\w+|headquarter\w*|company|companies|firm|biotech|startup|"
    r"\w*maker|born|lives?|lived|grew|moved|trained|market\w*|available|prescri\w+|government|"
    r"senate|parliament|minister|mayor|court|bill|schedule|million|insur\w+|will|would|could|plans?|"
    r"next|another|later|therapists?|said|says|according|unlike|follow-?up|elsewhere|outside|"
    r"designat\w+|filing|filed|application|programs?|programmes?)\b"
)
"""What is told of a place beside a trial that was not run there."""
_AND = lazy(r"\s*(?:,|and|&|or|,\s*and|as well as|plus)\s*(?:in\s+)?(?:the\s+)?")


@dataclass(frozen=True, slots=True)
class _Town:
    start: int
    end: int
    name: str
    homes: tuple[str, ...]
    """The countries and states in which a town of that name lies."""


def is_place_of_trial(line: Line, place: Placed) -> bool:
    """Whether the words before a place say that a trial was run there."""
    if line.low[place.end : place.end + 2] in {"'s", "’s"}:
        return False
    before = line.low[max(0, place.start - 90) : place.start]
    if _RUN_IN.search(before):
        return True
    if _TITLE.match(line.text, place.end):
        return False
    named = bool(line.trial_names) and not _ELSEWHERE.search(line.segment)
    return named and bool(_PLACED.search(before) or _TEAM.match(line.low, place.end))


def town_facts(line: Line) -> Iterator[Single]:
    """The towns in which a sentence says that a trial was run."""
    found = [t for t in _towns_in(line) if not _is_part_of_name(line, t)]
    told = [is_place_of_trial(line, t) for t in found]
    for at, (one, other) in enumerate(pairwise(found)):
        if _AND.fullmatch(line.low, one.end, other.start):
            were = line.trial_names and _WERE.match(line.low, other.end)
            told[at] = told[at + 1] = told[at] or bool(were)
    for town, placed in zip(found, told, strict=True):
        if placed and (line.limits is None or line.limits[0] <= town.start < line.limits[1]):
            yield feature(town.start, town.end, town.name, _town(line.records, town))


def _towns_in(line: Line) -> Iterator[_Town]:
    known = line.records.learned("towns", lambda: _known(line.records))
    for found in _WORDS.finditer(line.text):
        words = found[1].split(" ")
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length])
            if name in known:
                yield _Town(found.start(), found.start() + len(name), name, known[name])
                break


_WORDS = lazy(
    r"(?<![\w’'-])(?=([A-ZÀ-Þ][\wà-ÿ.]*[\wà-ÿ](?:\s(?:de\s)?[A-ZÀ-Þ][\wà-ÿ]+){0,2})(?![\w-]))"
)
"""A capitalised word with up to two more: "New York City"."""


def _known(records: Records) -> dict[str, tuple[str, ...]]:
    homes: dict[str, tuple[str, ...]] = {}
    for land in records.base.vocabulary.jurisdictions:
        for town in land.towns:
            homes[town] = (*homes.get(town, ()), land.id)
    return homes


def _is_part_of_name(line: Line, town: _Town) -> bool:
    named = (*line.trial_names, *line.scope.own.of("sponsor"))
    return any(m.start < town.end and town.start < m.end for m in named)


def _town(records: Records, town: _Town) -> Recorded:
    def recorded(trial: Trial) -> tuple[bool, str] | None:
        towns, states = records.remembered(("towns", trial.id), lambda: _own(trial, records))
        if town.name in towns or town.name.lower() in words_of(trial, records):
            return True, listed(sorted(towns))
        return _apart(trial, town, towns, states, records)

    return recorded


def _apart(
    trial: Trial, town: _Town, towns: set[str], states: set[str], records: Records
) -> tuple[bool, str] | None:
    """A town that the record does not name: False where it cannot be one of the trial's."""
    family = records.jurisdictions
    names = {t.id: t.name for t in records.base.vocabulary.jurisdictions}
    homes = {h for home in town.homes for h in family.up(home)}
    lands = trial.countries
    if not lands or trial.country_count not in {None, len(lands)} or "eu" in lands:
        return None
    if not homes & set(lands):
        return False, listed([names.get(c, c) for c in lands])
    if towns and len(towns) >= (trial.sites or 1):
        return False, listed(sorted(towns))
    if not towns and states and not homes & states and trial.sites == 1:
        return False, listed([names.get(s, s) for s in sorted(states)])
    return None


def _own(trial: Trial, records: Records) -> tuple[set[str], set[str]]:
    """The towns, and the states, in the names of a trial and of those who ran it."""
    sponsors = [t for t in records.base.vocabulary.sponsors if t.id in trial.sponsor]
    names = [n for t in sponsors for n in (t.name, *t.synonyms, *t.exact)]
    text = "; ".join((trial.name, *trial.aliases, *names))
    known = records.learned("towns", lambda: _known(records))
    towns = {town for town in known if town in text}
    mentions = records.names.find(text)
    states = {i for m in mentions if m.kind == "jurisdiction" for i in m.ids if "-" in i}
    return towns, states
