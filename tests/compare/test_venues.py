"""Journals: abbreviations against namesakes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.venues import compare_venues

SAME = [
    ("N Engl J Med", "New England Journal of Medicine"),
    ("N. Engl. J. Med.", "The New England Journal of Medicine"),
    ("NEJM", "New England Journal of Medicine"),
    ("PNAS", "Proceedings of the National Academy of Sciences"),
    ("Proc. Natl. Acad. Sci. U.S.A.", "Proceedings of the National Academy of Sciences"),
    (
        "Proc Natl Acad Sci U S A",
        "Proceedings of the National Academy of Sciences of the United States of America",
    ),
    ("JAMA", "Journal of the American Medical Association"),
    ("JAMA: the journal of the American Medical Association", "JAMA"),
    ("The Lancet", "Lancet (London, England)"),
    ("Lancet Psychiatry", "The Lancet Psychiatry"),
    ("BMJ (Clinical research ed.)", "BMJ"),
    ("British Medical Journal", "BMJ"),
    ("Nat Med", "Nature Medicine"),
    ("J Psychopharmacol", "Journal of Psychopharmacology"),
    ("Psychopharmacology (Berl)", "Psychopharmacology"),
    ("Neuropsychopharmacol Biol Psychiatry", "Neuro-Psychopharmacology and Biological Psychiatry"),
    ("Behaviour Research & Therapy", "Behavior Research and Therapy"),
    ("Eur J Obstet Gynecol", "European Journal of Obstetrics &amp; Gynecology"),
    ("Front. Psychol.", "Frontiers in Psychology"),
    ("AM J PSYCHIAT", "American Journal of Psychiatry"),
    ("Arch. Der.", "Archives of Dermatology"),
    ("J Hand Surg Eur Vol", "Journal of Hand Surgery (European Volume)"),
    ("Canadian Geographer", "Canadian Geographer-Geographe Canadien"),
    ("Journal of Physics A", "Journal of Physics A: Mathematical and General"),
    ("PLoS ONE", "PLOS One"),
    ("Jpn J Pharmacol", "Japanese Journal of Pharmacology"),
]  # fmt: skip
DIFFERENT = [
    ("Psychopharmacology", "Journal of Psychopharmacology"),
    ("Lancet", "The Lancet Psychiatry"),
    ("Nature", "Nature Medicine"),
    ("Nat Med", "Nature Methods"),
    ("JAMA", "JAMA Psychiatry"),
    ("BMJ", "BMJ Open"),
    ("Biological Psychiatry", "Biological Psychiatry: Cognitive Neuroscience and Neuroimaging"),
    ("Neuropsychopharmacology", "Psychopharmacology"),
    ("Journal of Pharmacology", "Journal of Psychopharmacology"),
    ("Cancer", "Cancer Research"),
    ("Conservation Biology", "Chelonian Conservation and Biology"),
    ("Neuro-Oncology", "Neuro"),
    ("Journal of Physics A", "Journal of Physics B"),
    ("Psychiatry Research", "Psychiatry Research. Neuroimaging"),
    ("Sleep Medicine", "Sleep Medicine Reviews"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_these_are_one_journal(one: str, two: str) -> None:
    for a, b in ((one, two), (two, one)):
        found = compare_venues(a, [b])
        assert found is not None
        assert found.same


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_these_are_two_journals(one: str, two: str) -> None:
    for a, b in ((one, two), (two, one)):
        found = compare_venues(a, [b])
        assert found is not None
        assert not found.same
        assert found.likeness < 1


def test_any_of_the_record_s_names_will_do() -> None:
    found = compare_venues("Phys. Rev. B", ["Physical Review B: Condensed Matter", "Phys. Rev. B"])
    assert found is not None
    assert found.same


@pytest.mark.parametrize(
    ("name", "recorded"), [("", ["Nature"]), ("Nature", []), ("—", ["Nature"])]
)
def test_nothing_can_be_said_without_a_name(name: str, recorded: list[str]) -> None:
    assert compare_venues(name, recorded) is None


JOURNALS = st.lists(
    st.sampled_from("Journal of Clinical Sleep and Brain Research Medicine in Psychology".split()),  # noqa: SIM905
    min_size=2,
    max_size=6,
)


@given(JOURNALS, st.randoms())
def test_a_name_cut_word_by_word_is_its_abbreviation(parts: list[str], rng) -> None:
    long = [part for part in parts if part not in {"of", "and", "in"}]
    short = " ".join(part[: rng.randint(1, len(part))] for part in long)
    if long:
        found = compare_venues(short, [" ".join(parts)])
        assert found is not None
        assert found.same
