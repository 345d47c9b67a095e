"""Lists that labels and places show to be the parts of a total."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.inference.ways import Way, Ways
from statlint.table import Label, Role, Strip
from statlint.table.layout_words import roles_of
from statlint.values import CellRef


def strips(*lines: str) -> list[Strip]:
    """Make lines of labels; two blanks before a label are a level, a bar parts blocks."""
    made: list[Strip] = []
    parents: list[int] = []
    block = 0
    for line in lines:
        block += line.startswith("|")
        text = line.removeprefix("|")
        level = (len(text) - len(text.lstrip())) // 2
        label = Label(text.strip(), None, CellRef(1, 1))
        parents[level:] = [len(made)]
        parent = parents[level - 1] if level else None
        roles = roles_of([label.text])
        made.append(
            Strip(len(made) + 1, (label,), level, parent, block=block, roles=frozenset(roles))
        )
    return made


def ways(place: int, lines: Sequence[str]) -> dict[tuple[int, ...], Way]:
    return Ways(strips(*lines)).of(place)


@pytest.mark.parametrize(
    ("place", "lines", "found"),
    [
        pytest.param(2, ["甲", "乙", "合计"], {(0, 1): Way.TOTAL}, id="a total below"),
        pytest.param(0, ["合计", "甲", "乙"], {(1, 2): Way.TOTAL}, id="a total on top"),
        pytest.param(
            1, ["x", "甲", "  乙", "  丙"], {(2, 3): Way.CHILDREN}, id="what stands under a label"
        ),
        pytest.param(0, ["居民", "甲", "乙"], {(1, 2): Way.FIRST}, id="the first of a list"),
        pytest.param(1, ["居民", "甲", "乙"], {}, id="one of a list"),
        pytest.param(0, ["合计", "甲", "其中：乙"], {}, id="one part and what is of which"),
        pytest.param(3, ["x", "|甲", "乙", "合计"], {(1, 2): Way.TOTAL}, id="parts end at a block"),
        pytest.param(
            0,
            ["合计", "甲", "  子", "  丑", "乙"],
            {(1, 2, 3, 4): Way.TOTAL, (1, 4): Way.TOTAL, (2, 3): Way.TOTAL},
            id="lines of each level",
        ),
        pytest.param(
            6,
            ["甲", "乙", "小计", "丙", "丁", "小计", "总计"],
            {(2, 5): Way.TOTALS},
            id="totals under a grand total",
        ),
    ],
)
def test_ways(place: int, lines: list[str], found: dict[tuple[int, ...], Way]) -> None:
    assert ways(place, lines) == found


def test_heads_under_another_spanner_are_no_parts() -> None:
    def head(at: int, spanner: str, text: str) -> Strip:
        labels = tuple(Label(one, None, CellRef(1, at)) for one in (spanner, text))
        roles = frozenset({Role.TOTAL} if text == "Total" else ())
        return Strip(at, labels, 1, roles=roles)

    heads = [head(1, "2019", "Total"), head(2, "2019", "Men"), head(3, "2019", "Women")]
    heads += [head(4, "2020", "Men"), head(5, "2020", "Women")]

    assert Ways(heads).of(0) == {(1, 2): Way.TOTAL}


def test_sides_begin_with_the_nearest() -> None:
    assert Ways(strips("甲", "乙", "丙", "丁")).sides(2) == ([1, 0], [3])
