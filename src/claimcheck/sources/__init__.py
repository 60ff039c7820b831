"""Registries: DOI in, Lookup out.

Crossref ▶ doi.org ▶ DataCite     `cascade`, over `http` and `pacing`
ClinicalTrials.gov, web pages     `clinicaltrials`, `urls`
answers of earlier runs           `cache` over `shelf` and `store`, `offline`
answers kept with the base        `lock`, `lockfile`, `lockdiff`
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from claimcheck.sources.base import EvidenceSource
from claimcheck.sources.settings import Network

__all__ = ["EvidenceSource", "Network", "open_source"]


@contextmanager
def open_source(
    network: Network, on_note: Callable[[str], None] = lambda _note: None
) -> Iterator[EvidenceSource]:
    """What to ask for evidence, as `network` says: online with a cache, offline, or locked.

    `on_note` is told once of whatever the user should know and that changes no answer (a cache
    that cannot be used, answers of old date). Raises InputError for a lock that cannot be read.
    """
    from claimcheck.sources.lock import LockSource
    from claimcheck.sources.lockfile import read_lock

    lock = LockSource(read_lock(network.lock)) if network.lock and _needs_lock(network) else None
    if network.locked:
        yield lock or LockSource()
        return
    from claimcheck.sources.shelf import Shelf

    with closing(Shelf(network, on_note)) as shelf:
        if network.offline:
            from claimcheck.sources.offline import OfflineSource

            yield OfflineSource(shelf, lock or LockSource(), on_note)
            return
        from claimcheck.sources.cache import CachedSource
        from claimcheck.sources.online import OnlineSource

        with closing(OnlineSource(network)) as online:
            yield CachedSource(online, shelf, network)


def _needs_lock(network: Network) -> bool:
    return network.locked or network.offline
