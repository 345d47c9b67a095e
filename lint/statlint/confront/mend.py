"""Whether another figure in one cell would mend an edit that failed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from statlint.confront.model import Instance, Verdict
from statlint.confront.quantity import Exact
from statlint.confront.verdict import verdict_of
from statlint.dataclass import replace
from statlint.facts import Fact
from statlint.form import EditKind, Name, ValueKind
from statlint.values import Figure, Number, decimals_of

_TWO_AND_FIVE = (2, 5)


def repairs(instance: Instance) -> Iterator[tuple[Fact, Fraction]]:
    """Go through the changes of one cell that mend an edit by themselves (Scholtus 2009, eq. 15).

    An equation of weighted cells tells one for each; a share or a place only what it should be.
    """
    if instance.left is None or instance.right is None:
        return
    difference = Fraction(instance.left) - Fraction(instance.right)
    for fact, weight in instance.weights:
        yield fact, -difference / Fraction(weight)
    target = instance.target
    if target is not None and target.figure and instance.edit.kind is EditKind.RATIO:
        due = round(Fraction(instance.left), target.figure.displayed[1])
        yield target, due - Fraction(target.figure.value)
    if target is not None and instance.edit.kind is EditKind.RANK:
        yield target, difference


def mender_of(instance: Instance) -> Callable[[Fact, Fraction], bool]:
    """Give what tells whether an edit would hold if one of its cells said so much more."""
    weights = {fact: Fraction(weight) for fact, weight in instance.weights}
    difference = None if instance.difference is None else Fraction(instance.difference)
    allowed = allowance(instance.weights)

    def mends(cell: Fact, change: Fraction) -> bool:
        if difference is not None and cell in weights:
            return abs(difference + weights[cell] * change) <= allowed
        return _holds_with(instance, cell, change)

    return mends


def allowance(terms: Sequence[tuple[Fact, Exact]]) -> Fraction:
    """Give how far apart rounding alone may bring both sides of an equation of weighted cells."""
    halves = (
        abs(Fraction(weight)) * Fraction(Decimal(5).scaleb(-fact.figure.stored[1] - 1))
        for fact, weight in terms
        if (fact.measure.rounded or fact.measure.kind is ValueKind.SHARE) and fact.figure
    )
    return sum(halves, Fraction(0))


def _holds_with(instance: Instance, cell: Fact, change: Fraction) -> bool:
    scene = instance.scene
    changed = _changed(cell, change)
    if scene is None or changed is None:
        return False
    resolve = scene.resolve

    def resolve_changed(name: Name) -> Fact | None:
        fact = resolve(name)
        return changed if fact is cell else fact

    # A place is taken among figures that another place does not change.
    board = scene.board if cell is instance.target else None
    tried = replace(scene, resolve=resolve_changed, board=board)
    facts = [changed if fact is cell else fact for fact in instance.facts]
    verdict, _ = verdict_of(instance.edit, tried, facts)
    return verdict is Verdict.HOLDS


def _changed(cell: Fact, change: Fraction) -> Fact | None:
    """Give a cell with another figure; None where no decimal number would do."""
    figure = cell.figure or Figure(0, "")
    value = _number(Fraction(figure.value) + change)
    if value is None:
        return None
    decimals = max(figure.decimals, decimals_of(value))
    return replace(cell, reading=replace(figure, value=value, decimals=decimals, shown=None))


def _number(exact: Fraction) -> Number | None:
    if exact.denominator == 1:
        return int(exact)
    places = _places(exact.denominator)
    return None if places is None else Decimal(f"{int(exact * 10**places)}E-{places}")


def _places(denominator: int) -> int | None:
    """Count the decimals of a fraction with a denominator; None where they never end."""
    most = 0
    for prime in _TWO_AND_FIVE:
        count = 0
        while denominator % prime == 0:
            denominator //= prime
            count += 1
        most = max(most, count)
    return most if denominator == 1 else None
