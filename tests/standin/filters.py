"""Which works a `filter` keeps: the same name repeated means or, different names mean and."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from standin.facets import Day, Facets, day
from standin.validate import Pairs, clean_doi

Work = Mapping[str, Any]
FacetTest = Callable[[Facets, str], bool]
WorkTest = Callable[[Work, str], bool]
TRUE = ("t", "true", "1")


def _matches_issn(facets: Facets, value: str) -> bool:
    wanted = value.rpartition("/")[2].replace("-", "").upper()
    return any(issn.replace("-", "").upper() == wanted for issn in facets.issn)


def _flag(attribute: str) -> FacetTest:
    return lambda facets, value: getattr(facets, attribute) == (value in TRUE)


def _from(attribute: str) -> FacetTest:
    return lambda facets, value: bool(date := getattr(facets, attribute)) and date >= _bound(value)


def _until(attribute: str) -> FacetTest:
    def test(facets: Facets, value: str) -> bool:
        date: Day = getattr(facets, attribute)
        bound = _bound(value)
        given = value.count("-") + 1
        return bool(date) and date[:given] <= bound[:given]

    return test


def _bound(value: str) -> Day:
    parts = tuple(int(part) for part in value.split("-"))
    return (*parts, *[1] * (3 - len(parts)))


DATE_NAMES = {
    "pub-date": "issued",
    "issued-date": "issued",
    "online-pub-date": "online",
    "print-pub-date": "printed",
    "created-date": "created",
    "deposit-date": "deposited",
    "update-date": "deposited",
    "index-date": "indexed",
}

FACET_TESTS: dict[str, FacetTest] = {
    "type": lambda facets, value: facets.type == value,
    "prefix": lambda facets, value: facets.prefix == value.rpartition("/")[2],
    "member": lambda facets, value: facets.member == value,
    "issn": _matches_issn,
    "has-update": _flag("has_update"),
    "is-update": _flag("is_update"),
    **{f"from-{name}": _from(attribute) for name, attribute in DATE_NAMES.items()},
    **{f"until-{name}": _until(attribute) for name, attribute in DATE_NAMES.items()},
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
    "from-posted-date": lambda work, value: _posted(work) >= _bound(value),
    "until-posted-date": lambda work, value: () < _posted(work) <= _bound(value),
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


def _posted(work: Work) -> Day:
    return day(work.get("posted"))


def supported(name: str) -> bool:
    """Whether the stand-in can filter by this; Crossref knows some more."""
    return name in FACET_TESTS or name in WORK_TESTS or name in HAS_KEYS or name == "doi"


def kept(
    conditions: Pairs,
    numbers: Iterable[int],
    facets: list[Facets],
    work: Callable[[int], Work],
) -> list[int]:
    """The works of `numbers` that meet the conditions; cheap conditions are tried first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name, value in conditions:
        groups[name].append(value)
    cheap = {name: values for name, values in groups.items() if name in FACET_TESTS}
    dear = {name: values for name, values in groups.items() if name not in FACET_TESTS}
    left = [n for n in numbers if all(_any_facet(facets[n], *group) for group in cheap.items())]
    if not dear:
        return left
    return [n for n in left if _all_work(work(n), dear)]


def _any_facet(facets: Facets, name: str, values: list[str]) -> bool:
    return any(FACET_TESTS[name](facets, value) for value in values)


def _all_work(work: Work, groups: Mapping[str, list[str]]) -> bool:
    return all(
        any(_holds(work, name, value) for value in values) for name, values in groups.items()
    )


def _holds(work: Work, name: str, value: str) -> bool:
    if name in HAS_KEYS:
        return bool(work.get(HAS_KEYS[name])) == (value in TRUE)
    return WORK_TESTS[name](work, value)
