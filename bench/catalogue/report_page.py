"""How large the report page is, how long it takes to write, and how it does in a browser.

    python bench/catalogue/report_page.py [--claims 10000] [--runs 5] [--keep PAGE.html]

The claims are those of the shipped base under new ids, again and again. Prints a table;
docs/benchmarks.md keeps it. Needs Chromium. Times of filters run from the input to the next frame
with the new list, the wait for further typing included.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from claimcheck.catalogue.standing import Standing
from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.pages.content import Content
from claimcheck.pages.report import render_report

DATA = Path(__file__).parents[2] / "data"
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
CHANGE = """([section, field, value]) => new Promise(done => {
  const form = document.querySelector(`#${section} form`);
  const output = form.querySelector("output");
  const start = performance.now();
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  });
  seen.observe(output, { childList: true, characterData: true, subtree: true });
  form.elements[field].value = value;
  form.elements[field].dispatchEvent(new Event("input", { bubbles: true }));
})"""
STEPS = (
    ("search, first time", "q", "trial"),
    ("search, later", "q", "trial depression"),
    ("search cleared", "q", ""),
    ("filter by verdict", "verdict", "refuted"),
    ("filter cleared", "verdict", ""),
)


def enlarged(base: Base, count: int) -> Base:
    numbered = zip(range(count), itertools.cycle(base.claims), strict=False)
    claims = (replace(c, id=f"{c.id}-{i}" if i >= len(base.claims) else c.id) for i, c in numbered)
    return replace(base, claims=tuple(claims))


def in_browser(address: str, runs: int) -> Iterator[tuple[str, float]]:
    path = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    figures: dict[str, list[float]] = {}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for _ in range(runs):
            page: Any = browser.new_context().new_page()
            page.goto(address)
            page.wait_for_function(f"() => {PAINT} && {LOADED}")
            page.wait_for_timeout(1000)  # as long as anybody takes to begin to type
            figures.setdefault("first contentful paint", []).append(page.evaluate(PAINT))
            figures.setdefault("loaded, script run", []).append(page.evaluate(LOADED))
            for name, field, value in STEPS:
                took = page.evaluate(CHANGE, ["claims", field, value])
                figures.setdefault(name, []).append(took)
            page.context.close()
        browser.close()
    yield from ((name, statistics.median(times)) for name, times in figures.items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    base = enlarged(load_base(DATA), options.claims)
    known = Standing("verified", "lock", "2026-11-21T00:00:00Z")
    content = Content(base, {work.id: known for work in base.references}, date(2026, 11, 21))
    start = time.process_time()
    page = render_report(content, "Claims and their evidence")
    took = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "report.html"
        path.write_text(page, encoding="utf-8")
        print(f"{options.claims} claims\n\n| what | value |\n|---|---:|")
        print(f"| written, CPU | {took:.2f} s |\n| size | {len(page.encode()) / 1e6:.2f} MB |")
        for name, milliseconds in in_browser(path.resolve().as_uri(), options.runs):
            print(f"| {name} | {milliseconds:.0f} ms |", flush=True)


if __name__ == "__main__":
    main()
