"""Threads for waiting in."""

from __future__ import annotations

import threading
import time
from typing import Any

import pytest

from claimcheck.model.evidence import Unavailable
from claimcheck.sources.crew import Crew, each


def ended(name: str) -> None:
    """Wait for the end of all threads of a name."""
    for thread in threading.enumerate():
        if thread.name.startswith(name):
            thread.join(60.0)
            assert not thread.is_alive()


def test_results_come_as_they_are_ready():
    crew: Crew[str] = Crew()
    gate = threading.Event()
    crew.submit("slow", lambda: str(gate.wait(60.0)))
    crew.submit("quick", lambda: "first")
    results = crew.results()
    assert next(results) == "first"
    gate.set()
    assert list(results) == ["True"]
    crew.close()


def test_tasks_may_follow_from_results():
    crew: Crew[int] = Crew()
    crew.submit("lane", lambda: 3)
    seen = []
    for number in crew.results():
        seen.append(number)
        if number:
            crew.submit("lane", lambda number=number: number - 1)
    crew.close()
    assert seen == [3, 2, 1, 0]


def test_what_a_task_raises_is_raised_where_results_are_taken():
    crew: Crew[float] = Crew()
    crew.submit("lane", lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        list(crew.results())
    crew.close()


def test_a_closed_crew_begins_nothing_more():
    crew: Crew[None] = Crew()
    begun: list[int] = []
    gate = threading.Event()

    def task(number: int) -> None:
        begun.append(number)
        gate.wait(60.0)

    for number in range(50):
        crew.submit("lane", lambda number=number: task(number))
    while len(begun) < 8:
        time.sleep(0.01)
    crew.close()
    gate.set()
    ended("claimcheck-lane")
    assert len(begun) == 8


def test_each_distinct_question_is_asked_once(standin: Any, online: Any):
    standin.limits.tolerance = 0.5  # requests may be held up on their way by half a second
    source = online()
    texts = ["psilocybin", "ketamine", "psilocybin", "lysergide"]
    answers = dict(each(lambda text: source.search(text, rows=1), texts))
    assert sorted(answers) == ["ketamine", "lysergide", "psilocybin"]
    assert not any(isinstance(answer, Unavailable) for answer in answers.values())
    assert len(standin.requests) == 3
    assert standin.refused == 0


def test_a_stream_is_drawn_beside_other_tasks_and_no_further_than_it_is_taken():
    crew: Crew[int] = Crew()
    drawn: list[int] = []

    def numbers():
        for number in range(10_000):
            drawn.append(number)
            yield number

    crew.stream("numbers", numbers())
    crew.submit("lane", lambda: -1)
    results = crew.results()
    first = [next(results) for _ in range(3)]
    assert set(first) <= {-1, 0, 1, 2}
    assert len(drawn) < 1000
    rest = list(results)
    assert sorted([*first, *rest]) == list(range(-1, 10_000))
    crew.close()


def test_what_a_stream_raises_is_raised_where_results_are_taken():
    crew: Crew[float] = Crew()
    crew.stream("lane", (1 / number for number in (1, 0)))
    results = crew.results()
    assert next(results) == 1.0
    with pytest.raises(ZeroDivisionError):
        next(results)
    crew.close()


def test_nobody_waits_for_a_closed_crew():
    crew: Crew[int] = Crew()
    crew.stream("endless-stream", iter(lambda: 1, 0))
    assert next(crew.results()) == 1
    crew.close()
    ended("claimcheck-endless-stream")
