"""`claimcheck refs --fix` on files as people keep them: what is not wrong stays byte for byte."""

from __future__ import annotations

import json

import pytest

from claimcheck.cli.lists import encoding_of, write_back
from claimcheck.errors import InputError

GOODWIN = "Single-dose psilocybin for a treatment-resistant episode of major depression"
NUTT = "The current status of psychedelics in psychiatry"
ROSS = (
    "Rapid and sustained symptom reduction following psilocybin treatment for anxiety and "
    "depression in patients with life-threatening cancer: A randomized controlled trial"
)

BIB = f"""% My library -- do not edit by machine!
@string{{ jop = "Journal of Psychopharmacology" }}

@Article {{ross2016,
Title={{{ROSS}}},
\tAuthor = "Ross, Stephen and Bossis, Anthony and others" , % first two
  JOURNAL= jop,
      year=2016,
  volume = "31" , pages={{1165-1180}},
  doi = "https://doi.org/10.1177/0269881116675512",}}

junk between entries
@article{{a, title={{{NUTT}}}, author={{Nutt, David and Carhart-Harris, Robin}}, year=2021}}
@article(goodwin,
  title = {{{GOODWIN}}},
  author = {{Goodwin, Guy M. and others}},
  journal = {{N Engl J Med}}, year = {{2019}}, month = nov,
  volume = 387, pages = {{1637--48}}
)
@article{{comment,
  title = {{{NUTT}}},
  author = {{Nutt, David and Carhart-Harris, Robin}},
  year = {{2021}} % the print year
}}
"""
FIXED_BIB = (
    BIB.replace('"31"', '"30"')
    .replace("https://doi.org/10.1177", "10.1177")
    .replace("year=2021}", "year=2021, doi = {10.1001/jamapsychiatry.2020.2171}}")
    .replace("{2019}", "{2022}")
    .replace("{1637--48}\n", "{1637--48},\n  doi = {10.1056/nejmoa2206443}\n")
    .replace("{2021} %", "{2021},\n  doi = {10.1001/jamapsychiatry.2020.2171} %")
)

RIS = f"""TY  - JOUR
A1  - Nutt, David
A1  - Carhart-Harris, Robin
T1  - {NUTT}
JF  - JAMA Psychiatry
Y1  - 2018/02/01/
VL  - 79
SP  - 121
EP  - 122
N1  - a note
  goes on here
ER  -\x20


TY  - JOUR
TI  - {GOODWIN}
AU  - Goodwin, Guy M.
AU  - et al.
PY  - 2022
DO  - https://doi.org/10.1056/NEJMoa2206443
"""
FIXED_RIS = (
    RIS.replace("2018/02/01/", "2021")
    .replace("VL  - 79", "VL  - 78")
    .replace("here\nER", "here\nDO  - 10.1001/jamapsychiatry.2020.2171\nER")
    .replace("https://doi.org/", "")
)

CSL = f"""[ {{"id":"x", "type":"article-journal","title":"{NUTT}",
   "author":[{{"family":"Nutt"}},{{"family":"Carhart-Harris"}}],
   "issued":{{"date-parts":[[2018, 2]]}}, "volume":79 }},
 {{
    "id" : "y",
    "title" : "{GOODWIN}",
    "author" : [ {{"family" : "Goodwin"}} ], "et_al": true,
    "DOI" : "https://dx.doi.org/10.1056/nejmoa2206443"
 }}
]"""
FIXED_CSL = (
    CSL.replace("[[2018, 2]]", "[[2021]]")
    .replace('"volume":79', '"volume":78, "DOI": "10.1001/jamapsychiatry.2020.2171"')
    .replace("https://dx.doi.org/", "")
)

YAML = f"""# refs
references:
- id: x   # one
  title: >-
    The current status of psychedelics
    in psychiatry
  author:
  - {{family: Nutt, given: D}}
  - family: Carhart-Harris
    given: R
  issued:
    - year: 2018
  volume: '79'
# a comment after

- {{id: y, title: "{NUTT}", author: [{{family: Nutt}}, {{family: Carhart-Harris}}], issued: 2021}}
- id: z
  title: '{ROSS}'
  author: [{{literal: Ross S}}]
  et_al: true
  DOI: "doi:10.1177/0269881116675512"
...
"""
FIXED_YAML = (
    YAML.replace("year: 2018", "year: 2021")
    .replace("'79'\n", "'78'\n  DOI: 10.1001/jamapsychiatry.2020.2171\n")
    .replace("issued: 2021}", "issued: 2021, DOI: 10.1001/jamapsychiatry.2020.2171}")
    .replace("doi:10.1177", "10.1177")
)

