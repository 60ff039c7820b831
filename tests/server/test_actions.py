"""What can be done about a finding: write the record's figure, correct an entry, silence it."""

import json

from lsprotocol.types import CodeActionKind, DiagnosticSeverity

from server.editor import applied, awaited, span

RIGHT = "COMP001 randomised 233 people with treatment-resistant depression."
WRONG = "COMP001 randomised 323 people with treatment-resistant depression."
CELL = {"cell_type": "markdown", "metadata": {}, "source": [WRONG]}
NOTEBOOK = json.dumps({"cells": [CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
FRONT = """---
references:
- id: goodwin2022
  type: article-journal
  title: Single-Dose Psilocybin for a Treatment-Resistant Episode of Major Depression
  author: [{family: Goodwin, given: Guy M.}]
  issued: 2022
  container-title: New England Journal of Medicine
  DOI: https://doi.org/10.1056/NEJMoa2206443
---

"""


def edits_of(action, uri):
    [(changed, edits)] = action.edit.changes.items()
    assert changed == uri
    return edits


async def at_finding(editor, name):
    """The first finding, and what is offered there."""
    first = (await editor.diagnostics(name))[0]
    return first, await editor.actions(name, first.range)


@awaited
async def test_a_suggestion_applied_is_accepted_by_lint(edit, run, tmp_path):
    templates = {"a.md": "# T\n\n{}\n", "b.html": "<p>{}</p>\n", "c.rst": "T\n=\n\n{}\n"}
    async with edit() as editor:
        for name, template in templates.items():
            text = template.format(WRONG)
            editor.open(name, text)
            finding, [suggestion, _] = await at_finding(editor, name)
            assert suggestion.title == "Write “233 people”"
            assert suggestion.kind == CodeActionKind.QuickFix
            assert suggestion.is_preferred is None
            assert list(suggestion.diagnostics) == [finding]
            changed = applied(text, edits_of(suggestion, editor.uri(name)))
            assert changed == template.format(RIGHT)
            editor.change(name, 2, changed)
            assert list(await editor.diagnostics(name, version=2)) == []
            (tmp_path / name).write_text(changed)
    assert run("lint", *templates).returncode == 0


@awaited
async def test_a_percentage_is_written_as_latex_writes_it(edit):
    text = "In COMP001, 40\\% of the 25 mg group were in remission at week 3.\n"
    async with edit() as editor:
        editor.open("draft.tex", text, "latex")
        _, offered = await at_finding(editor, "draft.tex")
        changed = applied(text, edits_of(offered[0], editor.uri("draft.tex")))
        assert changed == text.replace("40\\%", "29\\%")


@awaited
async def test_markup_within_the_words_is_left_to_the_writer(edit):
    async with edit() as editor:
        editor.open("draft.md", WRONG.replace("323", "**323**"))
        _, offered = await at_finding(editor, "draft.md")
        assert [action.title[:7] for action in offered] == ["Silence"]


@awaited
async def test_clean_text_offers_nothing(edit):
    async with edit() as editor:
        editor.open("draft.md", f"{RIGHT}\n\n{WRONG}\n")
        assert list(await editor.actions("draft.md", span(0, 0, 0, 10))) == []
        assert list(await editor.actions("other.md", span(0, 0, 0, 10))) == []


@awaited
async def test_all_safe_fixes_are_made_at_once_and_no_other(edit):
    text = f"{FRONT}{WRONG} [@goodwin2022]\n"
    async with edit() as editor:
        editor.open("draft.md", text)
        await editor.diagnostics("draft.md")
        for kind in ("source.fixAll.claimcheck", CodeActionKind.SourceFixAll):
            [every] = await editor.actions("draft.md", span(0, 0, 0, 0), kind)
            assert every.kind == "source.fixAll.claimcheck"
            changed = applied(text, edits_of(every, editor.uri("draft.md")))
            assert changed == text.replace("https://doi.org/", "")
        assert list(await editor.actions("draft.md", span(0, 0, 0, 0), "refactor")) == []
        [one] = await editor.actions("draft.md", span(8, 10, 8, 10), CodeActionKind.QuickFix)
        assert one.title == "goodwin2022: write “10.1056/NEJMoa2206443”"
        assert one.is_preferred
        editor.change("draft.md", 2, changed)
        await editor.diagnostics("draft.md", version=2)
        nothing = await editor.actions("draft.md", span(0, 0, 0, 0), CodeActionKind.SourceFixAll)
        assert list(nothing) == []


SILENCED = (
    ("draft.md", f"# Title\n\nA word.\n\n{WRONG}\n\nAnother.\n"),
    ("draft.md", f"# Title\r\n\r\n**Note** {WRONG}\r\n"),
    ("draft.md", f"# Title\n\n- one\n- {WRONG}\n- three\n"),
    ("draft.md", f"# Title\n\n> {WRONG}\n> And more.\n"),
    ("draft.md", f"| a | b |\n|---|---|\n| x | {WRONG} |\n"),
    ("draft.md", f"Text.[^1]\n\n[^1]: {WRONG}\n"),
    ("draft.mdx", f"# Title\n\n{WRONG}\n"),
    ("draft.mdx", f"# Title\n\n- one\n- {WRONG}\n"),
    ("draft.html", f"<h1>T</h1>\n<p>A word.</p>\n<p>{WRONG}</p>\n"),
    ("draft.html", f"<ul><li>one</li><li><b>{WRONG}</b></li></ul>\n"),
    ("draft.html", f"<table><tr><th>a</th></tr><tr><td>{WRONG}</td></tr></table>\n"),
    ("draft.tex", f"\\section{{T}}\n\nA word.\n\n{WRONG}\nMore.\n"),
    ("draft.tex", f"\\begin{{itemize}}\n\\item one\n\\item {WRONG}\n\\end{{itemize}}\n"),
    ("draft.rst", f"Title\n=====\n\nA word.\n\n{WRONG}\n"),
    ("draft.rst", f"Title\n=====\n\nA word.\n\n- one\n- {WRONG}\n"),
    ("draft.txt", f"A word.\n\n{WRONG}\n\nAnother.\n"),
    ("draft.txt", f"A word.\n\n- one\n- {WRONG}\n- three\n"),
    ("draft.ipynb", NOTEBOOK),
)
"""Kinds of texts and of blocks; each of them knows its own comments."""


@awaited
async def test_a_comment_with_a_reason_silences(edit):
    async with edit() as editor:
        for number, (kind, text) in enumerate(SILENCED):
            name = f"{number}-{kind}"
            editor.open(name, text, "plaintext")
            finding, offered = await at_finding(editor, name)
            assert finding.code == "DFT001", name
            silence = offered[-1]
            assert silence.title.startswith("Silence “contradicted” here")
            changed = applied(text, edits_of(silence, editor.uri(name)))
            editor.change(name, 2, changed)
            waiting = await editor.diagnostics(name, version=2)
            assert {d.code for d in waiting} == {"DFT001", "DFT008"}, changed
            empty, filled = ("''", "'a joke'") if "'" in changed else ('""', '"a joke"')
            editor.change(name, 3, changed.replace(f"reason={empty}", f"reason={filled}"))
            assert list(await editor.diagnostics(name, version=3)) == [], changed


@awaited
async def test_a_client_that_can_gets_edits_for_one_version(edit):
    async with edit(versioned=True) as editor:
        editor.open("draft.md", WRONG, version=4)
        [finding] = await editor.diagnostics("draft.md", version=4)
        assert finding.severity == DiagnosticSeverity.Error
        [suggestion, _] = await editor.actions("draft.md", finding.range)
        [change] = suggestion.edit.document_changes
        assert change.text_document.version == 4
        assert [e.new_text for e in change.edits] == ["233 people"]


@awaited
async def test_actions_are_those_of_the_text_as_it_was_last_typed(edit):
    async with edit() as editor:
        editor.open("draft.md", RIGHT)
        await editor.diagnostics("draft.md")
        editor.change("draft.md", 2, f"🍄 {WRONG}")
        [suggestion, _] = await editor.actions("draft.md", span(0, 25, 0, 25))
        [made] = edits_of(suggestion, editor.uri("draft.md"))
        assert made.range == span(0, 22, 0, 32)
