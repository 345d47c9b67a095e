"""Numbers of entries that a cell refers to: 1、2、5-7, 证据3, 附件3, 第4项."""

from __future__ import annotations

import re

from statlint.dataclass import dataclass
from statlint.values.numeral import NUMERAL_WORDS
from statlint.values.ordinal import SIGNS, WORDS_BEFORE, Path, number_path
from statlint.values.text import plain

_LONGEST_SPAN = 500
_NUMBER = (
    rf"\d{{1,3}}(?:-\d{{1,3}}){{2}}|\d{{1,3}}(?:\.\d{{1,3}})*|[{NUMERAL_WORDS}]{{1,6}}|[{SIGNS}]"
)
_BEFORE = rf"(?:{WORDS_BEFORE})*:?"
_TO = "-–—~至到"
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_TOKEN = (
    rf"(?P<before>{_BEFORE})\(?(?P<first>{_NUMBER})\)?号?"
    rf"(?:(?P<to>[{_TO}]+){_BEFORE}\(?(?P<last>{_NUMBER})\)?号?)?(?P<counter>[项条份件]?)[.。]?"
)
_BETWEEN = rf"[、,;/\s。]+|以?及|和|与|(?<=[{SIGNS}])(?=[{SIGNS}])"
_LEADING = r"^(?:见|详见|参见|对应|同)"
_REMARK = rf"\((?!(?:{_NUMBER})\))[^()]*\)"
_LOOSE = rf"\s*([{_TO}])\s*|({WORDS_BEFORE})\s*:?\s*"
"""White space around what belongs to a number: 证据 3, 5 - 7."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One number that is referred to, or all from one to another.

    `dashed` is set for 1-2, which may be from 1 to 2 or the second under the first; 2-1 is the
    first under the second.
    """

    text: str
    first: Path
    last: Path | None = None
    dashed: bool = False

    @property
    def paths(self) -> tuple[Path, ...]:
        """The numbers from the first to the last."""
        if self.last is None:
            return (self.first,)
        start = self.first[:-1]
        return tuple((*start, one) for one in range(self.first[-1], self.last[-1] + 1))


def read_references(text: str) -> tuple[Reference, ...]:
    """Read a cell that holds nothing but references; empty for any other text."""
    said = re.compile(_LOOSE).sub(
        r"\1\2", re.compile(_REMARK).sub("", re.compile(_LEADING).sub("", plain(text).strip()))
    )
    found = [_read(token) for token in re.compile(_BETWEEN).split(said) if token]
    references = tuple(one for one in found if one is not None)
    return references if len(references) == len(found) else ()


def _read(token: str) -> Reference | None:
    match = re.compile(_TOKEN).fullmatch(token)
    # 3项 is how many there are; 第3项 is which.
    if match is None or (match["counter"] and "第" not in match["before"]):
        return None
    first = number_path(match["first"])
    if first is None or match["last"] is None:
        return None if first is None else Reference(token, first)
    last = number_path(match["last"])
    dashed = match["to"] == "-"
    if last is None or first[:-1] != last[:-1] or last[-1] - first[-1] > _LONGEST_SPAN:
        return None
    if last <= first:
        return Reference(token, first + last) if dashed else None
    return Reference(token, first, last, dashed=dashed)
