"""Everything that a sentence may state of a trial."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.statements.trials.alignment import Tag
from claimcheck.statements.trials.beside import beside_facts
from claimcheck.statements.trials.design import design_facts
from claimcheck.statements.trials.dosing import dosing_facts
from claimcheck.statements.trials.drugs import drug_facts
from claimcheck.statements.trials.facts import Statement
from claimcheck.statements.trials.identify import around
from claimcheck.statements.trials.knowing import knowledge
from claimcheck.statements.trials.line import Line
from claimcheck.statements.trials.people import people_facts
from claimcheck.statements.trials.places import place_facts
from claimcheck.statements.trials.profile import profile_facts
from claimcheck.statements.trials.publishing import publishing_facts
from claimcheck.statements.trials.rates import rates
from claimcheck.statements.trials.results import result_facts
from claimcheck.statements.trials.routes import route_facts
from claimcheck.statements.trials.saidplainly import plain_outcomes
from claimcheck.statements.trials.scores import scores
from claimcheck.statements.trials.sizes import headcounts, parts
from claimcheck.statements.trials.timepoints import duration_facts, length_facts
from claimcheck.statements.trials.turning import turns_away


def figures(line: Line) -> Iterator[Statement]:
    """The figures: sizes, shares, scores, durations."""
    yield from headcounts(line)
    yield from parts(line)
    yield from rates(line, _inherited(line))
    yield from scores(line)
    yield from duration_facts(line)
    yield from length_facts(line)


def features(line: Line) -> Iterator[Statement]:
    """What is no figure: design, drugs, results, people, places, publication."""
    yield from place_facts(line)
    yield from design_facts(line)
    yield from knowledge(line)
    yield from dosing_facts(line)
    yield from drug_facts(line)
    yield from route_facts(line)
    yield from beside_facts(line)
    yield from result_facts(line)
    yield from profile_facts(line)
    yield from people_facts(line)
    yield from publishing_facts(line)


def _inherited(line: Line) -> Tag[frozenset[str]] | None:
    """What the sentence before names of outcomes, any of which one that names none may mean."""
    if line.names("outcome") or turns_away(line):
        return None
    for layer in around(line):
        plain = plain_outcomes(layer.text.lower(), layer.of("indication"))
        if told := frozenset(i for m in (*layer.of("outcome"), *plain) for i in m.ids):
            return Tag(0, 0, told)
    return None
