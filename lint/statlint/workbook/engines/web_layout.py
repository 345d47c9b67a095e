"""Whether a table of a web page is one, or only puts texts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.pattern import pattern_of
from statlint.workbook.engines.web_grid import GridCell, WebGrid
from statlint.workbook.engines.web_words import Words

if TYPE_CHECKING:
    from statlint.workbook.engines.web_words import Block

_FIGURE = pattern_of(
    r"[-+－＋—–]?[\d０-９][\d０-９,，.．\s]*(?:[%％]|[\u4e00-\u9fff]{1,3})?|[-—–/／]{1,4}|\.{2,6}|…+|无"
)
_LEAST_ROWS = 3
_LONG = 200
"""Signs of a cell that is a text rather than a note."""
_SENTENCES = 2


def blocks_of(grid: WebGrid) -> list[Block]:
    """Give a table as it is, or the texts and tables in its cells one after the other."""
    told = [cell for cell in grid.cells if cell.flow.blocks]
    if not told or _is_table(grid, told):
        return [*grid.caption.blocks, *([grid] if told else [])]
    # What is not shown of a layout is no text of the page.
    hidden = set(grid.hidden_rows)
    shown = (cell for cell in told if cell.row not in hidden)
    return [*grid.caption.blocks, *(block for cell in shown for block in cell.flow.blocks)]


def _is_table(grid: WebGrid, told: list[GridCell]) -> bool:
    """Tell whether rows and columns of a table mean something."""
    if grid.is_layout or any(
        isinstance(block, WebGrid) for cell in told for block in cell.flow.blocks
    ):
        return False
    rows = {cell.row for cell in told}
    if len({cell.column for cell in told}) == 1 or len(rows) == len(told):
        return False
    words = [block for cell in told for block in cell.flow.blocks if isinstance(block, Words)]
    signs = sum(len(one.text) for one in words)
    if 2 * sum(one.links for one in words) > signs or _is_text(told, signs):
        return False
    figures = sum(_FIGURE.fullmatch(cell.text) is not None for cell in told)
    if len(rows) == 1:
        # One row of figures may go on with the table above it.
        return 2 * figures > len(told)
    return figures > 0 or len({cell.row for cell in grid.cells}) >= _LEAST_ROWS


def _is_text(told: list[GridCell], signs: int) -> bool:
    """Tell whether one cell holds a text, and the others hardly anything beside it."""
    longest = max((cell.text for cell in told), key=len)
    return (
        len(longest) > _LONG and 4 * len(longest) > 3 * signs and longest.count("。") >= _SENTENCES
    )
