"""Runs the command as its users do: a process of its own, with a cache of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def base(tmp_path):
    """A copy of the shipped base that a test may change."""
    folder = tmp_path / "base"
    shutil.copytree(DATA, folder)
    return folder


@pytest.fixture
def run(tmp_path):
    """Run `claimcheck` with arguments; the environment holds no settings but the test's."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("CLAIMCHECK_", "FORCE_"))}
    settings = {"CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache"), "COLUMNS": "100"}

    def call(*arguments, env=None, cwd=None, stdin=None, timeout=900):
        return subprocess.run(
            [sys.executable, "-m", "claimcheck", *map(str, arguments)],
            env=clean | settings | (env or {}),
            cwd=cwd or tmp_path,
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return call
