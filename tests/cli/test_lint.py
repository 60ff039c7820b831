"""`claimcheck lint` as a process: files, folders, standard input, and what is no draft."""

import json
from pathlib import Path

import pytest

RIGHT = "COMP001 randomised 233 people with treatment-resistant depression.\n"
WRONG = "COMP001 randomised 323 people with treatment-resistant depression.\n"


def report(result):
    assert "Traceback" not in result.stderr
    return json.loads(result.stdout)


def test_a_contradiction_is_found_with_its_place_and_source(run, tmp_path):
    (tmp_path / "draft.md").write_text(f"# Title\n\n{RIGHT}\n{WRONG}")
    result = run("lint", "draft.md", "--format", "json")
    assert result.returncode == 1
    [finding, itself] = report(result)["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("DFT001", 5, 20)
    assert finding["found"].startswith("323 people")
    assert finding["doi"] == "10.1056/NEJMoa2206443"
    assert finding["suggestion"] == {"text": "233 people", "safe": False}
    assert (itself["name"], itself["line"]) == ("inconsistent", 5)
    assert report(result)["sentences"] == []


def test_all_lists_every_checkable_sentence(run, tmp_path):
    (tmp_path / "draft.md").write_text(f"# Title\n\n{RIGHT}\n{WRONG}\nMushrooms grow.\n")
    result = run("lint", "draft.md", "--format", "json", "--all", "--fail-on", "never")
    assert result.returncode == 0
    rows = [(row["line"], row["verdict"]) for row in report(result)["sentences"]]
    assert rows == [(3, "supported"), (5, "contradicted")]
    assert report(result)["sentences"][0]["trials"] == ["comp001"]


def test_offline_gives_the_same_verdicts(run, tmp_path):
    (tmp_path / "draft.md").write_text(RIGHT + "\n" + WRONG)
    online = run("lint", "draft.md", "--format", "json", "--all")
    offline = run("lint", "draft.md", "--format", "json", "--all", "--offline")
    assert report(online)["sentences"] == report(offline)["sentences"]


def test_standard_input(run):
    result = run("lint", "-", "--stdin-filename", "notes.md", "--format", "json", stdin=WRONG)
    assert result.returncode == 1
    assert report(result)["findings"][0]["path"] == "notes.md"


def test_folders_globs_and_files_in_one_run(run, tmp_path):
    (tmp_path / "a").mkdir()
    for name in ("a/one.md", "a/two.txt", "three.html"):
        (tmp_path / name).write_text(WRONG if name.endswith(".md") else RIGHT)
    result = run("lint", "a", "*.html", "--format", "json")
    assert report(result)["summary"]["files"] == 3
    assert [f["path"] for f in report(result)["findings"]] == ["a/one.md"]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("draft.md", b"\xff\xfe\xfa", "draft.md"),
        ("draft.md", b"caf\xe9 text\n", "draft.md:1:4: is not UTF-8"),
        ("draft.md", b"\0\1\2\3", "draft.md:1:1: is binary"),
        ("draft.xyz", b"text", "no reader for .xyz"),
    ],
)
def test_an_unreadable_draft_is_one_line_and_the_others_are_checked(
    run, tmp_path, name, content, message
):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.md").write_text(WRONG)
    result = run("lint", name, "good.md", "--format", "json")
    assert result.returncode == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert [f["path"] for f in report(result)["findings"]] == ["good.md"]


