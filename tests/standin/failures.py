"""The faults that a 400 lists, and the checks of single values, in Crossref's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from standin.messages import Request
from standin.vocabulary import TYPES

BOOLEANS = ("t", "true", "1", "f", "false", "0")
DOI = re.compile(r"10\.\d{4,}(?:\.\d+)*/\S+")
DOI_URL = re.compile(r"^(?:https?://)?(?:dx\.)?doi\.org/|^doi:\s*", re.IGNORECASE)
ISSN = re.compile(r"(?:https?://id\.crossref\.org/issn/)?\d{4}-?\d{3}[\dXx]")
PREFIX = re.compile(r"(?:https?://id\.crossref\.org/prefix/)?10\.\d{4,}(?:\.\d+)*")
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
FORMS = {
    "doi": "10.prefix/suffix where prefix is 4 or more digits and suffix  is a string",
    "issn": "aaaa-aaab where a is a digit, and b is a digit or 'X'",
    "prefix": "10.digits where digits is 4 or more digits",
    "date": "yyyy or yyyy-MM or yyyy-MM-dd",
}


@dataclass
class Failures:
    """The faults found so far."""

    found: list[dict[str, str]] = field(default_factory=list)

    def add(self, kind: str, value: str, message: str) -> None:
        """One more."""
        self.found.append({"type": kind, "value": value, "message": message})

    def forbid(self, parameter: str, request: Request) -> None:
        """This route does not take the parameter."""
        if parameter in request.parameters:
            text = f"This route does not support {parameter}"
            self.add("parameter-not-allowed", parameter, text)

    def unavailable(self, noun: str, name: str, valid: Iterable[str], label: str = "") -> None:
        """The route knows no such filter, select, facet or field query."""
        shown = label or f"{noun.capitalize()} '{name}' specified but"
        plural = "field queries" if noun == "field query" else f"{noun}s"
        message = (
            f"{shown} there is no such {noun} for this route."
            f" Valid {plural} for this route are: {', '.join(valid)}"
        )
        self.add(f"{noun.replace(' ', '-')}-not-available", name, message)

    def form(self, kind: str, label: str, value: str) -> None:
        """The value has not the form of its kind."""
        message = f"{label} specified as {value} but must be of the form: {FORMS[kind]}"
        self.add(f"{kind}-not-valid", value, message)

    def one_of(self, value: str | None, kind: str, label: str, valid: Iterable[str]) -> None:
        """The value must be one of these, if there is one."""
        if value is not None and value not in valid:
            choice = ", ".join(valid)
            message = f"{label} specified as {value} but must be one of: {choice}"
            self.add(kind, value, message)

    def integer(self, text: str | None, most: int | None = None, hint: str = "") -> None:
        """The value must be a whole number within the bound, if there is one."""
        if text is None:
            return
        if re.fullmatch(r"[0-9]+", text) and (most is None or int(text) <= most):
            return
        bound = "" if most is None else f" less than or equal to {most}"
        message = f"Integer specified as {text} but must be a positive integer{bound}. {hint}"
        self.add("integer-not-valid", text, message)


def clean_doi(text: str) -> str:
    """A DOI without the resolver in front of it, lower-case."""
    return DOI_URL.sub("", text.strip()).lower()


def check_filter_value(failures: Failures, name: str, value: str) -> None:
    """The value of a known filter."""
    if name in ("doi", "updates") and not DOI.fullmatch(clean_doi(value)):
        failures.form("doi", "DOI", value)
    elif name == "issn" and not ISSN.fullmatch(value):
        failures.form("issn", "ISSN", value)
    elif name == "prefix" and not PREFIX.fullmatch(value):
        failures.form("prefix", "Prefix", value)
    elif name == "type":
        failures.one_of(value, "type-not-valid", "Type", TYPES)
    elif name.startswith("has-") or name == "is-update":
        failures.one_of(value, "boolean-not-valid", "Boolean", BOOLEANS)
    elif name.startswith(("from-", "until-")):
        _check_date(failures, value)
    elif name in ("member", "license.delay"):
        failures.integer(value)


def _check_date(failures: Failures, value: str) -> None:
    if not DATE.fullmatch(value):
        failures.form("date", "Date", value)
        return
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        text = "specified in the correct format but represents an illegitimate date."
        failures.add("date-not-legitimate", value, f"Date {value} {text}")
