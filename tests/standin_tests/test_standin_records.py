"""The built-in records: what they must hold for other tests to mean anything."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from standin.registry import Registry

REFRESH = "run `python -m standin.from_base ../data` in tests/"
BASE = Path(__file__).parents[2] / "data"
RETRACTED = {
    "10.1007/s00213-019-05249-5": "10.1007/s00213-024-06666-x",
    "10.1007/s00213-020-05548-2": "10.1007/s00213-024-06665-y",
    "10.1007/s00213-020-05710-w": "10.1007/s00213-024-06667-w",
    "10.1126/science.1074501": "10.1126/science.301.5639.1479b",
}
PRINTED_BUT_UNREGISTERED = (
    "10.1146/annurev-med-053013-062653",
    "10.1007/s00213-016-4215-5",
    "10.1016/j.biopsych.2018.07.022",
    "10.3389/fpsyg.2021.613834",
)


@pytest.fixture(scope="module")
def registry():
    return Registry.built_in()


@pytest.fixture(scope="module")
def works(registry):
    return list(registry.all_works())


def updates(works, key, kind):
    return [work for work in works if kind in {entry["type"] for entry in work.get(key, ())}]


@pytest.mark.parametrize("doi", PRINTED_BUT_UNREGISTERED)
def test_dois_that_were_only_printed_are_unknown_everywhere(registry, doi):
    assert registry.agency(doi) is None


@pytest.mark.parametrize(("doi", "notice"), RETRACTED.items())
def test_retracted_works_are_so_by_publisher_and_retraction_watch(registry, doi, notice):
    entries = registry.work(doi)["updated-by"]
    assert {entry["source"] for entry in entries} == {"publisher", "retraction-watch"}
    assert {(entry["type"], entry["DOI"]) for entry in entries} == {("retraction", notice)}
    assert registry.work(notice)["update-to"][0]["DOI"] == doi
    assert "updated-by" not in registry.work(notice)


def test_every_reference_of_the_base_is_registered_somewhere(registry):
    text = (BASE / "references.yaml").read_text(encoding="utf-8")
    references = yaml.load(text, Loader=yaml.CSafeLoader)["references"]
    dois = [str(reference["DOI"]) for reference in references if reference.get("DOI")]
    assert len(dois) > 100
    assert [doi for doi in dois if registry.agency(doi) is None] == [], REFRESH


def test_every_registered_trial_of_the_base_is_a_study(registry):
    text = (BASE / "trials.yaml").read_text(encoding="utf-8")
    trials = yaml.load(text, Loader=yaml.CSafeLoader)["trials"]
    numbers = [str(n) for trial in trials for n in trial.get("registry") or ()]
    numbers = [number for number in numbers if number.startswith("NCT")]
    assert len(numbers) > 50
    assert [number for number in numbers if number not in registry.studies] == [], REFRESH


def test_all_shapes_of_updates_are_there(works):
    kinds = Counter(entry["type"] for work in works for entry in work.get("updated-by", ()))
    assert kinds.keys() >= {
        "addendum",
        "clarification",
        "correction",
        "corrigendum",
        "erratum",
        "err",
        "expression_of_concern",
        "Expression-of-Concern",
        "new_edition",
        "new_version",
        "partial_retraction",
        "reinstatement_notice",
        "removal",
        "retraction",
        "withdrawal",
    }


def test_one_work_is_retracted_in_place(works):
    in_place = [
        work["DOI"]
        for work in updates(works, "update-to", "retraction")
        if work["DOI"] in {entry["DOI"] for entry in work["update-to"]}
    ]
    assert in_place == ["10.1016/j.micpro.2021.104006"]


def test_retractions_by_retraction_watch_alone_with_and_without_company(works):
    alone = [
        [entry["type"] for entry in work["updated-by"]]
        for work in updates(works, "updated-by", "retraction")
        if {entry["source"] for entry in work["updated-by"]} == {"retraction-watch"}
    ]
    assert ["retraction"] in alone
    assert ["correction", "retraction"] in alone
    assert ["expression_of_concern", "retraction"] in alone


def test_a_concern_is_listed_twice_with_different_dates(registry):
    entries = registry.work("10.1016/j.ejogrb.2014.02.038")["updated-by"]
    assert [entry["type"] for entry in entries] == ["expression_of_concern"] * 2
    assert entries[0]["updated"] != entries[1]["updated"]


def test_record_ids_are_strings(works):
    entries = [entry for work in works for entry in work.get("updated-by", ())]
    ids = [entry["record-id"] for entry in entries if "record-id" in entry]
    assert len(ids) > 5
    assert all(isinstance(number, str) for number in ids)


def test_a_preprint_names_its_version_of_record_which_need_not_answer(registry):
    one_sided = registry.work("10.1101/2024.04.01.587366")["relation"]["is-preprint-of"][0]["id"]
    assert "relation" not in registry.work(one_sided)
    two_sided = registry.work("10.1101/2019.12.31.19000001")["relation"]["is-preprint-of"][0]["id"]
    back = registry.work(two_sided)["relation"]["has-preprint"][0]["id"]
    assert (two_sided, back) == ("10.5555/STANDIN.two-sided", "10.1101/2019.12.31.19000001")


@pytest.mark.parametrize(
    "kind",
    [
        "book",
        "book-chapter",
        "component",
        "dataset",
        "dissertation",
        "edited-book",
        "journal-article",
        "journal-issue",
        "monograph",
        "peer-review",
        "posted-content",
        "proceedings-article",
        "report",
    ],
)
def test_every_kind_of_work_is_there(works, kind):
    assert kind in {work["type"] for work in works}


@pytest.mark.parametrize(
    "piece", ["<i>", "<sub>", "<mml:math", "<math ", "&amp;", "&lt;", "\n      "]
)
def test_titles_carry_markup_entities_and_newlines(works, piece):
    assert [work for work in works if piece in "".join(work.get("title", ()))]


def test_people_come_in_every_shape(works):
    people = [person for work in works for person in work.get("author", ())]
    shapes = {frozenset(person.keys() & {"given", "family", "name", "suffix"}) for person in people}
    assert shapes >= {
        frozenset({"given", "family"}),
        frozenset({"family"}),
        frozenset({"name"}),
        frozenset({"given", "family", "suffix"}),
        frozenset(),
    }
    assert [work for work in works if work["type"] == "journal-article" and not work.get("author")]


def test_some_works_are_undated_and_some_years_differ(crossref, works):
    undated = crossref("/works/10.5555/standin.null-date").json()["message"]
    assert undated["issued"] == {"date-parts": [[None]]}
    assert "published" not in undated
    both = [w for w in works if {"published-print", "published-online"} <= w.keys()]
    differing = [
        work
        for work in both
        if work["published-print"]["date-parts"][0][0]
        != work["published-online"]["date-parts"][0][0]
    ]
    assert len(differing) >= 10


def test_aliases_are_no_works_and_lead_to_works(registry):
    assert registry.aliases
    for alias, prime in registry.aliases.items():
        assert alias not in registry.works
        assert prime in registry.works


def test_no_doi_is_held_by_two_registries(registry):
    held = [*registry.works, *registry.aliases, *registry.datacite, *registry.elsewhere]
    assert len(held) == len(set(held))
