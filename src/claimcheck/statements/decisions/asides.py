"""Words around a name that leave it out of a statement: compared with, excepted, ruled out.

All patterns are written for lower case.
"""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy

EXCLUDING: Final = lazy(
    r"\b(?:unlike|"
    r"rather than|instead of|compared (?:with|to)|than|similar to|contrast to|not|"
    r"alongside|overt\w+|outpac\w+|outstrip\w*|surpass\w*|outperform\w*|"
    r"next to|replac(?:e|es|ing)|before|ahead of|after|behind|over|versus|vs\.?|(?:tested|compared|"
    r"set|measured|up) against|form of|derivatives? of|version of|variant of|"
    r"(?<!medicine )(?<!product )(?<!drug )(?<!treatment )based on|"
    r"derived from|isomer of|enantiomer of|mirror image of|related to|chemical cousin of|cousin of|"
    r"relative of|component of|half of|analogue? of) (?:the |a |an |racemic |both |either |"
    r"generic |oral |intravenous |regular |drugs? |anaesthetic |anesthetic )*\Z|"
    r"\b(?:mimic\w*|imitat\w*|resembl\w*|reproduc\w*)(?: [\w-]+){0,6} \Z"
)
"""Right before a name: it is not what the statement is about."""
EXCLUDED: Final = lazy(
    r"(?:[- ]?(?:derived|like|derivatives?|cousin|relatives?|based|related|molecule)\b|"
    r"[’']s (?:mirror|cousin|chemical))"
)
EXCEPTING: Final = lazy(
    r"\b(?:except(?:ing)?(?: for)?|other than|apart from|aside from|besides|with the exception of|"
    r"bar|"
    r"excluding|(?:no|none|nothing)\b(?: [\w-]+){0,3} but) (?:the |for )*\Z"
)
IN_THE_FORM_OF: Final = lazy(
    r"\b(?:in the form of|as|via|through|under the (?:brand )?name(?: of)?) (?:the |intranasal |"
    r"nasal )*\Z"
)
NOT_FOR: Final = lazy(
    r"\b(?:not|never|but not)(?: yet)? (?:for|in|to treat|as an?|as)(?: the treatment of| treating|"
    r" adults with| use in| (?:treatment|therapy|medicine|drug) (?:for|of))? \Z"
)
BUT_NOT: Final = lazy(
    r"(?:\bbut not|,\s*(?:and )?not|\band not)(?: for| in| of)? (?:the |a |an )*\Z"
)
COMPANION: Final = lazy(r"\banti-?\Z")
RANKED: Final = lazy(r"\b(?:only|first|sole|one) (?:\w+ )?\Z")
KIND_OF: Final = lazy(
    r"[- ](?:products?|drugs?|medicines?|treatments?|sprays?|compounds?|formulations?)\b"
)
"""Around a name: "the only X product" is a kind of thing, not X itself."""
