"""An editor: a client of the protocol that starts the real command and speaks with it."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial, wraps
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.client import BaseLanguageClient

PATIENCE = 120
"""Seconds after which a test gives up waiting; nothing depends on how long it takes."""


class Editor(BaseLanguageClient):
    """Opens and changes texts, and keeps what the server publishes and says."""

    def __init__(self, folder):
        super().__init__("editor", "1")
        self.folder = folder
        self.published = []
        self.messages = []
        self.watchers = []
        self.changed = asyncio.Condition()
        self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._published))
        self.feature(lsp.WINDOW_SHOW_MESSAGE)(partial(self._said))
        self.feature(lsp.CLIENT_REGISTER_CAPABILITY)(partial(self._registered))

    async def _note(self, where, what):
        async with self.changed:
            where.append(what)
            self.changed.notify_all()

    async def _published(self, params: lsp.PublishDiagnosticsParams):
        await self._note(self.published, params)

    async def _said(self, params: lsp.ShowMessageParams):
        await self._note(self.messages, params.message)

    async def _registered(self, params: lsp.RegistrationParams):
        await self._note(self.watchers, params.registrations)

    async def until(self, happened):
        """Wait for notifications until a condition holds; returns its value."""
        async with asyncio.timeout(PATIENCE), self.changed:
            await self.changed.wait_for(happened)
            return happened()

    def uri(self, name):
        return (self.folder / name).as_uri()

    def open(self, name, text, language="markdown", version=1, uri=None):
        item = lsp.TextDocumentItem(uri or self.uri(name), language, version, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, name, version, *changes):
        """Change a text: each change is a whole text, or (first line, character, last, …, text)."""
        made = [
            lsp.TextDocumentContentChangeWholeDocument(change)
            if isinstance(change, str)
            else lsp.TextDocumentContentChangePartial(span(*change[:4]), change[4])
            for change in changes
        ]
        home = lsp.VersionedTextDocumentIdentifier(version=version, uri=self.uri(name))
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(home, made))

    def close(self, name):
        home = lsp.TextDocumentIdentifier(self.uri(name))
        self.text_document_did_close(lsp.DidCloseTextDocumentParams(home))

    def tell_changed(self, path):
        event = lsp.FileEvent(Path(path).as_uri(), lsp.FileChangeType.Changed)
        self.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([event]))

    async def diagnostics(self, name, version=1, after=0, uri=None):
        """What is published of a version, after so many publications of it."""
        wanted = uri or self.uri(name)

        def all_of():
            return [p for p in self.published if (p.uri, p.version) == (wanted, version)]

        await self.until(lambda: len(all_of()) > after)
        return all_of()[after].diagnostics

    async def actions(self, name, where, *only):
        context = lsp.CodeActionContext([], only or None)
        home = lsp.TextDocumentIdentifier(self.uri(name))
        params = lsp.CodeActionParams(home, where, context)
        return await self.text_document_code_action_async(params)

    async def hover(self, name, line, character):
        home = lsp.TextDocumentIdentifier(self.uri(name))
        params = lsp.HoverParams(home, lsp.Position(line, character))
        return await self.text_document_hover_async(params)

    async def leave(self):
        """Shut the server down as the protocol wants it; returns its exit status."""
        await self.shutdown_async(None)
        self.exit(None)
        return await self.ended()

    async def ended(self):
        async with asyncio.timeout(PATIENCE):
            return await self._server.wait()


def span(line, character, last_line, last_character):
    return lsp.Range(lsp.Position(line, character), lsp.Position(last_line, last_character))


def applied(text, edits):
    """A text of characters that UTF-16 counts as one, after edits."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    spots = [
        (starts[e.range.start.line] + e.range.start.character,
         starts[e.range.end.line] + e.range.end.character, e.new_text)
        for e in edits
    ]  # fmt: skip
    for start, end, new in sorted(spots, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def awaited(test):
    """A test that is a coroutine, for pytest.

    It runs in a thread of its own: in that of pytest a browser's loop may be running.
    """

    @wraps(test)
    def run(**fixtures):
        with ThreadPoolExecutor(1) as thread:
            thread.submit(lambda: asyncio.run(test(**fixtures))).result()

    return run
