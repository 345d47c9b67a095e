"""S015: template text that was never filled in or taken out."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "leftover": Text(
        zh="「{text}」中留有样张文字，尚未填写或删除",
        en="“{text}” still holds text of the template",
    ),
}


@rule(
    code="S015",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对样张中的“XX”“××”“***”和格式说明，填上实际内容或删除",
        en="Check the XX, ××, *** and instructions of the template; fill them in or delete them",
    ),
    when=(Occasion.TEMPLATE,),
)
def leftover_template_text(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Text of the template was left in.

    ## What it checks
    Cells round the tables that still hold what a template prints to be replaced: XX, ××, ***, or
    instructions such as 表格如下 and （宋体小四号字）.

    ## Why it matters
    It shows that the file was not read through before it was sent, and it leaves open which unit
    or year the figures belong to.

    ## Example
    ```csv fail
    XX市2022年度统计表
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```
    ```csv pass
    安阳市2022年度统计表
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    ```

    ## Known problems
    Names and numbers that were made unreadable on purpose (张**, 138****0000) are taken for
    template text where they stand near a table.
    """
    for label in filled.leftovers:
        yield context.finding("leftover", at=label)
