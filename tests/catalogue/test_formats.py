"""Lists as files that other programs read."""

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from claimcheck.catalogue import formats
from claimcheck.catalogue.citations import bibtex, csl, markdown_links, pandoc_keys
from claimcheck.catalogue.columns import Column, choose_columns
from claimcheck.catalogue.names import doi_address, registration_address
from claimcheck.catalogue.record import trial_record, works_of
from claimcheck.catalogue.trial_columns import DEFAULT


@pytest.fixture
def every(columns):
    return tuple(columns.values())


def test_csv_reads_back(base, every):
    rows = list(csv.DictReader(io.StringIO(formats.separated(base.trials, every, ","))))
    assert [row["id"] for row in rows] == [trial.id for trial in base.trials]
    assert rows[0]["registry"] == "NCT00000001; ISRCTN12345678"
    assert (rows[0]["n"], rows[1]["n"], rows[1]["n_counts"]) == ("40", "300", "planned")
    assert rows[3]["n"] == ""


def test_csv_quotes_what_needs_it():
    column = Column(key="x", title="X", value=lambda text: text)
    written = formats.separated(['a "b", c\nd'], [column], ",")
    assert list(csv.reader(io.StringIO(written))) == [["x"], ['a "b", c\nd']]


def test_tsv_has_as_many_fields_in_each_line(base, every):
    lines = formats.separated(base.trials, every, "\t").splitlines()
    assert {line.count("\t") for line in lines} == {len(every) - 1}


def test_markdown_escapes_bars(columns, base):
    column = Column(key="x", title="X", value=lambda text: text)
    assert formats.markdown(["a|b <i>"], [column]).splitlines()[-1] == "| a\\|b &lt;i> |"
    shown = formats.markdown(base.trials, choose_columns(None, columns, DEFAULT))
    assert len(shown.splitlines()) == 2 + len(base.trials)


def test_dois_are_links_in_markdown_and_html(columns, base):
    dois = [columns["doi"]]
    linked = formats.markdown(base.trials[:2], dois).splitlines()[-2:]
    assert linked == ["| [10.1000/cough.1](https://doi.org/10.1000/cough.1) |", "| — |"]
    page = formats.html(base.trials, dois, "Trials")
    assert '<a href="https://doi.org/10.1000/cough.1">10.1000/cough.1</a>' in page
    assert doi_address('10.1/a(b)<">|') == "https://doi.org/10.1/a%28b%29%3C%22%3E%7C"


def test_registrations_are_links_where_their_addresses_are_known(columns, base):
    page = formats.html(base.trials[:1], [columns["registry"]], "Trials")
    assert '<a href="https://clinicaltrials.gov/study/NCT00000001">NCT00000001</a>' in page
    assert '<a href="https://www.isrctn.com/ISRCTN12345678">ISRCTN12345678</a>' in page
    for number in ("EudraCT 2021-1", "ACTRN12619001225101", 'NCT"><b>'):
        assert registration_address(number) is None


def test_html_is_well_formed_and_escaped(base, columns):
    column = Column(key="x", title="<X>", value=lambda trial: f"<b>{trial.id}&")
    page = formats.html(base.trials, [column, columns["n"]], "Trials")

    open_tags = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag, attrs):
            if tag != "meta":
                open_tags.append(tag)

        def handle_endtag(self, tag):
            assert open_tags.pop() == tag

    parser = Tags()
    parser.feed(page)
    assert open_tags == []
    assert "&lt;b&gt;alpha-1&amp;" in page
    assert "<script" not in page


def test_json_holds_the_whole_record(base, names):
    record = trial_record(base.trial["alpha-1"], names)
    text = formats.document("trials", "trials", [record], "2026-11-21")
    whole = json.loads(text)
    assert (whole["version"], whole["command"], whole["count"]) == (1, "trials", 1)
    [trial] = whole["trials"]
    assert trial["sizes"] == {"planned": 50, "randomised": 40, "analysed": 38}
    assert trial["outcomes"][2]["ci"] == [-9.5, -2.5]
    assert trial["publications"] == [
        {
            "role": "primary",
            "ref": "smith-2020",
            "brief": "Smith 2020",
            "title": "Alphine & MDX for 50% of coughs: a DNA_study",
            "year": 2020,
            "doi": "10.1000/cough.1",
            "url": "https://doi.org/10.1000/cough.1",
            "state": "retracted",
        }
    ]
    assert '"place"' not in text


def test_json_lines(base, names):
    text = formats.lines([trial_record(trial, names) for trial in base.trials])
    assert [json.loads(line)["id"] for line in text.splitlines()] == [t.id for t in base.trials]


def test_works_are_named_once_and_only_if_known(base):
    works = works_of(["smith-2020", "none", "acme-2024", "smith-2020"], base)
    assert [work.id for work in works] == ["smith-2020", "acme-2024"]


def test_works_as_citations(base):
    works = json.loads(csl(base.references))
    assert [work["id"] for work in works] == ["smith-2020", "acme-2024", "old-1999"]
    assert works[0]["issued"] == {"date-parts": [[2020, 5, 4]]}
    entries = bibtex(base.references)
    assert entries.startswith("@article{smith-2020,")
    assert "Journal of Cough" in entries


def test_curators_notes_stay_at_home(base):
    noted = [replace(work, note="doubtful") for work in base.references]
    assert "doubtful" not in csl(noted) + bibtex(noted)


def test_citations_in_markdown(base):
    assert markdown_links(base.references) == (
        "[Smith 2020](https://doi.org/10.1000/cough.1); Annual report; Cough Group 1999"
    )
    odd = replace(base.references[0], doi="10.1000/a(b)<c>")
    assert markdown_links([odd]) == "[Smith 2020](https://doi.org/10.1000/a%28b%29%3Cc%3E)"
    assert pandoc_keys(base.references[:2]) == "[@smith-2020; @acme-2024]"
