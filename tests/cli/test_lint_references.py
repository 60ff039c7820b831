"""The draft's own references: lists, bibliographies, keys and comments, against the stand-in."""

from __future__ import annotations

import json

import pytest

DEAD = "http://127.0.0.1:9"
GONE = (
    "Mehra MR, et al. Cardiovascular disease, drug therapy, and mortality in "
    "Covid-19. N Engl J Med. 2020;382(25):e102. doi:10.1056/NEJMoa2007621"
)
ROSS = (
    "Ross S, Bossis A, et al. Rapid and sustained symptom reduction following psilocybin treatment "
    "for anxiety and depression in patients with life-threatening cancer: A randomized controlled "
    "trial. J Psychopharmacol. 2016;30(12):1165-1180. doi:10.1177/0269881116675512"
)
LIST = f"""# Draft

Drugs were compared [1]. Others agreed [1, 2].

## References

1. {GONE}
2. {ROSS}
"""
BIB = """@article{ross2016,
  title   = {Rapid and sustained symptom reduction following psilocybin treatment for anxiety and
             depression in patients with life-threatening cancer: A randomized controlled trial},
  author  = {Ross, Stephen and Bossis, Anthony and others},
  journal = {Journal of Psychopharmacology},
  year    = {2016},
  doi     = {10.1177/0269881116675512}
}
@article{gone,
  title   = {Cardiovascular Disease, Drug Therapy, and Mortality in Covid-19},
  author  = {Mehra, Mandeep R. and others},
  journal = {New England Journal of Medicine},
  year    = {2020},
  doi     = {10.1056/nejmoa2007621}
}
@article{unread2019,
  title   = {Growth of barley in dry soils},
  author  = {Doe, Jane},
  journal = {Plant and Soil},
  year    = {2019}
}
"""


@pytest.fixture
def lint(run, standin):
    """Run `claimcheck lint … --format json` against the stand-in; gives status and report."""
    standin.limits.set(rate=1000, concurrency=50)

    def call(*arguments, **options):
        env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org"}
        given = env | options.pop("env", {})
        result = run("lint", *arguments, "--format", "json", env=given, **options)
        assert "Traceback" not in result.stderr
        return result, json.loads(result.stdout)

    return call


def names(report):
    return [(f["name"], f["line"]) for f in report["findings"]]


def states(report):
    return {row["id"]: row["state"] for row in report["references"]}


def test_entries_are_verified_and_a_retracted_one_is_named_where_it_is_listed(lint, run, tmp_path):
    (tmp_path / "draft.md").write_text(LIST)
    result, report = lint("draft.md", "--format", "sarif:out.sarif")
    assert result.returncode == 1
    assert states(report) == {"ref-1": "retracted", "ref-2": "verified"}
    assert names(report) == [("retracted", 7)]
    sarif = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))
    [found] = sarif["runs"][0]["results"]
    places = [row["physicalLocation"]["region"]["startColumn"] for row in found["relatedLocations"]]
    assert places == [21, 40]


@pytest.mark.parametrize(
    ("name", "comment", "lead"),
    [
        ("draft.md", '<!-- claimcheck: ignore[retracted] reason="its history" -->', "1. "),
        ("draft.txt", '# claimcheck: ignore[retracted] reason="its history"', "1. "),
        ("draft.rst", '.. claimcheck: ignore[retracted] reason="its history"', "1. "),
        ("draft.html", '<!-- claimcheck: ignore[REF008] reason="its history" -->', "<p>1. "),
    ],
)
def test_a_comment_before_an_entry_silences_what_is_said_of_it(lint, tmp_path, name, comment, lead):
    heading = {"md": "## References", "html": "<h2>References</h2>"}.get(
        name.partition(".")[2], "References\n=========="
    )
    text = f"Drugs were compared [1].\n\n{heading}\n\n{comment}\n\n{lead}{GONE}\n"
    (tmp_path / name).write_text(text)
    result, report = lint(name)
    assert (result.returncode, names(report)) == (0, [])
    assert report["summary"]["suppressed"] == 1
    assert states(report) == {"ref-1": "retracted"}
    (tmp_path / name).write_text(text.replace("[retracted]", "[corrected]").replace("008", "010"))
    result, report = lint(name)
    assert sorted(name for name, _ in names(report)) == ["retracted", "unused-suppression"]


