"""What is known of forms written down, so that those which no sheet may hold need not be loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from statlint.table.known_words import KnownWords
from statlint.table.plan import FormPlan
from statlint.table.shelf import ShelfData
from statlint.table.worded import HeadsData, LinesData

T = TypeVar("T")


def shelf_text(plans: Sequence[FormPlan]) -> str:
    """Write the shelf of some forms: a line each for what is known of one, and for its words."""
    data = shelf_data(plans)
    parts = [f"{_json(name)}:{_lines_of(part)}" for name, part in data.items()]
    return "{" + ",\n".join(parts) + "}\n"


def shelf_data(plans: Sequence[FormPlan]) -> ShelfData:
    """Give what is known of forms before they are loaded as plain data."""
    heads: dict[str, tuple[int, HeadsData]] = {}
    lines: dict[str, tuple[int, LinesData]] = {}
    fixed = [plan for plan in plans if not plan.open]
    return {
        "open": {
            plan.form.id: [sketch.data() for sketch in plan.sketches] for plan in plans if plan.open
        },
        "fixed": {
            plan.form.id: [
                (_place(of_heads.data(), heads), _place(of_lines.data(), lines))
                for of_heads, of_lines in zip(plan.worded.heads, plan.worded.lines, strict=True)
            ]
            for plan in fixed
        },
        "heads": [one for _, one in heads.values()],
        "lines": [one for _, one in lines.values()],
        "near": KnownWords.of([plan.worded for plan in fixed]).lexicon.near().data,
    }


def _place(one: T, known: dict[str, tuple[int, T]]) -> int:
    """Give the place of a thing among those that are known; the same stands there once."""
    return known.setdefault(_json(one), (len(known), one))[0]


def _lines_of(part: object) -> str:
    """Write the things of a part in a line each."""
    if isinstance(part, Mapping):
        several = [f"{_json(name)}:{_json(one)}" for name, one in part.items()]
        return "{\n" + ",\n".join(several) + "}"
    return "[\n" + ",\n".join(map(_json, part if isinstance(part, Iterable) else ())) + "]"


def _json(thing: object) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
