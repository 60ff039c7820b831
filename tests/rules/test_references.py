"""Every rule over references: its own two examples, what it says, and when it keeps quiet."""

from datetime import UTC, datetime

import pytest
import yaml
from pydantic import TypeAdapter

from claimcheck.compare.match import pick
from claimcheck.model.evidence import Found, Missing, Registered, Unavailable
from claimcheck.model.findings import Severity
from claimcheck.model.place import Location
from claimcheck.model.works import Reference
from claimcheck.rules.manual import read_page
from claimcheck.rules.references import REFERENCE_RULES, check_reference
from claimcheck.sources.crossref_records import parse_work

NOW = datetime(2026, 11, 21, tzinfo=UTC)
BY_NAME = {rule.name: rule for rule in REFERENCE_RULES}
REFERENCES = TypeAdapter(Reference)


def lookup_of(shape, asked):
    match shape:
        case None:
            return None
        case {"record": record}:
            return Found(asked, parse_work(record), "crossref", NOW)
        case {"missing": services}:
            return Missing(asked, tuple(services), NOW)
        case {"registered": agency}:
            return Registered(asked, agency, "doi.org", NOW)
        case {"unavailable": reason}:
            return Unavailable(asked, reason)
    raise AssertionError(f"no such look-up: {shape}")


def load(example):
    """YAML with every scalar as text, as the base's own loader reads it, but for the registry's."""
    data = yaml.load(example, Loader=yaml.BaseLoader)
    typed = yaml.safe_load(example)
    return data | {part: typed[part] for part in ("lookup", "hits") if part in typed}


def checked_of(example):
    """What the pipeline would make of an example: reference, look-up and hits of a search."""
    data = load(example)
    reference = REFERENCES.validate_python(data["reference"])
    hits = data.get("hits")
    matching = None if hits is None else pick(reference, [parse_work(hit) for hit in hits])

    def where(*path):
        return Location("refs.yaml", 3, 1, label=str(path[0]) if path else "entry")

    lookup = lookup_of(data.get("lookup"), reference.doi)
    return check_reference(reference, where, lookup, matching)


def problems(name, example):
    return list(BY_NAME[name].check(checked_of(example)))


@pytest.mark.parametrize("rule", REFERENCE_RULES, ids=lambda rule: rule.name)
def test_a_rule_fires_on_its_first_example_and_not_on_its_second(rule):
    page = read_page(rule.manual)
    fired = list(rule.check(checked_of(page.fires)))
    assert fired, f"{rule.name} is silent on the example that should fire"
    assert all(p.message and p.reference and p.text for p in fired)
    assert list(rule.check(checked_of(page.quiet))) == []


@pytest.mark.parametrize("rule", REFERENCE_RULES, ids=lambda rule: rule.name)
def test_a_quiet_example_is_not_quiet_for_want_of_an_answer(rule):
    example = load(read_page(rule.manual).quiet)
    assert example.get("lookup") or example.get("hits")


@pytest.mark.parametrize("rule", REFERENCE_RULES, ids=lambda rule: rule.name)
def test_an_outage_is_only_ever_could_not_check(rule):
    example = """
reference: {id: a, title: Some work, DOI: 10.1000/one, issued: 2020}
lookup: {unavailable: the network is down}
"""
    assert bool(problems(rule.name, example)) == (rule.name == "could-not-check")


def test_codes_are_those_of_the_contract():
    names = """malformed-doi unregistered-doi wrong-work title-mismatch author-mismatch
    year-mismatch venue-mismatch retracted expression-of-concern corrected preprint-superseded
    missing-doi unmatched could-not-check"""
    expected = {f"REF{n:03d}": name for n, name in enumerate(names.split(), 1)}
    assert {rule.code: rule.name for rule in REFERENCE_RULES} == expected


