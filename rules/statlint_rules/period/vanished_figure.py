"""P207: figures that are there in one period only."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.history import Extent, History, Odd, Oddity
from statlint.history.lost import lost_lines
from statlint.rule import (
    Context,
    Level,
    Severity,
    place_words,
    quoted,
    rule,
    tables_words,
    when_of,
    words_beside,
)
from statlint.values import Text

MESSAGES = {
    "lost": Text(
        zh="{tables}：{when}有数的行本期没有：{lines}",
        en="{tables}: lines with figures {when} are missing: {lines}",
    ),
    "renamed": Text(
        zh="{tables}：{when}有数的行本期没有，可能已改名：{lines}",
        en="{tables}: lines with figures {when} are missing, or have other names: {lines}",
    ),
    "gone": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}，参照其他各数的变动，通常约为 {expected}",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}; going by the "
        "other figures, about {expected} would be expected",
    ),
    "appeared": Text(
        zh="{line} · {head}：填 {now}，{when}为 {before}",
        en="{line}, {head}: stated as {now}, the figure {when} was {before}",
    ),
    "all_gone": Text(
        zh="{place}：{count} 个数{when}不为 0，本期均为 0 或空白，如「{example}」{when}为 {before}",
        en="{place}: {count} figures {when} were above 0, now all are 0 or blank; “{example}” "
        "was {before}",
    ),
    "all_appeared": Text(
        zh="{place}：{count} 个数{when}均为 0 或空白，本期都有数，如「{example}」为 {now}",
        en="{place}: {count} figures {when} were 0 or blank, now all have figures; “{example}” is "
        "{now}",
    ),
}
ADVICE = Text(
    zh="请核实：填错的改正；属实的说明原因（口径、职能、政策变化等）",
    en="Check it: correct a slip, or explain it (a change of scope, duties or policy)",
)


@rule(
    code="P207",
    level=Level.SAME_SOURCE,
    on=History,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=ADVICE,
)
def vanished_figure(history: History, context: Context) -> Iterator[Finding]:
    """Figure is there in one period only.

    ## What it checks
    Counts and amounts that were something in the period before and are 0 or blank now, or the other
    way about, where that is unusual for a figure of the size: three cases that become none are not
    told. Where a table states its own lines (projects, units), those of the period before that are
    not there any more are named, if most still are. A whole line, head or table is told once. Where
    a form says that a blank is a missing figure, M101 speaks of it.

    ## Why it matters
    A 0 is the easiest figure to write. A line left out, a figure in the next line and a duty that
    was given up look alike, and only the last needs no correction.

    ## Example
    ```csv previous
    Applications,2023
    New,312
    Carried over,30
    ```
    ```csv fail
    Applications,2024
    New,330
    Carried over,0
    ```
    ```csv pass
    Applications,2024
    New,330
    Carried over,24
    ```
    ```toml form
    heads = [{ label = "2024", aliases = ["2023"] }]
    ```

    ## Options
    `[thresholds]` in the settings: `vanished` (the least figure that is told, 10), and those of
    P204.

    ## Known problems
    Duties given to another unit are told once, in their first year.
    """
    for odd in history.odd:
        if odd.kind is Odd.VANISHED:
            yield context.finding(
                _way(odd),
                at=odd.at,
                severity=Severity.INFORMATION if odd.mild else None,
                related=(odd.last, *odd.others),
                place=place_words(odd, context.filled),
                **words_beside(odd, history),
            )

    for lost in lost_lines(history):
        yield context.finding(
            "renamed" if lost.renamed else "lost",
            table=lost.table,
            severity=Severity.INFORMATION if lost.renamed else None,
            related=lost.lines,
            tables=tables_words([lost.table], context.filled),
            lines=[quoted(one.line_label) for one in lost.lines],
            when=when_of(history),
        )


def _way(odd: Oddity) -> str:
    gone = odd.at.figure is None or odd.at.figure.value == 0
    if odd.extent is Extent.FIGURE:
        return "gone" if gone else "appeared"
    return "all_gone" if gone else "all_appeared"
