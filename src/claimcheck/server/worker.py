"""A thread that does one thing after another, and forgets what has been overtaken."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread


class Worker:
    """Runs jobs on a thread of its own; of those that wait under one key the newest counts.

    The thread ends with the program, whatever it is doing.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, Callable[[], None]] = {}
        self._changed = Condition()
        Thread(target=self._run, name="claimcheck-lint", daemon=True).start()

    def put(self, key: str, job: Callable[[], None]) -> None:
        """Run a job, which must not raise, when those before it are done."""
        with self._changed:
            self._waiting[key] = job
            self._changed.notify()

    def drop(self, key: str) -> None:
        """Forget the job that waits under a key, if one does."""
        with self._changed:
            self._waiting.pop(key, None)

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting)
                job = self._waiting.pop(next(iter(self._waiting)))
            job()