TITLE = "Sleep and memory in old adults with insomnia"
GOOD = {"title": TITLE, "year": 2019, "volume": 12, "page": "101-110"}
SLEEP = f"""
reference:
  id: a
  title: {{title}}
  author: [{{{{family: Smith, given: Ann}}}}, {{{{family: Brown, given: Bob}}}}]
  container-title: Sleep Medicine
  issued: {{year}}
  volume: {{volume}}
  page: {{page}}
  DOI: 10.1000/one
lookup:
  record:
    DOI: 10.1000/one
    type: journal-article
    title: [{TITLE}]
    author: [{{{{family: Smith, given: Ann}}}}, {{{{family: Brown, given: Bob}}}}]
    container-title: [Sleep Medicine]
    published-print: {{{{date-parts: [[2019, 3]]}}}}
    published-online: {{{{date-parts: [[2018, 11]]}}}}
    volume: "12"
    page: 101-110
"""


def sleep(**changes):
    return SLEEP.format(**{**GOOD, **changes})


def test_a_good_reference_is_silent_throughout():
    assert [name for name in BY_NAME if problems(name, sleep())] == []


OTHER_TITLE = "Sleep and memory in old adults with apnoea"


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        (
            {"year": 2016},
            "year-mismatch",
            "year: given 2016; Crossref: 2019 (print), 2018 (online)",
        ),
        ({"volume": 13}, "venue-mismatch", "volume: given 13; Crossref: 12"),
        ({"page": "201-210"}, "venue-mismatch", "first page: given 201-210; Crossref: 101-110"),
        ({"title": OTHER_TITLE}, "title-mismatch", f"“{TITLE}” (“apnoea” for “insomnia”)"),
    ],
)
def test_a_mismatch_shows_both_sides_under_one_rule_only(changes, rule, message):
    example = sleep(**changes)
    fired = {name: found for name in BY_NAME if (found := problems(name, example))}
    assert list(fired) == [rule]
    [problem] = fired[rule]
    assert problem.message.endswith(message)


def test_a_year_is_found_at_its_own_place_and_offers_the_print_year():
    [problem] = problems("year-mismatch", sleep(year=2016))
    assert problem.where.label == "issued"
    assert (problem.found, problem.expected) == ("2016", "2019 (print), 2018 (online)")
    assert problem.suggestion is not None
    assert (problem.suggestion.text, problem.suggestion.safe) == ("2019", False)
    assert problem.doi == "10.1000/one"


NOTICES = """
reference: {{id: a, title: "{title}", DOI: 10.1000/one}}
lookup:
  record:
    DOI: 10.1000/one
    title: ["{recorded}"]
    updated-by: [{updates}]
"""
RETRACTION = """{DOI: 10.1000/gone, type: retraction, source: retraction-watch,
  updated: {date-parts: [[2010, 2, 6]]}}"""
CORRECTION = """{DOI: 10.1000/mended, type: correction, source: publisher,
  updated: {date-parts: [[2004]]}}"""


def notices(*updates, title="Sleep and memory", recorded="Sleep and memory"):
    return NOTICES.format(title=title, recorded=recorded, updates=", ".join(updates))


def test_all_notices_are_told_whatever_their_order():
    example = notices(CORRECTION, RETRACTION)
    [gone] = problems("retracted", example)
    assert gone.message == (
        "10.1000/one has been retracted (retraction of 2010-02-06, notice 10.1000/gone, "
        "reported by Retraction Watch)"
    )
    [mended] = problems("corrected", example)
    assert "correction of 2004, notice 10.1000/mended" in mended.message
    assert checked_of(example).judgement.state == "retracted"


def test_a_retraction_that_only_the_title_tells():
    [problem] = problems("retracted", notices(recorded="RETRACTED: Sleep and memory"))
    assert problem.message == "10.1000/one has been retracted (so its title says)"


def test_a_retraction_that_the_reference_admits_is_a_warning():
    [problem] = problems("retracted", notices(RETRACTION, title="RETRACTED: Sleep and memory"))
    assert problem.severity is Severity.WARNING


WRONG = f"""
reference:
  id: a
  title: {TITLE}
  author: [{{family: Smith, given: Ann}}]
  container-title: Sleep Medicine
  issued: 2019
  DOI: 10.1000/two
lookup:
  record: {{DOI: 10.1000/two, RECORD}}
"""
SMITH = "author: [{family: Smith, given: A}]"
HERE = "container-title: [Sleep Medicine]"
PREPRINT = f"""type: posted-content, subtype: preprint, posted: {{date-parts: [[2018]]}},
    title: [{TITLE}], {SMITH}, relation: {{is-preprint-of: [{{id-type: doi, id: 10.1000/One}}]}}"""


