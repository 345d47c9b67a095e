"""Which items are only a part of one above them: 其中：…, or （一） and （二） below 一、."""

from __future__ import annotations

from statlint.dataclass import dataclass, field
from statlint.pattern import pattern_of
from statlint.table.open_rows import BodyRow, is_first, rank_of

_AMONG = pattern_of(r"^[\s\u3000]*其\s*中")
_CHINESE = 2
"""The rank of numbers up to which they are Chinese ones: they head what is counted 1, 2, 3."""


@dataclass(slots=True)
class _Whole:
    """An item that others may be a part of."""

    key: str
    rank: int | None


@dataclass(slots=True, eq=False)
class Wholes:
    """Keeps the items that the next one may be a part of."""

    above: list[_Whole] = field(default_factory=list)
    last: _Whole | None = None
    """The last item that is part of none."""
    among: bool = False
    """Whether 其中 has been said of it."""

    def whole_of(self, row: BodyRow, key: str, following: BodyRow | None) -> str | None:
        """Give the item that an item is a part of, and remember this one."""
        rank = _rank(row)
        if self.last is not None and self._is_among(row, rank):
            self.among = True
            return self.last.key
        self.among = False
        whole = self._by_number(row, key, rank, following)
        if whole is None:
            self.last = _Whole(key, rank)
        return whole

    def _is_among(self, row: BodyRow, rank: int | None) -> bool:
        """Tell whether 其中 is said of a line, or goes on: below a number none is, or set in."""
        if _AMONG.match(row.text):
            return True
        numbered = self.last is not None and self.last.rank is not None
        return self.among and rank is None and numbered

    def _by_number(
        self, row: BodyRow, key: str, rank: int | None, following: BodyRow | None
    ) -> str | None:
        """Tell by the numbers of lines; only where the form has no groups that they would be."""
        if len(row.columns.chain) > 1:
            return None
        if rank is None:
            heads = following is not None and _rank(following) is not None
            begins = heads and following is not None and is_first(following.text)
            self.above = [_Whole(key, -1)] if begins else []
            return None
        inner = any(one.rank == rank for one in self.above)
        while self.above and (self.above[-1].rank or 0) >= rank:
            self.above.pop()
        over = self.above[-1] if self.above else None
        self.above.append(_Whole(key, rank))
        if over is None or not (inner or is_first(row.text) or (over.rank or 0) <= _CHINESE):
            return None
        return over.key


def _rank(row: BodyRow) -> int | None:
    """Give the rank of a line by the number in its name, else by the one before it."""
    own = rank_of(row.text)
    return row.rank if own is None else own
