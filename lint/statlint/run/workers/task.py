"""What a worker does: the checks of some files, told in a few plain values each."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias, cast

from statlint.run.around import Around, around_apart
from statlint.run.each import Each
from statlint.run.one import Begun
from statlint.run.packed_result import pack_result, pack_several
from statlint.run.plain_pickle import dumps
from statlint.run.result import FileResult
from statlint.run.squeeze import squeezed
from statlint.run.steps import Step
from statlint.run.together import finished
from statlint.run.waiting import Group
from statlint.run.workers.ground import works_of

if TYPE_CHECKING:
    from statlint.run.packed_result import Fields
    from statlint.run.work import Work
    from statlint.table import Layout

Item: TypeAlias = "tuple[int, str, bytes | None]"
"""A file: the number of its work, its path, and its bytes where they are sent."""
Waits: TypeAlias = "tuple[int, bool, bytes]"
"""Of a file that waits for others: its cells, whether it refers to others, its packed tables."""
Shared: TypeAlias = "tuple[int, bytes]"
"""One of the results of a task that are packed together: which of them, and all of these."""
Answer: TypeAlias = "Fields | Waits | Shared | None"
"""A packed result, or what makes a file wait; None where a result cannot be packed."""


def begin_files(ground: bytes, items: tuple[Item, ...], together: int = 0) -> tuple[Answer, ...]:
    """Check files as far as each can be checked by itself.

    With `together`, results that leave nothing open are packed together: nobody keeps each apart.
    """
    works = works_of(ground)
    checked = [_begun(item, works) for item in items]
    short = {at: one for at, one in enumerate(checked) if together and _is_short(one)}
    packed = pack_several([cast("FileResult", one) for one in short.values()])
    if packed is None:
        return tuple(map(_told, checked))
    place = {at: number for number, at in enumerate(short)}
    return tuple(
        (place[at], packed) if at in place else _told(one) for at, one in enumerate(checked)
    )


def _is_short(checked: FileResult | Begun) -> bool:
    """Tell whether nothing is said of a file that may wait, packed, until somebody asks."""
    return isinstance(checked, FileResult) and not checked.not_checked


def begin_kin(ground: bytes, packed: bytes, numbers: tuple[int, ...]) -> tuple[Answer, ...]:
    """Check files of data sets that matter for one another; of one that is only read say nothing.

    `packed` are their steps, `numbers` those of their works.
    """
    works = works_of(ground)
    steps = cast("tuple[Step, ...]", pickle.loads(packed))  # noqa: S301 - from the command that this process works for
    around = around_apart(works[0])
    checked = [
        Each(around, works[number]).one(step) for step, number in zip(steps, numbers, strict=True)
    ]
    if around.crashes:
        # What was read for others alone has no answer of its own.
        return ()
    return tuple(None if one is None else _told(one) for one in checked)


def finish_files(
    ground: bytes,
    items: tuple[Item, ...],
    before: tuple[bytes, ...],
    after: tuple[bytes, ...],
    refers: int,
) -> tuple[Answer, ...]:
    """Finish files that waited for others; `before` and `after` are packed tables of others."""
    works = works_of(ground)
    begun = [_begun(item, works) for item in items]
    held = Group(tuple(one for one in begun if isinstance(one, Begun)), bool(refers))
    results = finished(held, [*map(_tables, before)], [*map(_tables, after)])
    return tuple(_told(next(results) if isinstance(one, Begun) else one) for one in begun)


def _begun(item: Item, works: Sequence[Work]) -> FileResult | Begun:
    at, name, content = item
    source = name if content is None else (name, content)
    checked = Each(Around(()), works[at]).one(Step(source, name))
    return cast("FileResult | Begun", checked)


def _told(checked: FileResult | Begun) -> Answer:
    if isinstance(checked, Begun):
        tables = squeezed(dumps(checked.layouts)) if checked.layouts else b""
        return checked.cells, checked.refers, tables
    packed = pack_result(checked)
    return packed.fields if packed else None


def _tables(packed: bytes) -> Sequence[Layout]:
    if not packed:
        return ()
    return cast("Sequence[Layout]", pickle.loads(zlib.decompress(packed)))  # noqa: S301 - packed by another worker of this run
