"""`claimcheck report` as a process."""

import csv
import json
import re
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples/statins/data"


def test_the_page_of_the_shipped_base(run, tmp_path):
    done = run("report")
    assert done.returncode == 0, done.stderr
    assert "wrote claimcheck-report.html" in done.stderr
    page = (tmp_path / "claimcheck-report.html").read_text(encoding="utf-8")
    assert len(page.encode()) <= 1_000_000
    assert 'id="claim-davis-double-blind"' in page
    assert 'id="trial-comp001"' in page
    addresses = re.findall(r'(?:src|href)="([^"#]+)"', page)
    assert all(address.startswith(("https://", "http://")) for address in addresses)
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b|\bsrc=|@import|url\(", page)


def test_exports(run, tmp_path):
    done = run(
        "report", "-o", "page.html", "--export", "claimreview:a.json", "--export", "csl:b.json",
        "--export", "csv:c.csv", "--publisher", "A Journal", "--url", "https://example.org/p",
        "--quiet",
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    reviews = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["@graph"]
    assert all(review["url"].startswith("https://example.org/p#claim-") for review in reviews)
    works = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    with (tmp_path / "c.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    assert {s for row in claims for s in row["source"].split("; ") if s} <= {w["id"] for w in works}


def test_a_base_of_another_field_to_standard_output(run):
    done = run("--base", EXAMPLE, "report", "-o", "-", "--title", "Statins")
    assert done.returncode == 0, done.stderr
    assert "<h1>Statins</h1>" in done.stdout
    assert 'id="trial-jupiter"' in done.stdout
    assert "every source is unchecked" in done.stderr


def test_wrong_use(run, tmp_path):
    for export in ("pdf:x", "csv", "csv:", "csv:claimcheck-report.html"):
        done = run("report", "--export", export)
        assert done.returncode == 2
        assert "--export" in done.stderr
    assert "did you mean `csv`?" in run("report", "--export", "cvs:a.csv").stderr
    assert run("report", "--url", "example").returncode == 2
    assert not list(tmp_path.glob("*.html"))
    (tmp_path / "file").write_text("")
    done = run("report", "-o", "file/page.html")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
