"""Hovering: the verdict, both sides, and the source to cite."""

from server.editor import awaited, span

RIGHT = "COMP001 randomised 233 people with treatment-resistant depression."
WRONG = "COMP001 randomised 323 people with treatment-resistant depression."
GOODWIN = "[10.1056/NEJMoa2206443](https://doi.org/10.1056/NEJMoa2206443)"
LIST = (
    "Remission was frequent (Goodwin, 2022).\n\n## References\n\n"
    "Goodwin, G. M., Aaronson, S. T., Alvarez, O., et al. (2022). Single-Dose Psilocybin for a "
    "Treatment-Resistant Episode of Major Depression. New England Journal of Medicine, 387(18), "
    "1637-1648. https://doi.org/10.1056/NEJMoa2206443\n"
)


@awaited
async def test_on_a_finding_both_sides_and_the_source_are_shown(edit):
    async with edit() as editor:
        editor.open("draft.md", f"🍄 {WRONG}\n\nMushrooms grow.\n")
        shown = await editor.hover("draft.md", 0, 24)
        assert shown.range == span(0, 22, 0, 32)
        text = shown.contents.value
        assert text.startswith("**contradicted** (error, DFT001)")
        assert "draft: 323 people randomised; COMP001" in text
        assert "233 randomised" in text
        assert "Suggestion: 233 people" in text
        assert "Source: [Goodwin 2022](https://doi.org/10.1056/NEJMoa2206443): Single-Dose" in text
        assert f"DOI: {GOODWIN}" in text
        assert "Rests on: trial comp001" in text
        assert await editor.hover("draft.md", 2, 4) is None


@awaited
async def test_on_a_supported_sentence_what_backs_it_is_shown_and_nothing_is_found(edit):
    async with edit() as editor:
        editor.open("draft.md", f"Some words.\n\n{RIGHT}\n")
        assert list(await editor.diagnostics("draft.md")) == []
        shown = await editor.hover("draft.md", 2, 60)
        assert shown.range == span(2, 0, 2, len(RIGHT))
        assert shown.contents.value.startswith("**supported**")
        assert "“233 people randomised”: 233 randomised" in shown.contents.value
        assert GOODWIN in shown.contents.value


@awaited
async def test_on_an_entry_of_the_list_it_is_shown_how_it_stands(edit):
    async with edit() as editor:
        editor.open("draft.md", LIST)
        assert list(await editor.diagnostics("draft.md")) == []
        shown = await editor.hover("draft.md", 4, 60)
        assert shown.contents.value.startswith("**verified** (by lock, ")


@awaited
async def test_on_what_is_not_open_nothing_is_shown(edit):
    async with edit() as editor:
        assert await editor.hover("draft.md", 0, 0) is None
        editor.open("draft.py", WRONG, "python")
        assert await editor.hover("draft.py", 0, 24) is None
