"""The numbers that Word itself prints before paragraphs: 一、 （二） 3. 第四章, level by level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.dataclass import dataclass, replace
from statlint.workbook.engines.word_numerals import numeral
from statlint.workbook.engines.word_tree import count, on, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from xml.etree.ElementTree import Element

    from statlint.workbook.engines.word_looks import Look, Styles

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how it counts and what it prints.

    `after` is the level, from 1, whose next number makes this one start again (0: none does).
    """

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    after: int | None = None
    in_digits: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A list that paragraphs are counted in: whose counters it shares, its levels, its starts."""

    counters: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


class Numbers:
    """The lists of a document, and how far each has counted."""

    def __init__(self, elements: Iterable[Element], styles: Styles) -> None:
        """Read the children of the part that holds the lists."""
        self._patterns: dict[str, Mapping[int, _Level]] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._styles = styles
        self._counted: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        for element in elements:
            if element.tag == "abstractNum":
                self._keep_pattern(element)
            elif element.tag == "num":
                self._keep_list(element)

    def _keep_pattern(self, element: Element) -> None:
        name = element.get("abstractNumId", "")
        self._patterns[name] = dict(map(_read_level, element.iterfind("lvl")))
        link = value(element, "numStyleLink")
        if link is not None:
            self._linked[name] = link

    def _keep_list(self, element: Element) -> None:
        counters = value(element, "abstractNumId") or ""
        levels, starts = dict(self._patterns.get(counters, {})), {}
        for changed in element.iterfind("lvlOverride"):
            own = changed.find("lvl")
            if own is not None:
                levels.update([_read_level(own)])
            start, depth = count(changed, "startOverride"), changed.get("ilvl", "")
            if start is not None and depth.isdecimal():
                starts[int(depth)] = start
        self._lists[element.get("numId", "")] = _List(counters, levels, starts)

    def is_listed(self, look: Look) -> bool:
        """Tell whether a paragraph is one of a list."""
        return look.list is not None and look.list in self._lists

    def next(self, look: Look) -> str:
        """Count one paragraph; give what is printed before it, nothing for a bullet."""
        name = look.list or ""
        listed = self._lists.get(name)
        if listed is None:
            return ""
        if not listed.levels and listed.counters in self._linked:
            listed = self._linked_list(name, listed)
        depth = _depth(look, listed)
        level = listed.levels.get(depth)
        if level is None:
            return ""
        counted = self._counted.setdefault(listed.counters, {})
        counted[depth] = self._number(name, listed, depth, counted)
        _start_deeper_again(depth, listed, counted)
        return "" if level.kind == "bullet" else _print(level, listed, counted)

    def _linked_list(self, name: str, listed: _List) -> _List:
        """Take the levels of the list that a style of lists stands for."""
        other = self._styles.list_of(self._linked[listed.counters])
        levels = self._lists[other].levels if other in self._lists else {}
        found = self._lists[name] = replace(listed, levels=levels)
        return found

    def _number(self, name: str, listed: _List, depth: int, counted: Mapping[int, int]) -> int:
        if depth in listed.starts and (name, depth) not in self._started:
            self._started.add((name, depth))
            return listed.starts[depth]
        if depth in counted:
            return counted[depth] + 1
        return listed.starts.get(depth, listed.levels[depth].start)


def _read_level(element: Element) -> tuple[int, _Level]:
    depth = element.get("ilvl", "0")
    start = count(element, "start")
    # A kind of numeral that is newer than the program stands beside an older one.
    kind = value(element, "numFmt") or value(element, ".//numFmt") or "decimal"
    return int(depth) if depth.isdecimal() else 0, _Level(
        0 if start is None else start,
        kind,
        value(element, "lvlText") or "",
        count(element, "lvlRestart"),
        on(element.find("isLgl")),
        value(element, "pStyle"),
    )


def _depth(look: Look, listed: _List) -> int:
    """Give the level of a paragraph in its list: its own, or the one made for its style."""
    if look.depth is not None:
        return look.depth
    styles = {level.style: depth for depth, level in listed.levels.items() if level.style}
    return styles.get(look.named_by or "", 0)


def _start_deeper_again(depth: int, listed: _List, counted: dict[int, int]) -> None:
    """Let the levels below a number start again, where nothing says that they count on."""
    for deeper in [one for one in counted if one > depth]:
        level = listed.levels.get(deeper)
        if level is None or level.after is None or depth < level.after:
            del counted[deeper]


def _print(level: _Level, listed: _List, counted: Mapping[int, int]) -> str:
    """Fill the numbers of a level and of those above it into its text."""
    text = level.text
    for depth in range(_LEVELS):
        sign = f"%{depth + 1}"
        if sign in text:
            other = listed.levels.get(depth, _Level())
            kind = "decimal" if level.in_digits and other.kind != "none" else other.kind
            text = text.replace(sign, numeral(counted.get(depth, other.start), kind))
    return text.strip()
