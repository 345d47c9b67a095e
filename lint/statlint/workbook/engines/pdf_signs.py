"""The signs of a PDF page and the lines that they stand in."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, TypedDict

from statlint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SPACE = 0.6
"""Share of a sign's height: a wider gap is a blank. Chinese and figures are set apart by 0.25."""
_CHUNK = 1.5
"""Share of a sign's height: a wider gap parts columns."""
_SAME_LINE = 0.5
_MARK, _RAISED = 0.75, 0.1
"""Shares of the height of the signs around: a mark is smaller, and ends higher."""


class Sign(TypedDict):
    """What pdfplumber says of one sign, in points from the left and the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    fontname: str
    matrix: tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """Signs side by side; `chunks` are what wide gaps part."""

    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    chunks: tuple[str, ...]
    bold: bool = False

    @property
    def text(self) -> str:
        """The whole line."""
        return "  ".join(self.chunks)

    @property
    def middle(self) -> float:
        """Where it is, from the top of the page."""
        return (self.top + self.bottom) / 2


def lines_of(signs: Iterable[Sign]) -> list[Line]:
    """Put signs into lines, from the top down and from left to right."""
    groups: list[list[Sign]] = []
    for sign in sorted(signs, key=lambda sign: (sign["top"] + sign["bottom"], sign["x0"])):
        if groups and are_beside(groups[-1][0], sign):
            groups[-1].append(sign)
        else:
            groups.append([sign])
    lines = (_line(sorted(group, key=lambda sign: sign["x0"])) for group in groups)
    return [line for line in lines if line is not None]


def are_beside(one: Sign, other: Sign) -> bool:
    """Tell whether two signs stand in one line, a raised one included."""
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    height = min(one["bottom"] - one["top"], other["bottom"] - other["top"])
    return shared > _SAME_LINE * height


def _line(signs: Sequence[Sign]) -> Line | None:
    signs = _without_marks(signs)
    chunks = tuple(_chunks(signs))
    if not chunks:
        return None
    shown = [sign for sign in signs if sign["text"].strip()]
    return Line(
        min(sign["x0"] for sign in shown),
        max(sign["x1"] for sign in shown),
        min(sign["top"] for sign in shown),
        max(sign["bottom"] for sign in shown),
        sorted(sign["size"] for sign in shown)[len(shown) // 2],
        chunks,
        all("bold" in sign["fontname"].lower() for sign in shown),
    )


def _without_marks(signs: Sequence[Sign]) -> Sequence[Sign]:
    """Leave out small signs that are raised: the number of a note is no part of a figure."""
    size = median(sign["size"] for sign in signs)
    bottom = median(sign["bottom"] for sign in signs)
    return [
        sign
        for sign in signs
        if sign["size"] > _MARK * size or sign["bottom"] > bottom - _RAISED * size
    ]


def _chunks(signs: Iterable[Sign]) -> Iterator[str]:
    text, end = "", None
    for sign in signs:
        if not sign["text"].strip():
            # A blank that was typed: how wide it is drawn is seen by the gap as well.
            text += " " if text else ""
            continue
        gap = 0.0 if end is None else sign["x0"] - end
        if gap > _CHUNK * sign["size"]:
            yield text.rstrip()
            text = ""
        elif gap > _SPACE * sign["size"] and not text.endswith(" "):
            text += " "
        text, end = text + sign["text"], sign["x1"]
    if text.strip():
        yield text.rstrip()
