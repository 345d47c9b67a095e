"""W110: formulas that refer to other files."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.finding import Finding
from statlint.formula import FormulaCell, Formulas
from statlint.rule import Context, Level, Occasion, Severity, abridged, quoted, rule
from statlint.values import Text

MESSAGES = {
    "named": Text(
        zh="「{formula}」引用了另一个文件{file}（共 {count} 格），对方没有那个文件，数据无从核对",
        en="{formula} refers to another file, {file} ({count} cells in all); whoever receives this "
        "one cannot follow it",
    ),
}


@rule(
    code="W110",
    level=Level.WITHIN_DATASET,
    on=Formulas,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请把引用其他文件的公式改成数值，或把数据放进本文件；报送前“断开链接”",
        en="Replace the formulas by their values, or bring the figures into this file, and break "
        "the links before handing it in",
    ),
    when=(Occasion.ELSEWHERE,),
)
def external_reference(formulas: Formulas, context: Context) -> Iterator[Finding]:
    """Other files are referred to by formulas.

    ## What it checks
    Formulas that read cells of other workbooks, directly or through a defined name. Each file is
    told once, with its name, the first formula and the count of all.

    ## Why it matters
    The other file is not handed in. Its figures cannot be checked, and as soon as somebody updates
    the links they turn into errors, or into the figures of another year.

    ## Example
    ```text fail
    B5 is ='[2024年一季度报表.xlsx]Sheet1'!B5.
    ```
    ```text pass
    B5 is 12.
    ```

    ## Known problems
    A link that no formula uses any more is not reported.
    """
    cells: dict[str, list[FormulaCell]] = {}
    for one in formulas.cells():
        for file in dict.fromkeys(_files(one, formulas)):
            cells.setdefault(file, []).append(one)
    for file, (first, *others) in cells.items():
        yield context.finding(
            "named",
            at=formulas.spot(first.grid, first.ref),
            related=formulas.spots((one.grid, one.ref) for one in others),
            formula=abridged(first.cell.formula),
            file=quoted(file),
            count=len(others) + 1,
        )


def _files(one: FormulaCell, formulas: Formulas) -> Iterator[str]:
    """Go through the other files that a formula reads."""
    if one.formula is None:
        return
    for reference in one.formula.references:
        if reference.file is not None:
            yield _name(reference.file, reference.book, formulas)
    for name in formulas.names:
        if name.name.casefold() in {used.casefold() for used in one.formula.names}:
            yield from _files_of_name(name.text, formulas)


def _files_of_name(text: str, formulas: Formulas) -> Iterator[str]:
    from statlint.formula.parse import parse_formula
    from statlint.values import CellRef

    formula = parse_formula(text, CellRef(1, 1))
    for reference in formula.references if formula else ():
        if reference.file is not None:
            yield _name(reference.file, reference.book, formulas)


def _name(number: int, book: str | None, formulas: Formulas) -> str:
    """Give the name of a file without the folders it lies in."""
    listed = 0 < number <= len(formulas.links)
    path = formulas.links[number - 1] if listed else book or f"[{number}]"
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path
