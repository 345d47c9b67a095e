"""One wrong figure that fails edits within its sheet and with another is one cause."""

from __future__ import annotations

import pytest

from statlint.run.causes import causes_of
from tables import confrontation_of, form_of, grid_of, table_of

LINES = ["a A", "b B", "total Total"]
WINDOWS = table_of(
    LINES,
    ["first I", "second II", "all All"],
    {"id": "W1", "rule": "first + second = all", "per": "line"},
    {"id": "W2", "rule": "a + b = total", "per": "head"},
    key="windows",
)
SUMMARY = table_of(
    LINES,
    ["windows Windows", "net Net", "sum Sum"],
    {"id": "S1", "rule": "windows + net = sum", "per": "line"},
    {"id": "S2", "rule": "a + b = total", "per": "head"},
    key="summary",
)
ACROSS = [
    {"id": f"X{line}", "rule": f"windows.{line}.all = summary.{line}.windows"} for line in "ab"
]


@pytest.mark.parametrize(
    ("one", "other", "edits", "words"),
    [
        pytest.param(
            "A,120,231,351\nB,45,66,111\nTotal,165,297,462",
            "A,315,77,428\nB,111,128,239\nTotal,462,205,667",
            ["S1 a", "S2 windows", "Xa None"],
            "B2 可能应为 351（现为 315，两位数字颠倒）",
            id="the figure taken over",
        ),
        pytest.param(
            "A,120,231,315\nB,45,66,111\nTotal,165,297,462",
            "A,351,77,428\nB,111,128,239\nTotal,462,205,667",
            ["W1 a", "W2 all", "Xa None"],
            "表一!D2 可能应为 351（现为 315，两位数字颠倒）",
            id="the figure where it comes from",
        ),
    ],
)
def test_a_wrong_figure_is_told_once_for_all_sheets(
    one: str, other: str, edits: list[str], words: str
) -> None:
    form = form_of(WINDOWS, SUMMARY, edit=ACROSS)
    sheets = (
        grid_of(f",I,II,All\n{one}", name="表一", index=0),
        grid_of(f",Windows,Net,Sum\n{other}", name="表二", index=1),
    )

    (told,) = causes_of([confrontation_of(form, *sheets)], None, "zh")

    assert sorted(f"{each.edit.id} {each.where}" for each in told.instances) == edits
    assert told.message.startswith(f"{words}：改后 3 处不平全部消除")
