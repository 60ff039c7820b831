"""Headless Chromium. A missing browser fails these tests; `make browser` installs one."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from claimcheck.catalogue.standing import Standing
from claimcheck.load import load_base, load_text
from claimcheck.pages.content import Content
from claimcheck.pages.report import render_report

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
LEARNED = "2026-11-21T00:00:00Z"
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser():
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def reports(tmp_path_factory):
    """Addresses of the reports of the shipped base, of one that has a bit of everything, and of
    that one with 1,200 claims."""
    shipped = _written(load_base(DATA), tmp_path_factory)
    small = load_text((ROOT / "tests/catalogue/base.yaml").read_text(encoding="utf-8"))
    claims = (replace(c, id=f"{c.id}-{i}") for i in range(400) for c in small.claims)
    large = replace(small, claims=tuple(claims))
    return {
        "shipped": shipped,
        "small": _written(small, tmp_path_factory),
        "large": _written(large, tmp_path_factory),
    }


def _written(base, tmp_path_factory):
    """One source stands as retracted."""
    standing = {work.id: Standing("verified", "lock", LEARNED) for work in base.references}
    for ident in ("mithoefer-2019", "smith-2020"):
        standing[ident] = Standing("retracted", "lock", LEARNED)
    page = render_report(Content(base, standing, date(2026, 11, 21)), "Claims and their evidence")
    path = tmp_path_factory.mktemp("report") / "report.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def visit(browser, reports):
    """Open the report; whatever it says on the console or asks of a network fails the test."""
    pages, noise, asked = [], [], []

    def call(fragment="", report="shipped", **context):
        page = browser.new_context(**context).new_page()
        page.set_default_timeout(240_000)  # a busy machine is no fault of the page
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(reports[report] + fragment)
        pages.append(page)
        return page

    yield call
    for page in pages:
        page.context.close()
    assert noise == []
    assert [url for url in asked if not url.startswith(("file:", "blob:"))] == []
