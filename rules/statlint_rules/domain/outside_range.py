"""D109: figures outside a range that an edit of the form states."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
from statlint.form import Comparison, EditKind
from statlint.rule import Context, Level, Occasion, Severity, rule
from statlint.values import Text

MESSAGES = {
    "outside": Text(
        zh="{line} · {head}：「{text}」不符合{edit}（左值 {left} 应 {sign} 右值 {right}）",
        en="{line}, {head}: “{text}” breaks {edit} (left side {left} must be {sign} {right})",
    ),
}
ADVICE = Text(
    zh="请核对数字和单位，确在范围之外的请说明",
    en="See whether the figure or its unit is wrong; explain a figure that is true",
)

_SIGNS = {"<=": "≤", ">=": "≥"}


@rule(
    code="D109",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def outside_range(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figure breaks a range edit of the form.

    ## What it checks
    The edits that hold one figure against numbers. Unlike the bounds of a line or head (D108), an
    edit can be for some kinds of reporting unit only, and it can ask for an explanation instead
    of a correction.

    ## Why it matters
    What is impossible for one unit is ordinary for another: a county makes no regulations, a
    province does. Such a range says what is expected of whom.

    ## Example
    ```csv fail
    Item,Made
    Regulations,6
    ```
    ```csv pass
    Item,Made
    Regulations,0
    ```
    ```toml form
    edits = [{ id = "C9", rule = "Regulations = 0", per = "head" }]
    ```

    ## Options
    The setting `unit-kind` (such as `county`) decides which of these edits are checked at all;
    where the kind of unit is not known they are listed as not checked.

    ## Source
    UNECE, Glossary of Terms on Statistical Data Editing (2000): range edit.
    """
    for failed in confrontation.failed(EditKind.RANGE):
        stated = failed.edit.condition
        sign = stated.sign if isinstance(stated, Comparison) else ""
        yield context.finding(
            "outside",
            at=failed.target,
            edit=failed,
            related=failed.sources,
            sign=_SIGNS.get(sign, sign),
        )
