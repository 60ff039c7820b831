"""Yes and no: the verbs and nouns with which somebody decides, by their sign.

They are words of general English; what makes one of them a decision is who says it of what.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy

_IT: Final = r"(?: (?:[\w’'&.-]+ ){1,7}?| )"
"""What a verb in two parts holds between them."""
YES: Final = lazy(
    r"\b(?:sa(?:id|ys|y|ying) (?:yes|aye)|(?:an?|the|its) yes|yes(?= to| in| on|[,.;]|\Z)|"
    rf"thumbs[- ]up|green[- ]?(?:light\w*|lit)|go-ahead|the nod|blessing|assent\w*|"
    rf"sign(?:ed|s|ing)? off|wav(?:ed|es|ing){_IT}through|ok(?:ay|[’']?d|ayed|ays)|"
    rf"let(?:s|ting)?{_IT}through|(?:came|comes|come|coming) (?:down |out |round |around )"
    r"(?:in favou?r|on the side|to)|(?:came|come|comes) round|"
    rf"t(?:ook|akes?|aken){_IT}on board|in favou?r|favou?r(?:ed|s|able|ably)|positive|"
    r"back(?:ed|s|ing)|endors\w+|recommend(?:ed|s|ation|ations)?|accept(?:ed|s|ance)|"
    rf"embrac(?:ed|es)|warm(?:ed|s) to|g[oe]ts?{_IT}past|got{_IT}past|"
    r"(?:added|additional|extra) (?:benefit|value)|pass(?:ed)? muster|made it past|landed on|"
    r"convinced|persuaded|won over)\b"
)
NO: Final = lazy(
    r"\b(?:sa(?:id|ys|y|ying) (?:no|nay)|(?:an?|the|its|clear|flat) no(?! \w+ (?:was|is))|"
    r"no(?= to\b|[,.;]|\Z| in (?:#|the ))|"
    rf"thumbs[- ]down|turn(?:ed|s|ing)?(?! (?:its|their|his|her) (?:attention|back|eyes|focus))"
    rf"{_IT}(?:down|away)|knock(?:ed|s|ing)?{_IT}back|reject\w*|"
    rf"refus\w*|rebuff\w*|declin(?:ed|es|ing)|spurn\w*|sho(?:t|ots?){_IT}down|"
    rf"sen(?:t|ds?){_IT}(?:back|packing)|balk\w*|rul(?:ed|es) (?:out|against)|"
    rf"(?:came|comes|come|coming) (?:down|out) against|advis(?:ed|es|ing) against|unfavou?rabl\w+|"
    r"adds? nothing|no (?:added|additional|extra) (?:benefit|value)|withh[eo]ld\w*|"
    r"negative|oppos(?:ed|es|ing)|against|thr(?:ew|own){_IT}out|dismiss(?:ed|es)|snubb?\w*|"
    rf"block(?:ed|s)|barred|den(?:ied|ies|ial)|show(?:ed|n){_IT}the door|unconvinced|unmoved|"
    r"unpersuaded|complete response letters?|crl)\b"
)


@dataclass(frozen=True, slots=True)
class Sign:
    """A word of deciding in a text; `good` tells which way it goes."""

    start: int
    end: int
    good: bool


def signs(words: str, start: int = 0, end: int | None = None) -> Iterator[Sign]:
    """The words of deciding in a stretch, in their order; of two that overlap, the longer one."""
    last = len(words) if end is None else end
    found = [
        Sign(*match.span(), good)
        for pattern, good in ((NO, False), (YES, True))
        for match in pattern.finditer(words, start, last)
    ]
    kept: list[Sign] = []
    for sign in sorted(found, key=lambda s: (s.start - s.end, s.good)):
        if all(sign.end <= k.start or k.end <= sign.start for k in kept):
            kept.append(sign)
    yield from sorted(kept, key=lambda s: s.start)
