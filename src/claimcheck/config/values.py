"""Raw values of settings, from options, variables and files, to what they mean.

Each reader raises ValueError, with what it expected, for a value that makes no sense.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from claimcheck.model.findings import Severity


def text(value: Any) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("expected a text")
    return value


def flag(value: Any) -> bool:
    """True or false; of variables also `1`, `yes`, `on` and their opposites."""
    if isinstance(value, str) and value.lower() in {"1", "true", "yes", "on"}:
        return True
    if isinstance(value, str) and value.lower() in {"", "0", "false", "no", "off"}:
        return False
    if not isinstance(value, bool):
        raise ValueError("expected true or false")  # noqa: TRY004 - one type for every fault here
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool):
        raise ValueError("expected a number")  # noqa: TRY004
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise ValueError("expected a number") from None
    if not math.isfinite(number):
        raise ValueError("expected a number")
    return number


def seconds(value: Any) -> float:
    """Seconds, more than none and less than an hour."""
    number = _number(value)
    if not 0 < number < 3600:
        raise ValueError("expected a number of seconds between 0 and 3600")
    return number


def days(value: Any) -> float:
    """Days, also as `12h`, `30d` or `2w`."""
    found = re.fullmatch(r"\s*([\d.]+)\s*([hdw]?)\s*", str(value))
    if not found:
        raise ValueError("expected a number of days (30), or 12h, 30d, 2w")
    days = _number(found[1]) * {"h": 1 / 24, "w": 7}.get(found[2], 1)
    if days > 36_500:
        raise ValueError("expected no more than a hundred years")
    return days


def texts(value: Any) -> tuple[str, ...]:
    """A text, or a list of them."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list | tuple) or not all(isinstance(i, str) for i in items):
        raise ValueError("expected a list of texts")
    return tuple(items)


def words(value: Any) -> tuple[str, ...]:
    """A list of words; each text may hold several, between commas."""
    parts = (part.strip() for item in texts(value) for part in item.split(","))
    return tuple(part for part in parts if part)


def url(value: Any) -> str:
    """An address of the web, without a slash at its end."""
    if not re.match(r"https?://[^/\s]+", text(value)):
        raise ValueError("expected a URL beginning with http:// or https://")
    return text(value).rstrip("/")


def mail(value: Any) -> str:
    """An e-mail address."""
    if not re.fullmatch(r"[^@\s<>;]+@[^@\s<>;]+\.[^@\s<>;]+", text(value)):
        raise ValueError("expected an e-mail address")
    return text(value)


def day(value: Any) -> date:
    """A calendar day."""
    if isinstance(value, datetime):
        return value.date()
    try:
        return value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("expected a date (YYYY-MM-DD)") from None


def severities(value: Any) -> dict[str, Severity]:
    """From a table (`{stale-claim = "error"}`) or a list of `RULE=LEVEL`."""
    if isinstance(value, list | tuple):
        value = dict(_rule_and_level(item) for item in words(value))
    if not isinstance(value, dict):
        raise ValueError('expected a table of rule = "error", "warning" or "info"')  # noqa: TRY004
    return {rule: _severity(rule, level) for rule, level in value.items()}


def _rule_and_level(item: str) -> tuple[str, str]:
    rule, sign, level = item.partition("=")
    if not sign:
        raise ValueError("expected RULE=LEVEL")
    return rule.strip(), level.strip()


def _severity(rule: str, level: Any) -> Severity:
    try:
        return Severity[text(level).upper()]
    except (KeyError, ValueError):
        raise ValueError(f"{rule}: {level!r} is no severity (error, warning, info)") from None


def one_of(*words: str) -> Callable[[Any], str]:
    """A reader of one of these words."""

    def read(value: Any) -> str:
        if not isinstance(value, str) or value not in words:
            raise ValueError(f"expected {', '.join(words[:-1])} or {words[-1]}")
        return value

    return read


def path(value: Any) -> Path:
    """A path; `~` is the home folder."""
    try:
        return Path(value if isinstance(value, Path) else text(value)).expanduser()
    except RuntimeError as error:  # ~somebody who is not known here
        raise ValueError(str(error)) from None
