"""`claimcheck refs` on what people drop in: faults are named with their place, the rest is read."""

from __future__ import annotations

import json

import pytest

TITLE = "Single-dose psilocybin for a treatment-resistant episode of major depression"
GOOD = f"@article{{good, title={{{TITLE}}}, author={{Goodwin, Guy M. and others}}, year={{2022}},\n"
GOOD += " journal={N Engl J Med}, doi={10.1056/NEJMoa2206443}}\n"
CITED = f"Goodwin GM, Aaronson ST, et al. {TITLE}. N Engl J Med. 2022;387(18):1637-1648."
FILES = {
    "brace.bib": "@article{a,\n title = {Unclosed brace,\n year = 2020\n}\n\n" + GOOD,
    "quote.bib": '@article{b, title = "no closing quote, year = 2020}\n\n' + GOOD,
    "nokey.bib": "@article{ title = {no key}, year = {2020}}\n\n" + GOOD,
    "end.bib": GOOD + "@article{cut, title = {cut at the e",
    "item.json": json.dumps([{"id": "good", "title": TITLE, "DOI": "10.1056/NEJMoa2206443"}])[:-1]
    + ',\n{"id":"b","title":"U" "x"}]',
}
"""Each with one good entry and one that cannot be read."""


@pytest.fixture
def refs(run, standin):
    standin.limits.set(rate=1000, concurrency=50)

    def call(*arguments, **options):
        env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org"}
        result = run("refs", *arguments, env=env, **options)
        assert "Traceback" not in result.stderr
        assert "internal error" not in result.stderr
        return result

    return call


def states(result):
    return [row["state"] for row in json.loads(result.stdout)["references"]]


def test_broken_entries_are_named_and_the_others_are_checked(refs, tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    result = refs(*FILES, "--format", "json")
    assert states(result) == ["verified"] * len(FILES)
    gaps = json.loads(result.stdout)["findings"]
    assert {gap["name"] for gap in gaps} == {"could-not-check"}
    assert {gap["path"]: gap["line"] for gap in gaps} == {
        "brace.bib": 1, "quote.bib": 1, "nokey.bib": 1, "end.bib": 3, "item.json": 2,
    }  # fmt: skip
    assert result.returncode == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_and_line_ends_change_no_place(refs, tmp_path, encoding):
    path = tmp_path / "refs.bib"
    text = GOOD.replace("{2022}", "{2002}").replace("\n", "\r\n")
    path.write_bytes(text.encode(encoding))
    [finding] = json.loads(refs(path, "--format", "json").stdout)["findings"]
    assert (finding["name"], finding["line"]) == ("year-mismatch", 1)
    assert text[finding["column"] - 1 : finding["end_column"] - 1] == "2002"


def test_control_characters_and_long_entries_are_remarked_on_by_line(refs, tmp_path):
    path = tmp_path / "list.txt"
    long = f"Smith J. {'word ' * 4000}. Journal of Things. 2020;1(2):3-9."
    path.write_text(
        f"1. {CITED}\n2. Smi\0th A\x07. Odd things. J Things. 2020;1(2):3-9.\n3. {long}\n"
    )
    result = refs(path)
    assert "3 references checked" in result.stdout
    assert f"{path}:2:7: holds the control character U+0000" in result.stdout
    assert f"{path}:3:1: is longer than 4,000 characters" in result.stdout
    assert "\0" not in result.stdout
    fixed = refs(path, "--fix")
    assert fixed.returncode == result.returncode
    assert "Smi\0th A\x07" in path.read_text()
    assert "1637-1648. https://doi.org/10.1056/nejmoa2206443" in path.read_text()


def test_a_record_without_end_is_read_and_remarked_on(refs, tmp_path):
    path = tmp_path / "list.ris"
    record = (
        f"TY  - JOUR\nTI  - {TITLE}\nAU  - Goodwin, G\nAU  - et al\nDO  - 10.1056/NEJMoa2206443\n"
    )
    path.write_text(record + "\n" + record + "ER  - \n")
    result = refs(path)
    assert "2 references checked" in result.stdout
    assert f"{path}:1:1: the record has no ER line; it was read all the same" in result.stdout


def test_lists_in_other_scripts_are_split_and_searched(refs, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text(
        "张三, 李四. 裸盖菇素治疗抑郁症的研究进展[J]. 中国药理学通报, 2020, 12(3): 45-50.\n"
        "王五. 致幻剂的历史[M]. 北京: 科学出版社, 2019.\n",
        encoding="utf-8",
    )
    assert states(refs(path, "--format", "json")) == ["unmatched", "unchecked"]
