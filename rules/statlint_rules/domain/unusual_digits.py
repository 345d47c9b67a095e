"""D106: figures that can be read, but are written in an unusual way."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.finding import Finding
from statlint.grid import FIGURE_AS_TEXT
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Figure, Text, Trait

MESSAGES = {
    "full-width": Text(
        zh="{line} · {head}：「{text}」用了全角字符（本表共 {count} 格）",
        en="{line}, {head}: “{text}” has full-width characters (such cells in this table: {count})",
    ),
    "grouped": Text(
        zh="{line} · {head}：「{text}」用了千分位分隔（本表共 {count} 格）",
        en="{line}, {head}: “{text}” is grouped by thousands (such cells in this table: {count})",
    ),
    "sign-in-words": Text(
        zh="{line} · {head}：「{text}」的增减用文字或箭头表示（本表共 {count} 格）",
        en="{line}, {head}: “{text}” has its sign in words (such cells in this table: {count})",
    ),
    "bracketed": Text(
        zh="{line} · {head}：「{text}」用括号表示负数（本表共 {count} 格）",
        en="{line}, {head}: “{text}” is negative by brackets (such cells in this table: {count})",
    ),
    "stored-as-text": Text(
        zh="{line} · {head}：「{text}」是以文本形式存储的数字（本表共 {count} 格）",
        en="{line}, {head}: “{text}” is stored as text (such cells in this table: {count})",
    ),
}
ADVICE = Text(
    zh="请改为普通半角数字，负数用负号，工作簿中设为数值格式",
    en="Write plain digits, a minus for a decrease, and store numbers as numbers",
)


@rule(
    code="D106",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.INFORMATION,
    messages=MESSAGES,
    advice=ADVICE,
    needs_form=True,
    when=(Occasion.WRITING,),
)
def unusual_digits(facts: Facts, context: Context) -> Iterator[Finding]:
    """Figure is written in an unusual way.

    ## What it checks
    How the figures are written that could be read: in full-width characters, grouped by
    thousands, with the sign in words or arrows, negative by brackets, stored as text in a
    workbook. One piece of information a table for each of these ways. 持平 (no change) is right
    where a change is asked.

    Cells at which Excel was told to ignore that a figure is stored as text are told by themselves
    and count as accepted, unless the settings say otherwise.

    ## Why it matters
    A person reads them without a thought; a spreadsheet does not. A number stored as text is left
    out of every sum that the workbook itself computes.

    ## Example
    ```csv fail
    Sex,2024
    Men,１１
    Women,减4
    ```
    ```csv pass
    Sex,2024
    Men,11
    Women,4
    ```

    ## Known problems
    In a text file every figure is text, so nothing is said about it there.
    """
    written: dict[tuple[str, bool], list[Fact]] = {
        (key, ignored): [] for key in MESSAGES for ignored in (False, True)
    }
    for fact, figure in facts.with_figures():
        for trait in _told(figure.traits - _usual(fact, figure)):
            written[trait.value, _is_ignored(fact, trait)].append(fact)
    for (key, ignored), found in written.items():
        if found:
            yield context.finding(
                key, at=found[0], related=found[1:], ignored=ignored, count=len(found)
            )


def _is_ignored(fact: Fact, trait: Trait) -> bool:
    """Tell whether Excel was told to ignore that it is a text, where nothing else is told."""
    grid = fact.part.grid
    return trait is Trait.STORED_AS_TEXT and grid.silences(fact.cell, FIGURE_AS_TEXT)


def _usual(fact: Fact, figure: Figure) -> set[Trait]:
    """Give the traits that are no wonder: 持平 is how a change of nothing is written."""
    unchanged = figure.value == 0 and fact.measure.kind.signed
    return {Trait.SIGN_IN_WORDS, Trait.STORED_AS_TEXT} if unchanged else set()


def _told(traits: frozenset[Trait]) -> Iterator[Trait]:
    """Go through the traits to tell; text that anything else explains is no trait of its own."""
    for trait in traits:
        if trait.value in MESSAGES and (trait is not Trait.STORED_AS_TEXT or len(traits) == 1):
            yield trait
