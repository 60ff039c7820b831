"""Labelled sentences and drafts: each says what it says, and nothing cries wolf."""

import pytest

from statements.trials.labelled import HERE, every, scores, verdict

FILES = [
    path
    for path in (*sorted(HERE.glob("sentences/*.txt")), *sorted(HERE.glob("drafts/*.md")))
    if path.stem != "hard"
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_gets_its_verdict(path):
    wrong = [
        f"{o.where}: {o.expected} but {o.said}: {o.text}" for o in every([path]) if not o.right
    ]
    assert wrong == []


def test_hard_sentences_are_at_least_no_false_alarm():
    found = list(every([HERE / "sentences" / "hard.txt"]))
    alarms = [o.text for o in found if o.said == "contradicted" and not o.right]
    assert found
    assert alarms == []


def test_the_measure_itself_tells_right_from_wrong():
    found = list(every([HERE / "sentences" / "unsourced.txt"]))
    hits, said, meant = scores(found)["unsourced"]
    assert 0 < hits <= min(said, meant)
    assert verdict("Mushrooms grow in many places.") == "silent"
