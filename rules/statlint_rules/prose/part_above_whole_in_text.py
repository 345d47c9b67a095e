"""T102: figures in a sentence that are more than what they are among."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation
from statlint.finding import Finding
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
from statlint.values import Text

MESSAGES = {
    "several": Text(
        zh="正文{label}{whole}，其中所列各项之和已达 {sum}（{terms}）",
        en="The text says {whole} of {label}, the figures among it add to {sum} ({terms})",
    ),
    "one": Text(
        zh="正文{label}{whole}，其中一项「{part}」却有 {terms}",
        en="The text says {whole} of {label}, and {terms} of “{part}” among it",
    ),
}
ADVICE = Text(
    zh="请核对总数和其中各项；各项有重复计算的，请在文中写明",
    en="Look at the whole and at what is among it; where something is counted twice, let the text "
    "say so",
)


@rule(
    code="T102",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def part_above_whole_in_text(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figures in a sentence are more than what they are among.

    ## What it checks
    Sentences that name figures among others without naming all: 其中…. Together they are at most
    as many as the whole; where they may overlap (one document published by website, WeChat and
    Weibo), each of them by itself is. Figures with 约, 余, 多 are held only to what is certain of
    them.

    ## Why it matters
    A part above its whole is wrong whatever else the whole counts.

    ## Example
    ```prose fail
    全年共公开政府信息120条，其中政策文件类信息135条。
    ```
    ```prose pass
    全年共公开政府信息135条，其中政策文件类信息120条。
    ```

    ## Options
    `edits-off = ["text-among", "text-each-among"]` in the settings switches the check off.
    """
    for failed, target in confrontation.failed_in_text("text-among", "text-each-among"):
        parts = [one for one in failed.facts if one is not target]
        yield context.finding(
            "one" if len(parts) == 1 else "several",
            at=target,
            edit=failed,
            related=failed.sources,
            label=label_told(target.line_label),
            whole=told(target),
            part=parts[0].line_label,
            sum=in_unit_of(failed.right or 0, failed),
            terms=told(parts[0]) if len(parts) == 1 else sum_told(failed),
        )
