"""Which configuration file counts."""

import pytest

from claimcheck.config import find_config, resolve
from claimcheck.errors import InputError


@pytest.fixture
def inner(tmp_path):
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    return folder


def test_the_nearest_file_upwards_counts(tmp_path, inner):
    (tmp_path / "claimcheck.toml").touch()
    assert find_config(inner) == tmp_path / "claimcheck.toml"
    (inner.parent / "pyproject.toml").write_text("[tool.claimcheck]\n")
    assert find_config(inner) == inner.parent / "pyproject.toml"
    (inner / "claimcheck.toml").touch()
    (inner / "pyproject.toml").write_text("[tool.claimcheck]\n")
    assert find_config(inner) == inner / "claimcheck.toml"


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("[tool.claimcheck]\n", True),
        ("[project]\nname = 'x'\n\n  [ tool.claimcheck.severity ]\n", True),
        ("[[tool.claimcheck]]\n", True),
        ("tool.claimcheck.locked = true\n", True),
        ("[tool]\nother = 1\nclaimcheck = {locked = true}\n", True),
        ("[project.scripts]\nclaimcheck = 'claimcheck.__main__:main'\n", False),
        ("[tool.other]\n[project.scripts]\nclaimcheck = 'x'\n", False),
        ("[tool.claimchecker]\n", False),
        ("# [tool.claimcheck]\n", False),
        ("", False),
    ],
)
def test_a_project_file_counts_with_our_table_only(tmp_path, inner, text, counts):
    (tmp_path / "pyproject.toml").write_text(text)
    assert (find_config(inner) == tmp_path / "pyproject.toml") is counts


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_our_own_file_is_never_passed_over(tmp_path, kind):
    path = tmp_path / "claimcheck.toml"
    path.mkdir() if kind == "folder" else path.symlink_to("nowhere")
    assert find_config(tmp_path) == path
    with pytest.raises(InputError):
        resolve({}, {}, path)


def test_a_project_file_that_cannot_be_read_is_not_ours(tmp_path):
    (tmp_path / "pyproject.toml").mkdir()
    assert find_config(tmp_path) != tmp_path / "pyproject.toml"
