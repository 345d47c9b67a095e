"""JSON of our own, read without the modules around the reader: their import takes longer."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_json"]


class _Way:
    """How texts are read, as the reader of the standard library asks for it."""

    strict = True
    object_pairs_hook = None
    parse_float, parse_int, parse_constant = float, int, float

    def __init__(self, hook: Callable[[dict[str, object]], object] | None) -> None:
        self.object_hook = hook


def read_json(text: str, hook: Callable[[dict[str, object]], object] | None = None) -> object:
    """Read a text that begins with what it holds; `hook` makes a thing of each object.

    What is no JSON raises ValueError, as the standard library has it.
    """
    try:
        scanner = import_module("_json").make_scanner
    except (ImportError, AttributeError):  # A Python whose reader is not written in C.
        import json

        found: object = json.loads(text, object_hook=hook)
        return found
    try:
        found, end = scanner(_Way(hook))(text, 0)
    except StopIteration as error:
        message = f"Expecting value at {error.value}"
        raise ValueError(message) from None
    if text[end:].strip():
        message = f"more than JSON at {end}"
        raise ValueError(message)
    return found
