"""What is believed for how long, and what is never kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from claimcheck.model.evidence import (
    Found,
    Gone,
    Missing,
    Reachable,
    Record,
    Registered,
    RegisteredTrial,
    TrialFound,
    Unavailable,
    Update,
)
from claimcheck.sources import EvidenceSource, Network, open_source
from claimcheck.sources.answers import Hits
from claimcheck.sources.cache import believed_for
from claimcheck.sources.shelf import Shelf

GOODWIN = "10.1056/nejmoa2206443"
RETRACTED = "10.1007/s00213-019-05249-5"
ARXIV = "10.48550/arxiv.1902.02534"
ELSEWHERE = "10.1393/ncc/i2010-10525-1"
NOWHERE = "10.5555/no.such.work"
ALL = (GOODWIN, RETRACTED, ARXIV, ELSEWHERE, NOWHERE)

Open = Callable[..., EvidenceSource]


@pytest.fixture
def opened(network: Network) -> Iterator[Open]:
    """Sources with a cache, as a run opens them."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(open_source(replace(network, **settings)))


@pytest.fixture
def age(network: Network) -> Callable[[timedelta], None]:
    """Make everything in the cache older."""

    def make_older(by: timedelta) -> None:
        shelf = Shelf(network, pytest.fail)
        for answer in shelf.works.take(ALL).values():
            aged = replace(answer, checked_at=answer.checked_at - by, cached=False)
            shelf.works.put(aged)
        shelf.close()

    return make_older


def asked(standin: Any) -> int:
    return len(standin.requests)


def test_a_second_run_asks_nothing_and_says_that_it_remembers(standin: Any, opened: Open):
    first = {answer.asked: answer for answer in opened().look_up(ALL)}
    before = asked(standin)
    second = {answer.asked: answer for answer in opened().look_up(ALL)}
    assert asked(standin) == before
    assert not any(answer.cached for answer in first.values())
    assert all(answer.cached for answer in second.values())
    for doi in ALL:
        now = first[doi].checked_at.replace(microsecond=0)
        assert replace(second[doi], cached=False, checked_at=now) == replace(
            first[doi], checked_at=now
        )


def test_services_of_a_run_that_remembers_are_none(opened: Open):
    list(opened().look_up([GOODWIN]))
    source = opened()
    list(source.look_up([GOODWIN]))
    assert source.services() == ()


@pytest.mark.parametrize("kind", ["503", "429", "html", "cut", "hang"])
def test_trouble_is_never_remembered(kind: str, standin: Any, opened: Open):
    standin.faults.add(kind)
    source = opened(timeout=0.3, attempts=1)
    assert isinstance(next(iter(source.look_up([GOODWIN]))), Unavailable)
    assert isinstance(source.search("psilocybin"), Unavailable)
    standin.faults.clear()
    source = opened()
    assert isinstance(next(iter(source.look_up([GOODWIN]))), Found)
    assert source.search("psilocybin")


def test_answers_of_another_registry_are_not_mixed_up(standin: Any, opened: Open):
    list(opened().look_up([GOODWIN]))
    other = opened(crossref_url="http://127.0.0.1:1", attempts=1)
    assert isinstance(next(iter(other.look_up([GOODWIN]))), Unavailable)


NOW = datetime.now(UTC)
RECORD = Record(doi="10.1/a")


@pytest.mark.parametrize(
    ("answer", "days"),
    [
        (Found("10.1/a", RECORD, "crossref", NOW), 7),
        (Found("10.1/a", RECORD, "datacite", NOW), 30),
        (Registered("10.1/a", "mEDRA", "doi.org", NOW), 30),
        (Registered("10.1/a", "Crossref", "doi.org", NOW), 1),
        (Missing("10.1/a", ("crossref", "doi.org"), NOW), 1),
        (TrialFound("NCT1", RegisteredTrial(id="NCT1"), NOW), 7),
        (Reachable("http://x", NOW), 7),
        (Gone("http://x", 404, NOW), 1),
        (Hits("text", (), NOW), 7),
    ],
)
def test_how_long_an_answer_is_believed(answer: Any, days: int):
    assert believed_for(answer) == timedelta(days=days)


def test_old_answers_are_asked_for_again(standin: Any, opened: Open, age: Any):
    list(opened().look_up(ALL))
    age(timedelta(days=8))
    answers = {answer.asked: answer.cached for answer in opened().look_up(ALL)}
    assert answers == {
        GOODWIN: False,
        RETRACTED: False,
        NOWHERE: False,
        ARXIV: True,
        ELSEWHERE: True,
    }


