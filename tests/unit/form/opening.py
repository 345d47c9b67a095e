"""Open tables for tests: forms built of edits, and what a filled-in table prints of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from statlint.form import (
    Edit,
    PrintedHead,
    PrintedLine,
    TableForm,
    build_form,
    edit_text,
)
from statlint.form.unroll import unroll
from statlint.values import Text

HEADS: tuple[dict[str, object], ...] = (
    {"key": "name", "label": "单位", "names": "item"},
    {"key": "points", "label": "分值", "kind": "score"},
    {"key": "kind", "label": "栏目", "repeat": True},
    {"key": "site", "label": "网站", "of": "kind", "optional": True},
    {"key": "sub", "label": "小计", "repeat": True},
    {"key": "all", "label": "合计", "optional": True},
    {"key": "m1", "label": "1月", "optional": True, "stock": True},
    {"key": "m2", "label": "2月", "optional": True},
    {"key": "m3", "label": "3月", "optional": True},
    {"key": "note", "label": "备注", "kind": "text", "optional": True},
)
LINES: tuple[dict[str, object], ...] = (
    {"key": "group", "label": "类别", "repeat": True},
    {"key": "item", "label": "单位", "under": "group", "repeat": True},
    {"key": "bonus", "label": "加分项", "of": "item", "optional": True},
    {"key": "extra", "label": "附加项", "of": "item", "repeat": True},
    {"key": "subtotal", "label": "小计", "under": "group", "optional": True},
    {"key": "total", "label": "合计", "optional": True},
    {"key": "mean", "label": "平均", "kind": "amount", "optional": True},
)


def open_table(*edits: Mapping[str, object]) -> TableForm:
    """Build a table that has lines and heads of every sort, with some edits."""
    stated = [{"id": f"E{number}", **edit} for number, edit in enumerate(edits, 1)]
    table = {
        "key": "t",
        "title": "T",
        "head": list(HEADS),
        "line": list(LINES),
        "edit": stated,
    }
    data = {"id": "f", "title": "F", "source": "S", "table": [table]}
    return build_form(data, "f").tables[0]


def lines_of(table: TableForm, written: str, **labels: str) -> list[PrintedLine]:
    """Read what a table prints: its lines, each with what it stands under: "item#1<group#1"."""
    return [_line(table, *word.partition("<")[::2], labels) for word in written.split()]


def heads_of(table: TableForm, written: str) -> list[PrintedHead]:
    """Read what a table prints: its heads, each with what adds it up: "kind#1<all"."""
    return [_head(table, *word.partition("<")[::2]) for word in written.split()]


def _line(table: TableForm, word: str, under: str, labels: Mapping[str, str]) -> PrintedLine:
    """Make a printed line; an asterisk after its key makes it a heading."""
    key, heading = word.rstrip("*"), word.endswith("*")
    of = key.partition("#")[0]
    line = next(line for line in table.blocks[0].lines if line.key == of)
    label = Text(labels[key], labels[key]) if key in labels else line.label
    return PrintedLine(of, replace(line, key=key, heading=heading, label=label), under or None)


def _head(table: TableForm, key: str, total: str) -> PrintedHead:
    of = key.partition("#")[0]
    head = next(head for head in table.blocks[0].heads if head.key == of)
    return PrintedHead(of, replace(head, key=key), total or None)


def unrolled(edits: Sequence[Mapping[str, object]], lines: str, heads: str) -> Sequence[Edit]:
    """Give the edits of a table that prints some lines and heads."""
    table = open_table(*edits)
    return unroll(table, lines_of(table, lines), heads_of(table, heads)).edits


def texts(edits: Iterable[Edit]) -> list[str]:
    """Write edits in the edit language, with the concrete names."""
    return [edit_text(edit.condition) for edit in edits]
