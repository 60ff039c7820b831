"""Snapshots: files that hold what a format makes of a report.

`pytest tests/reports --update-snapshots` writes them anew; the difference belongs into review.
"""

from pathlib import Path

import pytest

from claimcheck import __version__

FOLDER = Path(__file__).parent / "snapshots"


def pytest_addoption(parser):
    parser.addoption(
        "--update-snapshots",
        action="store_true",
        help="Write the snapshots of reports anew instead of comparing with them.",
    )


@pytest.fixture
def snapshot(request):
    """Compare a text with the file of that name, or write it with `--update-snapshots`."""

    def compare(name, text):
        path = FOLDER / name
        shown = text.replace("\x1b", "␛").replace(f'"{__version__}"', '"VERSION"')
        shown = shown.replace(f"claimcheck {__version__}", "claimcheck VERSION")
        if request.config.getoption("--update-snapshots", False):
            path.write_text(shown, encoding="utf-8", newline="\n")
        assert path.read_text(encoding="utf-8") == shown

    return compare
