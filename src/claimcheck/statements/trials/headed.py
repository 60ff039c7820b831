"""The trials that the words over a sentence describe, without naming it.

"Psilocybin for anorexia (San Diego)" over a section tells its trial as a name would, where only
one trial of the base fits; what stands in the section is then said of that one.
"""

from __future__ import annotations

from dataclasses import replace

from claimcheck.model.quantity import Phase
from claimcheck.model.trials import Trial
from claimcheck.patterns import lazy
from claimcheck.quantity import read
from claimcheck.statements.reading import Reading
from claimcheck.statements.records import Records
from claimcheck.statements.scope import Layer, Scope
from claimcheck.statements.trials.callings import short_names
from claimcheck.statements.trials.descriptions import described, narrowed, used
from claimcheck.statements.trials.design import same_phase
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.telltales import told
from claimcheck.statements.trials.traits import misses_size, sized, treats

_ENOUGH = 3
"""Weight of descriptions from which headings tell a trial."""
_MOST = 3
"""Trials that headings may mean; then a sentence is held against all of them."""
_PLENTY = 6
"""Weight from which they do without a word that tells of a study."""
_SECTION = lazy(
    r"\A\W*(?:(?:the|study|trial|key|main|primary|what (?:they|it|the \w+)|how (?:it|they)|"
    r"who)\s+)*"
    r"(?:methods?|results?|findings?|found|outcomes?|design|participants|patients|volunteers|"
    r"people|sample|trial|study|pilot|dosing|doses?|sessions?|treatment|abstract|summary|lead|"
    r"publication|published|paper|status|durability|follow-up|efficacy|safety|numbers?|"
    r"verdict|limits|limitations|worked|was done|took part|setup|set-up|protocol|"
    r"endpoints?|figures|effects?|data|sites?|comparison|comparator|control)\b"
)
"""Headings of the parts of a report on one trial."""
_REPORTS = lazy(
    r"\b(?:trials?|stud(?:y|ies)|pilot|phase|results?|finds?|found|shows?|showing|eas(?:es|ed|ing)|"
    r"fails?|improves?|reduces?|relieves?|treats?|treating|helps?|beats?|published|prints|"
    r"researchers|scientists|experiment|universit\w+|college|vs|versus|against|abstract)\b|n\s?="
)
"""Words of headings that report on a study, not on a treatment at large."""


def headed(scope: Scope, records: Records) -> tuple[Trial, ...]:
    """The trials that the headings over a sentence describe; none where many fit."""
    texts = heads(scope)
    return records.remembered(("headed", texts), lambda: _described(scope, texts, records))


def heads(scope: Scope) -> tuple[str, ...]:
    """The headings over a sentence from outer to inner, or the title."""
    blocks = scope.document.blocks
    found = tuple(blocks[i].text for i in scope.block.headings)
    return found or ((scope.document.title,) if scope.document.title else ())


def heads_row(scope: Scope, records: Records) -> tuple[Trial, ...]:
    """The one trial that the first cell of a row describes by drug and phase ("XY12 phase 2b"), or
    names as the base does, by the id of its record."""
    if scope.block.kind != "cell" or not scope.block.row:
        return ()
    first = scope.document.blocks[scope.block.row[0]].text.strip()
    if known := records.base.trial.get(first):
        return (known,)
    line = _line(scope, f"– {first}", records)
    phases = [phase.value for phase in line.of(Phase)]
    trials = narrowed(line)[0] if phases and line.ids("compound") else ()
    fit = len(trials) == 1 and any(same_phase(p, trials[0].phase or "") for p in phases)
    return trials if fit else ()


def in_a_report(scope: Scope) -> bool:
    """Whether the nearest heading is that of a part of a report: "Results"."""
    texts = heads(scope)
    return len(texts) > 1 and _SECTION.match(texts[-1].lower()) is not None


