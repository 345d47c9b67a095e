"""The lowest text of each column of a boxhead, with what is printed above it."""

from __future__ import annotations

import pytest

from statlint.table.view import view_of
from tables import grid_of


def leaves(
    text: str, rows: tuple[int, int], merges: str = "", *, turned: bool = False
) -> list[str]:
    view = view_of(grid_of(text, merges=merges), turned=turned)
    return [
        f"{leaf.column}:{leaf.text}@{leaf.row}"
        + "".join(f"<{above}" for above in sorted(leaf.above))
        for leaf in view.leaves(*rows)
    ]


BOXHEAD = "申请人,,,总计\n自然人,法人,,\n,企业,机构,"
MERGES = "A1:C1 A2:A3 B2:C2 D1:D3"


@pytest.mark.parametrize(
    ("merges", "rows", "expected"),
    [
        pytest.param(
            MERGES,
            (1, 3),
            [
                "1:自然人@3<申请人<自然人",
                "2:企业@3<法人<申请人",
                "3:机构@3<法人<申请人",
                "4:总计@3<总计",
            ],
            id="merged as printed",
        ),
        pytest.param(
            "",
            (1, 3),
            ["1:自然人@2<申请人", "2:企业@3<法人<申请人", "3:机构@3<法人<申请人", "4:总计@1"],
            id="merges lost",
        ),
        pytest.param(
            "", (3, 3), ["1:@3", "2:企业@3", "3:机构@3", "4:@3"], id="the lowest row alone"
        ),
        pytest.param(MERGES, (1, 1), ["1:申请人@1", "4:总计@1"], id="a spanner over three columns"),
    ],
)
def test_leaves(merges: str, rows: tuple[int, int], expected: list[str]) -> None:
    assert leaves(BOXHEAD, rows, merges) == expected


def test_leaves_of_a_turned_table() -> None:
    assert leaves("自然人,1,2\n企业,3,4", (1, 1), turned=True) == ["1:自然人@1", "2:企业@1"]
