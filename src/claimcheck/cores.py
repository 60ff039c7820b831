"""Work handed to other processors, where that is safe; what fails there is done here.

A child has all that its parent has read and compiled so far, at no cost. It must change nothing
that others see but what any run may change, such as the cache folder.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

T = TypeVar("T")

_MOST = 4
"""Processes for one run, this one included."""
_is_child = False


def spare() -> int:
    """How many processors may be given work besides this one.

    None on systems where a running process cannot be doubled safely, nor beside other threads.
    """
    threading = sys.modules.get("threading")
    alone = threading is None or threading.active_count() == 1
    if _is_child or not alone or sys.platform != "linux":
        return 0
    return min(len(os.sched_getaffinity(0)), _MOST) - 1


def parts(count: int, processes: int) -> list[range]:
    """So many things, divided among so many processes, in order."""
    ends = [count * n // processes for n in range(processes + 1)]
    return [range(begin, end) for begin, end in pairwise(ends)]


def elsewhere(work: Callable[[], T]) -> Callable[[], T]:
    """Begin `work` in a process of its own, which ends with this one; returns what waits for its
    result.

    Results must be such that they can be pickled. Whatever goes wrong, `work` is done here when
    its result is waited for, and raises here what it raises.
    """
    import multiprocessing

    context = multiprocessing.get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    child = context.Process(target=_serve, args=(work, sending), daemon=True)
    try:
        child.start()
    except OSError:
        return work
    finally:
        sending.close()

    def result() -> T:
        try:
            answer: T = receiving.recv()
        except (EOFError, OSError):
            answer = work()
        child.join()
        return answer

    return result


def _serve(work: Callable[[], object], sending: Connection) -> None:
    """Do the work and send its result; nothing, if that fails."""
    global _is_child  # noqa: PLW0603 - a child knows that it is one
    _is_child = True
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with suppress(Exception):
        sending.send(work())
