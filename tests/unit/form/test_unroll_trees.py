"""Sums within groups, over groups in groups of any shape."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from statlint.form import Name, named
from unit.form.opening import unrolled

EDITS = (
    {"rule": "sum(item) = total", "per": "head"},
    {"rule": "sum(item) = group", "per": "head", "within": "group"},
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a made table: an item with its figure, or a group (None), and what is over it."""

    key: str
    figure: int | None
    under: str | None

    @property
    def written(self) -> str:
        """The row as the tests write what is printed."""
        return self.key if self.under is None else f"{self.key}<{self.under}"


_FIGURES = st.one_of(st.none(), st.integers(0, 99))


@st.composite
def tables(draw: st.DrawFn) -> list[Row]:
    """Draw the rows of a table: groups in groups, items in both and items in items."""
    rows: list[Row] = []
    for number, figure in enumerate(draw(st.lists(_FIGURES, max_size=12))):
        over = draw(st.sampled_from([None, *(row.key for row in rows)]))
        rows.append(Row(f"{'group' if figure is None else 'item'}#{number}", figure, over))
    return rows


def figures_under(rows: list[Row], key: str | None) -> list[int]:
    """Give the figures that a total over a line adds up: an item's own, a group's items'."""
    found: list[int] = []
    for row in rows:
        if row.under == key:
            found += figures_under(rows, row.key) if row.figure is None else [row.figure]
    return found


@given(tables())
def test_each_sum_takes_what_stands_under_it_once(rows: list[Row]) -> None:
    edits = unrolled(EDITS, " ".join([*(row.written for row in rows), "total"]), "points")
    figures = {row.key: row.figure for row in rows}
    groups = {row.key: figures_under(rows, row.key) for row in rows if row.figure is None}
    expected = {None: figures_under(rows, None)} | groups
    found = {}
    for edit in edits:
        *parts, total = (name.parts[0] for name in named(edit.condition) if isinstance(name, Name))
        assert total == (edit.under or "total")
        found[edit.under] = sorted(figures[part] or 0 for part in parts)

    assert found == {key: sorted(figures) for key, figures in expected.items() if figures}
