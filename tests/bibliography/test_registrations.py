"""Which references cite the registration of a trial, and which a paper on it."""

from __future__ import annotations

import pytest

from claimcheck.bibliography.citations import parse_citation
from claimcheck.bibliography.identifiers import cited_registration


@pytest.mark.parametrize(
    ("text", "registration"),
    [
        ("ClinicalTrials.gov. A study of barley in winter. NCT03866174.", "NCT03866174"),
        ("Doe J. A study of barley. https://clinicaltrials.gov/study/NCT03866174", "NCT03866174"),
        ("A study of barley. ClinicalTrials.gov identifier: NCT03866174. 2021.", "NCT03866174"),
        ("Doe J, Roe A. Barley in winter (NCT03866174). J Crops. 2020;1(2):3-9.", None),
        ("Doe J, Roe A. Barley in winter. Journal of Crops. 2020. NCT03866174.", None),
        ("Doe J. Barley in winter. NCT03866174. doi:10.1000/barley", None),
        ("Doe J. Barley in winter. ISRCTN12345678.", None),
    ],
)
def test_only_a_registration_itself_is_asked_for(text, registration):
    assert cited_registration(parse_citation(text).reference) == registration
