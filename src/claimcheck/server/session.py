"""The texts that are open, and what linting each of them came to."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import field
from functools import partial

from claimcheck.classes import dataclass
from claimcheck.errors import ClaimcheckError
from claimcheck.server.outcome import Linter, Outcome
from claimcheck.server.texts import Text
from claimcheck.server.worker import Worker

DELAY = 0.3
"""Seconds of rest in the typing before a text is linted."""

log = logging.getLogger(__name__)

Result = Outcome | ClaimcheckError | None
"""What a text came to, why it could not be checked, or None where it is left out."""


@dataclass
class _Open:
    """A text that is open; `result` is awaited by those who need to know what it comes to."""

    text: Text
    result: asyncio.Future[Result] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    timer: asyncio.TimerHandle | None = None

    def leave(self) -> None:
        """It is closed, or another version takes its place: nobody need wait any more."""
        if self.timer:
            self.timer.cancel()
        if not self.result.done():
            self.result.set_result(None)


class Session:
    """Keeps the open texts linted; `publish` hears of every result that is still of use.

    Its methods are called on the event loop; the linting is done on a thread of its own.
    """

    def __init__(self, linter: Linter, publish: Callable[[Text, Result], None]) -> None:
        self._linter = linter
        self._publish = publish
        self._worker = Worker()
        self._open: dict[str, _Open] = {}

    def open(self, text: Text) -> None:
        """A text has been opened: lint it at once."""
        self._place(text, 0)

    def change(self, text: Text) -> None:
        """A text has another version: lint it when the typing rests."""
        self._place(text, DELAY)

    def close(self, uri: str) -> Text | None:
        """A text has been closed; returns it, if it was open."""
        if uri not in self._open:
            return None
        gone = self._open.pop(uri)
        gone.leave()
        self._worker.drop(uri)
        return gone.text

    def recheck(self) -> None:
        """What the texts are judged by may have changed: lint them all anew."""
        for one in list(self._open.values()):
            self.change(one.text)

    def text(self, uri: str) -> Text | None:
        """An open text."""
        return self._open[uri].text if uri in self._open else None

    async def outcome(self, uri: str) -> tuple[Text, Outcome] | None:
        """A text and what it comes to, as soon as that is known; None if there is nothing to tell
        or another version has come meanwhile.

        It waits for a rest in the typing too: editors ask at every move of the cursor.
        """
        one = self._open.get(uri)
        if one is None:
            return None
        result = await asyncio.shield(one.result)
        return (one.text, result) if isinstance(result, Outcome) else None

    def _place(self, text: Text, delay: float) -> None:
        self.close(text.uri)
        one = self._open[text.uri] = _Open(text)
        one.timer = asyncio.get_running_loop().call_later(delay, self._begin, one)

    def _begin(self, one: _Open) -> None:
        loop = asyncio.get_running_loop()
        self._worker.put(one.text.uri, partial(self._work, loop, one))

    def _work(self, loop: asyncio.AbstractEventLoop, one: _Open) -> None:
        """On the worker's thread: lint a text and hand the result over."""
        result = _linted(self._linter, one.text)
        with suppress(RuntimeError):  # the loop has ended: nobody is there to be told
            loop.call_soon_threadsafe(self._done, one, result)

    def _done(self, one: _Open, result: Result) -> None:
        if self._open.get(one.text.uri) is not one:
            return  # closed, or overtaken by another version
        one.result.set_result(result)
        self._publish(one.text, result)


def _linted(linter: Linter, text: Text) -> Result:
    try:
        return linter.lint(text.path, text.source)
    except ClaimcheckError as error:
        return error
    except Exception as error:
        log.exception("internal error, please report it")
        return ClaimcheckError(f"internal error, please report it: {type(error).__name__}: {error}")
