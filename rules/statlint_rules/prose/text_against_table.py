"""T107: figures of a text that differ from those of its own tables."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    label_told,
    place_told,
    plain_number,
    rule,
    told,
)
from statlint.values import Number, Text

MESSAGES = {
    "differs": Text(
        zh="正文{label}{stated}，{place}「{figure}」为 {due}，相差 {gap}",
        en="The text says {stated} of {label}, {place} has {due} for “{figure}”, difference {gap}",
    ),
    "denied": Text(
        zh="正文称「{stated}」，{place}「{figure}」却为 {due}",
        en="The text says “{stated}”, {place} has {due} for “{figure}”",
    ),
}
ADVICE = Text(
    zh="请核对正文和表格；口径不同的，请在文中写明",
    en="Look at the text and at the table; where they count different things, let the text say so",
)


@rule(
    code="T107",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def text_against_table(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figure of a text differs from that of its own table.

    ## What it checks
    Sentences that quote a figure of the report's own tables. The form says by which words
    (`[[quoted]]`, see the page on the form language): 本年新收…件, 结转下年度…件, 行政复议…件.
    Where words may mean several figures (收到 may count what was carried over), it is enough that
    one agrees. Sentences that speak of a part of the unit or of the year (区本级, 市直各部门,
    上半年) are left alone. What is said not to have happened (未发生行政复议、行政诉讼) is held
    against the table as well.

    In tables that no form explains, a figure is taken for a quotation only where the sentence holds
    the label of the line as it is printed.

    It is a warning, to be put right or explained: the text may have another scope.

    ## Why it matters
    The text and the tables of a report are made by different hands, and corrected at different
    times. Readers quote whichever they find first.

    ## Example
    ```prose fail
    2021年，全县政府信息公开申请共124件，主动公开文件56件。
    <table>
    <tr><td>指标</td><td>件数</td></tr>
    <tr><td>政府信息公开申请</td><td>120</td></tr>
    <tr><td>主动公开文件</td><td>56</td></tr>
    <tr><td>行政复议案件</td><td>3</td></tr>
    <tr><td>行政诉讼案件</td><td>1</td></tr>
    </table>
    ```
    ```prose pass
    2021年，全县政府信息公开申请共120件，主动公开文件56件。
    <table>
    <tr><td>指标</td><td>件数</td></tr>
    <tr><td>政府信息公开申请</td><td>120</td></tr>
    <tr><td>主动公开文件</td><td>56</td></tr>
    <tr><td>行政复议案件</td><td>3</td></tr>
    <tr><td>行政诉讼案件</td><td>1</td></tr>
    </table>
    ```

    ## Options
    `edits-off = ["Q21"]` in the settings switches a single quotation off; its id is in the finding.

    ## Known problems
    A text that quotes a figure in words of its own is not understood, and not checked.
    """
    for failed, figure in confrontation.failed_quotations():
        others = [one for one in failed.facts if one is not figure]
        yield context.finding(
            "denied" if _in_words(figure) else "differs",
            at=figure,
            edit=failed,
            related=others if len(others) == 1 else [one for one in others if _value(one)],
            label=label_told(figure.line_label),
            stated=told(figure),
            place=place_told(others[0]),
            figure=context.reckoned(failed),
            due=plain_number(failed.left or 0),
            gap=plain_number(_size(failed.difference or 0)),
        )


def _value(fact: Fact) -> Number | None:
    return fact.figure.value if fact.figure else None


def _in_words(fact: Fact) -> bool:
    """Tell whether a figure is a 0 in words."""
    return not any(sign.isdigit() for sign in fact.text) and _value(fact) == 0


def _size(gap: Number) -> Number:
    return -gap if gap < 0 else gap
