"""From DOI to answer, over real HTTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import closing
from typing import Any

import pytest

from claimcheck.model.evidence import Found, Missing, Registered, Unavailable
from claimcheck.sources.cascade import Cascade
from claimcheck.sources.codec import write_record
from claimcheck.sources.crossref import Crossref
from claimcheck.sources.datacite import DataCite
from claimcheck.sources.doiorg import DoiOrg
from claimcheck.sources.http import Http
from claimcheck.sources.settings import Network

GOODWIN = "10.1056/nejmoa2206443"
WAKEFIELD = "10.1016/s0140-6736(97)11096-0"
ARXIV = "10.48550/arxiv.1902.02534"
NOWHERE = "10.5555/no.such.work"


def test_every_work_that_crossref_holds_is_found(standin: Any, look_up: Any):
    standin.limits.tolerance = 0.5  # requests may be held up on their way by half a second
    dois = list(standin.registry.works)
    answers = look_up(dois)
    wrong = {doi: answer for doi, answer in answers.items() if not isinstance(answer, Found)}
    assert not wrong
    assert all(answer.via == "crossref" for answer in answers.values())
    assert all(answer.record.score is None for answer in answers.values())
    assert standin.refused == 0


def test_batches_keep_requests_few(standin: Any, look_up: Any):
    dois = [doi for doi in standin.registry.works if "," not in doi][:100]
    look_up(dois)
    assert len(standin.requests) <= 3
    assert all(len(request.target) <= 4_100 for request in standin.requests)


def without_subtype(answer: Any) -> dict[str, Any]:
    """A list cannot be asked for the subtype."""
    return {key: value for key, value in write_record(answer.record).items() if key != "subtype"}


def test_a_batch_and_a_single_record_say_the_same(standin: Any, online: Any):
    source = online()
    dois = [doi for doi in standin.registry.works if "," not in doi][:12]
    for together in list(source.look_up(dois)):
        (alone,) = source.look_up([together.asked])
        assert without_subtype(alone) == without_subtype(together)


def test_an_alias_gives_the_prime_record(standin: Any, look_up: Any):
    answers = look_up([*standin.registry.aliases, GOODWIN])
    for alias, prime in standin.registry.aliases.items():
        assert answers[alias].record.doi == prime.lower()
        assert answers[alias].asked == alias


def test_a_retraction_is_seen_through_an_alias(look_up: Any):
    record = look_up(["10.5555/alias.case"])["10.5555/alias.case"].record
    assert [update.kind for update in record.updates] == ["correction", "retraction"]


def test_datacite_records_are_found_there(standin: Any, look_up: Any):
    dois = list(standin.registry.datacite)
    answers = look_up(dois)
    assert {answer.via for answer in answers.values()} == {"datacite"}
    assert answers[ARXIV].record.titles[0].startswith("Crowdsourcing open citations")
    assert len([r for r in standin.requests if r.service == "datacite"]) == 1


def test_a_datacite_doi_with_a_hidden_record_is_registered(standin: Any, look_up: Any):
    standin.faults.add("batch-hole", service="datacite")
    standin.registry.datacite["10.5072/hidden"] = standin.registry.datacite[ARXIV]
    try:
        answer = look_up(["10.5072/hidden"])["10.5072/hidden"]
    finally:
        del standin.registry.datacite["10.5072/hidden"]
    assert isinstance(answer, Unavailable)
    assert "another DOI" in answer.reason


def test_other_agencies_are_named(standin: Any, look_up: Any):
    answers = look_up(list(standin.registry.elsewhere))
    for doi, entry in standin.registry.elsewhere.items():
        answer = answers[doi]
        assert isinstance(answer, Registered)
        assert (answer.agency, answer.via) == (entry["RA"], "doi.org")


def test_only_what_no_service_knows_is_missing(standin: Any, look_up: Any):
    answer = look_up([NOWHERE, GOODWIN])[NOWHERE]
    assert isinstance(answer, Missing)
    assert answer.services == ("crossref", "doi.org")
    paths = [request.path for request in standin.requests]
    assert f"/works/{NOWHERE}" in paths
    assert f"/doiRA/{NOWHERE}" in paths
    assert f"/api/handles/{NOWHERE}" in paths


def test_a_hole_in_a_batch_is_no_miss(standin: Any, look_up: Any):
    standin.faults.add("batch-hole", dois=[GOODWIN])
    answer = look_up([GOODWIN, WAKEFIELD])[GOODWIN]
    assert isinstance(answer, Found)


@pytest.mark.parametrize(
    "doi",
    [
        "10.5675/hywa_2013,1_2",
        "10.1890/0012-9658(2006)87[2832:standin]2.0.co;2",
        "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        "10.5555/standin.slashes/and/more",
        "10.1023/a:1007154515475",
        "10.2210/pdb4hhb/pdb",
    ],
)
def test_difficult_dois_are_found_alone_and_together(doi: str, look_up: Any):
    assert isinstance(look_up([doi])[doi], Found)
    assert isinstance(look_up([doi, GOODWIN, WAKEFIELD])[doi], Found)


@pytest.mark.parametrize(
    "doi",
    [
        "10.5555/no,such",
        "10.5555/no#such?work&x=%2f+y",
        "10.5555/é/日本",
        "10.5555/../works",
        "10.5555/.",
        "nonsense",
        "10.5555/" + "x" * 2000,
    ],
)
def test_difficult_dois_that_do_not_exist_are_missing_or_open(doi: str, look_up: Any):
    assert isinstance(look_up([doi])[doi], Missing | Unavailable)
    assert isinstance(look_up([doi, GOODWIN])[GOODWIN], Found)


def test_long_dois_make_smaller_batches(standin: Any, look_up: Any):
    dois = [f"10.5555/{'long' * 60}.{number}" for number in range(20)]
    answers = look_up(dois)
    assert all(isinstance(answer, Missing) for answer in answers.values())
    assert all(len(request.target) <= 4_100 for request in standin.requests)
    assert 414 not in [request.status for request in standin.requests]


class Reckless(Crossref):
    """Puts everything into one batch, also what makes Crossref refuse it."""

    def batches(self, dois: Iterable[str]) -> list[tuple[str, ...]]:
        return [tuple(dois)]


def test_a_batch_that_is_refused_is_asked_again_in_halves(standin: Any, network: Network):
    dois = [doi for doi in standin.registry.works if "," not in doi][:6]
    with closing(Http(network)) as http:
        crossref = Reckless(http, network)
        cascade = Cascade(crossref, DoiOrg(http, network), DataCite(http, network))
        answers = {answer.asked: answer for answer in cascade.look_up([*dois, "10.55/short"])}
    assert all(isinstance(answers[doi], Found) for doi in dois)
    assert isinstance(answers["10.55/short"], Missing)
    assert 400 in [request.status for request in standin.requests]


def test_requests_identify_themselves(standin: Any, look_up: Any):
    look_up([GOODWIN])
    look_up([GOODWIN], mailto=None)
    known, anonymous = standin.requests
    assert known.mailto == "reader@example.org"
    assert known.user_agent.startswith("claimcheck/")
    assert anonymous.mailto is None
    assert "mailto" not in anonymous.user_agent
    assert [request.pool for request in standin.requests] == ["polite-single", "public-single"]


def test_repeated_dois_are_asked_once(standin: Any, online: Any):
    answers = list(online().look_up([GOODWIN, GOODWIN]))
    assert len(answers) == 1
    assert len(standin.requests) == 1


def test_nothing_asked_is_nothing_sent(standin: Any, online: Any):
    assert list(online().look_up([])) == []
    assert standin.requests == []


def test_stopping_early_leaves_nothing_hanging(standin: Any, online: Any):
    before = set(threading.enumerate())
    source = online()
    answers = source.look_up(list(standin.registry.works))
    next(answers)
    answers.close()
    source.close()
    deadline = time.monotonic() + 60.0
    while _ours(before) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _ours(before)


def _ours(before: set[threading.Thread]) -> list[threading.Thread]:
    new = set(threading.enumerate()) - before
    return [thread for thread in new if thread.name.startswith("claimcheck")]


def test_a_closed_source_answers_that_it_was_stopped(online: Any):
    source = online()
    source.close()
    assert list(source.look_up([GOODWIN])) == [Unavailable(GOODWIN, "the run was stopped")]


def test_services_are_those_that_were_asked(standin: Any, online: Any):
    source = online()
    assert source.services() == ()
    list(source.look_up([GOODWIN]))
    assert source.services() == ("crossref",)
    list(source.look_up([ARXIV]))
    assert source.services() == ("crossref", "doi.org", "datacite")