def test_paths_that_mean_nothing(run, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.md").write_text(RIGHT)
    result = run("lint", "missing.md", "empty", "good.md")
    assert result.returncode == 2
    assert "missing.md" in result.stderr
    assert "empty" in result.stderr


def test_an_empty_draft_is_fine(run, tmp_path):
    (tmp_path / "draft.md").write_text("")
    assert run("lint", "draft.md").returncode == 0


def test_a_huge_draft_is_refused(run, tmp_path):
    with (tmp_path / "draft.md").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    result = run("lint", "draft.md")
    assert result.returncode == 2
    assert "too large" in result.stderr


def test_one_very_long_line(run, tmp_path):
    (tmp_path / "draft.md").write_text("word " * 1_000_000 + WRONG)
    result = run("lint", "draft.md", "--format", "json")
    assert result.returncode == 1
    assert report(result)["findings"][0]["found"].startswith("323 people")


def test_no_draft_is_wrong_use(run):
    result = run("lint")
    assert result.returncode == 2
    assert "no draft is given" in result.stderr


def test_the_date_of_the_draft_decides(run, tmp_path):
    text = "MDMA-assisted therapy for PTSD is under review by the FDA.\n"
    (tmp_path / "now.md").write_text(text)
    (tmp_path / "then.md").write_text("---\ndate: 2024-03-01\n---\n\n" + text)
    now = run("lint", "now.md", "--format", "json")
    assert [f["name"] for f in report(now)["findings"]] == ["outdated"]
    assert run("lint", "then.md").returncode == 0
    assert run("lint", "now.md", "--as-of", "2024-03-01").returncode == 0


def test_a_long_paragraph_takes_time_in_proportion(run, tmp_path):
    (tmp_path / "draft.md").write_text("It rained. " * 40_000 + WRONG)
    result = run("lint", "draft.md", "--format", "json")
    assert [f["name"] for f in report(result)["findings"]] == ["contradicted"]


def test_of_a_long_draft_every_part_is_judged(run, tmp_path):
    lines = [f"{WRONG.strip()} It rained on day {n}, and {n} people stayed.\n" for n in range(600)]
    (tmp_path / "draft.md").write_text("\n".join(lines))
    found = report(run("lint", "draft.md", "--format", "json"))["findings"]
    assert [f["line"] for f in found if f["name"] == "contradicted"] == list(range(1, 1200, 2))


def test_of_many_drafts_each_is_judged(run, tmp_path):
    rain = "".join(f"It rained for {n} days, and nobody came. " for n in range(100))
    for n in range(30):
        (tmp_path / f"{n:02}.md").write_text(f"{rain}\n\n{WRONG}")
    (tmp_path / "20.md").write_bytes(b"\xff\xfe\x00")
    first = run("lint", ".", "--format", "json")
    assert first.returncode == 2
    assert "20.md" in first.stderr
    paths = [f["path"] for f in report(first)["findings"]]
    assert paths == [f"{n:02}.md" for n in range(30) if n != 20]
    again = run("lint", ".", "--format", "json")
    assert (again.stdout, again.stderr) == (first.stdout, first.stderr)


def test_statistics_and_selection(run, tmp_path):
    other = "# A survey of our own\n\nOf our readers, 12 of 24 (75%) wrote back.\n"
    (tmp_path / "draft.md").write_text(f"{WRONG}\n{other}")
    result = run("lint", "draft.md", "--statistics", "--ignore", "unsourced")
    assert result.returncode == 1
    assert "1  DFT001  contradicted" in result.stdout
    assert "1  DFT006  impossible-figure" in result.stdout
    assert run("lint", "draft.md", "--select", "DFT007").returncode == 0
    assert run("lint", "draft.md", "--fail-on", "never").returncode == 0
    lowered = ("--severity", "contradicted=info", "--severity", "impossible-figure=info")
    assert run("lint", "draft.md", *lowered, "--ignore", "unsourced").returncode == 0


def test_suppressed_findings_are_counted(run, tmp_path):
    comment = '<!-- claimcheck: ignore[contradicted] reason="the old figure" -->'
    (tmp_path / "draft.md").write_text(f"{comment}\n{WRONG}")
    result = run("lint", "draft.md", "--format", "json", "--format", "full:out.txt")
    assert (result.returncode, report(result)["summary"]["suppressed"]) == (0, 1)
    assert "1 waived or suppressed" in (tmp_path / "out.txt").read_text(encoding="utf-8")
    shown = run("lint", "draft.md", "--format", "json", "--no-suppressions")
    assert [f["name"] for f in report(shown)["findings"]] == ["contradicted"]


def test_the_session_of_the_manual_is_a_real_one(run, tmp_path):
    page = (Path(__file__).parents[2] / "docs" / "lint.md").read_text(encoding="utf-8")
    session = page.partition("```console\n$ cat draft.md\n")[2].partition("```")[0]
    draft, _, shown = session.partition("\n$ claimcheck lint draft.md\n")
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    assert run("lint", "draft.md").stdout.strip() == shown.strip()
    right = page.partition("could be checked:\n\n```console\n")[2].partition("```")[0]
    assert right.strip() in run("lint", "draft.md", "--all").stdout


def test_without_a_base_nothing_is_judged_and_that_is_said_once(run, tmp_path):
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text(WRONG)
    result = run("--base", "absent", "lint", "one.md", "two.md")
    assert (result.returncode, result.stdout) == (2, "")
    [line] = result.stderr.splitlines()
    assert "absent: no such folder" in line
