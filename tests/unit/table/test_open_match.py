"""Open forms beside forms whose lines are known: who goes first, what is left over."""

from __future__ import annotations

import pytest

from open_forms import BULLETIN_FORM, OPEN_FORMS, SHARE_FORM, tables_in
from statlint.form import Form
from statlint.table import Hints
from statlint.values import Period
from tables import form_of, labels, search_in, table_of

CHANNELS = table_of(
    ["site 政府网站", "paper 政府公报", "blog 政务微博", "chat 政务微信", "more 其他"],
    ["number 数量", "last 上年数"],
    key="channels",
)
FIXED = form_of(CHANNELS, id="fixed")
WHOLE = "类别,数量,上年数\n政府网站,1,1\n政府公报,2,2\n政务微博,3,3\n政务微信,4,4\n其他,5,5"
FEW = "类别,数量,占比,上年数\n政府网站,1,25,1\n热线,2,50,2\n政府公报,1,25,1\n合计,4,100,4"


def test_a_form_whose_lines_are_known_goes_first() -> None:
    found = search_in(WHOLE, forms=[SHARE_FORM, FIXED])

    assert tables_in(found) == ["fixed: channels A1:C6"]


def test_an_open_form_goes_before_one_that_explains_little() -> None:
    found = search_in(FEW, forms=[FIXED, SHARE_FORM])

    assert tables_in(found) == ["shares: shares A1:D5"]
    assert tables_in(search_in(FEW, forms=[FIXED])) == ["fixed: channels A1:D4"]


@pytest.mark.parametrize(
    "rows",
    [
        f"{WHOLE}\n\n{FEW}",
        "\n".join(
            map(
                ",,".join,
                zip(
                    *[
                        [*text.split("\n"), *[","] * (6 - len(text.split("\n")))]
                        for text in (WHOLE, FEW)
                    ],
                    strict=True,
                ),
            )
        ),
    ],
    ids=["below", "beside"],
)
def test_an_open_table_stands_with_another_form_on_a_sheet(rows: str) -> None:
    found = search_in(rows, forms=[FIXED, SHARE_FORM])

    assert [one.partition(" ")[0] for one in tables_in(found)] == ["fixed:", "shares:"]


def test_each_form_on_a_sheet_has_the_words_around_its_own_tables() -> None:
    found = search_in(
        f"2023年渠道统计表XX\n{WHOLE}\n\n2024年分类统计表\n{FEW}", forms=[FIXED, SHARE_FORM]
    )

    assert [(one.period, labels(one.leftovers)) for one in found.filled] == [
        (Period(2023), ["2023年渠道统计表XX A1"]),
        (Period(2024), []),
    ]


RANKING = "单位,文件,合计\n甲,1,1\n乙,2,2"


@pytest.mark.parametrize(
    ("path", "title", "period"),
    [
        ("", "2024年3月政务公开工作通报", Period(2024, "M", 3)),
        ("", "2024年第一季度排名", Period(2024, "Q", 1)),
        ("", "2024年上半年统计表", Period(2024, "H", 1)),
        ("", "2024年度排名", Period(2024)),
        ("2024年3月检查.csv", "政务公开", Period(2024, "M", 3)),
        ("2024年1-3月检查.csv", "政务公开", Period(2024, "Q", 1)),
        ("2024年2月至5月检查.csv", "政务公开", None),
        ("检查.csv", "2024年3月情况", None),
    ],
)
def test_an_open_form_may_be_for_a_part_of_a_year(
    path: str, title: str, period: Period | None
) -> None:
    found = search_in(f"{title},,\n{RANKING}", forms=[BULLETIN_FORM], hints=Hints(path))

    assert [one.period for one in found.filled] == [period]


def test_the_closest_form_is_told_by_the_heads_that_must_be_there() -> None:
    found = search_in("考核内容,分值\n甲,1", forms=OPEN_FORMS)

    assert found.closest is not None
    assert (found.closest.table.key, found.closest.found, found.closest.missing) == (
        "scores",
        ("二级指标", "分值"),
        ("自评得分",),
    )


def test_one_form_asked_for_is_the_only_one_looked_for() -> None:
    found = search_in(WHOLE, forms=OPEN_FORMS, wanted=SHARE_FORM)

    assert (found.wanted, tables_in(found)) == (SHARE_FORM, ["shares: shares A1:C6"])


def test_an_unrolled_form_has_its_own_lines_and_no_edit_of_tables_that_are_not_there() -> None:
    form: Form = form_of(
        table_of(
            [{"key": "a", "label": "类", "repeat": True}, "sum 合计"],
            [{"key": "n", "label": "类别", "names": "a"}, "x 数量"],
            key="one",
        ),
        table_of(
            [{"key": "b", "label": "类", "repeat": True}, "sum 合计"],
            [{"key": "n", "label": "渠道", "names": "b"}, "x 数量"],
            key="two",
        ),
        edit=[{"id": "T1", "rule": "one.sum.x = two.sum.x"}],
    )
    one, two = "类别,数量\n甲,1\n合计,1", "渠道,数量\n甲,1\n合计,1"

    (alone,), (both,) = (search_in(*rows, forms=[form]).filled for rows in ((one,), (one, two)))

    assert [line.key for line in alone.form.table("one").lines()] == ["a#1", "sum"]
    assert ([edit.id for edit in alone.form.edits], [edit.id for edit in both.form.edits]) == (
        [],
        ["T1"],
    )


def test_a_line_that_must_be_there_is_missed() -> None:
    form = form_of(
        table_of(
            [{"key": "a", "label": "类", "repeat": True}, "sum 合计"],
            [{"key": "n", "label": "类别", "names": "a"}, "x 数量"],
            {"rule": "sum(a) = sum", "per": "head"},
        )
    )

    (filled,) = search_in("类别,数量\n甲,1\n乙,2", forms=[form]).filled

    assert [line.key for line in filled.tables[0].missing_lines] == ["sum"]
    assert [edit.id for edit in filled.tables[0].plan.edits] == ["E1"]


def test_heads_of_which_one_set_is_needed_are_told_as_missing() -> None:
    found = search_in("单位,文件\n甲,1", "二级指标,分值\n甲,1", forms=[BULLETIN_FORM, *OPEN_FORMS])

    assert found.closest is not None
    assert (found.closest.table.key, found.closest.missing) == ("scores", ("自评得分",))
