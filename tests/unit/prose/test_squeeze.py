"""Text in plain signs, and where each of them was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.prose.squeeze import squeeze


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("１２ 條", "12条", id="full width, a space, a traditional sign"),
        pytest.param("其 中", "其中", id="a line that was broken"),
        pytest.param("根據(jù)要求", "根據要求", id="a sound that a converter left"),
        pytest.param("The 124 requests", "The 124 requests", id="English words"),
        pytest.param("2019, 1,234", "2019, 1,234", id="two figures"),
        pytest.param("3\u200b条", "3条", id="a sign without width"),
        pytest.param("3,  5 条", "3, 5条", id="several spaces"),
    ],
)
def test_text_is_made_plain(text: str, plain: str) -> None:
    found = squeeze(text)

    assert found.text == plain


@given(st.text(alphabet="1２條 \u3000其中(jù)a,，.\u200b", max_size=40))
def test_each_sign_comes_from_the_text_as_written(text: str) -> None:
    found = squeeze(text)

    assert len(found.at) == len(found.text) + 1
    assert list(found.at) == sorted(found.at)
    assert found.at[-1] == len(text)


def test_a_piece_is_found_in_the_text_as_written() -> None:
    found = squeeze("共 １２ 條。")

    start, end = found.origin(1, 4)

    assert "共 １２ 條。"[start:end] == "１２ 條"
    assert found.origin(2, 2) == (3, 3)
