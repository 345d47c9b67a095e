"""D101: cells whose text cannot be taken as a figure."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Fact, Facts
from statlint.facts.damaged import damaged
from statlint.finding import Finding
from statlint.form import Arrangement
from statlint.rule import Context, Level, Occasion, Severity, plain_number, rule
from statlint.values import Flaw, Number, Text

MESSAGES = {
    "text": Text(
        zh="{line} · {head}：「{text}」不是数字{hint}",
        en="{line}, {head}: “{text}” is not a figure{hint}",
    ),
    "inexact": Text(
        zh="{line} · {head}：「{text}」是约数，不是确数{hint}",
        en="{line}, {head}: “{text}” is not an exact figure{hint}",
    ),
    "bad-grouping": Text(
        zh="{line} · {head}：「{text}」分隔符位置不对，看不出是多少{hint}",
        en="{line}, {head}: “{text}” has separators that mark no thousands{hint}",
    ),
    "lookalike": Text(
        zh="{line} · {head}：「{text}」含有形似数字的字符{hint}",
        en="{line}, {head}: “{text}” has letters that look like digits{hint}",
    ),
    "date": Text(
        zh="{line} · {head}：「{text}」是日期，不是数字{hint}",
        en="{line}, {head}: “{text}” is a date, not a figure{hint}",
    ),
    "scientific": Text(
        zh="{line} · {head}：「{text}」是科学记数法，可能丢了尾数{hint}",
        en="{line}, {head}: “{text}” is in scientific notation, digits may be lost{hint}",
    ),
    "error-value": Text(
        zh="{line} · {head}：公式出错，显示「{text}」{hint}",
        en="{line}, {head}: a formula failed and shows “{text}”{hint}",
    ),
    "no-result": Text(
        zh="{line} · {head}：公式「{text}」没有保存计算结果{hint}",
        en="{line}, {head}: the formula “{text}” has no stored result{hint}",
    ),
    "no-results": Text(
        zh="{line} · {head} 等 {count} 格的公式没有保存计算结果"
        "（用 Excel 或 WPS 打开、保存一次即有）",
        en="{line}, {head}: this and other formulas, {count} in all, have no stored result (saving "
        "the file in a spreadsheet program stores them)",
    ),
    "dates": Text(
        zh="{line} · {head} 等 {count} 格是日期，不是数字，可能是单元格设成了日期格式",
        en="{line}, {head} and others, {count} in all, are dates, not figures; the cells may have "
        "a date format",
    ),
    "boolean": Text(
        zh="{line} · {head}：「{text}」是逻辑值，不是数字{hint}",
        en="{line}, {head}: “{text}” is a truth value, not a figure{hint}",
    ),
    "footnote": Text(
        zh="{line} · {head}：「{text}」带有注释号，看不出是多少{hint}",
        en="{line}, {head}: “{text}” carries a footnote sign{hint}",
    ),
    "numeral-in-words": Text(
        zh="{line} · {head}：「{text}」是汉字数，应填阿拉伯数字{hint}",
        en="{line}, {head}: “{text}” is a numeral in words{hint}",
    ),
}
ADVICE = Text(
    zh="请改填一个确切的阿拉伯数字，说明另写在表外",
    en="Write one exact figure in digits, and put remarks outside the table",
)


_SINGLY = {Flaw.NO_RESULT: 1, Flaw.DATE: 3}
"""Flaws with one cause for a whole table, and up to how many cells they are reported singly."""


@rule(
    code="D101",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.UNREADABLE,),
)
def not_a_figure(facts: Facts, context: Context) -> Iterator[Finding]:
    """Cell holds something that is not a figure.

    ## What it checks
    Every cell where the form asks a figure. Digits may be full-width or grouped by thousands, and
    a sign or a unit may stand beside them. What remains unclear is never guessed: words, `about
    100`, `1,23`, `O` for 0, dates, scientific notation, footnote signs, error values, formulas
    without a stored result. Where the text looks like one certain figure, that figure is named; the
    cause above the message says which figure the edits ask for, and whether it is that one.
    In a table that no form describes a text is told where it is a figure with one sign too many or
    a letter for a digit, or where it alone is no figure and looks like one; that is a warning.
    Several formulas without a stored result, and many dates, have one cause (the program that
    wrote the file, the format of the cells) and are reported once a table.

    ## Why it matters
    A cell that cannot be read takes part in no sum. Every check that needs it is left undecided,
    and systems that add up the tables either stop or take it as 0.

    ## Example
    ```csv fail
    Sex,2024
    Men,l0
    Women,about 20
    ```
    ```csv pass
    Sex,2024
    Men,10
    Women,"1,020"
    ```

    ## Known problems
    A date serial such as 43831 cannot be told from a count. What a binary format hides, such as
    error values in xlsb and ods, is listed as not checked.
    """
    if facts.plan.arrangement is Arrangement.AS_FOUND:
        for fact, found in damaged(facts):
            yield context.finding(
                found.flaw.value,
                at=fact,
                severity=Severity.WARNING,
                hint=_hint(found.proposal),
            )
        return
    cells: dict[Flaw, list[Fact]] = {}
    for fact, found in facts.unreadable():
        cells.setdefault(found.flaw, []).append(fact)
    together = {flaw for flaw, most in _SINGLY.items() if len(cells.get(flaw, ())) > most}
    for fact, found in facts.unreadable():
        if found.flaw not in together:
            yield context.finding(found.flaw.value, at=fact, hint=_hint(found.proposal))
    for flaw in sorted(together):
        first, *others = cells[flaw]
        yield context.finding(f"{flaw}s", at=first, related=others, count=len(others) + 1)


def _hint(proposal: Number | None) -> Text:
    if proposal is None:
        return Text("", "")
    figure = plain_number(proposal)
    return Text(f"，可能应为 {figure}", f", perhaps {figure} is meant")
