"""Which form is filled in, where its tables stand, and how they are printed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from statlint.form import Form
from statlint.table import Hints, Search
from statlint.values import Period
from tables import Entry, form_of, grid_of, search_in, table_of


def documents(*heads: str) -> Entry:
    return table_of(["rules 规章", "norms 规范性文件"], heads, key="docs")


def cases(*more: str) -> Entry:
    lines = ["new 本年新收", "done 予以公开", *more, "other 其他处理", "next 结转下年"]
    return table_of(lines, ["nat 自然人", "biz 企业", "tot 总计"], key="cases")


REVIEWS = table_of(
    ["rec 行政复议", "dir 直接起诉", "aft 复议后起诉"],
    ["up 结果维持", "fix 结果纠正", "all 总计"],
    key="reviews",
    arrangement="side-by-side",
)
MADE = ["made 本年新制作数量", "public 本年新公开数量", "total 对外公开总数量"]
ISSUED = ["issued 本年制发件数", "repealed 本年废止件数", "inforce 现行有效件数"]
LATE = ["late 逾期不补正", "unpaid 逾期不缴费"]


def version(name: str, *tables: Entry, first_year: int, **more: object) -> Form:
    return form_of(*tables, id=name, family="reports", **{"first-year": first_year}, **more)


OLD = version("old", documents(*MADE), cases(), REVIEWS, first_year=2019, **{"last-year": 2020})
NEW = version("new", documents(*ISSUED), cases(*LATE), REVIEWS, first_year=2021)
FORMS = (OLD, NEW)

DOCS_OLD = "信息内容,本年新制作数量,本年新公开数量,对外公开总数量\n规章,0,0,0\n规范性文件,15,15,65"
DOCS_NEW = "信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,0,0,0\n规范性文件,5,1,65"
HEADS = "情况,自然人,企业,总计"
CASES_OLD = f"{HEADS}\n本年新收,5,0,5\n予以公开,3,0,3\n其他处理,1,0,1\n结转下年,1,0,1"
FIRST_HALF = "本年新收,5,0,5\n予以公开,3,0,3\n逾期不补正,1,0,1"
SECOND_HALF = "逾期不缴费,0,0,0\n其他处理,0,0,0\n结转下年,1,0,1"
CASES_NEW = f"{HEADS}\n{FIRST_HALF}\n{SECOND_HALF}"
ASIDE = (
    "行政复议,,,直接起诉,,,复议后起诉,,\n"
    "结果维持,结果纠正,总计,结果维持,结果纠正,总计,结果维持,结果纠正,总计\n"
    "1,2,3,4,5,9,6,7,13"
)
STACKED = "\n".join(
    f"{caption},,\n结果维持,结果纠正,总计\n{figures}"
    for caption, figures in (("行政复议", "1,2,3"), ("直接起诉", "4,5,9"), ("复议后起诉", "6,7,13"))
)
DOWN = ",结果维持,结果纠正,总计\n行政复议,1,2,3\n直接起诉,4,5,9\n复议后起诉,6,7,13"


def below(*tables: str) -> str:
    return "\n\n".join(tables)


def turned(text: str) -> str:
    rows = [line.split(",") for line in text.splitlines()]
    return "\n".join(",".join(column) for column in zip(*rows, strict=True))


def layout(found: Search) -> list[str]:
    """Tell each filled form, its tables and where their parts stand; a sheet by its number."""
    return [
        f"{filled.form.id}: "
        + ", ".join(
            f"{table.plan.key} "
            + " ".join(f"{part.grid.index + 1}!{part.range}" for part in table.parts)
            for table in filled.tables
        )
        for filled in found.filled
    ]


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        pytest.param(
            [below(DOCS_OLD, CASES_OLD, ASIDE)],
            ["old: docs 1!A1:D3, cases 1!A5:D9, reviews 1!A11:C13 1!D11:F13 1!G11:I13"],
            id="all tables on one sheet",
        ),
        pytest.param(
            [DOCS_NEW, CASES_NEW, DOWN],
            ["new: docs 1!A1:D3, cases 2!A1:D7, reviews 3!A1:D4"],
            id="each on a sheet of its own",
        ),
        pytest.param(
            [f"{HEADS}\n{FIRST_HALF}", f"{HEADS}\n{SECOND_HALF}"],
            ["new: cases 1!A1:D4 2!A1:D4"],
            id="one table over two sheets",
        ),
        pytest.param(
            [f"{HEADS}\n{FIRST_HALF}\n\n{HEADS}\n{SECOND_HALF}"],
            ["new: cases 1!A1:D4 1!A6:D9"],
            id="one table on two pages of a sheet",
        ),
        pytest.param(
            [below(CASES_NEW, CASES_NEW)],
            ["new: cases 1!A1:D7", "new: cases 1!A9:D15"],
            id="two units on one sheet",
        ),
        pytest.param(
            [below(DOCS_NEW, CASES_NEW), below(DOCS_NEW, CASES_NEW)],
            ["new: docs 1!A1:D3, cases 1!A5:D11", "new: docs 2!A1:D3, cases 2!A5:D11"],
            id="two units on two sheets",
        ),
        pytest.param([turned(CASES_NEW)], ["new: cases 1!A1:G4"], id="a table turned"),
        pytest.param(
            [",\n,\n,,," + HEADS + "\n,,,本年新收,1,0,1\n,,,予以公开,1,0,1"],
            ["new: cases 1!D3:G5"],
            id="blank rows and columns before it",
        ),
        pytest.param(
            [below("瑶海区年度报告,,,", CASES_NEW, "注：以上单位为件,,,")],
            ["new: cases 1!A3:D9"],
            id="a title and a note around it",
        ),
        pytest.param(["序号,姓名\n1,张三\n2,李四"], [], id="no table of any form"),
        pytest.param([""], [], id="an empty sheet"),
    ],
)
def test_tables_are_found(sheets: Sequence[str], expected: list[str]) -> None:
    grids = [grid_of(sheet, index=index) for index, sheet in enumerate(sheets)]

    assert layout(search_in(*grids, forms=FORMS)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(ASIDE, ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"], id="side by side"),
        pytest.param(STACKED, ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"], id="under one another"),
        pytest.param(DOWN, ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"], id="lines down"),
        pytest.param(turned(ASIDE), ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"], id="turned"),
        pytest.param(
            ASIDE.replace("行政复议", "").replace("直接起诉", "").replace("复议后", ""),
            ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"],
            id="captions lost, order alone",
        ),
        pytest.param(
            STACKED.replace("行政复议", "").replace("复议后起诉", "").replace("直接起诉", ""),
            ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"],
            id="under one another without captions",
        ),
        pytest.param(
            ASIDE.replace("\n1,2", "\n\n\n1,2"),
            ["rec 1 2 3", "dir 4 5 9", "aft 6 7 13"],
            id="blank rows before the figures",
        ),
    ],
)
def test_a_table_printed_side_by_side_or_otherwise(text: str, expected: list[str]) -> None:
    ((filled,),) = [search_in(text, forms=[NEW]).filled]
    (table,) = filled.tables
    read = [
        f"{line.line.key} " + " ".join(part.grid.text(*part.at(line, head)) for head in part.heads)
        for part in table.parts
        for line in part.lines
    ]

    assert read == expected


def forms_in(sheet: str, hints: Hints | None = None) -> list[str]:
    return [filled.form.id for filled in search_in(sheet, forms=FORMS, hints=hints).filled]


def test_the_heads_tell_the_form_whatever_the_year() -> None:
    assert forms_in(DOCS_OLD, Hints(period=Period(2024))) == ["old"]
    assert forms_in(DOCS_NEW, Hints(period=Period(2019))) == ["new"]


def test_the_lines_tell_the_form_where_the_heads_do_not() -> None:
    assert (forms_in(CASES_OLD), forms_in(CASES_NEW)) == (["old"], ["new"])


@pytest.mark.parametrize(
    ("hints", "expected"),
    [
        pytest.param(Hints(period=Period(2019)), "old", id="the period asked for"),
        pytest.param(Hints("瑶海区2020年.xlsx"), "old", id="the year of the file's name"),
        pytest.param(Hints(period=Period(2024)), "new", id="a later period"),
        pytest.param(Hints(), "new", id="the newest where nothing is said"),
    ],
)
def test_the_year_settles_what_the_print_does_not(hints: Hints, expected: str) -> None:
    assert forms_in(DOWN, hints) == [expected]


def test_the_year_in_a_title_settles_it_too() -> None:
    assert forms_in(f"2019年年度报告,,,\n{DOWN}") == ["old"]


def test_the_year_settles_it_where_most_lines_are_left_out() -> None:
    short = f"{HEADS}\n本年新收,5,0,5\n结转下年,1,0,1"
    hints = Hints(period=Period(2024))

    assert layout(search_in(short, forms=FORMS, hints=hints)) == ["new: cases 1!A1:D3"]


def test_other_sheets_settle_it_before_the_year() -> None:
    found = search_in(DOCS_NEW, DOWN, forms=FORMS, hints=Hints(period=Period(2019)))

    assert layout(found) == ["new: docs 1!A1:D3, reviews 2!A1:D4"]


def test_the_form_that_is_asked_for_is_the_only_one_looked_for() -> None:
    found = search_in(below(DOCS_NEW, CASES_NEW), forms=FORMS, wanted=OLD)

    assert layout(found) == ["old: cases 1!A5:D11"]
    assert found.wanted is OLD


def test_tables_that_are_not_there_are_told() -> None:
    (filled,) = search_in(CASES_NEW, forms=[NEW]).filled

    assert [table.key for table in filled.missing_tables] == ["docs", "reviews"]


def test_a_table_of_another_form_makes_a_mixed_form() -> None:
    text = below(DOCS_OLD, CASES_NEW)
    main, part = search_in(text, forms=FORMS, hints=Hints("2021年.csv")).filled

    assert [(one.form.id, one.label.text) for one in main.foreign] == [("old", "本年新制作数量")]
    assert [table.key for table in main.missing_tables] == ["reviews"]
    assert (main.form.id, str(main.period)) == ("new", "2021")
    assert (part.form.id, part.period, part.missing_tables) == ("old", None, ())


BLOCKS_OLD = {
    "key": "docs",
    "title": "docs",
    "block": [
        {"key": "one", "line": documents()["line"], "head": documents(*MADE)["head"]},
        {
            "key": "two",
            "line": [{"key": "permit", "label": "行政许可"}],
            "head": [
                {"key": "items", "label": "上年项目数量"},
                {"key": "change", "label": "本年增减"},
            ],
        },
    ],
}
BLOCKS_NEW = {
    "key": "docs",
    "title": "docs",
    "block": [
        {"key": "one", "line": documents()["line"], "head": documents(*ISSUED)["head"]},
        {
            "key": "two",
            "line": [{"key": "permit", "label": "行政许可"}],
            "head": [{"key": "decided", "label": "处理决定数量"}],
        },
    ],
}


def test_a_block_of_another_form_within_a_table_is_told() -> None:
    forms = [
        version("old", BLOCKS_OLD, first_year=2019),
        version("new", BLOCKS_NEW, first_year=2021),
    ]
    (filled,) = search_in(
        below(DOCS_NEW, "信息内容,上年项目数量,本年增减\n行政许可,5,1"), forms=forms
    ).filled
    (table,) = filled.tables

    assert filled.form.id == "new"
    assert [(one.form.id, one.block.key, str(one.label.cell)) for one in table.foreign] == [
        ("old", "two", "B5")
    ]
    assert table.missing_lines == ()


def test_a_title_names_unit_period_and_kind() -> None:
    text = below("舒城县城关镇2023年政府信息公开工作年度报告,,,", CASES_NEW)
    (filled,) = search_in(text, forms=FORMS).filled

    assert (filled.unit_name, str(filled.period), filled.kind_of_unit) == (
        "舒城县城关镇",
        "2023",
        "town",
    )


def test_settings_go_before_a_title() -> None:
    text = below("舒城县城关镇2023年政府信息公开工作年度报告,,,", CASES_NEW)
    hints = Hints(period=Period(2022), kind_of_unit="county")
    (filled,) = search_in(text, forms=FORMS, hints=hints).filled

    assert (str(filled.period), filled.kind_of_unit) == ("2022", "county")


def test_two_units_keep_their_own_titles() -> None:
    sheets = [f"{name}2023年年度报告,,,\n{CASES_NEW}" for name in ("城关镇", "瑶海区教育局")]
    grids = [grid_of(sheet, name=f"表{index}", index=index) for index, sheet in enumerate(sheets)]

    assert [filled.unit_name for filled in search_in(*grids, forms=FORMS).filled] == [
        "城关镇",
        "瑶海区教育局",
    ]


def test_a_cover_sheet_speaks_for_a_single_form() -> None:
    cover = grid_of("城关镇2023年年度报告", name="封面")
    (filled,) = search_in(cover, grid_of(CASES_NEW, name="表", index=1), forms=FORMS).filled

    assert (filled.unit_name, str(filled.period)) == ("城关镇", "2023")


def test_the_closest_form_is_told_where_none_is_found() -> None:
    closest = search_in("类别,数量\n规章,1\n规范性文件,2\n本年新制作数量,3", forms=FORMS).closest

    assert closest is not None
    assert (closest.form.id, closest.table.key) == ("old", "docs")
    assert closest.found == ("本年新制作数量", "规章", "规范性文件")
    assert closest.missing == ("本年新公开数量", "对外公开总数量")


def test_one_word_in_common_is_not_close() -> None:
    assert search_in("类别,数量\n规章,1", forms=FORMS).closest is None
