"""Lists whose lines have numbers, and the cells of other tables that refer to these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from statlint.dataclass import dataclass
from statlint.facts.model import Fact, Facts
from statlint.facts.numbering import numberings
from statlint.form import Format, Head, Line
from statlint.table import Label
from statlint.values import label_key
from statlint.values.ordinal import Ordinal, Path, leading_ordinal
from statlint.values.reference import Reference, read_references
from statlint.workbook import CellKind

_SHORTEST_TITLE = 4
"""Signs of the shortest title that is looked for within a longer text."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of a list: its number, its label, and the cell where the number stands."""

    line: Line
    number: Ordinal
    label: Label
    at: Fact | Label

    @property
    def written(self) -> str:
        """The number in digits."""
        return ".".join(map(str, self.number.path))


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """The numbered lines of a table, in their order; `key` is the kind that is referred to."""

    entries: tuple[Entry, ...] = ()
    key: str | None = None

    @property
    def due(self) -> tuple[Entry, ...]:
        """The lines of the kind that is referred to; without one, of that with most lines."""
        kinds = Counter(entry.line.of for entry in self.entries)
        key = self.key or next((kind for kind, _ in kinds.most_common(1)), None)
        return tuple(entry for entry in self.entries if key in {entry.line.of, entry.line.key})

    @property
    def paths(self) -> frozenset[Path]:
        """The numbers that are there."""
        return frozenset(entry.number.path for entry in self.entries)

    def resolve(self, reference: Reference) -> tuple[Path, ...]:
        """Give the numbers that a reference means, as this list numbers its lines."""
        flat = all(len(path) == 1 for path in self.paths)
        if reference.dashed and reference.last and len(reference.first) == 1 and not flat:
            return (reference.first + reference.last,)
        if flat and len(reference.first) > 1 and reference.last is None:
            # 1.2 in a list that counts 1, 2, 3 is written for 1、2.
            return tuple((one,) for one in reference.first)
        return reference.paths

    def titled(self, text: str) -> Iterator[Path]:
        """Go through the numbers of the lines whose label a text holds."""
        said = label_key(text)
        for entry in self.entries:
            title = label_key(entry.label.text)
            if title == said or (len(title) >= _SHORTEST_TITLE and title in said):
                yield entry.number.path


def read_register(facts: Facts, key: str | None) -> Register:
    """Read the numbers of a table's lines; `key` is the kind of line that is referred to."""
    labels = {found.line.key: found.label for part in facts.table.parts for found in part.lines}
    columns = list(numberings(facts))
    entries: dict[tuple[str | None, Path], Entry] = {}
    for fact, number in (one for column in columns for one in column.meant()):
        entry = Entry(fact.line, number, labels[fact.line.key], fact)
        entries.setdefault((fact.line.of, number.path), entry)
    if not columns:
        return Register(tuple(_in_labels(facts, labels)), key)
    return Register(tuple(entries.values()), key)


def _in_labels(facts: Facts, labels: Mapping[str, Label]) -> Iterator[Entry]:
    """Go through the lines whose label begins with a number."""
    for line in facts.plan.lines():
        label = labels.get(line.key)
        number = leading_ordinal(label.text) if label else None
        if label and number:
            yield Entry(line, number, label, label)


def citations(facts: Facts, head: Head) -> Iterator[tuple[Fact, tuple[Reference, ...]]]:
    """Go through the filled cells under a head that refers, with the numbers they name."""
    seen = set()
    for fact in facts:
        if fact.head.key == head.key and not fact.empty and (fact.sheet, fact.cell) not in seen:
            seen.add((fact.sheet, fact.cell))
            cell = fact.part.grid.cell(fact.cell.row, fact.cell.column)
            dated = cell is not None and cell.kind is CellKind.DATE
            yield fact, () if dated else read_references(fact.text)


def referring_heads(facts: Facts) -> Iterator[Head]:
    """Go through the heads of a table whose cells refer to another table."""
    for head in _heads(facts):
        if _format(head) is Format.REFERENCE:
            yield head


def _heads(facts: Facts) -> Iterator[Head]:
    for block in facts.plan.blocks:
        yield from block.heads


def _format(head: Head) -> Format | None:
    return head.measure.format if head.measure else None
