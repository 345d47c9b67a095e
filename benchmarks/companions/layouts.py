"""The ways in which companion tables are handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from companions.model import Companion
from companions.printing import Style, printed
from companions.writing import write_formatted
from submissions import inks
from submissions.model import Figure, Slot, Submission
from submissions.other_formats import write_ods, write_xls
from submissions.rectangle import stacked
from submissions.writing import Sheet, Writer, write_text, write_xlsx


@dataclass(frozen=True, slots=True)
class Layout:
    """One way: a style of printing, a kind of file, and how figures are written.

    `formats` shows decimals by number formats and shares as percentages, `stacks` puts all pages
    on one sheet.
    """

    name: str
    style: Style = field(default_factory=Style)
    write: Writer = write_xlsx
    ink: Callable[[Figure], Figure] | None = None
    formats: bool = False
    stacks: bool = False

    def make(self, companion: Companion) -> Submission:
        """Hand in a file."""
        sheets = self._sheets(companion)
        if self.formats:
            return write_formatted(companion.name, sheets, _shares(companion))
        return self.write(companion.name, sheets)

    def _sheets(self, companion: Companion) -> list[Sheet]:
        figures = self._inked(companion)
        drawn = [printed(companion, page, self.style) for page in companion.pages]
        if self.stacks:
            return [Sheet("Sheet1", stacked(drawn, gap=2), figures)]
        names = (page.title[:20] for page in companion.pages)
        return [
            Sheet(name, rectangle, figures) for name, rectangle in zip(names, drawn, strict=True)
        ]

    def _inked(self, companion: Companion) -> dict[Slot, Figure]:
        words = {
            (page.table, column.key)
            for page in companion.pages
            for column in page.columns
            if column.words
        }
        return {
            slot: figure
            if self.ink is None or (slot.table, slot.head) in words
            else self.ink(figure)
            for slot, figure in companion.figures.items()
        }


def _shares(companion: Companion) -> frozenset[str]:
    return frozenset(
        column.key for page in companion.pages for column in page.columns if column.share
    )


LAYOUTS = (
    Layout("workbook with merged cells"),
    Layout("workbook with number formats and percentages", formats=True),
    Layout("workbook with merges lost", Style(merges="lost", wording=1)),
    Layout("workbook with merged text in each cell", Style(merges="filled")),
    Layout("workbook of text cells", Style(wording=2), ink=inks.as_text),
    Layout("workbook moved down and right, other words", Style(wording=3, down=3, right=2)),
    Layout("workbook with spaced labels", Style(spaced=True, wording=4)),
    Layout("workbook with labels over two lines", Style(broken=True, wording=10)),
    Layout("figures in full-width digits", Style(wording=11), ink=inks.full_width),
    Layout("figures grouped by thousands", ink=inks.grouped),
    Layout("one row of heads, no optional columns", Style(spanners=False, spare=False)),
    Layout("no title, no notes", Style(title=False, around=False, wording=5)),
    Layout("all on one sheet", Style(wording=6), stacks=True),
    Layout("old Excel file", write=write_xls),
    Layout("OpenDocument", Style(wording=7), write=write_ods),
    Layout("csv in utf-8 with bom", Style(merges="lost"), write=write_text("utf-8-sig", ",")),
    Layout(
        "csv in gbk, other words", Style(merges="lost", wording=8), write=write_text("gbk", ",")
    ),
    Layout(
        "bare csv", Style(merges="lost", title=False, around=False), write=write_text("utf-8", ",")
    ),
    Layout(
        "tabs, merged text in each cell",
        Style(merges="filled", wording=9),
        write=write_text("utf-16", "\t", "txt"),
    ),
)
"""All layouts; a table is the same in each of them."""
