"""Figures of a text as messages say them: with their units, and sums of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from statlint.confront import Instance
from statlint.facts import Fact
from statlint.rule.printed import printed_like
from statlint.rule.wording import one_line, plain_number
from statlint.values import Number, Text, plain
from statlint.values.place import Place

_MOST = 8
_LONGEST = 40


def told(fact: Fact) -> str:
    """Say a figure as it is written, with its unit: 1.4万条."""
    return one_line(fact.said.text if fact.said else fact.text)


def unit_told(fact: Fact) -> str:
    """Give what is written behind the digits of a figure: 万条, 件, %; nothing behind numerals."""
    found = re.fullmatch(r"\s*[\d０-９.．,，\s]+(.*)", told(fact))
    return found[1].strip().lstrip("余多") if found else ""


def sum_told(failed: Instance) -> str:
    """Write a sum of figures with its terms: 5434 + 1919 + 1425; of many only how many they are."""
    terms = [fact for fact in failed.facts if fact is not failed.target]
    # What is no exact figure is told as it is written.
    units = {plain(told(fact)).removeprefix(plain(fact.text)) for fact in terms}
    least = _least(failed.facts)
    alike = least is not None and units == {plain(unit_told(least))}
    said = [one_line(fact.text) if alike else told(fact) for fact in terms]
    return " + ".join(said) if len(said) <= _MOST else f"{said[0]} + … + {said[-1]}"


def in_unit_of(number: Number, failed: Instance) -> str:
    """Write what figures of a text come to, in the unit of the one that is told in the smallest."""
    fact = _least(failed.facts)
    if fact is None:
        return plain_number(number)
    # 900.00: what is left of exact arithmetic with rounded figures.
    return f"{printed_like(Decimal(plain_number(number)), fact.figure)}{unit_told(fact)}"


def _least(facts: Sequence[Fact]) -> Fact | None:
    """Give the figure in the smallest unit: the sum of others is told in it as well."""
    return min((one for one in facts if one.figure), key=_scale, default=None)


def _scale(fact: Fact) -> Decimal:
    powers = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
    found = re.match(r"[十百千万亿]+(?=.)", unit_told(fact))
    return Decimal(sum(powers[sign] for sign in found[0]) if found else 0)


def label_told(label: str) -> Text:
    """Name what a figure counts, in quotes; a long label is cut at its beginning."""
    words = one_line(label)
    short = words if len(words) <= _LONGEST else f"…{words[1 - _LONGEST :]}"
    return Text(f"「{short}」", f"“{short}”")


def place_told(fact: Fact) -> Text:
    """Say where a figure of a table stands: 第 3 个表格 D5."""
    if isinstance(fact.sheet, Place):
        words = fact.sheet.words
        return Text(f"{words.zh} {fact.cell}", f"{words.en}, {fact.cell}")
    return Text(str(fact.cell), str(fact.cell))
