"""Word documents: paragraphs as lines, and nothing that is no document is read."""

import struct
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts import read_draft
from claimcheck.drafts.builder import CODE
from claimcheck.drafts.docx import read_docx
from claimcheck.drafts.docx_package import MAX_XML
from claimcheck.errors import InputError
from drafts.worddocs import NAMES, cell, item, package, paragraph, row, run, table, word


def read(body, **parts):
    document = read_docx("draft.docx", word(body, **parts))
    for block in document.blocks:
        for offset, character in enumerate(block.text):
            there = document.source[block.source_offset(offset)]
            assert there == character or (there, character) == ("\u2028", "\n")
    return document


def test_headings_by_style_name_outline_and_inheritance():
    document = read(
        paragraph("The title", "Title")
        + paragraph("One", "H1")
        + paragraph("Two", "berschrift2")
        + paragraph("Own", "Own")
        + paragraph("Third", "Outlined")
        + paragraph("Fourth", properties='<w:outlineLvl w:val="3"/>')
        + paragraph("Body", "Round")
    )
    assert [(b.kind, b.level) for b in document.blocks] == [
        *(("heading", 1), ("heading", 2), ("heading", 3), ("heading", 2), ("heading", 4)),
        *(("heading", 5), ("paragraph", 0)),
    ]
    over = [document.blocks[i].text for i in document.blocks[-1].headings]
    assert over == ["The title", "Own", "Third", "Fourth"]
    assert document.title == "The title"


def test_paragraphs_are_lines_and_have_names():
    document = read(paragraph("One") + paragraph(" ") + paragraph(run("Two ") + run("more.")))
    assert document.source == "One\nTwo more.\n"
    assert not document.has_lines
    place = document.place(document.blocks[1], 4, 8)
    assert (place.line, place.column, place.end_column, place.label) == (2, 5, 9, "paragraph 2")


