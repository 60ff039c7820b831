"""Words that publishers set before or after a title to say what became of a work, or what it is.

A label only matters beside another title: `Response to lithium` is a title of its own, but next
to a work called `Lithium` it is a response to it.
"""

from __future__ import annotations

import re
from typing import Literal

from claimcheck.compare.folding import plain
from claimcheck.patterns import lazy

Label = Literal[
    "retracted", "retraction", "concern", "correction", "reply", "comment", "review", "supplement"
]

_END = r"\s*(?:[:.\u2013\u2014|-]+|\s(?:to|for|of|on|regarding|about)\b\s*:?|\Z)\s*"
_ANSWER_END = r"\s*(?:[:.\u2013\u2014|-]+|\s(?:to|for)\b\s*:?|\Z)\s*"
_NOTICE = r"(?:\s+(?:note|notice|statement))?"
_LEADING: tuple[tuple[Label, str], ...] = (
    (
        "retracted",
        r"\W*(?:retracted|withdrawn|removed)(?:\s+(?:article|chapter|paper))?\s*[:\]\)-]+",
    ),
    ("retraction", rf"(?:notice|statement) of (?:retraction|withdrawal|removal){_END}"),
    ("retraction", rf"(?:retraction|withdrawal|removal){_NOTICE}{_END}"),
    ("concern", rf"(?:editorial )?expression of concern{_NOTICE}{_END}"),
    ("correction", rf"(?:author|publisher|editorial)?\W*s?\s*corrections?{_NOTICE}{_END}"),
    ("correction", rf"(?:errat(?:um|a)|corrigend(?:um|a)|addendum|clarification){_NOTICE}{_END}"),
    ("reply", rf"(?:in )?(?:authors?\W*|reader\W*)?s?\s*(?:reply|response|rejoinder){_ANSWER_END}"),
    ("comment", rf"(?:invited |editorial )?(?:comment(?:s|ary)?|letter|re|discussion){_END}"),
    ("review", rf"(?:decision letter|(?:book|peer) review|review report|evaluation summary){_END}"),
    ("review", r"review (?:of|for)\b\W*"),
    ("supplement", r"additional file \d+\W*(?:of|for)\b\s*"),
    ("supplement", r"(?:supplement\w*|supporting)(?: \w+){0,3}?\s*(?:of|for|from|to|:)\s*"),
    ("supplement", r"(?:fig(?:ure)?\.?|table|dataset|movie|video) s?\d+\w?\W*(?:of|from|for|:)\s*"),
    ("supplement", r"data(?:set)?\W*(?:from|for)?:?\s+"),
)
_TRAILING: tuple[tuple[Label, str], ...] = (
    ("retracted", r"\s*[\[(]\s*(?:retracted|withdrawn)\b[^\[\]]*[\])]?\W*\Z"),
    ("retracted", r"\s+[\u2013\u2014-]+\s*(?:retracted|withdrawn)\W*\Z"),
    ("correction", r"\s*[:\u2013\u2014(\[-]+\s*(?:erratum|corrigendum|correction)\W*\Z"),
    ("retraction", r"\s*[:\u2013\u2014(\[-]+\s*retraction\W*\Z"),
)
_STARTS = tuple((label, lazy(text, re.I)) for label, text in _LEADING)
_ENDS = tuple((label, lazy(text, re.I)) for label, text in _TRAILING)
_HEADING = lazy(
    r"\A\W*(?:original (?:article|research|investigation|paper|contribution)|research (?:article|"
    r"paper)|review(?: article)?|case report|brief (?:report|communication)|"
    r"short communication|editorial)s?\s*(?:[:.|]|\s[\u2013\u2014-])\s*(?=\S)",
    re.I,
)


def split_label(title: str) -> tuple[Label | None, str]:
    """Split a title into its label, if it has one, and the rest (`("correction", "")` if bare)."""
    text = plain(title).strip()
    for label, pattern in _STARTS:
        if found := pattern.match(text):
            return label, text[found.end() :].strip()
    for label, pattern in _ENDS:
        if found := pattern.search(text):
            return label, text[: found.start()].strip()
    return None, text


def without_status(title: str) -> str:
    """The title without `RETRACTED:` and the like, and without a section heading before it."""
    label, rest = split_label(title)
    text = rest if label == "retracted" and rest else plain(title).strip()
    return _HEADING.sub("", text, count=1)
