"""Kinds of update notices, and which of them tell of the same event."""

from __future__ import annotations

import pytest

from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Update
from claimcheck.sources.updates import kind_of, merge_events, normalise_type

OWN = "10.1000/own"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("retraction", "retraction"),
        ("Withdrawal", "retraction"),
        ("removal", "retraction"),
        ("partial-retraction", "retraction"),
        ("Expression of concern", "concern"),
        ("expression_of_concern", "concern"),
        ("err", "correction"),
        ("Corrigendum", "correction"),
        ("addendum", "correction"),
        ("new version", "version"),
        ("new_edition", "version"),
        ("reinstatement", "other"),
        ("", "other"),
    ],
)
def test_the_kind_does_not_depend_on_the_spelling(written: str, kind: str):
    assert kind_of(written) == kind


def test_types_are_spelled_with_underscores():
    assert normalise_type(" Expression-of  Concern ") == "expression_of_concern"


def n(kind_word: str, doi: str, source: str | None = "publisher", date: str = "") -> Update:
    return Update(
        kind=kind_of(kind_word),
        type=kind_word,
        doi=doi,
        date=PartialDate.parse(date) if date else None,
        source=source,
    )


RW = "retraction-watch"


@pytest.mark.parametrize(
    ("given", "merged"),
    [
        (
            # one notice, dated by its cover and by its first appearance
            [n("expression_of_concern", "10.1/n", date="2024-08-01"),
             n("expression_of_concern", "10.1/n", RW, "2024-06-27")],
            [n("expression_of_concern", "10.1/n", date="2024-06-27")],
        ),
        (
            # retracted in place, and by a notice of its own
            [n("erratum", "10.1/n"), n("retraction", OWN), n("retraction", "10.1/n", RW)],
            [n("erratum", "10.1/n"), n("retraction", "10.1/n")],
        ),
        (
            # a work is withdrawn or retracted once, under the graver word
            [n("withdrawal", "10.1/w", RW, "2020"), n("retraction", "10.1/r", date="2021")],
            [n("retraction", "10.1/w", date="2020")],
        ),
        (
            # part of it first, then all of it: two events
            [n("partial_retraction", "10.1/p"), n("retraction", "10.1/r")],
            [n("partial_retraction", "10.1/p"), n("retraction", "10.1/r")],
        ),
        (
            # two corrections by the publisher stay two
            [n("correction", "10.1/a", date="2020"), n("correction", "10.1/b", date="2020")],
            [n("correction", "10.1/a", date="2020"), n("correction", "10.1/b", date="2020")],
        ),
        (
            # the same correction seen by two services, a few weeks apart
            [n("correction", "10.1/a", date="2020-01"),
             n("corrigendum", "10.1/b", RW, "2020-03-02")],
            [n("correction", "10.1/a", date="2020-01")],
        ),
        (
            # years apart they are two
            [n("correction", "10.1/a", date="2004"), n("correction", "10.1/b", RW, "2010")],
            [n("correction", "10.1/a", date="2004"), n("correction", "10.1/b", RW, "2010")],
        ),
        (
            # unknown words are never merged with known ones
            [n("reinstatement", "10.1/a"), n("retraction", "10.1/a")],
            [n("reinstatement", "10.1/a"), n("retraction", "10.1/a")],
        ),
    ],
)  # fmt: skip
def test_one_event_is_told_once(given: list[Update], merged: list[Update]):
    assert list(merge_events(given, OWN)) == merged


def test_merging_twice_changes_nothing():
    given = [n("retraction", OWN, RW, "2021"), n("retraction", "10.1/n", date="2020")]
    once = merge_events(given, OWN)
    assert merge_events(once, OWN) == once
