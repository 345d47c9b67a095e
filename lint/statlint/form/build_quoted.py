"""What a form says of texts that quote its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statlint.form.build_edits import nature_of
from statlint.form.build_names import check_top_names
from statlint.form.edits import Comparison, Constant, Edit, EditKind
from statlint.form.entry import Entry, refuse_doubles
from statlint.form.model import TableForm
from statlint.form.quoted import Quoted, parse_figure
from statlint.form.tokens import EditSyntaxError
from statlint.schema.fault import Fault
from statlint.values import Text


def quoted_figures(entry: Entry) -> tuple[Quoted, ...]:
    """Build what a form says of texts that quote it; the figures are left as they are written."""
    stated = entry.entries("quoted")
    refuse_doubles(stated, "id")
    return tuple(map(_quoted, stated))


def _quoted(entry: Entry) -> Quoted:
    key = entry.text("id")
    return Quoted(
        id=key,
        name=entry.said("name") or Text(key, key),
        readings=(entry.text("figure"), *entry.words("or")),
        all=entry.words("all"),
        near=entry.words("near"),
        after=entry.words("after"),
        none=entry.words("none"),
        units=entry.words("units"),
        nature=nature_of(entry, "query"),
        absent=entry.flag("absent"),
        direct=entry.flag("direct"),
        reason=entry.said("reason"),
    )


def check_quoted(entry: Entry, tables: Sequence[TableForm]) -> None:
    """Note a fault for each figure that cannot be read, or that no table of the form has."""
    for one in entry.entries("quoted"):
        for reading in (one.text("figure"), *one.words("or")):
            for fault in _faults(one, reading, tables):
                one.fault("figure", f"「{reading}」：{fault.zh}", f"{reading!r}: {fault.en}")


def _faults(entry: Entry, reading: str, tables: Sequence[TableForm]) -> Iterator[Text]:
    try:
        figure = parse_figure(reading)
    except EditSyntaxError as error:
        yield error.words
        return
    except TypeError:
        yield Text("应为一个数", "must be a figure")
        return
    found: list[Fault] = []
    condition = Comparison("=", figure, Constant(0))
    edit = Edit("", reading, condition, EditKind.RANGE, Text("", ""))
    check_top_names(Entry({}, entry.path, found), edit, tables)
    yield from (fault.words for fault in found)