def test_a_new_retraction_is_seen_after_a_week(standin: Any, opened: Open, age: Any):
    list(opened().look_up([GOODWIN]))
    notice = {"type": "retraction", "DOI": "10.1/notice", "source": "publisher"}
    standin.put_work(standin.registry.work(GOODWIN) | {"updated-by": [notice]})
    (early,) = opened().look_up([GOODWIN])
    age(timedelta(days=8))
    (late,) = opened().look_up([GOODWIN])
    assert isinstance(early, Found)
    assert early.record.updates == ()
    assert isinstance(late, Found)
    assert [update.kind for update in late.record.updates] == ["retraction"]


def test_in_an_outage_old_good_standing_is_not_vouched_for(standin: Any, opened: Open, age: Any):
    list(opened().look_up([GOODWIN, RETRACTED]))
    age(timedelta(days=8))
    standin.faults.add("503")
    answers = {answer.asked: answer for answer in opened(attempts=1).look_up([GOODWIN, RETRACTED])}
    assert isinstance(answers[GOODWIN], Unavailable)
    assert "too long ago to count" in answers[GOODWIN].reason
    assert isinstance(answers[RETRACTED], Found)
    assert answers[RETRACTED].cached


def test_refresh_believes_nothing_but_remembers(standin: Any, opened: Open):
    list(opened().look_up([GOODWIN]))
    (again,) = opened(refresh=True).look_up([GOODWIN])
    assert isinstance(again, Found)
    assert not again.cached
    standin.refuse("crossref")
    (kept,) = opened().look_up([GOODWIN])
    standin.accept("crossref")
    assert isinstance(kept, Found)
    assert kept.checked_at == again.checked_at.replace(microsecond=0)


@pytest.mark.parametrize(("days", "cached"), [(3, False), (60, True)])
def test_max_age_replaces_all_ages(days: int, cached: bool, standin: Any, opened: Open, age: Any):
    list(opened().look_up(ALL))
    age(timedelta(days=20))
    answers = list(opened(max_age=timedelta(days=days)).look_up(ALL))
    assert [answer.cached for answer in answers if not isinstance(answer, Unavailable)] == [
        cached
    ] * len(ALL)


def test_answers_of_the_future_are_not_believed(opened: Open, age: Any):
    list(opened().look_up([GOODWIN]))
    age(timedelta(days=-400))
    (answer,) = opened().look_up([GOODWIN])
    assert isinstance(answer, Found)
    assert not answer.cached


def test_searches_trials_and_pages_are_remembered(standin: Any, opened: Open):
    page = f"{standin.crossref_url}/works?rows=0"
    gone = f"{standin.doi_url}/10.5555/no.such.work"
    first = opened()
    found = [
        first.search("psilocybin depression", 3),
        first.search("psilocybin depression", 2),
        first.search("?"),
    ]
    trials = [first.trial("NCT03775200"), first.trial("NCT99999999")]
    pages = [first.reachable(page), first.reachable(gone)]
    before = asked(standin)
    second = opened()
    assert found == [
        second.search("psilocybin depression", 3),
        second.search("psilocybin depression", 2),
        second.search("?"),
    ]
    again = [second.trial("nct03775200"), second.trial("NCT99999999")]
    assert [type(answer) for answer in again] == [type(answer) for answer in trials]
    assert [type(second.reachable(url)) for url in (page, gone)] == [type(page) for page in pages]
    assert asked(standin) == before


def test_a_kept_text_of_another_shape_is_asked_for_again(
    standin: Any, network: Network, opened: Open
):
    list(opened().look_up([GOODWIN]))
    shelf = Shelf(network, pytest.fail)
    shelf.works.store.put(shelf.works.key, GOODWIN, '{"DOI": 3}')
    shelf.close()
    (answer,) = opened().look_up([GOODWIN])
    assert isinstance(answer, Found)
    assert not answer.cached


def test_an_unusable_folder_only_costs_the_cache(standin: Any, network: Network, tmp_path: Any):
    (tmp_path / "file").write_text("in the way")
    notes: list[str] = []
    settings = replace(network, cache_dir=tmp_path / "file")
    with open_source(settings, notes.append) as source:
        assert all(isinstance(answer, Found) for answer in source.look_up([GOODWIN, RETRACTED]))
    assert len(notes) == 1


def test_updates_survive_the_cache_as_they_were(network: Network):
    update = Update(kind="other", type="reinstatement", doi="10.1/n")
    answer = Found("10.1/a", replace(RECORD, updates=(update,)), "crossref", NOW)
    shelf = Shelf(network, pytest.fail)
    shelf.works.put(answer)
    kept = shelf.works.take(["10.1/a"])["10.1/a"]
    shelf.close()
    assert isinstance(kept, Found)
    assert kept.record == answer.record
