"""Short forms: what a small example needs of a form, the rest taken from its grid.

The heads are the first row of the grid and the lines its first column, unless `heads` or `lines`
list them: as texts, or as tables with a label and what the form language knows besides. The keys
of a cell (`kind`, `unit`, `units`, `required`, `minimum`, `maximum`, `stock`, `rounded`) hold for
all cells. `balance`, `part` and `edits` state edits with the printed labels for names. All else
(`blank`, `first-year`, `sign-off`, …) is handed on. Where there is neither short form nor whole
form, lines and heads labelled Total, 合计 or 总计 are the totals of all others, and lines that
begin with 其中 are parts of the line before them.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any, TypeAlias

import tomli

from statlint.form import Form, build_form
from statlint.form.build_measures import MEASURE_KEYS

Rows: TypeAlias = Sequence[Sequence[str]]
Data: TypeAlias = Mapping[str, Any]

_TABLE_KEYS = frozenset({*MEASURE_KEYS, "arrangement", "stubheads"})
_OWN_KEYS = frozenset({"lines", "heads", "balance", "part", "edits"})
_TOTALS = frozenset({"Total", "合计", "总计"})
_OF_WHICH = "其中"


def read_toml(text: str) -> dict[str, Any]:
    """Read TOML with exact numbers."""
    return tomli.loads(text, parse_float=Decimal)


def read_rows(grid: str) -> list[list[str]]:
    """Read a grid written as CSV, without its title: from the first row of two cells and more."""
    rows = [[cell.strip() for cell in row] for row in csv.reader(StringIO(grid.strip()))]
    starts = [index for index, row in enumerate(rows) if sum(map(bool, row)) > 1]
    return rows[starts[0] :] if starts else rows


def form_of(stated: Data, rows: Rows) -> Form:
    """Build a whole form, a short form, or the form that a grid suggests by itself."""
    given: dict[str, Any] = {"id": "example", "title": "Example", "source": "Example"}
    if "table" in stated:
        return build_form({**given, **stated}, "example")
    lines = _labelled(stated.get("lines") or _first_column(rows), "l")
    heads = _labelled(stated.get("heads") or _first_row(rows), "h")
    edits = list(_edits(stated, lines, heads) if stated else _suggested(lines, heads))
    table = {
        "key": "table",
        "title": "Table",
        "line": lines,
        "head": heads,
        "edit": [{"id": f"E{number}", **edit} for number, edit in enumerate(edits, 1)],
        **{key: value for key, value in stated.items() if key in _TABLE_KEYS},
    }
    others = {key: stated[key] for key in stated.keys() - _TABLE_KEYS - _OWN_KEYS}
    return build_form({**given, **others, "table": [table]}, "example")


def _first_row(rows: Rows) -> list[str]:
    return [label for label in rows[0][1:] if label] if rows else []


def _first_column(rows: Rows) -> list[str]:
    return list(dict.fromkeys(row[0] for row in rows[1:] if row and row[0]))


def _labelled(labels: Sequence[str | Data], letter: str) -> list[dict[str, Any]]:
    """Give each line or head a key of its own: l1, l2 or h1, h2."""
    return [
        {"key": f"{letter}{number}", **({"label": label} if isinstance(label, str) else label)}
        for number, label in enumerate(labels, 1)
    ]


def _keys(entries: Sequence[Data]) -> dict[str, str]:
    return {entry["label"]: entry["key"] for entry in entries}


def _edits(stated: Data, lines: Sequence[Data], heads: Sequence[Data]) -> Iterator[dict[str, Any]]:
    by_line, keys = _keys(lines), _keys(heads) | _keys(lines)
    for edit in stated.get("balance", ()):
        yield _balance(edit["total"], edit["parts"], by_line, keys)
    for edit in stated.get("part", ()):
        yield _part(edit["part"], edit["whole"], by_line, keys)
    labels = sorted(keys, key=len, reverse=True)
    word = "|".join(rf"(?<!\w){re.escape(label)}(?!\w)" for label in labels)
    for edit in stated.get("edits", ()):
        rule = re.sub(word, lambda found: keys[found[0]], edit["rule"])
        places = {
            key: [keys[label] for label in edit[key]] for key in ("lines", "heads") if key in edit
        }
        yield {**edit, **places, "rule": rule}


def _balance(
    total: str, parts: Sequence[str], by_line: Mapping[str, str], keys: Mapping[str, str]
) -> dict[str, Any]:
    sum_of = " + ".join(keys[part] for part in parts)
    return {"rule": f"{sum_of} = {keys[total]}", "per": "head" if total in by_line else "line"}


def _part(
    part: str, whole: str, by_line: Mapping[str, str], keys: Mapping[str, str]
) -> dict[str, Any]:
    return {"rule": f"{keys[part]} <= {keys[whole]}", "per": "head" if part in by_line else "line"}


def _suggested(lines: Sequence[Data], heads: Sequence[Data]) -> Iterator[dict[str, Any]]:
    """State the edits that the labels themselves suggest."""
    for entries in (lines, heads):
        keys = _keys(entries)
        parts = [
            label for label in keys if label not in _TOTALS and not label.startswith(_OF_WHICH)
        ]
        for total in _TOTALS & keys.keys():
            yield _balance(total, parts, _keys(lines), keys)
    whole = ""
    for label in _keys(lines):
        if label.startswith(_OF_WHICH):
            yield _part(label, whole, _keys(lines), _keys(lines))
        else:
            whole = label
