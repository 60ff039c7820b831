"""`claimcheck trials --chart` as a process."""

import sys


def test_terminal(run):
    done = run("trials", "MDMA", "--chart", env={"COLUMNS": "100"})
    assert done.returncode == 0, done.stderr
    for part in ("Participants by trial", "mapp2 (3)", "n = 42", "◆", "●"):
        assert part in done.stdout


def test_files(run, tmp_path):
    done = run(
        "trials", "COMP360", "--chart-outcome", "remission", "--chart-file", "a.svg",
        "--chart-file", "sizes:b.png", "--chart-file", "timeline:c.html",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "Remission by trial and arm" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert (tmp_path / "b.png").read_bytes().startswith(b"\x89PNG")
    assert "<table>" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_what_cannot_be_drawn_exits_2(run):
    for arguments in (
        ["MDMA", "--chart-file", "a.gif"],
        ["MDMA", "--chart-file", "size:a.svg"],
        ["MDMA", "--chart", "--chart-outcome", "effect size"],
        ["salvinorin A", "--chart-file", "a.svg"],
    ):
        done = run("trials", *arguments)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_without_matplotlib_the_message_says_what_to_install(run, tmp_path):
    blocked = tmp_path / "sitecustomize.py"
    blocked.write_text("import sys\nsys.modules['matplotlib'] = None\n")
    assert sys.executable
    done = run("trials", "MDMA", "--chart-file", "a.svg", env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 2
    assert "claimcheck-evidence[charts]" in done.stderr
