"""REF: whether the fields of a reference agree with the record of its work.

Abbreviated journals, `et al.`, initials, lost accents, a dropped subtitle, one mistyped letter,
British or American spelling, and the online for the print year agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.works import WorkComparison
from claimcheck.model.findings import FieldComparison, Problem, Severity
from claimcheck.rules.base import rule
from claimcheck.rules.references.checked import Checked

_PLACES = {"year": "issued"}
_WORDS = {"container-title": "journal", "page": "first page"}


@rule("REF004", "title-mismatch", Severity.ERROR)
def title_mismatch(checked: Checked) -> Iterator[Problem]:
    """A title differs from its work's by a word that matters.

    Everything else shows that the work is the right one. One changed content word (another
    compound, condition or number of months) makes readers expect another study.

    Fires:
        reference:
          id: smith-2020
          title: "Sleep and memory in old adults: a 6-month cohort"
          author: [{family: Smith, given: Ann}]
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: ["Sleep and memory in old adults: a 12-month cohort"]
            author: [{family: Smith, given: Ann}]

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          author: [{family: Smith, given: Ann}]
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: ["SLEEP AND MEMORY IN OLD ADULTS: A 12-MONTH COHORT"]
            author: [{family: Smith, given: Ann}]
    """
    comparison = _same_work(checked)
    if comparison and comparison.title:
        shown = "; ".join(
            f"“{ours}” for “{theirs}”" for ours, theirs in comparison.title.changed[:3]
        )
        yield from _disagreeing(checked, ("title",), shown)


@rule("REF005", "author-mismatch", Severity.ERROR)
def author_mismatch(checked: Checked) -> Iterator[Problem]:
    """The authors are not those of the work.

    Another first author, one who is none, one left out without `et al.`, or another order.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          author: [{family: Smith, given: Ann}, {family: Doe, given: John}]
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            author: [{family: Smith, given: Ann}, {family: Brown, given: Bob}]

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          author: [{family: Smith, given: A}]
          et_al: yes
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            author: [{family: Smith, given: Ann}, {family: Brown, given: Bob}]
    """
    if comparison := _same_work(checked):
        yield from _disagreeing(checked, ("author",), "; ".join(comparison.authors.faults))


@rule("REF006", "year-mismatch", Severity.ERROR)
def year_mismatch(checked: Checked) -> Iterator[Problem]:
    """The year is two or more off every date of the work.

    Print and online year, and a year beside either, agree. The date when a DOI was registered is
    never taken for the year of publication.

    Fires:
        reference:
          id: smith-2016
          title: Sleep and memory in old adults
          issued: 2016
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            published-print: {date-parts: [[2019]]}
            published-online: {date-parts: [[2018, 11]]}

    Quiet:
        reference:
          id: smith-2017
          title: Sleep and memory in old adults
          issued: 2017
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            published-print: {date-parts: [[2019]]}
            published-online: {date-parts: [[2018, 11]]}
    """
    if _same_work(checked):
        yield from _disagreeing(checked, ("year",), suggestion=_likeliest_year(checked))


@rule("REF007", "venue-mismatch", Severity.ERROR)
def venue_mismatch(checked: Checked) -> Iterator[Problem]:
    """Journal, volume, issue or first page are not the work's.

    A journal's near-namesake is another journal; its abbreviation and its acronym are not. Of the
    pages only the first counts.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          container-title: Sleep Medicine
          volume: "12"
          page: 101-110
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            container-title: [Sleep Medicine Reviews]
            volume: "12"
            page: 101-110

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          container-title: Sleep Med. Rev.
          volume: "12"
          page: 101–10
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            container-title: [Sleep Medicine Reviews]
            volume: "12"
            page: 101-110
    """
    if _same_work(checked):
        yield from _disagreeing(checked, ("container-title", "volume", "issue", "page"))


def _same_work(checked: Checked) -> WorkComparison | None:
    """The comparison with the work described; None where only another work is known."""
    judgement = checked.judgement
    return judgement.comparison if judgement.work and judgement.kin is None else None


def _disagreeing(
    checked: Checked, names: tuple[str, ...], detail: str = "", suggestion: str | None = None
) -> Iterator[Problem]:
    for field in checked.judgement.fields:
        if field.name in names and field.agrees is False:
            yield checked.problem(
                _PLACES.get(field.name, field.name),
                _both_sides(checked, field) + (f" ({detail})" if detail else ""),
                found=field.given,
                expected=field.record,
                suggestion=suggestion or field.record,
            )


def _both_sides(checked: Checked, field: FieldComparison) -> str:
    name = _WORDS.get(field.name, field.name)
    ours, theirs = (f"“{v}”" if name == "title" else v for v in (field.given, field.record))
    whose = checked.registry if checked.lookup else f"{checked.registry} ({_matched(checked)})"
    return f"{name}: given {ours}; {whose}: {theirs}"


def _matched(checked: Checked) -> str:
    return checked.judgement.matched_doi or ""


def _likeliest_year(checked: Checked) -> str | None:
    work = checked.judgement.work
    date = (work.printed or work.issued or work.online or work.posted) if work else None
    return str(date.year) if date else None
