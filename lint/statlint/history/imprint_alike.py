"""Imprints of tables that are laid out as another: only their figures are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence

from statlint.dataclass import dataclass, replace
from statlint.history.imprint import (
    digest_of,
    figures_in,
    imprint_of,
    packed,
    sum_of_bits,
    value_of,
)
from statlint.typed import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statlint.facts import Facts
    from statlint.history.imprint import Imprint
    from statlint.values import Number

_Cell: TypeAlias = tuple[str, ...]
"""The keys of a line and a head."""
_Value: TypeAlias = tuple[str, int, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """The figures under a head or on a line: how they are written together, and their places."""

    written: str
    take: Callable[[Sequence[_Value]], tuple[_Value, ...]]

    def of(self, values: Sequence[_Value]) -> tuple[bytes, tuple[_Value, ...]]:
        """Give how they are written, and what they are worth."""
        own = self.take(values)
        plain = self.written % tuple([one[0] for one in own])
        return plain.encode("utf-8", "surrogatepass"), own


@dataclass(frozen=True, slots=True, eq=False)
class AlikeImprint:
    """The imprint of one table, and where in all tables like it each figure counts."""

    first: Imprint
    cells: tuple[_Cell, ...]
    """Line and head of each figure that counts."""
    columns: tuple[_Row, ...]
    lines: tuple[_Row, ...]

    def of(self, numbers: Mapping[_Cell, Number]) -> Imprint:
        """Take the imprint of a table with other figures, by line and head."""
        values = [value_of(numbers[cell]) for cell in self.cells]
        columns = [one.of(values) for one in self.columns]
        lines = [one.of(values) for one in self.lines]
        return replace(
            self.first,
            digest=b"".join([digest_of(written) for written, _ in columns]),
            bits=array("d", [sum_of_bits(own) for _, own in columns]),
            filled=sum([1 for _, digits, _ in values if digits]),
            lines=b"".join([packed(written, own) for written, own in lines]),
        )


def alike_imprint(form: str, facts: Facts) -> AlikeImprint | None:
    """Look where figures count in tables that are laid out as one; None where none counts."""
    first = imprint_of(form, facts)
    if not first.bits:
        return None
    columns, lines = figures_in(facts, of_form=bool(form))
    cells = tuple((line, head) for head, own in columns.items() for line, _ in own)
    places = {cell: at for at, cell in enumerate(cells)}
    return AlikeImprint(
        first,
        cells,
        tuple(
            _row([(line, places[line, head]) for line, _ in own]) for head, own in columns.items()
        ),
        tuple(_row([(head, places[line, head]) for head, _ in own]) for line, own in lines.items()),
    )


def _row(figures: Sequence[tuple[str, int]]) -> _Row:
    written = "\n".join([f"{place.replace('%', '%%')}\t%s" for place, _ in figures])
    places = [at for _, at in figures]
    return _Row(written, lambda values: tuple([values[at] for at in places]))
