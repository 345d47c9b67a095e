"""How a figure is said beside that of an earlier period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TypedDict

from statlint.facts import Fact
from statlint.form import source_words
from statlint.history import Extent, History, Oddity
from statlint.history.units import in_unit_of, unit_of, units_differ
from statlint.rule.printed import printed_like
from statlint.rule.wording import one_line, plain_number, quoted
from statlint.table import FilledForm
from statlint.values import Number, Period, Text

_BLANK = Text("空白", "nothing")
_THE_TABLE = Text("本表", "the table")
_MOST = 6
_MANY_TIMES = 10
"""From here on a rise is told in times: no one thinks in thousands of per cent."""


class Beside(TypedDict):
    """What every message on an odd figure may say.

    Both figures and how they differ, whose the earlier one is, what would have been usual, how many
    figures are told together and one of them by its label.
    """

    now: Text
    before: Text
    when: Text
    change: Text
    expected: str
    least: str
    most: str
    score: str
    count: int
    example: Text


def words_beside(odd: Oddity, history: History) -> Beside:
    """Put an odd figure into words."""
    return Beside(
        now=figure_words(odd.at),
        before=_before(odd),
        when=when_of(history),
        change=change_words(odd.at, odd.last),
        expected=_like(odd.expected, odd.at),
        least=_like(odd.least, odd.at),
        most=_like(odd.most, odd.at),
        score=_score(odd.score),
        count=1 + len(odd.others),
        example=_example(odd),
    )


def _before(odd: Oddity) -> Text:
    """Say the earlier figure, with its unit where that is another one."""
    said, unit = figure_words(odd.last), unit_of(odd.last)
    if not units_differ(odd.at, odd.last) or said.zh.endswith(unit or ""):
        return said
    return Text(f"{said.zh}{unit}", f"{said.en} {unit}")


def _example(odd: Oddity) -> Text:
    """Name the first of several figures by what tells it from the others."""
    if odd.extent is Extent.LINE:
        return _label(odd.at.head_label)
    if odd.extent is Extent.HEAD:
        return _label(odd.at.line_label)
    return _label(f"{odd.at.line_label} · {odd.at.head_label}")


def when_of(history: History) -> Text:
    """Say whose the earlier figure is: 上年, of last year."""
    own, other = history.filled.period, history.previous.period
    if own is None or other is None or other == own.previous:
        return source_words("previous", own)
    if other == Period(own.year - 1, own.kind, own.number):
        return source_words("year_before", own)
    named = period_words(other)
    return Text(named.zh, f"of {named.en}")


def period_words(period: Period) -> Text:
    """Name a period: 2024年第一季度."""
    at = period.number - 1
    names = {"H": "上下"[at % 2] + "半年", "Q": f"第{'一二三四'[at % 4]}季度", "M": f"{at + 1}月"}
    part = names.get(period.kind, "")
    return Text(f"{period.year}年{part}", str(period))


def figure_words(fact: Fact) -> Text:
    """Say what a cell holds, as written."""
    said = _label(fact.text)
    return said if said.zh else _BLANK


def place_words(odd: Oddity, filled: FilledForm | None) -> Text:
    """Name the line, the head or the table that is told as a whole."""
    if odd.extent is Extent.LINE:
        return _label(odd.at.line_label)
    if odd.extent is Extent.HEAD:
        return _label(odd.at.head_label)
    return tables_words([odd.at.table], filled)


def tables_words(tables: Iterable[str], filled: FilledForm | None) -> Text:
    """Name tables by their titles; a table that no form describes may have none."""
    titles = [filled.form.table(key).title for key in tables] if filled else []
    told = [quoted(title) for title in titles if title.zh.strip()] or [_THE_TABLE]
    return Text("、".join(one.zh for one in told), ", ".join(one.en for one in told))


def _label(label: str) -> Text:
    text = one_line(label)
    return Text(text, text)


def series_words(facts: Sequence[Fact]) -> Text:
    """List the latest of earlier figures, the oldest first."""
    texts = [one_line(fact.text) for fact in facts[-_MOST:]]
    return Text("、".join(texts), ", ".join(texts))


def change_words(at: Fact, before: Fact) -> Text:
    """Say how a figure has changed: in per cent, in times, or by how much."""
    earlier = in_unit_of(at, before)
    if at.figure is None or not earlier:
        return Text("", "")
    was, now = Decimal(earlier), Decimal(at.figure.value)
    if was < 0 or now < 0:
        gap = plain_number(now - was)
        return Text(f"相差 {gap}", f"a difference of {gap}")
    if now >= _MANY_TIMES * was:
        times = _rounded(now / was)
        return Text(f"为其 {times} 倍", f"{times} times as much")
    percent = _rounded(abs(now - was) * 100 / was)
    rises = now > was
    return Text(
        f"{'增长' if rises else '下降'} {percent}%", f"{'up' if rises else 'down'} {percent}%"
    )


def _rounded(number: Decimal) -> str:
    return plain_number(number.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP))


def _like(number: Number | None, fact: Fact) -> str:
    return "" if number is None else printed_like(number, fact.figure)


def _score(score: float) -> str:
    return plain_number(Decimal(repr(min(abs(score), 999.0))).quantize(Decimal("0.1")))
