"""What to write instead: the words of a record, cut to fit the place in a draft."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from claimcheck.model.findings import Suggestion
from claimcheck.patterns import lazy

_NUMBER = lazy(r"(?P<value>[-−]?\d+(?:,\d{3})*(?:\.\d+)?)(?P<letter>[a-z]\b)?(?P<percent>\s?%)?")
_OTHERS = lazy(r",\s|\sor\s|;\s")
_LABEL = lazy(r"[a-z ]{3,20}:\s")
_LONGEST = 40


def replacement(
    written: str, suggestion: Suggestion | None, expected: str | None
) -> Suggestion | None:
    """A text that can stand in place of `written`; None where no single one can.

    A suggestion of its own words is passed on; one that is what the record says (`expected`) gives
    its figure, at the precision of the draft.
    """
    if suggestion is None or suggestion.text != expected:
        return suggestion
    choices = _OTHERS.split(
        _LABEL.sub("", expected, count=1) if _LABEL.match(expected) else expected
    )
    figures = [_NUMBER.search(choice) for choice in choices]
    stated = _NUMBER.findall(written)
    if not written:
        text = ""
    elif not stated and not any(figures):
        text = choices[0] if len(choices) == 1 and len(choices[0]) <= _LONGEST else ""
    elif len(stated) == 1 and all(figures):
        made = {_in_place(written, figure) for figure in figures if figure}
        text = made.pop() if len(made) == 1 else ""
    else:
        text = ""
    return Suggestion(text) if text and text != written else None


def _in_place(written: str, figure: re.Match[str]) -> str:
    """The words of the draft with the record's figure in them; empty if they are of two sorts."""
    old = _NUMBER.search(written)
    if old is None or bool(old["percent"]) != bool(figure["percent"]):
        return ""
    value = figure["value"]
    if old["percent"]:
        places = len(old["value"].partition(".")[2])
        value = str(Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    return (
        written[: old.start()]
        + value
        + (figure["letter"] or "")
        + (old["percent"] or "")
        + written[old.end() :]
    )
