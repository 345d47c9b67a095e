"""X208: files given as parts that are the table itself, a copy, or of another unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from statlint.finding import Finding, Reason
from statlint.history import Relation, Vicinity
from statlint.rule import Context, Level, Occasion, Severity, aside, rule
from statlint.values import Text

MESSAGES = {
    "itself": Text(
        zh="所属单位的表中「{path}」就是本表自身，没有计入汇总核对",
        en="“{path}” among the parts is this table itself; it was not added up",
    ),
    "twice": Text(
        zh="所属单位的表「{path}」与同一单位的另一份数字完全相同，汇总核对只计一份",
        en="“{path}” among the parts has the figures of another file of the same unit; they were "
        "added up once",
    ),
    "other_unit": Text(
        zh="「{path}」不是本单位所属单位的表{unit}，没有计入汇总核对",
        en="“{path}” belongs to no part of this unit{unit}; it was not added up",
    ),
}
_MESSAGE: Mapping[Reason, str] = MappingProxyType(
    {Reason.ITSELF: "itself", Reason.TWICE: "twice", Reason.OTHER_UNIT: "other_unit"}
)


@rule(
    code="X208",
    level=Level.SAME_SOURCE,
    on=Vicinity,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请把放错的文件移出，一个单位只留一份表",
        en="Take out the file that does not belong there; keep one table of each unit",
    ),
    when=(Occasion.PASSED_OVER,),
)
def misplaced_part(vicinity: Vicinity, context: Context) -> Iterator[Finding]:
    """File among the parts is the table itself, a copy, or of another unit.

    ## What it checks
    The files named with `--parts`: whether one has the figures and the unit of the table that is
    checked; whether two of one unit have the same figures; whether one says that it belongs to
    another unit of the same rank, by what it prints before its name (霍山县诸佛庵镇) or by the
    folder it lies in. None of them is added up.

    Where several parts belong to another unit, they were meant for that one, and are only counted
    as not checked.

    ## Why it matters
    The wrong file in the folder makes every sum wrong, or hides that the right one is missing.

    ## Example
    ```text fail
    舒城县.xlsx with --parts 乡镇: among the towns lies 舒城县（副本）.xlsx, with the same figures.
    ```
    ```text pass
    The same, with the tables of the towns alone.
    ```

    ## Known problems
    Two tables of one unit with different figures are both added up.
    """
    for one in vicinity.passed_over:
        if one.relation is Relation.PARTS and one.path and one.reason in _MESSAGE:
            unit = Text(one.unit_name, one.unit_name) if one.unit_name else None
            yield context.finding(_MESSAGE[one.reason], path=one.path, unit=aside(unit))
