"""A form that was found in a workbook, before what stands around its tables is read."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.form import Form, TableForm
from statlint.grid import Grid
from statlint.table.model import ForeignBlock, Table


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A form with its tables, how many of its lines are there, and the sheets they stand on.

    `main` is the form that holds the rest of a mixed one, of which this is the smaller half.
    """

    form: Form
    tables: tuple[Table, ...]
    open: bool = False
    missing: tuple[TableForm, ...] = ()
    foreign: tuple[ForeignBlock, ...] = ()
    lines: int = 0
    sheets: tuple[Grid, ...] = ()
    main: Found | None = None
