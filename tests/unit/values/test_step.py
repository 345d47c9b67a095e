"""The step in which a rule text takes points off, or that it leaves open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values import Number, step_of

HALF, TENTH = Decimal("0.5"), Decimal("0.1")


@pytest.mark.parametrize(
    ("text", "step"),
    [
        pytest.param("每缺1项扣0.5分", HALF, id="a half for each"),
        pytest.param("每少一次扣1分", 1, id="one for each"),
        pytest.param("一项不符合扣2分", 2, id="two for one"),
        pytest.param("每项扣一分", 1, id="a numeral"),
        pytest.param("每项扣两分", 2, id="the other two"),
        pytest.param("每处扣半分", HALF, id="a half in words"),
        pytest.param("每项扣一分半", Decimal("1.5"), id="one and a half"),
        pytest.param("每次扣零点五分", HALF, id="a decimal in words"),
        pytest.param("每次扣一点零五分", Decimal("1.05"), id="a decimal with a zero in words"),
        pytest.param("扣十五分", 15, id="fifteen in words"),
        pytest.param("扣二十分", 20, id="twenty in words"),
        pytest.param("每项扣 ０．２ 分", Decimal("0.2"), id="full-width digits"),
        pytest.param("每缺一项扣0.5", HALF, id="without the word for points"),
        pytest.param("扣除1分", 1, id="another verb"),
        pytest.param("减分项：每例减1分", 1, id="points off"),
        pytest.param("每获一次表彰加1分", 1, id="points added"),
        pytest.param("每缺1项扣0.5分，逾期扣1分，扣完为止", HALF, id="several: the common step"),
        pytest.param("每缺一项扣0.3分；每迟一天扣0.2分", TENTH, id="several: a smaller step"),
        pytest.param("完成得2分，每缺一项扣0.5分", HALF, id="points given as well"),
        pytest.param("每项扣0.2分，最多扣3分", Decimal("0.2"), id="a limit is no step"),
        pytest.param("公开率低于90%的扣2分", 2, id="a per cent sign elsewhere"),
        pytest.param("减1项扣0.5分", HALF, id="items less are no points"),
    ],
)
def test_the_step_of_a_rule_text(text: str, step: Number) -> None:
    assert step_of(text) == step


@pytest.mark.parametrize(
    "text",
    [
        "",
        "扣完为止",
        "未公开的不得分",
        "酌情扣分",
        "酌情扣1分",
        "视情扣0.5分",
        "每项扣1-3分",
        "每项扣1分至3分",
        "扣2分以内",
        "按比例扣分",
        "按实际完成比例折算，每低一点扣1分",
        "扣该项分值的50%，逾期扣1分",
        "得5分",
        "最多扣3分",
        "累计扣5分",
        "扣0分",
        "每次扣5分钟",
        "扣十十分",
    ],
)
def test_a_text_may_name_no_step_or_leave_it_open(text: str) -> None:
    assert step_of(text) is None


@given(st.lists(st.decimals("0.1", 20, places=1), min_size=1, max_size=4))
def test_all_steps_are_multiples_of_the_common_one(steps: list[Decimal]) -> None:
    common = step_of("，".join(f"每项扣{step}分" for step in steps))

    assert common is not None
    assert [step % common for step in steps] == [0] * len(steps)
