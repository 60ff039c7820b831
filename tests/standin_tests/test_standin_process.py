"""The stand-in as a process: the command line, other records, the admin route, speed."""

import contextlib
import gzip
import http.client
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from standin import Standin
from standin.from_references import merged

TESTS = Path(__file__).parents[1]
WORK = {"DOI": "10.5555/FROM.file", "type": "journal-article", "title": ["Read from a file"]}


@contextlib.contextmanager
def process(*arguments):
    """`python -m standin` and its URLs; it must end by itself when told to, without a word."""
    command = [sys.executable, "-W", "error", "-m", "standin", *arguments]
    with subprocess.Popen(
        command,
        cwd=TESTS,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as running:
        try:
            yield json.loads(running.stdout.readline())
        finally:
            running.send_signal(signal.SIGTERM)
            _, errors = running.communicate(timeout=120)
    assert (running.returncode, errors) == (0, "")


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "more.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(WORK) + "\n")
        file.write(json.dumps({**WORK, "DOI": "10.1038/nature14539", "title": ["Other"]}) + "\n")
    return path


def test_the_first_line_names_the_urls_and_the_files_are_served(corpus):
    with process("--corpus", str(corpus), "--warm") as urls:
        assert urls.keys() == {
            "crossref_url",
            "doi_url",
            "datacite_url",
            "clinicaltrials_url",
            "admin_url",
        }
        base = urls["crossref_url"]
        added = httpx.get(f"{base}/works/10.5555/from.file").json()["message"]
        assert (added["DOI"], added["title"]) == ("10.5555/from.file", WORK["title"])
        built_in = httpx.get(f"{base}/works/10.1038/nature14539").json()["message"]
        assert built_in["title"] == ["Deep learning"]
        searched = httpx.get(f"{base}/works?query.title=read+from+a+file&rows=1").json()
        assert searched["message"]["items"][0]["DOI"] == "10.5555/from.file"


def test_the_admin_route_switches_and_counts(standin, client):
    admin = f"{standin.admin_url}/_standin"
    work = f"{standin.crossref_url}/works/10.1038/nature14539"
    posted = client.post(f"{admin}/faults", json={"kind": "503", "first": 1})
    assert (posted.status_code, posted.json()["kind"]) == (200, "503")
    assert [client.get(work).status_code for _ in range(2)] == [503, 200]
    assert client.get(f"{admin}/faults").json()[0]["fired"] == 1
    assert [entry["status"] for entry in client.get(f"{admin}/requests").json()] == [503, 200]
    client.post(
        f"{admin}/limits", json={"rate": 1, "interval": 60, "refusal": {"retry_after": "9"}}
    )
    assert client.get(work).headers["retry-after"] == "9"
    stats = client.get(f"{standin.crossref_url}/_standin/stats").json()
    assert (stats["requests"], stats["refused"]) == (3, 1)
    assert stats["statuses"] == {"crossref 503": 1, "crossref 200": 1, "crossref 429": 1}
    client.post(f"{admin}/reset")
    assert client.get(f"{admin}/stats").json()["requests"] == 0
    assert client.get(f"{admin}/urls").json()["crossref_url"] == standin.crossref_url


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [("faults", {"kind": "flood"}, 400), ("limits", {"colour": 1}, 400), ("nothing", {}, 404)],
)
def test_the_admin_route_names_what_it_does_not_take(standin, client, path, body, status):
    answer = client.post(f"{standin.admin_url}/_standin/{path}", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_without_limits_every_request_over_one_connection_is_answered():
    with process("--no-limits", "--warm") as urls:
        address = urlsplit(urls["crossref_url"]).netloc
        with contextlib.closing(http.client.HTTPConnection(address, timeout=60)) as connection:
            for _ in range(300):
                connection.request("GET", "/works/10.1038/nature14539")
                answer = connection.getresponse()
                assert (answer.status, bool(answer.read())) == (200, True)


def test_a_server_of_its_own_closes_everything_even_with_a_client_connected():
    with Standin() as server, httpx.Client(verify=False) as client:
        url = f"{server.crossref_url}/works/10.1038/nature14539"
        assert client.get(url).status_code == 200
        server.close()
        with pytest.raises(httpx.TransportError):
            client.get(url)


def test_what_is_no_http_is_a_400(standin):
    parts = urlsplit(standin.crossref_url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    connection.putrequest("GET", "/works/10.1038/nature14539", skip_host=True)
    connection.endheaders()
    assert connection.getresponse().status == 400
    connection.close()


def test_references_become_works():
    works = [
        {
            "DOI": "10.1001/jama.1",
            "title": ["Old"],
            "container-title": ["JAMA"],
            "publisher": "American Medical Association (AMA)",
            "member": "10",
            "ISSN": ["0098-7484"],
            "author": [{"family": "A", "sequence": "first"}],
        }
    ]
    people = [{"family": "A", "given": "B."}, {"literal": "A Group"}]
    references = [
        {"DOI": "10.1001/JAMA.1", "title": "Ignored", "author": people},
        {
            "DOI": "10.1001/jama.2",
            "type": "article-journal",
            "title": "A Title: A Randomized Trial",
            "container-title": "JAMA",
            "author": people,
            "issued": {"date-parts": [[2024]]},
            "volume": 3,
        },
        {"DOI": "10.48550/arxiv.1", "title": "Elsewhere"},
        {"title": "Without a DOI"},
    ]
    [added] = merged(references, works, frozenset({"10.48550/arxiv.1"}))
    assert works[0]["title"] == ["Old"]
    assert works[0]["author"][1] == {"name": "A Group", "sequence": "additional"}
    assert added == works[1]
    assert (added["title"], added["subtitle"]) == (["A Title"], ["A Randomized Trial"])
    assert (added["type"], added["volume"], added["ISSN"]) == (
        "journal-article",
        "3",
        ["0098-7484"],
    )
