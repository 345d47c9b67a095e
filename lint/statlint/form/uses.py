"""What an edit does with each name: whether it stands for a figure, for words or for many lines."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from statlint.dataclass import dataclass
from statlint.form.edits import Call, Name, Span, Tally, Test
from statlint.form.walk import Node, parts_of


class Role(Enum):
    """What a name stands for."""

    FIGURE = auto()
    WORDS = auto()
    """The words of a cell: mentions, steps."""
    CELL = auto()
    """Words or a figure: filled."""
    LINES = auto()
    """All lines of a repeated one, however the edit is repeated: tally, place, dense."""


@dataclass(frozen=True, slots=True)
class Use:
    """A name or a range and its role; `listed` where a repeated line may stand for all of them."""

    found: Name | Span
    role: Role = Role.FIGURE
    listed: bool = False

    @property
    def ends(self) -> tuple[Name, ...]:
        """The name, or both ends of the range; the figure of each of several forms is one name."""
        found = self.found
        if isinstance(found, Span):
            return (found.first,) if found.is_each else (found.first, found.last)
        return (found,)


def uses_in(node: Node, *, listed: bool = False) -> Iterator[Use]:
    """Go through the names of an edit or a part of one, as written, each with its role."""
    from statlint.form.functions import LISTING, RANKING

    match node:
        case Name() | Span():
            yield Use(node, Role.FIGURE, listed)
        case Call(function=function, arguments=(Name() as figure, Name(parts=(_,)) as lines)) if (
            function in RANKING
        ):
            yield from (Use(figure), Use(lines, Role.LINES))
        case Call(function="tally" | "steps" as function, arguments=(Name() as name,)):
            yield Use(name, Role.LINES if function == "tally" else Role.WORDS, listed)
        case Test(function="filled" | "mentions" as function, arguments=(Name() as name, *_)):
            yield Use(name, Role.CELL if function == "filled" else Role.WORDS, listed)
        case _:
            opens = isinstance(node, Tally) or (
                isinstance(node, Call | Test) and node.function in (*LISTING, "last", "rises")
            )
            for part in parts_of(node):
                yield from uses_in(part, listed=listed or opens)
