"""Starts `claimcheck server` as editors do: a process that speaks over standard streams."""

import os
import shutil
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from server.editor import Editor

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def environment(tmp_path_factory):
    """No settings but the tests', and a cache of their own."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CLAIMCHECK_", "FORCE_"))}
    return clean | {"CLAIMCHECK_CACHE_DIR": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture
def edit(tmp_path, environment):
    """Start `claimcheck server` in a folder: `async with edit(*options) as editor`."""

    @asynccontextmanager
    async def start(
        *options,
        folder=tmp_path,
        encodings=None,
        watching=False,
        versioned=False,
        started_in=None,
        more=(),
    ):
        editor = Editor(folder)
        command = (sys.executable, "-m", "claimcheck", "server", *map(str, options))
        await editor.start_io(*command, env=environment | dict(more), cwd=started_in or folder)
        files = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=watching)
        capabilities = lsp.ClientCapabilities(
            general=lsp.GeneralClientCapabilities(position_encodings=encodings),
            workspace=lsp.WorkspaceClientCapabilities(
                did_change_watched_files=files,
                workspace_edit=lsp.WorkspaceEditClientCapabilities(document_changes=versioned),
            ),
        )
        editor.agreed = await editor.initialize_async(
            lsp.InitializeParams(capabilities, root_uri=folder.as_uri())
        )
        editor.initialized(lsp.InitializedParams())
        try:
            yield editor
        finally:
            if editor._server.returncode is None:
                editor._server.kill()
            await editor.stop()

    return start


@pytest.fixture
def base(tmp_path):
    """A copy of the shipped base that a test may change, where the command finds it."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def run(tmp_path, environment):
    """Run `claimcheck` to its end."""

    def call(*arguments, stdin=""):
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *map(str, arguments)],
            env=environment,
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=900,
            check=False,
        )

    return call
