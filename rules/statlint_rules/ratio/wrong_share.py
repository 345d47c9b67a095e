"""R101: shares and rates that do not match their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Instance, Slack, tolerance
from statlint.facts import Fact
from statlint.finding import Finding, Origin
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, aside, printed_like, rule
from statlint.values import Text, plain

MESSAGES = {
    "none": Text(
        zh="{line} · {head}：填 {text}，按各数计算应为 {left}{allowed}",
        en="{line}, {head}: stated as {text}, its figures give {left}{allowed}",
    ),
    "told": Text(
        zh="{line} · {head}：填 {text}，按「{parts}」应为 {due}",
        en="{line}, {head}: stated as {text}, “{parts}” gives {due}",
    ),
    "truncated": Text(
        zh="{line} · {head}：填 {text}，计算得 {left}，尾数被舍去而未四舍五入",
        en="{line}, {head}: stated as {text}, its figures give {left}, cut off and not rounded",
    ),
    "forced": Text(
        zh="{line} · {head}：填 {text}，计算得 {left}，末位相差 1，各项占比因此恰好合计 100",
        en="{line}, {head}: stated as {text}, its figures give {left}, one off in the last digit, "
        "so that all add to 100",
    ),
    "last-digit": Text(
        zh="{line} · {head}：填 {text}，计算得 {left}，末位相差 1",
        en="{line}, {head}: stated as {text}, its figures give {left}, one off in the last digit",
    ),
    "no-whole": Text(
        zh="{line} · {head}：分母（基数）为 0，无从计算，却填 {text}",
        en="{line}, {head}: stated as {text}, though what it is a share of is 0",
    ),
    "fraction": Text(
        zh="{head}：表头为百分数（%），所填 {text} 等是小数，乘以 100 才与各数相符",
        en="{head}: the head asks for per cent, {text} and the others are fractions of 1",
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
    when=(Occasion.FAILURE, Occasion.SHARES),
)
def wrong_share(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Share does not match its figures.

    ## What it checks
    Every ratio edit of the form: shares, rates, means, growth. The stated figure stands for
    everything that rounds to it, at the decimals it is written with; of a cell of a workbook the
    stored figure counts first, then what its number format shows. 0.987 in a cell of the format
    `0.0%`, 98.7 and `98.7%` are the same.

    In a table that no form describes, shares, growth, means and products that most lines (heads)
    show are held against the others: a warning, and none for one off in the last digit.

    The message then names what is divided by what.

    - A figure that was cut off in place of rounded is information.
    - One off in the last digit is information where the list of shares adds up to exactly 100 so,
      else a warning.
    - 100% of 0 cases, or growth from 0, is a warning: 0, `—`, `/` or nothing is right there.
    - A fall may be written as a negative figure, or as a positive one under a head such as 下降.
      持平 is 0. A difference in percentage points is no growth and is left alone.
    - Shares written as fractions of 1 (0.987) are taken as such where their figures say so; a
      warning once where the head has a per cent sign.

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
    Where the whole is blank, nothing tells whether it is 0; the share is listed as not checked.
    """
    for failed in confrontation.failed(EditKind.RATIO):
        yield context.finding(
            _way(failed),
            at=failed.target,
            edit=failed,
            related=failed.sources,
            parts=context.reckoned(failed),
            due=_due(failed),
            text=_text(failed.target, confrontation.fractions),
            allowed=_allowed(failed.target),
        )
    for first in confrontation.fractions:
        if "%" in plain(first.head_label) and not _format_unseen(first):
            yield context.finding("fraction", at=first, severity=Severity.WARNING)


def _way(failed: Instance) -> str:
    """Choose the words: nobody stated an inferred relation, so what is reckoned is named."""
    told = failed.edit.origin is Origin.INFERRED and failed.slack is Slack.NONE
    return "told" if told and failed.left is not None else failed.slack.value


def _due(failed: Instance) -> str:
    if failed.left is None or failed.target is None:
        return ""
    return printed_like(failed.left, failed.target.figure, rounded=True)


def _text(share: Fact | None, fractions: Sequence[Fact]) -> Text | str:
    """Give a share as written; beside a fraction of 1, what it is in per cent."""
    if share is None or share.figure is None:
        return Text("空白", "nothing")
    if all((first.table, first.head) != (share.table, share.head) for first in fractions):
        return share.text
    percent = f"{share.figure.value}%"
    return Text(f"{share.text}（{percent}）", f"{share.text} ({percent})")


def _allowed(share: Fact | None) -> Text:
    """Say how far off a share may be: half a unit of its last digit."""
    if share is None or share.figure is None:
        return aside(None)
    half = format(tolerance([share.figure]), "f")
    return aside(Text(f"允许误差 ±{half}", f"±{half} is allowed"))


def _format_unseen(fact: Fact) -> bool:
    """Tell whether a reader cannot see how a stored number is shown: it may be as per cent."""
    cell = fact.part.grid.cell(fact.cell.row, fact.cell.column)
    return cell is not None and cell.number is not None and cell.number_format is None
