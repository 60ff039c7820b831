"""Lists of authors in running text, in the order and punctuation of any style.

Family, G. H., Family, G., & Family, G.     APA, Harvard
Family GH, Family G, et al                  Vancouver, AMA
G. H. Family, G. Family, and G. Family      IEEE
Family, Given H., Given Family, et al.      Chicago, MLA
Family, G.; Family, G. H.                   ACS, MDPI
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from claimcheck.model.works import Name
from claimcheck.patterns import lazy

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|ten|ter|te|zu|zur|af|av|bin|ibn|ben|"
    r"al|el|vom|dal|aan|het|'t|y|e|St\.?|d['’]|O['’])"
)
_WORD = rf"{_UPPER}[\w'’‐-]*[\w'’]"
FAMILY = (
    rf"(?:{_PARTICLE}[\s-]?\s?){{0,3}}(?:{_WORD}|{_UPPER}['’]\w+)"
    rf"(?:(?:\s|\s?[-‐–]\s?)(?:{_PARTICLE}\s)?(?:{_WORD}(?<=[a-zß-öø-ÿ])|{_UPPER}{{4,}})){{0,2}}"
)
_DOTTED = rf"{_UPPER}[a-z]?\.(?:\s?[-‐]?\s?{_UPPER}[a-z]?\.){{0,5}}(?![\w'’])"
_UNDOTTED = rf"{_UPPER}(?:[\s-]?{_UPPER}){{0,3}}(?![\w'’])"
INITIALS = rf"(?:{_DOTTED}|{_UNDOTTED})"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|2nd|3rd|II|III|IV)\b\.?)?"
_INVERTED = rf"{FAMILY}{_SUFFIX},?\s{{1,2}}{INITIALS}(?:\s{_PARTICLE}(?=[,;.]))?{_SUFFIX}"
_STRAIGHT = rf"{_DOTTED}\s?{FAMILY}{_SUFFIX}"
_BARE = rf"{_UPPER}{{1,3}}\s{FAMILY}"
_MARKS = r"[*†‡§¶]?"
_CUT = r"(?:\s*[,;&]?\s*(?:\band\s+)?(?:\bet\.?\s*al\b\.?|and (?:others|colleagues)\b|u\.\s?a\.))"
_ELLIPSIS = r"(?:\s*,?\s*(?:\.\s?\.\s?\.|…|\[…\])\s*,?)"
_WITH = r"(?:&|and|und|et|y|e|en|og)"
_BETWEEN = rf"(?:(?:{_ELLIPSIS}\s*|\s*[,;/]\s*)(?:{_WITH}\s+)?|\s+{_WITH}\s+)"
_LIST = lazy(
    rf"(?:{_INVERTED}|{_STRAIGHT}){_MARKS}"
    rf"(?:{_BETWEEN}(?:{_INVERTED}|{_STRAIGHT}){_MARKS})*{_CUT}?"
    rf"|{FAMILY}(?:,\s{_UPPER}[\w.]*)?{_CUT}"
    rf"|{_BARE}{_MARKS}(?:{_BETWEEN}{_BARE}{_MARKS})*{_CUT}?(?=\s?[.,:(“\"])"
)
_ET_AL = lazy(rf"{_CUT}|{_ELLIPSIS}", re.I)
_EDITORS = lazy(r"\s*[(\[]?\s*\b(?:eds?|editors?|hrsg|dir)\b\.?\s*[)\]]?\s*\Z", re.I)
_AND = lazy(r"\s*(?:,|;)?\s+(?:and|und|et|y)\s+(?=\S)|\s*[,;]?\s*&\s*")
_ONLY_INITIALS = lazy(rf"{INITIALS}(?:\s{_PARTICLE})?\Z")
_SHORT_INITIALS = lazy(rf"(?:{_DOTTED}|{_UPPER}{{1,2}})\Z")
_FAMILY_INITIALS = lazy(rf"(?P<family>.+?)\s(?P<given>{INITIALS})(?P<suffix>{_SUFFIX})\Z")
_DOTTED_START = lazy(rf"{_UPPER}\.\s?(?:{_UPPER}\.\s?)*(?=\w{{2}})")
_INITIALS_FAMILY = lazy(rf"(?P<given>{INITIALS})\s?(?P<family>.+)\Z")
_IS_PARTICLE = lazy(rf"{_PARTICLE}\Z")
_IS_SUFFIX = lazy(r"(?:Jr|Sr|2nd|3rd|II|III|IV)\.?\Z")
_GROUP = lazy(
    r"\b(?:group|consortium|investigators?|collaborat\w+|network|team|committee|commission|"
    r"association|society|foundation|institut\w*|organi[sz]ation|agency|department|ministry|"
    r"university|council|cent(?:er|re)|office|administration|academy|panel|board|pathways|"
    r"service|services|government|bureau|inc|ltd|llc|trust|health|program(?:me)?|library|college|"
    r"school|hospital|clinic|company|authority|nations|union|registry|pharmaceuticals?)\b",
    re.I,
)
_LONGEST_NAME = 6
"""Words beyond which a stretch between commas is no person."""


def leading_people(text: str, start: int = 0) -> int:
    """The offset at which a list of persons that begins at `start` ends, or `start` for none."""
    found = _LIST.match(text, start)
    return found.end() if found else start


def parse_people(text: str) -> tuple[tuple[Name, ...], bool]:
    """The authors of a list and whether it is cut (`et al.`, an ellipsis)."""
    text = lazy(r"\s+").sub(" ", text).strip()
    text = _EDITORS.sub("", text).strip(" ,;:")
    cut = bool(_ET_AL.search(text))
    text = _ET_AL.sub(", ", text)
    names = tuple(_semicolons(text)) if ";" in text else tuple(_commas(text))
    alone = text.strip(" ,")
    if cut and len(alone.split()) > 1 and "," not in alone and not _splits(alone):
        return (Name(literal=alone),), True  # `Márquez Albés et al.`: one name or two?
    return names, cut


def speaks_of_a_group(text: str) -> bool:
    """Whether a text names a body of people rather than a person."""
    return bool(_GROUP.search(text))


def _semicolons(text: str) -> Iterator[Name]:
    for part in lazy(r"\s*;\s*").split(_AND.sub("; ", text)):
        if part.strip(" ,."):
            family, comma, given = (piece.strip() for piece in part.strip(" ,").partition(","))
            yield Name(family=family, given=given) if comma and given else _whole(family)


def _commas(text: str) -> Iterator[Name]:
    """Names parted by commas; an `and` parts names only, a comma also surname and given names."""
    chunks = [
        [part for part in lazy(r"\s*,\s*").split(chunk) if part.strip(" .")]
        for chunk in _AND.split(text)
    ]
    spelled = _spelled_out(chunks)
    for number, parts in enumerate(chunks):
        yield from _chunk(parts, spelled if number == 0 or spelled == "all" else "none")


Spelled = Literal["none", "first", "all"]


def _spelled_out(chunks: list[list[str]]) -> Spelled:
    """Of which authors the given names are written out behind a comma.

    Chicago and MLA invert the first author only (`Sun, Bo, Yang Han, and Yi Xuan`), others all.
    """
    first = chunks[0] if chunks else []
    if len(first) < 2 or _splits(first[0]) or _GROUP.search(first[0]) or not _is_given(first[1]):
        return "none"
    others = [*first[2:], *(part for chunk in chunks[1:] for part in chunk)]
    if all(len(part.split()) > 1 for part in others):
        return "first"
    even = all(len(chunk) % 2 == 0 for chunk in chunks)
    given = all(_is_given(part) for chunk in chunks for part in chunk[1::2])
    return "all" if even and given else "none"


def _is_given(part: str) -> bool:
    """Whether these can be given names, with one at least written out."""
    words = part.split()
    if _ONLY_INITIALS.match(part) or not 1 <= len(words) <= 6 or _GROUP.search(part):
        return False
    return all(word[0].isupper() or re.fullmatch(_PARTICLE, word) for word in words)


def _chunk(parts: list[str], spelled: Spelled) -> Iterator[Name]:
    at = 0
    while at < len(parts):
        part = parts[at]
        following = parts[at + 1] if at + 1 < len(parts) else ""
        in_full = spelled == "all" or (spelled == "first" and at == 0)
        initials = _ONLY_INITIALS.match(following) and not _SHORT_INITIALS.match(part)
        if following and (initials or in_full):
            at, suffix = _suffix(parts, at + 2)
            yield Name(family=part, given=following, suffix=suffix)
        else:
            at, suffix = _suffix(parts, at + 1)
            name = _whole(part)
            yield replace(name, suffix=suffix or name.suffix)


def _suffix(parts: list[str], at: int) -> tuple[int, str | None]:
    if at < len(parts) and _IS_SUFFIX.match(parts[at]):
        return at + 1, parts[at]
    return at, None


def _splits(part: str) -> bool:
    """Whether a part is a name with both surname and initials."""
    return bool(_FAMILY_INITIALS.match(part) or _INITIALS_FAMILY.match(part))


def _whole(part: str) -> Name:
    """A name that stands in one piece."""
    part = part.strip()
    if _GROUP.search(part) or part.startswith("The ") or len(part.split()) > _LONGEST_NAME:
        return Name(literal=part)
    straight = _DOTTED_START.match(part)
    if not straight and (found := _FAMILY_INITIALS.match(part)):
        suffix = found["suffix"].strip(" ,") or None
        return Name(family=found["family"].strip(), given=found["given"], suffix=suffix)
    if found := _INITIALS_FAMILY.match(part):
        return Name(family=found["family"].strip(), given=found["given"])
    words = part.rstrip(".").split()
    if len(words) == 1:
        return Name(family=words[0])
    if 2 <= len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper():
        begin = next((i for i, word in enumerate(words) if i and _IS_PARTICLE.match(word)), -1)
        return Name(family=" ".join(words[begin:]), given=" ".join(words[:begin]))
    return Name(literal=part)
