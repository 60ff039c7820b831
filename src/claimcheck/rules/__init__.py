"""The rules, by scope; `registry` lists them.

Importing one rule must not import them all: a draft is linted before the rules on references
would be loaded. Hence the lists are fetched from the registry when they are first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.rules.registry import (
        ASKING,
        BASE_RULES,
        DATED_RULES,
        DRAFT_RULES,
        EVIDENCE_RULES,
        REFERENCE_RULES,
        REMARKS,
        all_rules,
    )

__all__ = [
    "ASKING",
    "BASE_RULES",
    "DATED_RULES",
    "DRAFT_RULES",
    "EVIDENCE_RULES",
    "REFERENCE_RULES",
    "REMARKS",
    "all_rules",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from claimcheck.rules import registry

    return getattr(registry, name)
