"""Which places in a ranking are wrong: the fewest that explain all that do not follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from statlint.confront.longest import in_order
from statlint.confront.model import Instance, Slack
from statlint.confront.ranking import ranking_call
from statlint.confront.standing import height_of, standing, ways
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.values import Number

_FEW = 2

_Line: TypeAlias = tuple[Instance, Number, Number]
"""A line of a ranking: its instance, its score and its printed place."""


def fewest_wrong(instances: Sequence[Instance]) -> list[Instance]:
    """Leave out the places of one ranking that are wrong only because another line is.

    A score that was changed shifts all lines between its old place and its new one: they are named
    by the line that explains them. Two exchanged places are both left in.
    """
    failed = [instance for instance in instances if instance.fails]
    lines = _lines(instances)
    if len(failed) <= _FEW:
        return [_explained(instance, lines) for instance in instances]
    exchanged = {id(one) for pair in exchanges(failed) for one in pair}
    rest = [instance for instance in instances if id(instance) not in exchanged]
    wrong = {id(instance) for instance in _out_of_order(rest)}
    others = [instance for instance in failed if id(instance) not in exchanged | wrong]
    if not wrong and not exchanged:
        wrong = {id(failed[0])}
        others = failed[1:]
    shifted = tuple(one.target for one in others if one.target)
    left_out = {id(instance) for instance in others}
    first = next(one for one in failed if id(one) in exchanged | wrong)
    return [
        replace(_explained(one, lines), shifted=shifted if one is first else ())
        for one in instances
        if id(one) not in left_out
    ]


def exchanges(failed: Sequence[Instance]) -> Iterator[tuple[Instance, Instance]]:
    """Go through the pairs of lines whose places are exchanged: each has the place of the other."""
    waiting: dict[tuple[int, Number, Number], Instance] = {}
    for one in failed:
        if one.left is None or one.right is None:
            continue
        # Each table, and each group of one, has an edit of its own.
        ranking = id(one.edit)
        other = waiting.pop((ranking, one.right, one.left), None)
        if other is None:
            waiting[ranking, one.left, one.right] = one
        else:
            yield other, one


def _out_of_order(instances: Iterable[Instance]) -> list[Instance]:
    """Give the failed lines outside the longest selection that is in order; it spares the rest."""
    lines = _lines(instances)
    heavy = len(lines) + 1
    kept = in_order(
        [score for _, score, _ in lines],
        [place for _, _, place in lines],
        [heavy + (not instance.fails) for instance, _, _ in lines],
    )
    return [line[0] for at, line in enumerate(lines) if at not in kept and line[0].fails]


def _lines(instances: Iterable[Instance]) -> list[_Line]:
    """Give the lines that have both a score and a place."""
    return [
        (instance, height_of(score.figure.value, call), instance.right)
        for instance in instances
        if (call := ranking_call(instance.edit))
        and (score := score_of(instance))
        and score.figure
        and instance.right is not None
        and instance.target is not None
        and not instance.target.empty
    ]


def score_of(instance: Instance) -> Fact | None:
    """Give the figure that a place follows from."""
    call = ranking_call(instance.edit)
    return instance.scene.facts(call.arguments[0])[0] if call and instance.scene else None


def _explained(instance: Instance, lines: Sequence[_Line]) -> Instance:
    """Mark a wrong place that only another way to count equal scores explains."""
    call = ranking_call(instance.edit)
    scene, place = instance.scene, instance.right
    score = score_of(instance)
    if not instance.fails or call is None or scene is None or place is None:
        return instance
    first, dense = (standing(replace(call, function=way), scene).value for way in ways(call))
    if first is None or dense is None or score is None or score.figure is None:
        return instance
    height = height_of(score.figure.value, call)
    tied = sum(other == height for _, other, _ in lines)
    in_line = all(
        other == height or (printed < place if other > height else printed > place)
        for _, other, printed in lines
    )
    explained = in_line and dense <= place < first + tied
    return replace(instance, slack=Slack.TIE) if explained else instance
