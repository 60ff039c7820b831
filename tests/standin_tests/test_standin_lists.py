"""Lists of works: batches, pages, filters, and what they refuse."""

import pytest

LEARNING = "10.1038/nature14539"
PREPRINT = "10.1101/2020.03.22.002386"


def message(answer):
    assert answer.status_code == 200, answer.text
    assert answer.json()["message-type"] == "work-list"
    return answer.json()["message"]


def dois(answer):
    return [item["DOI"] for item in message(answer)["items"]]


def faults(answer):
    assert answer.status_code == 400
    return answer.json()["message"]


def test_a_batch_has_its_own_order_and_says_nothing_of_the_missing(crossref):
    wanted = f"doi:{LEARNING},doi:{PREPRINT},doi:10.9999/nonexistent.xyz"
    answer = crossref(f"/works?filter={wanted}&select=DOI,title,author,issued,URL,group-title")
    body = message(answer)
    assert list(body) == ["facets", "total-results", "items", "items-per-page", "query"]
    assert body["total-results"] == 2
    assert body["items-per-page"] == 20
    assert body["query"] == {"start-index": 0, "search-terms": None}
    assert {item["DOI"] for item in body["items"]} == {LEARNING, PREPRINT}
    titled = next(item for item in body["items"] if item["DOI"] == LEARNING)
    assert titled.keys() == {"DOI", "title", "author", "issued", "URL"}


def test_the_order_of_a_batch_is_not_that_of_the_request(crossref):
    asked = [LEARNING, PREPRINT, "10.1371/journal.pone.0033693", "10.7554/elife.01567"]
    orders = {
        tuple(dois(crossref("/works", params={"filter": ",".join(f"doi:{d}" for d in order)})))
        for order in (asked, asked[::-1])
    }
    assert len(orders) == 1
    assert orders.isdisjoint({tuple(asked), tuple(asked[::-1])})


def test_list_items_leave_empty_fields_out(crossref):
    [item] = message(crossref(f"/works?filter=doi:{LEARNING}"))["items"]
    assert item.keys().isdisjoint(
        {"subtitle", "short-title", "original-title", "subject", "relation"}
    )
    assert item["score"] == 0.0
    assert isinstance(item["score"], float)


def test_an_alias_is_not_in_a_batch(crossref):
    assert dois(crossref("/works?filter=doi:10.5555/alias.goodwin-2022")) == []


def test_rows_cut_a_batch(crossref):
    body = message(crossref(f"/works?filter=doi:{LEARNING},doi:{PREPRINT}&rows=1"))
    assert (len(body["items"]), body["total-results"], body["items-per-page"]) == (1, 2, 1)


def test_one_value_that_is_no_doi_fails_the_whole_batch(crossref):
    assert faults(crossref(f"/works?filter=doi:{LEARNING},doi:10.12/short")) == [
        {
            "type": "doi-not-valid",
            "value": "10.12/short",
            "message": "DOI specified as 10.12/short but must be of the form: 10.prefix/suffix"
            " where prefix is 4 or more digits and suffix  is a string",
        }
    ]


def test_a_comma_in_a_doi_splits_it_encoded_or_not(crossref):
    for comma in (",", "%2C"):
        found = faults(crossref(f"/works?filter=doi:10.5675/hywa_2013{comma}1_2"))
        assert found[0]["type"] == "pair-list-form-invalid"


def test_a_blank_after_the_comma_loses_a_doi(crossref):
    assert dois(crossref(f"/works?filter=doi:{LEARNING},%20doi:{PREPRINT}")) == [LEARNING]


def test_a_url_that_is_too_long(crossref):
    names = ",".join(f"doi:10.5555/{number:030}" for number in range(200))
    assert crossref(f"/works?filter={names[:5200].rpartition(',')[0]}").status_code == 200
    answer = crossref(f"/works?filter={names}")
    assert answer.status_code == 414
    with pytest.raises(ValueError, match="Expecting value"):
        answer.json()


