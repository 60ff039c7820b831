"""What was given, beyond the drug itself: on top of what, as a form of what, to whom, how inert."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.design import Recorded, feature
from claimcheck.statements.trials.facts import Single, listed
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import words_of

_BESIDE = lazy(
    r"\b(?:on top of|in addition to|added to|alongside|together with|combined with|as an add-on to|"
    r"while (?:also )?(?:on|taking|staying on)|"
    r"(?:maintained|stabili[sz]ed|remained|stayed|kept) on|already (?:on|taking|treated with))\s+"
    r"(?:(?:an?|the|their|his|her|usual|daily|stable|standard|maintenance|doses?|of|course)\s+)*\Z"
)
_FORM = lazy(
    r"\b(?:infusions?|injections?|inhalations?|capsules?|tablets?|vapou?r|nasal sprays?|pills?)"
    r"\s+of\s+(?:(?:an?|the|pure|synthetic|oral|intravenous)\s+)*\Z"
)
_TO_ALL = lazy(
    r"\b(?:all|everyone|everybody|every (?:patient|participant|volunteer|one)|each (?:patient|"
    r"participant|of them))\b(?:[ ,][\w-]+){0,4}? (?:was given|were given|got|received|took|had|"
    r"swallowed|(?:was|were) treated with)\s+(?:(?:an?|the|one|two|three|single|doses?|of|oral|"
    r"\d[\d.]*|m?c?g|µg)\s+)*\Z"
)
_IN_TURN = lazy(
    r"\b(?:or|either|then|later|eventually|afterwards|followed|open-label|placebo|cross\w*|both|"
    r"first|second|in the end|half|who|whose|after)\b"
)
_INERT = lazy(
    r"\b(?:inert|inactive)\b(?:\s\w+){0,2}?\s(?:placebos?|capsules?|pills?|substances?|tablets?|"
    r"powder)\b|\bplacebo (?:was|were) (?:an? )?(?:inert|inactive)\b|"
    r"\bsugar (?:pill|capsule|tablet)"
)
_NOT = lazy(r"\b(?:not|no|nor|never|than|rather|instead of)\b[^;,.]{0,25}\Z")
_KINDS = ("compound", "control", "treatment")


def addon_facts(line: Line) -> Iterator[Single]:
    """What a sentence says a drug was added to, or was a form of, and whether all got it."""
    if inert := _INERT.search(line.low):
        at = Tag(*inert.span(), "")
        if line.holds(at) and not _NOT.search(line.low[: at.start]):
            yield feature(at.start, at.end, line.text[at.start : at.end], _is_inert)
    for mention in (*line.names("compound"), *line.names("control")):
        before = line.low[max(0, mention.start - 60) : mention.start]
        found = line.text[mention.start : mention.end]
        if _BESIDE.search(before):
            yield feature(mention.start, mention.end, found, _taken_beside(line, mention))
        elif mention.kind == "compound" and _FORM.search(before):
            yield feature(mention.start, mention.end, found, _is_form(line, mention))
        elif _is_for_all(line, mention, before):
            yield feature(mention.start, mention.end, f"{found} to all", _to_all(line, mention))


def _is_for_all(line: Line, mention: Mention, before: str) -> bool:
    """Whether everyone is said to have got a drug, and nothing else by turns."""
    given = mention.kind == "compound" and _TO_ALL.search(before)
    return bool(given) and not _IN_TURN.search(line.segment)


def _taken_beside(line: Line, mention: Mention) -> Recorded:
    """Another medicine than the one that the record says was gone on with."""

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        others = _others(trial, line.records)
        if not others or _is_used(mention, trial, line.records):
            return None
        names = line.records.names.find(words_of(trial, line.records))
        same = any(set(m.ids) & set(mention.ids) for m in names if m.kind == mention.kind)
        return same, listed(sorted(others))

    return recorded


def _others(trial: Trial, records: Records) -> set[str]:
    """The names of substances in a trial's name that it did not test or compare with."""
    found = records.names.find(" ".join((trial.name, *trial.aliases)))
    text = " ".join((trial.name, *trial.aliases))
    return {
        text[m.start : m.end]
        for m in found
        if m.kind in _KINDS and not _is_used(m, trial, records) and m.kind != "treatment"
    }


def _is_used(mention: Mention, trial: Trial, records: Records) -> bool:
    used = {*trial.compound, *trial.design.control, *(a.compound for a in trial.arms)}
    families = (records.compounds, records.controls)
    return any(f.related(i, u) for f in families for i in mention.ids for u in used if u)


def _is_form(line: Line, mention: Mention) -> Recorded:
    """A substance that is neither the one tested nor one that is only compared with."""
    tested = {c for t in line.records.base.trials for c in t.compound}
    compared = {c for t in line.records.base.trials for c in t.design.control} - tested

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        if compared & set(mention.ids):
            return None
        names = {t.id: t.name for t in line.records.base.vocabulary.compounds}
        agreed = _is_used(mention, trial, line.records)
        return agreed, listed([names.get(c, c) for c in trial.compound])

    return recorded


def _is_inert(trial: Trial) -> tuple[bool, str] | None:
    """A placebo that can be felt is not inert."""
    controls = set(trial.design.control)
    beside = any("placebo" in arm.name for arm in trial.arms)
    if not controls or ("placebo" not in controls and "active-placebo" not in controls and beside):
        return None
    return "placebo" in controls, f"control: {listed(sorted(controls))}"


def _to_all(line: Line, mention: Mention) -> Recorded:
    """A drug that all are said to have got, of which the control group got none."""
    related = line.records.compounds.related

    def recorded(trial: Trial) -> tuple[bool, str] | None:
        rest = [a for a in trial.arms if not any(related(i, a.compound or "") for i in mention.ids)]
        given = any(related(i, c) for i in mention.ids for c in trial.compound)
        if not given or not rest or trial.design.crossover or len(rest) == len(trial.arms):
            return None
        return False, f"not in the {listed([a.name for a in rest])} arm"

    return recorded
