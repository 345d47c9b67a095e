"""Patterns that are compiled when they are first used, not when a module is imported.

Those that most tables ask for are compiled beforehand, for one version of Python each: the library
of patterns takes as long to import as a table to check. Any other version compiles them itself.
"""

from __future__ import annotations

import sys
from importlib import import_module

__all__ = ["DOTALL", "IGNORECASE", "MADE", "compiled", "escape", "pattern_of"]
TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from typing import TypeAlias

IGNORECASE, DOTALL = 2, 16
"""Flags, as the library of patterns numbers them."""
MADE = f"statlint.patterns_{str(sys.implementation.cache_tag).replace('-', '_')}"
"""The module with the patterns that are compiled for this Python, where there is one."""
_ENGINE = "_sre"
_SPECIAL = {ord(sign): f"\\{sign}" for sign in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


class _Pattern:
    """Stand for a compiled pattern, and become as quick as it is."""

    __slots__ = (
        "_flags",
        "_text",
        "findall",
        "finditer",
        "fullmatch",
        "match",
        "search",
        "split",
        "sub",
    )

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """Compile it; what was asked for is at hand from now on."""
        found: object = getattr(compiled(self._text, self._flags), name)
        if name in _Pattern.__slots__:
            setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[object, tuple[str, int]]:
        """Pack what it is made of."""
        return _Pattern, (self._text, self._flags)

    def __repr__(self) -> str:
        """Show what it is made of."""
        return f"pattern_of({self._text!r})"


def _pattern_of(text: str, flags: int = 0) -> _Pattern:
    return _Pattern(text, flags)


def escape(text: str) -> str:
    """Write a text so that a pattern finds it as it is."""
    return text.translate(_SPECIAL)


def compiled(text: str, flags: int) -> re.Pattern[str]:
    """Compile a pattern, or take it as it was compiled beforehand."""
    if MADE not in _made:
        _made[MADE] = _read(MADE)
    known = _made[MADE].get((text, flags))
    if known is None:
        import re

        return re.compile(text, flags)
    return _taken(text, known)


_Made: TypeAlias = (
    "tuple[int, tuple[int, ...], int, tuple[tuple[str, int], ...], tuple[str | None, ...]]"
)
_made: dict[str, Mapping[tuple[str, int], _Made]] = {}


def _read(name: str) -> Mapping[tuple[str, int], _Made]:
    """Give the patterns that are compiled for this Python; none where its engine is another one."""
    try:
        made = import_module(name)
        engine = import_module(_ENGINE)
    except ImportError:
        return {}
    here = (engine.MAGIC, engine.CODESIZE, engine.MAXREPEAT)
    found: Mapping[tuple[str, int], _Made] = made.PATTERNS if here == made.ENGINE else {}
    return found


def _taken(text: str, made: _Made) -> re.Pattern[str]:
    flags, code, groups, names, by_group = made
    found: re.Pattern[str] = import_module(_ENGINE).compile(
        text, flags, list(code), groups, dict(names), by_group
    )
    return found


if TYPE_CHECKING:
    from re import compile as pattern_of
else:
    pattern_of = _pattern_of
