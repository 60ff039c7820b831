"""What drafts came to, kept for the next run over the same drafts.

An entry holds the bytes of its draft and counts for no others; its key names the base, the
conditions and the modules that it was judged by. What registries said is not in it.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path

from claimcheck.load.compiled import DRAFTS, base_paths, key_of, settled
from claimcheck.load.entries import keep, prune, take
from claimcheck.model.drafts import Document
from claimcheck.model.linted import Linted

_KEPT = 1000
_LARGEST = 4_000_000
"""Bytes of a draft; a larger one is judged anew each time."""
_JUDGING = (
    *("", "bibliography", "compare", "drafts", "load", "model", "quantity", "rules"),
    *("statements", "statements/decisions", "statements/trials"),
)
"""Folders of the program with the modules that decide what a draft comes to."""


class Results:
    """The results of drafts judged against the base in a folder, under the same conditions."""

    def __init__(self, cache_dir: Path, base: Path, conditions: Hashable) -> None:
        self._folder = cache_dir / DRAFTS
        self._base = base_paths(base)
        self._conditions = repr(conditions).encode()
        self._state = self._key()
        self._added = False

    def find(self, path: str, content: bytes) -> tuple[Document, Linted] | None:
        """The draft without its blocks, and its result, if this very draft was kept."""
        found = take(self._entry(path), self._draft(path, content))
        return found[0] if found else None

    def keep(self, path: str, content: bytes, document: Document, linted: Linted) -> None:
        """Keep the result of a draft, unless the base has changed meanwhile."""
        if len(content) <= _LARGEST and self._state == self._key() and settled(self._base):
            slim = document if document.suppressions else replace(document, blocks=())
            keep(self._entry(path), self._draft(path, content), (slim, linted))
            self._added = True

    def close(self) -> None:
        """Forget the oldest results."""
        if self._added:
            prune(self._folder, _KEPT)

    def _key(self) -> bytes:
        return key_of("drafts", self._base, _JUDGING)

    def _draft(self, path: str, content: bytes) -> bytes:
        return b"\n".join((self._state, self._conditions, path.encode(), content))

    def _entry(self, path: str) -> Path:
        place = repr((os.getcwd(), path, self._conditions)).encode()  # noqa: PTH109 - fast
        return self._folder / f"{zlib.crc32(place):08x}-{zlib.adler32(place):08x}"