MARKDOWN = f"""# Paper

Text [1].

## References

1. Nutt, D., & Carhart-Harris, R. (2018). *{NUTT}*. JAMA Psychiatry, **79**(2), 121–122.
2. Goodwin GM, et al. {GOODWIN}. *N Engl J Med* 2022;387:1637-1648. [link](https://doi.org/10.1056/NEJMoa2206443)
3. Ross S, Bossis A, et al. {ROSS}. J Psychopharmacol. 2016;30:1165–1180
   doi: 10.1177/0269881116675513

## Notes

End.
"""
FIXED_MARKDOWN = (
    MARKDOWN.replace("(2018)", "(2021)")
    .replace("**79**", "**78**")
    .replace("121–122.", "121–122. https://doi.org/10.1001/jamapsychiatry.2020.2171")
    .replace("675513", "675512")
)

FILES = {
    "refs.bib": (BIB, FIXED_BIB),
    "refs.ris": (RIS, FIXED_RIS),
    "refs.json": (CSL, FIXED_CSL),
    "refs.yaml": (YAML, FIXED_YAML),
    "paper.md": (MARKDOWN, FIXED_MARKDOWN),
}


@pytest.fixture
def refs(run, standin):
    standin.limits.set(rate=1000, concurrency=50)

    def call(*arguments):
        env = {**standin.environment, "CLAIMCHECK_MAILTO": "reader@example.org"}
        result = run("refs", *arguments, env=env)
        assert "Traceback" not in result.stderr
        return result

    return call


@pytest.mark.parametrize(
    ("encoding", "newline"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r\n")]
)
def test_only_what_is_wrong_changes_and_a_second_run_changes_nothing(
    refs, tmp_path, encoding, newline
):
    before, after = (
        {
            tmp_path / name: texts[at].replace("\n", newline).encode(encoding)
            for name, texts in FILES.items()
        }
        for at in (0, 1)
    )
    for path, data in before.items():
        path.write_bytes(data)
    shown = refs(*before, "--unsafe-fixes", "--diff")
    assert {path: path.read_bytes() for path in before} == before
    assert [line for line in shown.stdout.splitlines() if line.startswith("+++")] == [
        f"+++ {path}" for path in before
    ]
    result = refs(*before, "--fix", "--unsafe-fixes", "--format", "json")
    for path, data in after.items():
        assert path.read_bytes().decode(encoding) == data.decode(encoding)
    assert result.returncode == 0, json.loads(result.stdout)["findings"]
    assert refs(*before, "--unsafe-fixes", "--diff").stdout == ""


def test_a_list_stays_in_the_encoding_that_it_declares(refs, tmp_path):
    path = tmp_path / "refs.bib"
    head = "% Encoding: ISO8859_1\n% Café\n"
    path.write_text(head + BIB, encoding="latin-1")
    result = refs(path, "--fix", "--unsafe-fixes", "--format", "json")
    assert path.read_text(encoding="latin-1") == head + FIXED_BIB
    assert result.returncode == 0, json.loads(result.stdout)["findings"]


def test_text_that_the_encoding_cannot_hold_leaves_the_file_alone(tmp_path):
    path = tmp_path / "refs.bib"
    before = b"% Encoding: latin1\n% Caf\xe9\n"
    path.write_bytes(before)
    with pytest.raises(InputError, match=r"refs\.bib.* cannot hold 'č' in cp1252; save it as UTF"):
        write_back(path, encoding_of(before), before.decode("latin-1") + "č")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [before]


def test_without_unsafe_fixes_nothing_that_was_given_is_replaced(refs, tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(BIB)
    refs(path, "--fix")
    assert path.read_text() == (
        FIXED_BIB.replace('"30"', '"31"')
        .replace("{2022}", "{2019}")
        .replace(",\n  doi = {10.1056/nejmoa2206443}", "")
    )


def test_values_that_need_quotation_marks_get_them(refs, tmp_path, standin):
    work = dict(standin.registry.work("10.1001/jamapsychiatry.2020.2171"))
    standin.put_work(work | {"volume": "78A", "issue": "2 Suppl"})
    item = {
        "id": "x",
        "type": "article-journal",
        "title": NUTT,
        "author": [{"family": "Nutt"}, {"family": "Carhart-Harris"}],
        "DOI": "10.1001/jamapsychiatry.2020.2171",
        "volume": 79,
    }
    csl = tmp_path / "refs.json"
    csl.write_text(json.dumps([item]))
    refs(csl, "--fix", "--unsafe-fixes")
    assert json.loads(csl.read_text()) == [item | {"volume": "78A"}]
    bib = tmp_path / "refs.bib"
    text = (
        f"@article{{a, title={{{NUTT}}}, volume = 79, doi={{10.1001/jamapsychiatry.2020.2171}}}}\n"
    )
    bib.write_text(text)
    refs(bib, "--fix", "--unsafe-fixes")
    assert bib.read_text() == text.replace("79", "{78A}")
