"""The figures of a table in short, so that equal tables among thousands of files are told."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b

from statlint.facts import Facts
from statlint.form import ValueKind
from statlint.table import FilledForm, Label
from statlint.values import Number, Text

_DIGEST = 8
_SHORT = 4
"""Bytes of the digest of a line: thousands of files are kept."""
_QUARTERS, _MOST_QUARTERS = 4, 255
_COMMON = 0.5
"""In this share of different tables a column says nothing: the points that each item can have."""


@dataclass(frozen=True, slots=True)
class Column:
    """The figures under one head: their digest, and how little chance the same ones have.

    `bits` takes each figure for as rare as it is large: 235 comes once in 235 figures.
    """

    digest: bytes
    bits: float


@dataclass(frozen=True, slots=True)
class Imprint:
    """The figures of one table: what table it is, where it begins, and its columns.

    `digest` is the same for tables with the same figures in the same places. `figures` is how many
    there are, `filled` how many of them are not 0; `fixed` is whether a form states all its lines
    and heads. There is one for each table of thousands of files: what its columns hold is kept as
    bytes and machine numbers.
    """

    form: str
    table: str
    title: Text
    start: Label
    digest: bytes
    bits: array[float]
    figures: int
    filled: int
    fixed: bool = False
    lines: bytes = b""
    """Its lines in short, one after the other; `strips_in` unpacks them."""

    @property
    def kind(self) -> tuple[str, str]:
        """The table's form and key; for one without a form, its title."""
        return (self.form, self.table) if self.form else ("", self.title.zh)

    @property
    def columns(self) -> Iterator[Column]:
        """Go through its columns."""
        for at, bits in enumerate(self.bits):
            yield Column(self.digest[at * _DIGEST : (at + 1) * _DIGEST], bits)


def imprints_of(filled: FilledForm, tables: Iterable[Facts]) -> tuple[Imprint, ...]:
    """Take the imprints of the tables of a filled form; one without any figure has none."""
    taken = (_imprint(filled.form.id, facts) for facts in tables)
    return tuple(one for one in taken if one.bits)


def _imprint(form: str, facts: Facts) -> Imprint:
    heads: dict[str, list[tuple[str, Number]]] = {}
    for fact, figure in facts.with_figures():
        # Of a score sheet with full marks every figure is printed on every other one, too.
        told = not form or fact.measure.kind not in {ValueKind.SCORE, ValueKind.SHARE}
        if told:
            heads.setdefault(fact.head.key, []).append((fact.line.key, figure.value))
    lines: dict[str, list[tuple[str, Number]]] = {}
    for head, column in heads.items():
        for line, value in column:
            lines.setdefault(line, []).append((head, value))
    values = [value for column in heads.values() for _, value in column]
    columns = [_column(column) for column in heads.values()]
    return Imprint(
        form,
        facts.plan.key,
        facts.plan.title,
        facts.table.start,
        b"".join(column.digest for column in columns),
        array("d", (column.bits for column in columns)),
        len(values),
        sum(value != 0 for value in values),
        bool(form) and not any(fact.line.of or fact.head.of for fact in facts),
        b"".join(map(_packed, lines.values())),
    )


def _column(figures: Sequence[tuple[str, Number]]) -> Column:
    return Column(_digest(figures, _DIGEST), _bits(figures))


def _digest(figures: Sequence[tuple[str, Number]], size: int) -> bytes:
    written = "\n".join(f"{place}\t{_plain(value)}" for place, value in figures)
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def _bits(figures: Sequence[tuple[str, Number]]) -> float:
    # Totals follow from their parts, but what is 0 and what is not counts for nothing here: among
    # 6,000 made reports of the smallest towns no table that is the same by chance tells half of
    # what is asked for.
    return sum(map(math.log2, {_digits(value) for _, value in figures if value}))


def _packed(figures: Sequence[tuple[str, Number]]) -> bytes:
    """Give a line in five bytes: a digest of its figures, and quarters of bits as in a column."""
    quarters = min(round(_QUARTERS * _bits(figures)), _MOST_QUARTERS)
    return _digest(figures, _SHORT) + bytes([quarters])


def strips_in(imprint: Imprint) -> list[Column]:
    """Unpack the lines of a table, in their order."""
    size = _SHORT + 1
    starts = range(0, len(imprint.lines), size)
    packed = (imprint.lines[start : start + size] for start in starts)
    return [Column(one[:_SHORT], one[_SHORT] / _QUARTERS) for one in packed]


def lines_in(lines: bytes) -> int:
    """Count the lines that are packed."""
    return len(lines) // (_SHORT + 1)


def digest_at(lines: bytes, at: int) -> bytes:
    """Give the digest of one of the packed lines; nothing where there is none."""
    start = at * (_SHORT + 1)
    return lines[start : start + _SHORT]


def _plain(value: Number) -> str:
    """Write a figure so that 5, 5.0 and 5E0 read alike."""
    return format(Decimal(value).normalize(), "f")


def _digits(value: Number) -> int:
    """Give a figure without sign, decimal point and zeros at its end: 235 for -2.350."""
    return int("".join(map(str, Decimal(value).normalize().as_tuple().digits)))


def common_columns(imprints: Iterable[Imprint]) -> Mapping[tuple[str, str], frozenset[bytes]]:
    """Find, for each kind of table, the columns that many different ones of it share."""
    kinds: dict[tuple[str, str], dict[bytes, Imprint]] = {}
    for one in imprints:
        kinds.setdefault(one.kind, {})[one.digest] = one
    return {kind: _common(list(several.values())) for kind, several in kinds.items()}


def _common(imprints: Sequence[Imprint]) -> frozenset[bytes]:
    count: dict[bytes, int] = {}
    for one in imprints:
        for digest in {column.digest for column in one.columns}:
            count[digest] = count.get(digest, 0) + 1
    least = max(2, math.ceil(_COMMON * len(imprints)))
    return frozenset(digest for digest, times in count.items() if times >= least)


def bits_of(imprint: Imprint, common: frozenset[bytes]) -> float:
    """Say how little chance it has that another unit's table is the same; each column once."""
    told = {column.digest: column.bits for column in imprint.columns}
    return sum(bits for digest, bits in told.items() if digest not in common)
