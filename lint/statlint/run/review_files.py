"""Marked copies as files: read what was written into one, find the file that it is a copy of."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath

from statlint.errors import StatlintError
from statlint.marking.review import Review, is_review, read_review
from statlint.run.paths import is_there
from statlint.values import Text
from statlint.values.limits import USUAL, Limits
from statlint.workbook import Workbook, open_workbook

_UNREAD = Text("无法读取", "cannot be read")
_NO_REVIEW = Text(
    "不是 statlint 写出的审核结果：没有「情况说明」一栏",
    "is no marked copy that statlint wrote: it has no column for explanations",
)
_NAMELESS = Text(
    "没有写明原来的文件；请把它写在后面：statlint justify --from 审核结果 原文件",
    "does not say of which file it is; name that: statlint justify --from COPY FILE",
)
_NOT_BESIDE = Text(
    "原来的文件 {name} 不在旁边；请把它写在后面：statlint justify --from 审核结果 原文件",
    "its file {name} is not beside it; name it: statlint justify --from COPY FILE",
)
_NOT_THERE = Text("没有这个文件", "there is no such file")
_ITSELF = Text(
    "是审核结果，不是原来的文件；说明要写给原来的文件",
    "is a marked copy; reasons are for the file that it is a copy of",
)


class ReviewError(StatlintError):
    """Raised where a marked copy cannot be used; `words` say why of the file at `path`."""

    def __init__(self, path: str, words: Text) -> None:
        """Keep the path and why."""
        super().__init__(f"{path}: {words.en}")
        self.path = path
        self.words = words


def review_at(path: str, limits: Limits = USUAL) -> Review:
    """Read the first sheet of a marked copy; raises ReviewError."""
    review = read_review(_opened(path, limits))
    if review is None:
        raise ReviewError(path, _NO_REVIEW)
    return review


def original_of(copy: str, review: Review, named: str = "", limits: Limits = USUAL) -> str:
    """Find the file that a marked copy is of; raises ReviewError.

    It lies beside the copy, or in the folder that is `named`, or is that very file.
    """
    # The name comes out of a file that others had in their hands: it leads nowhere else.
    name = PureWindowsPath(review.original).name
    if named and not Path(named).is_dir():
        found = named
    elif name in {"", ".", ".."}:
        raise ReviewError(copy, _NAMELESS)
    else:
        found = str(Path(named) / name if named else Path(copy).with_name(name))
    if not is_there(Path(found)):
        if found == named:
            raise ReviewError(found, _NOT_THERE)
        raise ReviewError(copy, Text(*(one.format(name=name) for one in _both(_NOT_BESIDE))))
    if _is_same(copy, found) or _is_review_at(found, limits):
        raise ReviewError(found, _ITSELF)
    return str(Path(found))


def _both(text: Text) -> tuple[str, str]:
    return text.zh, text.en


def _is_same(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)  # noqa: PTH121 - of texts
    except OSError:
        return False


def _is_review_at(path: str, limits: Limits) -> bool:
    opened = open_workbook(path, limits=limits).workbook
    return opened is not None and is_review(opened)


def _opened(path: str, limits: Limits) -> Workbook:
    opening = open_workbook(path, limits=limits)
    if opening.workbook is None:
        detail = opening.detail
        words = _UNREAD
        if detail is not None:
            words = Text(f"{_UNREAD.zh}（{detail.zh}）", f"{_UNREAD.en} ({detail.en})")
        raise ReviewError(path, words)
    return opening.workbook
