"""X101: references to numbers that the other table does not have."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from statlint.facts import Referral, Submission
from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, aside, rule
from statlint.values import Text

MESSAGES = {
    "unknown": Text(
        zh="{head}「{text}」：{other}中没有第 {numbers} 号{where}",
        en="{head} “{text}”: {other} has no number {numbers}{where}",
    ),
}


@rule(
    code="X101",
    level=Level.WITHIN_DATASET,
    on=Submission,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对编号：写错的改正，清单漏列的补列",
        en="Check the number: correct it, or add the line that is missing in the other table",
    ),
)
def unknown_reference(submission: Submission, context: Context) -> Iterator[Finding]:
    """Cell refers to a line that does not exist.

    ## What it checks
    Under a head that refers to the lines of another table (佐证材料 of a self-scoring sheet, 指标
    of a list of evidence), that each number is there: 3, 1、2, 5-7, 证据3, 附件3, 第4项. What is
    no list of numbers is left alone.

    The other table is looked for on the same sheet, on the other sheets of the file, then in the
    other files of the same folder that are checked in the same run. It is taken where only one can
    be meant: in another file by the unit's name, or because there is no other. Where it is not
    there, or several may be meant, the reference is listed as not checked.

    A line whose number is a double, or missing, counts as having the number that is due there.

    ## Why it matters
    The score rests on evidence that is not in the list: it was left out, or the list was numbered
    anew afterwards, and then other references are wrong without showing it.

    ## Example
    ```toml form
    [[table]]
    key = "scores"
    title = "自查评分表"
    head = [
      { key = "item", label = "考核内容", names = "item" },
      { key = "score", label = "自评得分", kind = "score" },
      { key = "proof", label = "佐证材料", refers = "evidence.document" },
    ]
    line = [{ key = "item", label = "考核内容", repeat = true }]

    [[table]]
    key = "evidence"
    title = "佐证材料清单"
    head = [
      { key = "no", label = "序号", format = "ordinal" },
      { key = "document", label = "材料名称", names = "document" },
      { key = "copies", label = "份数" },
    ]
    line = [{ key = "document", label = "材料", repeat = true }]
    ```
    ```csv fail
    自查评分表
    考核内容,自评得分,佐证材料
    主动公开,5,1、2
    依申请公开,3,4

    佐证材料清单
    序号,材料名称,份数
    1,工作要点,1
    2,公开指南,1
    3,公开目录,1
    ```
    ```csv pass
    自查评分表
    考核内容,自评得分,佐证材料
    主动公开,5,1、2
    依申请公开,3,3

    佐证材料清单
    序号,材料名称,份数
    1,工作要点,1
    2,公开指南,1
    3,公开目录,1
    ```

    ## Known problems
    A cell that names the document instead of its number is not looked up.
    """
    for referral in submission.referrals:
        if referral.target is None:
            continue
        register = referral.register
        for fact, references in referral.citations:
            numbers = [path for one in references for path in register.resolve(one)]
            missing = [path for path in dict.fromkeys(numbers) if path not in register.paths]
            if missing:
                yield context.finding(
                    "unknown",
                    at=fact,
                    numbers=[".".join(map(str, path)) for path in missing],
                    where=_where(referral),
                    other=referral.target.plan.title,
                )


def _where(referral: Referral) -> Text:
    """Name the file of the other table, where it is another."""
    if referral.target_path == referral.path:
        return aside(None)
    name = PurePath(referral.target_path).name
    return aside(Text(name, name))
