"""T014: what a notice asks of a report and the report does not bring."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text
from statlint.values.said import Said

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose, Quantity
    from statlint.values.demands import AtLeast

MESSAGES = {
    "fewer": Text(
        zh="「{words}」要求不少于 {least}，文中写的是 {text}",
        en="At least {least} of “{words}” is asked for, the text says {text}",
    ),
    "unsaid": Text(
        zh="「{words}」要求不少于 {least}，文中没有写明数量",
        en="At least {least} of “{words}” is asked for, the text gives no figure",
    ),
    "late": Text(
        zh="落款日期「{text}」晚于规定的 {due}",
        en="The day of signing “{text}” is later than {due}, by which it is due",
    ),
}


@rule(
    code="T014",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请对照通知核对；没有达到要求的，说明原因",
        en="Hold it against the notice; where it was not done, say why",
    ),
)
def unmet_requirement(prose: Prose, context: Context) -> Iterator[Finding]:
    """Report falls short of what a notice asks for.

    ## What it checks
    Only what settings ask for: at least so many of something, found by the words before the figure
    in its clause (the largest figure of the text counts); and the day in the year after the one
    reported on by which a report is signed.

    ## Why it matters
    Notices name such numbers and days (解读不少于2次；1月31日前公布), and reports are scored by
    them.

    ## Example
    ```text fail
    [documents]
    at-least = [{ words = ["解读"], units = ["次"], least = 2 }]

    全年开展政策解读1次。
    ```
    ```text pass
    全年开展政策解读3次。
    ```

    ## Options
    In the settings, `documents.at-least` and `documents.sign-by`; nothing is asked for without
    them.

    ## Known problems
    Whether a report was published by a day is not seen, only when it was signed.
    """
    for asked in context.demands.at_least:
        yield from _counted(asked, prose, context)
    if context.demands.sign_by is not None:
        yield from _signed(context.demands.sign_by, prose, context)


def _counted(asked: AtLeast, prose: Prose, context: Context) -> Iterator[Finding]:
    said = [
        (passage, one)
        for passage in prose.passages
        for sentence in passage.sentences
        for one in sentence.quantities
        if _is_meant(asked, one, sentence.before(one.start))
    ]
    words = "、".join(asked.words)
    if not said:
        yield context.finding("unsaid", words=words, least=asked.least)
        return
    passage, most = max(said, key=lambda one: one[1].figure.value)
    if most.figure.value < asked.least:
        at = said_in(passage, most.start, most.end)
        yield context.finding("fewer", at=at, words=words, least=asked.least)


def _is_meant(asked: AtLeast, one: Quantity, before: str) -> bool:
    """Tell whether a figure counts what is asked for, by its unit and the words of its clause."""
    from statlint.prose import QuantityKind

    clause = re.split(r"[，,；;。：:]", before)[-1]
    counts = one.kind is QuantityKind.COUNT and one.unit in (asked.units or (one.unit,))
    return counts and all(word in clause for word in asked.words)


def _signed(due: tuple[int, int], prose: Prose, context: Context) -> Iterator[Finding]:
    from statlint.prose.particulars import read_particulars

    said = read_particulars(prose)
    if said.year is None or said.signing is None or said.signing.day.first is None:
        return
    last = date(said.year + 1, *due)
    if said.signing.day.first > last:
        at = _day_of(said.signing.day_at.passage, said.signing.day.text)
        yield context.finding("late", at=at, due=last)


def _day_of(passage: Passage, written: str) -> Said:
    """Give the place of a day at the end of a passage; in words it is written otherwise."""
    return said_in(passage, max(passage.paragraph.text.rfind(written), 0))
