"""The parts of a rule's manual page: its docstring, taken apart."""

from __future__ import annotations

import textwrap

from claimcheck.classes import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Summary, explanation, an example that fires and one that does not."""

    summary: str
    explanation: str
    fires: str
    quiet: str


def read_page(manual: str) -> Page:
    """Take a rule's docstring apart; a part that is not there is empty."""
    head, _, examples = manual.partition("\nFires:\n")
    fires, _, quiet = examples.partition("\nQuiet:\n")
    summary, _, explanation = head.partition("\n")
    return Page(summary, explanation.strip(), _example(fires), _example(quiet))


def _example(text: str) -> str:
    return textwrap.dedent(text).strip("\n")
