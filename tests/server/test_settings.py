"""Configuration, base, baseline and dates count as they do for `claimcheck lint`."""

import pytest

from server.editor import awaited

RIGHT = "COMP001 randomised 233 people with treatment-resistant depression.\n"
WRONG = "COMP001 randomised 323 people with treatment-resistant depression.\n"
AWAITED = "MDMA-assisted therapy is on track for FDA approval.\n"


def codes(diagnostics):
    return [d.code for d in diagnostics]


@awaited
async def test_the_nearest_configuration_counts_and_is_read_again(edit, tmp_path):
    (tmp_path / "strict").mkdir()
    settings = tmp_path / "strict" / "claimcheck.toml"
    settings.write_text('severity = {contradicted = "info"}\n')
    async with edit(watching=True) as editor:
        [[registration]] = await editor.until(lambda: editor.watchers)
        assert registration.method == "workspace/didChangeWatchedFiles"
        editor.open("draft.md", WRONG)
        editor.open("strict/draft.md", WRONG)
        [plain] = await editor.diagnostics("draft.md")
        [lowered] = await editor.diagnostics("strict/draft.md")
        assert (plain.severity, lowered.severity) == (1, 3)
        settings.write_text('ignore = ["contradicted"]\n')
        editor.tell_changed(settings)
        assert list(await editor.diagnostics("strict/draft.md", after=1)) == []
        assert codes(await editor.diagnostics("draft.md", after=1)) == ["DFT001"]


@awaited
async def test_a_broken_configuration_is_told_once_and_may_be_mended(edit, tmp_path):
    settings = tmp_path / "claimcheck.toml"
    settings.write_text("ignore = [\n")
    async with edit() as editor:
        editor.open("draft.md", WRONG)
        [told] = await editor.diagnostics("draft.md")
        assert told.message.startswith("not checked: ")
        assert "claimcheck.toml:" in told.message
        editor.open("other.md", RIGHT)
        editor.change("draft.md", 2, WRONG + RIGHT)
        await editor.diagnostics("other.md")
        await editor.diagnostics("draft.md", version=2)
        settings.write_text('ignore = ["inconsistent"]\n')
        editor.change("draft.md", 3, RIGHT + WRONG)
        assert codes(await editor.diagnostics("draft.md", version=3)) == ["DFT001"]
        editor.tell_changed(settings)
        assert list(await editor.diagnostics("other.md", after=1)) == []
        settings.write_text('colour = "no"\n')
        editor.tell_changed(settings)
        await editor.diagnostics("other.md", after=2)
        assert [m.partition("claimcheck.toml:")[2] for m in editor.messages] == [
            "1:11: is not TOML: Invalid value",
            "1:1: unknown setting `colour` (did you mean `color`?)",
        ]
        assert await editor.leave() == 0
        logged = (await editor._server.stderr.read()).decode().splitlines()
        assert [line.partition(":")[0] for line in logged] == ["claimcheck"] * 2


@awaited
async def test_a_base_that_changes_is_read_again_also_after_a_fault(edit, tmp_path, base):
    trials = base / "trials.yaml"
    shipped = trials.read_text()
    async with edit() as editor:
        editor.open("draft.md", WRONG)
        assert codes(await editor.diagnostics("draft.md")) == ["DFT001"]
        trials.write_text(shipped.replace("233", "323"))
        editor.tell_changed(trials)
        assert list(await editor.diagnostics("draft.md", after=1)) == []
        trials.write_text("trials: [\n")
        editor.tell_changed(trials)
        [told] = await editor.diagnostics("draft.md", after=2)
        assert "trials.yaml" in told.message
        assert len(editor.messages) == 1
        trials.write_text(shipped)
        editor.change("draft.md", 2, f"{WRONG}\n")
        assert codes(await editor.diagnostics("draft.md", version=2)) == ["DFT001"]
        assert len(editor.messages) == 1


@awaited
async def test_the_base_of_the_folder_that_is_open_counts(edit, tmp_path, base):
    (base / "trials.yaml").write_text((base / "trials.yaml").read_text().replace("233", "323"))
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    async with edit(started_in=elsewhere) as editor:
        editor.open("draft.md", RIGHT)
        assert codes(await editor.diagnostics("draft.md")) == ["DFT001"]


@pytest.mark.parametrize(
    ("options", "text", "expected"),
    [
        ((), f"---\ndate: 2024-03-01\n---\n\n{AWAITED}", []),
        ((), f"---\ndate: 2025-03-01\n---\n\n{AWAITED}", ["DFT002"]),
        (("--as-of", "2024-03-01"), AWAITED, []),
        (("--ignore", "contradicted"), WRONG, []),
        (("--select", "DFT002"), WRONG + AWAITED, ["DFT002"]),
        ((), f'<!-- claimcheck: ignore reason="a joke" -->\n{WRONG}', []),
        (
            ("--no-suppressions", "--stdio"),
            f'<!-- claimcheck: ignore reason="a joke" -->\n{WRONG}',
            ["DFT001"],
        ),
    ],
)
@awaited
async def test_dates_options_and_comments(edit, options, text, expected):
    async with edit(*options) as editor:
        editor.open("draft.md", text)
        assert codes(await editor.diagnostics("draft.md")) == expected


@awaited
async def test_baseline_and_exclude_are_honoured(edit, run, tmp_path):
    (tmp_path / "old.md").write_text(WRONG)
    assert run("lint", "old.md", "--baseline", "known.json", "--write-baseline").returncode == 0
    (tmp_path / "claimcheck.toml").write_text('baseline = "known.json"\nexclude = ["left"]\n')
    async with edit() as editor:
        editor.open("old.md", WRONG)
        assert list(await editor.diagnostics("old.md")) == []
        editor.change("old.md", 2, WRONG + AWAITED)
        assert codes(await editor.diagnostics("old.md", version=2)) == ["DFT002"]
        editor.open("left/new.md", WRONG)
        assert list(await editor.diagnostics("left/new.md")) == []
        editor.open("new.md", WRONG)
        assert codes(await editor.diagnostics("new.md")) == ["DFT001"]
