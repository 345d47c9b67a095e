"""X206: tables of two units in which all figures are the same."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.dataclass import replace
from statlint.finding import Finding, Related
from statlint.history.near_twins import NearTwin, near_twins_of
from statlint.history.roll import Roll
from statlint.history.twins import Twin, twins_of
from statlint.rule import Context, Level, Severity, quoted, rule
from statlint.values import Text

MESSAGES = {
    "same": Text(
        zh="{titles}的 {figures} 个数与「{unit}」的全部相同（其中 {filled} 个不为 0）：{paths}",
        en="All {figures} figures of {titles} are those of “{unit}” ({filled} of them are not 0): "
        "{paths}",
    ),
    "several": Text(
        zh="{titles}的 {figures} 个数与另外 {count} 个单位的全部相同"
        "（其中 {filled} 个不为 0）：{paths}",
        en="All {figures} figures of {titles} are those of {count} other units ({filled} of them "
        "are not 0): {paths}",
    ),
    "together": Text(
        zh="{titles}的 {figures} 个数在 {count} 份报表里全部相同（其中 {filled} 个不为 0），"
        "只在此报一次；另有 {paths} 等",
        en="All {figures} figures of {titles} are the same in {count} files ({filled} of them are "
        "not 0), told here once for all of them; among the others {paths}",
    ),
    "near": Text(
        zh="{titles}与「{unit}」的几乎相同：有数的 {lines} 行中 {same} 行完全一样：{paths}",
        en="{titles} and those of “{unit}” are nearly the same: {same} of {lines} lines with "
        "figures are: {paths}",
    ),
}

_NAMED = 3
"""Files of many that a message names."""


def _related(twin: Twin | NearTwin) -> tuple[Related, ...]:
    kinds = {imprint.kind for imprint in twin.imprints}
    starts = (
        (next(imprint.start for imprint in other.imprints if imprint.kind in kinds), other.path)
        for other in (twin.others if isinstance(twin, Twin) else (twin.other,))
    )
    return tuple(Related(start.sheet, start.cell, start.text, path) for start, path in starts)


@rule(
    code="X206",
    level=Level.SAME_SOURCE,
    on=Roll,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请与报送单位核实是否错用了别的单位的表，或说明原因",
        en="Ask the units whether one has sent the other's table, or have them state the reason",
    ),
)
def same_as_another_unit(roll: Roll, context: Context) -> Iterator[Finding]:
    """Table has the same figures as that of another unit.

    ## What it checks
    Tables of one form, or of one title, of different units for one period: whether all figures are
    the same in all places. All tables of a file count together, or one of a fixed form by itself.
    Tables of zeros, and those with too few different figures, are passed: the more units there are,
    the more it takes to exclude chance. Columns that most tables share
    (points, prices) count for nothing. A place and what belongs to it (瑶海区, 瑶海区教育局) are
    not held against each other.

    ## Why it matters
    Two bureaus seldom have the same figures; one of them has sent the other's table, or a copy of
    the pattern that both were given.

    ## Example
    ```text fail
    蜀山区.xlsx and 包河区.xlsx with 1 126, 374, 587 and 165 applications in the same places.
    ```
    ```text pass
    Two towns that had one application each, answered in the same way.
    ```

    Two files are held against each other line by line as well: where two thirds of the lines with
    figures and more are the same, and these tell enough, one was made from the other.
    Where more than 20 files are the same, they are told of once, at the first of them.

    ## Known problems
    Copies of tables with few figures other than 0, in which some were changed, are not seen.
    """
    pairs: set[frozenset[str]] = set()
    groups: dict[str, set[int]] = {}
    for number, twin in enumerate(twins_of(roll)):
        yield _finding(twin, context)
        if twin.together:
            for one in (twin.of, *twin.others):
                groups.setdefault(one.path, set()).add(number)
        else:
            pairs |= {frozenset({twin.of.path, other.path}) for other in twin.others}
    for near in near_twins_of(roll):
        mine, its = near.of.path, near.other.path
        if frozenset({mine, its}) in pairs or groups.get(mine, set()) & groups.get(its, set()):
            continue
        found = context.finding(
            "near",
            table=near.imprints[0].table,
            titles=[quoted(imprint.title) for imprint in near.imprints],
            unit=near.other.name,
            lines=near.lines,
            same=near.same,
            paths=[its],
        )
        yield replace(found, path=mine, related=_related(near))


def _finding(twin: Twin, context: Context) -> Finding:
    """Say which tables are the same; of many files some are named, the others are related."""
    count, paths = len(twin.others), [other.path for other in twin.others]
    if twin.together:
        key, count, paths = "together", count + 1, paths[:_NAMED]
    else:
        key = "same" if count == 1 else "several"
    found = context.finding(
        key,
        table=twin.imprints[0].table,
        titles=[quoted(imprint.title) for imprint in twin.imprints],
        figures=twin.figures,
        filled=twin.filled,
        count=count,
        unit=twin.others[0].name,
        paths=paths,
    )
    return replace(found, path=twin.of.path, related=_related(twin))
