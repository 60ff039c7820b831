"""In which country a trial was run, and by which way its drug was given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention, fold
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line, overlap
from claimcheck.statements.trials.people import words_of
from claimcheck.statements.trials.telltales import telltales

_SITE = r"(?:sites?|cent(?:er|re)s?|clinics?|hospitals?|locations?)"
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
_SITES = lazy(
    r"\b(?P<one>(?:at|from|in|on) (?:just |only )?(?:a|one) single (?:site|cent(?:er|re)|hospital|"
    r"clinic)|single[- ](?:site|cent(?:er|re)) (?:trial|study|pilot))\b"
    r"|\b(?P<many>multi-?(?:site|cent(?:er|re)) (?:[\w-]+ ){0,3}?(?:trial|study|pilot))\b"
)
_RUNS = lazy(rf"\s+(?:[\w-]+\s+)?{_SITE}\b")
_WORK = lazy(r"\s+(?:[\w-]+\s+){0,2}?(?:trial|study|pilot)\b")
_NO_WORK = lazy(
    r"\b(?:first|only|largest|any|other|another|further|earlier|previous|later|unlike|than)\s+"
    r"(?:[\w-]+\s+){0,2}\Z"
)
_TOWNS = lazy(r"\b([A-Z][a-zà-ÿ]{3,}) and (?:in )?([A-Z][a-zà-ÿ]{3,})\b")
_TOWN = lazy(r"\b[A-Z][a-zà-ÿ]{3,}\b")
_AND = lazy(r"\s*(?:,|and|&|or|,\s*and|as well as|plus)\s*(?:the\s+)?")
_REGIONS = frozenset({"eu", "international"})
_GIVEN = (
    r"\b(?:gave|given|giving|gives|administered|infused|received|got|took|taken|treated|dosed|"
    r"delivered)\b[^.;,]{0,50}?"
)
_WAYS: dict[str, re.Pattern[str]] = {
    "by mouth": lazy(r"\b(?:oral(?:ly)?|by mouth|capsules?|tablets?|swallow\w+|drunk|brew)\b"),
    "into a vein": lazy(r"\b(?:intravenous(?:ly)?|infus\w+|iv|into a vein|drip)\b"),
    "inhaled": lazy(r"\b(?:inhal\w+|vapou?ri[sz]\w+|smoked|vaped|vapour|vapor)\b"),
    "by the nose": lazy(r"\b(?:intranasal(?:ly)?|nasal(?:ly)?)\b"),
    "into a muscle": lazy(r"\b(?:intramuscular(?:ly)?|into a muscle)\b"),
    "under the skin": lazy(r"\b(?:subcutaneous(?:ly)?|under the skin)\b"),
}
_BY_THAT_WAY = lazy(
    rf"{_GIVEN}\b(?:by (?:mouth|inhalation|intravenous (?:infusion|injection)|infusion|injection "
    r"into a (?:vein|muscle)|intramuscular injection|nasal spray)|orally|intravenously|"
    r"intranasally|intramuscularly|subcutaneously|as (?:an? )?(?:nasal spray|infusion|drip|capsule|"
    r"tablet|vapou?r)|into a (?:vein|muscle)|under the skin)"
)
_WAY_BEFORE = lazy(
    r"\b(?:oral|intravenous|inhaled|vapori[sz]ed|intranasal|intramuscular|subcutaneous)\s+\Z"
)


def setting_facts(line: Line) -> Iterator[Single]:
    """The countries and the ways of giving the drug that a sentence states."""
    for mention in _countries(line):
        found = line.text[mention.start : mention.end]
        yield feature(mention.start, mention.end, found, _country(line, mention))
    for town in _cities(line):
        yield feature(*town.span(), town.group(), _city(line, town.group()))
    if (at := _SITES.search(line.low)) and line.holds(Tag(*at.span(), "")):
        yield feature(*at.span(), at.group(), _sites(at.lastgroup == "one"))
    for start, end in _ways_said(line):
        yield feature(start, end, line.text[start:end], _way(line, line.low[start:end]))


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
        if follows or _RUN_IN.search(before) or _is_adjective(line, mention, before):
            previous = mention
            yield mention


def _is_adjective(line: Line, mention: Mention, before: str) -> bool:
    """Whether a country's name tells whose sites or whose study it is: "22 US sites"."""
    if _RUNS.match(line.low, mention.end):
        return True
    return _WORK.match(line.low, mention.end) is not None and not _NO_WORK.search(before)


def _cities(line: Line) -> Iterator[re.Match[str]]:
    """Where a sentence says in which town a trial was run."""
    lands = line.scope.own.of("jurisdiction")
    for found in _TOWN.finditer(line.text):
        if any(m.start <= found.start() < m.end for m in lands):
            continue
        before = line.low[max(0, found.start() - 90) : found.start()]
        if _RUN_IN.search(before) and line.holds(Tag(found.start(), found.end(), "")):
            yield found


def _city(line: Line, name: str) -> Recorded:
    """A town in the names of trials: whether it is in those of this one, or only of others."""
    records = line.records
    known = records.learned("telltales", lambda: telltales(records))
    holders = known.get(fold(name), frozenset())

    joined = _TOWNS.finditer(line.text)
    said = {fold(w) for found in joined if name in found.groups() for w in found.groups()}
    said -= {fold(name)}

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        own = sorted(w for w, ids in known.items() if trial.id in ids and fold(name) != w)
        if not holders and trial.sites == len(said & set(own)) + 1 and said & set(own):
            return (False, trial.name) if name.lower() not in words_of(trial, records) else None
        if not holders or (trial.id not in holders and (not own or (trial.sites or 1) > 1)):
            return None
        return trial.id in holders, trial.name

    return recorded


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


def _ways_said(line: Line) -> Iterator[tuple[int, int]]:
    """Where a sentence says how the drug was given."""
    found = _BY_THAT_WAY.search(line.low)
    if found and line.holds(Tag(*found.span(), "")):
        yield found.span()
        return
    for mention in line.names("compound"):
        lead = _WAY_BEFORE.search(line.low[max(0, mention.start - 16) : mention.start])
        if lead:
            yield mention.start - len(lead.group()), mention.end
            return


def _way(line: Line, words: str) -> Recorded:
    said = {way for way, pattern in _WAYS.items() if pattern.search(words)}

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        known = line.records.remembered(("ways", trial.id), lambda: _ways_of(trial))
        if not known or not said:
            return None
        return bool(said & known), listed(sorted(known))

    return recorded


def _ways_of(trial: Trial) -> frozenset[str]:
    """The ways in which a record says that its drugs were given."""
    texts = [trial.name, *trial.aliases, trial.formulation or ""]
    texts += [text for arm in trial.arms for text in (arm.name, arm.dose or "")]
    joined = " ".join(texts).lower()
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(joined))
