"""A few threads for waiting in: daemons, so that an interrupted program ends at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, Full, Queue, SimpleQueue
from typing import Generic, TypeVar

from claimcheck.classes import dataclass

_MOST_THREADS = 8
"""Per lane; how many requests really run at a time is the pacers' business."""
_INTERRUPTIBLE = 1.0
"""Waiting without end cannot be interrupted on every system."""
_MOST_WAITING = 64
"""Results that may wait to be taken: answers of a cache come faster than they are judged."""

A = TypeVar("A")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Made(Generic[T]):
    """What a thread hands over: some results or a failure, and whether more will follow."""

    results: tuple[T, ...] = ()
    failure: Exception | None = None
    last: bool = True


class Crew(Generic[T]):
    """Runs tasks in lanes that do not hold each other up; hands their results to one thread."""

    def __init__(self) -> None:
        self._tasks: dict[str, SimpleQueue[Callable[[], T] | None]] = {}
        self._threads: dict[str, int] = {}
        self._done: Queue[_Made[T]] = Queue(_MOST_WAITING)
        self._closed = threading.Event()
        self._pending = 0

    def submit(self, lane: str, task: Callable[[], T]) -> None:
        """Have `task` run in `lane`."""
        self._pending += 1
        self._tasks.setdefault(lane, SimpleQueue()).put(task)
        count = self._threads.get(lane, 0)
        if count < _MOST_THREADS:
            self._threads[lane] = count + 1
            _start(partial(self._work, lane), f"{lane}-{count}")

    def stream(self, lane: str, results: Iterable[T]) -> None:
        """Have `results` made in a thread of their own, one after the other."""
        self._pending += 1
        _start(partial(self._draw, results), lane)

    def results(self) -> Iterator[T]:
        """Results as they come, until nothing is under way; raises what a task raised."""
        while self._pending:
            try:
                made = self._done.get(timeout=_INTERRUPTIBLE)
            except Empty:
                continue
            self._pending -= made.last
            if made.failure:
                raise made.failure
            yield from made.results

    def close(self) -> None:
        """Drop what has not begun; threads end with what they are at."""
        self._closed.set()
        for lane, count in self._threads.items():
            for _ in range(count):
                self._tasks[lane].put(None)

    def _work(self, lane: str) -> None:
        while (task := self._tasks[lane].get()) is not None and not self._closed.is_set():
            try:
                self._hand_over(_Made((task(),)))
            except Exception as error:  # noqa: BLE001 - raised again in `results`
                self._hand_over(_Made(failure=error))

    def _draw(self, results: Iterable[T]) -> None:
        try:
            for result in results:
                self._hand_over(_Made((result,), last=False))
                if self._closed.is_set():
                    return
            self._hand_over(_Made())
        except Exception as error:  # noqa: BLE001 - raised again in `results`
            self._hand_over(_Made(failure=error))

    def _hand_over(self, made: _Made[T]) -> None:
        """Wait for room, unless nobody takes results any more."""
        while not self._closed.is_set():
            try:
                self._done.put(made, timeout=_INTERRUPTIBLE)
            except Full:
                continue
            return


def _start(work: Callable[[], None], name: str) -> None:
    threading.Thread(target=work, name=f"claimcheck-{name}", daemon=True).start()


def each(ask: Callable[[A], T], asked: Iterable[A]) -> Iterator[tuple[A, T]]:
    """Ask about everything in `asked`, some at a time; yield what was asked with its answer.

    For searches, trials and pages: their methods put one question and are safe to share.
    """
    crew: Crew[tuple[A, T]] = Crew()
    try:
        for item in dict.fromkeys(asked):
            crew.submit("each", partial(_paired, ask, item))
        yield from crew.results()
    finally:
        crew.close()


def _paired(ask: Callable[[A], T], item: A) -> tuple[A, T]:
    return item, ask(item)
