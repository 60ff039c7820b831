"""A few threads for waiting in: daemons, so that an interrupted program ends at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

_MOST_THREADS = 8
"""Per lane; how many requests really run at a time is the pacers' business."""
_INTERRUPTIBLE = 1.0
"""Waiting without end cannot be interrupted on every system."""

A = TypeVar("A")
T = TypeVar("T")


class Crew(Generic[T]):
    """Runs tasks in lanes that do not hold each other up; hands their results to one thread."""

    def __init__(self) -> None:
        self._tasks: dict[str, SimpleQueue[Callable[[], T] | None]] = {}
        self._threads: dict[str, int] = {}
        self._done: SimpleQueue[T | Exception] = SimpleQueue()
        self._closed = threading.Event()
        self._pending = 0

    def submit(self, lane: str, task: Callable[[], T]) -> None:
        """Have `task` run in `lane`."""
        self._pending += 1
        self._tasks.setdefault(lane, SimpleQueue()).put(task)
        count = self._threads.get(lane, 0)
        if count < _MOST_THREADS:
            self._threads[lane] = count + 1
            name = f"claimcheck-{lane}-{count}"
            threading.Thread(target=self._work, args=(lane,), name=name, daemon=True).start()

    def results(self) -> Iterator[T]:
        """Results as they come, until nothing is under way; raises what a task raised."""
        while self._pending:
            try:
                result = self._done.get(timeout=_INTERRUPTIBLE)
            except Empty:
                continue
            self._pending -= 1
            if isinstance(result, Exception):
                raise result
            yield result

    def close(self) -> None:
        """Drop what has not begun; threads end with what they are at."""
        self._closed.set()
        for lane, count in self._threads.items():
            for _ in range(count):
                self._tasks[lane].put(None)

    def _work(self, lane: str) -> None:
        while (task := self._tasks[lane].get()) is not None and not self._closed.is_set():
            try:
                self._done.put(task())
            except Exception as error:  # noqa: BLE001 - raised again in `results`
                self._done.put(error)


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
