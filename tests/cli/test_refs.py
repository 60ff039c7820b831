"""`claimcheck refs` as a process, against the stand-in."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

DEAD = "http://127.0.0.1:9"

BIB = r"""
@article{griffiths2016,
  title   = {Psilocybin produces substantial and sustained decreases in depression and anxiety in
             patients with life-threatening cancer: {A} randomized double-blind trial},
  author  = {Griffiths, Roland R. and Johnson, Matthew W. and others},
  journal = {J Psychopharmacol},
  year    = {2016},
  volume  = {31},
  number  = {12},
  pages   = {1181--1197},
  doi     = {https://doi.org/10.1177/0269881116675513}
}

@article{ross2016,
  title   = {Rapid and sustained symptom reduction following psilocybin treatment for anxiety and
             depression in patients with life-threatening cancer: A randomized controlled trial},
  author  = {Ross, Stephen and Bossis, Anthony and others},
  journal = {Journal of Psychopharmacology},
  year    = {2016},
  volume  = {30},
  pages   = {1165--1180}
}

@article{wrong,
  title   = {MDMA-assisted therapy for severe {PTSD}: a randomized, double-blind,
             placebo-controlled phase 3 study},
  author  = {Mitchell, Jennifer M. and others},
  journal = {Nature Medicine},
  year    = {2021},
  doi     = {10.1001/jamapsychiatry.2020.3285}
}

@article{invented,
  title   = {Psilocybin and the remission of chronic migraine in adolescents: a crossover trial},
  author  = {Griffiths, Roland R. and Nutt, David J.},
  journal = {The Lancet Psychiatry},
  year    = {2022},
  volume  = {9},
  pages   = {301--312},
  doi     = {10.1016/s2215-0366(22)00999-1}
}

@article{gone,
  title   = {Cardiovascular Disease, Drug Therapy, and Mortality in Covid-19},
  author  = {Mehra, Mandeep R. and others},
  journal = {New England Journal of Medicine},
  year    = {2020},
  doi     = {10.1056/nejmoa2007621}
}
"""
STATES = {
    "griffiths2016": "mismatch",
    "ross2016": "verified",
    "wrong": "wrong_work",
    "invented": "unregistered",
    "gone": "retracted",
}


@pytest.fixture
def refs(run, standin):
    """Run `claimcheck refs` against the stand-in, with limits that keep no test waiting."""
    standin.limits.set(rate=1000, concurrency=50)

    def call(*arguments, **options):
        env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org"}
        result = run("refs", *arguments, env=env | options.pop("env", {}), **options)
        assert "Traceback" not in result.stderr
        return result

    return call


def states(result):
    return {row["id"]: row["state"] for row in json.loads(result.stdout)["references"]}


def write(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_entry_gets_its_state_and_finding(refs, tmp_path):
    path = write(tmp_path, "refs.bib", BIB)
    result = refs(path, "--format", "json")
    assert result.returncode == 1
    assert states(result) == STATES
    found = {(f["reference"], f["name"]): f for f in json.loads(result.stdout)["findings"]}
    assert set(found) == {
        ("griffiths2016", "venue-mismatch"),
        ("ross2016", "missing-doi"),
        ("wrong", "wrong-work"),
        ("invented", "unregistered-doi"),
        ("gone", "retracted"),
    }
    volume = found["griffiths2016", "venue-mismatch"]
    assert (volume["found"], volume["expected"], volume["line"]) == ("31", "30", 8)
    assert found["wrong", "wrong-work"]["suggestion"]["text"] == "10.1038/s41591-021-01336-3"
    assert found["ross2016", "missing-doi"]["suggestion"] == {
        "text": "10.1177/0269881116675512", "safe": True,
    }  # fmt: skip


def test_dois_are_asked_for_together_and_searched_once(refs, tmp_path, standin):
    path = write(tmp_path, "refs.bib", BIB)
    refs(path, "--format", "json")
    asked = [r.target for r in standin.requests if r.service == "crossref"]
    assert sum("filter=" in target for target in asked) == 1
    assert sum("query.bibliographic" in target for target in asked) <= 5
    count = len(standin.requests)
    again = refs(path, "--format", "json")
    assert states(again) == STATES
    assert len(standin.requests) == count


def test_safe_fixes_keep_the_formatting_and_unsafe_ones_are_asked_for(refs, tmp_path):
    path = write(tmp_path, "refs.bib", BIB)
    fixed = BIB.replace("{https://doi.org/10.1177", "{10.1177").replace(
        "  pages   = {1165--1180}\n",
        "  pages   = {1165--1180},\n  doi     = {10.1177/0269881116675512}\n",
    )
    shown = refs(path, "--diff")
    assert path.read_text(encoding="utf-8") == BIB
    assert "+  doi     = {10.1177/0269881116675512}" in shown.stdout
    result = refs(path, "--fix", "--format", "json")
    assert path.read_text(encoding="utf-8") == fixed
    assert "missing-doi" not in result.stdout
    refs(path, "--fix", "--unsafe-fixes")
    changed = path.read_text(encoding="utf-8")
    assert changed == fixed.replace("{31}", "{30}").replace(
        "10.1001/jamapsychiatry.2020.3285", "10.1038/s41591-021-01336-3"
    )
    assert refs(path, "--fix", "--unsafe-fixes").returncode == 1
    assert path.read_text(encoding="utf-8") == changed


RIS = """TY  - JOUR
TI  - The current status of psychedelics in psychiatry
AU  - Nutt, David
AU  - Carhart-Harris, Robin
JO  - JAMA Psychiatry
PY  - 2018
VL  - 78
ER  -
"""


def test_fixes_in_ris_csl_and_text(refs, tmp_path):
    doi = "10.1001/jamapsychiatry.2020.2171"
    ris = write(tmp_path, "a.ris", RIS.replace("2018", "2021"))
    refs(ris, "--fix")
    assert f"VL  - 78\nDO  - {doi}\nER  -" in ris.read_text()
    item = {
        "id": "a",
        "type": "article-journal",
        "title": "The current status of psychedelics in psychiatry",
        "author": [{"family": "Nutt", "given": "D."}, {"family": "Carhart-Harris"}],
        "issued": {"date-parts": [[2021]]},
    }
    csl = write(tmp_path, "a.json", json.dumps([item], indent=2))
    refs(csl, "--fix")
    assert json.loads(csl.read_text()) == [item | {"DOI": doi}]
    yaml = write(
        tmp_path,
        "a.yaml",
        "references:\n- id: a\n  type: article-journal\n"
        "  title: The current status of psychedelics in psychiatry\n"
        "  author: [{family: Nutt}, {family: Carhart-Harris}]\n  issued: 2021\n# end\n",
    )
    refs(yaml, "--fix")
    assert f"  issued: 2021\n  DOI: {doi}\n# end\n" in yaml.read_text()
    text = write(
        tmp_path,
        "a.md",
        "# T\n\nText (Nutt & Carhart-Harris, 2021).\n\n## References\n\nNutt, D., & "
        "Carhart-Harris, R. (2021). *The current status of psychedelics in psychiatry*. "
        "JAMA Psychiatry, 78(2), 121–122.\n",
    )
    refs(text, "--fix")
    assert f"121–122. https://doi.org/{doi}\n" in text.read_text()


def test_a_wrong_year_is_replaced_on_request(refs, tmp_path):
    path = write(tmp_path, "a.ris", RIS)
    result = refs(path, "--format", "json", "--fix", "--unsafe-fixes")
    assert states(result) == {"record-1": "mismatch"}
    assert "PY  - 2021\n" in path.read_text()


@pytest.mark.parametrize(
    ("name", "sign"),
    [("bibtex", "@article{ross2016,"), ("csl", '"id": "ross2016"'), ("apa", "Ross, S.")],
)
def test_the_corrected_list_in_place_of_the_report(refs, tmp_path, name, sign):
    path = write(tmp_path, "refs.bib", BIB)
    result = refs(path, "--format", name)
    assert sign in result.stdout
    assert "10.1177/0269881116675512" in result.stdout
    assert "10.1038/s41591-021-01336-3" in result.stdout
    assert "unregistered-doi" in result.stderr


def test_broken_entries_are_named_by_line_and_the_rest_is_checked(refs, tmp_path):
    path = write(tmp_path, "refs.bib", f"@article{{broken,\n title = {{x\n{BIB}")
    result = refs(path, "--format", "json")
    assert states(result) == STATES
    [gap] = [f for f in json.loads(result.stdout)["findings"] if f["name"] == "could-not-check"]
    assert gap["line"] == 1
    assert "cannot be read" in gap["message"]


def test_an_article_finds_its_own_list_and_says_where_a_work_is_cited(refs, tmp_path):
    path = write(
        tmp_path,
        "draft.md",
        textwrap.dedent("""\
            # A title

            It killed people (Mehra et al., 2020).

            ## References

            Mehra, M. R., et al. (2020). Cardiovascular disease, drug therapy, and mortality in
            Covid-19. New England Journal of Medicine. https://doi.org/10.1056/NEJMoa2007621
            """),
    )
    result = refs(path)
    assert "retracted" in result.stdout
    assert "draft.md:3:19 cited here" in result.stdout


def test_books_and_pages_without_a_record_are_unchecked_and_not_accused(refs, tmp_path):
    path = write(
        tmp_path,
        "list.txt",
        "Levine, P. A. (2010). In an unspoken voice: How the body lets go. North Atlantic.\n"
        "Imperial College London. (2022). Annual report of a centre. https://example.org/report\n"
        "Doe, J., & Roe, A. (2020). Sleep spindles and barley yield in old mice. Journal of "
        "Psychopharmacology, 12(3), 101–110.\n",
    )
    result = refs(path, "--format", "json", "--all")
    assert states(result) == {"ref-1": "unchecked", "ref-2": "unchecked", "ref-3": "unmatched"}
    named = [
        f["message"] for f in json.loads(result.stdout)["findings"] if f["name"] == "unmatched"
    ]
    assert any("Crossref" in message for message in named)


def test_other_agencies_preprints_and_data(refs, tmp_path):
    path = write(
        tmp_path,
        "refs.bib",
        "@misc{a, title={Attention Is All You Need}, author={Vaswani, Ashish and others}, "
        "year={2017}, eprint={1706.03762}, archiveprefix={arXiv}}\n"
        "@article{b, title={A work at an agency in Korea}, author={Kim, A}, journal={J Korea}, "
        "year={2019}, doi={10.4306/pi.standin.1}}\n",
    )
    result = refs(path, "--format", "json")
    assert states(result) == {"a": "verified", "b": "unchecked"}
    assert result.returncode == 3


IDENTIFIED = """\
1. PMID: 26442957
2. Griffiths RR, Johnson MW, et al. https://pubmed.ncbi.nlm.nih.gov/26442957/
3. PMC4779916
4. arXiv:1706.03762
5. ISBN 9781594204227
6. ClinicalTrials.gov. Psilocybin for major depressive disorder. NCT03866174.
7. ClinicalTrials.gov. Growth of barley on the moon in winter. NCT03866174.
8. ClinicalTrials.gov. A study that nobody ever registered. NCT99999999.
9. https://doi.org/10.1056/NEJMoa2206443
"""


def test_entries_of_identifiers_alone_are_looked_up_where_a_service_can(refs, tmp_path, standin):
    result = refs(write(tmp_path, "list.txt", IDENTIFIED), "--format", "json", "--all")
    found = states(result)
    assert [found[f"ref-{n}"] for n in (1, 3, 5, 7)] == ["unchecked"] * 4
    assert [found[f"ref-{n}"] for n in (4, 6, 9)] == ["verified"] * 3
    assert found["ref-8"] == "unmatched"
    assert found["ref-2"] != "verified"
    said = {f["reference"]: f["message"] for f in json.loads(result.stdout)["findings"]}
    assert "PMID 26442957 alone" in said["ref-1"]
    assert "PMCID PMC4779916 alone" in said["ref-3"]
    assert "ISBN 9781594204227 alone" in said["ref-5"]
    assert "is registered as" in said["ref-7"]
    assert "ClinicalTrials.gov: NCT99999999 is not registered" in said["ref-8"]
    asked = [r.target for r in standin.requests if "query.bibliographic" in r.target]
    assert len(asked) <= 2
    assert sum(r.service == "clinicaltrials" for r in standin.requests) == 2


def test_identifiers_in_fields_are_no_text_to_search_for(refs, tmp_path, standin):
    path = write(
        tmp_path,
        "refs.bib",
        "@article{a, pmid={26442957}}\n@misc{b, eprint={1706.03762}, archiveprefix={arXiv}}\n"
        "@book{c, isbn={9781594204227}}\n@misc{d, doi={10.1056/NEJMoa2206443}}\n@misc{e}\n",
    )
    result = refs(path, "--format", "json")
    found = states(result)
    assert [key for key, state in found.items() if state == "unchecked"] == ["a", "c", "e"]
    assert [key for key, state in found.items() if state == "verified"] == ["b", "d"]
    assert result.returncode == 3
    assert not any("query.bibliographic" in r.target for r in standin.requests)


def test_a_registry_of_trials_that_is_down_is_no_verdict(refs, tmp_path, standin):
    standin.faults.add("503", service="clinicaltrials")
    path = write(tmp_path, "list.txt", "\n".join(IDENTIFIED.splitlines()[5:8]) + "\n")
    result = refs(path, "--format", "json", "--timeout", "1")
    assert set(states(result).values()) == {"unchecked"}
    assert result.returncode == 3


def test_a_word_file_as_python_docx_writes_it(refs, tmp_path):
    """Numbered and hanging entries under a heading, with italics, and an appendix behind."""
    path = tmp_path / "references.docx"
    path.write_bytes((Path(__file__).parent / "references.docx").read_bytes())
    before = path.read_bytes()
    result = refs(path, "--fix", "--unsafe-fixes", "--format", "json")
    assert path.read_bytes() == before
    assert list(states(result).values()) == [
        "verified", "verified", "wrong_work", "verified", "unmatched",
    ]  # fmt: skip
    rows = json.loads(result.stdout)["references"]
    assert [row["line"] for row in rows] == [8, 9, 10, 11, 12]
    assert rows[3]["matched_doi"] == "10.1177/0269881116675512"


@pytest.mark.parametrize("kind", ["429", "html", "cut"])
def test_faults_are_no_verdict_and_nothing_is_learned_from_them(refs, tmp_path, standin, kind):
    path = write(tmp_path, "refs.bib", BIB)
    standin.faults.add(kind, service="*")
    result = refs(path, "--format", "json", "--timeout", "1")
    assert set(states(result).values()) == {"unchecked"}
    assert result.returncode == 3
    standin.faults.clear()
    assert states(refs(path, "--format", "json")) == STATES


def test_an_outage_is_no_verdict(refs, tmp_path, standin):
    path = write(tmp_path, "refs.bib", BIB)
    standin.faults.add("503", service="*")
    result = refs(path, "--format", "json", "--timeout", "1")
    assert set(states(result).values()) == {"unchecked"}
    assert result.returncode == 3
    offline = refs(path, "--offline", "--format", "json")
    assert not any(s in offline.stdout for s in ('"unregistered"', '"unmatched"'))


def test_standard_input_of_any_kind(refs):
    assert "5 references" in refs("-", stdin=BIB).stdout
    assert "1 reference" in refs("-", stdin=RIS).stdout
    pasted = (
        "1. Ross S, Bossis A, et al. Rapid and sustained symptom reduction following psilocybin.\n"
    )
    named = refs("-", "--stdin-filename", "x.md", "--format", "json", stdin=pasted + "\nA 2016.\n")
    assert named.returncode in {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.json", b'{"a": 1}', "holds no CSL items"),
        ("x.bib", b"just words", "holds no reference list"),
        ("x.ris", b"", "holds no reference list"),
        ("x.txt", b"A text without any list.\n", "holds no reference list"),
        ("x.bib", b"\x00\x01\x02", "is binary"),
        ("x.bib", b"@article{a, title={\xff\xfe}}", "is not UTF-8"),
        ("x.yaml", b"a: [", "is not YAML"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_status_2(refs, tmp_path, name, content, said):
    path = tmp_path / name
    path.write_bytes(content)
    good = write(tmp_path, "good.bib", BIB)
    result = refs(path, good, "--format", "json")
    assert result.returncode == 2
    assert said in result.stderr
    assert states(result) == STATES


def test_a_missing_file_a_folder_and_no_file(refs, tmp_path):
    assert "no such file" in refs(tmp_path / "none.bib").stderr
    assert "is a directory" in refs(tmp_path).stderr
    nothing = refs()
    assert nothing.returncode == 2
    assert "no reference list is given" in nothing.stderr


@pytest.mark.parametrize(
    "entry",
    [
        "A" * 20_000 + ". (2020). Title of a work. Journal, 1(2), 3.",
        "张三, 李四. 裸盖菇素治疗抑郁症的研究进展[J]. 中国药理学通报, 2020, 12(3): 45-50.",
        "محمد أحمد (2020). عنوان المقال. مجلة العلوم، 12(3)، 45-50.",
        "Me\u0301ndez A\u0301. (2020). A title with combining accents. Revista, 1. doi:10.1000/ a",
        "Smith\x07 A\x1b[31m (2020). Control\x00 characters here. Journal, 1(2), 3.",
    ],
    ids=["long", "chinese", "arabic", "combining", "control"],
)
def test_odd_entries_are_checked_like_others(refs, entry):
    result = refs("-", "--stdin-filename", "x.txt", "--format", "json", stdin=f"{entry}\n{entry}\n")
    assert result.returncode in {0, 1, 2, 3}
    if result.returncode != 2:
        assert set(states(result).values()) <= {"unmatched", "unchecked", "unregistered"}


def _many(count):
    """Entries without DOI that no search finds."""
    return "\n".join(
        f"@article{{k{n}, title={{Growth of barley number {n} on soils of the moon and of Mars}}, "
        f"author={{Doe, John}}, journal={{Journal of Things}}, year={{2019}}, volume={{{n}}}}}"
        for n in range(count)
    )


@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGKILL"])
def test_an_interrupted_run_goes_on_where_it_stopped(refs, tmp_path, standin, signal_name):
    path = write(tmp_path, "many.bib", _many(30))
    env = {
        **{k: v for k, v in os.environ.items() if not k.startswith("CLAIMCHECK_")},
        **standin.environment,
        "CLAIMCHECK_MAILTO": "reader@example.org",
        "CLAIMCHECK_CACHE_DIR": str(tmp_path / "cache"),
    }
    standin.faults.add("hang", path="query", after=20)
    command = [sys.executable, "-m", "claimcheck", "refs", str(path), "-q"]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while not any("hang" in request.faults for request in standin.requests):
        time.sleep(0.05)
    process.send_signal(getattr(signal, signal_name))
    _, stderr = process.communicate(timeout=240)
    assert process.returncode == {"SIGINT": 130, "SIGKILL": -9}[signal_name]
    assert b"Traceback" not in stderr
    before = len(standin.requests)
    standin.faults.clear()
    result = refs(path, "--format", "json")
    assert set(states(result).values()) == {"unmatched"}
    assert len(standin.requests) - before <= 30 - 10


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("paper.tex", "\\documentclass{article}\n\\addbibresource{refs.bib}\nText.\n"),
        ("paper.tex", "\\documentclass{article}\nText.\n\\bibliography{refs}\n"),
        ("paper.md", "---\nbibliography: refs.bib\n---\n\nText [@gone].\n"),
    ],
)
def test_the_bibliography_that_a_paper_names_is_checked(refs, tmp_path, name, content):
    paper = write(tmp_path, name, content)
    missing = refs(paper)
    assert missing.returncode == 2
    assert "is not there" in missing.stderr
    write(tmp_path, "refs.bib", BIB)
    assert states(refs(paper, "--format", "json")) == STATES
