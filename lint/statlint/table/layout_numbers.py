"""Numbers before labels, which say how deep a line stands: 一、 （一） 1. ① 1.1 A. I."""

from __future__ import annotations

import re

from statlint.dataclass import dataclass
from statlint.values import plain
from statlint.values.ordinal import SIGNS, read_ordinal

_WORDS = "一二三四五六七八九十"
# Patterns are compiled at their first use: most files need none, and all pay for the start.
_STYLES = (
    ("chapter", rf"第([{_WORDS}]{{1,3}})(?:部分|[章类项节篇])[、.:]?"),
    ("words", rf"([{_WORDS}]{{1,3}})[、.:,]"),
    ("words in brackets", rf"\(([{_WORDS}]{{1,3}})\)[、.:]?"),
    ("dotted", r"([0-9]{1,3}(?:\.[0-9]{1,3})+)(?:[.、]|(?=\s|[^\W\d_]{2}))"),
    ("digits", r"([0-9]{1,3})(?:[、.](?![0-9%]))"),
    ("digits in brackets", r"\(([0-9]{1,3})\)[、.:]?"),
    ("digits closed", r"([0-9]{1,3})\)"),
    ("sign", rf"([{SIGNS}])[、.]?"),
    ("roman", r"\(?([IVX]{1,5})[.、)](?=\s*\w)"),
    ("upper", r"\(?([A-Z])[.、)](?=\s*\w{2})"),
    ("small roman", r"\(?([ivx]{1,5})(?:\)|\.(?=\s))"),
    ("lower", r"\(?([a-z])(?:\)|\.(?=\s|[A-Z]))"),
)
_ANY = (
    rf"第[{_WORDS}]|\(|[{SIGNS}]|[{_WORDS}]{{1,3}}[、.:,]|[0-9]{{1,3}}[、.)]|[IVX]{{1,5}}[.、)]|[A-Z][.、)]"
    r"|[ivx]{1,5}[.)]|[a-z][.)]"
)
"""How every number begins: most labels have none, and one look tells."""
_ROMAN = {"i": 1, "v": 5, "x": 10}
_BEFORE_A = ord("a") - 1


@dataclass(frozen=True, slots=True)
class LabelNumber:
    """The number that a label begins with: its style and path (1.2 is (1, 2)); `rest` follows."""

    style: str
    path: tuple[int, ...]
    rest: str


def numbers_of(label: str) -> tuple[LabelNumber, ...]:
    """Read the number that a label begins with; I. and C. may be Roman or a letter."""
    text = plain(label).replace("〔", "(").replace("〕", ")").strip()
    if re.compile(_ANY).match(text) is None:
        return ()
    found = []
    for style, pattern in _STYLES:
        match = re.compile(pattern).match(text)
        rest = text[match.end() :].strip() if match else ""
        if match and rest:
            found.append(LabelNumber(_style(style, match[1]), _path(style, match[1]), rest))
    return tuple(found)


def _style(style: str, number: str) -> str:
    """Tell the runs of signs apart: ① and ⑴ are different depths."""
    ordinal = read_ordinal(number) if style == "sign" else None
    return ordinal.style if ordinal else style


def _path(style: str, number: str) -> tuple[int, ...]:
    if "roman" in style:
        return (_roman(number.lower()),)
    if style in {"upper", "lower"}:
        return (ord(number.lower()) - _BEFORE_A,)
    ordinal = read_ordinal(number)
    return ordinal.path if ordinal else (0,)


def _roman(number: str) -> int:
    values = [_ROMAN[sign] for sign in number]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
