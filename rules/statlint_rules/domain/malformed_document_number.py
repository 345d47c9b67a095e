"""D110: numbers of documents that are not written as the standard asks."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.facts import Facts
from statlint.finding import Finding
from statlint.form import Format
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text
from statlint.values.document import DocumentFlaw, DocumentNumber, read_document_numbers

MESSAGES = {
    "malformed": Text(
        zh="{head}「{written}」{flaws}，应写作「{meant}」",
        en="{head} “{written}”: {flaws}; to be written “{meant}”",
    ),
    "unreadable": Text(
        zh="{head}「{written}」{flaws}，看不出是哪一份文件",
        en="{head} “{written}”: {flaws}; it does not say which document is meant",
    ),
}
_FLAWS = {
    DocumentFlaw.BRACKETS: Text("年份没有用六角括号〔〕", "the year is not in 〔〕"),
    DocumentFlaw.SHORT_YEAR: Text("年份没有写全四位", "the year has two digits"),
    DocumentFlaw.ORDER_WORD: Text("序号前多了“第”字", "there is a 第 before the number"),
    DocumentFlaw.LEADING_ZERO: Text("序号前补了 0", "the number has zeros in front"),
    DocumentFlaw.NO_SIGN: Text("缺“号”字", "the 号 is missing"),
    DocumentFlaw.FULL_WIDTH: Text("用了全角数字", "the digits are full-width"),
    DocumentFlaw.BLANKS: Text("中间有空格", "there are blanks inside"),
    DocumentFlaw.NO_YEAR: Text("括号里不是年份", "there is no year in the brackets"),
    DocumentFlaw.NO_NUMBER: Text("缺序号", "the number itself is missing"),
}


@rule(
    code="D110",
    level=Level.WITHIN_DATASET,
    on=Facts,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请对照原文件核对发文字号，按规范写法改正",
        en="Check it against the document itself, and write it as the standard asks",
    ),
    when=(Occasion.LIST,),
)
def malformed_document_number(facts: Facts, context: Context) -> Iterator[Finding]:
    """Document number is not written as it should be.

    ## What it checks
    Under a head with document numbers (文号, 发文字号), every number in a cell, which the standard
    writes X政办发〔2017〕96号: the year in full and in 〔〕, not in [ ], 【】, ( ), ﹝﹞, < > or
    「」; the number without 第 and without zeros in front; 号 behind it; no blanks, no full-width
    digits. The message says how it should be written. A line break in a narrow cell is fine.

    It is a warning, as one can see which document is meant: to be put right, or left where the
    issuing office itself prints its numbers so. Where the year or the number cannot be read, it is
    an error.

    What is no such number is left alone: addresses, 无, minutes (会议纪要第3期), orders and
    announcements, which have numbers of another kind (国务院令第711号, 公告2017年第10号), files of
    courts.

    ## Why it matters
    Documents are looked up by their numbers; one in other brackets is not found, and one without
    its year is one of many.

    ## Example
    ```toml form
    [[table]]
    key = "list"
    title = "佐证材料清单"
    head = [
      { key = "document", label = "材料名称", names = "document" },
      { key = "number", label = "文号", format = "document-number" },
      { key = "copies", label = "份数" },
    ]
    line = [{ key = "document", label = "材料", repeat = true }]
    ```
    ```csv fail
    佐证材料清单
    材料名称,文号,份数
    政务公开工作要点,舒政办发[2017]96号,1
    政府信息公开指南,舒政办发〔2017〕8号,1
    ```
    ```csv pass
    佐证材料清单
    材料名称,文号,份数
    政务公开工作要点,舒政办发〔2017〕96号,1
    政府信息公开指南,舒政办发〔2017〕8号,1
    ```

    ## Source
    GB/T 9704—2012, 7.2.5 (发文字号): the year in full in 〔〕, the number without 第 and not filled
    up, 号 behind it.

    ## Known problems
    Whether there is such a document is not known here.
    """
    for fact in facts.formatted(Format.DOCUMENT):
        for number in read_document_numbers(fact.text):
            if number.flaws:
                yield context.finding(
                    "malformed" if number.readable else "unreadable",
                    at=fact,
                    severity=None if number.readable else Severity.ERROR,
                    written=number.text,
                    flaws=_said(number),
                    meant=str(number),
                )


def _said(number: DocumentNumber) -> list[Text]:
    """Name the flaws; where it cannot be read, only those for which it cannot."""
    return [_FLAWS[flaw] for flaw in number.flaws if number.readable or flaw.unreadable]
