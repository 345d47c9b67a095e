"""T010: documents that a text cites in two ways, or before they can have been issued."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Passage, Prose
    from statlint.values.citations import Citation

MESSAGES = {
    "title": Text(
        zh="同一文号 {number} 前后引用的标题不同：「{title}」与「{other}」",
        en="{number} is cited under two titles: “{title}” and “{other}”",
    ),
    "number": Text(
        zh="同一文件「{title}」前后引用的文号不同：{number} 与 {other}",
        en="“{title}” is cited with two numbers: {number} and {other}",
    ),
    "later": Text(
        zh="「{text}」是 {cited} 年的文件，晚于本报告（{year} 年度）",
        en="“{text}” is of {cited}, later than this report (on {year})",
    ),
}


@rule(
    code="T010",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请对照原文件核对标题、文号和年份，改正写错的一处",
        en="Check title, number and year against the document itself, and correct what is wrong",
    ),
)
def differing_citation(prose: Prose, context: Context) -> Iterator[Finding]:
    """Document is cited in two ways, or is later than the report.

    ## What it checks
    Documents that are cited by title and number, 《……》（国办公开办函〔2019〕60号): one number has
    one title (a short title that is part of the full one is fine), and one title of one office has
    one number, where only the year or only the number differs. No document is of a year later than
    the one after the report's own.

    ## Why it matters
    One of the two is wrong, and whoever looks the document up does not find it.

    ## Example
    ```prose fail
    根据《关于做好政务公开工作的通知》（舒政办发〔2019〕12号）要求，编制本报告。
    我局落实《关于做好政务公开工作的通知》（舒政办发〔2019〕21号），调整了领导小组。
    ```
    ```prose pass
    根据《关于做好政务公开工作的通知》（舒政办发〔2019〕12号）要求，编制本报告。
    我局落实《关于做好政务公开工作的通知》（舒政办发〔2019〕12号），调整了领导小组。
    ```

    ## Known problems
    Titles whose words are quite others under one number are told, though one may be that of an
    annex.
    """
    from statlint.prose.particulars import read_particulars
    from statlint.values.citations import citations, cited_numbers

    seen: list[tuple[Passage, Citation]] = []
    for passage in prose.passages:
        for one in citations(passage.paragraph.text):
            yield from _compared(passage, one, seen, context)
            seen.append((passage, one))
    year = read_particulars(prose).year
    for passage in prose.passages if year else ():
        for cited in cited_numbers(passage.paragraph.text):
            if year and cited.year > min(year + 1, context.today.year):
                at = said_in(passage, cited.start, cited.end)
                yield context.finding("later", at=at, cited=str(cited.year), year=str(year))


def _compared(
    passage: Passage, one: Citation, seen: list[tuple[Passage, Citation]], context: Context
) -> Iterator[Finding]:
    """Hold a citation against those before it; the first that differs is told."""
    at = said_in(passage, one.start, one.end)
    for earlier, other in seen:
        if one.agency != other.agency:
            continue
        before = said_in(earlier, other.start, other.end)
        same_year, same_number = one.year == other.year, one.number == other.number
        if same_year and same_number and not _same_title(one.title, other.title):
            yield context.finding(
                "title",
                at=at,
                related=[before],
                number=_written(one),
                title=other.title,
                other=one.title,
            )
            return
        if same_year != same_number and one.title == other.title:
            yield context.finding(
                "number",
                at=at,
                related=[before],
                title=one.title,
                number=_written(other),
                other=_written(one),
            )
            return


def _written(one: Citation) -> str:
    return f"{one.agency}〔{one.year}〕{one.number}号"


def _same_title(one: str, other: str) -> bool:
    """Tell whether all signs of the shorter title come in the longer one, in their order."""
    short, long = sorted((one, other), key=len)
    signs = iter(long)
    return all(sign in signs for sign in short)
