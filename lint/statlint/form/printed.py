"""What a filled-in open table prints: its lines and heads, each with its key in the form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from statlint.dataclass import dataclass
from statlint.form.model import Block, Head, Line


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that a table prints: its key in the form, itself, and the printed line it is under.

    A repeated line has a key of its own, item#1, item#2 …; `line.of` is the key in the form.
    """

    of: str
    line: Line
    under: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """A head that a table prints: its key in the form, itself, and the total it is a part of.

    A repeated head has a key of its own, kind#1, kind#2 …; `total` is the key of the printed head
    that adds it up with others, None where it is in no total.
    """

    of: str
    head: Head
    total: str | None = None


class Printed:
    """The printed lines and heads, found by their keys in the form; all keys given are printed."""

    def __init__(
        self, block: Block, lines: Sequence[PrintedLine], heads: Sequence[PrintedHead]
    ) -> None:
        """Take the block of the form, and all that is printed, in the order of the table."""
        self._kin = {
            "line": {line.key: {line.key, line.of} for line in block.lines},
            "head": {head.key: {head.key, head.of} for head in block.heads},
        }
        self._lines = lines
        self._heads = heads
        self._under = {line.line.key: line.under for line in lines}
        self._forms = {line.line.key: line.of for line in lines}
        self._totals = {head.head.key: head.total for head in heads}
        self._figures = {line.line.key for line in lines if not line.line.heading}

    def named(self, axis: str, key: str) -> list[str]:
        """Give the lines or heads that are what a key names; headings hold no figure to name."""
        if axis == "head":
            return [head.head.key for head in self._heads if head.of == key]
        return [
            line.line.key
            for line in self._lines
            if line.of == key and line.line.key in self._figures
        ]

    def anchors(self, axis: str, key: str) -> list[str]:
        """Give the lines or heads that a repeated one stands for, those without figures as well."""
        if axis == "head":
            return [head.head.key for head in self._heads if key in self._kin[axis][head.of]]
        return [line.line.key for line in self._lines if key in self._kin[axis][line.of]]

    def lines_of(self, key: str, below: str | None = None) -> list[str]:
        """Give the lines with figures of a repeated one, all or those below a line."""
        return [
            found
            for found in self.anchors("line", key)
            if found in self._figures and (below is None or self.stands_below(found, below))
        ]

    def members(self, key: str, below: str | None = None) -> list[str]:
        """Give the lines of a repeated one that count once: those under another are part of it."""
        found = dict.fromkeys(self.lines_of(key, below))
        return [line for line in found if found.keys().isdisjoint(self._over(line))]

    def counted(self, key: str, below: str | None = None) -> list[str]:
        """Give the lines of a repeated one, headings as well, that are not part of another."""
        found = [
            one
            for one in self.anchors("line", key)
            if below is None or self.stands_below(one, below)
        ]
        return [line for line in found if set(found).isdisjoint(self._over(line))]

    def below(self, line: str) -> list[str]:
        """Give the lines with figures that stand below a line, at any depth."""
        return [
            found.line.key
            for found in self._lines
            if found.line.key in self._figures and self.stands_below(found.line.key, line)
        ]

    def own(self, key: str, anchor: str) -> list[str]:
        """Give the lines a key names whose nearest line of the anchor's kind is the anchor."""
        return [line for line in self.named("line", key) if self._nearest(line, anchor) == anchor]

    def is_heading(self, line: str) -> bool:
        """Tell whether a line has no figures."""
        return line not in self._figures

    def total_of(self, head: str) -> str | None:
        """Give the head that adds a head up with others."""
        return self._totals[head]

    def stands_below(self, line: str, above: str) -> bool:
        """Tell whether a line stands below another, at any depth."""
        return above in self._over(line)

    def _nearest(self, line: str, anchor: str) -> str | None:
        kind = self._forms[anchor]
        return next((over for over in self._over(line) if self._forms[over] == kind), None)

    def _over(self, line: str) -> Iterable[str]:
        over = self._under[line]
        while over is not None:
            yield over
            over = self._under[over]
