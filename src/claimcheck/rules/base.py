"""What a rule is: a code, a name, a severity and a generator of problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, ParamSpec

from claimcheck.classes import dataclass
from claimcheck.model.findings import Problem, RuleInfo, Severity

P = ParamSpec("P")


def _undented(text: str) -> str:
    """A docstring as `inspect.cleandoc` gives it, which takes long to load."""
    first, *others = text.expandtabs().splitlines() or [""]
    margin = min((len(line) - len(line.lstrip()) for line in others if line.strip()), default=0)
    return "\n".join([first.lstrip(), *(line[margin:] for line in others)]).strip("\n")


@dataclass(frozen=True, slots=True)
class Rule(Generic[P]):
    """A check over values of one scope; its docstring is its manual page.

    The first line is the summary. `Fires:` and `Quiet:` each open an indented example that the
    tests run: YAML of a base for CLM, of a reference and a look-up for REF, Markdown for DFT.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[P, Iterator[Problem]]

    @property
    def manual(self) -> str:
        """The whole manual page, as plain text."""
        return _undented(self.check.__doc__ or "")

    @property
    def summary(self) -> str:
        """The first line of the manual page."""
        return self.manual.partition("\n")[0]

    @property
    def info(self) -> RuleInfo:
        """What reports are told of this rule."""
        return RuleInfo(
            code=self.code,
            name=self.name,
            severity=self.severity,
            summary=self.summary,
            manual=self.manual,
        )


def rule(
    code: str, name: str, severity: Severity
) -> Callable[[Callable[P, Iterator[Problem]]], Rule[P]]:
    """Make a rule of a generator function; list the result in `claimcheck.rules`."""
    return lambda check: Rule(code, name, severity, check)