def test_no_answer_makes_no_comment_unused(lint, tmp_path):
    comment = '<!-- claimcheck: ignore[retracted] reason="its history" -->'
    (tmp_path / "draft.md").write_text(f"Yes [1].\n\n## References\n\n{comment}\n\n1. {GONE}\n")
    result, report = lint("draft.md", env={"CLAIMCHECK_CROSSREF_URL": DEAD})
    assert result.returncode == 3
    assert [name for name, _ in names(report)] == ["could-not-check"]


KEYED = """---
title: Keys
bibliography: {}
---

One [@ross2016], two [@nobody2020; @goodwin-2022], three @gone, four @handle.
"""


def test_keys_are_looked_up_in_the_bibliography_and_in_the_base(lint, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "refs.bib").write_text(BIB)
    (tmp_path / "sub" / "draft.md").write_text(KEYED.format("refs.bib"))
    result, report = lint("sub/draft.md")
    assert result.returncode == 1
    found = {(f["name"], f["path"], f["line"]) for f in report["findings"]}
    assert found == {("undefined-citation", "sub/draft.md", 6)}
    assert states(report) == {"ross2016": "verified"}
    (tmp_path / "sub" / "draft.md").write_text(
        KEYED.format("refs.bib").replace("@gone", "[@gone]").replace("nobody2020", "ross2016")
    )
    _, report = lint("sub/draft.md")
    assert [(f["name"], f["path"], f["line"]) for f in report["findings"]] == [
        ("retracted", "sub/refs.bib", 14)
    ]
    assert states(report) == {"ross2016": "verified", "gone": "retracted"}


