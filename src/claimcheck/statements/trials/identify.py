"""Which trials a sentence is about, and how surely.

A trial that the sentence names (by its acronym, its registry number, its first author) is certain.
So is one that the words around it name, unless the sentence turns to something else. Otherwise the
sentence describes one: substance, disease, sponsor, phase, year, journal, comparator. Each
description that fits narrows the choice; one that fits none of the trials left is passed over
here, since it may be the very thing that the sentence has wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from claimcheck.classes import dataclass
from claimcheck.model.drafts import Block
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.statements.names import Mention
from claimcheck.statements.records import Records
from claimcheck.statements.scope import MOST_BACK, Layer
from claimcheck.statements.trials.callings import short_names
from claimcheck.statements.trials.descriptions import Strength, described
from claimcheck.statements.trials.elsewhere import is_called_otherwise
from claimcheck.statements.trials.fitting import (
    allows,
    compatible,
    has_one_dose,
    is_on_drug,
    on_its_drug,
    on_something,
    same_people,
)
from claimcheck.statements.trials.headed import (
    before,
    headed,
    heads_row,
    in_a_report,
    told_by,
    turns_to_another,
)
from claimcheck.statements.trials.introduced import as_introduced
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.traits import (
    year_clashes,
)
from claimcheck.statements.trials.turning import (
    INTRODUCING,
    brings_in,
    goes_on,
    heads_other_row,
    is_broken,
    points_back,
    turns_away,
)

Certainty = Literal["own", "near", Strength]
_ASIDE = lazy(
    r"\b(?:unlike|than|as in|as did|as with|similar to|following|after|compared (?:with|to)|"
    r"in contrast to|"
    r"follow-up (?:study )?(?:of|to)|extension of|participants (?:of|from|in)|successor (?:of|to)|"
    r"based on|building on|modelled on|beyond|before)\s+(?:the\s+)?\Z"
)
_POOLED = lazy(
    r"(?i)\b(?:review|meta-analys[ie]s|overview|pooled analysis) of (?:[\w-]+ ){0,4}?"
    r"(?:trials|studies)\b|"
    r"\b(?:trials|studies) (?:were|are|have been) (?:reviewed|pooled|combined|included)\b"
)
_ITS = lazy(
    r"\W*(?:it|the (?:trial|study|pilot)|this (?:trial|study|pilot)|that (?:trial|study))\s+"
    r"(?:was|is|were|ran|took|had|enrolled|randomi[sz]ed|tested|compared|gave|used|recruited|studied|"
    r"included|treated|met|missed|appeared|reported|found|showed|came)\b"
)
"""A sentence that says what "it" was: it goes on, whatever it names."""
_BOTH = lazy(r"\b(?:both|the two|two|each of the) (?:[\w-]+ )?(?:trials|studies)\b")
_IN_BOTH = lazy(
    r"\b(?:in|across|over|between) (?:both|the two|these two|its two) (?:[\w-]+ ){0,2}?"
    r"(?:trials|studies)\b"
)
_TWO = lazy(r"\A\W*the two (?:[\w-]+ )?(?:trials|studies) (?:that|which|everybody|most)\b")
_CODE = lazy(
    r"\b[A-Z]{2,}\d*-[A-Z][A-Z0-9]{0,4}-\d{2,4}\b|(?<![\w-])[A-Z]{3,}-[A-Z]{3,}(?![\w-])"
    r"|\b(?:NCT\d{8}|ISRCTN\d{8}|ACTRN\d{14})\b"
    r"|\b[A-Z]{2,}\*[A-Z]+\b"
)
"""The name that a sponsor or a registry gives a trial; where it stands, no record knows it."""
_DRUG = lazy(r"\b[A-Z]{2,5}-?\d{3,4}[A-Z]?\b")
"""The name that a company gives a drug."""
_CONTRAST = lazy(
    r"\b(?:contrasts? with|in contrast (?:to|with)|contrary to|as opposed to|unlike(?: in)?) "
    r"(?:the |what )?\Z"
)
"""Before a trial that is another one than the sentence is on."""
_SPELLED_OUT = lazy(r"(?:[A-Z][\w’'-]+\s+(?:(?:for|of|and|in|to|with|the)\s+)*){2,8}\(\Z")
_OTHER_WORK = lazy(
    r"\b(?:an?|another|one)\s+(?:[\w-]+\s+){0,4}?(?:investigation|survey|poll|report|editorial|"
    r"commentary|review|(?:meta-)?analysis|registry study|cohort study)\b"
    r"|\b(?:trials?|stud(?:y|ies)|pilots?|experiments?) elsewhere\b"
)
_NEAR = 4
"""Sentences before one that may describe, rather than name, the trial that it goes on about."""
_PEOPLE = lazy(
    r"\b(?:participants|patients|volunteers|people (?:were|took|got|received|entered)|veterans|"
    r"smokers|drinkers|clinicians|took part|randomi[sz]ed|enrolled|recruited|double-blind|"
    r"open-label|endpoint|(?:sites|cent(?:er|re)s) (?:in|took|were)|doses?|dosing|infusions?|"
    r"injections?|capsules?|tablets?|delivery|delivered|puffs?|"
    r"everybody|the (?:second|first|dosing|drug) sessions?)\b"
)
_EACH = lazy(
    r"\W*(?:(?:each|all|none|most|half) of (?:them|the)|everyone|every participant|participants|"
    r"patients|they|volunteers|all (?:\w+ )?(?:participants|patients)|"
    r"in (?:this|that) (?:[\w-]+,? ){1,4}?(?:trial|study))\b"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """The trials that a sentence may be about."""

    trials: tuple[Trial, ...]
    certainty: Certainty
    going_on: bool = True
    """It plainly speaks of the trial named before ("the study", "participants were…")."""
    its: bool = False
    """It begins with that trial ("it was…"), so that all it says is of that trial."""
    above: bool = False
    """A heading names it."""


NOBODY = Subject((), "loose")


def identify(line: Line) -> Subject:
    """The trials that fit a sentence and its scope best."""
    return line.remembered("subject", lambda: _with_arms(_identified(line), line))


def _with_arms(subject: Subject, line: Line) -> Subject:
    """The subject; of trials that are not named, those that have arms of the sort it speaks of,
    without those that it is set against."""
    if subject.certainty == "own":
        return subject
    apart = _set_apart(line)
    trials = tuple(t for t in subject.trials if t.id not in apart and not has_one_dose(t, line))
    return subject if trials == subject.trials else replace(subject, trials=trials)


def _identified(line: Line) -> Subject:
    if own := trials_named(line):
        return Subject(tuple({t.id: t for _, group in own for t in group}.values()), "own")
    if row := heads_row(line.scope, line.records):
        return Subject(row, "near", its=True)
    if heads_other_row(line) or _names_unknown(line):
        return NOBODY
    near, above = _named_around(line)
    named = bool(near)
    headed_here = () if named or _is_led_away(line) else _headed(line)
    if found := as_introduced(headed_here, line):
        near, above = found, True
    its = _ITS.match(line.low) is not None
    several = (
        _TWO.search(line.low)
        or is_on_both(line)
        or (_BOTH.search(line.low) and len(line.quantities) > 1)
    )
    if len(near) == 1 and several:
        return Subject(near, "loose")
    if near and (its or not turns_away(line)):
        going_on = its or goes_on(line) or (above and (_is_on(line, near) or _is_part(line)))
        going_on = going_on or (points_back(line) and near == before(line))
        return Subject(near, "near", going_on, its, above)
    trials, strength = described(line)
    trials = as_introduced(trials, line)
    if not line.names("compound"):
        trials = tuple(t for t in trials if not is_called_otherwise(line, t))
    if strength != "called" and _is_on_many(line):
        return NOBODY
    if strength != "called" and not line.names("compound") and _OTHER_WORK.search(line.low):
        return NOBODY
    if near and named:
        return Subject((*near, *(t for t in trials if t not in near)), "loose")
    its = _EACH.match(line.low) is not None
    return Subject(trials, strength, its=its) if trials else NOBODY


def is_on_both(line: Line) -> bool:
    """Whether a sentence is on what two trials had between them."""
    return _IN_BOTH.search(line.low) is not None


def _is_on_many(line: Line) -> bool:
    """Whether the words above are on trials together: a review, a pooled analysis."""
    return any(_POOLED.search(layer.text) for layer in line.scope.layers[1:])


def _is_led_away(line: Line) -> bool:
    """Whether an earlier sentence of the paragraph brought in a study that headings do not mean."""
    block = line.scope.block.text
    return any(brings_in(y.text) for y in line.scope.layers[1:] if y.text in block)


def _headed(line: Line) -> tuple[Trial, ...]:
    """The trials that the headings or the sentence before describe, if the sentence is on them;
    of several those that it describes itself."""
    found = headed(line.scope, line.records) or (before(line) if goes_on(line) else ())
    fitting = compatible(found, line) or same_people(found, line)
    found = tuple(t for t in fitting if not turns_to_another(line, t))
    if not found:
        return ()
    described_here, strength = described(line)
    own = {t.id for t in described_here}
    both = tuple(t for t in found if t.id in own)
    return () if not both and strength == "called" else (both or found)


def _is_part(line: Line) -> bool:
    """Whether a sentence stands in a part of a report on one trial, and does not leave it."""
    return in_a_report(line.scope) and not is_broken(line)


def _is_on(line: Line, trials: tuple[Trial, ...]) -> bool:
    """Whether a sentence under the heading of a trial names what that is about."""
    if len(trials) > 1 or is_broken(line):
        return False
    records = line.records
    used = {*records.given(trials[0]), *trials[0].indication}
    named = (*line.ids("compound"), *line.ids("control"), *line.ids("indication"))
    families = (records.compounds, records.controls, records.indications)
    related = any(f.related(i, u) for f in families for i in named for u in used)
    told = bool(line.ids("outcome") or line.ids("scale"))
    return related or told or _PEOPLE.search(line.low) is not None


def _named_around(line: Line) -> tuple[tuple[Trial, ...], bool]:
    """The trials that the nearest words around name, if the sentence's own names go with them;
    and whether a heading does."""
    headings = {line.scope.document.blocks[i].text for i in line.scope.block.headings}
    inner = _inner(line)
    near = [layer for layer in inner if layer.text in line.scope.block.text][:_NEAR]
    for layer in around(line):
        named = _of_layer(layer, line) or (told_by(layer, line) if layer in near else ())
        fitting = named if _ITS.match(line.low) else compatible(named, line)
        found = fitting or same_people(named, line)
        if layer not in inner and layer.text not in headings:
            found = tuple(t for t in found if all(allows(one, t, line) for one in inner))
        elif layer in near:
            between = near[: near.index(layer)]
            found = tuple(t for t in found if all(is_on_drug(one, t, line) for one in between))
        if found:
            line.memory[INTRODUCING] = layer
            return found, layer.text in headings
    return (), False


Named = list[tuple[Mention, tuple[Trial, ...]]]


def trials_named(line: Line) -> Named:
    """The trials that a sentence names, in order; one that is only compared with is left out."""
    found: Named = []
    names = [m for m in line.trial_names if m.kind == "trial" or m.year] or line.trial_names
    for mention in names:
        trials = _meant(mention, line.records)
        written = line.scope.text[mention.start : mention.end]
        if mention.kind == "author" and not written[:1].isalpha():
            trials = compatible(trials, line)  # a number or a key, which may stand for anything
        elif mention.year and not _is_of_year(mention, line.records):
            trials = on_its_drug(trials, line)  # near in time, so perhaps another work of theirs
        elif mention.kind == "author" and " " not in written:
            trials = on_something(trials, line) if not year_clashes(line, trials) else ()
        if not trials or not line.holds(mention) or _stands_for_another(mention, trials, line):
            continue
        same = next(
            (i for i, (_, other) in enumerate(found) if set(_ids(trials)) & set(_ids(other))), None
        )
        if same is None:
            found.append((mention, trials))
        elif not _is_aside(mention, line):
            shared = tuple(t for t in found[same][1] if t.id in _ids(trials))
            found[same] = (found[same][0], shared)
    found = [pair for pair in found if not _CONTRAST.search(line.low, 0, pair[0].start)]
    return [pair for pair in found if not _is_aside(pair[0], line)] or found


def _is_aside(mention: Mention, line: Line) -> bool:
    """Whether a trial is only named to tell of another: "a follow-up of X", "unlike X"."""
    return _ASIDE.search(line.low[max(0, mention.start - 40) : mention.start]) is not None


def _is_of_year(author: Mention, records: Records) -> bool:
    """Whether a work of just the year that is written is known."""
    works = (records.base.reference[ref] for ref in author.ids if ref in records.base.reference)
    return any(work.issued and work.issued.year == author.year for work in works)


def _set_apart(line: Line) -> set[str]:
    """The trials that a sentence names as others than the one that it is on: "unlike X, …"."""
    names = (m for m in line.trial_names if _CONTRAST.search(line.low, 0, m.start))
    return {t.id for m in names for t in _meant(m, line.records)}


def _names_unknown(line: Line) -> bool:
    """Whether a trial, or the drug it gave, is named by a code that the base does not have; the
    trial also in the paragraph before, if that names none that is known after it."""
    for layer in line.scope.layers:
        if _has_unknown(_CODE, layer.text, (*layer.of("scale"), *layer.of("trial"))):
            return True
        if layer.text not in line.scope.block.text or layer.of("trial") or layer.of("author"):
            break
    for layer in line.scope.layers:
        if layer.of("compound"):
            return False
        if _has_unknown(_DRUG, layer.text, layer.mentions):
            return True
    return False


def _has_unknown(code: re.Pattern[str], text: str, known: Sequence[Mention]) -> bool:
    """Whether a code stands in a text outside the names that are known."""
    found = code.finditer(text)
    return any(not any(m.start < c.end() and c.start() < m.end for m in known) for c in found)


def _stands_for_another(mention: Mention, trials: tuple[Trial, ...], line: Line) -> bool:
    """Whether an acronym is spelled out in a sentence on a disease that its trials do not treat."""
    spelled = _SPELLED_OUT.search(line.text[max(0, mention.start - 120) : mention.start])
    if spelled is None or line.text[mention.end : mention.end + 1] != ")":
        return False
    diseases, related = line.ids("indication"), line.records.indications.related
    treated = any(related(d, own) for d in diseases for t in trials for own in t.indication)
    return bool(diseases) and not treated


def _ids(trials: tuple[Trial, ...]) -> list[str]:
    return [trial.id for trial in trials]


def _meant(mention: Mention, records: Records) -> tuple[Trial, ...]:
    """The trials that a name or an author's work stands for."""
    if mention.kind == "author":
        found = {t.id: t for ref in mention.ids for t in records.trials_by_reference.get(ref, ())}
        return tuple(found.values())
    return tuple(records.base.trial[i] for i in mention.ids) if len(mention.ids) <= 2 else ()


