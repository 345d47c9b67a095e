"""The page of `infer`."""

from __future__ import annotations

from dataclasses import replace

import pytest

from layouts import layout_of
from statlint.inference import Axis, Operator, Relation, Understood
from statlint.reporters import Look
from statlint.reporters.infer_text import write_inferred_text
from statlint.reporters.ruler import Ruler
from unit.reporters.inferring import regions, sum_of

ZH = """\
a.csv
  1 张表，3 条关系

表 1  2023年人口
  位置  A1:E4
  表头  A1:E1
  主栏  A2:A4
  数字  B2:E4
  单位  人

    │          B   C   D         E
    │       合计  男  女  男性占比
    │          ÷   ·   │        =c
    │         =b   +   +
  ───────────────────────────────────
  2 │ 全国    20  11   9        55  =a
    │                  ^
  3 │ 东部    12   6   7        50  +
    │         ^^
  4 │ 西部     8   5   3      62.5  +
  =a 由关系 a 得出  + 加项  · 分子，÷ 分母

  行与行的关系
    a  全国 = 东部 + 西部
       3 列中 2 列成立；名称相符；把握大；不成立：D2

  列与列的关系
    b  合计 = 男 + 女
       3 行中 2 行成立；把握大；不成立：B3
    c  男性占比 = 男 ÷ 合计 × 100
       3 行全部成立；把握很大
"""
EN = """\
  Relations between lines
    a  全国 = 东部 + 西部
       in 2 of 3 columns; labels agree; sure; broken at D2

  Relations between columns
    b  合计 = 男 + 女
       on 2 of 3 lines; sure; broken at B3
    c  男性占比 = 男 ÷ 合计 × 100
       on all 3 lines; very sure
"""


def page_of(*understood: Understood, width: int = 80, english: bool = True) -> str:
    """Write the page without its first two lines, which say the version."""
    page = write_inferred_text("a.csv", understood, Look(width), "en" if english else "zh")
    return page.split("\n", 2)[2]


def test_the_page_in_chinese() -> None:
    assert page_of(regions(), english=False) == ZH


def test_the_relations_in_english() -> None:
    assert page_of(regions()).endswith(EN)


def test_a_file_without_a_table() -> None:
    said = "no statistics table found: no stretch of figures with labels"

    assert page_of() == f"a.csv\n  {said}\n"


def test_a_table_without_relations() -> None:
    page = page_of(Understood(layout_of("a,b\nx,1"), ()))

    assert page.endswith("  no relations between the figures\n")


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("english", [True, False], ids=["en", "zh"])
def test_no_line_is_wider_than_the_page(width: int, *, english: bool) -> None:
    rows = [
        [f"一个很长的行名{row}", *(str(row * 1000 + at) for at in range(30))] for row in range(60)
    ]
    heads = ["地区", *(f"2023年第{at}项指标" for at in range(30))]
    layout = layout_of("\n".join(",".join(row) for row in [heads, *rows]))
    relations = tuple(sum_of(Axis.LINES, at, (at + 1, at + 2), 30, 3) for at in range(0, 40, 4))
    relations += tuple(sum_of(Axis.HEADS, at, (at + 1, at + 2, at + 5), 60) for at in range(9))

    lines = page_of(Understood(layout, relations), width=width, english=english).splitlines()

    assert [line for line in lines if Ruler().width(line) > width] == []


def test_what_does_not_fit_is_counted() -> None:
    rows = "\n".join(f"r{row},1,2,3" for row in range(60))
    layout = layout_of(f"x,{'a' * 12},{'b' * 12},{'c' * 12}\n{rows}")

    page = page_of(Understood(layout, ()), width=48)

    assert "   … │ (26 lines left out)" in page.splitlines()
    assert "  (1 columns left out: C)" in page.splitlines()


def test_spanner_heads_stand_over_their_heads_once() -> None:
    layout = layout_of("x,男,女\n全国,1,2")
    spanner = replace(layout.heads[0].labels[0], text="人口")
    heads = tuple(replace(head, labels=(spanner, *head.labels)) for head in layout.heads)

    page = page_of(Understood(replace(layout, heads=heads), ()))

    assert [line.strip() for line in page.splitlines()][7:10] == [
        "│        B   C",
        "│       人口",
        "│       男  女",
    ]


def test_other_relations_in_words() -> None:
    layout = layout_of("x,a,a,c\n全国,1,2,3\n,4,5,6")
    base = Relation(Operator.AVERAGE, Axis.HEADS, 2, (0, 1), (0, 1), 3.0)
    relations = (
        base,
        replace(base, operator=Operator.RELATIVE_CHANGE, factor=100, tables=4),
        replace(base, operator=Operator.RANK, parts=(0,)),
        replace(base, operator=Operator.PRODUCT),
        replace(base, axis=Axis.LINES, operator=Operator.EQUAL, aggregate=1, parts=(0,)),
        replace(base, operator=Operator.EQUAL, parts=(0,), others=(1,), positions=(0,)),
    )

    page = page_of(Understood(layout, relations), Understood(layout, ()))

    formulas = [line[7:] for line in page.splitlines() if " = " in line]
    assert sorted(formulas) == [
        "(3) = 全国",
        "c = (a(B) − a(C)) ÷ a(C) × 100",
        "c = a(B) × a(C)",
        "c = mean of a(B) + a(C)",
        "c = place by a(B)",
        "c = table 2: a",
    ]
    assert "       on all 2 lines; seen in 4 tables; doubtful" in page.splitlines()
    assert "       on 1 line; doubtful" in page.splitlines()


def test_many_parts_and_many_broken_places_are_cut_short() -> None:
    rows = "\n".join(f"r{row},1,2,3" for row in range(8))
    layout = layout_of(f"x,a,b,c\n{rows}")
    relation = sum_of(Axis.LINES, 0, tuple(range(1, 8)), 3)
    broken = sum_of(Axis.HEADS, 0, (1, 2), 8, 0, 1, 2, 3)

    page = page_of(Understood(layout, (relation, broken)))

    assert "    a  r0 = r1 + … + r7 (7 parts)" in page.splitlines()
    assert "B2, B3, B4 and 4 in all" in page


def test_of_many_relations_the_rest_are_counted() -> None:
    layout = layout_of("x,a,b,c\nr,1,2,3")
    relations = tuple(sum_of(Axis.HEADS, 0, (1, 2), 1) for _ in range(33))

    page = page_of(Understood(layout, relations))

    assert page.splitlines()[-1] == "    3 more (--output-format json)"


def test_colour_where_a_terminal_shows_it() -> None:
    page = write_inferred_text("a.csv", [regions()], Look(80, colour=True), "en")

    assert "\x1b[" in page


def test_of_many_columns_what_is_left_out_has_no_broken_sign() -> None:
    heads = [f"head number {at}" for at in range(9)]
    layout = layout_of(",".join(["x", *heads]) + "\nr" + ",123456789" * 9)
    relation = sum_of(Axis.LINES, 0, (0,), 9, 0, 5)

    lines = page_of(Understood(layout, (relation,)), width=50).splitlines()

    assert [line.count("^") for line in lines if "^" in line] == [9]