def _described(scope: Scope, texts: tuple[str, ...], records: Records) -> tuple[Trial, ...]:
    if not texts:
        return ()
    line = _line(scope, f"– {'. '.join(texts)}", records)  # no name is taken for a first word
    trials, weight, _ = narrowed(line)
    trials = sized(line, trials) or trials
    lands = set(line.ids("jurisdiction"))
    trials = tuple(t for t in trials if lands & set(t.countries)) or trials
    if len(trials) > 1:
        trials = tuple(t for t in trials if t.outcomes and not t.parent)
    enough = weight >= _ENOUGH + 3 * (len(trials) > 1)
    if not enough or not 0 < len(trials) <= _MOST:
        return ()
    if weight < _PLENTY and not _REPORTS.search(line.low) and not in_a_report(scope):
        return ()
    return tuple(t for t in trials if _gives_all(t, line, records))


def _gives_all(trial: Trial, line: Line, records: Records) -> bool:
    """Whether a trial gave every substance that the headings name, in one of their diseases."""
    gives = all(records.gave(trial, i) for i in line.ids("compound"))
    diseases = line.names("indication")
    names = " ".join((trial.name, *trial.aliases)).lower()
    on = (
        treats(trial, set(m.ids), records) or line.low[m.start : m.end] in names for m in diseases
    )
    return gives and (not diseases or any(on))


def before(line: Line) -> tuple[Trial, ...]:
    """The trial that the sentence before it in its paragraph describes, if it does surely."""
    scope = line.scope
    if len(scope.layers) < 2 or scope.layers[1].text not in scope.block.text:
        return ()
    return told_by(scope.layers[1], line)


def told_by(layer: Layer, line: Line) -> tuple[Trial, ...]:
    """The trial that a stretch of text around a sentence describes by itself, or under the same
    headings, if it does surely."""

    def find() -> tuple[Trial, ...]:
        for over in ((), _headings(line.scope)):
            earlier = _line(line.scope, layer.text, line.records, over)
            trials, strength = described(earlier)
            trials = sized(earlier, trials) or trials
            if len(trials) != 1 or misses_size(earlier, trials[0]):
                continue
            if strength in {"called", "described"} or _is_of_size(earlier):
                return trials
        return ()

    return line.records.remembered(("told by", layer.text, heads(line.scope)), find)


def told_alone(scope: Scope, text: str, records: Records) -> tuple[Trial, ...]:
    """The trials that a part of a sentence names, in short or in full, or surely describes."""
    line = _line(scope, text, records)
    short = {i for m in short_names(line.scope, text, records) for i in m.ids}
    if short:
        return tuple(t for t in records.base.trials if t.id in short)
    trials, strength = described(line)
    return trials if strength in {"called", "described"} and len(trials) <= _MOST else ()


def _is_of_size(line: Line) -> bool:
    """Whether a text tells the size of the one trial that fits its drug and disease."""
    trials, weight, _ = narrowed(line)
    return weight >= _ENOUGH and len(trials) == 1 and bool(sized(line, trials))


def _headings(scope: Scope) -> tuple[Layer, ...]:
    """The layers of the headings over a sentence."""
    texts = heads(scope)
    return tuple(layer for layer in scope.layers[1:] if layer.text in texts)


def _line(scope: Scope, text: str, records: Records, over: tuple[Layer, ...] = ()) -> Line:
    """A stretch of text around a sentence, to be read as a sentence of its own, under headings."""
    layers = (Layer(text, records.names.find(text)), *over)
    return Line(
        Reading(replace(scope, layers=layers), text, text.lower(), tuple(read(text))), records
    )


def turns_to_another(line: Line, trial: Trial) -> bool:
    """Whether a sentence points at other trials by place or people, or at a narrower substance."""
    records = line.records
    known = {wide for one in records.given(trial) for wide in records.compounds.up(one)}
    studied = [i for i in line.ids("compound") if i in records.trials_by_compound]
    new = (m for m in line.names("compound") if used(records).isdisjoint(m.ids))
    if any(i not in known for i in studied) or any(
        _is_code(line.text[m.start : m.end]) for m in new
    ):
        return True
    pointed = told(line, line.records.base.trials)
    return pointed is not None and trial not in pointed[0]


def _is_code(name: str) -> bool:
    """Whether a name is that of a drug under development, not of one that is compared with."""
    return any(c.isdigit() for c in name)
