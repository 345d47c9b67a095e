"""Means without the highest and the lowest figure are found by the words of a score."""

from __future__ import annotations

import pytest

from statlint.inference import Relation, cell_relations, understand
from statlint.inference.forms import filled_form
from statlint.table.layouts import layouts_of
from tables import grid_of

JUDGES = """
姓名,评委1,评委2,评委3,评委4,评委5,最后得分
张三,9.27,8.51,9.62,8.05,9.11,8.96
李四,9.69,8.89,8.00,9.09,9.20,9.06
王五,9.09,8.82,9.19,9.18,8.25,9.03
赵六,9.67,8.40,8.18,8.95,8.98,8.78
钱七,9.41,8.65,8.28,8.71,8.41,8.59
"""


def trimmed_in(text: str) -> list[Relation]:
    """Find the means of a table that leave their ends out."""
    found = understand(layouts_of(grid_of(text)))
    return [one for own in found for one in own.relations if one.trimmed]


def test_the_highest_and_the_lowest_mark_are_left_out() -> None:
    found = [(one.aggregate, one.parts, one.missed) for one in trimmed_in(JUDGES)]

    assert found == [(5, (0, 1, 2, 3, 4), ())]


def test_one_wrong_score_is_missed_there() -> None:
    assert [one.missed for one in trimmed_in(JUDGES.replace("8.78", "8.87"))] == [(3,)]


@pytest.mark.parametrize(
    "text",
    [
        JUDGES.replace("最后得分", "距离"),
        JUDGES.replace("8.96", "9.27").replace("9.06", "9.69").replace("9.03", "9.19"),
        "\n".join(line for line in JUDGES.splitlines() if not line.startswith(("王", "赵", "钱"))),
        "姓名,甲,乙,最后得分\n张三,9.2,8.1,8.7\n李四,9.1,8.8,9.0\n王五,7.1,7.8,7.4\n",
    ],
    ids=["no word for it", "the best mark counts", "two lines", "too few judges"],
)
def test_too_little_speaks_for_it(text: str) -> None:
    assert trimmed_in(text) == []


def test_the_cells_left_out_are_no_parts() -> None:
    understood = understand(layouts_of(grid_of(JUDGES)))[0]

    first = next(cell_relations(understood))

    assert [str(part) for part in first.parts] == ["B2", "C2", "F2"]


def test_the_edit_takes_both_ends_off() -> None:
    filled = filled_form(understand(layouts_of(grid_of(JUDGES))))

    assert filled is not None
    assert [edit.text for edit in filled.form.tables[0].edits] == [
        "(sum(col_b:col_f) - max(col_b:col_f) - min(col_b:col_f)) / 3 = col_g"
    ]
