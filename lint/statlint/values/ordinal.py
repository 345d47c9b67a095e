"""Running numbers as tables write them: 1, 01, 1、, (1), ①, 一、, 1.2, 附件3."""

from __future__ import annotations

import re
from typing import TypeAlias

from statlint.dataclass import dataclass
from statlint.values.numeral import NUMERAL_WORDS, read_numeral, write_numeral
from statlint.values.text import plain

Path: TypeAlias = tuple[int, ...]

# Signs that are a number in themselves: the first sign of a run, how many there are, its number.
_RUNS = (
    ("①", 20, 1),
    ("⑴", 20, 1),
    ("⒈", 20, 1),
    ("㉑", 15, 21),
    ("㊱", 15, 36),
    ("㈠", 10, 1),
    ("㊀", 10, 1),
    ("Ⅰ", 12, 1),
    ("ⅰ", 12, 1),
)
_SIGNS = {
    chr(ord(first) + place): number + place
    for first, count, number in _RUNS
    for place in range(count)
}
SIGNS = "".join(_SIGNS)
"""The signs, for a class of a regular expression."""
WORDS_BEFORE = "序号|编号|佐证材料|证明材料|佐证|证据|材料|附件|附|指标|项目|第|[Nn][Oo]\\.?|№"
"""What may stand before a number that names an entry."""
NUMBER = rf"\d{{1,4}}(?:[.-]\d{{1,3}})*|[{NUMERAL_WORDS}]{{1,6}}|[{SIGNS}]"
"""A running number without what stands around it, for a regular expression."""
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_ENUMERATOR = rf"\s*(?:第|\()?(?:{NUMBER})(?:[、.．)）](?!\d)|号|项)"
_ORDINAL = (
    rf"(?:{WORDS_BEFORE})*:?(?P<bracket>\(?)(?P<number>{NUMBER})\)?(?:号|项|条|份|件)?[、.:,;)]?"
)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A running number: 3 is (3,), 1.2 is (1, 2); its style tells 一 from 1 and from (1).

    `cut` is set for a stored number such as 1.1, which may be 1.10 with its zero lost.
    """

    path: Path
    style: str = "digits"
    cut: bool = False

    def write(self, path: Path) -> str:
        """Write another number in the style of this one."""
        numbers = [write_numeral(one) if "words" in self.style else str(one) for one in path]
        return ".".join(numbers)


def read_ordinal(text: str, *, stored_number: bool = False) -> Ordinal | None:
    """Read the text of a cell as a running number; None for anything else."""
    found = re.compile(_ORDINAL).fullmatch(re.sub(r"\s+", "", plain(text)))
    if found is None:
        return None
    path = number_path(found["number"])
    if path is None:
        return None
    style = _style(found["number"]) + (" in brackets" if found["bracket"] else "")
    return Ordinal(path, style, cut=stored_number and len(path) > 1)


def leading_ordinal(text: str) -> Ordinal | None:
    """Read the running number that a label begins with: 1.工作要点, （一）主动公开."""
    found = re.compile(_ENUMERATOR).match(plain(text))
    return read_ordinal(found[0]) if found else None


def number_path(number: str) -> Path | None:
    """Read a number without anything around it."""
    if number in _SIGNS:
        return (_SIGNS[number],)
    if number[0].isdecimal():
        # A whole number that a program wrote with a point: 3.0.
        whole = number[:-2] if re.fullmatch(r"\d+\.0", number) else number
        return tuple(map(int, re.split(r"[.-]", whole)))
    said = read_numeral(number)
    return None if said is None else (said,)


def _style(number: str) -> str:
    if number[0] in _SIGNS:
        return f"signs like {chr(ord(number) - _SIGNS[number] + 1)}"
    return "digits" if number[0].isdecimal() else "words"
