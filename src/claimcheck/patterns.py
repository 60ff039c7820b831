"""Regular expressions that are compiled when they are first used.

Compiling takes half a millisecond each and there are hundreds; a short draft meets few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; the first look at it compiles it, once."""

    def __init__(self, source: str, flags: int | re.RegexFlag) -> None:
        self.pattern = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazy(source: str, flags: int | re.RegexFlag = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, compiled at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
