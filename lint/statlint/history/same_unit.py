"""Whether two filled forms are of one reporting unit: by its name, else by those of the files."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

from statlint.facts import Filing
from statlint.values import label_key, plain


def same_unit(one: Filing, other: Filing) -> bool:
    """Tell whether two forms name one unit, or are in files of one name but for the period."""
    mine, its = _unit(one), _unit(other)
    if mine and its:
        return mine == its
    return _stem(one.path) == _stem(other.path) != ""


def other_unit(one: Filing, other: Filing) -> bool:
    """Tell whether two forms name different units."""
    mine, its = _unit(one), _unit(other)
    return bool(mine) and bool(its) and mine != its


def _unit(filing: Filing) -> str:
    return label_key(filing.filled.unit_name or "").removesuffix("人民政府")


def _stem(path: str) -> str:
    """Give a file's name without what says the period."""
    return label_key(_period_words().sub("", plain(PurePath(path).stem)))


@cache
def _period_words() -> re.Pattern[str]:
    return re.compile(
        r"(?:19|20)\d\d(?:年度?)?(?:[-_.]?(?:[HhQq]\d|[Mm]?\d{1,2}(?!\d))(?:月份?)?)?"
        r"|\d{1,2}月份?|第?[一二三四1-4]季度|[上下]半年"
    )
