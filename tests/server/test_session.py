"""When texts are linted, and which results are still of use; with a linter that can be held up."""

import asyncio
from datetime import date
from threading import Event

from claimcheck.errors import ClaimcheckError
from claimcheck.model.drafts import Document
from claimcheck.model.findings import Report
from claimcheck.server.outcome import Outcome
from claimcheck.server.session import Session
from claimcheck.server.texts import Text
from server.editor import PATIENCE, awaited


class Held:
    """A linter that notes what it is asked, and answers when it is let go."""

    def __init__(self):
        self.asked = []
        self.begun = Event()
        self.go = Event()

    def lint(self, path, source):
        self.asked.append(source)
        self.begun.set()
        assert self.go.wait(PATIENCE)
        if source == "broken":
            raise ClaimcheckError("it is broken")
        if source == "odd":
            raise KeyError("odd")
        document = Document(path=path, source=source)
        return Outcome(document=document, report=Report(command="lint", as_of=date(2026, 1, 1)))


class Desk:
    """A session, and what it has published."""

    def __init__(self, linter):
        self.results = asyncio.Queue()
        self.session = Session(linter, lambda text, result: self.results.put_nowait((text, result)))

    async def next(self):
        async with asyncio.timeout(PATIENCE):
            return await self.results.get()


def text(source, version=1, uri="file:///draft.md"):
    return Text(uri, "/draft.md", version, source)


async def begun(linter):
    assert await asyncio.to_thread(linter.begun.wait, PATIENCE)


@awaited
async def test_a_result_for_an_older_version_is_never_published():
    linter = Held()
    desk = Desk(linter)
    desk.session.open(text("one"))
    await begun(linter)
    desk.session.change(text("two", 2))
    linter.go.set()
    published, result = await desk.next()
    assert (published.version, result.document.source) == (2, "two")
    assert desk.results.empty()
    assert linter.asked == ["one", "two"]


@awaited
async def test_versions_that_were_overtaken_while_waiting_are_not_linted():
    linter = Held()
    desk = Desk(linter)
    desk.session.open(text("other", uri="file:///other.md"))
    await begun(linter)
    for version, source in enumerate(("a", "ab", "abc"), 1):
        desk.session.open(text(source, version))
        await asyncio.sleep(0)
    desk.session.open(text("gone", uri="file:///gone.md"))
    desk.session.close("file:///gone.md")
    linter.go.set()
    assert [(await desk.next())[0].source for _ in range(2)] == ["other", "abc"]
    assert linter.asked == ["other", "abc"]


@awaited
async def test_a_closed_text_gets_no_result():
    linter = Held()
    desk = Desk(linter)
    desk.session.open(text("one"))
    await begun(linter)
    waiting = asyncio.ensure_future(desk.session.outcome("file:///draft.md"))
    await asyncio.sleep(0)
    assert desk.session.close("file:///draft.md").source == "one"
    assert desk.session.close("file:///draft.md") is None
    assert await waiting is None
    desk.session.open(text("other", uri="file:///other.md"))
    linter.go.set()
    assert (await desk.next())[0].source == "other"


@awaited
async def test_who_asks_for_an_outcome_waits_for_the_present_version():
    linter = Held()
    desk = Desk(linter)
    assert await desk.session.outcome("file:///draft.md") is None
    desk.session.open(text("one"))
    first = asyncio.ensure_future(desk.session.outcome("file:///draft.md"))
    await asyncio.sleep(0)
    desk.session.change(text("two", 2))
    linter.go.set()
    assert await first is None
    linted, outcome = await desk.session.outcome("file:///draft.md")
    assert (linted.version, outcome.document.source) == (2, "two")
    waiting = asyncio.ensure_future(desk.session.outcome("file:///draft.md"))
    waiting.cancel()
    assert await desk.session.outcome("file:///draft.md")


@awaited
async def test_what_goes_wrong_is_a_result_and_the_next_text_is_linted():
    linter = Held()
    linter.go.set()
    desk = Desk(linter)
    for source, told in (
        ("broken", "it is broken"),
        ("odd", "internal error, please report it: KeyError: 'odd'"),
    ):
        desk.session.open(text(source))
        _, error = await desk.next()
        assert str(error) == told
        assert await desk.session.outcome("file:///draft.md") is None
    desk.session.open(text("one"))
    assert isinstance((await desk.next())[1], Outcome)
    desk.session.recheck()
    assert (await desk.next())[0].source == "one"
    assert linter.asked[-2:] == ["one", "one"]
