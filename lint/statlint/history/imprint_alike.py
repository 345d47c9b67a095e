"""Imprints of tables that are laid out as another: only their figures are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from operator import itemgetter

from statlint.dataclass import dataclass, replace
from statlint.history.imprint import (
    digest_of,
    figures_in,
    imprint_of,
    packed,
    value_of,
)
from statlint.typed import TYPE_CHECKING, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from statlint.facts import Facts
    from statlint.history.imprint import Imprint
    from statlint.values import Number

_Cell: TypeAlias = tuple[str, ...]
"""The keys of a line and a head."""
_T = TypeVar("_T")


class Take(Protocol):
    """Takes some of many things."""

    def __call__(self, things: Sequence[_T], /) -> tuple[_T, ...]:
        """Take them in their order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class _Alone:
    """Takes one thing."""

    at: int

    def __call__(self, things: Sequence[_T], /) -> tuple[_T, ...]:
        """Take it."""
        return (things[self.at],)


@dataclass(frozen=True, slots=True, eq=False)
class _Row:
    """The figures under a head or on a line: how they are written together, and their places."""

    form: str
    take: Take

    def written(self, plain: Sequence[str]) -> bytes:
        """Give how they are written, by how all figures are."""
        return (self.form % self.take(plain)).encode("utf-8", "surrogatepass")

    def bits(self, worths: Sequence[tuple[int, float]]) -> float:
        """Add up the bits that they tell, by the digits and bits of all figures."""
        return sum(dict(self.take(worths)).values())


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
        plain, digits, bits = zip(*[value_of(numbers[cell]) for cell in self.cells], strict=True)
        worths = list(zip(digits, bits, strict=True))
        return replace(
            self.first,
            digest=b"".join([digest_of(one.written(plain)) for one in self.columns]),
            bits=array("d", [one.bits(worths) for one in self.columns]),
            filled=len(digits) - digits.count(0),
            lines=b"".join([packed(one.written(plain), one.bits(worths)) for one in self.lines]),
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
    form = "\n".join([f"{place.replace('%', '%%')}\t%s" for place, _ in figures])
    places = [at for _, at in figures]
    return _Row(form, itemgetter(*places) if len(places) > 1 else _Alone(places[0]))
