"""Values written as TOML: texts, numbers, lists, tables on one line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from statlint.form.writing import number_text
from statlint.values import Text

Value: TypeAlias = "str | int | bool | Decimal | Text | Sequence[Value] | Mapping[str, Value]"

_DELETE = "\x7f"
_WIDTH = 100


def toml_value(value: Value) -> str:
    """Write a value on one line; a wording is one text where both languages say the same."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return number_text(value)
        case str():
            return _text(value)
        case Text(zh=zh, en=en):
            return _text(zh) if zh == en else toml_value({"zh": zh, "en": en})
        case Mapping():
            pairs = ", ".join(f"{key} = {toml_value(one)}" for key, one in value.items())
            return f"{{ {pairs} }}"
        case _:
            return f"[{', '.join(map(toml_value, value))}]"


def _text(text: str) -> str:
    # A text of JSON is one of TOML, but for the one control character that JSON lets stand.
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")


def toml_pair(key: str, value: Value) -> Iterator[str]:
    """Write a key with its value; a list that is too long for a line has a line for each member."""
    line = f"{key} = {toml_value(value)}"
    if len(line) <= _WIDTH or isinstance(value, str | Text | Mapping) or not _is_list(value):
        yield line
    else:
        yield from toml_list(key, value)


def _is_list(value: Value) -> bool:
    return isinstance(value, Sequence)


def toml_list(key: str, values: Value) -> Iterator[str]:
    """Write a list with a line for each member."""
    yield f"{key} = ["
    if isinstance(values, Sequence):
        yield from (f"  {toml_value(value)}," for value in values)
    yield "]"


def toml_comment(text: str) -> Iterator[str]:
    """Write a comment, broken at line ends only; what a comment may not hold becomes a blank."""
    for line in text.splitlines():
        shown = "".join(sign if sign.isprintable() else " " for sign in line).strip()
        yield f"# {shown}" if shown else "#"
