"""From the paths of tables to their shapes: folders, periods, and texts between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile
from typing import TypeAlias
from unicodedata import normalize

Piece: TypeAlias = "tuple[str, str]"
"""A kind (`text`, `/`, `year` and the parts of a year) with what stands in the path."""
TEXT = "text"
_LEAST_COMMON = 3
"""Fewer letters that several names begin or end with are chance: 安庆 and 安阳."""
_ENDS_OF_UNITS = "省市区县旗州盟镇乡村局委道"
"""What names of units end with; up to there an end that all have in common belongs to each."""
_BETWEEN = "-_ .()（）"


def shape_of(path: str) -> tuple[Piece, ...]:
    """Take a path apart, without its ending; a text stands before and after each other piece."""
    stem = normalize("NFC", path).rpartition(".")[0]
    cuts = sorted([*_periods(stem), *_slashes(stem)], key=lambda cut: cut[1])
    pieces: list[Piece] = []
    at = 0
    for kind, start, end in cuts:
        pieces += [(TEXT, stem[at:start]), (kind, stem[start:end])]
        at = end
    return (*pieces, (TEXT, stem[at:]))


def _slashes(stem: str) -> Iterator[tuple[str, int, int]]:
    yield from (("/", at, at + 1) for at, sign in enumerate(stem) if sign == "/")


def _periods(stem: str) -> Iterator[tuple[str, int, int]]:
    """Find a year wherever it stands, and behind it a part of the year: kinds and places."""
    years = list(_year().finditer(stem))
    if not years:
        return
    yield from (("year", one.start(), one.end()) for one in years if one[0] == years[0][0])
    part = _part().search(stem, years[0].end())
    if part is not None and part.lastgroup:
        yield part.lastgroup, part.start(), part.end()


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"(?<!\d)(?:19|20)\d\d(?=(?:0[1-9]|1[0-2])?(?!\d))")


@cache
def _part() -> re.Pattern[str]:
    return re.compile(
        r"(?P<half>(?<![A-Za-z])H[12](?!\d)|[上下]半年)"
        r"|(?P<quarter>(?<![A-Za-z])Q[1-4](?!\d)|(?<!\d)[1-4]季度?|第?[一二三四]季度?)"
        r"|(?P<month>(?<![A-Za-z])M(?:1[0-2]|0[1-9])(?!\d)|(?<!\d)(?:1[0-2]|0?[1-9])月份?"
        r"|(?:(?<=[12]\d\d\d)|(?<=[12]\d\d\d[-_/.]))(?:1[0-2]|0[1-9])(?!\d))"
    )


def common_ends(texts: Sequence[str]) -> tuple[str, str]:
    """Give what all of some names begin and end with, as far as it is no part of the names."""
    before = _beginning(texts)
    after = _beginning([text[len(before) :][::-1] for text in texts])[::-1]
    after = after[1 + max(after.rfind(sign) for sign in _ENDS_OF_UNITS) :]
    return _worth_it(before), _worth_it(after[::-1])[::-1]


def _beginning(texts: Sequence[str]) -> str:
    """Give what all of some texts begin with."""
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in alike)


def _worth_it(common: str) -> str:
    """Cut what names have in common where a word ends; give nothing where that is little."""
    kept = re.sub(r"[A-Za-z0-9]+$", "", common)
    return kept if len(kept) >= _LEAST_COMMON or kept.endswith(tuple(_BETWEEN)) else ""
