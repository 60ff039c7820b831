"""REF: whether a reference leads to a work, and to the right one."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.compare.dois import find_dois, normalise
from claimcheck.compare.kinship import IN_WORDS
from claimcheck.compare.match import Ambiguous, Match, NoMatch
from claimcheck.model.evidence import Found, Missing, Registered, Unavailable
from claimcheck.model.findings import Problem, Severity
from claimcheck.rules.base import rule
from claimcheck.rules.references.checked import Checked, in_print, record_in_print

WORTH_SHOWING = 0.5
"""Likeness from which a writer may recognise a record; a search always has some likest hit."""


@rule("REF001", "malformed-doi", Severity.ERROR)
def malformed_doi(checked: Checked) -> Iterator[Problem]:
    """A DOI is none by its syntax.

    A DOI is `10.`, a number, a slash and a suffix without spaces; resolver addresses and `doi:`
    before it are fine. Nothing can be looked up under anything else. Copy the DOI again.

    Fires:
        reference: {id: smith-2020, title: One work, DOI: 10.1000 one work}

    Quiet:
        reference: {id: smith-2020, title: One work, DOI: "https://doi.org/10.1000/ONE."}
        lookup: {record: {DOI: 10.1000/one, title: [One work]}}
    """
    doi = checked.reference.doi
    if doi is None or normalise(doi):
        return
    inside = [found for found, _, _ in find_dois(doi)]
    held = inside[0] if len(inside) == 1 else None
    meant = checked.match.record.doi if checked.match else held
    hint = _perhaps(meant) if checked.match or not held else f"; perhaps {held} is meant"
    message = f"`{doi}` is no DOI{hint}"
    yield checked.problem("DOI", message, found=doi, expected=meant, suggestion=meant)


@rule("REF002", "unregistered-doi", Severity.ERROR)
def unregistered_doi(checked: Checked) -> Iterator[Problem]:
    """No registration agency knows the DOI.

    Readers who follow it arrive nowhere, and a DOI that looks right but never existed is the mark
    of an invented reference. Where a search found the work described, its DOI is offered.

    Fires:
        reference: {id: smith-2020, title: One work, DOI: 10.1000/none}
        lookup: {missing: [crossref, doi.org]}

    Quiet:
        reference: {id: smith-2020, title: One work, DOI: 10.1000/none}
        lookup: {unavailable: Crossref did not answer}
    """
    if not isinstance(checked.lookup, Missing):
        return
    meant = checked.match.record.doi if checked.match else None
    asked = ", ".join(checked.lookup.services)
    message = f"no agency knows {checked.lookup.asked} (asked: {asked}){_perhaps(meant)}"
    yield checked.problem(
        "DOI", message, found=checked.reference.doi, expected=meant, suggestion=meant
    )


@rule("REF003", "wrong-work", Severity.ERROR)
def wrong_work(checked: Checked) -> Iterator[Problem]:
    """The DOI is that of another work.

    Title and authors, or where it was published, show that the record under this DOI is not the
    work described: a neighbour in the same issue, its correction, its supplement, the preprint of
    the article or the book of the chapter. Readers would check the wrong paper.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in young adults
          author: [{family: Smith, given: Ann}]
          DOI: 10.1000/two
        lookup:
          record:
            DOI: 10.1000/two
            title: [Growth of barley on acid soils]
            author: [{family: Brown, given: Bob}]

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in young adults
          author: [{family: Smith, given: A.}]
          DOI: 10.1000/one
        lookup:
          record:
            DOI: 10.1000/one
            title: ["Sleep and memory in young adults: a cohort study"]
            author: [{family: Smith, given: Ann}]
    """
    judgement = checked.judgement
    if judgement.kin is None or judgement.record is None:
        return
    meant = judgement.matched_doi
    if judgement.kin == "preprint" and not meant:
        meant = next(iter(judgement.record.preprint_of), None)
    theirs = record_in_print(judgement.record)
    sides = f"given: {in_print(checked.reference)}; {checked.registry}: {theirs}"
    message = f"{checked.doi} is {IN_WORDS[judgement.kin]}: {sides}{_perhaps(meant)}"
    yield checked.problem(
        "DOI",
        message,
        found=in_print(checked.reference),
        expected=theirs,
        suggestion=meant,
    )


@rule("REF012", "missing-doi", Severity.INFO)
def missing_doi(checked: Checked) -> Iterator[Problem]:
    """A reference gives no DOI though its work has one.

    With the DOI, readers and programs find the work, and its retraction is noticed. The one offered
    is that of a record that agrees with the reference; it is safe to add where every field does.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in young adults
          author: [{family: Smith, given: Ann}]
          issued: 2020
        hits:
        - DOI: 10.1000/one
          title: [Sleep and memory in young adults]
          author: [{family: Smith, given: Ann}]
          issued: {date-parts: [[2020, 5]]}

    Quiet:
        reference: {id: smith-2020, title: One work, DOI: 10.1000/one}
        lookup: {record: {DOI: 10.1000/one, title: [One work]}}
    """
    if checked.reference.doi is not None:
        return
    match checked.matching:
        case Match(record=record, comparison=comparison, likeness=likeness):
            message = f"its DOI is {record.doi} (likeness {likeness:.2f})"
            yield checked.problem(
                "", message, expected=record.doi, suggestion=record.doi, safe=not comparison.wrong
            )
        case Ambiguous(records=records):
            several = " and ".join(record.doi for record in records)
            yield checked.problem("", f"give its DOI: {several} fit equally well")


@rule("REF013", "unmatched", Severity.ERROR)
def unmatched(checked: Checked) -> Iterator[Problem]:
    """No such work was found.

    The services named were searched for title, authors and year, and hold nothing that agrees. For
    an article that is the mark of an invented reference; for a book, a report or a web page, which
    often have no DOI, it is told for information only.

    Fires:
        reference:
          id: smith-2020
          title: Sleep and memory in young adults
          author: [{family: Smith, given: Ann}]
        hits: []

    Quiet:
        reference:
          id: smith-2020
          title: Sleep and memory in young adults
          author: [{family: Smith, given: Ann}]
        hits:
        - DOI: 10.1000/one
          title: [Sleep and memory in young adults]
          author: [{family: Smith, given: Ann}]
    """
    if checked.lookup is not None or not isinstance(checked.matching, NoMatch):
        return
    best = checked.matching.best if checked.matching.likeness >= WORTH_SHOWING else None
    nearest = f"; the likest is {best.doi}: {record_in_print(best)}" if best else ""
    services = " and ".join(checked.searched)
    message = f"no such work was found in {services}: {checked.matching.why}{nearest}"
    expected = checked.judgement.state != "unchecked"
    yield checked.problem("", message, severity=None if expected else Severity.INFO)


@rule("REF014", "could-not-check", Severity.WARNING)
def could_not_check(checked: Checked) -> Iterator[Problem]:
    """A reference could not be checked.

    A service did not answer, the lock has no entry, or the DOI is registered with an agency whose
    records cannot be read. Nothing is said about the reference itself. Run again later, or refresh
    the lock; where nothing else was found, the exit status is 3.

    Fires:
        reference: {id: smith-2020, title: One work, DOI: 10.1000/one}
        lookup: {unavailable: Crossref did not answer}

    Quiet:
        reference: {id: smith-2020, title: One work, DOI: 10.1000/one}
        lookup: {missing: [crossref, doi.org]}
    """
    match checked.lookup or checked.matching:
        case Unavailable(reason=reason):
            field = "DOI" if checked.lookup else ""
            yield checked.problem(field, f"could not be checked: {reason}")
        case Registered(asked=doi):
            why = f"{doi} is {checked.judgement.reason}"
            yield checked.problem("DOI", f"could not be checked: {why}")
        case Found() | Missing() | Match() | NoMatch() | Ambiguous() | None:
            return


def _perhaps(doi: str | None) -> str:
    return f"; the work described is {doi}" if doi else ""
