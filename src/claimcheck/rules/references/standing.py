"""REF: whether the work that a reference leads to still stands."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.kinship import is_preprint
from claimcheck.compare.labels import split_label
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Update, UpdateKind
from claimcheck.model.findings import Problem, Severity
from claimcheck.rules.base import rule
from claimcheck.rules.references.checked import Checked

_REPORTERS = {"retraction-watch": "Retraction Watch", "publisher": "the publisher"}
_IN_WORDS: dict[UpdateKind, str] = {
    "retraction": "has been retracted",
    "concern": "is under an expression of concern",
    "correction": "has been corrected",
}
_LATEST = PartialDate(9999)


@rule("REF008", "retracted", Severity.ERROR)
def retracted(checked: Checked) -> Iterator[Problem]:
    """A cited work has been retracted, withdrawn or removed.

    What rests on it has lost its support. Cite another source, or, where the retraction itself is
    the matter, mark the title as retracted; the finding is a warning then.

    Fires:
        reference: {id: smith-2020, title: Sleep and memory in old adults, DOI: 10.1000/one}
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            updated-by:
            - {DOI: 10.1000/notice, type: retraction, updated: {date-parts: [[2021, 2, 6]]}}

    Quiet:
        reference:
          id: smith-2021
          title: "Retraction: Sleep and memory in old adults"
          DOI: 10.1000/notice
        lookup:
          record:
            DOI: 10.1000/notice
            title: ["Retraction: Sleep and memory in old adults"]
            update-to:
            - {DOI: 10.1000/one, type: retraction, updated: {date-parts: [[2021, 2, 6]]}}
    """
    admitted = split_label(checked.reference.title)[0] == "retracted"
    yield from _news(checked, "retraction", severity=Severity.WARNING if admitted else None)


@rule("REF009", "expression-of-concern", Severity.WARNING)
def expression_of_concern(checked: Checked) -> Iterator[Problem]:
    """The editors have expressed concern about a cited work.

    Its results are in doubt and an inquiry may be under way. Say so, or cite another source too.

    Fires:
        reference: {id: smith-2020, title: Sleep and memory in old adults, DOI: 10.1000/one}
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            updated-by:
            - {DOI: 10.1000/doubt, type: expression_of_concern, updated: {date-parts: [[2021]]}}

    Quiet:
        reference: {id: smith-2020, title: Sleep and memory in old adults, DOI: 10.1000/one}
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            updated-by:
            - {DOI: 10.1000/next, type: new_version, updated: {date-parts: [[2021]]}}
    """
    if checked.judgement.state != "retracted":
        yield from _news(checked, "concern")


@rule("REF010", "corrected", Severity.INFO)
def corrected(checked: Checked) -> Iterator[Problem]:
    """A cited work has been corrected.

    Usually harmless; see whether the correction touches what is cited.

    Fires:
        reference: {id: smith-2020, title: Sleep and memory in old adults, DOI: 10.1000/one}
        lookup:
          record:
            DOI: 10.1000/one
            title: [Sleep and memory in old adults]
            updated-by:
            - {DOI: 10.1000/mended, type: corrigendum, updated: {date-parts: [[2021]]}}

    Quiet:
        reference: {id: smith-2020, title: Sleep and memory in old adults, DOI: 10.1000/one}
        lookup: {record: {DOI: 10.1000/one, title: [Sleep and memory in old adults]}}
    """
    yield from _news(checked, "correction")


@rule("REF011", "preprint-superseded", Severity.WARNING)
def preprint_superseded(checked: Checked) -> Iterator[Problem]:
    """A cited preprint has been published since.

    Peer review may have changed its figures. Cite the published version, unless the preprint itself
    is the matter.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          container-title: bioRxiv
          DOI: 10.1000/pre
        lookup:
          record:
            DOI: 10.1000/pre
            type: posted-content
            subtype: preprint
            title: [Sleep and memory in old adults]
            relation: {is-preprint-of: [{id-type: doi, id: 10.1000/one}]}

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in old adults
          container-title: bioRxiv
          DOI: 10.1000/pre
        lookup:
          record:
            DOI: 10.1000/pre
            type: posted-content
            subtype: preprint
            title: [Sleep and memory in old adults]
    """
    work = checked.judgement.work
    if work and checked.judgement.kin is None and is_preprint(work) and work.preprint_of:
        final = work.preprint_of[0]
        message = f"the preprint {work.doi} has been published as {final}"
        yield checked.problem("DOI", message, found=work.doi, expected=final, suggestion=final)


def _news(
    checked: Checked, kind: UpdateKind, severity: Severity | None = None
) -> Iterator[Problem]:
    """One problem for all notices of a kind on the work described."""
    notices = [update for update in checked.judgement.news if update.kind == kind]
    work = checked.judgement.work
    if notices and work:
        first = min(notices, key=lambda n: n.date or _LATEST)
        message = f"{work.doi} {_IN_WORDS[kind]} ({_told(first, work.doi)})"
        yield checked.problem("DOI", message, found=work.doi, severity=severity)


def _told(notice: Update, doi: str) -> str:
    if notice.source == "title":
        return "so its title says"
    event = notice.type.replace("_", " ")
    parts = [f"{event} of {notice.date}" if notice.date else event]
    if notice.doi != doi:
        parts.append(f"notice {notice.doi}")
    if notice.source:
        parts.append(f"reported by {_REPORTERS.get(notice.source, notice.source)}")
    return ", ".join(parts)
