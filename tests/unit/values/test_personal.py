"""Personal numbers in a text; all of them are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.personal import find_personal, masked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("手机13800138000", ["mobile 13800138000"], id="a mobile"),
        pytest.param("+86 138-0013-8000", ["mobile 138-0013-8000"], id="a mobile in groups"),
        pytest.param("电话0551-64495818", [], id="an office"),
        pytest.param("138****0000", [], id="masked"),
        pytest.param("13912345678元", [], id="an amount"),
        pytest.param("13912345678.50", [], id="a decimal figure"),
        pytest.param("113325000026455663", [], id="an index number"),
        pytest.param("身份证110101199003070003", ["identity 110101199003070003"], id="a card"),
        pytest.param("110101199003070004", [], id="a wrong last sign"),
        pytest.param("110101199013070003", [], id="no such day"),
        pytest.param(
            "卡号：6222 0202 0001 2345 670", ["bank-card 6222 0202 0001 2345 670"], id="b"
        ),
        pytest.param("账号6222020200012345671", [], id="a wrong last digit of a bank card"),
        pytest.param("账号123456789015", [], id="an account that is no card"),
        pytest.param("QQ群：14668146", ["chat 14668146"], id="a QQ group"),
        pytest.param("群号：14668146", ["chat 14668146"], id="a group"),
        pytest.param("微信公众号发布12345条", [], id="posts of an official account"),
        pytest.param("关注QQ群14668人", [], id="members"),
    ],
)
def test_personal_numbers_are_found(text: str, found: list[str]) -> None:
    assert [f"{one.kind} {text[one.start : one.end]}" for one in find_personal(text)] == found


@given(st.text("0123456789Xx- ", min_size=5, max_size=25))
def test_the_middle_is_never_shown(number: str) -> None:
    shown = masked(number)

    assert len(shown) == len(number)
    assert 2 * shown.count("*") >= len(number)
    assert all(one in ("*", sign) for one, sign in zip(shown, number, strict=True))
