"""Patterns that are compiled when they are first used, not when a module is imported."""

from __future__ import annotations

__all__ = ["pattern_of"]
TYPE_CHECKING = False


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
        import re

        found: object = getattr(re.compile(self._text, self._flags), name)
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


if TYPE_CHECKING:
    from re import compile as pattern_of
else:
    pattern_of = _pattern_of
