"""Positions in the units of a client, and edits that keep a text as the client has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import (
    Position,
    PositionEncodingKind,
    Range,
    TextDocumentContentChangePartial,
)

from claimcheck.model.drafts import Document
from claimcheck.server.positions import Lines
from claimcheck.server.texts import Text, path_of

ENCODINGS = list(PositionEncodingKind)
TEXTS = st.text(st.sampled_from("ab é\u0301🍄𝔘\r\n\u2028\x0c\x85\ud800"), max_size=30)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_offsets_and_positions_lead_to_each_other(source, encoding, data):
    lines = Lines(source, encoding)
    offset = data.draw(st.integers(0, len(source)))
    between = source[offset - 1 : offset + 1] == "\r\n"  # no position: the line has ended
    assert lines.offset(lines.position(offset)) == (offset - 1 if between else offset)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_places_of_a_document_are_the_same_stretch_of_the_text(source, encoding, data):
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    where = Document(path="draft.md", source=source).stretch(start, end)
    words = source[start:end]
    if words.strip("\r\n") == words != "":
        assert Lines(source, encoding).stretch(where) == (start, end)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_an_edit_makes_the_text_that_the_client_made(source, encoding, data):
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    if "\r\n" in (source[start - 1 : start + 1], source[end - 1 : end + 1]):
        return
    new = data.draw(TEXTS)
    lines = Lines(source, encoding)
    change = TextDocumentContentChangePartial(lines.range(start, end), new)
    text = Text("file:///draft.md", "/draft.md", 1, source, encoding)
    assert text.changed([change], 2).source == source[:start] + new + source[end:]


@pytest.mark.parametrize(
    ("encoding", "character"),
    [
        (PositionEncodingKind.Utf8, 11),
        (PositionEncodingKind.Utf16, 6),
        (PositionEncodingKind.Utf32, 5),
    ],
)
def test_units(encoding, character):
    lines = Lines("\nx🍄e\u0301…|", encoding)
    assert lines.position(6) == Position(1, character)
    assert lines.offset(Position(1, character)) == 6
    assert lines.range(1, 6) == Range(Position(1, 0), Position(1, character))


def test_positions_outside_of_a_text_are_its_ends():
    lines = Lines("one\r\n🍄")
    assert lines.offset(Position(0, 99)) == 3
    assert lines.offset(Position(1, 1)) == lines.offset(Position(1, 99)) == 6
    assert lines.offset(Position(9, 0)) == 6
    assert Lines("").offset(Position(3, 3)) == 0


@pytest.mark.parametrize(
    ("uri", "language", "path"),
    [
        ("file:///a/d%20b/draft.md", "anything", "/a/d b/draft.md"),
        ("file:///a/draft.TEX", "latex", "/a/draft.TEX"),
        ("file:///a/draft.docx", "plaintext", None),
        ("file:///a/notes", "plaintext", "/a/notes.txt"),
        ("file:///a/Makefile", "makefile", None),
        ("untitled:Untitled-1", "restructuredtext", "Untitled-1.rst"),
        ("untitled:Untitled-1", "python", None),
        ("vscode-notebook-cell:/a/b.ipynb#W0", "markdown", "a/b.ipynb.md"),
        ("vscode-notebook-cell:/a/b.ipynb#W1", "python", None),
    ],
)
def test_the_kind_of_a_text(uri, language, path):
    assert path_of(uri, language) == path
