"""Labels that publishers set before titles."""

import pytest

from claimcheck.compare.labels import split_label, without_status


@pytest.mark.parametrize(
    ("title", "label", "rest"),
    [
        ("RETRACTED: Sleep", "retracted", "Sleep"),
        ("RETRACTED ARTICLE: Sleep", "retracted", "Sleep"),
        ("[Retracted] Sleep", "retracted", "Sleep"),
        ("WITHDRAWN: Sleep", "retracted", "Sleep"),
        ("Sleep (Retracted article. See vol. 370, pg. 1, 2020)", "retracted", "Sleep"),
        ("Retraction—Sleep", "retraction", "Sleep"),
        ("Retraction Note: Sleep", "retraction", "Sleep"),
        ("Notice of Retraction: Sleep", "retraction", "Sleep"),
        ("Expression of Concern: Sleep", "concern", "Sleep"),
        ("Correction: Sleep", "correction", "Sleep"),
        ("Author Correction: Sleep", "correction", "Sleep"),
        ("Publisher’s Correction: Sleep", "correction", "Sleep"),
        ("Erratum to: Sleep", "correction", "Sleep"),
        ("Corrigendum", "correction", ""),
        ("Sleep: Corrigendum", "correction", "Sleep"),
        ("Reply to: Sleep", "reply", "Sleep"),
        ("Reader Response: Sleep", "reply", "Sleep"),
        ("Comment on “Sleep”", "comment", "“Sleep”"),
        ("Peer review of Sleep", "review", "Sleep"),
        ("Additional file 3 of Sleep", "supplement", "Sleep"),
        ("Supplementary material for Sleep", "supplement", "Sleep"),
        ("Data from: Sleep", "supplement", "Sleep"),
        ("Sleep and retraction of the gums", None, "Sleep and retraction of the gums"),
        ("Response of barley to nitrogen", None, "Response of barley to nitrogen"),
        ("Letters", None, "Letters"),
    ],
)
def test_split_label(title: str, label: str | None, rest: str) -> None:
    assert split_label(title) == (label, rest)


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("RETRACTED: Sleep", "Sleep"),
        ("Original Article: Sleep", "Sleep"),
        ("Correction: Sleep", "Correction: Sleep"),
        ("WITHDRAWN:", "WITHDRAWN:"),
    ],
)
def test_only_a_status_or_a_heading_is_no_part_of_a_title(title: str, rest: str) -> None:
    assert without_status(title) == rest
