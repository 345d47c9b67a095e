"""Which rules a word of a user means: a code, the beginning of one, or a name."""

from __future__ import annotations

from collections.abc import Iterable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.finding.finding import Finding


_DIGITS = "0123456789"


def family_of(code: str) -> str:
    """Give the letters of a code: B for B101."""
    return code.rstrip(_DIGITS)


def closeness(code: str, name: str, word: str) -> int:
    """Say how exactly a word means a rule; 0 where it means others."""
    if name == word.casefold():
        return len(code)
    # B is a family of ours, and not that of a third party whose codes begin with BJ.
    means = code.startswith(word.upper()) and len(word) >= len(family_of(code))
    return len(word) if means else 0


def is_meant(finding: Finding, words: Iterable[str]) -> bool:
    """Tell whether any of some words means the rule of a finding."""
    return any(closeness(finding.code, finding.name, word) for word in words)
