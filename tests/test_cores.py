"""Work in other processes; each test is a program of its own, as a process is doubled there."""

import subprocess
import sys
from textwrap import dedent

import pytest

from claimcheck.cores import parts

BEGIN = "import os, sys, threading, time\nfrom claimcheck.cores import elsewhere, spare\n"


def said(program):
    """What a program prints; it has ended only when its children have, which share its output."""
    run = subprocess.run(
        [sys.executable, "-c", BEGIN + dedent(program)], capture_output=True, text=True, check=True
    )
    assert run.stderr == ""
    return run.stdout


def test_a_result_comes_back_from_another_process():
    assert said("print(elsewhere(lambda: {'a': 1.5})())") == "{'a': 1.5}\n"
    assert said("here = os.getpid(); print(elsewhere(os.getpid)() == here)") == "False\n"


def test_results_larger_than_a_pipe_holds_come_back():
    assert (
        said(
            """
        waiting = [elsewhere(lambda n=n: str(n) * 3_000_000) for n in range(3)]
        print([(len(text), text[0]) for text in (wait() for wait in waiting)])
        """
        )
        == str([(3_000_000, str(n)) for n in range(3)]) + "\n"
    )


@pytest.mark.parametrize("end", ["os._exit(3)", "os.kill(os.getpid(), 9)", "1 / 0", "lambda: 0"])
def test_what_fails_elsewhere_is_done_here(end):
    program = """
        here = os.getpid()
        def work():
            if os.getpid() != here:
                return END
            return "done here"
        print(elsewhere(work)())
        """
    assert said(program.replace("END", end)) == "done here\n"


def test_what_cannot_be_done_is_raised_where_it_is_waited_for():
    assert (
        said(
            """
        wait = elsewhere(lambda: 1 / 0)
        try:
            wait()
        except ZeroDivisionError:
            print("raised")
        """
        )
        == "raised\n"
    )


def test_what_is_waiting_to_be_written_is_written_once():
    assert said("print('once', end=' '); print(elsewhere(lambda: 'there')())") == "once there\n"


def test_nothing_is_spare_in_a_child_or_beside_a_thread():
    assert (
        said(
            """
        print(elsewhere(spare)())
        end = threading.Event()
        threading.Thread(target=end.wait).start()
        print(spare())
        end.set()
        """
        )
        == "0\n0\n"
    )


def test_children_nobody_waits_for_end_with_their_parent():
    assert said("elsewhere(lambda: time.sleep(3600)); print('ended')") == "ended\n"


@pytest.mark.parametrize(("count", "processes"), [(0, 1), (1, 2), (7, 2), (100, 3)])
def test_parts_are_all_there_is_in_order(count, processes):
    divided = parts(count, processes)
    assert [place for part in divided for place in part] == list(range(count))
    assert max(map(len, divided)) - min(map(len, divided)) <= 1
