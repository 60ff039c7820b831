"""LaTeX: running text with places, and the commands that a reader must obey."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.drafts.builder import CODE
from claimcheck.drafts.latex import read_latex
from claimcheck.drafts.latex_words import LIGATURES, SIGNS
from claimcheck.drafts.sentences import split
from drafts.positions import place, texts


def read(source):
    document = read_latex("draft.tex", source)
    for block in document.blocks:
        for offset, character in enumerate(block.text):
            assert _stands(character, document.source, block.source_offset(offset))
    return document


def _stands(character, source, at):
    """A character itself, white space for white space, or the command or sign that means it."""
    there = source[at : at + 1]
    written = LIGATURES.values() or SIGNS.values()
    return (
        there == character
        or character == CODE
        or "\\" in source[max(0, at - 2) : at + 1]
        or there == "~"
        or (character in " \n–" and there in "\r\n\t }]")
        or (character in written and there in "-`'")
        or (character in SIGNS.values() and there in SIGNS)
    )


def shape(document):
    return [(block.kind, block.text) for block in document.blocks]


def test_a_paper():
    document = read(
        "\\documentclass[12pt]{article}\n\\usepackage{x}\n"
        '% claimcheck: ignore-file[uncited-reference] reason="all"\n'
        "\\title{Psilocybin \\& us}\\author{A. Writer}\\date{4 May 2024}\n"
        "\\addbibresource{refs.bib}\n\\begin{document}\n\\maketitle\n"
        "\\section*{One} \\label{sec:one}\nSome \\textbf{bold}\n  text, 12\\,\\% of 24.\n\n"
        "\\subsection{Two}\nMore~text.\n\\end{document}\nAfter 99."
    )
    assert document.title == "Psilocybin & us"
    assert str(document.date) == "2024-05-04"
    assert document.bibliography == ("refs.bib",)
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        ("heading", 1, "Psilocybin & us"),
        ("heading", 3, "One"),
        ("paragraph", 0, "Some bold\ntext, 12\u2009% of 24."),
        ("heading", 4, "Two"),
        ("paragraph", 0, "More\u00a0text.\n"),
    ]
    assert [document.blocks[i].text for i in document.blocks[-1].headings] == [
        *("Psilocybin & us", "One", "Two"),
    ]
    assert place(document, "bold\ntext") == (9, 14, 10, 7)
    assert place(document, "% of 24") == (10, 14, 10, 21)
    (ours,) = document.suppressions
    assert (ours.whole_file, ours.rules, ours.fault) == (True, ("uncited-reference",), None)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a% comment\n  b", "ab"),
        ("a\n% comment\nb", "a\nb"),
        ("M\\\"uller, Carhart\\-Harris, Garc\\'{\\i}a, \\c{c}a, \\v Stastn\\'y, \\o re", None),
        ("1--2 and 3---4 ``quoted'' `so'", "1–2 and 3—4 “quoted” ‘so'"),
        ("$p < .05$, $n = 24$, $\\alpha \\leq -6.6$ \\(x\\)", "p < .05, n = 24, α≤-6.6 x"),
        ("\\SI{25}{\\mg} and \\qty{1.5}{mg} and \\SIrange{1}{2}{\\percent}", None),
        ("see \\ref{x} and \\texttt{n = 1} \\verb|n = 2| end", f"see {CODE} and {CODE} {CODE} end"),
        ("\\emph{so \\textit{it}} is \\textcolor{red}{now} \\unknown[x]{here} \\foo bar", None),
        ("costs \\$5 \\{a\\} a\\_b \\#1 50\\% R\\&D", "costs $5 {a} a_b #1 50% R&D"),
        ("a \\\\ b \\\\[2pt] c", "a \nb \nc"),
        ("\\newcommand{\\x}[1]{n = #1}text \\footnotemark[3] on", "text on"),
        ("a \\iffalse no 12 \\fi b", "a b"),
        ("an unclosed {\\bf group and $math", "an unclosed group and math"),
        ("too many } braces }", "too many braces "),
        ("\\section without braces", "without braces"),
        ("\\cite{unclosed and on", "unclosed and on"),
    ],
)
def test_what_it_means(source, expected):
    known = {
        "M": "Müller, CarhartHarris, García, ça, Šťastn".replace("Šť", "Št") + "ý, øre",
        "\\SI": "25 mg and 1.5 mg and 1–2 %",
        "\\em": "so it is now here bar",
    }
    if expected is None:
        expected = next(value for key, value in known.items() if source.startswith(key))
    assert texts(read(source)) == [expected]


def test_lists_and_quotations():
    document = read(
        "Lead:\n\\begin{itemize}[nosep]\n\\item one\n\n more\n\\item two\n\\begin{enumerate}\n"
        "\\item inner\n\\end{enumerate}\n\\end{itemize}\n"
        "\\begin{description}\\item[MDMA] a drug.\\end{description}\n"
        "\\begin{quote}Said.\\end{quote} Own."
    )
    assert [(b.kind, b.text.strip(), b.level, b.parent, b.quoted) for b in document.blocks] == [
        ("paragraph", "Lead:", 0, None, False),
        ("item", "one", 1, 0, False),
        ("paragraph", "more", 0, 1, False),
        ("item", "two", 1, 0, False),
        ("item", "inner", 2, 3, False),
        ("item", "MDMA a drug.", 1, 0, False),
        ("paragraph", "Said.", 0, None, True),
        ("paragraph", "Own.", 0, None, False),
    ]


def test_tables():
    document = read(
        "\\begin{table}[ht]\\centering\\caption{Sizes}\\begin{tabularx}{\\textwidth}{l|c@{}r}\n"
        "\\toprule Trial & People & Rate \\\\ \\midrule\n"
        "\\multirow{2}{*}{COMP001} & 233 & 37\\,\\% \\\\[2pt]\n"
        " & 79 & \\multicolumn{2}{c}{29} \\\\\n"
        "\\bottomrule\\end{tabularx}\\end{table}\nAfter & so."
    )
    text = [block.text.strip() for block in document.blocks]
    known = {
        block.text.strip(): ([text[i] for i in block.row], [text[i] for i in block.header])
        for block in document.blocks
        if block.kind == "cell"
    }
    assert known["37\u2009%"] == (["COMP001", "233"], ["Rate"])
    assert known["29"] == (["COMP001", "79"], ["Rate"])
    assert document.blocks[0].kind == "caption"
    assert {b.parent for b in document.blocks if b.kind == "cell"} == {0}
    assert text[-1] == "After & so."


def test_citations():
    document = read(
        "It held \\citep[see][p. 3]{goodwin2022, carhart21}. "
        "\\citet{davis2021} randomised 27 people. "
        "It lasted.\\cite{x1} It was \\parencite{y2}.\n"
    )
    (block,) = document.blocks
    marks = [(m.target, block.text[m.start : m.end]) for m in block.marks]
    assert marks == [
        *(
            ("goodwin2022", CODE),
            ("carhart21", CODE),
            ("davis2021", CODE),
            ("x1", ""),
            ("y2", CODE),
        ),
    ]
    assert [sentence.text for sentence in split(document)] == [
        *(f"It held {CODE}.", f"{CODE} randomised 27 people.", "It lasted.", f"It was {CODE}."),
    ]


def test_footnotes_links_and_superscripts():
    document = read(
        "One\\footnote{A note\\footnote{no} with 12\\,\\%.} two.\\textsuperscript{3}\n"
        "See \\href{https://x.org/a\\_b}{the \\emph{page}} or \\url{https://y.org/a_b%20c}.\n\nNext."
    )
    body, note, after = document.blocks
    assert (note.kind, note.label, note.text) == ("footnote", "1", "A note with 12\u2009%.")
    assert [(m.kind, body.text[m.start : m.end], m.target) for m in body.marks] == [
        ("footnote", "", "1"),
        ("superscript", "3", ""),
        ("link", "the page", "https://x.org/a_b"),
        ("link", "https://y.org/a_b%20c", "https://y.org/a_b%20c"),
    ]
    assert after.text == "Next."


def test_bibliographies():
    document = read(
        "Text.\n\\begin{thebibliography}{99}\n\\bibitem{g22} Goodwin, G. (2022).\n"
        "\\bibitem[D21]{d21} Davis, A.\n\\end{thebibliography}\nEnd."
    )
    assert [(b.kind, b.label, b.text.strip()) for b in document.blocks] == [
        ("paragraph", "", "Text."),
        ("item", "g22", "Goodwin, G. (2022)."),
        ("item", "d21", "Davis, A."),
        ("paragraph", "", "End."),
    ]


def test_displays_and_verbatim_are_no_text():
    document = read(
        "A \\[ n = 1 \\] b $$ n = 2 $$ c\n\\begin{equation}\\label{e} n = 3 \\end{equation}\n"
        "\\begin{verbatim}\nn = 4 {\n\\end{verbatim}\n\\begin{comment}n = 5\\end{comment}\nEnd."
    )
    assert [block.text.replace(CODE, "").split() for block in document.blocks] == [
        ["A", "b", "c"],
        ["End."],
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_comments_of_ours(end):
    source = (
        'One.\n\n% claimcheck: ignore[contradicted] reason="old" until=2027-01-01\nTwo 12.\n\n'
        'Three. % claimcheck: ignore reason="quoted"\n\nFour.\n'
    ).replace("\n", end)
    document = read(source)
    assert [
        (s.rules, s.reason, s.block, s.place.line, s.place.column) for s in document.suppressions
    ] == [
        (("contradicted",), "old", 1, 3, 3),
        ((), "quoted", 2, 6, 10),
    ]
    assert [s.fault for s in document.suppressions] == [None, None]
    assert place(document, "12") == (4, 5, 4, 7)


PIECES = st.sampled_from(
    [
        *("word ", "12 ", "\\%", "\\&", "&", "~", "$", "$$", "{", "}", "[", "]", "%", "\n", "\n\n"),
        *("\\", "\\\\", "\\[", "\\]", "\\(", "\\)", "--", "---", "``", "''", "`", "'", "-", "\\-"),
        *("\\section{", "\\textbf{", "\\cite{a,b}", "\\footnote{", "\\item ", "\\begin{itemize}"),
        *(
            "\\end{itemize}",
            "\\begin{tabular}{ll}",
            "\\end{tabular}",
            "\\begin{verbatim}",
            "\\par ",
        ),
        *(
            "\\end{verbatim}",
            "\\begin{quote}",
            "\\end{quote}",
            "\\caption{",
            "\\'e",
            "\\c c",
            "\\o ",
        ),
        *(
            "\\href{u}{",
            "\\url{x}",
            "\\SI{1}{mg}",
            "\\verb|x|",
            "\\multicolumn{2}{c}{",
            "\\label{x}",
        ),
        *("\\multirow{2}{*}{", "\\textsuperscript{1}", "\\begin{document}", "\\end{document}", "é"),
        *(
            "\\begin{thebibliography}{9}",
            "\\bibitem{k}",
            "\\end{thebibliography}",
            "\\iffalse",
            "\\fi",
        ),
        *("\\title{", "\\date{2024}", "% claimcheck: ignore\n", "😀", "\t", "\r\n", "\x00"),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_character_stands_where_its_block_says(source):
    read(source)


@pytest.mark.parametrize(
    "piece",
    [
        *("{", "}", "\\[", "$$", "$", "\\begin{itemize}", "\\footnote{", "\\label{", "\\cite{a"),
        *("\\section{", "\\iffalse ", "\\begin{verbatim}", "\\verb|", "\\textbf{a", "[", "\\href["),
        *("\\begin{tabular}{l}", "\\caption{", "%", "\\item[", "\\", "&", "\\multirow{9}{*}{"),
        *("\\footnote{a}", "\\url{", "\\title{", "\\'", "\\date{", "word ", "\\addbibresource["),
    ],
)
def test_time_is_linear(piece):
    begun = time.process_time()
    read_latex("draft.tex", piece * (200_000 // len(piece)))
    assert time.process_time() - begun < 20
