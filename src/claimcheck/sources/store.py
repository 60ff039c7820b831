"""A SQLite file of texts by kind and name, shared by concurrent runs; the cache's floor.

Every text carries a checksum, so that damage which SQLite does not see is seen. A damaged file
is set aside and replaced; without a usable file everything still works, only slower.
"""

from __future__ import annotations

import sqlite3
import threading
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from claimcheck.classes import dataclass

VERSION = 1
"""Of table and texts; files of different versions live side by side under different names."""
_BUSY_SECONDS = 5.0
_CHUNK = 500
_OPENING_ATTEMPTS = 50
_SCHEMA = """
CREATE TABLE IF NOT EXISTS texts (
    kind TEXT NOT NULL, realm TEXT NOT NULL, name TEXT NOT NULL,
    body TEXT NOT NULL, checksum INTEGER NOT NULL, stored_at REAL NOT NULL,
    PRIMARY KEY (kind, realm, name)
) WITHOUT ROWID
"""

T = TypeVar("T")


class _DamageError(Exception):
    """The file is no store of ours, or no longer."""


@dataclass(frozen=True, slots=True)
class Key:
    """What sort of text, and which services it came from."""

    kind: str
    realm: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many texts of a kind there are, and when the first and the last were stored."""

    count: int
    oldest: datetime
    newest: datetime

    def __str__(self) -> str:
        return f"{self.count}, stored from {self.oldest:%Y-%m-%d} to {self.newest:%Y-%m-%d}"


class Store:
    """Texts by `Key` and name; safe to share between threads, the file between processes."""

    def __init__(self, path: Path, on_note: Callable[[str], None]) -> None:
        self.path = path
        self._on_note = on_note
        self._lock = threading.Lock()
        self._db: sqlite3.Connection | None = None
        self._inode: int | None = None
        self._off = False
        self._replaced = False

    def get(self, key: Key, names: Sequence[str]) -> dict[str, str]:
        """The texts under those of `names` that there are."""
        whole = [_encodable(name) for name in names]
        return self._run(lambda db: _select(db, key, whole), {})

    def put(self, key: Key, name: str, body: str) -> None:
        """Keep `body`, in the place of what was there; on disk when this returns."""
        row = (key.kind, key.realm, _encodable(name), body, _checksum(body), time.time())
        self._run(lambda db: _insert(db, row), None)

    def summary(self) -> dict[str, Holdings]:
        """What there is of each kind."""
        return self._run(_summarise, {})

    def clear(self) -> int:
        """Forget everything, give the space back, and return how many texts there were."""
        return self._run(_clear, 0)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None

    def _run(self, action: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """The result of `action`; after damage that of a second try on a new file."""
        with self._lock:
            for _ in range(2):
                if self._off:
                    return otherwise
                try:
                    return action(self._opened())
                except (_DamageError, sqlite3.DatabaseError, OSError) as error:
                    self._cope(error)
            return otherwise

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._inode = _inode(self.path)
            self._db = _connect(self.path)
            self._inode = _inode(self.path)
        return self._db

    def _cope(self, error: Exception) -> None:
        self._close()
        if _means_damage(error) and not self._replaced:
            self._set_aside()
        else:
            self._do_without(error)

    def _do_without(self, error: Exception) -> None:
        self._off = True
        self._on_note(f"the cache {self.path} cannot be used ({error}); going on without it")

    def _set_aside(self) -> None:
        """Move the file away, unless another run has done so already."""
        self._replaced = True
        try:
            if self._inode is not None and _inode(self.path) == self._inode:
                self.path.replace(self.path.with_suffix(".damaged"))
                for tail in ("-wal", "-shm"):
                    self.path.with_name(self.path.name + tail).unlink(missing_ok=True)
                self._on_note(f"the cache {self.path} was damaged; it was set aside and begun anew")
        except OSError as error:
            self._do_without(error)


def _inode(path: Path) -> int | None:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return None


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, _BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _begin_journal(db)
        db.execute("PRAGMA synchronous = NORMAL")
        _lay_out(db)
    except BaseException:
        db.close()
        raise
    return db


def _lay_out(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version not in (0, VERSION):
        raise _DamageError(f"version {version}")
    db.execute(_SCHEMA)
    db.execute(f"PRAGMA user_version = {VERSION}")


def _begin_journal(db: sqlite3.Connection) -> None:
    """Switch to the write-ahead log; SQLite does not wait for other runs that do so too."""
    for attempt in range(_OPENING_ATTEMPTS):
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            if attempt + 1 == _OPENING_ATTEMPTS:
                raise
            time.sleep(_BUSY_SECONDS / _OPENING_ATTEMPTS)
        else:
            return


def _means_damage(error: Exception) -> bool:
    if isinstance(error, _DamageError):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)


def _select(db: sqlite3.Connection, key: Key, names: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(names), _CHUNK):
        chunk = names[start : start + _CHUNK]
        marks = ",".join("?" * len(chunk))
        query = (
            "SELECT name, body, checksum FROM texts"  # noqa: S608 - only question marks are added
            f" WHERE kind = ? AND realm = ? AND name IN ({marks})"
        )
        found |= _checked(db.execute(query, (key.kind, key.realm, *chunk)))
    return found


def _checked(rows: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    found = {}
    for name, body, checksum in rows:
        if _checksum(body) != checksum:
            raise _DamageError(name)
        found[name] = body
    return found


def _summarise(db: sqlite3.Connection) -> dict[str, Holdings]:
    rows = db.execute(
        "SELECT kind, count(*), min(stored_at), max(stored_at) FROM texts GROUP BY kind"
    )
    return {
        kind: Holdings(
            count, datetime.fromtimestamp(oldest, UTC), datetime.fromtimestamp(newest, UTC)
        )
        for kind, count, oldest, newest in rows
    }


def _clear(db: sqlite3.Connection) -> int:
    count = db.execute("DELETE FROM texts").rowcount
    db.execute("VACUUM")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return count


def _insert(db: sqlite3.Connection, row: tuple[object, ...]) -> None:
    db.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?, ?, ?, ?)", row)


def _encodable(name: str) -> str:
    """A name without what no file can hold; one that is changed by it is not found again."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _checksum(body: str) -> int:
    return zlib.crc32(body.encode("utf-8"))
