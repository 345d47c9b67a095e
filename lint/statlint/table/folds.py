"""Labels that hold several levels, spanners folded into a head: 法人或其他组织（商业企业）."""

from __future__ import annotations

from statlint.pattern import pattern_of

_SIGNS = frozenset("-–—/_|\\>→·()（）")
_FOLDS = pattern_of(r"\s*[-–—/_|\\>→·()（）]+\s*")


def is_folded(text: str) -> bool:
    """Tell whether a text may hold a head and the spanners above it."""
    return not _SIGNS.isdisjoint(text)


def levels_of(text: str) -> list[str]:
    """Split a text that may hold a head and the spanners above it, the head last."""
    if not is_folded(text):
        return [text]
    return [level for level in _FOLDS.split(text) if level] or [text]
