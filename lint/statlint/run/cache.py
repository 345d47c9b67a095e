"""Where results are kept for the next run: a file of entries, which may be deleted at any time.

Whatever is wrong with it, nothing that it holds is taken, and the run goes on without it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from sqlite3 import Connection, DatabaseError, OperationalError, connect

from statlint.dataclass import dataclass, field
from statlint.typed import TypeAlias, TypeVar
from statlint.values.blake import blake2b

_NAME = "results.sqlite"
_FORMAT = 2
"""Grows when entries are written in another way."""
_PATIENCE = 10.0
"""Seconds to wait for another run that writes."""
_TOGETHER = 200
"""Entries that are asked for, or written, at once."""
_SEAL = 16
_MOST_BYTES = 256 << 20
_MOST_DAYS = 30
"""Days after which an entry that no run has asked for goes."""
_MAKE = """
CREATE TABLE entry (
    key BLOB PRIMARY KEY, day TEXT, pool BLOB, cells INTEGER, refers INTEGER, said BLOB,
    rest BLOB, unsettled BLOB, seal BLOB, used INTEGER
)
"""
_FIND = (
    "SELECT key, day, pool, cells, refers, said, rest, unsettled, seal, used FROM entry WHERE key "
)
_KEEP = "INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_TOUCH = "UPDATE entry SET used = ? WHERE key = ?"
_DROP_OLD = "DELETE FROM entry WHERE used < ?"
_DROP_HALF = """
DELETE FROM entry WHERE rowid IN (
    SELECT rowid FROM entry ORDER BY used, rowid LIMIT (SELECT count(*) / 2 FROM entry)
)
"""
_Row: TypeAlias = "tuple[bytes, str, bytes, int, int, bytes, bytes, bytes, bytes, int]"


_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one file, or of a run; `said`, `rest` and the open checks are packed.

    It holds on one `day` alone where a rule asked for the day. Of a file that was looked at with
    others, `pool` tells which these were, and `cells` and `refers` what makes it wait for them.
    """

    key: bytes
    said: bytes = b""
    rest: bytes = b""
    day: str = ""
    pool: bytes = b""
    cells: int = 0
    refers: bool = False
    unsettled: bytes = b""

    @property
    def seal(self) -> bytes:
        """Give a digest of all of it, so that half of an entry is never taken for a whole one."""
        told = (self.key, self.day, self.pool, self.cells, self.refers)
        digest = blake2b(repr(told).encode(), digest_size=_SEAL)
        digest.update(len(self.said).to_bytes(8, "big"))
        digest.update(self.said)
        digest.update(len(self.rest).to_bytes(8, "big"))
        digest.update(self.rest)
        digest.update(self.unsettled)
        return digest.digest()


@dataclass(slots=True, eq=False)
class Cache:
    """The entries in a folder; several runs may use them at the same time.

    `today` is a number that grows by one each day.
    """

    folder: Path
    today: int
    most_bytes: int = _MOST_BYTES
    _open: Connection | None = None
    _is_lost: bool = False
    _due: list[Entry] = field(default_factory=list)
    """Entries that are yet to be written."""
    _wrote: bool = False

    def find(self, keys: Sequence[bytes]) -> Iterator[Entry]:
        """Go through the entries that are there, in no order."""
        for start in range(0, len(keys), _TOGETHER):
            asked = keys[start : start + _TOGETHER]
            yield from self._find(asked)

    def keep(self, entry: Entry) -> None:
        """Keep an entry; it is written with others, or in the end."""
        self._due.append(entry)
        if len(self._due) >= _TOGETHER:
            self._write()

    def close(self) -> None:
        """Write what is yet to be written, and let go of what is too old or too much."""
        if self._due:
            self._write()
        if self._wrote:
            self._guarded(self._make_room)
        if self._open is not None:
            self._open.close()
            self._open = None

    def _find(self, keys: Sequence[bytes]) -> list[Entry]:
        def find(file: Connection) -> list[_Row]:
            rows: list[_Row] = file.execute(_FIND + _among(len(keys)), keys).fetchall()
            stale = [(self.today, row[0]) for row in rows if row[-1] != self.today]
            if stale:
                file.execute("BEGIN IMMEDIATE")
                file.executemany(_TOUCH, stale)
                file.execute("COMMIT")
            return rows

        rows = self._guarded(find) or []
        return [entry for row in rows if (entry := _entry(row)) is not None]

    def _write(self) -> None:
        due, self._due = self._due, []

        def write(file: Connection) -> None:
            file.execute("BEGIN IMMEDIATE")
            file.executemany(_KEEP, [_row(entry, self.today) for entry in due])
            file.execute("COMMIT")
            self._wrote = True

        self._guarded(write)

    def _make_room(self, file: Connection) -> None:
        file.execute(_DROP_OLD, (self.today - _MOST_DAYS,))
        pages, free, size = (
            _number(file, f"PRAGMA {name}")
            for name in ("page_count", "freelist_count", "page_size")
        )
        if (pages - free) * size > self.most_bytes:
            file.execute(_DROP_HALF)

    def _guarded(self, use: Callable[[Connection], _T]) -> _T | None:
        """Use the open file; after a fault there is none for the rest of the run."""
        try:
            file = self._connection()
            return use(file) if file else None
        except OperationalError:
            # Another run holds it for long, the disk is full, nothing may be written there.
            self._lose()
        except DatabaseError:
            self._lose()
            (self.folder / _NAME).unlink(missing_ok=True)
        return None

    def _lose(self) -> None:
        self._is_lost = True
        if self._open is not None:
            self._open.close()
            self._open = None

    def _connection(self) -> Connection | None:
        if self._open is None and not self._is_lost:
            path = self.folder / _NAME
            try:
                # It quotes tables: nobody else may read it, whatever the folder allows.
                os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
            except OSError:
                self._is_lost = True
                return None
            self._open = connect(path, timeout=_PATIENCE, isolation_level=None)
            _set_up(self._open)
        return self._open


def _set_up(file: Connection) -> None:
    """Make the table where there is none; raises DatabaseError for a file of another kind."""
    # What is lost when the power fails is found out again.
    file.execute("PRAGMA synchronous = OFF")
    file.execute("PRAGMA trusted_schema = OFF")
    if _number(file, "PRAGMA user_version") == _FORMAT:
        return
    file.execute("BEGIN IMMEDIATE")
    # Another run may have been quicker.
    if _number(file, "PRAGMA user_version") != _FORMAT:
        file.execute("DROP TABLE IF EXISTS entry")
        file.execute(_MAKE)
        file.execute(f"PRAGMA user_version = {_FORMAT}")
    file.execute("COMMIT")


def _number(file: Connection, question: str) -> int:
    return int(file.execute(question).fetchone()[0])


def _among(number: int) -> str:
    return f"IN ({', '.join('?' * number)})"


def _entry(row: _Row) -> Entry | None:
    """Read an entry; None for one that is damaged."""
    key, day, pool, cells, refers, said, rest, unsettled, seal, _ = row
    # Such a database takes a text where bytes are stored.
    if not all(isinstance(one, bytes) for one in (key, pool, said, rest, unsettled)):
        return None
    entry = Entry(key, said, rest, day, pool, cells, bool(refers), unsettled)
    return entry if entry.seal == seal else None


def _row(entry: Entry, today: int) -> _Row:
    return (
        entry.key,
        entry.day,
        entry.pool,
        entry.cells,
        int(entry.refers),
        entry.said,
        entry.rest,
        entry.unsettled,
        entry.seal,
        today,
    )
