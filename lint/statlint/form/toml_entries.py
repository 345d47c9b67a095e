"""The parts of a form as entries of a form file: what differs from what is usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from statlint.finding import Nature, Origin
from statlint.form.earlier import Earlier, Renamed
from statlint.form.edits import Edit, Scope
from statlint.form.model import (
    Arrangement,
    BlankMeans,
    Form,
    Format,
    Head,
    Line,
    Measure,
    ReportSection,
    SignField,
    TableForm,
    ValueKind,
)
from statlint.form.quoted import Quoted
from statlint.form.shape import kind_of
from statlint.form.toml_values import Value
from statlint.values import Text

Pairs: TypeAlias = Iterator[tuple[str, Value]]

_USUAL = Measure(ValueKind.COUNT)


def form_pairs(form: Form) -> Pairs:
    """Say what a form is, but for its tables, edits and sign-off fields."""
    yield "id", form.id
    if form.family != form.id:
        yield "family", form.family
    yield "title", form.title
    yield "source", form.source
    yield from _given(("first-year", form.first_year), ("last-year", form.last_year))
    if form.blank is not BlankMeans.ZERO:
        yield "blank", form.blank.value
    yield from _filled(("titles", form.titles))


def section_pairs(section: ReportSection) -> Pairs:
    """Say how a section of the report is called."""
    yield from _labelled(section.label, section.aliases)


def earlier_pairs(earlier: Earlier) -> Pairs:
    """Say what of another form is what in this one."""
    yield "form", earlier.form
    yield from _filled(
        ("table", [{"was": was, "now": now} for was, now in earlier.tables]),
        ("line", list(map(_renamed, earlier.lines))),
        ("head", list(map(_renamed, earlier.heads))),
    )


def quoted_pairs(quoted: Quoted) -> Pairs:
    """Say by which words a text quotes a figure."""
    yield "id", quoted.id
    if quoted.name != Text(quoted.id, quoted.id):
        yield "name", quoted.name
    yield "figure", quoted.readings[0]
    yield from _filled(
        ("or", quoted.readings[1:]),
        ("all", quoted.all),
        ("near", quoted.near),
        ("after", quoted.after),
        ("none", quoted.none),
        ("units", quoted.units),
    )
    yield from ((key, True) for key in ("absent", "direct") if getattr(quoted, key))
    if quoted.nature is not Nature.QUERY:
        yield "nature", "mandatory"
    yield from _given(("reason", quoted.reason))


def _renamed(one: Renamed) -> dict[str, Value]:
    return {"table": one.table, "was": one.was, "now": one.now}


def table_pairs(table: TableForm) -> Pairs:
    """Say what a table is, but for its blocks and edits."""
    yield "key", table.key
    yield "title", table.title
    yield from _filled(("aliases", table.aliases))
    if table.arrangement is not Arrangement.LINES_DOWN:
        yield "arrangement", table.arrangement.value
    if table.measure != _USUAL:
        yield from _measured(table.measure, _USUAL)
    yield from _filled(("one-of", table.one_of), ("about", table.about))


def head_pairs(head: Head, table: TableForm) -> Pairs:
    """Say what a head is."""
    yield "key", head.key
    yield from _labelled(head.label, head.aliases)
    yield from _filled(("over", head.above))
    yield from _flags(repeat=head.repeat, optional=head.optional)
    yield from _given(("of", head.of), ("names", head.names))
    if head.measure is None:
        return
    if head.measure.kind is not ValueKind.TEXT:
        yield from _measured(head.measure, table.measure)
    else:
        yield from _words(head, head.measure, table.measure)


def _words(head: Head, measure: Measure, base: Measure) -> Pairs:
    """Say what the words under a head are; some of it says by itself that they are words."""
    if measure.format is not None and measure.format is not Format.REFERENCE:
        yield "format", measure.format.value
    yield from _given(("refers", measure.refers))
    yield from _flags(covers=measure.covers)
    if not (head.names or measure.format or measure.refers):
        yield "kind", ValueKind.TEXT.value
    if measure.required is not base.required:
        yield "required", measure.required


def line_pairs(line: Line, table: TableForm) -> Pairs:
    """Say what a line is."""
    yield "key", line.key
    yield from _given(("under", line.under))
    yield from _labelled(line.label, line.aliases)
    yield from _flags(heading=line.heading, repeat=line.repeat, optional=line.optional)
    yield from _given(("of", line.of))
    yield from _filled(("unique", line.unique))
    yield from _given(("stated", line.stated))
    if line.measure is not None:
        yield from _measured(line.measure, table.measure)


def sign_pairs(field: SignField) -> Pairs:
    """Say what a sign-off field is."""
    yield "key", field.key
    yield from _labelled(field.label, field.aliases)
    yield "kind", field.kind.value
    if not field.required:
        yield "required", False


def edit_pairs(edit: Edit) -> Pairs:
    """Say what an edit is: first what must hold, last what it rests on."""
    yield "id", edit.id
    yield "name", edit.name
    yield "rule", edit.text
    if edit.scope is not Scope.ONCE:
        yield "per", edit.scope.value
    yield from _filled(("lines", edit.lines), ("heads", edit.heads))
    yield from _given(("within", edit.within), ("rival", edit.rival))
    yield from _filled(("kinds", edit.kinds), ("periods", edit.periods))
    yield from _flags(**{"flows-only": edit.flows_only, "proven": edit.proven})
    if edit.kind is not kind_of(edit.condition):
        yield "kind", edit.kind.value
    if edit.nature is not Nature.MANDATORY:
        yield "nature", edit.nature.value
    if edit.origin is not Origin.FORM:
        yield "origin", edit.origin.value
    if edit.severity is not None:
        yield "severity", edit.severity.value
    yield from _given(("basis", edit.basis), ("message", edit.message), ("advice", edit.advice))
    yield from _filled(("only-for", edit.kinds_of_unit), ("implied-by", edit.implied_by))
    if not edit.active:
        yield "active", False


def _labelled(label: Text, aliases: tuple[str, ...]) -> Pairs:
    yield "label", label.zh
    if label.en != label.zh:
        yield "en", label.en
    yield from _filled(("aliases", aliases))


def _measured(measure: Measure, base: Measure) -> Pairs:
    """Say how a measure differs from that of its table; one that does not says its kind again."""
    same = measure == base
    if measure.kind is not base.kind or same:
        yield "kind", measure.kind.value
    if measure.unit != base.unit or measure.units != base.units:
        yield from _given(("unit", measure.unit))
        yield from _filled(("units", measure.units))
    for key, own, usual in (
        ("required", measure.required, base.required),
        ("stock", measure.stock, base.stock),
        ("rounded", measure.rounded, base.rounded),
        ("additive", measure.additive, base.additive),
    ):
        if own is not usual:
            yield key, own
    if measure.minimum != base.minimum:
        yield from _given(("minimum", measure.minimum))
    if measure.maximum != base.maximum:
        yield from _given(("maximum", measure.maximum))


def _given(*pairs: tuple[str, Value | None]) -> Pairs:
    yield from ((key, value) for key, value in pairs if value is not None)


def _filled(*pairs: tuple[str, Iterable[Value]]) -> Pairs:
    yield from ((key, found) for key, value in pairs if (found := tuple(value)))


def _flags(**flags: bool) -> Pairs:
    yield from ((key, True) for key, flag in flags.items() if flag)
