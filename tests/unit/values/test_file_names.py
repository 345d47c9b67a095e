"""How a file is named beside another."""

from __future__ import annotations

import pytest

from statlint.values import name_beside


@pytest.mark.parametrize(
    ("path", "own", "expected"),
    [
        pytest.param("data/2023.xlsx", "data/2024.xlsx", "2023.xlsx", id="by its name"),
        pytest.param("data/2023/a.xlsx", "data/2024/a.xlsx", "2023/a.xlsx", id="by its folder"),
        pytest.param("x/2023/y/a.csv", "x/2024/y/a.csv", "2023/y/a.csv", id="by the one above"),
        pytest.param("2023/a.xlsx", "a.xlsx", "2023/a.xlsx", id="the other in no folder"),
        pytest.param("a.xlsx", "2024/a.xlsx", "a.xlsx", id="itself in no folder"),
        pytest.param("a.xlsx", "a.xlsx", "a.xlsx", id="one and the same"),
    ],
)
def test_the_end_of_a_path_that_tells_it_from_another(path: str, own: str, expected: str) -> None:
    assert name_beside(path, own) == expected
