"""Laws: a work agrees with itself under every distortion that is no error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.judgements import judge
from claimcheck.compare.match import Match, pick
from claimcheck.compare.works import compare
from claimcheck.model.dates import PartialDate
from claimcheck.model.evidence import Found, Record
from claimcheck.model.works import Name, Reference

NOW = datetime(2026, 11, 21, tzinfo=UTC)
WORDS = (
    "sleep memory insomnia randomised behaviour placebo-controlled tumour oedema naïve 12-month "
    "α-synuclein 5-HT2A cohort phase hippocampal adolescents remission ketogenic"
)
SURNAMES = (
    "Müller Sørensen Carhart-Harris Nutt Griffiths Ot’alora García-Romeu Łukasz Åström Wang "
    "Çelik Nguyễn Dvořák O’Brien Kjærgård Weiß"
)
TITLE_WORDS = st.sampled_from(WORDS.split())
FAMILIES = st.sampled_from(SURNAMES.split())
GIVEN = st.sampled_from(["Robin L.", "Ann", "Jean-Luc", "R R", "João", "Xiao-Ming", "T.", None])
JOURNAL = st.sampled_from(
    ["Journal of Sleep Research", "Nature Medicine", "The Lancet Psychiatry", "Sleep & Breathing"]
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    main = " ".join(draw(st.lists(TITLE_WORDS, min_size=4, max_size=8, unique=True)))
    second = " ".join(draw(st.lists(TITLE_WORDS, min_size=2, max_size=4)))
    families = draw(st.lists(FAMILIES, min_size=1, max_size=9, unique=True))
    year = draw(st.integers(1950, 2026))
    first = draw(st.integers(1, 2000))
    return Record(
        doi="10.1000/x",
        type="journal-article",
        titles=(f"{main}: {second}",),
        authors=tuple(Name(family=f, given=draw(GIVEN)) for f in families),
        containers=(draw(JOURNAL),),
        issued=PartialDate(year),
        printed=PartialDate(year),
        online=PartialDate(year - draw(st.integers(0, 1))),
        volume=str(draw(st.integers(1, 99))),
        issue=str(draw(st.integers(1, 12))),
        page=f"{first}-{first + 9}",
    )


def reference_to(record: Record) -> Reference:
    return Reference(
        id="x",
        title=record.titles[0],
        author=record.authors,
        container_title=record.containers[0],
        issued=record.issued,
        volume=record.volume,
        issue=record.issue,
        page=record.page,
        doi=record.doi,
    )


def without_accents(given: Reference) -> Reference:
    names = [
        Name(family=anyascii(n.family or ""), given=anyascii(n.given or "") or None)
        for n in given.author
    ]
    return replace(given, author=tuple(names), title=anyascii(given.title))


def transliterated(given: Reference) -> Reference:
    table = str.maketrans({"ü": "ue", "ø": "oe", "å": "aa", "Å": "Aa", "æ": "ae", "ß": "ss"})
    return replace(
        given,
        author=tuple(replace(n, family=(n.family or "").translate(table)) for n in given.author),
    )


def with_initials(given: Reference) -> Reference:
    names = [
        replace(
            n, given="".join(w[0] for w in n.given.replace("-", " ").split()) if n.given else None
        )
        for n in given.author
    ]
    return replace(given, author=tuple(names))


def as_literals(given: Reference) -> Reference:
    names = [Name(literal=f"{n.family}, {n.given or ''}") if n.family else n for n in given.author]
    return replace(given, author=tuple(names))


def abbreviated(given: Reference) -> Reference:
    parts = [w for w in (given.container_title or "").split() if w not in {"of", "The", "&"}]
    return replace(given, container_title=" ".join(f"{part[:4]}." for part in parts))


DISTORTIONS: tuple[Callable[[Reference], Reference], ...] = (
    lambda g: g,
    lambda g: replace(g, title=g.title.upper()),
    lambda g: replace(g, title=g.title.partition(":")[0]),
    lambda g: replace(g, title=g.title.replace(":", ".").replace("-", " ") + "."),
    lambda g: replace(g, title=g.title.replace("behaviour", "behavior").replace("sed", "zed")),
    lambda g: replace(g, author=g.author[:1], et_al=True),
    lambda g: replace(g, author=(*g.author[:6], Name(literal="...")), et_al=True),
    without_accents,
    transliterated,
    with_initials,
    as_literals,
    abbreviated,
    lambda g: replace(g, container_title=(g.container_title or "").replace("&", "and")),
    lambda g: replace(g, issued=PartialDate((g.issued or PartialDate(2000)).year - 1)),
    lambda g: replace(g, page=(g.page or "").partition("-")[0]),
    lambda g: replace(g, volume=None, issue=None, page=None, container_title=None),
)


@given(records(), st.lists(st.sampled_from(DISTORTIONS), max_size=3, unique=True))
def test_a_work_agrees_with_itself_however_it_is_printed(record, distortions) -> None:
    given_reference = reference_to(record)
    for distort in distortions:
        given_reference = distort(given_reference)
    wrong = [f for f in compare(given_reference, record) if f.agrees is False]
    assert wrong == []
    assert judge(given_reference, Found(record.doi, record, "crossref", NOW)).state == "verified"
    assert isinstance(pick(given_reference, [record]), Match)


@given(records(), records())
def test_another_work_is_never_verified(one: Record, other: Record) -> None:
    same_title = one.titles[0].partition(":")[0] == other.titles[0].partition(":")[0]
    judged = judge(reference_to(one), Found(other.doi, other, "crossref", NOW))
    if not same_title:
        assert judged.state in {"wrong_work", "mismatch"}


ANY = st.text(max_size=30)


@given(ANY, ANY, ANY, ANY, ANY)
def test_any_text_can_be_compared(
    title: str, family: str, venue: str, page: str, volume: str
) -> None:
    name = Name(family=family, given=venue)
    given_reference = Reference(
        id="x", title=title, author=(name,), container_title=venue, page=page, volume=volume
    )
    record = Record(
        doi="10.1000/x",
        titles=(title,),
        authors=(name,),
        containers=(venue,),
        page=page,
        volume=volume,
    )
    assert [f.name for f in compare(given_reference, record) if f.agrees is False] == []
