"""What a drug was given on top of, and in which form of which substance."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
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
_KINDS = ("compound", "control", "treatment")


def addon_facts(line: Line) -> Iterator[Single]:
    """The substances that a sentence says a drug was added to, or was a form of."""
    for mention in (*line.names("compound"), *line.names("control")):
        before = line.low[max(0, mention.start - 60) : mention.start]
        found = line.text[mention.start : mention.end]
        if _BESIDE.search(before):
            yield feature(mention.start, mention.end, found, _taken_beside(line, mention))
        elif mention.kind == "compound" and _FORM.search(before):
            yield feature(mention.start, mention.end, found, _is_form(line, mention))


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
