"""X102: lines of a list that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.facts import Entry, Facts, Referral, Submission
from statlint.finding import Finding
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text
from statlint.values.ordinal import Path

MESSAGES = {
    "unused": Text(
        zh="{list}中第 {numbers} 号没有被「{head}」一栏引用",
        en="{list}: number {numbers} is not named under “{head}”",
    ),
}


@rule(
    code="X102",
    level=Level.WITHIN_DATASET,
    on=Submission,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是否漏引；确实用不上的材料，从清单中删去",
        en="See whether a reference was forgotten; take out of the list what is not needed",
    ),
)
def unused_entry(submission: Submission, context: Context) -> Iterator[Finding]:
    """Entry of a list is referred to by nothing.

    ## What it checks
    Where a form says that references together cover a list (`covers`: 佐证材料 of a self-scoring
    sheet and the list of evidence), that each numbered line of the list is referred to, by its
    number or by its title. One finding for the list names all that are not. The other table is
    looked for as X101 does.

    Where no reference at all names a line of the list, nothing is told: the column is not used.

    ## Why it matters
    Evidence that no item names was handed in for nothing, or the item it belongs to names another
    by mistake.

    ## Example
    ```toml form
    [[table]]
    key = "scores"
    title = "自查评分表"
    head = [
      { key = "item", label = "考核内容", names = "item" },
      { key = "score", label = "自评得分", kind = "score" },
      { key = "proof", label = "佐证材料", refers = "evidence.document", covers = true },
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
    主动公开,5,1
    依申请公开,3,3

    佐证材料清单
    序号,材料名称,份数
    1,工作要点,1
    2,公开指南,1
    3,公开目录,1
    ```
    ```csv pass
    自查评分表
    考核内容,自评得分,佐证材料
    主动公开,5,1-2
    依申请公开,3,3

    佐证材料清单
    序号,材料名称,份数
    1,工作要点,1
    2,公开指南,1
    3,公开目录,1
    ```

    ## Known problems
    A cell that refers to evidence in other words (详见附件) counts as naming none.
    """
    lists: dict[Facts, list[Referral]] = {}
    for referral in submission.uses:
        measure = referral.head.measure
        if referral.target is not None and measure is not None and measure.covers:
            lists.setdefault(referral.target, []).append(referral)
    for facts, referrals in lists.items():
        unused = _unused(referrals)
        if unused:
            yield context.finding(
                "unused",
                at=unused[0].at,
                related=[entry.at for entry in unused[1:]],
                table=facts.plan.key,
                list=facts.plan.title,
                numbers=[entry.written for entry in unused],
                head=referrals[0].head.label,
            )


def _unused(referrals: Sequence[Referral]) -> list[Entry]:
    register = referrals[0].register
    named = {path for referral in referrals for path in _named(referral)}
    entries = register.due
    if not any(entry.number.path in named for entry in entries):
        return []
    return [entry for entry in entries if entry.number.path not in named]


def _named(referral: Referral) -> Iterator[Path]:
    """Go through the numbers that the cells under a head name, by themselves or by titles."""
    register = referral.register
    for fact, references in referral.citations:
        for one in references:
            yield from register.resolve(one)
        if not references:
            yield from register.titled(fact.text)
