"""The references that ship with the base, and the evidence lock beside them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml

from claimcheck.compare.dois import normalise
from claimcheck.compare.works import as_printed
from claimcheck.load import load_base
from claimcheck.model.base import Base
from claimcheck.model.evidence import Found
from claimcheck.model.works import Printed, Reference
from claimcheck.rules.references import REFERENCE_RULES, check_reference
from claimcheck.sources.lock import Lock, LockSource
from claimcheck.sources.lockfile import format_lock, read_lock

DATA = Path(__file__).parents[2] / "data"
BESIDE_THE_WORK = {"article", "et_al", "note", "waivers"}
"""Fields of `Printed` that do not repeat a field of the reference."""


@cache
def base() -> Base:
    return load_base(DATA)


@cache
def lock() -> Lock:
    return read_lock(DATA / "claimcheck.lock")


def references() -> tuple[Reference, ...]:
    return base().references


def with_doi() -> dict[str, Reference]:
    return {normalise(ref.doi) or "": ref for ref in references() if ref.doi}


def printed() -> list[tuple[Reference, Printed]]:
    return [(ref, entry) for ref in references() for entry in ref.as_printed]


def plain(value: object) -> str:
    """A text without case, marks and spaces: what remains is no matter of style."""
    text = unicodedata.normalize("NFKD", str(value).replace("&", "and"))
    return re.sub(r"[^a-z0-9]+", "", text.casefold())


def families(value: tuple[object, ...]) -> list[str]:
    return [plain(getattr(name, "family", None) or name) for name in value]


def test_every_reference_is_read() -> None:
    raw = yaml.load((DATA / "references.yaml").read_text("utf-8"), yaml.BaseLoader)
    faults = [p.message for p in base().problems if p.where.path.endswith("references.yaml")]
    assert not faults
    assert len(references()) == len(raw["references"]) > 128


def test_ids_and_dois_stand_once() -> None:
    ids = Counter(ref.id for ref in references())
    dois = Counter(normalise(ref.doi) for ref in references() if ref.doi)
    assert not [name for name, times in (ids + dois).items() if times > 1]


def test_every_doi_is_one() -> None:
    odd = [ref.id for ref in references() if ref.doi and normalise(ref.doi) != ref.doi.lower()]
    assert not odd
    assert not [p.doi for _, p in printed() if p.doi and normalise(p.doi) != p.doi.lower()]


def test_every_reference_says_where_it_was_read() -> None:
    assert not [ref.id for ref in references() if not ref.origin]


def test_a_fact_from_memory_has_no_high_confidence() -> None:
    memory = re.compile(r"^general knowledge|DOI string itself was not seen", re.I)
    doubtful = [ref for ref in references() if memory.search(ref.origin or "")]
    assert doubtful
    assert not [ref.id for ref in doubtful if ref.confidence == "high"]


@pytest.mark.parametrize(("ref", "entry"), printed(), ids=lambda value: getattr(value, "id", ""))
def test_what_an_article_printed_differs_from_the_work(ref: Reference, entry: Printed) -> None:
    assert entry.article in base().article or not base().articles
    given = [f.name for f in fields(entry) if f.name not in BESIDE_THE_WORK]
    given = [name for name in given if getattr(entry, name) is not None]
    assert given
    for name in given:
        ours, theirs = getattr(ref, name), getattr(entry, name)
        if name == "author":
            assert families(theirs) != families(ours)[: len(theirs)]
        else:
            assert plain(theirs) != plain(ours), name


def test_every_waiver_has_a_reason() -> None:
    every = [w for ref in references() for w in ref.waivers]
    every += [w for _, entry in printed() for w in entry.waivers]
    assert every
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)+|retracted", w.rule) and w.reason for w in every)


def test_the_lock_answers_for_every_doi_and_no_other() -> None:
    dois = set(with_doi()) | {normalise(entry.doi) or "" for _, entry in printed() if entry.doi}
    assert set(with_doi()) <= set(lock().works)
    assert set(lock().works) <= dois


def test_the_lock_holds_the_work_that_the_reference_names() -> None:
    for doi, ref in with_doi().items():
        answer = lock().works[doi]
        assert isinstance(answer, Found)
        assert plain(answer.record.titles[0]) == plain(ref.title), ref.id
        assert families(answer.record.authors)[:1] == families(ref.author)[:1], ref.id


def test_no_lock_record_claims_to_come_from_a_registry() -> None:
    for doi, answer in lock().works.items():
        assert isinstance(answer, Found), doi
        assert answer.via == "lock"
        assert "not fetched from a registry" in (answer.record.origin or "")


def test_the_lock_knows_the_retracted_works() -> None:
    retracted = {
        ref.id
        for doi, ref in with_doi().items()
        if isinstance(answer := lock().works[doi], Found)
        and any(update.kind == "retraction" for update in answer.record.updates)
    }
    assert retracted == {"mithoefer-2019", "jerome-2020", "feduccia-2021", "ricaurte-2002"}
    waived = {r.id for r in references() if any(w.rule == "retracted" for w in r.waivers)}
    assert waived == retracted


def test_the_lock_file_is_in_its_stable_form() -> None:
    assert (DATA / "claimcheck.lock").read_text("utf-8") == format_lock(lock())


def test_retraction_notes_name_the_work_they_retract() -> None:
    notes = [ref for ref in references() if ref.genre == "Retraction note"]
    assert notes
    for ref in notes:
        answer = lock().works[normalise(ref.doi or "") or ""]
        assert isinstance(answer, Found)
        assert [update.doi for update in answer.record.notice_for if update.doi in with_doi()]


def findings(ref: Reference) -> set[str]:
    """Names of the rules that have something to say on a reference, from the lock alone."""
    doi = normalise(ref.doi or "")
    answer = next(LockSource(lock()).look_up([doi])) if doi else None
    checked = check_reference(ref, lambda *_: ref.place, answer)
    return {rule.name for rule in REFERENCE_RULES if list(rule.check(checked))}


def test_what_the_lock_says_of_a_reference_is_waived() -> None:
    every = [*references(), *(as_printed(ref, entry) for ref, entry in printed())]
    open_ = {ref.id: findings(ref) - {w.rule for w in ref.waivers} for ref in every}
    assert not {name: found for name, found in open_.items() if found}


def test_a_wrong_author_that_an_article_printed_is_found() -> None:
    found = {ref.id: findings(as_printed(ref, entry)) for ref, entry in printed()}
    assert found["ross-2016"] == {"author-mismatch"}
    assert found["abdallah-2015"] == {"could-not-check"}


def test_what_the_articles_cite_is_in_the_base() -> None:
    cited = [c for article in base().articles for c in article.citations]
    assert {c.ref for c in cited} <= {ref.id for ref in references()}
    assert {c.ref for c in cited if c.listed} >= {ref.id for ref, _ in printed()}
    faulty = [c for c in cited if c.cited != c.listed]
    assert len(faulty) == 7
    assert all(c.waivers for c in faulty)
