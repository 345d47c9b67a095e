"""The figures that ranges of an edit stand for: those between two lines, or two heads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from statlint.form.edits import Name, Scope, Span
from statlint.form.model import Block, TableForm


def line_keys(block: Block) -> tuple[str, ...]:
    """Give the keys of a block's lines that hold figures, in the order of the form."""
    return tuple(line.key for line in block.figure_lines)


def head_keys(block: Block) -> tuple[str, ...]:
    """Give the keys of a block's heads whose cells hold figures, in the order of the form."""
    return tuple(head.key for head in block.figure_heads)


class Ranges:
    """The figures that ranges of one table stand for; its lines and heads are gathered once."""

    def __init__(self, table: TableForm) -> None:
        """Take the table whose figures are meant."""
        self._blocks = table.blocks

    @cached_property
    def _lines(self) -> list[_Order]:
        return [_Order(line_keys(block)) for block in self._blocks]

    @cached_property
    def _heads(self) -> list[_Order]:
        return [_Order(head_keys(block)) for block in self._blocks]

    def spread(self, span: Span, scope: Scope) -> tuple[Name, ...]:
        """Give the names that a range stands for; see `statlint.form.lookup.spanned`."""
        first, last, source = span.first.parts, span.last.parts, span.first.source
        if len(first) != len(last):
            return ()
        if len(first) == 1:
            orders = self._heads if scope is Scope.LINE else self._lines
            return tuple(Name((key,), source) for key in _between(orders, first[0], last[0]))
        before, (line, head), (last_line, last_head) = first[:-2], first[-2:], last[-2:]
        if head == last_head:
            keys = _between(self._lines, line, last_line)
            return tuple(Name((*before, key, head), source) for key in keys)
        if line != last_line:
            return ()
        heads = (own for own, lines in zip(self._heads, self._lines, strict=True) if line in lines)
        keys = _between(list(islice(heads, 1)), head, last_head)
        return tuple(Name((*before, line, key), source) for key in keys)


class _Order:
    """Keys in their order, and where each of them stands."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._keys = keys
        self._places = {key: place for place, key in enumerate(keys)}

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def between(self, first: str, last: str) -> Sequence[str]:
        return self._keys[self._places[first] : self._places[last] + 1]


def _between(orders: Sequence[_Order], first: str, last: str) -> Sequence[str]:
    for order in orders:
        if first in order and last in order:
            return order.between(first, last)
    return ()
