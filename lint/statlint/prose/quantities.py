"""From a paragraph to the numbers in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from statlint.prose.model import Exactness, Quantity, QuantityKind
from statlint.prose.numerals import NUMERALS, read_digits, read_words
from statlint.prose.patterns import counted, finder
from statlint.prose.squeeze import Squeezed
from statlint.prose.words import MONEY, SPANS
from statlint.values import Figure, Number

_BEFORE = (
    (Exactness.ABOUT, r"(?:约|近|大约|大概|将近|接近|左右|几乎)$"),
    (
        Exactness.OVER,
        r"(?:(?<!不)超过|超|逾|突破|至少|最少|不少于|不低于|(?<!不)多于|(?<!不)高于|大于|多达)$",
    ),
    (
        Exactness.UNDER,
        r"(?:不足|不到|未满|(?<!不)少于|(?<!不)低于|小于|不超过|不多于|至多|最多|不高于)$",
    ),
)
_AFTER = (
    (Exactness.ABOUT, r"(?:左右|上下|许|不等)"),
    (Exactness.OVER, r"(?:余|多(?![个种样条项])|以上|及以上|[+])"),
    (Exactness.UNDER, r"(?:以下|以内|之内)"),
)
# One of these is really counted (一件); of others 一个 and 一种 are articles.
_COUNTED_ONE = frozenset("件 起 宗 例".split())
_WINDOW = 8
_NUMBERED = frozenset(f"{NUMERALS[:13]}㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩")


def find_quantities(squeezed: Squeezed) -> Iterator[Quantity]:
    """Give all numbers of a text, in order."""
    text = squeezed.text
    for found in finder().finditer(text):
        if not _has_number(found[0]):
            continue
        quantity = _read(found, squeezed)
        if quantity is not None:
            yield quantity


def _has_number(text: str) -> bool:
    return any(sign.isdigit() or sign in _NUMBERED for sign in text)


def _read(found: re.Match[str], squeezed: Squeezed) -> Quantity | None:
    kind = (found.lastgroup or "unknown").partition("_")[0]
    start, end = squeezed.origin(*found.span())
    if kind == "count":
        return _count(found, squeezed)
    if kind == "share":
        return _share(found, squeezed)
    return Quantity(QuantityKind(kind), start, end, _first_figure(found[0]))


def _first_figure(text: str) -> Figure:
    """Give the first number in a text that is no count."""
    found = re.search(rf"[0-9]+|[{NUMERALS}]+", text)
    said = found[0] if found else ""
    number = int(said) if said.isdecimal() else read_words(said)
    return Figure(number or 0, text)


def _share(found: re.Match[str], squeezed: Squeezed) -> Quantity | None:
    said = re.sub(r"[ ]?(?:%|‰|per ?cent)|百分之", "", found[0]).strip()
    number = read_digits(said) if said[:1].isdigit() or said[:1] == "." else read_words(said)
    start, end = squeezed.origin(*found.span())
    if number is None:
        return Quantity(QuantityKind.UNKNOWN, start, end, Figure(0, found[0]))
    unit = "‰" if "‰" in found[0] else "%"
    figure = Figure(number, said, unit, _decimals(said))
    exactness = _exactness(squeezed.text, found.start(), found.end(), "")
    return Quantity(QuantityKind.SHARE, start, end, figure, unit, exactness)


def _count(found: re.Match[str], squeezed: Squeezed) -> Quantity | None:
    parts = counted().match(found[0])
    start, end = squeezed.origin(*found.span())
    if parts is None:
        return Quantity(QuantityKind.UNKNOWN, start, end, Figure(0, found[0]))
    said = parts["number"].strip() + parts["scale"]
    digits = said[0].isdigit() or said[0] == "."
    if not digits and _is_article(said, parts["unit"]):
        return None
    number = read_digits(said) if digits else read_words(said)
    kind = _kind(parts["unit"], number)
    figure = Figure(number or 0, said, parts["unit"] or None, _decimals(said))
    exactness = _exactness(squeezed.text, found.start(), found.end(), parts["more"])
    return Quantity(kind, start, end, figure, parts["unit"], exactness)


def _is_article(said: str, unit: str) -> bool:
    """Tell words that count nothing: 一个, 进一步, 唯一一个."""
    if said == "一":
        return unit not in _COUNTED_ONE
    return len(said) > 1 and not any(sign in said for sign in "十百千万亿")


def _decimals(said: str) -> int:
    found = re.search(r"\.([0-9]+)", said)
    return len(found[1]) if found else 0


def _kind(unit: str, number: Number | None) -> QuantityKind:
    if number is None:
        return QuantityKind.UNKNOWN
    if unit == "个百分点":
        return QuantityKind.POINTS
    if unit in MONEY:
        return QuantityKind.AMOUNT
    if unit in SPANS or unit in {"个工作日", "个自然日", "个月", "个小时", "个季度", "个年度"}:
        return QuantityKind.DURATION
    return QuantityKind.COUNT


@cache
def _edges() -> tuple[list[tuple[Exactness, re.Pattern[str]]], ...]:
    return tuple([(one, re.compile(said)) for one, said in words] for words in (_BEFORE, _AFTER))


def _exactness(text: str, start: int, end: int, more: str) -> Exactness:
    """Tell how exact a number is said to be by the words around it."""
    if more:
        return Exactness.OVER
    before, after = _edges()
    for exactness, pattern in reversed(before):
        if pattern.search(text[max(0, start - _WINDOW) : start]):
            return exactness
    for exactness, pattern in after:
        if pattern.match(text, end):
            return exactness
    return Exactness.EXACT
