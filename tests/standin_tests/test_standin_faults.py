"""Trouble on demand: each fault looks on the wire like the trouble it plays."""

import json
import threading
import time

import httpx
import pytest

WORK = "/works/10.1038/nature14539"


@pytest.fixture
def get(standin, client):
    standin.limits.enforced = False
    return lambda target=WORK, **options: client.get(f"{standin.crossref_url}{target}", **options)


@pytest.mark.parametrize("status", [403, 500, 502, 503, 504])
def test_the_load_balancer_answers_in_html_without_a_pool(standin, get, status):
    standin.faults.add(str(status))
    answer = get()
    assert answer.status_code == status
    assert answer.headers["content-type"] == "text/html"
    assert answer.headers["server"] == "awselb/2.0"
    assert "x-api-pool" not in answer.headers
    assert answer.text.startswith(f"<html>\r\n<head><title>{status} ")


@pytest.mark.parametrize(
    ("options", "body", "retry_after"),
    [({}, True, None), ({"body": False}, False, None), ({"retry_after": "3"}, True, "3")],
)
def test_too_many_requests(standin, get, options, body, retry_after):
    standin.faults.add("429", **options)
    answer = get()
    assert answer.status_code == 429
    assert bool(answer.content) == body
    assert answer.headers.get("retry-after") == retry_after
    assert standin.refused == 0


def test_html_with_status_200(standin, get):
    standin.faults.add("html")
    answer = get()
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_an_empty_and_an_odd_answer(standin, get):
    standin.faults.add("empty", first=1)
    standin.faults.add("odd-json", after=1)
    assert get().content == b""
    assert get().json() == {"message": "Internal error"}


def test_json_that_ends_too_soon_but_has_the_length_it_claims(standin, get):
    standin.faults.add("truncated-json")
    answer = get(headers={"accept-encoding": "identity"})
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["x-api-pool"] == "public-single"
    with pytest.raises(json.JSONDecodeError):
        answer.json()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("target", [WORK, "/works/10.1/unknown"])
def test_a_cut_body_is_shorter_than_its_length(standin, get, encoding, target):
    standin.faults.add("cut")
    with pytest.raises(httpx.RemoteProtocolError, match="peer closed connection"):
        get(target, headers={"accept-encoding": encoding})


def test_a_reset_connection(standin, get):
    standin.faults.add("reset")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        get()
    assert standin.requests[0].status is None


def test_a_hang_lasts_until_the_client_leaves(standin, get):
    standin.limits.enforced = True
    standin.limits.set(rate=10_000)
    standin.faults.add("hang", first=1)
    with pytest.raises(httpx.ReadTimeout):
        get(timeout=0.2)
    while get().status_code == 429:  # until the stand-in has noticed that the client is gone
        time.sleep(0.01)
    assert (standin.requests[0].status, standin.requests[-1].status) == (None, 200)


def test_a_reset_of_the_stand_in_lets_hanging_requests_go(standin):
    standin.faults.add("hang")
    outcome = []

    def ask():
        try:
            httpx.get(f"{standin.crossref_url}{WORK}", timeout=60)
        except httpx.TransportError as error:
            outcome.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    while not standin.requests:
        time.sleep(0.01)
    standin.reset()
    thread.join(60)
    assert len(outcome) == 1


def test_slow_answers(standin, get):
    standin.faults.add("slow", seconds=0.3)
    start = time.monotonic()
    assert get().status_code == 200
    assert time.monotonic() - start >= 0.3


def test_a_hole_in_a_batch_is_not_one_in_single_answers(standin, get):
    standin.faults.add("batch-hole", dois=["10.1038/NATURE14539"])
    batch = get("/works?filter=doi:10.1038/nature14539,doi:10.7554/elife.01567").json()
    assert [item["DOI"] for item in batch["message"]["items"]] == ["10.7554/elife.01567"]
    assert batch["message"]["total-results"] == 1
    assert get().status_code == 200


def test_stale_limit_headers_do_not_move_the_limits(standin, client):
    standin.faults.add("stale-headers")
    standin.limits.set(interval=60)
    url = f"{standin.crossref_url}/works?rows=0&mailto=a@example.org"
    answers = [client.get(url) for _ in range(4)]
    assert answers[0].headers["x-api-pool"] == "polite"
    assert answers[0].headers["x-rate-limit-limit"] == "50"
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]


def test_no_limit_headers(standin, get):
    standin.faults.add("no-limit-headers")
    assert not [name for name in get().headers if name.startswith(("x-rate", "x-api", "x-conc"))]


def test_a_redirect_that_leads_to_itself(standin, get):
    standin.faults.add("redirect-loop")
    with pytest.raises(httpx.TooManyRedirects):
        get(follow_redirects=True)


def test_a_service_that_refuses_connections_until_it_accepts_again(standin, get, client):
    url = standin.crossref_url
    assert get().status_code == 200
    standin.refuse("crossref")
    with pytest.raises(httpx.ConnectError):
        get()
    assert client.get(f"{standin.doi_url}/ra/10.1038/nature14539").status_code == 200
    standin.accept("crossref")
    assert standin.crossref_url == url
    assert get().status_code == 200


def test_a_reset_lets_a_refusing_service_listen_again(standin, get):
    standin.refuse("crossref")
    standin.reset()
    assert get().status_code == 200


@pytest.mark.parametrize(
    ("schedule", "statuses"),
    [
        ({}, [503] * 6),
        ({"first": 2}, [503, 503, 200, 200, 200, 200]),
        ({"every": 3}, [503, 200, 200, 503, 200, 200]),
        ({"after": 2, "first": 1}, [200, 200, 503, 200, 200, 200]),
        ({"after": 1, "every": 2}, [200, 503, 200, 503, 200, 503]),
        ({"path": "^/works/10.9999"}, [200] * 6),
        ({"path": "nature14539$"}, [503] * 6),
        ({"service": "doi"}, [200] * 6),
        ({"service": "*"}, [503] * 6),
    ],
)
def test_which_requests_meet_a_fault(standin, get, schedule, statuses):
    fault = standin.faults.add("503", **schedule)
    assert [get().status_code for _ in range(6)] == statuses
    assert fault.fired == statuses.count(503)
    assert [entry.faults for entry in standin.requests] == [
        ("503",) if status == 503 else () for status in statuses
    ]


def test_faults_that_do_not_exist(standin):
    with pytest.raises(ValueError, match="no fault named 'earthquake'"):
        standin.faults.add("earthquake")
    with pytest.raises(TypeError):
        standin.faults.add("503", colour="red")


def test_a_proxy_that_answers_the_handle_api_in_html(standin, client):
    standin.faults.add("html-404", service="doi", path="^/api/handles/")
    answer = client.get(f"{standin.doi_url}/api/handles/10.1038/nature14539?type=URL")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("service", ["datacite", "clinicaltrials"])
def test_the_other_services_fail_too(standin, client, service):
    standin.faults.add("504", service=service)
    assert client.get(f"{standin.url(service)}/dois/10.1/x").status_code == 504
