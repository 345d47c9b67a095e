"""Counts of the items in a catalogue of disclosure, by field and level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from companions.model import Broken, Column, Companion, Expected, Page
from companions.words import FIELDS
from submissions.counts import split
from submissions.model import Figure, Slot

FORM = "cn-catalogue-counts"
CATALOGUE = "catalogue"
_LEVELS = {"kind1": 0.5, "kind2": 0.3, "kind3": 0.2}
_FIELD = Column("field", ("领域", "试点领域", "公开领域"), words=True)
_ALL = Column("all", ("事项数", "公开事项数", "事项数（项）"))
_OFFICE = Column("office", ("公开主体", "责任单位"), words=True, spare=True)
_LEVEL_COLUMNS = (
    Column("kind1", ("县级",), "公开层级"),
    Column("kind2", ("乡级",), "公开层级"),
    Column("kind3", ("村级",), "公开层级"),
)
PLANS = ("by field", "by field and level")


def _at(row: str, column: str) -> Slot:
    return Slot(CATALOGUE, row, column)


def seen_catalogue() -> Companion:
    """Give the counts that were really published: 419 items in eight fields."""
    return _table("by field", FIELDS, "catalogue seen", Random(0))  # noqa: S311


def random_catalogue(name: str, seed: int) -> Companion:
    """Make a table: all relations hold."""
    rng = Random(f"{name}{seed}")  # noqa: S311 - figures to check, not secrets
    counts = {field: rng.randint(5, 150) for field in FIELDS}
    return _table(name, counts, f"catalogue {name} {seed}", rng)


def _table(name: str, counts: Mapping[str, int], made: str, rng: Random) -> Companion:
    levels = name == "by field and level"
    cells: dict[Slot, Figure] = {}
    for at, (field, count) in enumerate(counts.items()):
        row = f"field{at}"
        held = split(rng, count, _LEVELS) if levels else {}
        cells[_at(row, "number")] = at + 1
        cells[_at(row, "field")] = field
        cells.update({_at(row, key): part for key, part in {**held, "all": count}.items()})
    rows = tuple(f"field{at}" for at in range(len(counts)))
    columns = (
        Column("number", ("序号",), words=True),
        _FIELD,
        *(_LEVEL_COLUMNS if levels else ()),
        _ALL,
        _OFFICE,
    )
    for column in (*(_LEVELS if levels else ()), "all"):
        cells[_at("total", column)] = sum(int(str(cells[_at(row, column)])) for row in rows)
    cells[_at("total", "number")] = "合计"
    cells[_at("fields", "number")] = f"共{len(rows)}个领域"
    title = "2017年基层政务公开试点领域公开事项统计表"
    page = Page(
        CATALOGUE,
        title,
        columns,
        (*rows, "total", "fields"),
        wide=frozenset({"fields"}),
        spread=frozenset({"total"}),
    )
    return Companion(made, FORM, f"安平市{title}", (page,), cells)


def broken_catalogue(made: Companion) -> Iterator[Broken]:
    """Break each relation once."""
    total = _at("total", "all")
    levels = _at("total", "kind1") in made.figures
    expected = [Expected("B101", total, "K1")]
    if levels:
        expected.append(Expected("B101", total, "K2"))
    yield Broken("sum of the fields", made.plus(total, 3), tuple(expected))
    fields = _at("fields", "number")
    yield Broken(
        "number of fields",
        made.with_figures({fields: "共9个领域"}),
        (Expected("B101", fields, "K5"),),
    )
    twice = {_at("field6", "field"): made.figures[_at("field2", "field")]}
    yield Broken(
        "field twice", made.with_figures(twice), (Expected("S017", _at("field6", "field")),)
    )
    if levels:
        level = _at("field1", "kind2")
        moved = made.plus(level, 1).plus(_at("total", "kind2"), 1)
        slots = (_at("field1", "all"), total)
        yield Broken(
            "sum of the levels", moved, tuple(Expected("B101", slot, "K2") for slot in slots)
        )
