"""Sentences of running text, with offsets; made for prose full of "et al.", "p < .05" and "i.v.".

A full stop ends a sentence unless something speaks against it: an abbreviation, an initial, a
number that goes on, or a following word that cannot begin a sentence. A citation that follows the
stop (`[3]`, a superscript, a bracketed author and year) belongs to the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.model.drafts import Document, Sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER = _words(
    """
    al cf e.g i.e eg ie viz vs v approx ca resp incl dr prof mr mrs ms mx st sr jr rev hon gen
    fig figs tab eq eqs ref refs sec ch vol ed eds pp p para art app suppl p.o i.v i.m s.c iv im
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun dept univ est
    inst assoc ave blvd mt ft lt col sgt capt gov sen rep no nos n.b ph wt
    """
)
"""Abbreviations that are followed by more of their sentence."""
_BEFORE_NAME = _words(
    """
    u.s u.k u.n e.u d.c n.y a.m p.m ph.d m.d b.sc m.sc d.o inc ltd co
    """
)
"""Abbreviations that may end a sentence; they do before a word that often begins one."""
_BEFORE_NUMBER = frozenset({"no", "nos", "p", "pp", "fig", "figs", "vol", "ch", "sec", "eq"})
_STARTERS = _words(
    """
    the a an in on at of for from with by to as after before during since while when where if
    it its this that these those they there we our you your he she his her i my both all most
    many some several few no not each every more less however but and or so yet still also then
    although though because despite moreover furthermore meanwhile overall participants patients
    people results researchers investigators response remission two three four
    """
)
_LABELS = _words(
    """
    schedule phase type class part group arm cohort stage grade category tier vitamin hepatitis
    study session visit week day table figure appendix
    """
)
"""Words after which a single letter is a label, not an initial."""
_STOP = re.compile(
    r"[.!?…]+[\"'”’»)\]]*"
    r"(?:\s?\[\d[\d\s,;–-]*\]|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,⁻–-]*"
    r"|\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z“\"(]|\s*\Z)|\^\d[\d,–-]*\^)?"
    r"(?:\s*\((?:[^()]{0,80}\b(?:19|20)\d\d[a-z]?[^()]{0,40})\)(?=\s+[A-Z“\"]|\s*\Z))?"
    r"(?=\s|\Z)"
)
_LAST_WORD = re.compile(r"[^\s()\[\]“”\"'’]+\Z")
_NEXT_WORD = re.compile(r"\s*[\"'“‘(\[]*\s*([^\s,.;:!?)\]”’]+)")
_WINDOW = 40


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans that tile the text, one a sentence; white space belongs to the sentence before it."""
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() < len(text) and _ends(text, start, stop):
            end = stop.end()
            while end < len(text) and text[end].isspace():
                end += 1
            yield start, end
            start = end
    if start < len(text):
        yield start, len(text)


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of all blocks of a document, in order."""
    return tuple(
        sentence
        for index, block in enumerate(document.blocks)
        for sentence in _of_block(index, block.text)
    )


def _of_block(index: int, text: str) -> Iterator[Sentence]:
    for start, end in pieces(text):
        words = text[start:end]
        first = start + len(words) - len(words.lstrip())
        last = start + len(words.rstrip())
        if first < last:
            yield Sentence(block=index, start=first, end=last, text=text[first:last])


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `start` ends at this stop."""
    following = _NEXT_WORD.match(text, stop.end())
    if following is None:
        return True
    after = following.group(1)
    if not _can_begin(after):
        return False
    if text[stop.start()] in "!?" or stop.group()[0] == "…":
        return True
    found = _LAST_WORD.search(text[max(start, stop.start() - _WINDOW) : stop.start()])
    before = found.group() if found else ""
    if before.isdigit() and not text[start : stop.start() - len(before)].strip():
        return False  # the number of a list item
    return _word_ends(before, after, text[start : stop.start()])


def _can_begin(word: str) -> bool:
    first = word[0]
    return first.isupper() or first.isdigit() or not first.isalnum() or not first.isascii()


def _word_ends(before: str, after: str, sentence: str) -> bool:
    """Whether a full stop after the word `before` ends a sentence that `after` follows."""
    word = before.lower().strip("*_")
    if word in _BEFORE_NUMBER:
        return not after[0].isdigit() and word == "no" and after.lower() in _STARTERS
    if word in _NEVER:
        return False
    begins = after.lower() in _STARTERS
    if word in _BEFORE_NAME:
        return begins
    if len(word) == 1 and word.isalpha() and before.isupper():
        return begins or _is_label(sentence, before)
    return True


def _is_label(sentence: str, letter: str) -> bool:
    words = sentence[: -len(letter)].split()
    return bool(words) and words[-1].lower() in _LABELS
