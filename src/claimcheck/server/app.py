"""The server: what the protocol asks, and who answers."""

from __future__ import annotations

import logging
import os
from functools import partial
from typing import Any, BinaryIO

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol
from pygls.uris import to_fs_path

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, InputError
from claimcheck.server.actions import KINDS, Actions
from claimcheck.server.diagnostics import diagnostics, not_checked
from claimcheck.server.hover import hover
from claimcheck.server.outcome import Linter
from claimcheck.server.session import Result, Session
from claimcheck.server.texts import Text, path_of

_WATCHED = (
    "**/{claims,references,trials,regulatory,vocabulary}.yaml",
    "**/claimcheck.lock",
    "**/{claimcheck,pyproject}.toml",
    "**/*.{bib,ris}",
)
"""Files that decide what a draft comes to."""

log = logging.getLogger(__name__)


class _Protocol(LanguageServerProtocol):
    """The protocol without a store of texts: ours ends lines where the protocol does."""

    lsp_text_document__did_open = None  # type: ignore[assignment]
    lsp_text_document__did_change = None  # type: ignore[assignment]
    lsp_text_document__did_close = None  # type: ignore[assignment]


class Server(LanguageServer):
    """Shows in editors what a linter says of the texts that are open there."""

    def __init__(self, linter: Linter) -> None:
        super().__init__("claimcheck", __version__, protocol_cls=_Protocol)
        self._session = Session(linter, self._publish)
        self._broken: dict[str, set[str]] = {}
        """What keeps texts from being checked → the texts; each is told once."""
        self.stopped = False
        """Whether the client has asked for an end."""
        for method, (answer, options) in self._answers().items():
            self.feature(method, options)(partial(answer))  # which can be marked; a method cannot

    def _answers(self) -> dict[str, tuple[Any, Any]]:
        actions = lsp.CodeActionOptions(code_action_kinds=KINDS)
        return {
            lsp.INITIALIZE: (self._initialize, None),
            lsp.INITIALIZED: (self._watch, None),
            lsp.SHUTDOWN: (self._stop, None),
            lsp.TEXT_DOCUMENT_DID_OPEN: (self._opened, None),
            lsp.TEXT_DOCUMENT_DID_CHANGE: (self._changed, None),
            lsp.TEXT_DOCUMENT_DID_SAVE: (self._saved, None),
            lsp.TEXT_DOCUMENT_DID_CLOSE: (self._closed, None),
            lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES: (self._saved, None),
            lsp.TEXT_DOCUMENT_HOVER: (self._hover, None),
            lsp.TEXT_DOCUMENT_CODE_ACTION: (self._actions, actions),
        }

    def _initialize(self, params: lsp.InitializeParams) -> None:
        """Work in the folder that the editor has open, as `claimcheck lint` would there."""
        folders = [folder.uri for folder in params.workspace_folders or ()]
        root = next(iter(folders), params.root_uri)
        path = (to_fs_path(root) if root else None) or params.root_path
        if path and os.path.isdir(path):  # noqa: PTH112 - of any text
            os.chdir(path)

    def _watch(self, _params: lsp.InitializedParams) -> None:
        """Ask the client to tell of changes to the files that texts are judged by."""
        workspace = self.client_capabilities.workspace
        watching = workspace and workspace.did_change_watched_files
        if not (watching and watching.dynamic_registration):
            return
        watchers = [lsp.FileSystemWatcher(glob_pattern=pattern) for pattern in _WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers=watchers)
        method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = lsp.Registration("claimcheck-files", method, options)
        self.client_register_capability(lsp.RegistrationParams([registration]))

    def _stop(self, _params: None) -> None:
        self.stopped = True

    def _opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        item = params.text_document
        if path := path_of(item.uri, item.language_id):
            encoding = self.server_capabilities.position_encoding or lsp.PositionEncodingKind.Utf16
            self._session.open(Text(item.uri, path, item.version, item.text, encoding))

    def _changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        if text := self._session.text(params.text_document.uri):
            version = params.text_document.version
            self._session.change(text.changed(params.content_changes, version))

    def _saved(self, _params: object) -> None:
        self._session.recheck()

    def _closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        if text := self._session.close(params.text_document.uri):
            self._mended(text)
            self._show(text, [])

    async def _hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        found = await self._session.outcome(params.text_document.uri)
        return hover(*found, params.position) if found else None

    async def _actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        found = await self._session.outcome(params.text_document.uri)
        if found is None:
            return []
        workspace = self.client_capabilities.workspace
        edits = workspace and workspace.workspace_edit
        actions = Actions(*found, versioned=bool(edits and edits.document_changes))
        return actions.within(params.range, params.context.only)

    def _publish(self, text: Text, result: Result) -> None:
        if isinstance(result, ClaimcheckError):
            self._tell(text, result)
            self._show(text, [not_checked(text, result)])
            return
        self._mended(text)
        self._show(text, diagnostics(text, result) if result else [])

    def _show(self, text: Text, found: list[lsp.Diagnostic]) -> None:
        params = lsp.PublishDiagnosticsParams(text.uri, found, text.version)
        self.text_document_publish_diagnostics(params)

    def _tell(self, text: Text, error: ClaimcheckError) -> None:
        """Say once why texts are not checked, until it is mended; of a text itself it shows."""
        if isinstance(error, InputError) and error.where.path == text.path:
            return
        message = str(error)
        known = message in self._broken
        self._mended(text)
        self._broken.setdefault(message, set()).add(text.uri)
        if not known:
            log.error(message)
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, message))

    def _mended(self, text: Text) -> None:
        """A text is no longer kept from being checked by what it was."""
        for message, uris in list(self._broken.items()):
            uris.discard(text.uri)
            if not uris:
                del self._broken[message]

    def report_server_error(self, error: Exception, source: Any) -> None:
        """What a client got wrong, or we did, is no matter for the writer."""
        log.error("%s: %s", getattr(source, "__name__", source), error)


def serve(linter: Linter, stdin: BinaryIO, stdout: BinaryIO) -> bool:
    """Speak with a client until it leaves.

    Returns whether it left as the protocol wants it, with a request to shut down.
    """
    server = Server(linter)
    server.start_io(stdin, stdout)
    return server.stopped
