"""What is sent of each file: by whose settings it is checked, where it is, or what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.run.names import Source, name_of
from statlint.workbook import Packed
from statlint.workbook.engines.stored import Refusal

if TYPE_CHECKING:
    from statlint.run.workers.task import Item

MOST_SENT = 64 << 20
"""Bytes of a file above which it is checked where the command runs."""
_UNKNOWN = 30_000
"""Bytes that a file counts for which a worker reads by itself."""


def item_of(source: Source, work: int, *, needs_content: bool) -> Item | None:
    """Give what is sent of a file; None for one that is to be checked where the command runs."""
    name = name_of(source)
    if isinstance(source, tuple):
        return work, name, source[1]
    if isinstance(source, Packed):
        try:
            return work, name, source.read()
        except Refusal:
            return None
    if not needs_content:
        return work, name, None
    try:
        with open(name, "rb") as file:  # noqa: PTH123 - of texts
            content = file.read(MOST_SENT + 1)
    except OSError:
        # What is wrong with it is said by what opens it; it may be inside an archive as well.
        return None
    return (work, name, content) if len(content) <= MOST_SENT else None


def item_size(item: Item) -> int:
    """Give the bytes of a file, as far as they are known."""
    return _UNKNOWN if item[2] is None else len(item[2])
