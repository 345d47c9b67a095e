"""Layouts mixed at random: a stub, a table four, labels, merges, ink, page and file of any kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from random import Random
from typing import TypeVar

from submissions import inks, labels, more_layouts, shapes
from submissions.layout import Draw, Layout, laid_out
from submissions.model import APPLICATIONS, DISCLOSURE, REVIEWS, Figure, Report
from submissions.other_formats import write_html, write_ods, write_xls
from submissions.page import NOTES, Shape, as_printed, bare_page, page
from submissions.rectangle import Rectangle, moved, repeated, turned
from submissions.writing import Writer, write_text, write_xlsx

Part = TypeVar("Part")


def _with_notes(report: Report, shape: Shape) -> Rectangle:
    return page(report, shape, above=("单位:件",), between=("说明:由办公室汇总。",), below=NOTES)


def _offset(report: Report, shape: Shape) -> Rectangle:
    return moved(page(report, shape), down=2, right=1)


_STUBS: dict[str, Shape] = {
    "": as_printed,
    "folded": labels.folded,
    "groups lost": labels.groups_lost,
    "group rows": labels.group_rows,
    "indented": shapes.only(APPLICATIONS, shapes.deep_stub),
}
_HEADS: dict[str, Shape] = {
    "": as_printed,
    "one row of heads": shapes.only(APPLICATIONS, shapes.one_row_of_heads),
    "heads folded": shapes.only(APPLICATIONS, more_layouts.heads_folded),
    "units in heads": labels.with_unit,
    "columns numbered": shapes.only(APPLICATIONS, more_layouts.with_column_numbers),
    "heads apart": shapes.heads_apart,
}
_BODIES: dict[str, Shape] = {
    "": as_printed,
    "two pages": shapes.only(APPLICATIONS, shapes.on_two_pages),
    "numbered": shapes.only(APPLICATIONS, shapes.numbered),
    "unit column": shapes.only(APPLICATIONS, shapes.with_unit_column),
    "remarks": shapes.only(APPLICATIONS, more_layouts.with_remarks),
    "double spaced": shapes.only(APPLICATIONS, more_layouts.double_spaced),
    "empty column": shapes.only(APPLICATIONS, more_layouts.with_empty_column),
    "turned": shapes.only(APPLICATIONS, turned),
}
_REVIEWS: dict[str, Shape] = {
    "": as_printed,
    "四 turned": shapes.only(REVIEWS, turned),
    "四 in blocks": shapes.only(REVIEWS, shapes.reviews_in_blocks),
    "四 lines down": shapes.only(REVIEWS, shapes.reviews_lines_down),
}
_DISCLOSURE: dict[str, Shape] = {
    "": as_printed,
    "blocks apart": shapes.only(DISCLOSURE, shapes.blocks_apart),
}
_WORDS: dict[str, Callable[[str], str]] = {
    "": str,
    "untidy": labels.untidy,
    "vertical": labels.vertical,
    "other signs": labels.other_signs,
    "mistyped": labels.mistyped,
    "short": labels.short,
    "合计": labels.summed,
    "cut": labels.cut,
}
_MERGES: dict[str, Shape] = {
    "": as_printed,
    "merges lost": shapes.plain,
    "merged text repeated": shapes.every(repeated),
}
_INKS: dict[str, Callable[[Figure], Figure] | None] = {
    "": None,
    "as text": inks.as_text,
    "full width": inks.full_width,
    "grouped": inks.grouped,
    "decimals": inks.with_decimals,
    "spaced": inks.spaced,
}
_DRAWS: dict[str, Draw] = {
    "": page,
    "bare": bare_page,
    "notes": _with_notes,
    "offset": _offset,
}
_WRITERS: dict[str, Writer] = {
    "xlsx": write_xlsx,
    "gbk csv": write_text("gb18030", ","),
    "bom csv": write_text("utf-8-sig", ","),
    "tabs": write_text("utf-16", "\t", "txt"),
    "xls": write_xls,
    "ods": write_ods,
    "web page": write_html("utf-8", "html"),
}


def mixed_layout(seed: int) -> Layout:
    """Mix one layout; the same seed gives the same one."""
    rng = Random(seed)  # noqa: S311 - a layout to try, not a secret
    named: list[str] = []

    def pick(choices: Mapping[str, Part]) -> Part:
        name = rng.choice(list(choices))
        named.append(name)
        return choices[name]

    parts = [pick(each) for each in (_STUBS, _HEADS, _BODIES, _REVIEWS, _DISCLOSURE)]
    shape = reduce(shapes.both, [*parts, shapes.worded(pick(_WORDS)), pick(_MERGES)])
    make = laid_out(shape, ink=pick(_INKS), draw=pick(_DRAWS), write=pick(_WRITERS))
    return Layout(f"{seed}: {', '.join(name for name in named if name)}", make, sheet_2014=False)
