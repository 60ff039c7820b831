"""Arguments mean the drafts that a writer would expect, and say so when they mean none."""

import pytest

from claimcheck.drafts.discovery import discover
from claimcheck.errors import UsageError


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of drafts, entered."""
    for name in (
        *(
            "b.md",
            "a.txt",
            "Z.HTML",
            "image.png",
            ".hidden.md",
            "~$c.docx",
            "sub/c.rst",
            "sub/d.tex",
        ),
        *("sub/deep/e.ipynb", "node_modules/x/readme.md", ".git/info.md", ".venv/f.md"),
        *("build/out.html", "drafts/old.md", "drafts/new.md", "empty/none.png"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Text.")
    monkeypatch.chdir(tmp_path)
    return tmp_path


ALL = ("Z.HTML", "a.txt", "b.md", "build/out.html", "drafts/new.md", "drafts/old.md")
DEEP = ("sub/c.rst", "sub/d.tex", "sub/deep/e.ipynb")


def paths(*arguments, exclude=()):
    found = discover(arguments, exclude)
    assert found.faults == ()
    return found.paths


def test_a_folder_means_its_drafts_in_order(site):
    assert paths(".") == (*ALL, *DEEP)
    assert paths("sub") == DEEP
    assert paths(str(site / "sub")) == tuple(str(site / name) for name in DEEP)
    assert paths("sub/") == DEEP


def test_files_are_read_whatever_they_are_called(site):
    assert paths("image.png", ".hidden.md", "node_modules/x/readme.md") == (
        *("image.png", ".hidden.md", "node_modules/x/readme.md"),
    )


def test_each_draft_once_in_the_order_of_the_arguments(site):
    assert paths("sub/d.tex", "sub", "./sub/c.rst") == ("sub/d.tex", "sub/c.rst", DEEP[2])


def test_globs(site):
    assert paths("*.md") == ("b.md",)
    assert paths("**/*.md") == ("b.md", "drafts/new.md", "drafts/old.md")
    assert paths("drafts/[no]*") == ("drafts/new.md", "drafts/old.md")
    (site / "[x].md").write_text("Text.")
    assert paths("[x].md") == ("[x].md",)


@pytest.mark.parametrize("name", [".gitignore", ".ignore", ".claimcheckignore"])
def test_ignore_files(site, name):
    (site / name).write_text("# generated\nbuild/\n*.md\n!new.md\n!\n/a.txt\n")
    (site / "sub" / name).write_text("deep\n")
    left = ("Z.HTML", "drafts/new.md", "sub/c.rst", "sub/d.tex")
    assert paths(".") == left
    assert paths("**/*.*") == left
    assert paths("drafts") == ("drafts/new.md",)
    assert paths("b.md") == ("b.md",)
    assert paths("build") == ("build/out.html",)


def test_our_own_ignore_file_decides(site):
    (site / ".gitignore").write_text("drafts/\n")
    (site / ".claimcheckignore").write_text("!drafts/\nsub\n")
    assert paths(".") == ALL


def test_ignore_files_above_the_repository_do_not_count(site):
    (site / ".gitignore").write_text("*.md\n")
    (site / "drafts" / ".git").mkdir()
    assert paths("drafts") == ("drafts/new.md", "drafts/old.md")


def test_exclude(site):
    assert paths(".", exclude=["sub", "*.html", "/a.txt"]) == (
        *("Z.HTML", "b.md", "drafts/new.md", "drafts/old.md"),
    )
    assert paths("b.md", "drafts/new.md", exclude=["drafts"]) == ("b.md",)
    assert paths("b.md", exclude=["*.md"]) == ()
    with pytest.raises(UsageError, match="no pattern"):
        discover(["."], exclude=["!"])


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("nowhere.md", "nowhere.md:1:1: no such file or folder"),
        ("nowhere/", "nowhere/:1:1: no such file or folder"),
        ("*.org", "*.org:1:1: matches no draft (.md"),
        ("*.png", "*.png:1:1: matches no draft (.md"),
        ("empty", "empty:1:1: holds no drafts (.md"),
        ("x" * 5000, "no such file or folder"),
    ],
)
def test_what_means_nothing_is_said_and_the_rest_is_found(site, argument, message):
    found = discover([argument, "b.md"])
    assert found.paths == ("b.md",)
    (fault,) = found.faults
    assert message in str(fault)


def test_links_that_go_round_end(site):
    (site / "sub" / "loop").symlink_to(site / "sub", target_is_directory=True)
    (site / "sub" / "broken.md").symlink_to(site / "gone.md")
    assert paths("sub") == ("sub/broken.md", *DEEP)
