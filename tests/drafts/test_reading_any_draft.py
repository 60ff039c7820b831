"""Files of every kind and of none: one clear error, in bounded time and memory."""

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft, suffixes
from claimcheck.drafts.encoding import MAX_DRAFT, decode_draft
from claimcheck.drafts.sentences import split
from claimcheck.errors import ClaimcheckError, InputError, UsageError
from drafts.positions import place, texts

TEXTUAL = [suffix for suffix in suffixes() if suffix not in {".docx", ".ipynb"}]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("é 12".encode("utf-8-sig"), "é 12"),
        ("é 12".encode("utf-16"), "é 12"),
        (b"\xfe\xff" + "é 12".encode("utf-16-be"), "é 12"),
        ("é 12".encode("utf-32"), "é 12"),
        (b"\xff\xfe" + "a\ud83d 12".encode("utf-16-le", "surrogatepass"), "a\ufffd 12"),
        ("<meta charset='latin1'>é – 12".encode("cp1252"), "<meta charset='latin1'>é – 12"),
        ("\\usepackage[latin1]{inputenc}é".encode("latin-1"), "\\usepackage[latin1]{inputenc}é"),
        ("% Encoding: ISO8859_1\né".encode("latin-1"), "% Encoding: ISO8859_1\né"),
        ("% -*- coding: windows-1252 -*-\né".encode("cp1252"), "% -*- coding: windows-1252 -*-\né"),
        ("% Encoding: latin1\né".encode(), "% Encoding: latin1\né"),
        (b"", ""),
    ],
)  # fmt: skip
def test_encodings(data, expected):
    assert decode_draft(data, "draft.md") == expected


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo \xff three", "draft.md:2:5: is not UTF-8 (byte 0xff)"),
        (b"text \x00 more", "draft.md:1:1: is binary, not text"),
        (b"x" * 10_000 + b"\x00", "draft.md:1:1: is binary, not text"),
        (b"\xff\xfe\x00", "draft.md:1:1: is not UTF-16 (truncated data)"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "draft.md:1:1: is binary, not text"),
        (b"a\xed\xa0\xbdb", "draft.md:1:2: is not UTF-8 (byte 0xed)"),
        (b" " * (MAX_DRAFT + 1), "draft.md:1:1: is too large (33,554,433 bytes; the limit is"),
    ],
)
def test_what_is_no_text(data, message):
    with pytest.raises(InputError) as caught:
        read_draft("draft.md", data)
    assert str(caught.value).startswith(message)


def test_a_huge_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.md"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(InputError, match="is too large"):
        read_draft(str(path))
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing.md", "no such file"), ("folder.md", "is a directory, not a file")],
)
def test_what_is_no_file(tmp_path, name, message):
    (tmp_path / "folder.md").mkdir()
    with pytest.raises(InputError, match=message):
        read_draft(str(tmp_path / name))


def test_kinds_without_a_reader():
    with pytest.raises(UsageError, match=r"draft.pdf: no reader for .pdf files \(.md, "):
        read_draft("draft.pdf", b"%PDF")


@pytest.mark.parametrize("name", ["README", "draft.MD", "-"])
def test_markdown_is_the_default(name):
    assert texts(read_draft(name, b"# Head\n\n*Text*.\n")) == ["Head", "Text."]


def test_standard_input_has_the_kind_of_its_name():
    document = read_draft("stdin", b"<p>Text &amp; more</p>", name="page.html")
    assert texts(document) == ["Text & more"]


@pytest.mark.parametrize("suffix", TEXTUAL)
@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_empty_drafts_hold_nothing_and_say_so(suffix, data):
    document = read_draft(f"draft{suffix}", data)
    assert document.blocks == ()
    assert document.notes == ("It holds no text.",)
    assert split(document) == ()


@pytest.mark.parametrize(
    ("suffix", "megabytes"), [(".md", 5), (".txt", 1), (".html", 1), (".tex", 1)]
)
def test_one_very_long_line(suffix, megabytes):
    sentence = b"The trial randomised 233 people, p < .05. "
    count = megabytes * 1_000_000 // len(sentence)
    begun = time.process_time()
    document = read_draft(f"draft{suffix}", sentence * count)
    assert len(split(document)) == count
    assert time.process_time() - begun < 5 * megabytes
    assert place(document, "233") == (1, 22, 1, 25)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", ">" * 10_000 + " a\n"),
        ("a.md", "- " * 10_000 + "a\n"),
        ("a.md", "[" * 10_000 + "a" + "](x)" * 10_000),
        ("a.md", "*a **b " * 10_000),
        ("a.md", "<div>\n" * 10_000 + "a"),
        ("a.md", "".join(f"{' ' * depth}- a\n" for depth in range(0, 2000, 2))),
        ("a.md", "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b" * 20_000 + "|\n"),
        ("a.html", "<div>" * 10_000 + "a"),
        ("a.html", "<ul><li>" * 10_000 + "a"),
        ("a.html", "<table><tr><td>" * 10_000 + "a"),
        ("a.html", "<blockquote>" * 10_000 + "a"),
        ("a.html", "<table><tr>" + "<td colspan=1000>a" * 3_000),
        ("a.tex", "\\begin{itemize}\\item a " * 10_000),
        ("a.tex", "\\footnote{a" * 10_000),
        ("a.txt", "".join(f"{' ' * depth}- a\n" for depth in range(2000))),
    ],
)
def test_deep_nesting_is_read_in_bounded_time(name, text):
    begun = time.process_time()
    document = read_draft(name, text.encode())
    assert document.blocks
    assert len(split(document)) >= 1
    assert time.process_time() - begun < 10


@given(st.binary(max_size=300), st.sampled_from(sorted(suffixes())))
def test_any_bytes_are_read_or_refused(data, suffix):
    try:
        found = [block.text for block in read_draft(f"draft{suffix}", data).blocks]
    except ClaimcheckError as error:
        found = [str(error)]
    assert all(found)


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.tex", "a.rst"])
def test_invisible_characters_inside_words_are_no_part_of_the_text(name):
    source = "One ran\u00addom\u00adised 3\u200b3 people.\n"
    document = read_draft(name, source.encode())
    [block] = document.blocks
    assert block.text.strip() == "One randomised 33 people."
    place = document.place(block, 15, 24)
    assert source[place.column - 1 : place.end_column - 1] == "3\u200b3 people"


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.tex", "a.rst"])
def test_lines_may_end_in_carriage_returns_alone(name):
    document = read_draft(name, b"One.\r\rTwo.\r")
    assert [block.text.strip() for block in document.blocks] == ["One.", "Two."]
    assert document.place(document.blocks[1], 0, 3).line == 3
