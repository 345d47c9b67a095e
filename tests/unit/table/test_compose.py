"""Blocks put together: which filled form each belongs to, and what then is missing or foreign."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.form import Form
from statlint.table import FilledForm
from tables import form_of, search_in, table_of

ONE = [{"key": "rules", "label": "规章"}, {"key": "norms", "label": "规范性文件"}]
ITEMS = [{"key": "items", "label": "上年项目数量"}, {"key": "change", "label": "本年增减"}]
DECIDED = [{"key": "decided", "label": "处理决定数量"}]


def version(
    name: str, heads: Sequence[object], others: Sequence[object], *more: str, year: int
) -> Form:
    """State a form of two tables: documents in three blocks, and applications."""
    blocks = [
        {"key": "one", "line": ONE, "head": heads},
        {"key": "two", "line": [{"key": "permit", "label": "行政许可"}], "head": others},
        {"key": "three", "line": [{"key": "punish", "label": "行政处罚"}], "head": others},
    ]
    cases = table_of(
        ["new 本年新收", *more, "next 结转下年"], ["nat 自然人", "tot 总计"], key="cases"
    )
    docs = {"key": "docs", "title": "docs", "block": blocks}
    return form_of(docs, cases, id=name, family="reports", **{"first-year": year})


OLD = version(
    "old",
    [{"key": "made", "label": "本年新制作数量"}, {"key": "public", "label": "本年新公开数量"}],
    ITEMS,
    year=2019,
)
NEW = version(
    "new",
    [{"key": "issued", "label": "本年制发件数"}, {"key": "inforce", "label": "现行有效件数"}],
    DECIDED,
    "late 逾期不补正",
    "unpaid 逾期不缴费",
    "sent 转交办理",
    "void 撤回申请",
    year=2021,
)
DOCS_NEW = "信息内容,本年制发件数,现行有效件数\n规章,0,0\n规范性文件,15,65\n\n"
DOCS_OLD = "信息内容,本年新制作数量,本年新公开数量\n规章,0,0\n规范性文件,15,65\n\n"
PERMIT_OLD = "信息内容,上年项目数量,本年增减\n行政许可,5,1\n\n"
PUNISH_OLD = "信息内容,上年项目数量,本年增减\n行政处罚,5,1\n\n"
CASES_NEW = (
    "情况,自然人,总计\n本年新收,5,5\n逾期不补正,1,1\n逾期不缴费,0,0\n"
    "转交办理,0,0\n撤回申请,0,0\n结转下年,4,4\n\n"
)


def composed(*sheets: str) -> list[str]:
    """Tell each filled form: its tables by their blocks, those of another form in brackets."""
    return [_composed(filled) for filled in search_in(*sheets, forms=[OLD, NEW]).filled]


def _composed(filled: FilledForm) -> str:
    tables = [
        f"{table.plan.key} {' '.join(part.block.key for part in table.parts)}"
        + "".join(f" ({other.form.id} {other.block.key})" for other in table.foreign)
        for table in filled.tables
    ]
    beside = [f"({other.form.id} {other.block.key})" for other in filled.foreign]
    missing = [f"no {table.key}" for table in filled.missing_tables]
    return f"{filled.form.id}: " + ", ".join([*tables, *beside, *missing])


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        pytest.param([DOCS_NEW, CASES_NEW], ["new: docs one, cases cases"], id="two sheets"),
        pytest.param([CASES_NEW, DOCS_NEW], ["new: docs one, cases cases"], id="in another order"),
        pytest.param([CASES_NEW], ["new: cases cases, no docs"], id="a table is missing"),
        pytest.param(
            [DOCS_NEW + PERMIT_OLD + PUNISH_OLD + CASES_NEW],
            ["new: docs one (old two) (old three), cases cases"],
            id="two blocks of another form in a table",
        ),
        pytest.param(
            [PERMIT_OLD + PUNISH_OLD + CASES_NEW],
            ["new: cases cases, (old two)", "old: docs two three"],
            id="a whole table of another form",
        ),
        pytest.param(
            [CASES_NEW, DOCS_OLD + PERMIT_OLD],
            ["new: cases cases, (old one)", "old: docs one two"],
            id="a whole table of another form on another sheet",
        ),
        pytest.param(
            [CASES_NEW + CASES_NEW],
            ["new: cases cases, no docs", "new: cases cases, no docs"],
            id="two units",
        ),
        pytest.param(
            [DOCS_NEW + CASES_NEW, CASES_NEW],
            ["new: docs one, cases cases", "new: cases cases, no docs"],
            id="the second unit with one table only",
        ),
        pytest.param(
            [DOCS_OLD, DOCS_NEW],
            ["old: docs one, no cases", "new: docs one, no cases"],
            id="two forms that are not halves of one",
        ),
    ],
)
def test_blocks_are_put_together(sheets: Sequence[str], expected: list[str]) -> None:
    assert composed(*sheets) == expected


def test_a_block_that_is_not_there_lacks_its_lines_but_no_heads() -> None:
    (filled,) = search_in(DOCS_NEW + CASES_NEW, forms=[NEW]).filled
    docs = filled.tables[0]

    assert [line.key for line in docs.missing_lines] == ["permit", "punish"]
    assert docs.missing_heads == ()


def test_a_form_and_a_table_start_at_their_first_cell() -> None:
    (filled,) = search_in("标题,,\n\n" + CASES_NEW, forms=[NEW]).filled

    assert [str(table.start.cell) for table in filled.tables] == ["A3"]
    assert (filled.start.text, str(filled.start.cell)) == ("情况", "A3")
