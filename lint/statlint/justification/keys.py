"""From one table of a sidecar to an entry, or to what is wrong with it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from statlint.justification.model import Entry
from statlint.schema import Fault, did_you_mean
from statlint.values import Text

TEXTS = tuple(
    "rule name reason by file table sheet place cell line head edit edit-text origin"
    " left right difference value sentence about message".split()
)
"""The keys that hold a text."""
_DAYS = ("date", "until")
_FIGURES = frozenset({"left", "right", "difference", "value", "figures"})
"""Keys whose texts may be written as numbers by hand."""
_LISTS = frozenset({"figures", "with-other-files"})
KEYS = (*TEXTS, *_DAYS, "edition", *sorted(_LISTS))
_FIELDS = MappingProxyType({"edit-text": "edit_text", "with-other-files": "others"})
_NO_KEY = Text("没有这一项", "is not a known key")
_NO_TEXT = Text("应为文字（加引号）", "must be a text in quotes")
_NO_LIST = Text("应为文字的列表（[ … ]）", "must be a list of texts ([ … ])")
_NO_DAY = Text("应为日期，如 2026-12-31", "must be a day, such as 2026-12-31")
_NO_EDITION = Text("应为正整数", "must be a whole number above 0")
_NO_CODE = Text("应为规则编号，如 P204", "must be the code of a rule, such as P204")
_MISSING = Text("缺少此项", "is missing")


def read_entry(table: Mapping[str, Any], path: str) -> Entry | list[Fault]:
    """Read an entry; `path` says which it is, where no line does."""
    faults = list(_faults(table, path))
    if faults:
        return faults
    stated: dict[str, Any] = {name_of(key): str(table[key]) for key in TEXTS if key in table}
    # People write it by hand, too.
    stated["rule"] = stated["rule"].strip().upper()
    stated |= {key: _day(table[key]) for key in _DAYS if key in table}
    figures = tuple(map(str, table.get("figures", ())))
    others = tuple(table["with-other-files"]) if "with-other-files" in table else None
    return Entry(**stated, edition=table.get("edition", 1), figures=figures, others=others)


def name_of(key: str) -> str:
    """Give the field of an entry that a key is for."""
    return _FIELDS.get(key, key)


def _faults(table: Mapping[str, Any], path: str) -> Iterator[Fault]:
    if "rule" not in table:
        yield Fault(f"{path}rule", _MISSING)
    for key, value in table.items():
        if key not in KEYS:
            near = did_you_mean(key, KEYS)
            yield Fault(f"{path}{key}", Text(_NO_KEY.zh + near.zh, _NO_KEY.en + near.en))
            continue
        wrong = _wrong(key, value)
        if wrong is not None:
            yield Fault(f"{path}{key}", wrong)


def _wrong(key: str, value: object) -> Text | None:
    """Tell what is wrong with the value of a key."""
    if key == "rule" and isinstance(value, str):
        return None if re.fullmatch(r"[A-Za-z]+[0-9]+", value.strip()) else _NO_CODE
    if key in _DAYS:
        return _NO_DAY if _day(value) is None else None
    if key == "edition":
        return None if type(value) is int and value > 0 else _NO_EDITION
    if key in _LISTS:
        fine = isinstance(value, list) and all(_is_text(one, key) for one in value)
        return None if fine else _NO_LIST
    return None if _is_text(value, key) else _NO_TEXT


def _is_text(value: object, key: str) -> bool:
    if isinstance(value, str):
        return True
    return key in _FIGURES and isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _day(value: object) -> dt.date | None:
    """Read a day, written as such or as a text."""
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
