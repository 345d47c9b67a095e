"""Products of a quantity and a price are found."""

from __future__ import annotations

import pytest

from layouts import layout_of
from statlint.inference.matrix import matrix_of
from statlint.inference.model import Axis, Operator, Relation
from statlint.inference.products import find_products


def found_in(text: str, known: tuple[Relation, ...] = ()) -> list[str]:
    """Tell the products between the heads of a table: heads, lines, what is wrong."""
    layout = layout_of(text)
    heads, lines = layout.heads, layout.lines
    return [
        f"{heads[one.aggregate].text} = {' × '.join(heads[part].text for part in one.parts)}"
        f" × {one.factor} on {len(one.positions)},"
        f" not {' '.join(lines[at].text for at in one.missed) or 'any'}"
        for one in find_products(matrix_of(layout).turned(), known)
    ]


PURCHASES = """
品名,数量,单价(元),金额(元),备注编号
办公桌,12,860,10320,31
办公椅,30,215.5,6465,17
文件柜,7,1299,9093,22
打印机,4,3180,12720,45
合计,,,38598,
"""


def test_an_amount_is_quantity_by_price() -> None:
    assert found_in(PURCHASES) == ["金额(元) = 数量 × 单价(元) × 1 on 4, not any"]


def test_one_amount_is_wrong() -> None:
    found = found_in(PURCHASES.replace("9093", "9903"))

    assert found == ["金额(元) = 数量 × 单价(元) × 1 on 4, not 文件柜"]


def test_what_is_exact_elsewhere_is_not_rounded_here() -> None:
    found = found_in(PURCHASES.replace("7,1299,9093", "7,1290,9093"))

    assert found == ["金额(元) = 数量 × 单价(元) × 1 on 4, not 文件柜"]


def test_totals_have_no_price() -> None:
    found = found_in("""
        地区,数量,单价,金额
        全市,45480,,2767917
        东区,30112,,1254201
        甲街道,2966,55.23,163812.18
        乙街道,1677,85.69,143702.13
        西区,15368,,1513716
        丙街道,2594,189.63,491900.22
        丁街道,2935,42.87,125823.45
        """)

    assert found == ["金额 = 数量 × 单价 × 1 on 4, not any"]


def test_a_mean_price_is_rounded() -> None:
    found = found_in("""
        月份,数量,均价,金额
        1月,2966,55.23,163818.03
        2月,1677,85.69,143684.90
        3月,2594,189.63,491813.23
        4月,2935,42.87,125800.34
        """)

    assert found == ["金额 = 数量 × 均价 × 1 on 4, not any"]


def test_an_amount_may_be_given_in_ten_thousands() -> None:
    found = found_in("""
        品名,数量(吨),平均单价(元/吨),金额(万元)
        玉米,1250,2480,310.00
        小麦,3310,2915,964.87
        大豆,415,5120,212.48
        """)

    assert found == ["金额(万元) = 数量(吨) × 平均单价(元/吨) × 0.0001 on 3, not any"]


def test_figures_alone_speak_where_all_agree_exactly() -> None:
    found = found_in("""
        Job,Hours,Hourly wage,Pay
        Painting,37,41.25,1526.25
        Wiring,112,58.40,6540.80
        Plumbing,64,62.15,3977.60
        Roofing,205,47.90,9819.50
        """)

    assert found == ["Pay = Hours × Hourly wage × 1 on 4, not any"]


def test_a_division_is_not_said_again_as_a_product() -> None:
    division = Relation(Operator.DIVISION, Axis.HEADS, 1, (2, 0), (0, 1, 2, 3), 20.0)

    found = found_in(PURCHASES, (division,))

    assert found == []


def test_a_total_of_other_jobs_has_no_wage() -> None:
    found = found_in("""
        Job,Hours,Hourly wage,Pay
        Painting,37,41.25,1526.25
        Wiring,112,58.4,6540.8
        Plumbing,64,62.15,3977.6
        Roofing,205,47.9,9819.5
        Total,418,,21864
        """)

    assert found == ["Pay = Hours × Hourly wage × 1 on 4, not any"]


@pytest.mark.parametrize(
    "text",
    [
        """
        Journal,Library price,Pages,Price/pages
        A,1006,722,1.39335
        B,2001,669,2.99103
        C,95,243,0.39095
        D,420,1180,0.35593
        """,
        """
        学校,学生数,教师数,生师比
        甲校,278,10,27.8
        乙校,284,20,14.2
        丙校,255,15,17
        丁校,512,40,12.8
        戊校,621,45,13.8
        """,
        """
        Town,Schools,Teachers,Pupils
        A,1,4,4
        B,1,7,7
        C,2,3,6
        D,1,5,5
        """,
        """
        品名,数量,单价(元),运费
        甲,12,860,133
        乙,30,215,64
        丙,7,1299,85
        """,
        """
        品名,单价(元),金额(元)
        甲,860,860
        """,
    ],
    ids=["a rounded quotient", "an exact quotient", "small counts", "another amount", "one line"],
)
def test_what_is_no_product_gives_nothing(text: str) -> None:
    assert found_in(text) == []


def test_an_amount_with_a_discount_is_no_wrong_product() -> None:
    found = found_in(
        """
品名,数量,单价(元),折扣%,金额(元)
办公桌,12,860,0,10320
办公椅,30,215.5,10,5818.5
文件柜,7,1299,0,9093
打印机,4,3180,0,12720
台灯,9,121,0,1089
书架,5,433,0,2165
白板,3,299,0,897
"""
    )

    assert found == ["金额(元) = 数量 × 单价(元) × 1 on 6, not any"]
