"""Which trial a sentence goes on about, by what the sentences before it bear out.

"It pitted two doses against escitalopram in 59 people. Responders were more numerous, 70 per cent
against 48": the first sentence names no trial, but only one has all that it states. What follows
in the paragraph is about that one, until the words turn to something else.
"""

from __future__ import annotations

from claimcheck.model.trials import Trial
from claimcheck.statements.reading import read_sentence
from claimcheck.statements.scope import Scope
from claimcheck.statements.trials.cells import spoken
from claimcheck.statements.trials.fitting import compatible
from claimcheck.statements.trials.headed import turns_to_another
from claimcheck.statements.trials.identify import Subject, identify, is_on_both
from claimcheck.statements.trials.introduced import as_introduced
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.rows import row_of
from claimcheck.statements.trials.segments import segments
from claimcheck.statements.trials.sourcing import is_outside, is_own
from claimcheck.statements.trials.statements import features, figures
from claimcheck.statements.trials.turning import points_back, turns_away

_FAR = 4
"""Sentences back to the one that shows the trial."""
_MOST = 40
"""Trials that are held against a sentence to see which it shows."""
_ENOUGH = 3
"""Facts that a trial bears out, from which it is shown."""


def subject_of(line: Line) -> Subject:
    """The trials that a sentence may be about: by its own words, by the names around it, and by
    what the sentences before it in its paragraph state."""
    return line.remembered("meant", lambda: _meant(line))


def _meant(line: Line) -> Subject:
    subject = identify(line)
    if subject.certainty in {"own", "near", "called"} or turns_away(line) or is_on_both(line):
        return subject
    trial = _shown_before(line.scope, line)
    if trial is None or turns_to_another(line, trial):
        return subject
    if not as_introduced(compatible((trial,), line), line):
        return subject
    if subject.certainty == "described" and trial not in subject.trials:
        return subject
    return Subject((trial,), "near", points_back(line))


def _shown_before(scope: Scope, line: Line) -> Trial | None:
    """The trial that a sentence before this one in its block shows, if none between turns away."""
    for _ in range(_FAR):
        before = scope.previous
        if before is None:
            return None
        said = _said(before, line)
        if said is None or turns_away(said):
            return None
        if trial := _shown(said):
            return trial
        scope = before
    return None


def _said(scope: Scope, line: Line) -> Line | None:
    """An earlier sentence, laid out as it is when it is judged itself."""
    key = "said", scope.sentence.block, scope.sentence.start
    if key not in scope.notes:
        scope.notes[key] = spoken(read_sentence(scope), line.records)
    said: Line | None = scope.notes[key]
    return said


def _shown(line: Line) -> Trial | None:
    """The one trial that bears out what a sentence states, if that is enough to tell it."""
    return line.remembered("shown", lambda: _found(line))


def _found(line: Line) -> Trial | None:
    parts = segments(line)
    if len(parts) != 1 or is_own(line) or is_outside(line):
        return None
    subject = Subject(parts[0].trials, "own") if parts[0].trials else subject_of(line)
    if not subject.trials or len(subject.trials) > _MOST:
        return None
    if subject.certainty in {"own", "near"}:
        return subject.trials[0] if len(subject.trials) == 1 else None
    statements = (*figures(line), *features(line))
    rows = [row_of(statements, trial) for trial in subject.trials]
    best = max(rows, key=lambda row: (row.fit, row.right, row.detail))
    rivals = {r.trial.parent or r.trial.id for r in rows if r.fit == best.fit}
    enough = best.figures > 0 and best.right - best.wrong >= _ENOUGH
    return best.trial if enough and len(rivals) == 1 else None
