"""What TOML can hold and nobody can mean: it would stop whatever compares or opens it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statlint.schema.fault import Fault, below
from statlint.values import Text

_LARGEST = 2**63
"""From here on a whole number is none of TOML's, though its reader takes it."""


def find_odd(value: object, path: str = "") -> Iterator[Fault]:
    """Go through plain data for numbers that are too great, and texts with a NUL in them."""
    match value:
        case Mapping():
            for key, inner in value.items():
                yield from find_odd(inner, below(path, str(key)))
        case list():
            for number, inner in enumerate(value):
                yield from find_odd(inner, below(path, number))
        case str() if "\0" in value:
            yield Fault(path, Text("含有空字符", "has a NUL character in it"))
        case int() if abs(value) >= _LARGEST:
            yield Fault(path, Text("数太大", "is too great a number"))
