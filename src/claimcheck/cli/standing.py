"""How the works of a base stand, as far as its lock knows; needs no network."""

from __future__ import annotations

from pathlib import Path

from claimcheck.cli.check import LOCK_NAME
from claimcheck.cli.session import Session, default_cache_dir
from claimcheck.model.base import Base

_SHAPING = (
    "model",
    "load",
    "compare",
    "sources",
    "rules",
    "rules/references",
)


def states_from_lock(session: Session, folder: Path, base: Base) -> dict[str, str]:
    """State of each reference by its id; without a lock none, so that all are unchecked."""
    from claimcheck.load.compiled import compiled
    from claimcheck.load.shapes import BASE_FILES

    lock = folder / LOCK_NAME
    if not lock.is_file():
        return {}

    def read() -> dict[str, str]:
        return {row[0]: row[1] for row in _judged(base, lock)}

    paths = [lock, *(folder / name for name in BASE_FILES)]
    cache = session.settings.cache_dir or default_cache_dir()
    return compiled("states", paths, read, cache, _SHAPING)


def _judged(base: Base, lock: Path) -> list[tuple[str, str]]:
    from claimcheck import pipeline
    from claimcheck.sources.lock import LockSource
    from claimcheck.sources.lockfile import read_lock

    wanted = pipeline.entries(base)
    source = LockSource(read_lock(lock))
    verified = pipeline.verify(wanted, pipeline.look_up(wanted, source))
    return [(entry.key, checked.judgement.state) for entry, checked in verified]