def test_an_entry_that_several_drafts_cite_is_reported_once(lint, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\nbibliography: refs.bib\n---\n\nOne [@gone].\n")
    _, report = lint("a.md", "b.md", "--format", "concise:out.txt")
    assert [(f["name"], f["path"]) for f in report["findings"]] == [("retracted", "refs.bib")]
    assert len(report["references"]) == 1


def test_a_bibliography_that_is_not_there_is_said_and_no_key_is_called_undefined(lint, tmp_path):
    (tmp_path / "draft.md").write_text(KEYED.format("missing.bib"))
    result, report = lint("draft.md")
    assert result.returncode == 2
    assert "its bibliography missing.bib is not there" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert report["findings"] == []


def test_a_bibliography_may_be_named_by_an_option_or_by_the_project(lint, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "draft.md").write_text("One [@ross2016].\n")
    _, report = lint("draft.md")
    assert names(report) == [("undefined-citation", 1)]
    assert "names no bibliography" in report["findings"][0]["message"]
    _, report = lint("draft.md", "--bibliography", "refs.bib")
    assert (names(report), states(report)) == ([], {"ross2016": "verified"})
    (tmp_path / "_quarto.yml").write_text("project:\n  type: book\nbibliography: refs.bib\n")
    _, report = lint("draft.md")
    assert (names(report), states(report)) == ([], {"ross2016": "verified"})


def test_references_in_the_front_matter_are_a_list_of_the_draft(lint, tmp_path):
    front = (
        "---\nreferences:\n- id: ross2016\n  title: Rapid and sustained symptom reduction following"
        " psilocybin treatment for anxiety and depression in patients with life-threatening cancer"
        "\n  author: [{family: Ross, given: Stephen}]\n  issued: 2016\n"
        "  DOI: 10.1177/0269881116675512\n"
        "- id: other\n  issued: 2020\n"
        "  title: Cardiovascular Disease, Drug Therapy, and Mortality in Covid-19\n"
        "  DOI: 10.1056/NEJMoa2007621\n---\n\n"
    )
    (tmp_path / "draft.md").write_text(f"{front}One [@ross2016].\n")
    _, report = lint("draft.md")
    assert set(states(report)) == {"ross2016", "other"}
    assert states(report)["other"] == "retracted"
    assert ("uncited-reference", 8) in names(report)


def test_latex_keys_mean_entries_of_the_file_or_of_its_bibliography(lint, tmp_path):
    entry = ROSS.replace("&", r"\&")
    items = f"\\bibitem{{ross2016}} {entry}\n"
    text = "\\begin{document}\nOne \\cite{ross2016,nobody}.\n%s\\end{document}\n"
    listed = "\\begin{thebibliography}{9}\n" + items + "\\end{thebibliography}\n"
    (tmp_path / "a.tex").write_text(text % listed)
    _, report = lint("a.tex")
    assert (names(report), states(report)) == (
        [("undefined-citation", 2)],
        {"ross2016": "verified"},
    )
    (tmp_path / "refs.bib").write_text(BIB)
    (tmp_path / "b.tex").write_text(text % "\\bibliography{refs}\n")
    _, report = lint("b.tex")
    assert names(report) == [("undefined-citation", 2)]
    (tmp_path / "chapter.tex").write_text("One \\cite{ross2016,nobody}.\n")
    _, report = lint("chapter.tex")
    assert names(report) == []


def test_an_undefined_citation_is_no_source(lint, tmp_path):
    sentence = "Ibogaine brought remission to 83% of patients"
    (tmp_path / "draft.md").write_text(
        f"{sentence} [@nobody2020].\n\n{sentence} [@goodwin-2022].\n"
    )
    _, report = lint("draft.md", "--all")
    assert [row["verdict"] for row in report["sentences"]] == ["unsourced", "cited"]


def test_a_number_or_a_key_names_the_trial_that_its_entry_reports(lint, tmp_path):
    said = "Here {n} patients took part {mark}."
    texts = [said.format(n=n, mark=mark) for n in (29, 92) for mark in ("[1]", "[@ross2016]")]
    (tmp_path / "refs.bib").write_text(BIB)
    for name, entries in (("listed.md", f"## References\n\n1. {ROSS}\n"), ("none.md", "")):
        (tmp_path / name).write_text("\n\n".join(["# Draft", *texts, entries]))
    verdicts = {}
    for name in ("listed.md", "none.md"):
        _, report = lint(name, "--all", "--bibliography", "refs.bib")
        verdicts[name] = [row["verdict"] for row in report["sentences"]]
    assert verdicts["listed.md"] == ["supported", "supported", "contradicted", "contradicted"]
    assert verdicts["none.md"] == ["supported", "contradicted"]


def test_a_note_after_the_full_stop_belongs_to_the_sentence_before_it(lint, tmp_path):
    texts = "Here 29 patients took part.[^1] There 92 patients took part.[^1] Nobody knows 92."
    (tmp_path / "draft.md").write_text(f"# Draft\n\n{texts}\n\n[^1]: {ROSS}\n")
    _, report = lint("draft.md", "--all")
    assert [row["verdict"] for row in report["sentences"]] == ["supported", "contradicted"]


def test_a_doi_beside_the_title_of_another_work_names_no_trial(lint, tmp_path):
    entry = "Roe J. Sleep of nurses on night duty. Sleep. 2016. doi:10.1177/0269881116675512"
    listed = f"## References\n\n1. {entry}\n"
    (tmp_path / "draft.md").write_text(f"Here 92 patients took part [1].\n\n{listed}")
    _, report = lint("draft.md")
    assert [f["name"] for f in report["findings"] if f["code"].startswith("DFT")] == []


def test_locked_asks_nobody(lint, tmp_path, standin):
    (tmp_path / "draft.md").write_text(LIST)
    before = len(standin.requests)
    result, report = lint("draft.md", "--locked")
    assert len(standin.requests) == before
    assert states(report)["ref-1"] == "unchecked"
    assert report["summary"]["unchecked"] == sum(s == "unchecked" for s in states(report).values())
    assert result.returncode == 3


def test_a_draft_without_references_needs_no_network(lint, tmp_path, standin):
    (tmp_path / "draft.md").write_text("COMP001 randomised 233 people [@goodwin-2022].\n")
    before = len(standin.requests)
    result, report = lint("draft.md", "--all")
    assert (result.returncode, report["references"]) == (0, [])
    assert len(standin.requests) == before


def test_works_that_the_text_names_by_doi_are_verified(lint, tmp_path):
    text = (
        "Drugs were compared ([study](https://doi.org/10.1056/NEJMoa2007621)), and again "
        "(doi:10.1056/nejmoa2007621).\n\n"
        "Another, https://doi.org/10.1177/0269881116675512, is fine; a third is not "
        "(doi:10.1016/s2215-0366(22)00999-1).\n"
    )
    (tmp_path / "draft.md").write_text(text)
    _, report = lint("draft.md")
    assert states(report) == {
        "10.1056/nejmoa2007621": "retracted",
        "10.1177/0269881116675512": "verified",
        "10.1016/s2215-0366(22)00999-1": "unregistered",
    }
    assert names(report) == [("retracted", 1), ("unregistered-doi", 3)]
