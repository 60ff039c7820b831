"""Looking at the cache and emptying it, for the `cache` command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from claimcheck.classes import dataclass
from claimcheck.sources.shelf import cache_file
from claimcheck.sources.store import Holdings, Store


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """The cache's file, its size on disk, and what it holds by kind: work, search, trial, link."""

    path: Path
    size: int
    holdings: Mapping[str, Holdings]


def cache_info(cache_dir: Path, on_note: Callable[[str], None]) -> CacheInfo:
    """What the cache in `cache_dir` holds; an absent one holds nothing and is not made."""
    path = cache_file(cache_dir)
    if not path.exists():
        return CacheInfo(path, 0, {})
    with closing(Store(path, on_note)) as store:
        holdings = store.summary()
    return CacheInfo(path, _size(path), holdings)


def clear_cache(cache_dir: Path, on_note: Callable[[str], None]) -> int:
    """Empty the cache in `cache_dir`, also while others use it; return how many answers it had."""
    path = cache_file(cache_dir)
    path.with_suffix(".damaged").unlink(missing_ok=True)
    if not path.exists():
        return 0
    with closing(Store(path, on_note)) as store:
        return store.clear()


def _size(path: Path) -> int:
    parts = (path, path.with_name(f"{path.name}-wal"))
    return sum(part.stat().st_size for part in parts if part.exists())
