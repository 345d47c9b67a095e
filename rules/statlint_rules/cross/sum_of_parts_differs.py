"""X201: figures that are not the sum of those of the parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePath

from statlint.confront import Confrontation, Instance
from statlint.facts import Fact
from statlint.finding import Finding
from statlint.form import EditKind
from statlint.rule import Context, Level, Occasion, Severity, plain_number, rule
from statlint.values import Number, Text, exact

_SHOWN = 3
_MOST_RELATED = 60
"""Cells of parts that a finding names at most; a province has thousands of parts."""
_TEN, _NINE = 10, 9
"""A figure ten times too large is off by nine tenths of itself, one ten times too small by nine."""

_BLANK = Text("空白", "blank")

MESSAGES = {
    "differs": Text(
        zh="{line} · {head}：各下级单位合计 {left}，本表填 {stated}，差额 {difference}（{shares}）",
        en="{line}, {head}: the parts add up to {left}, this table says {stated}, "
        "difference {difference} ({shares})",
    ),
    "exceeds": Text(
        zh="{line} · {head}：能读取的下级单位合计 {left}，已大于本表所填 {stated}，"
        "多出 {difference}（{shares}）",
        en="{line}, {head}: the parts that can be read add up to {left}, {difference} more "
        "than the {stated} stated here ({shares})",
    ),
}
ADVICE = Text(
    zh="请核对下级单位的报表是否漏收、重收或误收往年的，再核对汇总数；机构撤并、拆分的，说明一次即可",
    en="See whether the table of a part is missing, counted twice or of another year, then look at "
    "the total; where units were merged or split, explain it once",
)


@rule(
    code="X201",
    level=Level.SAME_SOURCE,
    on=Confrontation,
    severity=Severity.ERROR,
    messages=MESSAGES,
    advice=ADVICE,
    when=(Occasion.ACROSS,),
)
def sum_of_parts_differs(confrontation: Confrontation, context: Context) -> Iterator[Finding]:
    """Figure is not the sum of those of the parts.

    ## What it checks
    Where the tables of the reporting units that make up this one are given by `--parts`, or found
    by the settings: every figure is the sum of theirs. Shares, rates, means, places and scores are
    not added up, nor what the form says does not add up. The parts are matched by form, line and
    head; where lines repeat, by their labels. A figure that a part does not have is listed as not
    checked.

    Where a part cannot be read, or a unit on the list of those due has handed in none (X207), a
    figure may be more than the sum of the others. One that is less is told as a warning: look first
    for what is missing. Where several counties are checked together, with all towns in one place,
    those that print a county before their name, or lie in a folder called after it, belong to it;
    nothing is added up where one of them says neither.

    The message names the parts whose figures would explain the difference first, then the largest;
    their cells are among the related ones.

    ## Why it matters
    A superior adds up what it received. If its table is not that sum, a part was left out, counted
    twice or changed after the fact, and the two levels publish figures that contradict each other.

    ## Example
    ```csv parts
    Applications,Natural persons
    New,24
    Handled,20
    ```
    ```csv parts
    Applications,Natural persons
    New,6
    Handled,5
    ```
    ```csv fail
    Applications,Natural persons
    New,24
    Handled,25
    ```
    ```csv pass
    Applications,Natural persons
    New,30
    Handled,25
    ```

    ## Options
    `edits-off = ["parts"]` in the settings switches all sums over parts off that no form states.

    ## Source
    Di Zio et al., Methodology for data validation (ESSnet ValiDat, 2016), level 2: consistency
    with other data sets of the same domain and source.

    ## Known problems
    In tables that no form describes, and in lists of any number of lines, a sum over parts is
    believed where it holds for most figures under a head, and for so many and so large ones that
    chance would do it once in 128 heads; it is a warning there. Lines whose figures lie among those
    of the parts are left alone (means, temperatures, wages) unless another of their figures adds
    up. Where a part is missing nothing is told of such tables.
    """
    names = _names(confrontation)
    for failed in confrontation.failed_across("parts"):
        shares = _shares(failed)
        cells = [fact for fact in failed.facts if not fact.path and fact is not failed.target]
        cells += [fact for fact, _ in shares[:_MOST_RELATED]]
        yield context.finding(
            "exceeds" if failed.edit.kind is EditKind.PART else "differs",
            at=failed.target,
            edit=failed,
            severity=None if failed.fails else Severity.WARNING,
            related=cells,
            stated=(failed.target.text.strip() if failed.target else "") or _BLANK,
            shares=_told(shares, names),
        )


def _names(confrontation: Confrontation) -> Mapping[str, str]:
    """Name the parts by the path of their file: what they call themselves, else the file."""
    parts = confrontation.others.by_relation.get("parts", ())
    return {part.path: part.unit_name or PurePath(part.path).stem for part in parts}


def _shares(failed: Instance) -> list[tuple[Fact, Number]]:
    """Give what each part adds, those first that would explain the difference, then the largest."""
    found: list[tuple[Fact, Number]] = [
        (fact, fact.figure.value if fact.figure else 0) for fact in failed.facts if fact.path
    ]
    gap = failed.difference or 0
    return sorted(found, key=partial(_order, gap=gap))


def _order(share: tuple[Fact, Number], gap: Number) -> tuple[bool, Number]:
    _, value = share
    return not _explains(value, gap), value if value < 0 else -value


def _explains(value: Number, gap: Number) -> bool:
    """Tell whether a part left out, counted twice or ten times too large is the difference."""
    return value != 0 and (
        abs(value) == abs(gap)
        or exact.multiply(gap, _TEN) == exact.multiply(value, _NINE)
        or gap == -exact.multiply(value, _NINE)
    )


def _told(shares: list[tuple[Fact, Number]], names: Mapping[str, str]) -> Text:
    shown = [
        f"{names.get(fact.path or '', fact.path or '')} {plain_number(value)}"
        for fact, value in shares[:_SHOWN]
    ]
    count = len({fact.path for fact, _ in shares})
    rest = len(shares) - len(shown)
    return Text(
        "、".join(shown) + (f" 等 {count} 个单位" if rest else ""),
        ", ".join(shown) + (f" and {rest} more" if rest else ""),
    )
