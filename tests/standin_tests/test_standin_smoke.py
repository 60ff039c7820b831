"""The fixture gives four services that answer and are fresh for every test."""

import httpx


def test_every_base_url_answers(standin):
    with httpx.Client() as client:
        work = client.get(f"{standin.crossref_url}/works/10.1038/nature14539")
        agencies = client.get(f"{standin.doi_url}/doiRA/10.1038/nature14539")
        record = client.get(f"{standin.datacite_url}/dois/10.48550/arXiv.1706.03762")
        study = client.get(f"{standin.clinicaltrials_url}/api/v2/studies/NCT03775200")
    assert work.json()["message"]["title"] == ["Deep learning"]
    assert agencies.json() == [{"DOI": "10.1038/nature14539", "RA": "Crossref"}]
    assert record.json()["data"]["attributes"]["publisher"] == "arXiv"
    assert study.json()["protocolSection"]["designModule"]["enrollmentInfo"]["count"] == 233
    assert [entry.service for entry in standin.requests] == [
        "crossref",
        "doi",
        "datacite",
        "clinicaltrials",
    ]


def test_a_fault_of_one_test(standin):
    standin.faults.add("503", service="*")
    assert httpx.get(f"{standin.doi_url}/ra/10.1038/nature14539").status_code == 503


def test_does_not_reach_the_next(standin):
    assert standin.requests == []
    assert httpx.get(f"{standin.doi_url}/ra/10.1038/nature14539").status_code == 200
