"""What a layout is: a way to hand in a report, and what is said about it for that alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from submissions.inks import inked
from submissions.model import STATISTICS, Figure, Report, Submission
from submissions.page import Shape, as_printed, file_name, one_sheet, page
from submissions.rectangle import Rectangle
from submissions.writing import Writer, write_xlsx

Make = Callable[[Report], Submission]
Draw = Callable[[Report, Shape], Rectangle]


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout. `provokes` are the rules that it breaks by itself, as an extra line does.

    `needs` is a table without which it is nothing of its own; `form` the only form it is for.
    `hides_zeros` tells that a 0 is not written as such, `sheet_2014` whether it also suits the
    statistics sheet of 2014. `brings` are the tables of other forms that stand beside the report.
    """

    name: str
    make: Make
    provokes: tuple[str, ...] = ()
    needs: str | None = None
    form: str | None = None
    hides_zeros: bool = False
    sheet_2014: bool = True
    brings: tuple[str, ...] = ()

    def suits(self, report: Report) -> bool:
        """Tell whether a report can be laid out in this way."""
        if STATISTICS in report.tables:
            return self.sheet_2014 and self.needs in {None, STATISTICS}
        return (self.needs is None or self.needs in report.tables) and (
            self.form is None or self.form == report.form
        )


def laid_out(
    shape: Shape = as_printed,
    *,
    write: Writer = write_xlsx,
    draw: Draw = page,
    ink: Callable[[Figure], Figure] | None = None,
) -> Make:
    """Make a layout of one sheet from the shape of its tables, its page, its ink and its file."""

    def make(report: Report) -> Submission:
        written = inked(report, ink) if ink else report
        return write(file_name(report), one_sheet(written, draw(written, shape)))

    return make
