"""Where a trial was run: countries, states and towns; and how many sites, countries and arms.

The vocabulary tells in which country or state a town lies; the names of a trial and of those who
ran it tell its own towns and states. A place in another country, or another town than those of a
trial that ran nowhere else, disagrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from claimcheck.classes import dataclass
from claimcheck.model.numbers import Number
from claimcheck.model.quantity import Count
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity.compare import agrees
from claimcheck.statements.records import Records, listed
from claimcheck.statements.trials.design import feature
from claimcheck.statements.trials.facts import Single
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.people import words_of

_SITE = r"(?:sites?|cent(?:er|re)s?|clinics?|hospitals?|locations?|places?|cities|towns?)"
_RUN_IN = lazy(
    r"\b(?:carried out|conducted|run|ran|running|held|based|performed|done|undertaken|organi[sz]ed|"
    r"tak(?:es|ing) place|took place|treated|dosed|enrolled|recruited|given|happened|set|"
    r"(?<!first )(?<!only )(?:trial|study|pilot))\s+(?:\w+ly\s+|entirely\s+)?"
    rf"(?:in|at|across|from|throughout)\s+(?:(?:[\w-]+\s+){{0,3}}{_SITE}\s+(?:in|across|"
    r"throughout)\s+)?(?:the\s+)?\Z"
    rf"|\b{_SITE},?\s+(?:in|across|throughout)\s+(?:the\s+|[a-zà-ÿ]{{4,}} and (?:in )?)?\Z"
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
_WHOSE = lazy(rf"\s+(?:[\w-]+\s+)?(?:{_SITE}\b|(?:[\w-]+\s+)?(?:trial|study|pilot)\b)")
"""After a country: whose sites, or whose study."""
_SET_AGAINST = lazy(
    r"\b(?:from|than|unlike|like|as in|with|against|contradicts?|mirrors?|echoe?[sd]|after|before|"
    r"repeats?|confirms?) (?:the|that|an?|earlier|previous) (?:\w+ )?\Z"
)
"""Before another country's study, where a trial is named: it is another one."""
_TITLE = lazy(r"\s(?:[A-Z]\w+\s)?(?:Journal|Archives|Annals|Review)\b")
"""What makes of "American" a part of a title."""
_ELSEWHERE = lazy(
    r"\b(?:approv\w+|legal\w*|laws?|licen\w+|regulat\w+|resched\w+|submi\w+|present(?:ed|ation)|"
    r"conference|congress|meeting|announc\w+|headquarter\w*|company|companies|firm|biotech|startup|"
    r"\w*maker|born|lives?|lived|grew|moved|trained|worked|joined|market\w*|available|prescri\w+|government|"
    r"senate|parliament|minister|mayor|court|bill|schedule|million|insur\w+|will|would|could|plans?|"
    r"next|another|later|therapists?|said|says|according|unlike|follow-?up|elsewhere|outside|"
    r"designat\w+|filing|filed|application|programs?|programmes?)\b"
)
"""What is told of a place beside a trial that was not run there."""
_AND = lazy(r"\s*(?:,|and|&|or|,\s*and|as well as|plus)\s*(?:in\s+)?(?:the\s+)?")
_TOWN = lazy(
    r"(?<![\w’'-])(?=([A-ZÀ-Þ][\wà-ÿ.]*[\wà-ÿ](?:\s(?:de\s)?[A-ZÀ-Þ][\wà-ÿ]+){0,2})(?![\w-]))"
)
"""A capitalised word with up to two more: "New York City"."""
_REGIONS = frozenset({"eu", "international"})
_NOT_ALL = lazy(
    r"\b(?:other|additional|further|more|up to|between|first|of the|per|each|every|last|of its|"
    r"optional|extra|new)\s+\Z"
)
_OTHERWISE = lazy(
    r"\s+alone\b|\s+(?:had |have |has )?(?:applied|asked|wanted|declined|closed|withdr\w+|"
    r"dropped|refused|signed|were (?:closed|excluded|in|from|considered))\b"
)
"""What is said of some sites only."""
_IN = lazy(r"\s+(?:in|across|throughout)\s+(?:the\s+)?")
_HOW_MANY = lazy(
    r"\b(?P<one>(?:at|from|in|on) (?:just |only )?(?:a|one) single (?:site|cent(?:er|re)|hospital|"
    r"clinic)|single[- ](?:site|cent(?:er|re)) (?:trial|study|pilot))\b"
    r"|\b(?P<many>multi-?(?:site|cent(?:er|re)) (?:[\w-]+ ){0,3}?(?:trial|study|pilot))\b"
)


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    name: str
    lands: tuple[str, ...]
    """The countries or states that are meant, or in which a town of that name lies."""
    town: bool


