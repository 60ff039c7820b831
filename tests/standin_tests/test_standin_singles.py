"""One record at a time: bodies, headers and errors as recorded in June and July 2026."""

import pytest

GOODWIN = "10.1056/nejmoa2206443"
EMPTY_IN_SINGLETONS = {
    "subtitle": [],
    "short-title": [],
    "original-title": [],
    "subject": [],
    "relation": {},
}
ALWAYS = {
    "indexed",
    "reference-count",
    "references-count",
    "publisher",
    "content-domain",
    "DOI",
    "type",
    "created",
    "source",
    "is-referenced-by-count",
    "prefix",
    "member",
    "deposited",
    "score",
    "resource",
    "issued",
    "URL",
}
APPLICATION_HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "Link",
    "permissions-policy": "interest-cohort=()",
    "server": "Jetty(9.4.40.v20210413)",
    "x-api-pool": "public-single",
    "x-concurrency-limit": "1",
    "x-rate-limit-interval": "1s",
    "x-rate-limit-limit": "5",
}


def failures(answer):
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/json;charset=utf-8"
    body = answer.json()
    assert body["status"] == "failed"
    assert body["message-type"] == "validation-failure"
    assert "message-version" not in body
    return body["message"]


def test_the_envelope_and_the_fields_that_never_lack(crossref):
    answer = crossref(f"/works/{GOODWIN}")
    body = answer.json()
    assert list(body) == ["status", "message-type", "message-version", "message"]
    assert (body["status"], body["message-type"], body["message-version"]) == (
        "ok",
        "work",
        "1.0.0",
    )
    message = body["message"]
    assert message.keys() >= ALWAYS
    assert {key: message[key] for key in EMPTY_IN_SINGLETONS} == EMPTY_IN_SINGLETONS
    assert message["score"] == 1
    assert message["URL"] == f"https://doi.org/{GOODWIN}"
    assert message["published"] == message["issued"]
    assert message["author"][0].keys() >= {"given", "family", "sequence", "affiliation", "role"}


def test_json_is_compact_ascii_with_escaped_slashes(crossref):
    body = crossref("/works/10.1016/s0140-6736(10)60175-4").content
    assert body.isascii()
    assert rb"10.1016\/s0140-6736(10)60175-4" in body
    assert rb"Retraction\u2014Ileal" in body
    assert b'": ' not in body
    assert b', "' not in body


@pytest.mark.parametrize(
    "target",
    [
        "/works/10.1056/NEJMoa2206443",
        "/works/10.1056%2FNEJMoa2206443",
        "/v1/works/10.1056%2fnejmoa2206443",
        "/works/10.1056/NEJMoa2206443?mailto=someone@example.org",
    ],
)
def test_case_slashes_and_version_do_not_matter(crossref, target):
    assert crossref(target).json()["message"]["DOI"] == GOODWIN


@pytest.mark.parametrize(
    ("doi", "encoded"),
    [
        (
            "10.1890/0012-9658(2006)87[2832:standin]2.0.co;2",
            "10.1890%2F0012-9658(2006)87%5B2832:standin%5D2.0.CO%3B2",
        ),
        ("10.5675/hywa_2013,1_2", "10.5675/hywa_2013,1_2"),
        ("10.5555/standin.slashes/and/more", "10.5555/standin.slashes%2Fand/more"),
    ],
)
def test_odd_dois_encoded_as_they_must_be(crossref, doi, encoded):
    assert crossref(f"/works/{encoded}").json()["message"]["DOI"] == doi


@pytest.mark.parametrize(
    "target",
    [
        "/works/10.1371/notarealdoi",
        "/works/blblbl",
        "/works/10.48550/arXiv.1706.03762",
        "/works/10.1890/0012-9658(2006)87[2832:standin]2.0.CO;2",
        "/works/10.1056/NEJMoa2206443.",
        "/works/10.5555/standin%5C_under%5C_score",
        "/works/10.1056%252FNEJMoa2206443",
    ],
    ids=["unknown", "no-doi", "datacite", "bare-semicolon", "full-stop", "latex", "encoded-twice"],
)
def test_not_found_is_nineteen_bytes_of_text(crossref, target):
    answer = crossref(target)
    assert answer.status_code == 404
    assert answer.content == b"Resource not found."
    assert answer.headers["content-type"] == "text/plain"
    assert answer.headers["transfer-encoding"] == "chunked"


@pytest.mark.parametrize("target", ["/works/10.1371/notarealdoi", f"/works/{GOODWIN}"])
def test_the_application_signs_good_and_bad_answers(crossref, target):
    headers = crossref(target).headers
    assert {name: headers.get(name) for name in APPLICATION_HEADERS} == APPLICATION_HEADERS
    for name in ("etag", "last-modified", "cache-control", "retry-after"):
        assert name not in headers


def test_a_body_has_its_length_and_is_gzipped_only_on_request(crossref):
    plain = crossref(f"/works/{GOODWIN}", headers={"accept-encoding": "identity"})
    packed = crossref(f"/works/{GOODWIN}")
    assert "content-encoding" not in plain.headers
    assert int(plain.headers["content-length"]) == len(plain.content)
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()


@pytest.mark.parametrize(("doi", "status"), [(GOODWIN, 200), ("10.1/x", 404)])
def test_head(standin, client, doi, status):
    answer = client.head(f"{standin.crossref_url}/works/{doi}")
    assert (answer.status_code, answer.content) == (status, b"")


