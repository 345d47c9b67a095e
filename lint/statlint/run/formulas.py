"""The formulas of a file as a subject for rules, and what of them could not be reckoned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from statlint.confront import Confrontation
from statlint.dataclass import replace
from statlint.finding import NotChecked, Outcomes, Reason
from statlint.formula import Formulas, LeftAlone, Reckoned, Unknown
from statlint.grid import Grid
from statlint.run.engine import FileRun
from statlint.run.formula_cells import has_formulas
from statlint.values import CellRef, Language, Text
from statlint.workbook import Workbook

_TOLD = frozenset({LeftAlone.NO_RESULT, LeftAlone.ITSELF, LeftAlone.OTHER_FILE})
"""Why a formula was left alone, where a finding says so."""
_WHY = {
    LeftAlone.NOT_UNDERSTOOD: Text("无法解析", "not understood"),
    LeftAlone.ARRAY: Text("数组公式", "array formulas"),
    LeftAlone.NAME: Text("定义的名称", "defined names"),
    LeftAlone.NO_SHEET: Text("引用的工作表不存在", "missing sheets"),
    LeftAlone.DATE: Text("日期", "dates"),
    LeftAlone.TOO_LARGE: Text("引用的单元格过多", "too many cells"),
    LeftAlone.TOO_LONG: Text("公式总长超限", "formulas beyond what is read"),
    LeftAlone.TEXT: Text("文本", "texts"),
    LeftAlone.TRUTH_VALUE: Text("逻辑值", "truth values"),
    LeftAlone.NOISE: Text("末位误差", "binary noise"),
    LeftAlone.HIDDEN: Text("筛选", "filters"),
}
"""What formulas that are left alone turn on, where it is no function."""

_OVERLAPS = Text("是否重复相加", "whether cells are counted twice")


def formulas_of(workbook: Workbook, grids: Sequence[Grid]) -> Formulas | None:
    """Give the formulas of a workbook; None where no cell holds more than it shows."""
    return Formulas(workbook, tuple(grids)) if has_formulas(workbook) else None


def due_cells(confrontations: Iterable[Confrontation]) -> frozenset[tuple[str | None, CellRef]]:
    """Gather the cells where a form asks a figure; one of what tables showed asks none."""
    return frozenset(
        (fact.sheet, fact.cell)
        for confrontation in confrontations
        if not confrontation.filled.form.as_found
        for facts in confrontation.facts
        for fact in facts.due()
    )


def stated_totals(
    confrontations: Iterable[Confrontation],
) -> frozenset[tuple[str | None, CellRef]]:
    """Gather the totals that W115 holds against an edit, so that no other rule tells the same."""
    # What compares formulas with edits is imported only where a workbook has formulas.
    from statlint.confront.formulas import is_compared

    return frozenset(
        (instance.target.sheet, instance.target.cell)
        for confrontation in confrontations
        if not confrontation.filled.form.as_found
        for instance in confrontation.instances
        if instance.target is not None and is_compared(instance)
    )


def check_formulas(
    formulas: Formulas, run: FileRun, confrontations: Sequence[Confrontation]
) -> None:
    """Run the rules on formulas, and list what of them could not be reckoned."""
    if not run.roster.has(Formulas.__name__):
        return
    grids = {grid.name: grid for grid in formulas.grids}
    subject = replace(formulas, due=due_cells(confrontations), stated=stated_totals(confrontations))
    run.apply(subject, grids=grids)
    left_alone = Counter(
        what
        for cell in formulas.cells()
        for what in _left_alone(formulas.reckon(cell), run.settings.language)
    )
    if formulas.overlaps.refused:
        left_alone[_OVERLAPS.of(run.settings.language)] = formulas.overlaps.refused
    if left_alone:
        words = " ".join(f"{what}×{times}" for what, times in left_alone.most_common())
        run.not_checked.append(NotChecked(run.path, None, None, words, Reason.LEFT_ALONE))
        run.outcomes += Outcomes(not_checked=1)


def _left_alone(result: Reckoned | Unknown, language: Language) -> Iterator[str]:
    """Name the function that a formula was left alone for, or what it turns on."""
    if isinstance(result, Unknown) and result.why not in _TOLD:
        yield _WHY[result.why].of(language) if result.why in _WHY else result.what
