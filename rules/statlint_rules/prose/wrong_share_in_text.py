"""T103: shares in a sentence that do not match their figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance, tolerance
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    aside,
    label_told,
    printed_like,
    rule,
    told,
)
from statlint.values import Text

MESSAGES = {
    "none": Text(
        zh="正文{label}写作 {share}，按 {part} ÷ {whole} 应为 {due}{allowed}",
        en="The text gives {share} as {label}, {part} of {whole} is {due}{allowed}",
    ),
    "truncated": Text(
        zh="正文{label}写作 {share}，按 {part} ÷ {whole} 为 {due}，尾数被舍去而未四舍五入",
        en="The text gives {share} as {label}, {part} of {whole} is {due}, cut off and not rounded",
    ),
    "forced": Text(
        zh="正文{label}写作 {share}，按 {part} ÷ {whole} 为 {due}，末位相差 1，"
        "各项占比因此恰好合计 100",
        en="The text gives {share} as {label}, {part} of {whole} is {due}, one off in the last "
        "digit, so that all add to 100",
    ),
    "last-digit": Text(
        zh="正文{label}写作 {share}，按 {part} ÷ {whole} 为 {due}，末位相差 1",
        en="The text gives {share} as {label}, {part} of {whole} is {due}, one off in the last "
        "digit",
    ),
    "no-whole": Text(
        zh="正文{label}写作 {share}，但总数为 {whole}，无从计算",
        en="The text gives {share} as {label}, though the whole is {whole}",
    ),
    "bound": Text(
        zh="正文{label}写作 {share}，按文中数字计算为 {due}",
        en="The text gives {share} as {label}, its figures give {due}",
    ),
    "sum": Text(
        zh="正文各项占比 {shares} 合计 {due}，不是 100%",
        en="The text gives all shares as {shares}, which add to {due}, not 100%",
    ),
}
ADVICE = Text(
    zh="请核对分子、分母，并按四舍五入重新计算",
    en="Look at both figures, then compute the share again and round it",
)


@rule(
    code="T103",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def wrong_share_in_text(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Share in a sentence does not match its figures.

    ## What it checks
    Shares and rates (占…%, 占比, 办结率, 回复率) whose figures stand in the text as well. A share
    stands for everything that rounds to it, at the decimals it is written with: 3.6% for 3.55 to
    3.65.

    - One that was cut off in place of rounded is information.
    - One off in the last digit is information where the shares of that whole add up to exactly 100
      so, else a warning.
    - Shares without counts that are said to be all (a list that ends with 其他) add up to 100, but
      for what rounding explains.
    - 超过, 以上, 不足 and the like ask only for more, or for less.

    ## Why it matters
    A share is recomputed by every reader who doubts it.

    ## Example
    ```prose fail
    全年共公开政府信息2000条，其中政策法规类419条，占23.9%。
    ```
    ```prose pass
    全年共公开政府信息2000条，其中政策法规类419条，占21%。
    ```

    ## Options
    `edits-off = ["text-share", "text-whole-shares"]` in the settings switches the check off.

    ## Source
    XBRL, Calculations 1.1 (Recommendation of 22 February 2023): a rounded value stands for an
    interval, both ends included.
    """
    for failed, target in confrontation.failed_in_text("text-share"):
        others = [fact for fact in failed.facts if fact is not target]
        yield context.finding(
            _way(failed),
            at=target,
            edit=failed,
            related=others,
            label=label_told(target.line_label),
            share=told(target),
            part=told(others[0]) if others else "",
            whole=told(others[-1]) if others else "",
            due=_due(failed, target),
            allowed=_allowed(target),
        )
    for failed, target in confrontation.failed_in_text("text-whole-shares"):
        shares = [told(fact) for fact in failed.facts]
        yield context.finding(
            "sum",
            at=target,
            edit=failed,
            related=[fact for fact in failed.facts if fact is not target],
            shares=Text("、".join(shares), ", ".join(shares)),
            due=f"{printed_like(failed.left or 0, target.figure, rounded=True)}%",
        )


def _way(failed: Instance) -> str:
    return "bound" if failed.edit.kind is EditKind.PART else failed.slack.value


def _due(failed: Instance, share: Fact) -> str:
    """Write what is reckoned, in per cent."""
    due = failed.right if failed.edit.kind is EditKind.PART else failed.left
    if due is None or share.figure is None:
        return ""
    unit = share.figure.unit or "%"
    return f"{printed_like(due, share.figure, rounded=True)}{unit}"


def _allowed(share: Fact) -> Text:
    """Say how far off a share may be: half a unit of its last digit."""
    figure = share.figure
    if figure is None or not figure.decimals:
        return aside(None)
    half = format(tolerance([figure]), "f")
    return aside(Text(f"允许误差 ±{half}", f"±{half} is allowed"))
