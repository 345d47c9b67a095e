"""A form made ready for the search: every way in which each of its tables may be printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import compress

from statlint.dataclass import dataclass, replace
from statlint.form import Arrangement, Block, Form, Head, Line, TableForm
from statlint.table.boxhead import HeadPlan
from statlint.table.known_words import KnownWords
from statlint.table.shelf import Shelved, Sketch
from statlint.table.stub import LinePlan
from statlint.table.worded import Worded, WordedHeads, WordedLines
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.table.open_plan import OpenPlan


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """One way to print a block.

    Without `lines` each boxhead has one row of figures: `slots` then says for each head which line
    and which head of the block it is. `stacked` is a boxhead repeated for each line.
    """

    table: TableForm
    block: Block
    heads: HeadPlan
    lines: LinePlan
    slots: tuple[tuple[Line, Head], ...] = ()
    stacked: bool = False


@dataclass(frozen=True, eq=False)
class FormPlan:
    """A form, or one on the shelf, and its prints, table by table; prepared at first use and kept.

    All tables of a form on the shelf are open, or none is.
    """

    source: Form | Shelved

    @cached_property
    def form(self) -> Form:
        """The form, loaded where it has not been yet."""
        return self.source.load() if isinstance(self.source, Shelved) else self.source

    @cached_property
    def open(self) -> bool:
        """Whether a table of the form is open: it takes another search."""
        if isinstance(self.source, Shelved):
            return self.source.worded is None
        return any(table.open for table in self.form.tables)

    @cached_property
    def as_found(self) -> bool:
        """Whether its tables are found by their structure alone."""
        return not isinstance(self.source, Shelved) and any(
            table.arrangement is Arrangement.AS_FOUND for table in self.form.tables
        )

    @cached_property
    def is_list(self) -> bool:
        """Whether its tables are long lists: they are found by the heads of their columns."""
        return not isinstance(self.source, Shelved) and self.form.is_list

    def open_plans(self, printed: Collection[str]) -> tuple[OpenPlan, ...]:
        """Give the tables of an open form that may be on a sheet with these labels."""
        likely = [sketch.likely(printed) for sketch in self.sketches]
        return tuple(compress(self._open_plans, likely)) if any(likely) else ()

    @cached_property
    def sketches(self) -> tuple[Sketch, ...]:
        """What the tables of an open form must print."""
        if isinstance(self.source, Shelved):
            return self.source.sketches
        return tuple(map(Sketch.of, self._open_plans))

    @cached_property
    def _open_plans(self) -> tuple[OpenPlan, ...]:
        from statlint.table.open_plan import OpenPlan

        return tuple(OpenPlan(self.form, table) for table in self.form.tables)

    @cached_property
    def worded(self) -> Worded:
        """How the lines and heads of its tables are worded, print by print."""
        known = self.source.worded if isinstance(self.source, Shelved) else None
        if known is not None:
            return known
        bare = [one for table in self.form.tables for one in _bare(table)]
        return Worded(
            tuple(WordedHeads.of(one.heads) for one in bare),
            tuple(WordedLines.of(one.lines) for one in bare),
        )

    @cached_property
    def prints(self) -> tuple[tuple[TableForm, tuple[tuple[Print, ...], ...]], ...]:
        """For each table the ways to print it, the official first; each way is a print a block."""
        words = zip(self.worded.heads, self.worded.lines, strict=True)
        return tuple((table, _ways(table, words)) for table in self.form.tables)


def words_of(plans: Iterable[FormPlan]) -> KnownWords:
    """Gather the words of forms whose lines and heads are all known beforehand."""
    return KnownWords.of([plan.worded for plan in plans])


@dataclass(frozen=True, slots=True, eq=False)
class _Bare:
    """The lines and heads of a print, without their words."""

    block: Block
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]
    slots: tuple[tuple[Line, Head], ...] = ()


def _bare(table: TableForm) -> list[_Bare]:
    """Give the prints of the blocks of a table: lines down, then, for some, all side by side."""
    down = [_Bare(block, block.heads, block.lines) for block in table.blocks]
    if table.arrangement is not Arrangement.SIDE_BY_SIDE:
        return down
    return [*down, *map(_flat, table.blocks)]


def _ways(
    table: TableForm, words: Iterator[tuple[WordedHeads, WordedLines]]
) -> tuple[tuple[Print, ...], ...]:
    prints = tuple(
        Print(
            table,
            one.block,
            HeadPlan(one.block, one.heads, heads),
            LinePlan(one.lines, lines),
            one.slots,
        )
        # The words come last: of those, no more are taken than there are prints.
        for one, (heads, lines) in zip(_bare(table), words, strict=False)
    )
    down, flat = prints[: len(table.blocks)], prints[len(table.blocks) :]
    if not flat:
        return (down,)
    stacked = tuple(replace(one, stacked=True) for one in down)
    return (flat, stacked, down)


def _flat(block: Block) -> _Bare:
    """Print the lines of a block side by side, their captions over repeated heads."""
    slots = tuple((line, head) for line in block.figure_lines for head in block.heads)
    heads = tuple(
        replace(
            head,
            key=f"{line.key}.{head.key}",
            above=(*line.above, line.label.zh, line.label.en, *line.aliases),
        )
        for line, head in slots
    )
    return _Bare(block, heads, (), slots)