def _of_layer(layer: Layer, line: Line) -> tuple[Trial, ...]:
    named = [m for m in layer.mentions if m.kind in {"trial", "author"}]
    named = named or list(short_names(line.scope, layer.text, line.records))
    return tuple({t.id: t for m in named for t in _meant(m, line.records)}.values())


def around(line: Line) -> Iterator[Layer]:
    """What stands around a sentence, from near to far; before the headings, the blocks before."""
    inner = _inner(line)
    yield from inner
    yield from _blocks_before(line)
    yield from (layer for layer in line.scope.layers[1:] if layer not in inner)


def _inner(line: Line) -> list[Layer]:
    """The layers around a sentence below the headings."""
    scope = line.scope
    headings = {scope.document.blocks[i].text for i in scope.block.headings}
    return [layer for layer in scope.layers[1:] if layer.text not in headings]


def _section(block: Block, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The headings over a block, without questions in the text."""
    return tuple(i for i in block.headings if blocks[i].kind == "heading")


def _blocks_before(line: Line) -> Iterator[Layer]:
    """The items of the same list, or the paragraphs of the same section, before a sentence."""
    scope = line.scope
    blocks, kind = scope.document.blocks, scope.block.kind
    if kind not in {"item", "paragraph"}:
        return
    first = max(0, scope.sentence.block - MOST_BACK)
    for index in range(scope.sentence.block - 1, first - 1, -1):
        block = blocks[index]
        if block.kind != kind or _section(block, blocks) != _section(scope.block, blocks):
            return
        if kind == "item" and block.group != scope.block.group:
            return
        text = block.text
        find = line.records.names.find
        yield Layer(text, line.records.remembered(("names", text), lambda: find(text)))  # noqa: B023
