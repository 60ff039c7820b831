"""Calendar dates of which only the year, or the year and month, may be known."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy

_ISO = lazy(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")


def _last_day(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day; ordered by its earliest day.

    `month` and `day` are 0 when unknown, so that instances compare and sort.
    """

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2021`, `2021-05` or `2021-05-04`; raise ValueError for anything else."""
        return _parse(text)

    @classmethod
    def of(cls, year: int, month: int = 0, day: int = 0) -> PartialDate:
        """Build from numbers; raise ValueError when they are no calendar date."""
        date(year, month or 1, day or 1)
        return cls(year, month, day if month else 0)

    @property
    def earliest(self) -> date:
        """The first day this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day this date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or _last_day(self.year, month))

    def __str__(self) -> str:
        if self.day:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        return f"{self.year:04d}-{self.month:02d}" if self.month else f"{self.year:04d}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def read(value: Any) -> PartialDate:
            return value if isinstance(value, cls) else cls.parse(_csl_text(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        text = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
        number = {"type": ["integer", "string"]}
        parts = {"type": "array", "items": {"type": "array", "items": number}}
        csl = {"type": "object", "properties": {"date-parts": parts}, "required": ["date-parts"]}
        return {"anyOf": [{**text}, {"type": "integer"}, csl]}


@lru_cache(maxsize=4096)
def _parse(text: str) -> PartialDate:
    """Entries of a base share a few dates; each is read once."""
    found = _ISO.match(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a date (expected YYYY, YYYY-MM or YYYY-MM-DD)")
    year, month, day = (int(part or 0) for part in found.groups())
    return PartialDate.of(year, month, day)


def _csl_text(value: Any) -> str:
    """The ISO text of a date given as text or as a CSL date (`date-parts`)."""
    if isinstance(value, dict) and set(value) == {"date-parts"}:
        value = value["date-parts"][0] if value["date-parts"] else ""
    if isinstance(value, list):
        return "-".join(str(part).zfill(2) for part in value)
    return str(value)
