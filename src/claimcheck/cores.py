"""Work handed to other processors, where that is safe; what fails there is done here.

A child has all that its parent has read and compiled so far, at no cost. It must change nothing
that others see but what any run may change, such as the cache folder.
"""

from __future__ import annotations

import atexit
import os
import signal
import sys
from collections.abc import Callable
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T")

_MOST = 4
"""Processes for one run, this one included."""
_children: set[int] = set()
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
    """Begin `work` in a process of its own; returns what waits for its result.

    Results must be such that they can be pickled. Whatever goes wrong, `work` is done here when
    its result is waited for, and raises here what it raises.
    """
    receiving, sending = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(receiving)
        os.close(sending)
        return work
    if not child:
        os.close(receiving)
        _serve(work, sending)
    os.close(sending)
    if not _children:
        atexit.register(_end_children)
    _children.add(child)
    return lambda: _result(child, receiving, work)


def _serve(work: Callable[[], object], sending: int) -> None:
    """Do the work, send its result, and end without doing what a run does at its end."""
    global _is_child  # noqa: PLW0603 - a child knows that it is one
    _is_child = True
    status = 1
    try:
        import pickle

        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with os.fdopen(sending, "wb") as file:
            pickle.dump(work(), file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)


def _result(child: int, receiving: int, work: Callable[[], T]) -> T:
    import pickle

    with os.fdopen(receiving, "rb") as file:
        sent = file.read()
    _, status = os.waitpid(child, 0)
    _children.discard(child)
    if status:
        return work()
    result: T = pickle.loads(sent)  # noqa: S301 - from a child of our own
    return result


def _end_children() -> None:
    """Nobody waits for them any more."""
    for child in _children:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    _children.clear()
