"""T009: numbers of documents in a text that are not written as the standard asks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "brackets": Text(
        zh="发文字号「{text}」的年份没有用六角括号，应写作「{meant}」",
        en="Document number “{text}”: the year is not in 〔〕; to be written “{meant}”",
    ),
    "unclosed": Text(
        zh="发文字号「{text}」的括号不完整，年份和序号分不开",
        en="Document number “{text}”: a bracket is lost, year and number run together",
    ),
    "order": Text(
        zh="发文字号「{text}」的序号前多了“第”字，应写作「{meant}」",
        en="Document number “{text}”: there is a 第 before the number; to be written “{meant}”",
    ),
    "zero": Text(
        zh="发文字号「{text}」的序号前补了 0，应写作「{meant}」",
        en="Document number “{text}”: it has zeros in front; to be written “{meant}”",
    ),
}


@rule(
    code="T009",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请对照原文件核对发文字号，按规范写法改正",
        en="Check it against the document itself, and write it as the standard asks",
    ),
)
def malformed_number_in_text(prose: Prose, context: Context) -> Iterator[Finding]:
    """Document number in a text is not written as it should be.

    ## What it checks
    Numbers of documents in sentences (国办公开办函〔2019〕60号): the year stands in 〔〕, not in [
    ], ( ), 【】 or 《》, and the bracket is closed (〔202130 lost a sign); no 第 and no zeros
    before the number. Each number is told once. Orders, announcements and files of courts have
    numbers of other kinds; blanks are left alone.

    ## Why it matters
    Documents are looked up by their numbers; one in other brackets is not found, and one with a
    sign lost is another one.

    ## Example
    ```prose fail
    根据《关于做好政务公开工作的通知》（舒政办发[2019]12号）要求，编制本报告。
    ```
    ```prose pass
    根据《关于做好政务公开工作的通知》（舒政办发〔2019〕12号）要求，编制本报告。
    ```

    ## Source
    GB/T 9704—2012, 7.2.5 (发文字号): the year in full in 〔〕, the number without 第 and not filled
    up, 号 behind it.

    ## Known problems
    Where the issuing office itself prints its numbers with other brackets, that is told as well.
    """
    from statlint.values.citations import cited_numbers

    told: set[str] = set()
    for passage in prose.passages:
        for cited in cited_numbers(passage.paragraph.text):
            if not cited.flaw or cited.meant in told:
                continue
            told.add(cited.meant)
            at = said_in(passage, cited.start, cited.end)
            yield context.finding(cited.flaw, at=at, meant=cited.meant)
