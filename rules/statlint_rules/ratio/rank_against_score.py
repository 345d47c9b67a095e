"""R104: places in a ranking that do not follow from the scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.confront import Confrontation, Instance, Slack, exchanges, score_of
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, quoted, rule
from statlint.values import Text

MESSAGES = {
    "none": Text(
        zh="{line} · {head}：{of} {score}，应排第 {left}，填 {text}{hint}",
        en="{line}, {head}: {of} {score} gives place {left}, stated as {text}{hint}",
    ),
    "tie": Text(
        zh="{line} · {head}：{of} {score}，并列名次的排法与本表其余各处不一，"
        "应排第 {left}，填 {text}",
        en="{line}, {head}: {of} {score} gives place {left} as ties are counted elsewhere in "
        "this table, stated as {text}",
    ),
    "ties": Text(
        zh="{line} · {head} 等 {count} 行：并列名次的排法不一，应排第 {left}，填 {text}",
        en="{line}, {head}: this and other lines, {count} in all, count ties another way, "
        "place {left} is stated as {text}",
    ),
}
_SINGLY = 3
"""Up to how many lines that only count ties another way are reported one by one."""

ADVICE = Text(
    zh="请核对该行的得分和名次",
    en="Look at both the score and the place of this line",
)


@rule(
    code="R104",
    level=Level.WITHIN_DATASET,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.FAILURE,),
)
def rank_against_score(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Place in a ranking does not follow from the score.

    ## What it checks
    Every place that the form derives from a score: the highest score has place 1 (or the lowest,
    where the form says so), equal scores have equal places. After a tie the next place may be left
    out (1, 2, 2, 4) or not (1, 2, 2, 3), but one way in one table; a line that goes the other way
    is a warning (more than three are one).

    A single score that was changed shifts all lines between its old place and its new one. Then the
    fewest lines that explain all the others are reported. Two lines whose places are exchanged are
    both reported, as one group.

    In a table that no form describes, a head whose figures are places of those of another is held
    against them in the same way: a warning. How ties are broken is not looked at.

    ## Why it matters
    A ranking is read aloud. A unit that stands behind one with fewer points will ask.

    ## Example
    ```csv fail
    Unit,Score,Place
    North,95,1
    South,88,3
    East,91,2
    West,80,3
    ```
    ```csv pass
    Unit,Score,Place
    North,95,1
    South,88,3
    East,91,2
    West,80,4
    ```
    ```toml form
    [[table]]
    key = "ranking"
    title = "Ranking"
    head = [
      { key = "unit", label = "Unit", kind = "text", names = "unit" },
      { key = "score", label = "Score", kind = "score" },
      { key = "place", label = "Place" },
    ]
    line = [{ key = "unit", label = "Unit", repeat = true }]
    [[table.edit]]
    id = "M7a"
    rule = "place(score, unit) = place"
    per = "line"
    rival = "ties"
    [[table.edit]]
    id = "M7b"
    rule = "dense(score, unit) = place"
    per = "line"
    rival = "ties"
    ```

    ## Known problems
    Whether the score or the place is wrong cannot be told. Equal scores whose order was decided by
    something that the table does not print are a warning.
    """
    failed = list(confrontation.failed(EditKind.RANK))
    other_of = {id(one): other for pair in exchanges(failed) for one, other in (pair, pair[::-1])}
    ties = [instance for instance in failed if instance.slack is Slack.TIE]
    together = ties if len(ties) > _SINGLY else []
    for instance in failed:
        if instance.slack is not Slack.TIE or not together:
            yield _finding(instance, other_of.get(id(instance)), context)
    for first in together[:1]:
        others = [one.target for one in together[1:] if one.target]
        yield context.finding(
            "ties", at=first.target, edit=first, related=others, count=len(together)
        )


def _finding(instance: Instance, other: Instance | None, context: Context) -> Finding:
    score = score_of(instance)
    return context.finding(
        "tie" if instance.slack is Slack.TIE else "none",
        at=instance.target,
        edit=instance,
        related=[*([score] if score else ()), *instance.shifted],
        score=score.text if score else None,
        of=score.head_label if score else None,
        hint=_hint(other, instance.shifted),
    )


def _hint(other: Instance | None, shifted: Sequence[object]) -> Text:
    """Say with which line the place is exchanged, and how many others are wrong because of it."""
    words = []
    if other is not None and other.target is not None:
        name = quoted(other.target.line_label)
        words.append(Text(f"，恰与{name.zh}互换", f", exchanged with {name.en}"))
    if shifted:
        count = len(shifted)
        words.append(
            Text(f"；另有 {count} 行的名次因此不符", f"; {count} more lines are off because of it")
        )
    return Text("".join(word.zh for word in words), "".join(word.en for word in words))