@pytest.mark.parametrize(
    ("record", "kin"),
    [
        (
            f"title: [Growth of barley on acid soils], author: [{{family: Ng}}], {HERE}",
            "another work",
        ),
        (f"title: ['Correction to: {TITLE}'], {SMITH}, {HERE}", "a notice about that work"),
        (f"title: [Corrigendum], {HERE}", "a notice about that work"),
        ("type: component, title: []", "a figure or table of it"),
        (f"type: peer-review, title: ['Review for: {TITLE}']", "a review of it"),
        (f"title: ['Reply to: {TITLE}'], author: [{{family: Ng}}]", "a comment on it or a reply"),
        (f"title: ['Additional file 1 of {TITLE}'], {SMITH}", "its supplement"),
        (PREPRINT, "its preprint"),
    ],
)
def test_a_wrong_work_says_what_it_is(record, kin):
    [problem] = problems("wrong-work", WRONG.replace("RECORD", record))
    assert problem.message.startswith(f"10.1000/two is {kin}: given: Smith A 2019, “Sleep")
    assert problem.where.label == "DOI"


def test_the_published_version_of_a_preprint_is_offered():
    [problem] = problems("wrong-work", WRONG.replace("RECORD", PREPRINT))
    assert problem.suggestion is not None
    assert problem.suggestion.text == "10.1000/one"


DESCRIBED = f"""
reference:
  id: a
  title: {TITLE}
  author: [{{family: Smith, given: Ann}}, {{family: Ng, given: B}}]
"""
HIT = f"""
hits:
- DOI: 10.1000/one
  title: [{TITLE}]
  author: [{{family: Smith, given: Ann}}, {{family: Ng, given: Bo}}]
  issued: {{date-parts: [[2019]]}}
"""


def test_an_unregistered_doi_offers_the_work_described():
    lookup = "lookup: {missing: [crossref, doi.org]}"
    [problem] = problems("unregistered-doi", f"{DESCRIBED}  DOI: 10.1000/onee\n{lookup}{HIT}")
    assert problem.message == (
        "no agency knows 10.1000/onee (asked: crossref, doi.org); the work described is 10.1000/one"
    )
    assert problem.suggestion is not None
    assert (problem.suggestion.text, problem.suggestion.safe) == ("10.1000/one", False)


@pytest.mark.parametrize(("year", "safe"), [(2019, True), (2014, False)])
def test_a_missing_doi_is_safe_to_add_only_where_every_field_agrees(year, safe):
    [problem] = problems("missing-doi", f"{DESCRIBED}  issued: {year}{HIT}")
    assert problem.suggestion is not None
    assert (problem.suggestion.text, problem.suggestion.safe) == ("10.1000/one", safe)


@pytest.mark.parametrize(
    ("kind", "severity"),
    [("article-journal", None), ("book", Severity.INFO), ("webpage", Severity.INFO)],
)
def test_only_works_that_should_be_registered_are_accused(kind, severity):
    example = f"reference: {{id: a, type: {kind}, title: Sleep and memory in old adults}}\nhits: []"
    [problem] = problems("unmatched", example)
    assert problem.severity is severity
    assert "no such work was found in Crossref" in problem.message


def test_a_doi_of_an_agency_that_cannot_be_read_is_not_checked():
    example = """
reference: {id: a, title: Some work, DOI: 10.1000/one}
lookup: {registered: mEDRA}
"""
    [problem] = problems("could-not-check", example)
    assert "registered with mEDRA" in problem.message
    assert [name for name in BY_NAME if problems(name, example)] == ["could-not-check"]


def test_places_that_cite_a_reference_are_related():
    data = load(notices(RETRACTION))
    reference = REFERENCES.validate_python(data["reference"])
    place = Location("draft.md", 7, 3)
    lookup = lookup_of(data["lookup"], "10.1000/one")
    checked = check_reference(reference, lambda *path: Location("r"), lookup, cited=[place])
    [problem] = BY_NAME["retracted"].check(checked)
    assert problem.related == ((place, "cited here"),)
