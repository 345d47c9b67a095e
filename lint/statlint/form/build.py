"""From the plain data of a form file to a frozen form; finds all faults of meaning on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.errors import FormError
from statlint.form.build_earlier import earlier_forms
from statlint.form.build_edits import table_edits, top_edits
from statlint.form.build_listed import list_block, listing_of
from statlint.form.build_measures import head_measure, overlaid, plain_measure
from statlint.form.build_open import check_open, check_references
from statlint.form.build_quoted import check_quoted, quoted_figures
from statlint.form.entry import Entry, refuse_doubles
from statlint.form.model import (
    Arrangement,
    BlankMeans,
    Block,
    Form,
    Head,
    Line,
    Measure,
    ReportSection,
    SignField,
    SignKind,
    TableForm,
    ValueKind,
)
from statlint.schema import did_you_mean
from statlint.schema.fault import Fault
from statlint.values import Language, Text

_NO_WORDS = Text("", "")


def build_form(data: Mapping[str, object], path: str, *, language: Language = "en") -> Form:
    """Build a form of its data; raises FormError with every fault, in the language asked for."""
    faults: list[Fault] = []
    form = _form(Entry(data, "", faults))
    if faults:
        raise FormError(path, tuple(dict.fromkeys(fault.say(language) for fault in faults)))
    return form


def check_quotations(
    data: Mapping[str, object], form: Form, path: str, *, language: Language = "en"
) -> None:
    """Check what a form says of texts that quote it; raises FormError.

    It is read only where a text is compared with the form, so that others need not wait for it.
    """
    faults: list[Fault] = []
    check_quoted(Entry(data, "", faults), form.tables)
    if faults:
        raise FormError(path, tuple(dict.fromkeys(fault.say(language) for fault in faults)))


def _form(entry: Entry) -> Form:
    tables = entry.entries("table")
    signs = entry.entries("sign-off")
    refuse_doubles(tables)
    refuse_doubles(signs)
    refuse_doubles(_all_edits(entry), "id")
    if not tables:
        entry.fault("table", "至少要有一张表", "at least one table is needed")
    plans = tuple(_table(table) for table in tables)
    _refuse_mixed(entry, plans)
    _refuse_edits_between(entry, plans)
    check_references(tables, plans)
    return Form(
        id=entry.text("id"),
        title=entry.said("title") or _NO_WORDS,
        source=entry.said("source") or _NO_WORDS,
        family=entry.text_or_none("family") or entry.text("id"),
        tables=plans,
        first_year=entry.whole("first-year"),
        last_year=_last_year(entry),
        blank=entry.choice("blank", BlankMeans, BlankMeans.ZERO),
        sign_off=tuple(_sign_field(sign) for sign in signs),
        edits=top_edits(entry, plans),
        titles=entry.words("titles"),
        earlier=earlier_forms(entry, plans),
        quoted=quoted_figures(entry),
        sections=tuple(
            ReportSection(one.label(), one.words("aliases")) for one in entry.entries("section")
        ),
    )


def _refuse_mixed(entry: Entry, tables: Sequence[TableForm]) -> None:
    """Refuse a form of which only some tables are long lists, or found by their structure."""
    for one in (Arrangement.AS_FOUND, Arrangement.TIDY):
        if len({table.arrangement is one for table in tables}) > 1:
            entry.fault(
                "table",
                f"arrangement 为 {one} 时，各表都须如此",
                f'either all tables have the arrangement "{one}" or none',
            )


def _refuse_edits_between(entry: Entry, tables: Sequence[TableForm]) -> None:
    """Refuse edits between long lists, of which each figure may have thousands."""
    if "edit" in entry and any(table.listed for table in tables):
        entry.fault(
            "edit",
            "长表的勾稽关系应写在 table.edit 内",
            "edits of a long list belong to its table: [[table.edit]]",
        )


def _all_edits(entry: Entry) -> list[Entry]:
    within = [edit for table in entry.entries("table") for edit in table.entries("edit")]
    return within + list(entry.entries("edit"))


def _last_year(entry: Entry) -> int | None:
    first, last = entry.whole("first-year"), entry.whole("last-year")
    if first is not None and last is not None and last < first:
        entry.fault("last-year", f"早于 first-year {first}", f"lies before first-year {first}")
    return last


def _sign_field(entry: Entry) -> SignField:
    return SignField(
        key=entry.text("key"),
        label=entry.label(),
        kind=entry.choice("kind", SignKind, SignKind.PERSON),
        aliases=entry.words("aliases"),
        required=entry.flag("required", default=True),
    )


def _table(entry: Entry) -> TableForm:
    measure = plain_measure(entry)
    if "block" in entry:
        blocks = entry.entries("block")
        for key in ("head", "line", "caption", "stubheads"):
            if key in entry:
                entry.fault(
                    key, "有 block 时应写在 block 内", "belongs in a block, as there are some"
                )
    else:
        blocks = (entry,)
    arrangement = entry.choice("arrangement", Arrangement, Arrangement.LINES_DOWN)
    is_list = arrangement is Arrangement.TIDY
    refuse_doubles(blocks)
    refuse_doubles(line for block in blocks for line in block.entries("line"))
    table = TableForm(
        key=entry.text("key"),
        title=entry.said("title") or _NO_WORDS,
        blocks=tuple(_block(block, measure, is_list=is_list) for block in blocks),
        measure=measure,
        aliases=entry.words("aliases"),
        arrangement=arrangement,
        one_of=entry.word_lists("one-of"),
        about=entry.words("about"),
        listed=listing_of(entry, is_list=is_list),
    )
    check_open(entry, table)
    return table_edits(entry, table)


def _block(entry: Entry, measure: Measure, *, is_list: bool = False) -> Block:
    heads = entry.entries("head")
    refuse_doubles(heads)
    for key, found in (("head", heads), ("line", entry.entries("line"))):
        if not found and not (is_list and key == "line"):
            entry.fault(key, "至少要有一项", "at least one is needed")
    if is_list:
        made = tuple(_head(head, measure) for head in heads)
        return list_block(entry, made, _lines(entry, measure))
    return Block(
        key=entry.text("key"),
        lines=_lines(entry, measure),
        heads=tuple(_head(head, measure) for head in heads),
        caption=entry.said("caption"),
        stubheads=entry.words("stubheads"),
    )


def _head(entry: Entry, measure: Measure) -> Head:
    return Head(
        key=entry.text("key"),
        label=entry.label(),
        aliases=entry.words("aliases"),
        above=entry.words("over"),
        measure=head_measure(entry, measure),
        repeat=entry.flag("repeat"),
        optional=entry.flag("optional"),
        of=entry.text_or_none("of"),
        names=entry.text_or_none("names"),
    )


def _lines(entry: Entry, measure: Measure) -> tuple[Line, ...]:
    lines: dict[str, Line] = {}
    for found in entry.entries("line"):
        line = _line(found, lines, measure)
        lines.setdefault(line.key, line)
    return tuple(lines.values())


def _line(entry: Entry, earlier: Mapping[str, Line], measure: Measure) -> Line:
    heading = entry.flag("heading")
    own = overlaid(entry, measure)
    if heading and own is not None:
        entry.fault(
            "heading", "标题行不能有数值属性", "a heading holds no figures, so no unit or kind"
        )
    if own is not None and own.kind is ValueKind.TEXT:
        entry.fault("kind", "text 只能用于列", "text is for heads only")
    parent = _parent(entry, earlier)
    return Line(
        key=entry.text("key"),
        label=entry.label(),
        aliases=entry.words("aliases"),
        above=_above(parent) if parent else (),
        heading=heading,
        measure=own,
        under=parent.key if parent else None,
        repeat=entry.flag("repeat"),
        optional=entry.flag("optional"),
        of=entry.text_or_none("of"),
        unique=entry.words("unique"),
        stated=entry.text_or_none("stated"),
    )


def _parent(entry: Entry, earlier: Mapping[str, Line]) -> Line | None:
    key = entry.text_or_none("under")
    if key is not None and key not in earlier:
        hint = did_you_mean(key, earlier)
        entry.fault(
            "under", f"此前没有行 {key}{hint.zh}", f"no line {key} before this one{hint.en}"
        )
    return earlier.get(key) if key else None


def _above(parent: Line) -> tuple[str, ...]:
    """Give the labels printed over a line; a repeated line has a label of its own each time."""
    return parent.above if parent.repeat else (*parent.above, parent.label.zh)
