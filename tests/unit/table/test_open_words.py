"""Labels of open tables: the same, with a unit behind, or with one slip in typing."""

from __future__ import annotations

import pytest

from statlint.table.open_words import Wordings, slipped

WORDS = Wordings.of(
    [("自评得分",), ("数量", "条数"), ("占比",), ("本月累计",), ("考核内容", "数量")]
)


@pytest.mark.parametrize(
    ("text", "heads", "sure"),
    [
        ("自评得分", (0,), 1.0),
        ("自 评\n得 分", (0,), 1.0),
        ("自评得分（100分）", (0,), 1.0),
        ("数量", (1, 4), 1.0),
        ("条数/条", (1,), 1.0),
        ("占比%", (2,), 1.0),
        ("占比（%）", (2,), 1.0),
        ("自评得份", (0,), 0.75),
        ("自评分得", (0,), 0.75),
        ("自评的得分", (0,), 0.75),
        ("考核容", (), 0.0),
        ("上月累计", (), 0.0),
        ("本月累", (3,), 0.75),
        ("2024", (), 0.0),
        ("占化", (), 0.0),
        (
            "自评得分由各单位根据考核评价细则逐项填写，考核得分由考核组在复核之后统一填写完毕",
            (),
            0.0,
        ),
    ],
)
def test_a_label_is_known_by_its_wording(text: str, heads: tuple[int, ...], sure: float) -> None:
    found = WORDS.like(text)

    assert found == ((heads, sure) if sure else ((), 0.0))


def test_a_slip_away_from_two_labels_is_neither() -> None:
    words = Wordings.of([("甲乙丙丁",), ("甲乙丙戊",)])

    assert words.like("甲乙丙己") == ((), 0.0)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [("一级指标", "二级指标"), ("已办结数", "办结数"), ("办结率合", "办结数合"), ("甲乙", "甲丙")],
)
def test_signs_that_tell_labels_apart_are_no_slips(printed: str, wanted: str) -> None:
    assert not slipped(printed, wanted)
