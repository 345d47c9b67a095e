"""From a form to its form file: what `load_form` reads as the same form again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from statlint.form.edits import Edit
from statlint.form.model import Block, Form, TableForm
from statlint.form.toml_entries import (
    Pairs,
    earlier_pairs,
    edit_pairs,
    form_pairs,
    head_pairs,
    line_pairs,
    quoted_pairs,
    section_pairs,
    sign_pairs,
    table_pairs,
)
from statlint.form.toml_values import toml_comment, toml_list, toml_pair

_NO_NOTES: Mapping[str, str] = MappingProxyType({})


def write_form(form: Form, *, preface: str = "", notes: Mapping[str, str] = _NO_NOTES) -> str:
    """Write a form as TOML; `preface` stands above it, `notes` by id above edits, as comments."""
    return "".join(f"{line}\n" for line in _lines(form, preface, notes))


def _lines(form: Form, preface: str, notes: Mapping[str, str]) -> Iterator[str]:
    if preface:
        yield from toml_comment(preface)
        yield ""
    yield from _pairs(form_pairs(form))
    for field in form.sign_off:
        yield from ("", "[[sign-off]]")
        yield from _pairs(sign_pairs(field))
    for section in form.sections:
        yield from ("", "[[section]]")
        yield from _pairs(section_pairs(section))
    for table in form.tables:
        yield from _table(table)
        yield from _edits("[[table.edit]]", table.edits, notes)
    yield from _edits("[[edit]]", form.edits, notes)
    for earlier in form.earlier:
        yield from ("", "[[earlier]]")
        yield from _pairs(earlier_pairs(earlier))
    for quoted in form.quoted:
        yield from ("", "[[quoted]]")
        yield from _pairs(quoted_pairs(quoted))


def _table(table: TableForm) -> Iterator[str]:
    yield from ("", "[[table]]")
    yield from _pairs(table_pairs(table))
    # A table of one block, which has the name of the table, is written without it.
    if [block.key for block in table.blocks] == [table.key]:
        yield from _block(table.blocks[0], table)
        return
    for block in table.blocks:
        yield from ("", "[[table.block]]", *toml_pair("key", block.key))
        yield from _block(block, table)


def _block(block: Block, table: TableForm) -> Iterator[str]:
    if block.caption is not None:
        yield from toml_pair("caption", block.caption)
    if block.stubheads:
        yield from toml_pair("stubheads", block.stubheads)
    yield from toml_list("head", [dict(head_pairs(head, table)) for head in block.heads])
    yield from toml_list("line", [dict(line_pairs(line, table)) for line in block.lines])


def _edits(title: str, edits: Iterable[Edit], notes: Mapping[str, str]) -> Iterator[str]:
    for edit in edits:
        yield ""
        yield from toml_comment(notes.get(edit.id, ""))
        yield title
        yield from _pairs(edit_pairs(edit))


def _pairs(pairs: Pairs) -> Iterator[str]:
    for key, value in pairs:
        yield from toml_pair(key, value)
