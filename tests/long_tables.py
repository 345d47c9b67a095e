"""Tables of very many lines, made for tests: counties with people by sex and three industries."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

HEADS = ("代码", "名称", "人口", "男", "女", "产值", "第一产业", "第二产业", "第三产业")
_FIGURES = 7


def rows_of(lines: int, *, total: bool = False, places: int = 0) -> list[list[str]]:
    """Make the rows of a table that is right; figures have so many decimal places."""
    random = Random(lines)  # noqa: S311 - figures for tests
    rows = [list(HEADS)]
    sums = [0] * _FIGURES
    for number in range(lines):
        men, women, *parts = (random.randrange(100, 90_000) for _ in range(5))
        figures = [men + women, men, women, sum(parts), *parts]
        sums = [added + figure for added, figure in zip(sums, figures, strict=True)]
        rows.append([str(320_000_000 + number), f"第{number}村", *_written(figures, places)])
    if total:
        rows.append(["", "合计", *_written(sums, places)])
    return rows


def _written(figures: Sequence[int], places: int) -> list[str]:
    return [f"{figure / 10**places:.{places}f}" if places else str(figure) for figure in figures]


def text_of(rows: Sequence[Sequence[str]], *, end: str = "\n") -> bytes:
    """Write rows as a text file, in quotes where need be."""
    quoted = ([f'"{text}"' if {",", "\n"} & set(text) else text for text in row] for row in rows)
    return "".join(",".join(row) + end for row in quoted).encode()
