"""Open forms on any sheet: nothing makes the search crash, whatever stands where."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from open_forms import OPEN_FORMS
from statlint.confront import confront
from statlint.facts import read_facts
from statlint.table import search
from statlint.table.hints import Hints
from statlint.table.plan import FormPlan
from tables import grid_of

PLANS = [FormPlan(form) for form in OPEN_FORMS]
BLOCKS = [block for form in OPEN_FORMS for table in form.tables for block in table.blocks]
WORDS = sorted(
    {word for block in BLOCKS for head in block.heads for word in (head.label.zh, *head.aliases)}
    | {word for block in BLOCKS for line in block.lines for word in (line.label.zh, *line.aliases)}
)
LINES = "甲镇 一、主动公开（43分） （二）解读 1.文件 1.1动态 合计 小计 注：略 第1页 共2份".split()
CELLS = st.one_of(
    st.sampled_from(["", "", "", *WORDS, *LINES]),
    st.integers(0, 30).map(str),
    st.decimals(0, 100, places=1).map(str),
)
ROWS = st.lists(st.lists(CELLS, min_size=4, max_size=7), min_size=2, max_size=12)
BOXHEADS = st.permutations("序号 单位 考核内容 分值 自评得分 合计 得分".split())
MERGES = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 9), st.integers(0, 3), st.integers(0, 3)),
    max_size=3,
)


def _merged(corners: tuple[int, int, int, int]) -> str:
    column, row, wide, high = corners
    return f"{'ABCDEFGHIJ'[column - 1]}{row}:{'ABCDEFGHIJ'[column - 1 + wide]}{row + high}"


@settings(max_examples=60, deadline=None)
@given(ROWS, BOXHEADS, MERGES)
def test_no_sheet_makes_the_search_crash(
    rows: list[list[str]], heads: list[str], merges: list[tuple[int, int, int, int]]
) -> None:
    text = "\n".join(",".join(row) for row in [heads, *rows])
    grid = grid_of(text, merges=" ".join(map(_merged, merges)))

    found = search([grid], PLANS, Hints())

    for filled in found.filled:
        facts = [read_facts(table) for table in filled.tables]
        confront(filled, facts)
        keys = [line.key for table in filled.tables for line in table.plan.lines()]
        assert len(keys) == len(set(keys)) or len(filled.tables) > 1
        for table in filled.tables:
            printed = {line.key for line in table.plan.lines()}
            assert {one.line.key for part in table.parts for one in part.lines} <= printed
