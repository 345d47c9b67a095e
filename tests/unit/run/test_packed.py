"""Filled forms packed and unpacked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from statlint.facts import Filing, read_facts, without_cells
from statlint.run.library import Library
from statlint.run.packed import Packer
from statlint.values import Figure
from tables import filled_of, form_of, table_of

FORM = form_of(
    table_of(
        [{"key": "a", "label": "A", "kind": "amount"}, "b B"],
        ["x X"],
        {"rule": "a <= b", "per": "head"},
    )
)


def filing(*, form_id: str) -> Filing:
    filled = filled_of(FORM, "Case,X\nA,1.50\nB,..")
    filled = replace(filled, form=replace(filled.form, id=form_id))
    facts = tuple(map(read_facts, filled.tables))
    return without_cells(Filing("a.csv", filled, facts))


def told(one: Filing) -> list[tuple[str | None, str, str, str, str, str]]:
    return [
        (fact.path, fact.line.key, fact.head.key, str(fact.cell), fact.text, fact.line_label)
        for facts in one.facts
        for fact in facts
    ]


def test_what_is_packed_comes_back() -> None:
    for form_id in ("own", ""):
        kept, packer = filing(form_id=form_id), Packer()
        back = packer.unpack(packer.pack(kept))

        assert told(back) == told(kept)
        assert [fact.reading for fact in back.facts[0]] == [fact.reading for fact in kept.facts[0]]
        assert (back.path, back.filled.period) == (kept.path, kept.filled.period)


def test_what_forms_share_is_not_packed_with_each() -> None:
    packer = Packer()
    kept = filing(form_id="own")
    back = packer.unpack(packer.pack(kept))

    assert back.filled.form is kept.filled.form
    assert next(iter(back.facts[0])).line is next(iter(kept.facts[0])).line


def test_no_cell_of_the_sheet_is_kept() -> None:
    kept = filing(form_id="own")

    assert [len(part.grid) for table in kept.filled.tables for part in table.parts] == [0]
    assert all(len(fact.part.grid) == 0 for fact in kept.facts[0])


def test_a_file_that_was_not_read_is_told() -> None:
    candidates = Library().candidates(["a.csv"], [])

    assert [(one.path, one.reason.value) for one in candidates.useless] == [
        ("a.csv", "not-read-elsewhere")
    ]


def test_files_have_places_and_small_figures_in_common() -> None:
    library = Library()
    kept = [
        without_cells(replace(filing(form_id="own"), path=path), library.packer.shared)
        for path in ("a.csv", "b.csv")
    ]
    mine, its = (next(iter(one.facts[0])) for one in kept)

    assert mine.path != its.path
    assert (mine.cell is its.cell, mine.reading is its.reading) == (True, True)


def test_equal_figures_that_are_written_otherwise_stay_apart() -> None:
    packer = Packer()
    figures = [Figure(1, "1"), Figure(Decimal(1), "1"), Figure(1, "1.0"), Figure(1, "1")]

    shared = [packer.shared(one) for one in figures]

    assert [type(one.value) for one in shared] == [int, Decimal, int, int]
    assert [one.text for one in shared] == ["1", "1", "1.0", "1"]
    assert shared[3] is shared[0]
