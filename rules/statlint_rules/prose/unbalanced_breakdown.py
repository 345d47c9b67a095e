"""T101: wholes in a sentence that differ from the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Instance
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    in_unit_of,
    label_told,
    rule,
    sum_told,
    told,
)
from statlint.values import Number, Text

MESSAGES = {
    "differs": Text(
        zh="正文{label}{whole}，所列各项之和为 {sum}（{terms}），相差 {gap}",
        en="The text says {whole} of {label}, its parts add to {sum} ({terms}), difference {gap}",
    ),
    "above": Text(
        zh="正文{label}{whole}，所列各项之和已达 {sum}（{terms}）",
        en="The text says {whole} of {label}, its parts already add to {sum} ({terms})",
    ),
    "below": Text(
        zh="正文{label}{whole}，所列各项之和只有 {sum}（{terms}）",
        en="The text says {whole} of {label}, its parts add to no more than {sum} ({terms})",
    ),
}
ADVICE = Text(
    zh="请核对总数和各分项，有漏列的补上；所列确非全部的，请在文中写明",
    en="Look at the whole and at each part, and add what was left out; where the list is not meant "
    "to be complete, let the text say so",
)


@rule(
    code="T101",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def unbalanced_breakdown(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Whole in a sentence differs from the sum of its parts.

    ## What it checks
    Sentences that break a figure down: 共…条，分别为…, 其中… with a complete list, 包括…, a list
    一是…二是…. Figures in different units are converted where both say theirs (条 and 万条, 元 and
    万元); 1.4万 stands for all that rounds to it. Figures with 约, 余, 多, 近 are no exact figures:
    they are held only to what is certain of them (100余 is no less than 100).

    It is an error where the words say that the list is complete, or the parts are more than the
    whole; a warning where the list is only taken for complete, or the figures stand in several
    sentences. `statlint infer report.docx` shows how each sentence was read.

    ## Why it matters
    Breakdowns in sentences are the most frequent real error of yearly reports: nobody checks them,
    and every reader can.

    ## Example
    ```prose fail
    2021年共主动公开政府信息8775条，其中网站5434条、微博1919条、微信1425条。
    ```
    ```prose pass
    2021年共主动公开政府信息8778条，其中网站5434条、微博1919条、微信1425条。
    ```

    ## Options
    `edits-off = ["text-parts"]` in the settings switches the check off.

    ## Known problems
    What is not understood is left alone: a list in an unusual wording is not checked.
    """
    for failed, target in confrontation.failed_in_text("text-parts"):
        way, total = _way(failed)
        yield context.finding(
            way,
            at=target,
            edit=failed,
            related=failed.sources,
            label=label_told(target.line_label),
            whole=told(target),
            sum=in_unit_of(total, failed),
            terms=sum_told(failed),
            gap=in_unit_of(_size(failed.difference or 0), failed),
        )


def _way(failed: Instance) -> tuple[str, Number]:
    """Choose the words, and give what the parts come to."""
    left, right = failed.left or 0, failed.right or 0
    if failed.edit.kind is EditKind.BALANCE:
        return "differs", left
    return ("above" if left < right else "below"), right


def _size(gap: Number) -> Number:
    return -gap if gap < 0 else gap
