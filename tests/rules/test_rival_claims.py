"""CLM007: claims against each other; and a base of ten thousand claims."""

import pytest

from claimcheck.model.base import Base
from claimcheck.model.claims import Claim, Subject
from claimcheck.model.numbers import Number
from claimcheck.model.trials import Arm, Outcome, Sizes, Trial
from claimcheck.rules.figures import conflicting_claims, record_conflict
from rules.figure_bases import claim, problems, trial


def rival(quantity, ident, subject="{trial: t}", kind="size", verdict="supported"):
    return claim(quantity, kind=kind, subject=subject, ident=ident, verdict=verdict)


@pytest.mark.parametrize(
    ("one", "two", "subject"),
    [
        ("233 people", "216 people", "{trial: t}"),
        ("37%", "29%", "{trial: t, arm: high, outcome: response, timepoint: week 3}"),
        ("phase 2b", "phase 3", "{trial: t}"),
        ("6.6 points", "2.5 points", "{trial: t, outcome: score-change}"),
        ("25 mg", "10 mg", "{trial: t, arm: high}"),
        ("9–2", "8–3", "{event: e}"),
    ],
)
def test_two_supported_figures_exclude_each_other(one, two, subject):
    text = "claims:" + rival(one, "a", subject) + rival(two, "b", subject)
    [problem] = problems(conflicting_claims, text)
    assert problem.claim == "b"
    assert (problem.found, problem.expected) == (two, one)
    assert [place.line for place, _ in problem.related] == [7]


@pytest.mark.parametrize(
    "claims",
    [
        rival("233 people", "a") + rival("more than 200 people", "b"),
        rival("37%", "a") + rival("about a third", "b"),
        rival("233 people", "a") + rival("216 people", "b", verdict="refuted"),
        rival("233 people", "a") + rival("216 people", "b", "{trial: t, population: planned}"),
        rival("37%", "a", "{trial: t, timepoint: week 3}")
        + rival("20%", "b", "{trial: t, timepoint: week 12}"),
        rival("233 people", "a") + rival("22 sites", "b"),
        rival("233 people", "a", "{compound: c}") + rival("216 people", "b", "{compound: c}"),
        rival("phase 2", "a") + rival("phase 2b", "b"),
        rival("29% vs 9%", "a") + rival("37% vs 18%", "b"),
    ],
)
def test_claims_that_can_both_hold(claims):
    assert problems(conflicting_claims, "claims:" + claims) == []


def test_time_points_written_differently_are_one_subject():
    text = (
        "claims:"
        + rival("37%", "a", "{trial: t, timepoint: week 3}")
        + rival("29%", "b", "{trial: t, timepoint: 21 days}")
    )
    assert [p.claim for p in problems(conflicting_claims, text)] == ["b"]


def test_sizes_that_the_record_holds_side_by_side_do_not_conflict():
    record = trial("sizes: {randomised: 27, analysed: 24}")
    text = record + "claims:" + rival("27 people", "a") + rival("24 people", "b")
    assert problems(conflicting_claims, text) == []


def large_base():
    """10,000 claims on 1,000 trials, one in a hundred of them wrong."""
    trials = tuple(
        Trial(
            id=f"t{n}",
            name=f"T{n}",
            compound=("c",),
            indication=("i",),
            sizes=Sizes(randomised=100 + n),
            arms=(Arm(id="a", name="A", n=50 + n), Arm(id="b", name="B", n=50)),
            outcomes=tuple(
                Outcome(outcome=o, arm=arm, timepoint=f"week {w}", percent=Number.of(40 + w))
                for o in ("response", "remission")
                for arm in "ab"
                for w in (3, 12)
            ),
        )
        for n in range(1000)
    )
    claims = tuple(
        Claim(
            id=f"c{n}",
            statement="S.",
            kind="rate",
            verdict="supported",
            quantity=f"{43 + n % 2 * 9 + n % 100 // 99}% of {50 + n % 1000} participants",
            subject=Subject(
                trial=(f"t{n % 1000}",),
                arm="a",
                outcome="response",
                timepoint=f"week {3 + n % 2 * 9}",
            ),
        )
        for n in range(10_000)
    )
    return Base(claims=claims, trials=trials)


def test_of_ten_thousand_claims_those_that_are_wrong_are_found():
    base = large_base()
    wrong = {claim.id for claim in base.claims if int(claim.id[1:]) % 100 == 99}
    assert {problem.claim for problem in record_conflict.check(base)} == wrong
    assert list(conflicting_claims.check(base)) == []
