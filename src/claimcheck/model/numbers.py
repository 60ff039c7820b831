"""Decimal numbers that remember how they were written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from claimcheck.classes import dataclass
from claimcheck.patterns import lazy

_NUMBER = lazy(r"[-−–+]?(?:\d+(?:\.\d*)?|\.\d+)\Z")


@dataclass(frozen=True, order=True)
class Number:
    """A decimal value with its literal text, which carries the precision (`71`, `71.0`)."""

    value: Decimal
    literal: str = ""

    @classmethod
    def parse(cls, text: str) -> Number:
        """Read a plain decimal (`-6.6`, `−6.6`, `1,637`); raise ValueError for anything else."""
        plain = re.sub(r"(?<=\d)[,\u00a0\u202f ](?=\d{3}(?!\d))", "", text.strip())
        if not _NUMBER.match(plain):
            raise ValueError(f"{text!r} is not a number")
        return cls(Decimal(plain.replace("−", "-").replace("–", "-")), text.strip())

    @classmethod
    def of(cls, value: int | str | Decimal) -> Number:
        """A number from a Python value, written the plain way."""
        return cls(Decimal(value), str(value))

    @property
    def decimals(self) -> int:
        """How many digits stand after the decimal point."""
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    def rounds_from(self, exact: Decimal) -> bool:
        """Whether `exact` shows as this number at this number's precision.

        Halves may go either way, as both conventions are met in print.
        """
        half = Decimal(5).scaleb(-self.decimals - 1)
        return abs(exact - self.value) <= half

    def __str__(self) -> str:
        return self.literal or str(self.value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        def read(value: Any) -> Number:
            return value if isinstance(value, cls) else cls.parse(str(value))

        return core_schema.no_info_plain_validator_function(
            read, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["number", "string"]}
