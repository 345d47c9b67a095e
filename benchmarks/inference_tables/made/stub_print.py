"""Print the stub: labels of lines with their levels, in one column or several."""

from __future__ import annotations

from collections.abc import Sequence

from inference_tables.made.looks import Look
from inference_tables.made.plan import Group, Item, Mean, Rate, Total

_DIGITS = "一二三四五六七八九十"
_COLUMNS = frozenset({"parents", "merged parents"})


def in_columns(look: Look) -> bool:
    """Tell whether each level has a column of its own."""
    return look.stub in _COLUMNS


def printed_lines(lines: Sequence[Item], look: Look) -> list[int]:
    """Give the lines that are printed: a column of parents says what group lines would."""
    return [
        at
        for at, line in enumerate(lines)
        if not (in_columns(look) and isinstance(line.how, Group) and has_members(lines, at))
    ]


def has_members(lines: Sequence[Item], at: int) -> bool:
    """Tell whether the next line stands under this one."""
    return at + 1 < len(lines) and lines[at + 1].path[:-1] == lines[at].path


def stub_width(lines: Sequence[Item], look: Look) -> int:
    """Give how many columns the labels take."""
    return max(len(line.path) for line in lines) if in_columns(look) else 1


def labels(lines: Sequence[Item], language: str, look: Look) -> list[list[str]]:
    """Give the cells of the stub, line by line."""
    if in_columns(look):
        return _columns(lines, look)
    numbers = _numbers(lines, language) if look.stub == "numbered" else [""] * len(lines)
    signs = {"indent": "  " if language == "en" else "　", "dots": ". "}
    sign = signs.get(look.stub, "")
    return [
        [f"{sign * line.level}{number}{line.text}"]
        for line, number in zip(lines, numbers, strict=True)
    ]


def _columns(lines: Sequence[Item], look: Look) -> list[list[str]]:
    width = stub_width(lines, look)
    rows = []
    before: tuple[str, ...] = ()
    for line in lines:
        own = len(line.path) - 1
        row = [
            "" if at < own and before[: at + 1] == line.path[: at + 1] else label
            for at, label in enumerate(line.path)
        ]
        rows.append([*row, *[""] * (width - len(row))])
        before = line.path
    return rows


def _numbers(lines: Sequence[Item], language: str) -> list[str]:
    """Count the lines under each parent; what follows from others has no number."""
    plain = [at for at, line in enumerate(lines) if _is_numbered(lines, at)]
    lowest = min((lines[at].level for at in plain), default=0)
    counts: dict[tuple[str, ...], int] = {}
    numbers = [""] * len(lines)
    for at in plain:
        parent = lines[at].path[:-1]
        counts[parent] = counts.get(parent, 0) + 1
        numbers[at] = _number(counts[parent], lines[at].level - lowest, language)
    return numbers


def _is_numbered(lines: Sequence[Item], at: int) -> bool:
    return has_members(lines, at) or not isinstance(lines[at].how, Total | Mean | Rate)


def _number(count: int, level: int, language: str) -> str:
    if language == "en":
        return (f"{chr(64 + count)}. ", f"{count}. ", f"({chr(96 + count)}) ")[min(level, 2)]
    # The eleventh and later are rare, and 十一 is two signs.
    digit = _DIGITS[count - 1] if count <= len(_DIGITS) else f"十{_DIGITS[count - 11]}"
    return (f"{digit}、", f"（{digit}）", f"{count}.")[min(level, 2)]
