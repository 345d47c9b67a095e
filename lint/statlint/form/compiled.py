"""Compiled forms put together again: nothing is parsed or checked, edits wait until first use."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, partial
from importlib import import_module
from os import PathLike

from statlint.form.later import Later
from statlint.plain_json import read_json
from statlint.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from statlint.form.model import Form

KIND = "is"
"""The key that says what an object is."""
LATER = "later"
"""What stands for things on a line of their own."""
_HOMES = {
    "statlint.form.model": "Arrangement BlankMeans Block Form Format Head Line Measure"
    " ReportSection SignField SignKind TableForm ValueKind",
    "statlint.form.edits": "Call Comparison Constant Edit EditKind Equivalence Implication"
    " Junction Name Negation Operation Scope Span Tally Test Words",
    "statlint.form.earlier": "Earlier Renamed",
    "statlint.form.listed": "CodeSum KeyColumn ListColumn ListColumns",
    "statlint.form.quoted": "Quoted",
    "statlint.finding.kinds": "Nature Origin Severity",
    "statlint.values.text": "Text",
}


def load_compiled(path: str | PathLike[str]) -> Form:
    """Load a compiled form."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib takes long to import
        return read_compiled(file.read())


def read_compiled(text: str) -> Form:
    """Put a form together from its lines; see `statlint.form.compile`."""
    lines = text.split("\n")
    return cast("Form", read_json(lines[0], partial(_made, lines)))


def _made(lines: Sequence[str], parts: dict[str, object]) -> object:
    """Make one thing of its parts, which are made already."""
    kind = str(parts.pop(KIND))
    if kind == LATER and isinstance(line := parts["line"], int):
        return Later(partial(_things_on, lines, line))
    for name, part in parts.items():
        if type(part) is list:
            parts[name] = _tuple(part)
    return _kind(kind)(**parts)


def _things_on(lines: Sequence[str], line: int) -> tuple[object, ...]:
    return tuple(cast("list[object]", read_json(lines[line], partial(_made, lines))))


def _tuple(things: list[object]) -> tuple[object, ...]:
    return tuple([_tuple(one) if type(one) is list else one for one in things])


@cache
def _kind(name: str) -> type:
    """Give a class by its name; modules that a form has nothing of are not imported."""
    if name == Decimal.__name__:
        return Decimal
    home = next(home for home, names in _HOMES.items() if name in names.split())
    kind: type = getattr(import_module(home), name)
    return kind