_STUDY_FROM = lazy(r"\b(?:trial|study|pilot|experiment|one) from \Z")


def place_facts(line: Line) -> Iterator[Single]:
    """The places, and the numbers of sites, countries and arms, that a sentence states."""
    for place in _told(line):
        recorded = _in_town if place.town else _in_land
        yield feature(place.start, place.end, place.name, partial(recorded, line.records, place))
    for at in line.says(_HOW_MANY):
        yield feature(*at.span(), at.group(), partial(_sites, at.lastgroup == "one"))
    for count in line.of(Count):
        several = count.noun in {"site", "country"} or (
            count.noun == "arm" and count.value.value > 1
        )
        some = _NOT_ALL.search(line.before(count, 14)) or _OTHERWISE.match(line.low, count.end)
        if several and not some and not count.high:
            told = partial(_number, count, _is_local(line, count))
            yield feature(count.start, count.end, count.text, told)


def is_from_elsewhere(line: Line, trial: Trial) -> bool:
    """Whether a sentence is on "the trial from" a town in which a trial was not run."""
    from_there = (town for town in _towns(line) if _STUDY_FROM.search(line.low, 0, town.start))
    held = [_in_town(line.records, town, trial) for town in from_there]
    return any(answer is not None and not answer[0] for answer in held)


def _told(line: Line) -> Iterator[_Place]:
    """The places in a sentence at which it says that a trial was run."""
    found = sorted((*_lands(line), *_towns(line)), key=lambda place: place.start)
    told = [_is_of_trial(line, place) for place in found]
    for at, (one, other) in enumerate(pairwise(found)):
        if _AND.fullmatch(line.low, one.end, other.start):
            told[at + 1] = told[at + 1] or told[at]
            told[at] = told[at] or (other.town and told[at + 1])
    yield from (place for place, placed in zip(found, told, strict=True) if placed)


def _lands(line: Line) -> Iterator[_Place]:
    sponsors = line.names("sponsor")
    for m in line.names("jurisdiction"):
        if not any(overlap(m, sponsor) for sponsor in sponsors):
            yield _Place(m.start, m.end, line.text[m.start : m.end], m.ids, town=False)


def _towns(line: Line) -> Iterator[_Place]:
    known = line.records.learned("towns", lambda: _known_towns(line.records))
    names = (*line.trial_names, *line.scope.own.of("sponsor"))
    for found in _TOWN.finditer(line.text):
        words = found[1].split(" ")
        said = (" ".join(words[:length]) for length in range(len(words), 0, -1))
        if name := next((name for name in said if name in known), None):
            start = found.start()
            town = _Place(start, start + len(name), name, known[name], town=True)
            if line.holds(town) and not any(overlap(town, m) for m in names):
                yield town


def _known_towns(records: Records) -> dict[str, tuple[str, ...]]:
    homes: dict[str, tuple[str, ...]] = {}
    for land in records.base.vocabulary.jurisdictions:
        for town in land.towns:
            homes[town] = (*homes.get(town, ()), land.id)
    return homes


