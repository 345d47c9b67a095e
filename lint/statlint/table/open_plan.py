"""An open table made ready for the search: its heads and lines, which are needed, which repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

from statlint.dataclass import dataclass
from statlint.form import Block, Call, Comparison, Form, Head, Line, Name, TableForm
from statlint.pattern import escape, pattern_of
from statlint.table.open_words import Wordings
from statlint.typed import TYPE_CHECKING
from statlint.values import plain

if TYPE_CHECKING:
    import re

FIGURE = "{n}"
"""What stands for a figure in the label of a line: 共{n}份."""
_DIGITS = r"([0-9]+(?:\.[0-9]+)?)"


@dataclass(frozen=True, eq=False)
class OpenPlan:
    """An open table; it has one block. Heads are known by their index."""

    form: Form
    table: TableForm

    @cached_property
    def block(self) -> Block:
        """The table's block."""
        return self.table.blocks[0]

    @cached_property
    def heads(self) -> tuple[Head, ...]:
        """The heads of the block."""
        return self.block.heads

    @cached_property
    def head_words(self) -> Wordings:
        """How the heads are worded; over one that repeats any label may stand."""
        return Wordings.of(
            () if head.repeat else (head.label.zh, head.label.en, *head.aliases)
            for head in self.heads
        )

    @cached_property
    def line_words(self) -> Wordings:
        """How the lines that do not repeat are worded."""
        return Wordings.of(
            ()
            if line.repeat
            else [
                word for word in (line.label.zh, line.label.en, *line.aliases) if FIGURE not in word
            ]
            for line in self.block.lines
        )

    @cached_property
    def patterns(self) -> tuple[tuple[Line, re.Pattern[str]], ...]:
        """The lines that a sentence around the table states, and how: 共25份."""
        return tuple(
            (line, pattern_of(_DIGITS.join(map(escape, _squeezed(word).split(FIGURE)))))
            for line in self.block.lines
            for word in (line.label.zh, *line.aliases)
            if FIGURE in word
        )

    @cached_property
    def needed(self) -> frozenset[int]:
        """The heads without which it is not this table."""
        return frozenset(
            index for index, head in enumerate(self.heads) if not head.optional and not head.repeat
        )

    @cached_property
    def one_of(self) -> tuple[frozenset[int], ...]:
        """Sets of heads of which one must be there in full."""
        index = {head.key: at for at, head in enumerate(self.heads)}
        return tuple(
            frozenset(index[key] for key in keys if key in index) for keys in self.table.one_of
        )

    @cached_property
    def kind(self) -> Head | None:
        """The head that repeats, if one does."""
        return next((head for head in self.heads if head.repeat), None)

    @cached_property
    def chain(self) -> tuple[Line, ...]:
        """The lines that repeat, from the outermost group to the item."""
        repeated = {line.key: line for line in self.block.lines if line.repeat}
        above = {line.under for line in repeated.values()}
        item = next((line for line in repeated.values() if line.key not in above), None)
        chain: list[Line] = []
        while item is not None and item not in chain:
            chain.insert(0, item)
            item = repeated.get(item.under or "")
        return tuple(chain)

    def under(self, line: Line) -> Line | None:
        """Give the line that repeats under one that the form names: 加分项 and what adds points."""
        return next((one for one in self.block.lines if one.repeat and one.under == line.key), None)

    @cached_property
    def totals(self) -> frozenset[str]:
        """The heads that add up heads that repeat, as the edits say."""
        repeated = {head.key for head in self.heads if head.repeat}
        known = {head.key for head in self.heads}
        return frozenset(
            total
            for edit in self.table.edits
            if isinstance(edit.condition, Comparison)
            for total in _totals(edit.condition, repeated)
            if total in known
        )

    def complete(self, found: Collection[int]) -> bool:
        """Tell whether no head is lacking that must be there."""
        there = set(found)
        return self.needed <= there and (
            not self.one_of or any(one <= there for one in self.one_of)
        )


def _totals(equation: Comparison, repeated: Collection[str]) -> Iterator[str]:
    for one, other in ((equation.left, equation.right), (equation.right, equation.left)):
        if (
            isinstance(one, Name)
            and len(one.parts) == 1
            and isinstance(other, Call)
            and other.function == "sum"
            and any(str(part) in repeated for part in other.arguments if isinstance(part, Name))
        ):
            yield one.parts[0]


def _squeezed(text: str) -> str:
    return "".join(plain(text).split())