def test_lists():
    document = read(
        paragraph("Lead:")
        + item("a")
        + item("b", level=1)
        + item("c")
        + paragraph("d", "Bullets")
        + paragraph("End", "Bullets", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert [(b.kind, b.level, b.parent) for b in document.blocks] == [
        ("paragraph", 0, None),
        *(("item", 1, 0), ("item", 2, 1), ("item", 1, 0), ("item", 1, 0)),
        ("paragraph", 0, None),
    ]


def test_tables():
    document = read(
        paragraph("Sizes")
        + table(
            row(cell("Trial"), cell("n"), properties="<w:tblHeader/>"),
            row(cell("A", '<w:vMerge w:val="restart"/>'), cell("233")),
            row(cell(" ", "<w:vMerge/>"), cell("79")),
            row(cell("All", '<w:gridSpan w:val="2"/>'), cell("extra")),
        )
        + table(row(cell("Dose"), cell("Rate")), row(cell("25 mg"), cell("37 %")))
    )
    text = [block.text for block in document.blocks]
    known = {
        block.text: ([text[i] for i in block.row], [text[i] for i in block.header])
        for block in document.blocks
        if block.kind == "cell"
    }
    assert known["79"] == (["A"], ["n"])
    assert known["extra"] == (["All"], [])
    assert known["37 %"] == (["25 mg"], ["Rate"])
    assert document.blocks[1].parent == 0


def test_runs_links_superscripts_and_signs():
    document = read(
        paragraph(
            run("It held.")
            + run("1", '<w:vertAlign w:val="superscript"/>')
            + run(",2", '<w:vertAlign w:val="superscript"/>')
            + '<w:hyperlink r:id="L1">' + run("See") + "</w:hyperlink>"
            + run("secret", "<w:vanish/>")
            + '<w:r><w:br/><w:t>p</w:t><w:tab/><w:sym w:font="Symbol" w:char="F0A3"/>'
            + "<w:noBreakHyphen/><w:drawing/></w:r>"
            + "<m:oMath><m:r><m:t>.05</m:t></m:r></m:oMath>",
            properties='<w:tabs><w:tab w:pos="1"/></w:tabs><w:rPr><w:vanish/></w:rPr>',
        ),
        links='<Relationship Id="L1" Type="x" Target="https://x.org"/>',
    )  # fmt: skip
    (block,) = document.blocks
    assert block.text == f"It held.1,2See\np\t≤\u2011{CODE}.05"
    assert [(m.kind, block.text[m.start : m.end], m.target) for m in block.marks] == [
        ("superscript", "1,2", ""),
        ("link", "See", "https://x.org"),
    ]


def test_fields():
    def field(instruction, shown):
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    document = read(
        paragraph(
            field(' HYPERLINK "https://y.org" ', "there")
            + field("ADDIN ZOTERO_ITEM {&quot;n&quot;: 12}", " (Goodwin, 2022)")
        )
    )
    (block,) = document.blocks
    assert block.text == "there (Goodwin, 2022)"
    assert [(m.kind, m.start, m.end, m.target) for m in block.marks] == [
        ("link", 0, 5, "https://y.org")
    ]


def test_what_is_tracked_as_deleted_or_doubled_is_left_out():
    document = read(
        paragraph(
            run("Kept ")
            + "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
            + "<w:ins>" + run("new") + "</w:ins>"
            + "<w:moveFrom>" + run("moved") + "</w:moveFrom>"
            + "<mc:AlternateContent><mc:Choice><w:r><w:pict>"
            + "<w:txbxContent>" + paragraph("In a box") + "</w:txbxContent></w:pict></w:r>"
            + "</mc:Choice><mc:Fallback>" + run("again") + "</mc:Fallback></mc:AlternateContent>"
            + run("."),
            properties='<w:pPrChange><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>',
        )
        + paragraph("Contents 3", "TOC1")
        + paragraph("n = 24", "Code")
    )  # fmt: skip
    assert [(b.kind, b.text) for b in document.blocks] == [
        ("paragraph", "In a box"),
        ("paragraph", f"Kept new{CODE}."),
    ]


def test_quotes_and_captions():
    document = read(paragraph("Said.", "Quote") + paragraph("Fig. 1", "Caption") + paragraph("x"))
    assert [(b.kind, b.quoted) for b in document.blocks] == [
        ("paragraph", True),
        ("caption", False),
        ("paragraph", False),
    ]


def test_footnotes():
    document = read(
        paragraph(run("One") + '<w:r><w:footnoteReference w:id="5"/></w:r>' + run(".")),
        notes='<w:footnote w:id="-1" w:type="separator">' + paragraph("no") + "</w:footnote>"
        '<w:footnote w:id="5">' + paragraph(" Goodwin 2022.") + "</w:footnote>",
    )
    body, note = document.blocks
    assert [(m.kind, m.start, m.end, m.target) for m in body.marks] == [("footnote", 3, 3, "1")]
    assert (note.kind, note.label, note.text) == ("footnote", "1", " Goodwin 2022.")
    assert note.where == "footnote 1"


def test_comments_may_hold_suppressions():
    document = read(
        paragraph("One.") + paragraph(run("Two.") + '<w:r><w:commentReference w:id="0"/></w:r>'),
        comments='<w:comment w:id="0">'
        + paragraph(run("claimcheck: ignore[outdated] ") + run("reason=“quoting”"))
        + "</w:comment>",
    )
    (found,) = document.suppressions
    assert (found.rules, found.reason, found.block, found.fault) == (
        *(("outdated",), "quoting", 1, None),
    )
    assert found.place.label == "paragraph 2"


def test_a_dateline_under_the_title():
    document = read(paragraph("Title", "Title") + paragraph("By A. Writer, 4 May 2024"))
    assert str(document.date) == "2024-05-04"


GOOD = word(paragraph("Text."))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is no Word document (no zip archive)"),
        (b"PK\x03\x04 nothing", "is no Word document (no zip archive)"),
        (b"Just text", "is no Word document (no zip archive)"),
        (GOOD[:-40], "is no Word document (no zip archive)"),
        (package({"a.txt": "x"}), "is no Word document (it holds no text)"),
        (package({"word/document.xml": "<w:p"}), "is damaged (word/document.xml: "),
        (package({"word/document.xml": ""}), "is damaged (word/document.xml: no element found)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is in Word's old format (.doc)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "is protected by a password",
        ),
        (
            package({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "declares entities",
        ),
        (package({"word/document.xml": "<x>" * 10_000}), "is nested too deeply"),
    ],
)
def test_what_is_no_word_document(content, message):
    with pytest.raises(InputError) as caught:
        read_draft("draft.docx", content)
    assert str(caught.value).startswith(f"draft.docx:1:1: {message}")


def test_a_damaged_part_is_said():
    flipped = bytearray(package({"word/document.xml": f"<w:document {NAMES}/>" * 40}))
    flipped[60] ^= 0xFF
    with pytest.raises(InputError, match="is damaged"):
        read_docx("draft.docx", bytes(flipped))


def test_a_protected_part_is_said():
    content = bytearray(package({"word/document.xml": "<x/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature) + offset
        flags = struct.unpack_from("<H", content, at)[0]
        struct.pack_into("<H", content, at, flags | 1)
    with pytest.raises(InputError, match="password"):
        read_docx("draft.docx", bytes(content))


@pytest.mark.parametrize("part", ["document.xml", "styles.xml", "comments.xml"])
def test_a_bomb_is_refused_before_it_grows(part):
    bomb = "<x>" + " " * (MAX_XML + 1) + "</x>"
    content = package({"word/document.xml": "<x/>", f"word/{part}": bomb})
    assert len(content) < 200_000
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(InputError, match="unpacks to more than 32 MiB"):
        read_docx("draft.docx", content)
    assert time.process_time() - begun < 10
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


ELEMENTS = ["p", "r", "t", "tbl", "tr", "tc", "pPr", "hyperlink", "footnote", "fldChar", "/"]


@given(st.lists(st.sampled_from(ELEMENTS), max_size=40))
def test_any_nesting_of_elements_is_read(steps):
    body, opened = [], []
    for step in steps:
        if step == "/" and opened:
            body.append(f"</w:{opened.pop()}>")
        elif step != "/":
            opened.append(step)
            body.append(f"<w:{step}>word ")
    body += [f"</w:{name}>" for name in reversed(opened)]
    read("".join(body))
