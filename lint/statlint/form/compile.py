"""Forms compiled to lines of JSON, so that they load without TOML, Cerberus and any check.

The first line is the form, each object with its class and what is not usual of it. Things that most
files never ask for (the edits of each table, those between tables, quotations, forms of other
years) have a line each.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from statlint.choice import StrEnum
from statlint.dataclass import fields, is_dataclass
from statlint.form.compiled import KIND, LATER
from statlint.form.load import form_of, read_form_data
from statlint.form.model import Form

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_WAITING = frozenset({"edits", "quoted", "earlier"})


def compile_form(path: Path) -> str:
    """Compile a form file that has no faults; raises FormError with all faults otherwise."""
    return compiled(form_of(read_form_data(path), str(path)))


def compiled(form: Form) -> str:
    """Write a form, of which nothing is to be checked when it is read."""
    lines = [""]
    lines[0] = _json(_object(form, lines))
    return "\n".join(lines) + "\n"


def _object(thing: DataclassInstance, lines: list[str]) -> Mapping[str, object]:
    parts: dict[str, object] = {KIND: type(thing).__name__}
    for one in fields(thing):
        value = getattr(thing, one.name)
        if value != one.default:
            waits = one.name in _WAITING and isinstance(value, Sequence)
            parts[one.name] = _later(value, lines) if waits else _written(value, lines)
    return parts


def _later(things: Sequence[object], lines: list[str]) -> Mapping[str, object]:
    """Put things on a line of their own."""
    lines.append(_json([_written(one, lines) for one in things]))
    return {KIND: LATER, "line": len(lines) - 1}


def _written(value: object, lines: list[str]) -> object:
    if isinstance(value, (Enum, StrEnum)):
        return {KIND: type(value).__name__, "value": value.value}
    if isinstance(value, Decimal):
        # Readers of JSON make binary floats of numbers.
        return {KIND: Decimal.__name__, "value": str(value)}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_written(one, lines) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return _object(value, lines)
    return value


def _json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
