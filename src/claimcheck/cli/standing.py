"""How the works of a base stand, as far as its lock knows; needs no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claimcheck.catalogue.standing import Standing
from claimcheck.cli.session import Session, default_cache_dir
from claimcheck.load.shapes import LOCK_NAME
from claimcheck.model.base import Base

_SHAPING = ("model", "load", "compare", "sources", "rules", "rules/references")


def states_from_lock(session: Session, folder: Path, base: Base) -> dict[str, str]:
    """State of each reference by its id; without a lock none, so that all are unchecked."""
    return {ref: found.state for ref, found in standing_from_lock(session, folder, base).items()}


def standing_from_lock(session: Session, folder: Path, base: Base) -> dict[str, Standing]:
    """The same with what each state rests on; kept for the next run."""
    from claimcheck.load.compiled import compiled
    from claimcheck.load.shapes import BASE_FILES

    lock = folder / LOCK_NAME
    if not lock.is_file():
        return {}
    paths = [lock, *(folder / name for name in BASE_FILES)]
    cache = session.settings.cache_dir or default_cache_dir()
    rows = compiled("standing", paths, lambda: _judged(base, lock), cache, _SHAPING)
    return {ref: Standing(*values) for ref, *values in rows}


def _judged(base: Base, lock: Path) -> list[tuple[Any, ...]]:
    """Rows of id and the fields of `Standing`, plain enough to be kept."""
    from claimcheck import pipeline
    from claimcheck.model.evidence import Found
    from claimcheck.sources.lock import LockSource
    from claimcheck.sources.lockfile import read_lock

    wanted = pipeline.entries(base)
    source = LockSource(read_lock(lock))
    rows = []
    for entry, checked in pipeline.verify(wanted, pipeline.look_up(wanted, source)):
        row = pipeline.reference_result(entry, checked)
        found = checked.lookup
        transcribed = isinstance(found, Found) and found.record.origin is not None
        rows.append((row.id, row.state, row.via, row.checked_at, row.reason, transcribed))
    return rows
