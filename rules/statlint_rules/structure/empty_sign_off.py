"""S011: sign-off fields that were left empty."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.pattern import pattern_of
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.table import FilledForm, Label
from statlint.values import Text

MESSAGES = {
    "empty": Text(zh="「{field}」未填", en="“{field}” is not filled in"),
    "not_printed": Text(
        zh="没有找到表式要求的签署栏：{fields}",
        en="The sign-off fields of the form are not printed: {fields}",
    ),
}

_NOTHING = pattern_of(r"[\s_年月日/\\.\-—–]*")
"""What a template prints to be written on: lines, and 年 月 日 without a date."""


@rule(
    code="S011",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=Text(
        zh="请核对签署栏，由本人填写或签署后再报送",
        en="Have each field filled in or signed by the person it asks for",
    ),
    when=(Occasion.SIGN_OFF,),
)
def empty_sign_off(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Sign-off field is empty.

    ## What it checks
    The fields round the table that say who answers for it and when: reporting unit, person in
    charge, reviewer, preparer, telephone, date. A field that is printed and has nothing after it,
    or only a line or "年 月 日" to write on, is an error. Fields that are not printed at all
    are named in one piece of information, since many units sign on paper or on a cover sheet.

    Forms that ask for no sign-off are passed.

    ## Why it matters
    Without names nobody has answered for the figures and nobody can be asked about them. Many
    offices send such a table back unread.

    ## Example
    ```csv fail
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：,填报人：李明,联系电话：0551-64120000,填报日期：2022-1-11
    ```
    ```csv pass
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：王芳,填报人：李明,联系电话：0551-64120000,填报日期：2022-1-11
    ```

    ## Source
    For the 2014 statistics sheet: 国办发〔2014〕32号, with the sign-off line printed below the
    table.

    ## Known problems
    A signature that is a picture in the workbook cannot be seen, and the field counts as empty.
    """
    asked = [field for field in filled.form.sign_off if field.required]
    printed = {entry.field.key for entry in filled.sign_off}
    absent = [field for field in asked if field.key not in printed]
    for entry in filled.sign_off:
        if entry.field.required and _NOTHING.fullmatch(entry.text):
            at = Label(entry.field.label.zh, entry.label.sheet, entry.cell)
            yield context.finding("empty", at=at, field=entry.field.label)
    if absent:
        yield context.finding(
            "not_printed",
            at=filled.start,
            severity=Severity.INFORMATION,
            fields=[quoted(field.label) for field in absent],
        )
