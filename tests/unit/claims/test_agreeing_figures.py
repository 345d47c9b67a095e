"""One figure under one label in two places."""

from __future__ import annotations

import pytest

from prose_texts import claims_of


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "全市主动公开政府信息306条。\n全市主动公开政府信息308条。",
            ["same? 308 <- 306"],
            id="that differ by little",
        ),
        pytest.param(
            "2020年主动公开政府信息306条。\n2021年主动公开政府信息308条。",
            [],
            id="of two years",
        ),
        pytest.param(
            "主动公开政府信息有关内容306条。\n主动公开政府信息有关内容58条。",
            [],
            id="that differ by far",
        ),
    ],
)
def test_figures_are_read(text: str, claims: list[str]) -> None:
    found = claims_of(text)

    assert found == claims
