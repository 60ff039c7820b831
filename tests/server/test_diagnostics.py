"""Findings in open texts: their places, and that they keep up with the typing."""

import json

import pytest
from lsprotocol.types import DiagnosticSeverity, PositionEncodingKind

from server.editor import awaited, span

RIGHT = "COMP001 randomised 233 people with treatment-resistant depression.\n"
WRONG = "COMP001 randomised 323 people with treatment-resistant depression.\n"
CELL = {"cell_type": "markdown", "metadata": {}, "source": [WRONG]}
NOTEBOOK = json.dumps({"cells": [CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
UNSOURCED = "Psilocybin brought remission to 83% of patients at our centre.\n"


def shown(diagnostics):
    return [(d.code, d.range.start.line, d.range.start.character) for d in diagnostics]


@pytest.mark.parametrize(
    ("encoding", "start", "end"),
    [
        (None, 25, 35),
        (PositionEncodingKind.Utf16, 25, 35),
        (PositionEncodingKind.Utf8, 28, 38),
        (PositionEncodingKind.Utf32, 24, 34),
    ],
)
@awaited
async def test_a_finding_stands_at_its_words_in_the_units_of_the_client(edit, encoding, start, end):
    async with edit(encodings=encoding and [encoding]) as editor:
        editor.open("draft.md", f"# A title\n\n🍄 e\u0301 {WRONG}")
        [finding] = await editor.diagnostics("draft.md")
        assert editor.agreed.capabilities.position_encoding == (encoding or "utf-16")
        assert finding.range == span(2, start, 2, end)
        assert (finding.code, finding.source) == ("DFT001", "claimcheck")
        assert finding.severity == DiagnosticSeverity.Error
        assert finding.message.startswith("contradicted: draft: 323 people randomised; COMP001")
        assert "233 randomised" in finding.message
        assert finding.code_description is None


@awaited
async def test_edits_are_followed_and_the_last_version_is_judged(edit):
    async with edit() as editor:
        editor.open("draft.md", f"# 🍄\r\n\r\n{WRONG}")
        assert shown(await editor.diagnostics("draft.md")) == [("DFT001", 2, 19)]
        editor.change("draft.md", 2, (2, 19, 2, 22, "234"), (0, 4, 0, 4, " and e\u0301"))
        editor.change("draft.md", 3, (2, 21, 2, 22, "3"), (2, 0, 2, 0, "🍄 "), (1, 0, 2, 3, "\n"))
        editor.change("draft.md", 4, (3, 0, 3, 0, f"\n{UNSOURCED}"))
        assert shown(await editor.diagnostics("draft.md", version=4)) == [("DFT003", 4, 32)]
        editor.change("draft.md", 5, WRONG)
        assert shown(await editor.diagnostics("draft.md", version=5)) == [("DFT001", 0, 19)]
        versions = [p.version for p in editor.published]
        assert versions == sorted(set(versions))


@awaited
async def test_a_closed_text_shows_nothing_and_may_be_opened_again(edit):
    async with edit() as editor:
        editor.open("draft.md", WRONG)
        assert await editor.diagnostics("draft.md")
        editor.close("draft.md")
        assert list(await editor.diagnostics("draft.md", after=1)) == []
        editor.open("draft.md", WRONG, version=7)
        assert await editor.diagnostics("draft.md", version=7)


@awaited
async def test_two_texts_at_once(edit):
    async with edit() as editor:
        editor.open("one.md", WRONG)
        editor.open("two.tex", f"\\section{{Results}}\n\n{UNSOURCED}".replace("%", "\\%"), "latex")
        assert shown(await editor.diagnostics("one.md")) == [("DFT001", 0, 19)]
        assert shown(await editor.diagnostics("two.tex")) == [("DFT003", 2, 32)]
        editor.change("one.md", 2, RIGHT)
        assert list(await editor.diagnostics("one.md", version=2)) == []
        editor.change("two.tex", 2, WRONG)
        assert shown(await editor.diagnostics("two.tex", version=2)) == [("DFT001", 0, 19)]


@awaited
async def test_only_what_lint_reads_is_linted(edit):
    async with edit() as editor:
        editor.open("notes.py", WRONG, "python")
        editor.change("notes.py", 2, WRONG)
        editor.open("notes.adoc", WRONG, "plaintext")
        editor.open("Makefile", WRONG, "makefile")
        editor.open("", WRONG, "markdown", uri="untitled:Untitled-1")
        assert await editor.diagnostics("", uri="untitled:Untitled-1")
        editor.close("notes.py")
        editor.open("README", WRONG, "markdown")
        assert await editor.diagnostics("README")
        assert {p.uri for p in editor.published} == {"untitled:Untitled-1", editor.uri("README")}
        assert editor.messages == []


@awaited
async def test_every_kind_of_text_that_is_text(edit):
    kinds = (
        ("draft.txt", WRONG, (0, 19)),
        ("draft.html", f"<html><body>\n<p>{WRONG}</p></body></html>\n", (1, 22)),
        ("draft.rst", f"Title\n=====\n\n{WRONG}", (3, 19)),
        ("draft.ipynb", NOTEBOOK, (0, NOTEBOOK.index("323"))),
        ("draft.md", f"\ufeff{WRONG}", (0, 20)),
        ("draft.md", f"one\u2028two\x0cthree\x85four\n\n{WRONG}", (2, 19)),
    )
    async with edit() as editor:
        for number, (kind, text, place) in enumerate(kinds):
            name = f"{number}-{kind}"
            editor.open(name, text, "plaintext")
            assert shown(await editor.diagnostics(name)) == [("DFT001", *place)], name


@awaited
async def test_another_place_that_matters_is_told(edit):
    async with edit() as editor:
        editor.open("draft.md", f"{RIGHT}\n🍄 {WRONG}")
        other = next(d for d in await editor.diagnostics("draft.md") if d.code == "DFT007")
        [related] = other.related_information
        assert related.location.uri == editor.uri("draft.md")
        assert related.location.range == span(0, 19, 0, 29)


@awaited
async def test_a_text_that_cannot_be_read_says_where(edit):
    async with edit() as editor:
        editor.open("draft.ipynb", '{"cells": [\n  {"cell_type" "markdown"}]}', "json")
        [finding] = await editor.diagnostics("draft.ipynb")
        assert finding.message.startswith("not checked: is no notebook")
        assert finding.range.start.line == 1
        assert editor.messages == []


@awaited
async def test_a_bibliography_that_is_not_there_is_told_in_the_text(edit, tmp_path):
    draft = "---\nbibliography: refs.bib\n---\n\nSleep helps [@smith2020].\n"
    async with edit(watching=True) as editor:
        editor.open("draft.md", draft)
        [finding] = await editor.diagnostics("draft.md")
        assert finding.message == "not checked: its bibliography refs.bib is not there"
        library = tmp_path / "refs.bib"
        library.write_text("@article{doe2019, title={Growth}, author={Doe, J.}, year={2019}}\n")
        editor.tell_changed(library)
        [finding] = await editor.diagnostics("draft.md", after=1)
        assert finding.message.startswith("undefined-citation")
        entry = "@article{smith2020, title={Sleep}, author={Smith, A.}, year={2020}}\n"
        library.write_text(library.read_text() + entry)
        editor.tell_changed(library)
        [gap] = await editor.diagnostics("draft.md", after=2)  # told where the entry is cited
        assert (gap.code, gap.severity) == ("REF014", DiagnosticSeverity.Information)
        assert gap.range == span(4, 13, 4, 23)
        [related] = gap.related_information
        assert related.location.uri == library.as_uri()
        assert related.location.range.start.line == 1
