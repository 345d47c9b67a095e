"""S013: tables reviewed by the person who filled them in."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.table import FilledForm, Label
from statlint.values import Text, label_key

MESSAGES = {
    "same": Text(
        zh="{reviewer}与{clerk}同为「{name}」",
        en="{reviewer} and {clerk} are both “{name}”",
    ),
}


@rule(
    code="S013",
    level=Level.FILE,
    on=FilledForm,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对审核人是否写错；确由一人兼任的，另请他人审核后签署",
        en="Check the reviewer’s name; where one person did both, have somebody else review",
    ),
    when=(Occasion.SIGN_OFF,),
)
def same_signatory(filled: FilledForm, context: Context) -> Iterator[Finding]:
    """Reviewer and preparer are the same person.

    ## What it checks
    The name after the field `reviewer` of the form (审核人) against the name after its field
    `clerk` (填报人). White space does not count. Empty fields are left to S011.

    ## Why it matters
    A review by the person who made the table finds little. The form asks for two names so that
    two people have looked at the figures.

    ## Example
    ```csv fail
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：李明,填报人：李 明,联系电话：0551-64120000,填报日期：2022-1-11
    ```
    ```csv pass
    申请情况,自然人,企业,合计
    本期新收,12,3,15
    上期结转,0,0,0
    本期办结,10,3,13
    结转下期,2,0,2
    审核人：王芳,填报人：李明,联系电话：0551-64120000,填报日期：2022-1-11
    ```

    ## Known problems
    Two persons of the same name are reported as well. In a small office one person may really do
    both; it is a warning for that reason.
    """
    entries = {entry.field.key: entry for entry in filled.sign_off}
    reviewer, clerk = entries.get("reviewer"), entries.get("clerk")
    if reviewer is None or clerk is None:
        return
    name = label_key(reviewer.text)
    if name and name == label_key(clerk.text):
        yield context.finding(
            "same",
            at=Label(reviewer.field.label.zh, reviewer.label.sheet, reviewer.cell),
            related=[Label(clerk.text, clerk.label.sheet, clerk.cell)],
            reviewer=reviewer.field.label,
            clerk=clerk.field.label,
            name=reviewer.text,
        )