def test_select_takes_only_the_published_names_and_names_every_fault(crossref):
    found = faults(crossref("/works?select=DOI,subtype,institution,language"))
    assert [fault["value"] for fault in found] == ["subtype", "institution", "language"]
    assert {fault["type"] for fault in found} == {"select-not-available"}
    start = "Select 'subtype' specified but there is no such select for this route. Valid selects"
    assert found[0]["message"].startswith(f"{start} for this route are: abstract, URL, resource,")


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("rows=1001", "integer-not-valid"),
        ("rows=-1", "integer-not-valid"),
        ("sample=101", "integer-not-valid"),
        ("offset=10001", "integer-not-valid"),
        ("offset=9990&rows=20", "integer-not-valid"),
        ("sample=2&rows=2", "sample-with-rows-or-offset"),
        ("cursor=*&offset=2", "cursor-with-offset-or-sample"),
        ("sort=title", "sort-field-not-valid"),
        ("order=up", "sort-order-not-valid"),
        ("filter=has-full-texts:true", "filter-not-available"),
        ("filter=has-abstract:yes", "boolean-not-valid"),
        ("filter=type:article", "type-not-valid"),
        ("filter=issn:1234", "issn-not-valid"),
        ("filter=prefix:1056", "prefix-not-valid"),
        ("filter=from-pub-date:2020-1", "date-not-valid"),
        ("filter=from-pub-date:2020-13", "date-not-legitimate"),
        ("filter=member:elsevier", "integer-not-valid"),
        ("filter=doi", "pair-list-form-invalid"),
        ("facet=colour:*", "facet-not-available"),
        ("query.journal=x", "field-query-not-available"),
        ("callback=x", "unknown-parameter"),
    ],
)
def test_every_fault_has_its_type(crossref, query, kind):
    assert kind in [fault["type"] for fault in faults(crossref(f"/works?{query}"))]


def test_sample(crossref):
    body = message(crossref("/works?sample=3"))
    assert (len(body["items"]), body["total-results"], body["items-per-page"]) == (3, 3, 20)
    assert [item["score"] for item in body["items"]] == [0.0, 0.0, 0.0]


def test_pages_by_offset_do_not_overlap(crossref):
    pages = [dois(crossref(f"/works?rows=30&offset={start}&select=DOI")) for start in (0, 30, 60)]
    assert [len(page) for page in pages] == [30, 30, 30]
    assert len(set().union(*pages)) == 90


def test_a_cursor_walks_the_whole_list(crossref):
    seen, cursor = [], "*"
    while True:
        body = message(crossref("/works", params={"cursor": cursor, "rows": 100, "select": "DOI"}))
        seen += [item["DOI"] for item in body["items"]]
        cursor = body["next-cursor"]
        if len(body["items"]) < 100:
            break
    assert len(seen) == len(set(seen)) == body["total-results"]


def test_a_cursor_that_was_never_given(crossref):
    answer = crossref("/works?query=widget&cursor=thing")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == {
        "status": "failed",
        "message-type": "resource-failure",
        "message": [
            {
                "type": "cursor-invalid",
                "value": "thing",
                "message": "Cursor specified but it is invalid",
            }
        ],
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (
            "updates:10.1016/s0140-6736(97)11096-0",
            {"10.1016/s0140-6736(04)15715-2", "10.1016/s0140-6736(10)60175-4"},
        ),
        ("clinical-trial-number:NCT02061293", {"10.1001/jamapsychiatry.2022.2096"}),
        (
            "relation.object:10.5555/standin.two-sided,relation.type:is-preprint-of",
            {"10.1101/2019.12.31.19000001"},
        ),
        (
            "type:report,type:dataset",
            {"10.2210/pdb4hhb/pdb", "10.5555/standin.report", "10.15554/pci.cta-17"},
        ),
        ("prefix:10.65215", {f"10.65215/standin-0{n}" for n in (1, 2, 3)}),
        (
            "type:posted-content,from-posted-date:2025-09-02",
            {"10.65215/standin-02", "10.65215/standin-03"},
        ),
        ("issn:0036-8075,update-type:retraction", {"10.1126/science.301.5639.1479b"}),
        ("member:9999,has-abstract:true", {"10.5555/standin.abstract"}),
        ("container-title:Science,until-pub-date:2002", {"10.1126/science.1074501"}),
        ("container-title:Science,from-pub-date:2002-09,until-pub-date:2003-08", set()),
    ],
)
def test_filters_of_one_name_add_and_of_several_narrow(crossref, query, expected):
    assert set(dois(crossref(f"/works?filter={query}&select=DOI"))) == expected


def test_sort_and_order(crossref):
    query = "/works?filter=container-title:JAMA Psychiatry&sort=issued&select=DOI,issued"
    falling = [item["issued"]["date-parts"][0][0] for item in message(crossref(query))["items"]]
    rising = [
        item["issued"]["date-parts"][0][0]
        for item in message(crossref(f"{query}&order=asc"))["items"]
    ]
    assert falling == sorted(falling, reverse=True)
    assert rising == sorted(rising)
    assert falling != rising


def test_facets_count(crossref):
    body = message(crossref("/works?facet=type-name:*&rows=0"))
    assert body["items"] == []
    assert body["facets"]["type-name"]["values"]["Journal Article"] > 100


def test_crossref_is_not_asked_for_more_than_the_stand_in_can_do(standin, crossref):
    """A filter of the real service that the stand-in lacks must not pass for an empty answer."""
    assert crossref("/works?filter=ror-id:x").status_code == 500
    assert "no filter ror-id" in standin.errors[0]
    standin.errors.clear()
