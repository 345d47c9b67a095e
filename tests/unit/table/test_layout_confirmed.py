"""Roles that words give are kept only where the figures agree."""

from __future__ import annotations

import pytest

from statlint.table import Role
from statlint.table.layouts import layouts_of
from tables import grid_of

DOUBTFUL = {Role.CODE, Role.ORDINAL, Role.RANK}


def roles_under(head: str, figures: list[str]) -> set[Role]:
    """Give the doubtful roles of a head over some figures, with a head of a measure beside it."""
    lines = "\n".join(
        f"{name},{number}{7 * number % 5},{figure}"
        for number, (name, figure) in enumerate(zip("甲乙丙丁戊己", figures, strict=False), 11)
    )
    (layout,) = layouts_of(grid_of(f"单位,件数,{head}\n{lines}"))
    return {role for strip in layout.heads if strip.text == head for role in strip.roles} & DOUBTFUL


@pytest.mark.parametrize(
    ("head", "figures", "expected"),
    [
        pytest.param("电话", ["193", "41", "58", "7"], set(), id="calls"),
        pytest.param("电话", ["193", "241", "158", "257"], set(), id="calls of one length"),
        pytest.param(
            "联系电话",
            ["6512345", "6598765", "13800138000", "6512346"],
            {Role.CODE},
            id="phone numbers",
        ),
        pytest.param("编号", ["4201", "4417", "4305", "4122"], {Role.CODE}, id="of one length"),
        pytest.param("编号", ["7", "19", "240", "1033"], {Role.CODE}, id="rising"),
        pytest.param("编号", ["7", "240", "19", "1033"], set(), id="neither"),
        pytest.param("代码", ["120", "310", "240", "670"], set(), id="a total of the others"),
        pytest.param("代码", ["12.5", "31.2", "24.1", "67.0"], set(), id="decimals"),
        pytest.param("排名", ["3", "1", "2", "4"], {Role.RANK}, id="places"),
        pytest.param("排名", ["3.5", "1.2", "2.2", "4.1"], set(), id="no places"),
        pytest.param("排名", ["0", "3", "2", "5"], set(), id="a place of nought"),
        pytest.param("序号", ["1", "2", "3", "4"], {Role.ORDINAL}, id="running numbers"),
        pytest.param("序号", ["14", "3", "88", "25"], set(), id="other numbers"),
    ],
)
def test_roles_of_heads(head: str, figures: list[str], expected: set[Role]) -> None:
    assert roles_under(head, figures) == expected


def test_channels_are_measures() -> None:
    (layout,) = layouts_of(
        grid_of(
            """
            渠道,1月,2月,3月,合计
            来信,12,15,9,36
            来访,30,28,41,99
            电话,193,41,58,292
            总计,235,84,108,427
            """
        )
    )

    assert [line.roles & DOUBTFUL for line in layout.lines] == [set()] * 4


def test_codes_that_are_withheld_stay_codes() -> None:
    (layout,) = layouts_of(
        grid_of(
            """
            单位,件数,金额,代码
            甲,12,310,..
            乙,31,220,..
            丙,24,180,..
            """
        )
    )

    assert [strip.text for strip in layout.heads if Role.CODE in strip.roles] == ["代码"]
