"""`claimcheck check` as a process: whole and broken bases, with and without a network."""

import json
import re
import socket
from collections import Counter

import pytest
import yaml

DEAD = "http://127.0.0.1:9"
EVERYWHERE = ("CROSSREF", "DOI", "DATACITE", "CLINICALTRIALS")


def unreachable():
    return {f"CLAIMCHECK_{name}_URL": DEAD for name in EVERYWHERE}


def report(result):
    assert "Traceback" not in result.stderr
    return json.loads(result.stdout)


def claims_of(base):
    return yaml.load((base / "claims.yaml").read_text(), Loader=yaml.BaseLoader)["claims"]


def lines_of_entry(text, entry_id):
    """First and last line index of the entry with this id."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.strip() == f"- id: {entry_id}")
    indent = len(lines[start]) - len(lines[start].lstrip())
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > indent
    ):
        end += 1
    return lines, start, end


def _indent(line):
    return len(line) - len(line.lstrip())


def without_sources(base, claim_id):
    """Take the sources off a claim; returns the line of its id."""
    path = base / "claims.yaml"
    lines, start, end = lines_of_entry(path.read_text(), claim_id)
    inner = len(lines[start]) - len(lines[start].lstrip()) + 2
    begin = next(i for i in range(start, end) if lines[i].startswith(" " * inner + "sources:"))
    stop = begin + 1
    while stop < end and re.match(rf" {{{inner}}}(?:- |\s)", lines[stop]):
        stop += 1
    del lines[begin:stop]
    path.write_text("\n".join(lines) + "\n")
    return start + 1


def test_the_shipped_base_stands_on_its_lock(run, base):
    result = run("--base", base, "check", "--locked")
    assert result.returncode == 0, result.stdout
    assert "No findings" in result.stdout
    assert "rest on the lock" in result.stdout
    assert "transcribed" in result.stdout


def test_no_network_is_asked_with_a_lock(run, base):
    assert run("--base", base, "check", "--locked", env=unreachable()).returncode == 0


@pytest.mark.parametrize("nth", [0, 40, 120, 200, -1])
def test_a_claim_without_sources_fails_with_its_place(run, base, nth):
    sourced = [c["id"] for c in claims_of(base) if "sources" in c and "waivers" not in c]
    claim = sourced[nth]
    line = without_sources(base, claim)
    result = run("--base", base, "check", "--locked", "--format", "json")
    assert result.returncode == 1
    found = [f for f in report(result)["findings"] if f["name"] == "unsourced-claim"]
    assert [(f["claim"], f["line"]) for f in found] == [(claim, line)]
    assert found[0]["column"] > 1
    assert found[0]["path"].endswith("claims.yaml")


def test_an_unreachable_registry_is_no_verdict(run, base):
    (base / "claimcheck.lock").unlink()
    result = run("--base", base, "check", "--timeout", "2", "--format", "json", env=unreachable())
    assert result.returncode == 3
    found = report(result)
    assert {f["name"] for f in found["findings"]} == {"could-not-check"}
    assert found["summary"]["unchecked"] == len(found["findings"]) > 150
    assert {r["state"] for r in found["references"]} == {"unchecked"}


def test_findings_win_over_gaps(run, base):
    without_sources(base, claims_of(base)[0]["id"])
    result = run("--base", base, "check", "--timeout", "2", "--format", "json", env=unreachable())
    names = {f["name"] for f in report(result)["findings"]}
    assert {"unsourced-claim", "could-not-check"} <= names
    assert result.returncode == 1


def test_a_missing_lock_entry_could_not_be_checked(run, base):
    lock = base / "claimcheck.lock"
    text = lock.read_text()
    kept = [line for line in text.splitlines() if '"10.1056/nejmoa2206443"' not in line.lower()]
    assert len(kept) == len(text.splitlines()) - 1
    lock.write_text("\n".join(kept) + "\n")
    result = run("--base", base, "check", "--locked", "--format", "json")
    assert result.returncode == 3
    [finding] = report(result)["findings"]
    assert finding["name"] == "could-not-check"
    assert "not in the lock" in finding["message"]


def test_against_the_registries(run, base, standin):
    standin.limits.tolerance = 0.5  # requests may be held up on their way by half a second
    result = run(
        "--base", base, "check", "--mailto", "a@example.org", "--format", "json",
        env=standin.environment,
    )  # fmt: skip
    assert result.returncode == 0
    found = report(result)
    states = {row["id"]: row["state"] for row in found["references"]}
    assert states["abdallah-2015"] == "verified"
    assert states["abdallah-2015@where-are-we-now"] == "unregistered"
    assert states["mithoefer-2019"] == "retracted"
    assert found["summary"]["unchecked"] == 0
    asked = Counter(r["via"] for r in found["references"] if r["doi"])
    assert set(asked) == {"crossref", "doi.org"}
    assert asked["crossref"] > 180
    assert standin.refused == 0
    assert all("a@example.org" in (r.user_agent or "") or r.mailto for r in standin.requests)


def test_the_printed_list_of_the_third_article(run, base, standin):
    """What the article printed wrongly is found; the shipped base waives it, with a reason."""
    result = run(
        "--base", base, "check", "--no-suppressions", "--format", "json", "--fail-on", "never",
        env=standin.environment,
    )  # fmt: skip
    printed = {
        (f["reference"].partition("@")[0], f["name"])
        for f in report(result)["findings"]
        if "@" in (f["reference"] or "")
    }
    assert printed >= {
        ("abdallah-2015", "unregistered-doi"),
        ("mithoefer-2019", "unregistered-doi"),
        ("wilkinson-2018", "unregistered-doi"),
        ("yaden-griffiths-2021", "unregistered-doi"),
        ("ross-2016", "author-mismatch"),
    }
    marks = [f["text"] for f in report(result)["findings"] if f["name"] == "undefined-citation"]
    assert len(marks) == 4
    unused = [f for f in report(result)["findings"] if f["name"] == "uncited-reference"]
    assert len(unused) == 3


def test_the_cache_answers_the_second_time(run, base, standin):
    first = run("--base", base, "check", "--format", "json", env=standin.environment)
    asked = len(standin.requests)
    second = run("--base", base, "check", "--format", "json", env=standin.environment)
    assert len(standin.requests) == asked > 0
    states = [[r["state"] for r in report(r)["references"]] for r in (first, second)]
    assert states[0] == states[1]
    assert {r["via"] for r in report(second)["references"]} <= {"cache", None}


def test_offline_uses_the_cache_then_the_lock(run, base, standin):
    run("--base", base, "check", env=standin.environment)
    asked = len(standin.requests)
    lock = base / "claimcheck.lock"
    moved = lock.rename(base / "lock.away")
    env = standin.environment
    cached = run("--base", base, "--offline", "check", "--format", "json", env=env)
    assert report(cached)["summary"]["unchecked"] == 0
    moved.rename(lock)
    fresh = {**env, "CLAIMCHECK_CACHE_DIR": str(base / "other")}
    locked = run("--base", base, "--offline", "check", "--format", "json", env=fresh)
    assert locked.returncode == 0
    assert {r["via"] for r in report(locked)["references"]} == {"lock", None}
    assert len(standin.requests) == asked


@pytest.mark.parametrize("kind", ["429", "503", "html", "cut", "reset", "truncated-json"])
def test_trouble_is_never_a_verdict(run, base, standin, kind):
    standin.faults.add(kind, service="*")
    result = run(
        "--base", base, "check", "--timeout", "2", "--format", "json", env=standin.environment,
    )  # fmt: skip
    assert result.returncode == 3
    assert {r["state"] for r in report(result)["references"]} == {"unchecked"}


def test_trials_against_their_registrations(run, base, standin):
    path = base / "trials.yaml"
    start = path.read_text().index("  - id: comp001\n")
    trial = path.read_text()[start:].split("\n  - id:", 1)[0]
    changed = trial.replace(
        "      randomised: 233\n      dosed: 233\n      analysed: 233", "      randomised: 323"
    )
    assert changed != trial
    path.write_text(f"trials:\n{changed}\n")  # the registry is asked slowly, so for one trial
    result = run("--base", base, "check", "--registry", "--format", "json", env=standin.environment)
    conflicts = [f for f in report(result)["findings"] if f["name"] == "record-conflict"]
    assert any(f["trial"] == "comp001" and f["expected"] == "233" for f in conflicts)


def test_links_are_asked_only_on_demand(run, base, standin, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        gone = f"http://127.0.0.1:{free.getsockname()[1]}/page"
    small = tmp_path / "small"
    small.mkdir()
    (small / "references.yaml").write_text(
        f"references:\n- {{id: page, type: webpage, title: A page, URL: '{gone}'}}\n"
    )
    (small / "claims.yaml").write_text(
        "claims:\n- id: a\n  statement: S.\n  kind: history\n  verdict: supported\n"
        "  sources: [{ref: page}]\n"
    )
    assert run("--base", small, "check", env=standin.environment).returncode == 0
    result = run(
        "--base",
        small,
        "check",
        "--urls",
        "--timeout",
        "2",
        "--format",
        "json",
        env=standin.environment,
    )
    assert result.returncode == 3
    [finding] = report(result)["findings"]
    assert finding["name"] == "could-not-check"
    assert gone in finding["message"]


def test_lock_writes_what_the_registries_say(run, base, standin):
    first = run("--base", base, "lock", env=standin.environment)
    assert first.returncode == 0, first.stderr
    lock = (base / "claimcheck.lock").read_text()
    assert "crossref" in lock
    again = run("--base", base, "lock", "--refresh", env=standin.environment)
    assert again.stdout == ""
    standin.put_work(retracted(standin))
    changed = run("--base", base, "lock", "--refresh", env=standin.environment)
    assert "10.1056/nejmoa2206443" in changed.stdout
    assert "retract" in changed.stdout
    checked = run("--base", base, "check", "--locked", "--format", "json")
    assert "retracted-source" in {f["name"] for f in report(checked)["findings"]}


def retracted(standin):
    """The record of a sound work, with a retraction that was not there before."""
    import urllib.request

    with urllib.request.urlopen(f"{standin.crossref_url}/works/10.1056/nejmoa2206443") as answer:
        record = json.load(answer)["message"]
    when = {"date-parts": [[2026, 11, 20]], "date-time": "2026-11-20T00:00:00Z", "timestamp": 0}
    record["updated-by"] = [
        {"DOI": "10.5555/notice", "type": "retraction", "label": "Retraction",
         "source": "publisher", "updated": when}
    ]  # fmt: skip
    return record


def test_lock_keeps_what_it_cannot_reach(run, base):
    before = (base / "claimcheck.lock").read_text()
    result = run("--base", base, "lock", "--timeout", "2", env=unreachable())
    assert result.returncode == 3
    assert (base / "claimcheck.lock").read_text() == before


def test_the_bundled_base_serves_anywhere(run, tmp_path):
    result = run("check", "--locked", cwd=tmp_path)
    assert result.returncode == 0
    assert "references checked" in result.stdout


def test_as_of_makes_claims_stale(run, base):
    result = run("--base", base, "check", "--locked", "--as-of", "2030-01-01", "--format", "json")
    assert "stale-claim" in {f["name"] for f in report(result)["findings"]}
    assert report(result)["as_of"] == "2030-01-01"
