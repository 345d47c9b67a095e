"""JSON that is written piece by piece: lists of thousands are never in memory as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from statlint.dataclass import dataclass
from statlint.typed import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Streamed: TypeAlias = "Json | Iterator[Streamed] | Fields"
"""What may be written: an iterator is a list whose members come one by one."""


@dataclass(frozen=True, slots=True)
class Fields:
    """An object whose fields come one by one."""

    pairs: Iterable[tuple[str, Streamed]]


def pieces_of(value: Streamed, depth: int = 0, *, compact: bool = False) -> Iterator[str]:
    """Write a value as part of what is so deep; a text has no line break of its own.

    Each member of what is streamed begins a line; a compact one takes no further lines.
    """
    if isinstance(value, Fields):
        members = ((f"{_text(name)}: ", member) for name, member in value.pairs)
        yield from _within("{}", members, depth, compact=compact)
    elif isinstance(value, Iterator):
        yield from _within("[]", (("", member) for member in value), depth, compact=compact)
    elif compact:
        # Some ten times as fast: there may be many thousands.
        yield dumps(value, ensure_ascii=False)
    else:
        yield dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _within(
    brackets: str, members: Iterable[tuple[str, Streamed]], depth: int, *, compact: bool
) -> Iterator[str]:
    """Write what stands between two brackets, each member on lines of its own."""
    opening, closing = brackets[0], brackets[1]
    margin, before = "\n" + " " * depth, opening
    for label, member in members:
        yield f"{before}{margin} {label}"
        yield from pieces_of(member, depth + 1, compact=compact)
        before = ","
    yield brackets if before == opening else margin + closing


def _text(name: str) -> str:
    return dumps(name, ensure_ascii=False)
