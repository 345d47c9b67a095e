"""The figures of a table in short, so that equal tables among thousands of files are told."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from statlint.dataclass import dataclass
from statlint.facts import Facts
from statlint.form import ValueKind
from statlint.table import FilledForm, Label
from statlint.typed import TypeAlias
from statlint.values import Figure, Number, Text
from statlint.values.blake import blake2b

_DIGEST = 8
_SHORT = 4
"""Bytes of the digest of a line: thousands of files are kept."""
QUARTERS, _MOST_QUARTERS = 4, 255
_COMMON = 0.5
"""In this share of different tables a column says nothing: the points that each item can have."""
_WORDS = (ValueKind.TEXT,)
_UNTOLD = (ValueKind.TEXT, ValueKind.SCORE, ValueKind.SHARE)
"""What tells nothing of the unit that filled in a form."""
_Value: TypeAlias = tuple[str, int, float]
"""A figure as it is written, its digits and the bits that these tell."""
_Row: TypeAlias = list[tuple[str, _Value]]
_Rows: TypeAlias = Mapping[str, _Row]


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
        return map(Column, self.digests, self.bits)

    @property
    def digests(self) -> list[bytes]:
        """The digests of its columns."""
        whole = self.digest
        return [whole[start : start + _DIGEST] for start in range(0, len(whole), _DIGEST)]


def imprints_of(filled: FilledForm, tables: Iterable[Facts]) -> tuple[Imprint, ...]:
    """Take the imprints of the tables of a filled form; one without any figure has none."""
    taken = (imprint_of(filled.form.id, facts) for facts in tables)
    return tuple(one for one in taken if one.bits)


def imprint_of(form: str, facts: Facts) -> Imprint:
    """Take the imprint of one table, by the id of its form."""
    columns, lines = figures_in(facts, of_form=bool(form))
    values = [value for column in columns.values() for _, value in column]
    return Imprint(
        form,
        facts.plan.key,
        facts.plan.title,
        facts.table.start,
        b"".join([digest_of(_written(column)) for column in columns.values()]),
        array("d", [sum_of_bits(map(_of_figure, column)) for column in columns.values()]),
        len(values),
        sum([1 for _, digits, _ in values if digits]),
        bool(form) and _is_fixed(facts),
        b"".join(
            [packed(_written(one), sum_of_bits(map(_of_figure, one))) for one in lines.values()]
        ),
    )


def _is_fixed(facts: Facts) -> bool:
    """Tell whether none of its lines and heads stand for those that a form lets repeat."""
    return not {fact for fact in facts if fact.line.of or fact.head.of}


def figures_in(facts: Facts, *, of_form: bool) -> tuple[_Rows, _Rows]:
    """Gather the figures by heads and by lines, each figure looked at once."""
    columns, lines = defaultdict[str, _Row](list), defaultdict[str, _Row](list)
    for fact in facts:
        reading, kind = fact.reading, fact.measure.kind
        # Of a score sheet with full marks every figure is printed on every other one, too.
        if not isinstance(reading, Figure) or kind in (_UNTOLD if of_form else _WORDS):
            continue
        value = value_of(reading.value)
        line, head = fact.line.key, fact.head.key
        columns[head].append((line, value))
        lines[line].append((head, value))
    return columns, lines


@lru_cache(maxsize=4096)
def value_of(number: Number) -> _Value:
    """Write a figure so that 5, 5.0 and 5E0 read alike; give its digits, and the bits they tell."""
    digits = _digits(number)
    return _plain(number), digits, math.log2(digits) if digits else 0.0


def _written(figures: _Row) -> bytes:
    written = "\n".join([f"{place}\t{plain}" for place, (plain, _, _) in figures])
    return written.encode("utf-8", "surrogatepass")


def _of_figure(figure: tuple[str, _Value]) -> _Value:
    return figure[1]


def digest_of(written: bytes, size: int = _DIGEST) -> bytes:
    """Digest figures as they are written together, each with its line or head."""
    return blake2b(written, digest_size=size).digest()


def sum_of_bits(figures: Iterable[_Value]) -> float:
    """Add up the bits that figures tell, each figure once."""
    # Totals follow from their parts, but what is 0 and what is not counts for nothing here: among
    # 6,000 made reports of the smallest towns no table that is the same by chance tells half of
    # what is asked for.
    return sum({digits: bits for _, digits, bits in figures}.values())


def packed(written: bytes, bits: float) -> bytes:
    """Give a line in five bytes: a digest of its figures, and quarters of bits as in a column."""
    quarters = min(round(QUARTERS * bits), _MOST_QUARTERS)
    return digest_of(written, _SHORT) + bytes([quarters])


def strips_in(imprint: Imprint) -> list[Column]:
    """Unpack the lines of a table, in their order."""
    size = _SHORT + 1
    starts = range(0, len(imprint.lines), size)
    packed = (imprint.lines[start : start + size] for start in starts)
    return [Column(one[:_SHORT], one[_SHORT] / QUARTERS) for one in packed]


def quarters_in(lines: bytes) -> list[int]:
    """Give the bits of packed lines, in quarters."""
    return [*lines[_SHORT :: _SHORT + 1]]


def digests_in(lines: bytes) -> list[bytes]:
    """Give the digests of packed lines."""
    return [lines[start : start + _SHORT] for start in range(0, len(lines), _SHORT + 1)]


def _plain(value: Number) -> str:
    if isinstance(value, int):
        return str(value)
    return format(value.normalize(), "f") if value else "0"


def _digits(value: Number) -> int:
    """Give a figure without sign, decimal point and zeros at its end: 235 for -2.350."""
    written = format(value, "f").replace(".", "") if isinstance(value, Decimal) else str(value)
    return int(written.lstrip("-").rstrip("0") or "0")


def common_columns(imprints: Iterable[Imprint]) -> Mapping[tuple[str, str], frozenset[bytes]]:
    """Find, for each kind of table, the columns that many different ones of it share."""
    kinds: dict[tuple[str, str], dict[bytes, Imprint]] = {}
    for one in imprints:
        kinds.setdefault(one.kind, {})[one.digest] = one
    return {kind: _common(list(several.values())) for kind, several in kinds.items()}


def _common(imprints: Sequence[Imprint]) -> frozenset[bytes]:
    count: dict[bytes, int] = {}
    for one in imprints:
        for digest in {*one.digests}:
            count[digest] = count.get(digest, 0) + 1
    least = max(2, math.ceil(_COMMON * len(imprints)))
    return frozenset(digest for digest, times in count.items() if times >= least)


def bits_of(imprint: Imprint, common: frozenset[bytes]) -> float:
    """Say how little chance it has that another unit's table is the same; each column once."""
    told = dict(zip(imprint.digests, imprint.bits, strict=True))
    return sum([bits for digest, bits in told.items() if digest not in common])
