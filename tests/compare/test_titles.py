"""Whether two titles name one work."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare.titles import compare_titles, forms, normal_form

OPEN_LABEL = (
    "Psilocybin with psychological support for treatment-resistant depression: "
    "an open-label feasibility study"
)
REBUS = "REBUS and the Anarchic Brain: Toward a Unified Model of the Brain Action of Psychedelics"
SAME = [
    (OPEN_LABEL.upper(), OPEN_LABEL),
    (OPEN_LABEL.replace("-", " ").replace(":", "."), OPEN_LABEL),
    ("Psilocybin with psychological support for treatment-resistant depression", OPEN_LABEL),
    (OPEN_LABEL, "Psilocybin with psychological support for treatment-resistant depression"),
    (OPEN_LABEL.replace("psychological", "pyschological"), OPEN_LABEL),
    (OPEN_LABEL + "*", "RETRACTED: " + OPEN_LABEL),
    ("REBUS and the anarchic brain: Toward a unified model of the brain ...", REBUS),
    ("REBUS and the anarchic brain: Toward a unified model of the brain act", REBUS),
    ("REBUS and anarchic brain—toward a unified model of brain action of psychedelics", REBUS),
    ("Study of the 5-HT2AR agonist", "Study of the 5-HT<sub>2A</sub> receptor agonist"),
    ("Role of TNF-alpha in behaviour", "Role of TNF-α in behavior"),
    ("Cell signalling and b-catenin", "Cell signalling and β-catenin"),
    ("Gas signalling and v-catenin", "Gαs signalling and β-catenin"),
    ("Phase III trial of two doses", "Phase 3 trial of 2 doses"),
    ("Placebocontrolled trial of sleep", "Placebo-controlled trial of sleep"),
    ("Fraud in systematic reviews", "Fraud in systematic reviews: Lessons from a case"),
    ("Häufigkeit der Depression", "Haeufigkeit der Depression"),
    ("3. Sleep and memory in old age", "Sleep and memory in old age"),
    ("Relationships beween heart rate and age", "Relationships between heart rate and age"),
]  # fmt: skip
DIFFERENT = [
    (OPEN_LABEL.replace("Psilocybin", "Ketamine"), OPEN_LABEL),
    (OPEN_LABEL.replace("depression", "anxiety"), OPEN_LABEL),
    (OPEN_LABEL.replace("open-label feasibility", "double-blind feasibility"), OPEN_LABEL),
    ("Sleep after treatment: a 6-month follow-up", "Sleep after treatment: a 12-month follow-up"),
    ("A retrospective study of sleep", "A prospective study of sleep"),
    ("Sleep with insomnia in old age", "Sleep without insomnia in old age"),
    ("Sleep in the elderly: Part I", "Sleep in the elderly: Part II"),
    ("Sleep and memory", "Sleep and memory in old adults"),
    ("Effects of sleep on memory", "Effects of memory on sleep"),
    ("Depresion and anxety in slep disorders", "Depression and anxiety in sleep disorders"),
]  # fmt: skip


@pytest.mark.parametrize(("given_title", "recorded"), SAME)
def test_these_are_one_title(given_title: str, recorded: str) -> None:
    for one, two in ((given_title, recorded), (recorded, given_title)):
        found = compare_titles(one, [two])
        assert found is not None
        assert found.same, found.changed
        assert found.likeness >= 0.9


@pytest.mark.parametrize(("given_title", "recorded"), DIFFERENT)
def test_these_are_two(given_title: str, recorded: str) -> None:
    found = compare_titles(given_title, [recorded])
    assert found is not None
    assert not found.same
    assert found.likeness < 1


def test_changed_words_are_named_with_what_they_replace() -> None:
    found = compare_titles("Ketamine for chronic pain in adults", ["Psilocybin for pain in adults"])
    assert found is not None
    assert found.changed == (("ketamine", "psilocybin"), ("chronic", ""))


def test_a_subtitle_that_the_record_has_must_agree() -> None:
    recorded = forms(["Sleep in the elderly"], ["a prospective cohort"])
    dropped = compare_titles("Sleep in the elderly", recorded)
    changed = compare_titles("Sleep in the elderly: a retrospective cohort", recorded)
    assert dropped is not None
    assert dropped.same
    assert changed is not None
    assert not changed.same


def test_one_of_two_titles_is_enough() -> None:
    recorded = forms(["Schlaf im Alter", "Sleep in old age"])
    found = compare_titles("Sleep in old age", recorded)
    assert found is not None
    assert found.same


@pytest.mark.parametrize(("one", "two"), [("", "Sleep"), ("Sleep", ""), ("…", "Sleep")])
def test_nothing_can_be_said_of_a_title_without_words(one: str, two: str) -> None:
    assert compare_titles(one, [two]) is None


def test_a_short_title_is_little_evidence() -> None:
    found = compare_titles("Editorial", ["Editorial"])
    assert found is not None
    assert (found.same, found.shared) == (True, 1)


TITLES = st.lists(
    st.text(alphabet="abcdefghij αβé-:.", min_size=1, max_size=12), min_size=1, max_size=9
).map(" ".join)


@given(TITLES)
def test_a_title_is_itself_and_its_normal_form_stays(title: str) -> None:
    normal = normal_form(title)
    assert normal_form(normal) == normal
    if found := compare_titles(title, [title]):
        assert found.same
        assert not found.changed


@given(TITLES, TITLES)
def test_likeness_is_within_bounds_and_symmetric(one: str, two: str) -> None:
    a, b = compare_titles(one, [two]), compare_titles(two, [one])
    assert (a is None) == (b is None)
    if a and b:
        assert 0 <= a.likeness <= 1
        assert a.same == b.same
        assert a.likeness == pytest.approx(b.likeness)
