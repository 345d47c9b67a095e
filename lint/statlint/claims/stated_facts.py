"""The figures of a text as the facts of a table: one line a figure, under one head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from statlint.claims.model import Mention
from statlint.claims.stated_scale import Scaled, scaled
from statlint.dataclass import dataclass
from statlint.facts import Fact, Facts
from statlint.form import Block, Edit, Head, Line, Measure, Name, TableForm, ValueKind
from statlint.grid import Grid
from statlint.prose import Prose
from statlint.table import Part, Table
from statlint.values import CellRange, CellRef, Text
from statlint.values.place import Place
from statlint.values.said import Said
from statlint.workbook import Sheet

TEXT = "text"
"""The key of the table that the figures of a text make."""
SAID = "said"
"""The key of its only head."""
_TITLE = Text("正文", "text")
_HEAD = Head(SAID, Text("", ""))
_FIRST_INDEX = 100_000
"""Numbers of the empty sheets that figures of a text are said to stand on, behind all others."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A figure of a text: what is said of it, how it is written, and its name in edits."""

    mention: Mention
    scale: Scaled

    @property
    def name(self) -> Name:
        """What edits call it."""
        return Name((TEXT, self.mention.key, SAID))


def told_of(mentions: Iterable[Mention]) -> dict[str, Told]:
    """Give the figures of a text by their keys, each once."""
    return {one.key: Told(one, scaled(one.quantity)) for one in mentions}


def facts_of_text(
    told: Sequence[Told], edits: Sequence[Edit], prose: Prose, taken: Sequence[Fact] = ()
) -> Facts:
    """Make the table of the figures of a text; `taken` are those of other texts beside them."""
    lines = tuple(_line(one) for one in told)
    block = Block(TEXT, (*lines, *(fact.line for fact in taken)), (_HEAD,))
    plan = TableForm(TEXT, _TITLE, (block,), Measure(ValueKind.COUNT), tuple(edits))
    texts = {passage.place: passage.paragraph.text for passage in prose.passages}
    parts = {
        place: _part(block, place, number)
        for number, place in enumerate(dict.fromkeys(one.mention.sentence.place for one in told))
    }
    facts = {
        (line.key, SAID): _fact(one, line, parts[one.mention.sentence.place], texts)
        for one, line in zip(told, lines, strict=True)
    }
    facts |= {(fact.line.key, SAID): fact for fact in taken}
    return Facts(Table(plan, tuple(parts.values())), facts)


def _line(told: Told) -> Line:
    mention, quantity = told.mention, told.mention.quantity
    # A figure with no words of its own (1,181 of 1,284) is called as it is written.
    named = mention.label or mention.words.strip(" ,.;:()，。；：（）、")
    label = " ".join((named or f"{quantity.figure.text}{quantity.unit}").split())
    return Line(mention.key, Text(label, label), measure=told.scale.measure)


def _part(block: Block, place: Place, number: int) -> Part:
    grid = Grid(Sheet(place, ()), _FIRST_INDEX + number, False, 1, 1)  # noqa: FBT003
    first = CellRef(1, 1)
    return Part(grid, block, CellRange(first, first), (), ())


def _fact(told: Told, line: Line, part: Part, texts: Mapping[Place, str]) -> Fact:
    mention = told.mention
    sentence, quantity = mention.sentence, mention.quantity
    return Fact(
        table=TEXT,
        line=line,
        head=_HEAD,
        measure=told.scale.measure,
        sheet=sentence.place,
        cell=CellRef(sentence.number, _number(mention)),
        line_label=line.label.zh,
        head_label="",
        reading=told.scale.figure,
        part=part,
        said=Said(
            place=sentence.place,
            paragraph=texts[sentence.place],
            start=quantity.start,
            end=quantity.end,
            first=sentence.start,
            last=sentence.end,
        ),
    )


def _number(mention: Mention) -> int:
    """Give the number of a figure in its sentence; a 0 in words comes where it stands."""
    quantities = mention.sentence.quantities
    return 1 + sum(one.start < mention.quantity.start for one in quantities)
