"""R101: shares and rates that do not match their parts."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.confront import Confrontation, Slack
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Severity, rule
from statlint.values import Text

MESSAGES = {
    "none": Text(
        zh="{line} · {head}：填 {text}，按各数计算应为 {left}",
        en="{line}, {head}: stated as {text}, its figures give {left}",
    ),
    "truncated": Text(
        zh="{line} · {head}：填 {text}，计算得 {left}，尾数被舍去而未四舍五入",
        en="{line}, {head}: stated as {text}, its figures give {left}, cut off and not rounded",
    ),
    "last-digit": Text(
        zh="{line} · {head}：填 {text}，计算得 {left}，末位相差 1",
        en="{line}, {head}: stated as {text}, its figures give {left}, one off in the last digit",
    ),
}
ADVICE = Text(
    zh="请核对分子、分母，并按四舍五入重新计算",
    en="Look at both figures, then compute the share again and round it",
)


@rule(
    code="R101",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
)
def wrong_share(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Share does not match its figures.

    ## What it checks
    Every ratio edit of the form: shares, rates, means. The stated figure stands for everything
    that rounds to it, at the decimals it is written with. A figure that was cut off in place of
    rounded, or is one off in its last digit (often so that a list adds up to 100), is information.

    ## Why it matters
    A share is recomputed by every reader who doubts it. When it is wrong, either of its figures
    may be the wrong one.

    ## Example
    ```csv fail
    Cases,Closed,Received,Rate
    All,20,26,75.0
    ```
    ```csv pass
    Cases,Closed,Received,Rate
    All,20,26,76.9
    ```
    ```toml form
    heads = ["Closed", "Received", { label = "Rate", kind = "share" }]
    edits = [{ id = "S2", rule = "Rate = 100 * Closed / Received", per = "line" }]
    ```

    ## Source
    XBRL, Calculations 1.1 (Recommendation of 22 February 2023): a rounded value stands for an
    interval, both ends included.

    ## Known problems
    Without a whole (0 cases) no share can be reckoned; one that is stated all the same is listed
    as not checked.
    """
    for failed in confrontation.failed(EditKind.RATIO):
        yield context.finding(
            failed.slack.value,
            at=failed.target,
            edit=failed,
            related=failed.sources,
            severity=None if failed.slack is Slack.NONE else Severity.INFORMATION,
        )
