"""How deep lines stand, and under which line."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.table.layout_levels import StubLabel, levels_of


def outline(*labels: str | tuple[str, ...] | StubLabel) -> str:
    """Write labels as set in by their levels; one that ends in a colon is a group line."""
    stubs = [label if isinstance(label, StubLabel) else stub(label) for label in labels]
    levels = levels_of(stubs)
    for place, (level, parent) in enumerate(levels):
        assert parent is None or (parent < place and levels[parent][0] < level)
    return "\n".join(
        "  " * level + " ".join(text.strip() for text in label.texts if text.strip())
        for label, (level, _) in zip(stubs, levels, strict=True)
    )


def stub(label: str | tuple[str, ...], *, gap: bool = False) -> StubLabel:
    texts = (label,) if isinstance(label, str) else label
    return StubLabel(texts, figures=not texts[-1].endswith(":"), gap=gap)


def expected(text: str) -> str:
    return dedent(text).strip("\n")


def test_chinese_numbers_nest() -> None:
    labels = "合计 一、农业 （一）种植 1.粮食 2.棉花 （二）牧业 二、工业 ①轻 ②重 三、其他".split()

    assert outline(*labels) == expected(
        """
        合计
        一、农业
          （一）种植
            1.粮食
            2.棉花
          （二）牧业
        二、工业
          ①轻
          ②重
        三、其他
        """
    )


def test_latin_numbers_nest() -> None:
    labels = [
        "I. Assets",
        "A. Current",
        "1. Cash",
        "1.1 Notes",
        "2. Stock",
        "B. Fixed",
        "II. Debts",
    ]

    assert outline(*labels) == expected(
        """
        I. Assets
          A. Current
            1. Cash
              1.1 Notes
            2. Stock
          B. Fixed
        II. Debts
        """
    )


def test_a_letter_that_goes_on_is_no_roman_number() -> None:
    labels = [f"{letter}. Fund" for letter in "ABCDEFGHIJ"]

    assert [level for level, _ in levels_of([stub(label) for label in labels])] == [0] * 10


def test_lines_without_a_number_stand_under_one_that_goes_on() -> None:
    labels = "总计 一、农业 粮食 棉花 小计 二、工业 钢 合计".split()

    assert outline(*labels) == expected(
        """
        总计
        一、农业
          粮食
          棉花
          小计
        二、工业
          钢
        合计
        """
    )


def test_lists_begin_anew_under_lines_without_a_number() -> None:
    labels = "主动公开 1.规章 2.文件 依申请公开 1.受理 2.办结".split()

    assert outline(*labels) == expected(
        """
        主动公开
          1.规章
          2.文件
        依申请公开
          1.受理
          2.办结
        """
    )


def test_a_list_stands_beside_lines_that_only_come_before_it() -> None:
    assert outline("总计", "甲", "1.子", "2.丑") == expected("总计\n甲\n1.子\n2.丑")


def test_a_total_closes_the_group_whose_numbers_go_on() -> None:
    labels = "一、农业 粮食 合计 二、工业 钢 合计".split()

    assert outline(*labels) == expected(
        """
        一、农业
          粮食
          合计
        二、工业
          钢
        合计
        """
    )


def test_blanks_dots_and_bullets_nest() -> None:
    labels = ["Total", "  Males", "    Young", "\u3000Females", "North", "..Men", "....Old", "- x"]

    assert outline(*labels) == expected(
        """
        Total
          Males
            Young
          Females
        North
          ..Men
            ....Old
          - x
        """
    )


def test_indents_of_the_file_nest() -> None:
    labels = [StubLabel(("Total",), (0,)), StubLabel(("Males",), (1,)), StubLabel(("Old",), (2,))]

    assert outline(*labels) == expected("Total\n  Males\n    Old")


def test_one_blank_more_or_less_among_many_is_a_slip() -> None:
    labels = ["Total", *["  Area"] * 5, " Area", "   Area", *["  Area"] * 5]

    assert [level for level, _ in levels_of([stub(label) for label in labels])] == [0, *[1] * 12]


def test_a_total_that_is_centred_stands_beside_its_parts() -> None:
    labels = ["     Total", "Alabama", "Alaska", "     Total", "Guam"]

    assert outline(*labels) == expected("Total\nAlabama\nAlaska\nTotal\nGuam")


def test_parts_said_to_be_among_others_stand_under_the_line_before() -> None:
    labels = ["总人口", "其中：男", "\u3000\u3000\u3000女", "户数", "#农业", "#非农业", "面积"]

    assert outline(*labels) == expected(
        """
        总人口
          其中：男
          女
        户数
          #农业
          #非农业
        面积
        """
    )


def test_what_follows_a_part_of_a_numbered_line_is_another_part() -> None:
    labels = "一、收入 其中：税收 非税 二、支出".split()

    assert outline(*labels) == expected("一、收入\n  其中：税收\n  非税\n二、支出")


def test_parts_under_a_line_that_only_says_of_which() -> None:
    labels = ["Exports", "of which:", "  oil", "  gas", "Imports"]

    assert outline(*labels) == expected("Exports\n  of which:\n    oil\n    gas\nImports")


def test_lines_stand_under_group_lines() -> None:
    labels = ["MALE:", "Total", "15 to 19", "FEMALE:", "Total", "15 to 19"]

    assert outline(*labels) == expected(
        """
        MALE:
          Total
          15 to 19
        FEMALE:
          Total
          15 to 19
        """
    )


def test_group_lines_stand_under_group_lines() -> None:
    labels = ["USA:", "White:", "Men", "Black:", "Men", "CANADA:", "White:", "Men"]

    assert outline(*labels) == expected(
        """
        USA:
          White:
            Men
          Black:
            Men
        CANADA:
          White:
            Men
        """
    )


def test_numbered_lines_stand_under_a_group_line() -> None:
    assert outline("Income:", "1. Rent", "2. Pay") == expected("Income:\n  1. Rent\n  2. Pay")


def test_lines_set_in_under_a_group_line_end_where_others_are_as_wide() -> None:
    labels = ["Income:", "  Rent", "  Pay", "Profit"]

    assert outline(*labels) == expected("Income:\n  Rent\n  Pay\nProfit")


def test_a_total_behind_an_empty_row_is_over_all_groups() -> None:
    labels = [stub("Men:"), stub("Young"), stub("Women:"), stub("Young"), stub("Total", gap=True)]

    assert outline(*labels) == expected("Men:\n  Young\nWomen:\n  Young\nTotal")


def test_columns_of_a_stub_nest() -> None:
    labels = [("Income", ""), ("", "Rent"), ("", "Pay"), ("Costs", ""), ("", "Pay")]

    assert outline(*labels) == expected("Income\n  Rent\n  Pay\nCosts\n  Pay")


def test_the_total_of_a_group_in_the_column_before_is_its_line() -> None:
    labels = [("合计", ""), ("北京", "合计"), ("", "男"), ("", "女"), ("上海", "男"), ("", "女")]
    levels = levels_of([stub(label) for label in labels])

    assert levels == [(0, None), (0, None), (1, 1), (1, 1), (1, None), (1, None)]


def test_a_total_at_the_end_of_merged_groups_is_one_of_its_lines() -> None:
    labels = [("北京", "男"), ("北京", "小计"), ("上海", "男"), ("上海", "小计"), ("总计", "总计")]
    levels = levels_of([stub(label) for label in labels])

    assert levels == [(1, None), (1, None), (1, None), (1, None), (0, None)]


def test_numbers_in_a_column_of_their_own_nest() -> None:
    labels = [
        ("一", "农业"),
        ("1", "粮食"),
        ("2", "棉花"),
        ("二", "工业"),
        ("1", "钢"),
        ("", "合计"),
    ]

    assert outline(*labels) == expected(
        """
        一 农业
          1 粮食
          2 棉花
        二 工业
          1 钢
        合计
        """
    )


def test_running_numbers_say_nothing() -> None:
    labels = [(str(number), f"甲{number}") for number in range(1, 13)]

    assert {level for level, _ in levels_of([stub(label) for label in labels])} == {0}


def test_codes_nest() -> None:
    labels = [
        ("", "合计"),
        ("201", "一般"),
        ("20103", "办公"),
        ("2010301", "行政"),
        ("208", "社保"),
    ]

    assert outline(*labels) == expected(
        """
        合计
        201 一般
          20103 办公
            2010301 行政
        208 社保
        """
    )


@pytest.mark.parametrize(
    ("labels", "levels"),
    [
        pytest.param([], [], id="no lines"),
        pytest.param([StubLabel(())], [(0, None)], id="no stub"),
        pytest.param([StubLabel(("",)), StubLabel(("A",))], [(0, None)] * 2, id="first blank"),
        pytest.param(
            [StubLabel(("A",)), StubLabel(("  B",)), StubLabel(("",))],
            [(0, None), (1, 0), (1, 0)],
            id="a line without a label goes with the one before",
        ),
    ],
)
def test_lines_without_labels(
    labels: list[StubLabel], levels: list[tuple[int, int | None]]
) -> None:
    assert levels_of(labels) == levels


LABELS = st.sampled_from(
    "合计 小计 其中：男 女 一、农 二、工 （一）种 1.粮 2.棉 1.1 ① 201 20103 A Total #x".split()
)


@given(
    st.lists(
        st.builds(
            lambda texts, blanks, figures, gap: StubLabel(
                (texts[0], " " * blanks + texts[1]), figures=figures, gap=gap
            ),
            st.tuples(st.one_of(st.just(""), LABELS), st.one_of(st.just(""), LABELS)),
            st.integers(0, 4),
            st.booleans(),
            st.booleans(),
        )
    )
)
def test_any_stub_gives_a_tree(labels: list[StubLabel]) -> None:
    levels = levels_of(labels)

    assert len(levels) == len(labels)
    assert all(
        parent is None or (parent < place and levels[parent][0] < level)
        for place, (level, parent) in enumerate(levels)
    )
