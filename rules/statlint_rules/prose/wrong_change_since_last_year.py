"""T201: changes that a text states and last year's report does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.rule import (
    Context,
    Level,
    Occasion,
    Severity,
    label_told,
    plain_number,
    printed_like,
    rule,
    told,
)
from statlint.values import Number, Text

MESSAGES = {
    "none": Text(
        zh="正文{label}{new}，称{change} {stated}，上年报告为 {old}，应为 {due}",
        en="The text gives {new} of {label} and {stated} for {change}; last year's report has "
        "{old}, which makes {due}",
    ),
    "truncated": Text(
        zh="正文{label}{new}，称{change} {stated}，上年报告为 {old}，得 {due}，"
        "尾数被舍去而未四舍五入",
        en="The text gives {new} of {label} and {stated} for {change}; last year's report has "
        "{old}, which makes {due}, cut off and not rounded",
    ),
    "last-digit": Text(
        zh="正文{label}{new}，称{change} {stated}，上年报告为 {old}，得 {due}，末位相差 1",
        en="The text gives {new} of {label} and {stated} for {change}; last year's report has "
        "{old}, which makes {due}, one off in the last digit",
    ),
    "no-whole": Text(
        zh="正文{label}{new}，称{change} {stated}，但上年报告为 {old}，无从计算",
        en="The text gives {new} of {label} and {stated} for {change}, though last year's report "
        "has {old}",
    ),
}
ADVICE = Text(
    zh="请与上年报告核对；上年数后来有调整的，或者口径不同的，请在文中写明",
    en="Look at last year's report; where its figure was revised, or counts something else, let "
    "the text say so",
)


@rule(
    code="T201",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.SENTENCE,),
)
def wrong_change_since_last_year(
    confrontation: Confrontation, context: Context
) -> Iterator[Finding]:
    """Change that a text states is not borne out by last year's report.

    ## What it checks
    Sentences such as 同比增长0.9% and 较上年增加120条, where last year's report is given by
    `--previous` or found by the settings. The old figure is that of last year's table, where the
    form says that the sentence quotes it, else the figure that last year's text gives under the
    same label. A rate stands for all that rounds to it; one that was cut off is information.

    It is a warning, to be put right or explained: last year's figure may have been revised since.

    ## Why it matters
    Both reports are public, and the comparison takes a reader a minute.

    ## Example
    ```prose previous
    2020年，全县主动公开政府信息1000条。
    ```
    ```prose fail
    2021年，全县主动公开政府信息1250条，同比增长15%。
    ```
    ```prose pass
    2021年，全县主动公开政府信息1250条，同比增长25%。
    ```

    ## Options
    `edits-off = ["text-growth-since-1", "text-change-since-1"]` in the settings switches it off.
    """
    for failed, target in confrontation.failed_since_last_year():
        new = next(one for one in failed.facts if one.said and one is not target)
        old = [one for one in failed.facts if one.path]
        yield context.finding(
            failed.slack.value if failed.slack.value in MESSAGES else "none",
            at=target,
            edit=failed,
            related=[one for one in failed.facts if one is not target],
            label=label_told(new.line_label),
            change=label_told(target.line_label),
            stated=told(target),
            new=told(new),
            old=_told_before(old),
            due=_due(failed, target),
        )


def _told_before(old: Sequence[Fact]) -> str:
    """Write last year's figure; of a table it may be a sum."""
    if len(old) == 1 and old[0].said:
        return told(old[0])
    return plain_number(sum((_value(one) for one in old), start=0))


def _value(fact: Fact) -> Number:
    return fact.figure.value if fact.figure else 0


def _due(failed: Instance, target: Fact) -> str:
    """Write what both years give, as the text writes it."""
    unit = target.figure.unit if target.figure else None
    return f"{printed_like(failed.left or 0, target.figure, rounded=bool(unit))}{unit or ''}"
