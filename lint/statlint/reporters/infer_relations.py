"""The relations of a table in words: what is added up of what, where, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from statlint.inference import Axis, Operator, Relation, Understood
from statlint.reporters.infer_bases import base_name, is_along
from statlint.reporters.infer_drawing import cell_at
from statlint.reporters.infer_marks import Lettered
from statlint.reporters.infer_signs import signed_parts
from statlint.reporters.infer_words import (
    BELIEF,
    FORMULAS,
    HOLDS,
    HOLDS_MOSTLY,
    HOLDS_ONCE,
    RELATIONS,
    SAID,
)
from statlint.reporters.lines import EMPTY, INDENT, Line, Page, Span, Style
from statlint.reporters.places import one_line
from statlint.table import Layout
from statlint.values import Text, column_letters

_MOST = 30
_MOST_PARTS = 4
_MOST_CELLS = 3
_WIDEST_NAME = 24
_TWO = frozenset({Operator.DIVISION, Operator.RELATIVE_CHANGE})


def list_relations(
    at: int, all_understood: Sequence[Understood], relations: Sequence[Lettered], page: Page
) -> Iterator[Line]:
    """List the relations of one of the tables of a file, those between lines first."""
    if not relations:
        yield EMPTY
        yield from page.wrapped(SAID["no-relations"].of(page.language), style=Style.FAINT)
    said = _Said(at, [one.layout for one in all_understood], page)
    for axis in Axis:
        own = [one for one in relations if one.relation.axis is axis]
        if own:
            yield EMPTY
            yield (Span(INDENT), Span(RELATIONS[axis].of(page.language), Style.STRONG))
            yield from said.list_of(own)


class _Said:
    """Words for the relations of one table."""

    def __init__(self, at: int, layouts: Sequence[Layout], page: Page) -> None:
        self._at = at
        self._layouts = layouts
        self._layout = layouts[at]
        self._page = page
        self._times = {
            axis: Counter(one_line(strip.text) for strip in axis.strips(self._layout))
            for axis in Axis
        }

    def list_of(self, relations: Sequence[Lettered]) -> Iterator[Line]:
        """Write relations, each behind its letter."""
        room = max(len(one.letter) for one in relations[:_MOST])
        for one in relations[:_MOST]:
            letter = Span(f"{one.letter:<{room}}{INDENT}", Style.PASSED)
            yield from self._page.wrapped(
                self._formula(one.relation), indent=INDENT * 2, first=(letter,)
            )
            yield from self._page.wrapped(
                self._evidence(one.relation),
                indent=INDENT * 2 + " " * (room + len(INDENT)),
                style=Style.WARNING if one.relation.missed else Style.FAINT,
            )
        if len(relations) > _MOST:
            more = self._say("more", count=len(relations) - _MOST)
            yield from self._page.wrapped(more, indent=INDENT * 2, style=Style.FAINT)

    def _say(self, key: str, **values: object) -> str:
        return SAID[key].of(self._page.language).format(**values)

    def _formula(self, relation: Relation) -> str:
        names = [
            self._name(relation, part, relation.others[index] if relation.others else self._at)
            for index, part in enumerate(relation.parts)
        ]
        if relation.operator in _TWO and is_along(relation):
            names[1] = base_name(relation, names[1], self._layout, self._page.language)
        aggregate = self._name(relation, relation.aggregate, self._at)
        return f"{aggregate} = {self._parts(relation, names)}"

    def _parts(self, relation: Relation, names: Sequence[str]) -> str:
        operator = relation.operator
        if operator is Operator.RANK and relation.factor < 0:
            return self._say("place-lowest", score=names[0])
        factor = "" if relation.factor == 1 else f" × {relation.factor}"
        if relation.weights or relation.below > 1 or relation.less:
            return signed_parts(relation, names) + factor
        joined = (" × " if operator is Operator.PRODUCT else " + ").join(names)
        if len(names) > _MOST_PARTS:
            joined = self._say("and-more", first=names[0], last=names[-1], count=len(names))
        words = FORMULAS.get(operator)
        if words is None:
            return joined + factor
        if operator not in _TWO:
            names = [joined if operator is Operator.AVERAGE else names[-1]]
        if operator is Operator.AVERAGE and relation.places and len(set(relation.parts)) == 1:
            first = self._name(relation, relation.parts[0], self._at)
            return self._say("mean-moving", count=len(relation.parts), first=first)
        if relation.trimmed:
            return self._say("mean-trimmed", parts=names[0])
        return words.of(self._page.language).format(*names) + factor

    def _name(self, relation: Relation, place: int, table: int) -> str:
        """Name a line or head; by its row or column as well where others have the same label."""
        strip = relation.axis.strips(self._layouts[table])[place]
        label = self._page.ruler.cut(one_line(strip.text), _WIDEST_NAME)
        across = relation.axis is Axis.HEADS
        where = column_letters(strip.position) if across else str(strip.position)
        if table != self._at:
            return self._say("in-table", number=table + 1, label=label or where)
        if not label:
            return self._say("bare", place=where)
        again = self._times[relation.axis][one_line(strip.text)] > 1
        return label + self._say("bare", place=where) if again else label

    def _evidence(self, relation: Relation) -> str:
        stated, held = len(relation.positions), len(relation.positions) - len(relation.missed)
        words = HOLDS_MOSTLY if held < stated else HOLDS if stated > 1 else HOLDS_ONCE
        said = [words[relation.axis].of(self._page.language).format(stated=stated, held=held)]
        if relation.named:
            said.append(self._say("named"))
        if relation.tables > 1:
            said.append(self._say("tables", count=relation.tables))
        said.append(_belief(relation).of(self._page.language))
        if relation.missed:
            said.append(self._say("broken", cells=self._cells(relation)))
        return self._say("semicolon").join(said)

    def _cells(self, relation: Relation) -> str:
        lines = relation.axis is Axis.LINES
        cells = [
            str(
                cell_at(self._layout, relation.aggregate, missed)
                if lines
                else cell_at(self._layout, missed, relation.aggregate)
            )
            for missed in relation.missed
        ]
        shown = self._say("comma").join(cells[:_MOST_CELLS])
        if len(cells) <= _MOST_CELLS:
            return shown
        return self._say("cells-more", cells=shown, count=len(cells))


def _belief(relation: Relation) -> Text:
    return next(words for least, words in BELIEF if relation.bits >= least)
