"""A table that was torn, as a sheet of its own; its figures leave the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from statlint.dataclass import dataclass, replace
from statlint.form import TableForm
from statlint.table.model import TornTable
from statlint.table.torn_tokens import Stream
from statlint.values import CellRef
from statlint.values.place import Place
from statlint.workbook import Cell, CellKind, Document, Paragraph, Sheet


@dataclass(frozen=True, slots=True, eq=False)
class Mended:
    """A document with the tables that were put back, and those that could not be."""

    document: Document
    sheets: tuple[Sheet, ...]
    torn: tuple[TornTable, ...] = ()


_Cut = tuple[TableForm, int, int, tuple[int, ...]]
"""A table, its first token, the one after its last, and the tokens that are its figures."""


def mend(
    document: Document, sheets: Sequence[Sheet], stream: Stream, cuts: Sequence[_Cut]
) -> Mended:
    """Make a sheet of each cut, in order; tables that are there keep their numbers."""
    made: list[Sheet] = []
    blocks = list(document.blocks)
    gone: dict[int, list[tuple[int, int]]] = {}
    for table, first, end, figures in cuts:
        place = Place.of("table", len(sheets) + len(made) + 1)
        written = [stream.tokens[number].text for number in figures]
        made.append(Sheet(place, tuple(_cells(table, written))))
        for token in stream.tokens[first:end]:
            gone.setdefault(token.paragraph, []).append((token.start, token.end))
        index = blocks.index(document.paragraphs[stream.tokens[first].paragraph])
        blocks.insert(index + 1, place)
    texts = {
        document.paragraphs[number].place: _without(document.paragraphs[number].text, spans)
        for number, spans in gone.items()
    }
    left = (_changed(block, texts) for block in blocks)
    kept = (block for block in left if isinstance(block, Place) or block.text)
    return Mended(Document(tuple(kept)), (*sheets, *made))


def _changed(block: Paragraph | Place, texts: Mapping[Place, str]) -> Paragraph | Place:
    if isinstance(block, Place) or block.place not in texts:
        return block
    return replace(block, text=texts[block.place])


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Give a text without some stretches of it."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return " ".join(" ".join([*kept, text[at:]]).split())


def _cells(table: TableForm, figures: Sequence[str]) -> Iterator[Cell]:
    """Print a table as its form does, block by block; the figures come line by line."""
    left, row = iter(figures), 1
    stub = 1 + max(len(line.above) for line in table.lines())
    for block in table.blocks:
        if block.caption is not None:
            yield Cell(CellRef(row, 1), CellKind.TEXT, block.caption.zh)
            row += 1
        yield from _row(row, stub, (), [head.label.zh for head in block.figure_heads])
        for line in block.figure_lines:
            row += 1
            own = list(islice(left, len(block.figure_heads)))
            yield from _row(row, stub, (*line.above, line.label.zh), own)
        row += 1


def _row(row: int, stub: int, labels: Sequence[str], figures: Sequence[str]) -> Iterator[Cell]:
    """Print a row: labels from the left, figures behind the stub."""
    columns = (*enumerate(labels, 1), *enumerate(figures, stub + 1))
    return (Cell(CellRef(row, column), CellKind.TEXT, text) for column, text in columns)
