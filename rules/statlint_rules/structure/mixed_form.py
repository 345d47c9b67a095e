"""S008: tables put together from two forms."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm
from statlint.values import Text

MESSAGES = {
    "mixed": Text(
        zh="「{text}」部分用的是「{other}」的表式，其余部分用的是「{form}」",
        en="“{text}” follows “{other}”, the rest follows “{form}”",
    ),
}


@rule(
    code="S008",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对填报年度应用哪一版表式，整张表改用同一版",
        en="Check which form is in force for the year and use it for the whole table",
    ),
    when=(Occasion.STRANGE,),
)
def mixed_form(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Table mixes two forms.

    ## What it checks
    Whether all tables of a report, and all blocks of a table, follow the same version of the form.
    The version that fits most is taken as the form; a block or a table that fits another version of
    the same family better is reported at its heads.

    ## Why it matters
    The heads of two versions ask for different things under similar names. A table put together
    from both is wrong for either year, and its foreign part is not checked.

    ## Example
    ```csv fail
    第二十条第（一）项,,,
    信息内容,本年新制作数量,本年新公开数量,对外公开总数量
    规章,0,0,0
    规范性文件,4,4,15
    第二十条第（五）项,,,
    信息内容,本年处理决定数量,,
    行政许可,678,,
    第二十条第（六）项,,,
    信息内容,本年处理决定数量,,
    行政处罚,996,,
    行政强制,7,,
    第二十条第（八）项,,,
    信息内容,本年收费金额（单位：万元）,,
    行政事业性收费,2.02,,
    ```
    ```csv pass
    第二十条第（一）项,,,
    信息内容,本年制发件数,本年废止件数,现行有效件数
    规章,0,0,0
    行政规范性文件,4,2,15
    第二十条第（五）项,,,
    信息内容,本年处理决定数量,,
    行政许可,678,,
    第二十条第（六）项,,,
    信息内容,本年处理决定数量,,
    行政处罚,996,,
    行政强制,7,,
    第二十条第（八）项,,,
    信息内容,本年收费金额（单位：万元）,,
    行政事业性收费,2.02,,
    ```

    ## Source
    For the reports on government information disclosure: 国办公开办函〔2019〕60号 and
    国办公开办函〔2021〕30号 print different heads over table 二.
    """
    blocks = [(table.plan.key, foreign) for table in filled.tables for foreign in table.foreign]
    for table_key, foreign in (*blocks, *((None, one) for one in filled.foreign)):
        yield context.finding(
            "mixed",
            at=foreign.label,
            table=table_key,
            related=[filled.start],
            other=foreign.form.title,
            form=filled.form.title,
        )
