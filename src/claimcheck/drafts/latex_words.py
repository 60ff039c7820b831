"""What the commands and environments of LaTeX stand for."""

from __future__ import annotations

import re
import unicodedata

from claimcheck.drafts.words import words

HEADINGS = {
    **dict.fromkeys(("title", "part"), 1),
    "chapter": 2,
    "section": 3,
    **dict.fromkeys(("subsection", "frametitle"), 4),
    "subsubsection": 5,
    **dict.fromkeys(("paragraph", "subparagraph", "framesubtitle"), 6),
}
LISTS = words("itemize enumerate description compactitem compactenum inparaenum easylist")
QUOTES = words("quote quotation displayquote displaycquote verse")
TABLES = {
    **dict.fromkeys(("tabular", "longtable", "array", "longtblr", "tblr", "supertabular"), 1),
    **dict.fromkeys(("tabularx", "tabulary", "tabular*"), 2),
}
"""Environment → arguments before the first cell."""
SKIPPED = words(
    """
    verbatim verbatim* Verbatim lstlisting minted comment tikzpicture algorithm algorithmic
    equation equation* align align* gather gather* multline multline* eqnarray eqnarray* displaymath
    math flalign flalign* alignat alignat* filecontents filecontents* forest pspicture axis
    """
)
FRAMED = {
    **dict.fromkeys(("minipage", "multicols", "adjustbox", "subfigure", "subtable", "column"), 1),
    **dict.fromkeys(("spacing", "thebibliography", "addmargin", "textblock"), 1),
    **dict.fromkeys(("wrapfigure", "wraptable", "floatrow"), 2),
}
"""Other environments → arguments that are no text."""
NO_TEXT = {
    **dict.fromkeys(
        words(
            """
            label usepackage RequirePackage documentclass bibliographystyle input include subfile
            vspace hspace vskip hskip pagestyle thispagestyle pagenumbering graphicspath hypersetup
            index glossary nocite color selectlanguage setlist geometry fontsize thanks todo
            marginpar markboth hyphenation DeclareMathOperator newcounter setstretch linespread
            email affiliation institute orcid keywords cline cmidrule rowcolor columncolor
            cellcolor theoremstyle tikzset pgfplotsset lstset captionsetup addtocontents phantom
            hphantom vphantom footnotemark includeonly newif ensuremathstyle
            """
        ),
        1,
    ),
    **dict.fromkeys(
        words(
            """
            newcommand renewcommand providecommand DeclareRobustCommand setlength addtolength
            setcounter addtocounter newtheorem definecolor textcolorbox newacronym settowidth
            """
        ),
        2,
    ),
    **dict.fromkeys(words("newenvironment renewenvironment addcontentsline"), 3),
}
"""Command → arguments that are no text."""
FIRST_SKIPPED = {
    **dict.fromkeys(("textcolor", "colorbox", "raisebox", "parbox", "resizebox*", "scalebox"), 1),
    **dict.fromkeys(("foreignlanguage", "hyperref", "hyperlink", "hypertarget", "acrolong"), 1),
    **dict.fromkeys(("resizebox", "fcolorbox"), 2),
}
"""Command → arguments before the one that is text."""
STAND_INS = {
    **dict.fromkeys(words("includegraphics ref eqref pageref autoref cref Cref nameref vref"), 1),
    **dict.fromkeys(words("texttt lstinline mintinline code tikz gls Gls acs acf ac acl"), 1),
}
"""Command → arguments; something that is no prose stands for it."""
CITES = re.compile(r"(?:[A-Za-z]*[cC]ite[a-zA-Z]*|fullcite)\Z")
TEXTUAL = re.compile(r"(?:[tT]extcites?|[cC]itet|[cC]itealt|[cC]iteauthor|[cC]itefullauthor)\Z")
"""Of the commands that cite, those that read as words of the sentence."""
NOTES = words("footnote footnotetext endnote sidenote")

_ACCENTS = dict(zip("`'^\"~=.", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307", strict=True))
_ACCENTS |= dict(
    zip("uvHcdbrkt", "\u0306\u030c\u030b\u0327\u0323\u0331\u030a\u0328\u0361", strict=True)
)
ACCENTED = re.compile(
    r"\\(?:([`'^\"~=.])\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))"
    r"|([uvHcdbrkt])(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+([A-Za-z])))"
)

SYMBOLS = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "epsilon": "ε",
    "eta": "η", "theta": "θ", "kappa": "κ", "lambda": "λ", "mu": "µ", "textmu": "µ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
    "pm": "±", "mp": "∓", "times": "×", "cdot": "·", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥",
    "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "lt": "<", "gt": ">",
    "infty": "∞", "rightarrow": "→", "to": "→", "degree": "°", "textdegree": "°", "circ": "°",
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å",
    "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "S": "§", "P": "¶", "dag": "†",
    "copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£", "euro": "€",
    "EUR": "€", "texteuro": "€", "textdollar": "$", "textpercent": "%", "percent": "%",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "ldots": "…", "dots": "…",
    "textellipsis": "…",
    "textasciitilde": "~", "textless": "<", "textgreater": ">", "textminus": "−", "textpm": "±",
    "LaTeX": "LaTeX", "TeX": "TeX", "slash": "/", "quad": " ", "qquad": " ", "space": " ",
    "nobreakspace": "\u00a0", "thinspace": "\u2009", "milli": "m", "micro": "µ", "kilo": "k",
    "gram": "g", "kilogram": "kg", "kg": "kg", "mg": "mg", "ug": "µg", "milligram": "mg",
    "microgram": "µg", "litre": "l", "liter": "l", "ml": "ml", "hour": "h", "minute": "min",
    "second": "s", "day": "d", "per": "/",
}  # fmt: skip
SIGNS = {",": "\u2009", ";": " ", ":": " ", "!": "", " ": " ", "\n": " ", "-": "", "/": "", "@": ""}
"""Command of one sign → its text; other signs stand for themselves."""
LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘"}


def accented(found: re.Match[str]) -> str:
    """The letter that an accent and its letter make."""
    accent = found[1] or found[4]
    letter = next(part for part in found.group(2, 3, 5, 6) if part).lstrip("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[accent])
