"""doi.org, DataCite and ClinicalTrials.gov."""

import pytest

GOODWIN = "10.1056/NEJMoa2206443"
ARXIV = "10.48550/arXiv.1706.03762"
CSL = "application/vnd.citationstyles.csl+json"


@pytest.fixture
def doi_org(standin, client):
    return lambda path, **options: client.get(f"{standin.doi_url}{path}", **options)


@pytest.fixture
def datacite(standin, client):
    return lambda path, **options: client.get(f"{standin.datacite_url}{path}", **options)


@pytest.fixture
def trials(standin, client):
    return lambda path: client.get(f"{standin.clinicaltrials_url}/api/v2/studies{path}")


@pytest.mark.parametrize("route", ["doiRA", "ra"])
def test_agencies_in_the_order_asked_and_always_200(doi_org, route):
    asked = [
        GOODWIN,
        ARXIV,
        "10.1109/CVPR.2016.999999",
        "10.11/short",
        "10.3969/j.issn.1000-6729.2019.01.001",
    ]
    answer = doi_org(f"/{route}/{','.join(asked)}")
    assert answer.status_code == 200
    assert answer.json() == [
        {"DOI": GOODWIN, "RA": "Crossref"},
        {"DOI": ARXIV, "RA": "DataCite"},
        {"DOI": "10.1109/CVPR.2016.999999", "status": "DOI does not exist"},
        {"DOI": "10.11/short", "status": "Invalid DOI"},
        {"DOI": "10.3969/j.issn.1000-6729.2019.01.001", "RA": "ISTIC"},
    ]


def test_agencies_of_prefixes_and_aliases(doi_org):
    answer = doi_org("/doiRA/10.1056,10.48550,10.99999,10.5555/alias.goodwin-2022")
    assert [entry.get("RA", entry.get("status")) for entry in answer.json()] == [
        "Crossref",
        "DataCite",
        "Unknown prefix",
        "Crossref",
    ]


def test_agencies_of_too_many(doi_org):
    def names(size):
        return ",".join(f"10.5555/{number:020}" for number in range(size))

    assert doi_org(f"/doiRA/{names(190)}").status_code == 200
    assert doi_org(f"/doiRA/{names(400)}").status_code == 414


def test_a_handle_that_is_found(doi_org):
    body = doi_org(f"/api/handles/{GOODWIN}?type=URL").json()
    assert body["responseCode"] == 1
    assert body["handle"] == GOODWIN
    [value] = body["values"]
    assert (value["index"], value["type"], value["data"]["format"]) == (1, "URL", "string")
    assert value["data"]["value"].startswith("https://")


def test_a_handle_that_does_not_exist(doi_org):
    answer = doi_org("/api/handles/10.1109/CVPR.2016.999999?type=URL")
    assert answer.status_code == 404
    assert answer.json() == {"responseCode": 100, "handle": "10.1109/CVPR.2016.999999"}


def test_a_handle_without_a_url_exists(doi_org):
    answer = doi_org("/api/handles/10.5555/standin.no-url?type=URL")
    assert answer.status_code == 200
    assert answer.json() == {"responseCode": 200, "handle": "10.5555/standin.no-url"}


def test_the_handle_api_wants_its_slash_raw(doi_org):
    answer = doi_org("/api/handles/10.1056%2FNEJMoa2206443?type=URL")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html;charset=utf-8"


def test_a_doi_may_be_registered_and_yet_unknown_to_the_rest_api(doi_org, crossref):
    doi = "10.5555/standin.registered-not-indexed"
    assert crossref(f"/works/{doi}").status_code == 404
    assert doi_org(f"/doiRA/{doi}").json() == [{"DOI": doi, "RA": "Crossref"}]


def test_content_negotiation_leads_to_crossref_and_into_its_pool(standin, doi_org, client):
    answer = doi_org(f"/{GOODWIN}", headers={"accept": CSL})
    assert answer.status_code == 302
    location = answer.headers["location"]
    assert location == f"{standin.crossref_url}/v1/works/10.1056%2FNEJMoa2206443/transform"
    record = client.get(location, headers={"accept": CSL})
    assert record.json()["title"].startswith("Single-Dose Psilocybin")
    assert record.headers["x-api-pool"] == "public-single"


def test_content_negotiation_leads_to_datacite(doi_org, client):
    location = doi_org(f"/{ARXIV}", headers={"accept": CSL}).headers["location"]
    assert client.get(location).json()["title"] == "Attention Is All You Need"


