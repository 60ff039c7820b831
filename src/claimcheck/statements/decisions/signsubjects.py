"""What a verb of a sign is said of: a trial, those in it, its results, the paper on it."""

from __future__ import annotations

from typing import Final

from claimcheck.patterns import lazy
from claimcheck.statements.decisions.signwords import PEOPLE, RESULTS, TAKING_IN, WORK

OF_WORK: Final = lazy(rf"\b(?:{WORK}|it)\b")
OF_TAKING_IN: Final = lazy(rf"\b{TAKING_IN}\b")
OF_PEOPLE: Final = lazy(rf"\b(?:{PEOPLE}|groups)\b")
OF_FIRST: Final = lazy(rf"\bfirst (?:of (?:[\w-]+ ){{1,4}}?)?(?!responders){PEOPLE}\b")
"""First responders are not the first to take part."""
OF_LAST: Final = lazy(rf"\b(?:last|final) {PEOPLE}\b")
OF_END: Final = lazy(r"\bcompletion\b")
OF_RESULTS: Final = lazy(rf"\b(?:{RESULTS}|it|they|these|which)\b")
OF_DATA: Final = lazy(rf"\b{RESULTS}\b")
OF_PAPER: Final = lazy(r"\b(?:publication|paper|manuscript|write-up)\b")
