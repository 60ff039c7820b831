"""The command itself: how it begins, what it says, and how it ends."""

import asyncio
import json
import signal
import subprocess
import sys

from server.editor import PATIENCE, awaited

WRONG = "COMP001 randomised 323 people with treatment-resistant depression.\n"
WITHOUT = (
    "import sys; sys.modules['pygls'] = None; sys.argv = ['claimcheck', 'server'];"
    "from claimcheck.__main__ import main; sys.exit(main())"
)


def test_help_says_what_it_is_for(run):
    result = run("server", "--help")
    assert result.returncode == 0
    assert "Language Server Protocol" in result.stdout
    assert "--stdio" in result.stdout
    assert "--write-baseline" not in result.stdout


def test_without_the_extra_one_line_says_what_to_install(environment, tmp_path):
    command = [sys.executable, "-c", WITHOUT]
    result = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr == (
        "claimcheck: error: the server needs pygls: pip install 'claimcheck-evidence[server]'\n"
    )


def test_an_option_that_makes_no_sense_is_refused(run):
    result = run("server", "--select", "contradictd")
    assert result.returncode == 2
    assert "did you mean" in result.stderr
    assert result.stdout == ""


@awaited
async def test_it_ends_well_after_a_request_to_shut_down(edit):
    async with edit() as editor:
        editor.open("draft.md", WRONG)
        assert await editor.leave() == 0
        assert await editor._server.stderr.read() == b""


@awaited
async def test_an_exit_without_that_request_is_an_error(edit):
    async with edit() as editor:
        editor.exit(None)
        assert await editor.ended() == 1


@awaited
async def test_it_ends_when_the_client_is_gone(edit):
    async with edit() as editor:
        editor.open("draft.md", WRONG)
        editor._server.stdin.close()
        assert await editor.ended() == 1


@awaited
async def test_an_interrupt_ends_it_at_once(edit):
    async with edit() as editor:
        editor._server.send_signal(signal.SIGINT)
        assert await editor.ended() == 130
        assert await editor._server.stderr.read() == b"claimcheck: interrupted\n"


@awaited
async def test_what_is_no_message_stops_nothing(edit):
    async with edit() as editor:
        wrong = {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": 3}}
        for body in (b"{", b"[]", b'"text"', json.dumps(wrong).encode()):
            editor._server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        editor.change("never-opened.md", 2, (0, 0, 0, 1, "x"))
        editor.close("never-opened.md")
        editor.open("draft.md", WRONG)
        editor.change(
            "draft.md", 2, (0, 0, 99, 0, "x\n\n"), (50, 5, 2, 0, WRONG), (0, 999, 0, 9999, "")
        )
        [finding] = await editor.diagnostics("draft.md", version=2)
        assert finding.code == "DFT001"
        assert await editor.leave() == 0
        assert b"Traceback" not in await editor._server.stderr.read()


@awaited
async def test_nothing_is_asked_of_the_network(edit, standin):
    listed = "Sleep helps (Smith, 2020).\n\n## References\n\nSmith, A. (2020). Sleep and memory in "
    text = f"{listed}young adults. Sleep Medicine, 12(3), 101-110. https://doi.org/10.1000/sleep\n"
    async with edit(more=standin.environment) as editor:
        editor.open("draft.md", text)
        [gap] = await editor.diagnostics("draft.md")
        assert (gap.code, gap.severity) == ("REF014", 3)
    assert standin.requests == []


@awaited
async def test_stdout_and_stdin_may_go_at_any_moment(edit):
    async with edit() as editor:
        for version in range(1, 20):
            editor.open("draft.md", WRONG * version, version=version)
        editor._server.stdin.close()
        async with asyncio.timeout(PATIENCE):
            assert await editor._server.wait() == 1
