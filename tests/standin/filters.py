"""Which works a `filter` keeps: the same name repeated means or, different names mean and."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from standin.facets import Facets
from standin.failures import clean_doi
from standin.validate import Pairs

Work = Mapping[str, Any]
Test = Callable[[Any], bool]
WorkTest = Callable[[Work, str], bool]
TRUE = ("t", "true", "1")


def _equal(value: str) -> Test:
    return lambda found: bool(found == value)


def _ends_equal(value: str) -> Test:
    return _equal(value.rpartition("/")[2])


def _issn(value: str) -> Test:
    wanted = value.rpartition("/")[2].replace("-", "").upper()
    return lambda numbers: any(n.replace("-", "").upper() == wanted for n in numbers)


def _flag(value: str) -> Test:
    return lambda found: bool(found == (value in TRUE))


def _from(value: str) -> Test:
    """Missing parts of the bound, as of the record, mean the first month and day."""
    bound = int((value.replace("-", "") + "0101")[:8])
    return lambda date: bool(date >= bound)


def _until(value: str) -> Test:
    bound = int((value.replace("-", "") + "1231")[:8])
    return lambda date: bool(0 < date <= bound)


DATE_COLUMNS = {
    "pub-date": "issued",
    "issued-date": "issued",
    "online-pub-date": "online",
    "print-pub-date": "print",
    "posted-date": "posted",
    "created-date": "created",
    "deposit-date": "deposited",
    "update-date": "deposited",
    "index-date": "indexed",
}

COLUMN_TESTS: dict[str, tuple[str, Callable[[str], Test]]] = {
    "type": ("type", _equal),
    "prefix": ("prefix", _ends_equal),
    "member": ("member", _equal),
    "issn": ("issn", _issn),
    "has-update": ("has-update", _flag),
    "is-update": ("is-update", _flag),
    **{f"from-{name}": (column, _from) for name, column in DATE_COLUMNS.items()},
    **{f"until-{name}": (column, _until) for name, column in DATE_COLUMNS.items()},
}


def _updates(work: Work, value: str) -> bool:
    return clean_doi(value) in {u["DOI"].lower() for u in work.get("update-to") or ()}


def _update_type(work: Work, value: str) -> bool:
    wanted = value.replace("-", "_").lower()
    return wanted in {u["type"].replace("-", "_").lower() for u in work.get("update-to") or ()}


def _relation_object(work: Work, value: str) -> bool:
    related = (entry for entries in (work.get("relation") or {}).values() for entry in entries)
    return value.lower() in {str(entry["id"]).lower() for entry in related}


def _trial(work: Work, value: str) -> bool:
    numbers = work.get("clinical-trial-number") or ()
    return value.lower() in {n["clinical-trial-number"].lower() for n in numbers}


def _orcid(work: Work, value: str) -> bool:
    wanted = value.rpartition("/")[2]
    return any(str(p.get("ORCID", "")).endswith(wanted) for p in work.get("author") or ())


WORK_TESTS: dict[str, WorkTest] = {
    "updates": _updates,
    "update-type": _update_type,
    "relation.type": lambda work, value: value in (work.get("relation") or {}),
    "relation.object": _relation_object,
    "clinical-trial-number": _trial,
    "orcid": _orcid,
    "container-title": lambda work, value: value in (work.get("container-title") or ()),
    "isbn": lambda work, value: value in (work.get("ISBN") or ()),
    "article-number": lambda work, value: value == work.get("article-number"),
    "alternative-id": lambda work, value: value in (work.get("alternative-id") or ()),
    "group-title": lambda work, value: value == work.get("group-title"),
}

HAS_KEYS = {
    "has-abstract": "abstract",
    "has-archive": "archive",
    "has-assertion": "assertion",
    "has-clinical-trial-number": "clinical-trial-number",
    "has-event": "event",
    "has-full-text": "link",
    "has-funder": "funder",
    "has-license": "license",
    "has-references": "reference",
    "has-relation": "relation",
    "has-update-policy": "update-policy",
}


def kept(
    conditions: Pairs,
    numbers: Iterable[int],
    facets: Facets,
    work: Callable[[int], Work],
) -> list[int]:
    """The works of `numbers` that meet the conditions; cheap conditions are tried first.

    Raises NotImplementedError for a filter of Crossref's that the stand-in lacks.
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for name, value in conditions:
        groups[name].append(value)
    left = list(numbers)
    for name in [name for name in groups if name in COLUMN_TESTS]:
        column, test = COLUMN_TESTS[name]
        left = _passing(left, facets[column], [test(value) for value in groups.pop(name)])
    return [n for n in left if _all_hold(work(n), groups)] if groups else left


def _passing(numbers: list[int], column: list[Any], tests: list[Test]) -> list[int]:
    if len(tests) == 1:
        test = tests[0]
        return [n for n in numbers if test(column[n])]
    return [n for n in numbers if any(test(column[n]) for test in tests)]


def _all_hold(work: Work, groups: Mapping[str, list[str]]) -> bool:
    return all(
        any(_holds(work, name, value) for value in values) for name, values in groups.items()
    )


def _holds(work: Work, name: str, value: str) -> bool:
    if name in HAS_KEYS:
        return bool(work.get(HAS_KEYS[name])) == (value in TRUE)
    if name not in WORK_TESTS:
        raise NotImplementedError(f"the stand-in has no filter {name}")
    return WORK_TESTS[name](work, value)
