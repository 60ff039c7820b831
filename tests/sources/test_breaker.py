"""A service that is down is left alone for a while."""

from __future__ import annotations

from claimcheck.sources.breaker import Breaker


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_one_failure_only_makes_it_suspicious():
    breaker = Breaker()
    breaker.failed("down")
    assert breaker.suspicious
    assert breaker.refusal() is None


def test_two_in_a_row_and_it_is_left_alone():
    breaker = Breaker()
    breaker.failed("it answered 503")
    breaker.failed("it did not answer")
    assert breaker.refusal() == "it did not answer"


def test_an_answer_in_between_forgives():
    breaker = Breaker()
    breaker.failed("down")
    breaker.answered()
    breaker.failed("down")
    assert breaker.refusal() is None


def test_after_a_rest_one_question_is_let_through_at_a_time():
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed("down")
    breaker.failed("down")
    clock.seconds = 61.0
    assert breaker.refusal() is None
    assert breaker.refusal() == "down"
    breaker.answered()
    assert breaker.refusal() is None
    assert not breaker.suspicious
