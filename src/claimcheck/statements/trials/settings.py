"""In which country a trial was run, and at how many sites."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.towns import SITE, is_place_of_trial, town_facts

_SITES = lazy(
    r"\b(?P<one>(?:at|from|in|on) (?:just |only )?(?:a|one) single (?:site|cent(?:er|re)|hospital|"
    r"clinic)|single[- ](?:site|cent(?:er|re)) (?:trial|study|pilot))\b"
    r"|\b(?P<many>multi-?(?:site|cent(?:er|re)) (?:[\w-]+ ){0,3}?(?:trial|study|pilot))\b"
)
_RUNS = lazy(rf"\s+(?:[\w-]+\s+)?{SITE}\b")
_WORK = lazy(r"\s+(?:[\w-]+\s+){0,2}?(?:trial|study|pilot)\b")
_NO_WORK = lazy(
    r"\b(?:first|only|largest|any|other|another|further|earlier|previous|later|unlike|than)\s+"
    r"(?:[\w-]+\s+){0,2}\Z"
)
_AND = lazy(r"\s*(?:,|and|&|or|,\s*and|as well as|plus)\s*(?:the\s+)?")
_REGIONS = frozenset({"eu", "international"})


def setting_facts(line: Line) -> Iterator[Single]:
    """The countries, towns and sites that a sentence states."""
    for mention in _countries(line):
        found = line.text[mention.start : mention.end]
        yield feature(mention.start, mention.end, found, _country(line, mention))
    yield from town_facts(line)
    if (at := _SITES.search(line.low)) and line.holds(Tag(*at.span(), "")):
        yield feature(*at.span(), at.group(), _sites(at.lastgroup == "one"))


def _sites(single: bool) -> Recorded:
    """Whether a trial ran at one site or at several."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if trial.sites is None:
            return None
        return (trial.sites == 1) == single, f"{trial.sites} site{'s' * (trial.sites > 1)}"

    return recorded


def _countries(line: Line) -> Iterator[Mention]:
    """The jurisdictions in which a sentence says that a trial was run."""
    previous: Mention | None = None
    sponsors = line.names("sponsor")
    for mention in line.names("jurisdiction"):
        if any(overlap(mention, sponsor) for sponsor in sponsors):
            continue
        before = line.low[max(0, mention.start - 90) : mention.start]
        follows = previous and _AND.fullmatch(line.low, previous.end, mention.start)
        run = is_place_of_trial(line, mention) or _is_adjective(line, mention, before)
        if follows or run:
            previous = mention
            yield mention


def _is_adjective(line: Line, mention: Mention, before: str) -> bool:
    """Whether a country's name tells whose sites or whose study it is: "22 US sites"."""
    if _RUNS.match(line.low, mention.end):
        return True
    return _WORK.match(line.low, mention.end) is not None and not _NO_WORK.search(before)


def _country(line: Line, mention: Mention) -> Recorded:
    family = line.records.jurisdictions
    known = {t.id: t.name for t in line.records.base.vocabulary.jurisdictions}

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        own = trial.countries
        if not own or trial.country_count not in {None, len(own)}:
            return None
        if any(c in family.up(i) or c == i for i in mention.ids for c in own):
            exact = any(i in own for i in mention.ids)
            return (True, listed([known.get(c, c) for c in own])) if exact else None
        related = any(family.related(i, c) for i in mention.ids for c in own)
        if related or _REGIONS & set(mention.ids):
            return None
        return False, listed([known.get(c, c) for c in own])

    return recorded