def _is_of_trial(line: Line, place: _Place) -> bool:
    """Whether the words around a place say that a trial was run there."""
    before = line.before(place, 90)
    if not place.town and _WHOSE.match(line.low, place.end):
        return not (line.trial_names and _SET_AGAINST.search(before))
    if line.low[place.end : place.end + 2] in {"'s", "’s"}:
        return False
    if _RUN_IN.search(before):
        return True
    if _TITLE.match(line.text, place.end) or _ELSEWHERE.search(line.segment):
        return False
    led = _PLACED.search(before) or _TEAM.match(line.low, place.end)
    return bool(line.trial_names and led)


def _in_land(records: Records, place: _Place, trial: Trial) -> tuple[bool, str] | None:
    """Hold a country against those of a record; part of one may be meant, or a wider region."""
    family, own = records.jurisdictions, trial.countries
    if not own or trial.country_count not in {None, len(own)}:
        return None
    known = records.called("jurisdictions", own)
    if any(i in own for i in place.lands):
        return True, known
    near = any(family.related(i, c) for i in place.lands for c in own)
    return None if near or _REGIONS & set(place.lands) else (False, known)


def _in_town(records: Records, place: _Place, trial: Trial) -> tuple[bool, str] | None:
    """Hold a town against those of a record: False where it cannot be one of the trial's."""
    towns, states = records.remembered(("towns", trial.id), lambda: _own(trial, records))
    if place.name in towns or place.name.lower() in words_of(trial, records):
        return True, listed(sorted(towns))
    homes = {h for home in place.lands for h in records.jurisdictions.up(home)}
    lands = trial.countries
    if not lands or trial.country_count not in {None, len(lands)} or "eu" in lands:
        return None
    if not homes & set(lands):
        return False, records.called("jurisdictions", lands)
    if towns and len(towns) >= (trial.sites or 1):
        return False, listed(sorted(towns))
    if not towns and states and not homes & states and trial.sites == 1:
        return False, records.called("jurisdictions", sorted(states))
    return None


def _own(trial: Trial, records: Records) -> tuple[set[str], set[str]]:
    """The towns, and the states, in the names of a trial and of those who ran it."""
    sponsors = [t for t in records.base.vocabulary.sponsors if t.id in trial.sponsor]
    names = [n for t in sponsors for n in (t.name, *t.synonyms, *t.exact)]
    text = "; ".join((trial.name, *trial.aliases, *names))
    known = records.learned("towns", lambda: _known_towns(records))
    mentions = records.names.find(text)
    states = {i for m in mentions if m.kind == "jurisdiction" for i in m.ids if "-" in i}
    return {town for town in known if town in text}, states


def _sites(single: bool, trial: Trial) -> tuple[bool, str] | None:
    """Whether a trial ran at one site or at several."""
    if trial.sites is None:
        return None
    return (trial.sites == 1) == single, f"{trial.sites} site{'s' * (trial.sites > 1)}"


def _is_local(line: Line, count: Count) -> bool:
    """Whether sites are counted in one country, so that they may be some of those of a trial."""
    there, lands = _IN.match(line.low, count.end), line.names("jurisdiction")
    local = count.noun == "site" and there and len(lands) == 1
    return bool(local and there and lands[0].start == there.end())


def _number(count: Count, local: bool, trial: Trial) -> tuple[bool, str] | None:
    """Hold a number of sites, countries or arms against the record."""
    if local and len(trial.countries) != 1:
        return None
    known, nouns = {
        "site": (trial.sites, "sites"),
        "country": (trial.country_count or len(trial.countries) or None, "countries"),
        "arm": (_arms(trial), "arms"),
    }[count.noun or ""]
    return None if known is None else (bool(agrees(count, Number.of(known))), f"{known} {nouns}")


def _arms(trial: Trial) -> int | None:
    """How many arms a trial has, where those recorded are surely all and do not overlap."""
    sizes = [arm.n for arm in trial.arms if arm.n is not None]
    everyone = {trial.sizes.randomised, trial.sizes.enrolled, trial.sizes.dosed}
    return len(sizes) if len(sizes) == len(trial.arms) and sum(sizes) in everyone else None
