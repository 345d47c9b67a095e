"""A report is drawn so that its columns stand under one another."""

from __future__ import annotations

import re

import pytest

from picture import CELL, EDGE, draw


def pieces(painted: str) -> list[tuple[str, float]]:
    """Give the drawn pieces, each with its column."""
    found = re.findall(r'<text x="([\d.]+)".*?>(.+?)</text>', draw(painted, "title"))
    return [(text, round((float(left) - EDGE) / CELL, 2)) for left, text in found]


@pytest.mark.parametrize(
    ("painted", "drawn"),
    [
        pytest.param("a  bc\n", [("a", 0), ("bc", 3)], id="narrow signs"),
        pytest.param("总计 35\n", [("总计", 0), ("35", 5)], id="wide signs take two columns"),
        pytest.param("\x1b[1;31m124\x1b[0m 0\n", [("124", 0), ("0", 4)], id="colours take none"),
        pytest.param("a < b\n", [("a", 0), ("&lt;", 2), ("b", 4)], id="signs of markup"),
    ],
)
def test_each_piece_stands_at_its_column(painted: str, drawn: list[tuple[str, float]]) -> None:
    assert pieces(painted) == drawn


def test_styles_are_drawn() -> None:
    sheet = draw("\x1b[1;31mbad\x1b[0m \x1b[2mfaint\x1b[0m\n", "title")

    assert re.findall(r"(font-weight.+|fill-opacity.+)</text>", sheet) == [
        'font-weight="bold" fill="#c62828">bad',
        'fill-opacity="0.6">faint',
    ]