def test_an_alias_redirects_to_the_prime_record(crossref):
    answer = crossref("/works/10.5555/ALIAS.goodwin-2022")
    assert answer.status_code == 301
    followed = crossref(answer.headers["location"])
    assert followed.json()["message"]["DOI"] == GOODWIN


@pytest.mark.parametrize(
    ("target", "agency"),
    [
        (f"/works/{GOODWIN}/agency", {"id": "crossref", "label": "Crossref"}),
        ("/works/10.48550%2FarXiv.1706.03762/agency", {"id": "datacite", "label": "DataCite"}),
        ("/works/10.1393/ncc/i2010-10525-1/agency", {"id": "medra", "label": "mEDRA"}),
    ],
)
def test_agency_knows_other_agencies(crossref, target, agency):
    answer = crossref(target)
    assert answer.headers["content-type"] == "application/json;charset=utf-8"
    assert answer.json()["message-type"] == "work-agency"
    assert answer.json()["message"]["agency"] == agency


@pytest.mark.parametrize("target", ["/works/5/agency", "/works/10.1/x/transform", "/nowhere"])
def test_sub_routes_call_their_text_json(crossref, target):
    answer = crossref(target)
    assert (answer.status_code, answer.text) == (404, "Resource not found.")
    assert answer.headers["content-type"] == "application/json;charset=utf-8"


def test_transform_writes_bibtex_on_one_line(crossref):
    answer = crossref(f"/v1/works/{GOODWIN}/transform")
    assert answer.headers["content-type"] == "application/x-bibtex"
    assert answer.text.startswith(" @article{Goodwin_2022, title={Single-Dose Psilocybin for")
    assert answer.text.endswith("year={2022}, month=Nov, pages={1637–1648} }\n")


@pytest.mark.parametrize(
    ("mime", "start"),
    [
        ("application/x-research-info-systems", b"TY  - JOUR\n"),
        ("text/x-bibliography", b"Goodwin, Guy M., "),
        ("application/vnd.citationstyles.csl+json", b'{"indexed"'),
    ],
)
def test_transform_by_path_and_by_accept(crossref, mime, start):
    by_path = crossref(f"/works/{GOODWIN}/transform/{mime}")
    by_header = crossref(f"/works/{GOODWIN}/transform", headers={"accept": mime})
    assert by_path.content == by_header.content
    assert by_path.content.startswith(start)


def test_transform_refuses_what_it_cannot_write(crossref):
    answer = crossref(f"/works/{GOODWIN}/transform/image/png")
    assert answer.status_code == 406


@pytest.mark.parametrize(
    ("query", "kind", "value", "message"),
    [
        (
            "query.author=carl+boettiger",
            "parameter-not-allowed",
            "query.*",
            "This route does not support field query parameters",
        ),
        ("select=DOI", "parameter-not-allowed", "select", "This route does not support select"),
        ("rows=5", "parameter-not-allowed", "rows", "This route does not support rows"),
        (
            "filter=type:book",
            "parameter-not-allowed",
            "filter",
            "This route does not support filter",
        ),
        (
            "format=json",
            "unknown-parameter",
            "format",
            "Parameter format specified but there is no such parameter available on any route",
        ),
    ],
)
def test_a_singleton_takes_no_parameters(crossref, query, kind, value, message):
    assert failures(crossref(f"/works/{GOODWIN}?{query}")) == [
        {"type": kind, "value": value, "message": message}
    ]


def test_a_wrong_plus_token_is_refused_and_a_right_one_has_its_own_pool(crossref):
    wrong = crossref(f"/works/{GOODWIN}", headers={"Crossref-Plus-API-Token": "Bearer guess"})
    right = crossref(
        f"/works/{GOODWIN}", headers={"Crossref-Plus-API-Token": "Bearer standin-plus"}
    )
    assert wrong.status_code == 401
    assert right.headers["x-api-pool"] == "plus"
    assert right.headers["x-rate-limit-limit"] == "150"
    assert "x-concurrency-limit" not in right.headers


def test_other_methods_are_not_allowed(standin, client):
    assert client.post(f"{standin.crossref_url}/works/{GOODWIN}").status_code == 405


def test_the_directories_tell_what_the_works_tell(crossref):
    types = crossref("/types").json()
    assert (types["message-type"], types["message"]["total-results"]) == ("type-list", 30)
    members = crossref("/members?query=elsevier&rows=2").json()["message"]
    assert (members["items-per-page"], members["items"][0]["id"]) == (2, 78)
    assert crossref("/members/78").json()["message"]["primary-name"] == "Elsevier BV"
    assert (
        crossref("/journals/0269-8811").json()["message"]["title"]
        == "Journal of Psychopharmacology"
    )
    assert crossref("/prefixes/10.1056").json()["message-type"] == "prefix"
    works = crossref("/journals/0269-8811/works?rows=0").json()["message"]
    assert works["total-results"] > 10


def test_directories_check_their_parameters(crossref):
    assert failures(crossref("/journals?rows=things")) == [
        {
            "type": "integer-not-valid",
            "value": "things",
            "message": "Integer specified as things but must be a positive integer"
            " less than or equal to 1000. ",
        }
    ]
    assert failures(crossref("/members?filter=has-full-text%3Atrue")) == [
        {
            "type": "filter-not-available",
            "value": "has-full-text",
            "message": "Filter 'has-full-text' specified but there is no such filter for this"
            " route. Valid filters for this route are: prefix, backfile-doi-count,"
            " current-doi-count",
        }
    ]
