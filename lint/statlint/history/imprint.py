"""The figures of a table in short, so that equal tables among thousands of files are told."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import blake2b

from statlint.facts import Facts
from statlint.form import ValueKind
from statlint.table import FilledForm, Label
from statlint.values import Number, Text

_DIGEST = 8
_NEW = 0.75
"""Totals follow from their parts: of what the figures of a table tell, so much counts as new. Among
4,000 made reports of the smallest towns, those that are the same by chance tell a third of what is
asked for."""
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

    `figures` is how many there are, `filled` how many of them are not 0; `fixed` is whether a form
    states all its lines and heads.
    """

    form: str
    table: str
    title: Text
    start: Label
    columns: tuple[Column, ...]
    figures: int
    filled: int
    fixed: bool = False

    @property
    def kind(self) -> tuple[str, str]:
        """The table's form and key; for one without a form, its title."""
        return (self.form, self.table) if self.form else ("", self.title.zh)

    @property
    def digest(self) -> bytes:
        """The same for tables with the same figures in the same places."""
        return b"".join(column.digest for column in self.columns)


def imprints_of(filled: FilledForm, tables: Iterable[Facts]) -> tuple[Imprint, ...]:
    """Take the imprints of the tables of a filled form; one without any figure has none."""
    taken = (_imprint(filled.form.id, facts) for facts in tables)
    return tuple(one for one in taken if one.columns)


def _imprint(form: str, facts: Facts) -> Imprint:
    heads: dict[str, list[tuple[str, Number]]] = {}
    for fact, figure in facts.with_figures():
        # Of a score sheet with full marks every figure is printed on every other one, too.
        told = not form or fact.measure.kind not in {ValueKind.SCORE, ValueKind.SHARE}
        if told:
            heads.setdefault(fact.head.key, []).append((fact.line.key, figure.value))
    values = [value for column in heads.values() for _, value in column]
    return Imprint(
        form,
        facts.plan.key,
        facts.plan.title,
        facts.table.start,
        tuple(_column(column) for column in heads.values()),
        len(values),
        sum(value != 0 for value in values),
        bool(form) and not any(fact.line.of or fact.head.of for fact in facts),
    )


def _column(figures: Sequence[tuple[str, Number]]) -> Column:
    written = "\n".join(f"{line}\t{_plain(value)}" for line, value in figures)
    digest = blake2b(written.encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
    told = {_digits(value) for _, value in figures if value}
    return Column(digest, _NEW * sum(map(math.log2, told)))


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
