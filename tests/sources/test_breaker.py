"""A service that is down is left alone for a while."""

from __future__ import annotations

from claimcheck.sources.breaker import Breaker, Permit


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_one_failure_only_makes_it_suspicious():
    breaker = Breaker()
    breaker.failed("down")
    assert breaker.suspicious
    assert isinstance(breaker.permit(), Permit)


def test_two_in_a_row_and_it_is_left_alone():
    breaker = Breaker()
    breaker.failed("it answered 503")
    breaker.failed("it did not answer")
    assert breaker.permit() == "it did not answer"


def test_an_answer_in_between_forgives():
    breaker = Breaker()
    breaker.failed("down")
    breaker.answered()
    breaker.failed("down")
    assert isinstance(breaker.permit(), Permit)


def test_after_a_rest_one_question_is_let_through_at_a_time():
    clock = Clock()
    breaker = Breaker(clock)
    breaker.failed("down")
    breaker.failed("down")
    clock.seconds = 61.0
    assert isinstance(breaker.permit(), Permit)
    assert breaker.permit() == "down"
    breaker.answered()
    assert isinstance(breaker.permit(), Permit)
    assert not breaker.suspicious


def test_a_permit_lapses_when_the_service_is_found_to_be_down():
    breaker = Breaker()
    permit = breaker.permit()
    assert isinstance(permit, Permit)
    breaker.failed("down")
    assert permit.lapsed is None
    breaker.failed("still down")
    assert permit.lapsed == "still down"


def test_being_turned_away_again_and_again_counts_as_down():
    breaker = Breaker()
    for _ in range(3):
        breaker.refused("too many requests")
    assert isinstance(breaker.permit(), Permit)
    breaker.refused("too many requests")
    assert breaker.permit() == "too many requests"