def test_a_browser_is_sent_to_the_publisher(doi_org):
    answer = doi_org(f"/{ARXIV}", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (
        302,
        "https://arxiv.org/abs/1706.03762",
    )


def test_an_unknown_doi_is_a_page(doi_org):
    answer = doi_org("/10.1126/foo", headers={"accept": CSL})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html;charset=utf-8"
    assert "<title>Error: DOI Not Found</title>" in answer.text


def test_a_datacite_record(datacite):
    data = datacite(f"/dois/{ARXIV}").json()["data"]
    assert (data["id"], data["type"]) == (ARXIV.lower(), "dois")
    facts = data["attributes"]
    assert facts["titles"] == [{"title": "Attention Is All You Need"}]
    assert facts["creators"][0]["familyName"] == "Vaswani"
    assert (facts["publicationYear"], facts["state"]) == (2017, "findable")
    assert facts["types"]["resourceTypeGeneral"] == "Preprint"


@pytest.mark.parametrize("doi", [GOODWIN, "10.5281/zenodo.0"])
def test_what_datacite_does_not_hold(datacite, doi):
    answer = datacite(f"/dois/{doi}")
    assert answer.status_code == 404
    assert answer.json() == {
        "errors": [{"status": "404", "title": "The resource you are looking for doesn't exist."}]
    }


def test_several_datacite_records_without_those_unknown(datacite):
    body = datacite(f"/dois?ids={ARXIV},10.5281/zenodo.48440,10.5281/zenodo.0").json()
    assert [record["id"] for record in body["data"]] == [ARXIV.lower(), "10.5281/zenodo.48440"]
    assert body["meta"] == {"total": 2, "totalPages": 1, "page": 1}


def test_datacite_pages(datacite):
    body = datacite("/dois?page[size]=4&page[number]=2").json()
    assert body["meta"] == {"total": 6, "totalPages": 2, "page": 2}
    assert len(body["data"]) == 2


@pytest.mark.parametrize("number", ["NCT03775200", "nct03775200"])
def test_a_study(trials, number):
    study = trials(f"/{number}").json()
    assert study.keys() == {"protocolSection", "derivedSection", "hasResults"}
    protocol = study["protocolSection"]
    assert protocol["identificationModule"]["nctId"] == "NCT03775200"
    assert protocol["statusModule"]["overallStatus"] == "COMPLETED"
    assert protocol["designModule"] == {
        "studyType": "INTERVENTIONAL",
        "phases": ["PHASE2"],
        "enrollmentInfo": {"count": 233, "type": "ACTUAL"},
    }
    assert protocol["conditionsModule"] == {"conditions": ["Treatment-resistant depression"]}
    assert protocol["referencesModule"]["references"][0]["pmid"] == "36322843"


def test_a_study_under_way_has_an_estimate(trials):
    module = trials("/NCT06741228").json()["protocolSection"]["designModule"]
    assert module["enrollmentInfo"]["type"] == "ESTIMATED"


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [
        ("/NCT99999999", 404, "NCT number NCT99999999 not found"),
        ("/NCT1", 400, "Parameter `nctId` has incorrect format"),
        ("/NCT03775200?colour=red", 400, "`colour` is unknown parameter"),
        (
            "?filter.ids=NCT03775200,ABC",
            400,
            "Item 2 in parameter `filter.ids` has incorrect format",
        ),
    ],
)
def test_errors_are_plain_text(trials, path, status, text):
    answer = trials(path)
    assert (answer.status_code, answer.text) == (status, text)
    assert answer.headers["content-type"] == "text/plain; charset=UTF-8"


def test_an_old_number_redirects(trials):
    answer = trials("/NCT00000101")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/api/v2/studies/NCT03775200"


def test_several_studies_by_number(trials):
    body = trials("?filter.ids=NCT03775200,NCT00000009,NCT05624268").json()
    numbers = [s["protocolSection"]["identificationModule"]["nctId"] for s in body["studies"]]
    assert numbers == ["NCT03775200", "NCT05624268"]


def test_fields_keep_what_they_name(trials):
    answer = trials("/NCT03775200?fields=NCTId,protocolSection.statusModule,EnrollmentCount")
    protocol = answer.json()["protocolSection"]
    assert protocol.keys() == {"identificationModule", "statusModule", "designModule"}
    assert protocol["identificationModule"] == {"nctId": "NCT03775200"}
    assert protocol["designModule"].keys() == {"enrollmentInfo"}
