"""Labels of filled copies, beside those of sheets that are looked at one by one."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from statlint.dataclass import dataclass, field
from statlint.grid.labels import labels_of
from statlint.workbook import CellKind
from statlint.workbook.cells import Cast

WORDS = st.lists(
    st.sampled_from(["合计", " 合计 ", "12", " 12", " ", "2024年", "٣"]), min_size=3, max_size=3
)


@dataclass(frozen=True, eq=False)
class Mould:
    """A mould of three words in a column."""

    figures_at: Sequence[tuple[int, int]] = ((1, 2),)
    words_at: Sequence[tuple[int, int]] = ((1, 1), (2, 1), (3, 1))
    kept: dict[object, object] = field(default_factory=dict)


@given(st.lists(WORDS, min_size=1, max_size=5), st.booleans())
def test_copies_have_the_labels_of_their_own_words(
    copies: list[list[str]],
    plain: bool,  # noqa: FBT001
) -> None:
    mould = Mould()
    for number, words in enumerate(copies):
        held = [
            *((row, 1, CellKind.TEXT, word) for row, word in enumerate(words, 1)),
            (4, 2, CellKind.NUMBER, str(number)),
        ]
        cast = Cast(mould, (str(number),) if plain else None, tuple(words))
        assert labels_of(held, cast) == labels_of(held, None)
