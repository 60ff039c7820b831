"""Sentences of running text, with offsets; made for prose full of "et al.", "p < .05" and "i.v.".

A full stop ends a sentence unless something speaks against it: an abbreviation, an initial, a
number that goes on, or a following word that cannot begin a sentence. A citation that follows the
stop (`[3]`, a superscript, a bracketed author and year) belongs to the sentence before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.drafts import abbreviations as known
from claimcheck.model.drafts import Block, Document, Sentence
from claimcheck.patterns import lazy

_STOP = lazy(
    r"[.!?…\n](?:"
    r"(?<=\n)(?:[^\S\n]*\n|(?=[^\S\n]*[•◦▪‣●]\s))"
    r"|(?<!\n)[.!?…]*[\"'”’»)\]]*(?:(?=[\s\[(^⁰¹²³⁴-⁹*†‡]|\Z)|(?<![\s\d(<=>≤≥~-][.!?])(?=\d))"
    r")"
)
"""A stop, or a break between lines that ends a sentence; begins with one set, which is fast."""
_SPACE = lazy(r"\s*")
_OPENING = lazy(r"\s*[\"'“‘«(\[¿¡]*")
_WORD = lazy(r"[A-Z]\.|[^\s,.;:!?)\]”’\"']+|\S")
_LAST_WORD = lazy(r"[^\s()\[\]“”\"‘—–/]+\Z")
_INSIDE = frozenset("&=+<>≤≥~%–—-/,;:")
"""Signs that begin no sentence."""
LONGEST = 4000
"""Characters of a sentence at most; whoever reads one may take time for each."""
_WINDOW = 40
_ENUMERATOR = lazy(r"\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4}")
_DOTTED = lazy(r"(?:[A-Za-z]{1,2}|Psy)(?:\.(?:[A-Za-z]{1,2}|Phil|Psy|Sc|Ed))+")
_IN_COUNTRY = lazy(
    r"\b(?:in|across|outside|throughout|within|of|to|from|inside|into|around)\s+the\s+\S+\Z"
)
_FIGURE = lazy(r"[A-Z]{0,9}-?\d|[IVX]+\b|[B-HS]\b")
_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*"
_CITATION = lazy(
    rf"\[\^?{_NUMBERS}\](?::\d{{1,4}})?|\[\^[^\]\s]{{1,40}}\]|\[[^\[\]]{{0,80}}@[^\[\]]{{1,200}}\]"
    r"|[([](?:[^()\[\]]|\([^()]{0,60}\)){0,200}?\b(?:19|20)\d\d[a-z]?\b[^()\[\]]{0,120}[)\]]"
    r"|[([](?:(?:doi|pmid|https?|nct|isrctn|source|see|ref|citation needed)\b)[^()\[\]]{0,200}[)\]]"
    rf"|[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,⁻–-]*|\^{_NUMBERS}\^|\({_NUMBERS}\)|[*†‡§]{{1,3}}",
    re.IGNORECASE,
)
_BARE_NUMBER = lazy(r"\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z“\"(]|\s*\Z)")
_LONGEST_SUPERSCRIPT = 24
_CITING = frozenset("[(^*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹")


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Spans that tile the text, one a sentence; white space belongs to the sentence before it.

    What goes on for pages without a stop is cut between words. Takes time linear in the length of
    the text.
    """
    for start, end in _pieces(text):
        begin = start
        while end - begin > LONGEST:
            limit = begin + LONGEST
            cut = text.rfind(" ", begin + LONGEST // 2, limit) + 1 or limit
            yield begin, cut
            begin = cut
        yield begin, end


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start, length = 0, len(text)
    for stop in _STOP.finditer(text):
        begin, end = stop.span()
        if end == length:
            break
        if begin < start or (text[end] == " " and "a" <= text[end + 1 : end + 2] <= "z"):
            continue
        end = _end(text, start, begin, end)
        if end:
            space = _SPACE.match(text, end)
            end = space.end() if space else end
            if end == length:
                break
            yield start, end
            start = end
    if start < length:
        yield start, length


def split(document: Document) -> tuple[Sentence, ...]:
    """The sentences of all blocks of a document, in order."""
    found: list[Sentence] = []
    for index, block in enumerate(document.blocks):
        text = block.text
        for start, end in pieces(_plain(block) if block.marks else text):
            words = text[start:end]
            begin = start + len(words) - len(words.lstrip())
            words = words.strip()
            if words:
                found.append(Sentence(index, begin, begin + len(words), words))
    return tuple(found)


def _plain(block: Block) -> str:
    """The text with superscripts written as such, so that one after a stop is seen."""
    text = block.text
    raised = [mark for mark in block.marks if mark.kind == "superscript"]
    if not raised:
        return text
    parts: list[str] = []
    at = 0
    for mark in raised:
        if at <= mark.start and mark.end - mark.start <= _LONGEST_SUPERSCRIPT:
            parts += [text[at : mark.start], "¹" * (mark.end - mark.start)]
            at = mark.end
    return "".join([*parts, text[at:]])


def _end(text: str, start: int, stop: int, end: int) -> int:
    """Where a sentence that began at `start` ends, if the stop at `stop` to `end` ends it; or 0."""
    if text[stop] == "\n":
        return end
    if text[end] == " " and text[end + 1 : end + 2].isalpha() and _plainly_ends(text, stop, end):
        return end
    before = _word_before(text, start, stop)
    end = _past_citations(text, before, end)
    if end < len(text) and not text[end].isspace():
        return 0
    following = _following(text, end)
    if not following:
        return end
    if following[0] in _INSIDE or (following[0].islower() and following[0].isascii()):
        return 0
    if text[stop] != "." or text[stop : stop + 2] == ".." or not _is_special(before):
        return end
    context = text[max(start, stop - _WINDOW) : stop]
    return 0 if _goes_on(before, following, context) else end


def _plainly_ends(text: str, stop: int, end: int) -> bool:
    """Whether a single stop follows a longer word that is no abbreviation, as it mostly does."""
    word = text[text.rfind(" ", stop - _WINDOW if stop > _WINDOW else 0, stop) + 1 : stop]
    return (
        end == stop + 1
        and len(word) > 4
        and word.isalpha()
        and word.lower() not in known.ABBREVIATIONS
    )


def _following(text: str, end: int) -> str:
    """The next word after a stop, without what opens it; empty at the end of the text."""
    opening = _OPENING.match(text, end)
    found = _WORD.match(text, opening.end()) if opening else None
    return found.group() if found else ""


def _word_before(text: str, start: int, stop: int) -> str:
    context = text[max(start, stop - _WINDOW) : stop]
    word = context[context.rfind(" ") + 1 :]
    if word.isalpha():
        return word
    found = _LAST_WORD.search(context)
    return found.group() if found else ""


def _past_citations(text: str, before: str, end: int) -> int:
    """The end of the citations that follow a stop directly or after a space."""
    while end < len(text):
        at = end + (text[end] in " \u00a0")
        first = text[at : at + 1]
        if first.isdecimal() and at == end:
            plain = before.isalpha() and not _is_special(before)
            found = _BARE_NUMBER.match(text, at) if plain else None
        else:
            found = _CITATION.match(text, at) if first in _CITING else None
        if found is None or _enumerates(text, found, spaced=at > end):
            return end
        end = found.end() + (text[found.end() : found.end() + 1] == ",")
    return end


def _enumerates(text: str, found: re.Match[str], spaced: bool) -> bool:
    """Whether a number in brackets counts points, as in "(1) … (2) …"."""
    inner = found.group().strip("()")
    if not spaced or not inner.isdigit() or found.group()[0] != "(":
        return False
    before = f"({int(inner) - 1})"
    return inner == "1" or text.find(before, max(0, found.start() - 500), found.start()) >= 0


def _is_special(word: str) -> bool:
    """Whether a full stop after a word needs a closer look."""
    if len(word) > 1 and word.isupper() and word.isalpha():
        return bool(_ENUMERATOR.fullmatch(word))
    return (
        len(word) < 3
        or "." in word
        or word.lower() in known.ABBREVIATIONS
        or bool(_ENUMERATOR.fullmatch(word))
    )


def _goes_on(before: str, following: str, context: str) -> bool:
    """Whether the full stop after the word `before` belongs to the word, not to the sentence.

    `context` is what stands before the stop in the sentence, as far as it matters.
    """
    word, after = before.lower(), following.lower()
    starts = after in known.STARTERS
    if not context[: -len(before) or None].strip(" \t\n\"'“‘([") and _ENUMERATOR.fullmatch(before):
        return True
    if len(before) == 1 and before.isalpha() and before.isupper():
        return not _is_label(context) and (not starts or after in known.SURNAMES)
    if _DOTTED.fullmatch(before):
        return _dotted_goes_on(word, after, starts, context)
    if word in known.GO_ON or (word in known.TITLES and before[0].isupper()):
        return True
    if word in known.NUMBERED and _FIGURE.match(following):
        return word != "no" or any(character.isdecimal() for character in following)
    ending = word in known.ENDING or (word in known.WITH_CAPITAL and before[0].isupper())
    return ending and not starts


def _dotted_goes_on(word: str, after: str, starts: bool, context: str) -> bool:
    """The same of a word with stops inside (U.S., i.v., Ph.D.)."""
    if word in known.GO_ON:
        return True
    if word in known.COUNTRIES and not starts:
        return after in known.AFTER_COUNTRY or not _IN_COUNTRY.search(context)
    return not starts


def _is_label(context: str) -> bool:
    """Whether the single letter that ends it is a label or a unit: "Schedule I", "300 K"."""
    words = context.split()
    last = words[-2].lower().strip('(“"') if len(words) > 1 else ""
    return last in known.LABELLED or last.replace(".", "").isdecimal()
