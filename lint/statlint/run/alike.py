"""Files that are filled copies of one that was clean: their figures alone are looked at.

What is said of such a file goes by what its sheets have in common with the first, by what is read
around its tables, and by whether its edits hold. Where these are the same and hold, no rule is
asked of its figures, as none was of the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from statlint.confront.likewise import Deciders, deciders_of
from statlint.dataclass import dataclass, field, replace
from statlint.history.imprint_alike import AlikeImprint, alike_imprint
from statlint.rule.occasions import occasions_of
from statlint.run.alike_tables import Likeness, likeness_of
from statlint.run.engine import FileRun
from statlint.typed import TYPE_CHECKING, TypeAlias
from statlint.workbook.cells import Cast, Cells

if TYPE_CHECKING:
    from statlint.confront.plain import Numbers
    from statlint.rule.occasion import Occasion
    from statlint.run.one import Begun
    from statlint.run.read import Read
    from statlint.run.result import FileResult
    from statlint.run.work import Work
    from statlint.workbook import SheetState, Workbook

_MOST = 32
"""Kinds of files that are known, some 100 kB each."""
_MOST_TRIES = 8
"""Clean files with the same sheets that are looked at: units of other kinds have other edits."""
_ASKED = frozenset({"Opening", "FilledForm", "Search"})
"""Subjects of which rules are asked again: these do not go by what figures show."""
_Moulds: TypeAlias = tuple[object, ...]
_Shown: TypeAlias = "tuple[frozenset[Occasion] | None, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """A clean file: what it was checked with, what it showed, and what tells of another like it.

    `asks` is whether rules were asked of the file, its forms and the search for them. `imprints`
    are of the tables of its forms, by the number of the form and the key of the table.
    """

    work: Work
    announced: str
    frame: tuple[Workbook, list[tuple[str | None, SheetState]]]
    shown: _Shown
    asks: bool
    likeness: Likeness
    deciders: tuple[Deciders, ...]
    imprints: tuple[tuple[int, str, AlikeImprint], ...]
    result: FileResult

    def of(self, read: Read, casts: Sequence[Cast], work: Work) -> FileResult | None:
        """Give what is said of another file; None where it is not like this one."""
        if not self._is_framed(read, work):
            return None
        numbers = self.likeness.numbers(read.filled, casts)
        if numbers is None or _shown(read) != self.shown:
            return None
        if self.asks and not _is_passed(read, work):
            return None
        if not all(one.hold(of) for one, of in zip(self.deciders, numbers, strict=True)):
            return None
        return self._said(read, numbers)

    def _is_framed(self, read: Read, work: Work) -> bool:
        """Tell whether all but its sheets is the same."""
        opening = read.opening
        return (
            opening.announced == self.announced
            and opening.workbook is not None
            and _frame(opening.workbook) == self.frame
            and work.settings is self.work.settings
            and work.roster is self.work.roster
        )

    def _said(self, read: Read, numbers: Sequence[dict[str, Numbers]]) -> FileResult:
        first = read.filled[0]
        file = replace(
            self.result.file,
            path=read.opening.path,
            period=first.period,
            unit_name=first.unit_name,
        )
        imprints = tuple([one.of(numbers[at][key]) for at, key, one in self.imprints])
        return replace(self.result, file=file, imprints=imprints)


@dataclass(slots=True, eq=False)
class Alike:
    """The clean files of a run that others may be like, by the moulds of their sheets."""

    _known: dict[_Moulds, list[_Known]] = field(default_factory=dict)
    _tries: dict[_Moulds, int] = field(default_factory=dict)

    def find(self, read: Read, work: Work) -> FileResult | None:
        """Give what is said of a file like one that was clean; None for any other."""
        casts = _casts(read)
        if casts is None or not _is_simple(read):
            return None
        for one in self._known.get(_moulds(casts), ()):
            found = one.of(read, casts, work)
            if found is not None:
                return found
        return None

    def keep(self, begun: Begun, result: FileResult, work: Work) -> None:
        """Keep a file that is clean, where others may be like it."""
        casts = _casts(begun.file)
        if casts is None or not (_is_simple(begun.file) and _is_clean(begun, result)):
            return
        moulds = _moulds(casts)
        tries = self._tries.get(moulds, 0)
        if tries >= _MOST_TRIES:
            return
        if len(self._tries) >= _MOST:
            self._tries.clear()
            self._known.clear()
        self._tries[moulds] = tries + 1
        known = _known(begun, casts, result, work)
        if known is not None:
            self._known.setdefault(moulds, []).append(known)

    def __reduce__(self) -> tuple[type[Alike], tuple[()]]:
        """Leave a process empty: another one finds out its own."""
        return Alike, ()


def _casts(read: Read) -> list[Cast] | None:
    """Give the casts of all sheets; None where one is none, or has figures not plainly written."""
    workbook = read.opening.workbook
    casts: list[Cast] = []
    for sheet in workbook.sheets if workbook else ():
        cast = sheet.cells.of_mould if isinstance(sheet.cells, Cells) else None
        if cast is None or cast.figures is None:
            return None
        casts.append(cast)
    return casts or None


def _moulds(casts: Sequence[Cast]) -> _Moulds:
    return tuple([one.mould for one in casts])


def _is_simple(read: Read) -> bool:
    """Tell whether a file is nothing but tables that forms explain."""
    return bool(read.filled) and not (read.layouts or read.lists or read.long or read.report)


def _is_clean(begun: Begun, result: FileResult) -> bool:
    """Tell whether nothing is said of a file but what it is, and no rule was asked."""
    run = begun.run
    return not any(
        (
            *(run.asked - _ASKED, run.formulas is not None, begun.waits, result.dated),
            *(result.findings, result.not_checked, result.crashes, result.causes, result.drifts),
            result.file.neighbours,
        )
    )


def _known(begun: Begun, casts: Sequence[Cast], result: FileResult, work: Work) -> _Known | None:
    """Look at a clean file; None where more than the figures of its tables may differ."""
    opening, confrontations = begun.file.opening, begun.confrontations
    on, off = work.settings.edits_on, work.settings.edits_off
    found = [deciders_of(one, work.ready, on, off) for one in confrontations]
    deciders = tuple([one for one in found if one is not None])
    likeness = likeness_of(confrontations, casts)
    if likeness is None or opening.workbook is None or len(deciders) < len(found):
        return None
    imprints = [
        (at, facts.plan.key, imprint)
        for at, one in enumerate(confrontations)
        for facts in one.facts
        if (imprint := alike_imprint(one.filled.form.id, facts)) is not None
    ]
    if not all(likeness.has(at, key, one.cells) for at, key, one in imprints):
        return None
    shown = _shown(begun.file)
    return _Known(
        *(work, opening.announced, _frame(opening.workbook), shown, bool(begun.run.asked)),
        *(likeness, deciders, tuple(imprints), replace(result, imprints=())),
    )


def _shown(read: Read) -> _Shown:
    """Say what a file shows that rules speak of, beside the figures of its tables."""
    found = [occasions_of(read.opening), *map(occasions_of, read.filled)]
    return (*found, None if read.search is None else occasions_of(read.search))


def _is_passed(read: Read, work: Work) -> bool:
    """Ask the rules on a file, its forms and the search for them; False where any has an answer."""
    run = FileRun(read.opening.path, work.roster, work.settings, work.today)
    run.apply(read.opening)
    for one in read.filled:
        run.apply(one, filled=one, grids=read.grids)
    if read.search is not None:
        run.apply(read.search, grids=read.grids)
    return not (run.findings or run.not_checked or run.crashes or run.clock.asked)


def _frame(workbook: Workbook) -> tuple[Workbook, list[tuple[str | None, SheetState]]]:
    """Give all of a workbook but what its sheets hold."""
    return replace(workbook, sheets=()), [(sheet.name, sheet.state) for sheet in workbook.sheets]
