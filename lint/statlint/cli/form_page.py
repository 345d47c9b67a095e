"""A form as a page for people: its tables, lines, heads and edits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.cli.form_notes import edit_notes, label_of
from statlint.cli.form_quoted import quoted_lines
from statlint.cli.words import say
from statlint.form import Block, Edit, Form, TableForm, edit_words
from statlint.reporters.ruler import Ruler
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.diagnosis.proof import Proof

_INDENT = "  "


def years(form: Form) -> str:
    """Write the years a form is valid for: 2019–2020, 2021–; empty where it says none."""
    if form.first_year is None and form.last_year is None:
        return ""
    return f"{form.first_year or ''}–{form.last_year or ''}"


def entry(form: Form, language: Language) -> str:
    """Write a form in one line of the list of forms."""
    edits = len(form.edits) + sum(len(table.edits) for table in form.tables)
    sizes = say("form sizes", language, tables=len(form.tables), edits=edits)
    words = (form.id, years(form), form.title.of(language), sizes)
    return _INDENT.join(word for word in words if word)


def form_page(form: Form, language: Language, width: int) -> str:
    """Write the page of a form, broken at a width."""
    return "".join(f"{line}\n" for line in _lines(form, language, width))


def _lines(form: Form, language: Language, width: int) -> Iterator[str]:
    # Only this page asks what a form can prove; the list of forms does not.
    from statlint.diagnosis.proof import proofs_of

    proofs = {proof.table: proof for proof in proofs_of(form)}
    yield entry(form, language)
    yield from _wrapped(form.source.of(language), _INDENT, width)
    for table in form.tables:
        yield ""
        yield f"[{table.key}] {table.title.of(language)}"
        for block in table.blocks:
            yield from _block(block, language, width)
        if table.edits:
            yield _INDENT + say("edits", language)
            for edit in table.edits:
                yield from _edit(edit, form, table, language, width)
        if table.key in proofs:
            yield from _wrapped(_proof(proofs[table.key], language), _INDENT, width)
    if form.edits:
        yield ""
        yield say("edits between tables", language)
        for edit in form.edits:
            yield from _edit(edit, form, None, language, width)
    yield from _quoted(form, language, width)
    if form.sign_off:
        fields = ", ".join(field.label.of(language) for field in form.sign_off)
        yield ""
        yield say("sign-off", language, fields=fields)


def _quoted(form: Form, language: Language, width: int) -> Iterator[str]:
    if form.quoted:
        yield ""
        yield say("quoted", language)
    for quoted in form.quoted:
        told, figures = quoted_lines(quoted, form, language)
        yield from _wrapped(told, _INDENT * 2, width)
        yield from _wrapped(figures, _INDENT * 4, width)


def _proof(proof: Proof, language: Language) -> str:
    if not (proof.among or proof.unseen):
        return say("proves all", language, located=proof.located)
    counts = (("located", proof.located), ("among", proof.among), ("unseen", proof.unseen))
    told = [say(key, language, count=count) for key, count in counts if count]
    return say("proves", language, told=("；" if language == "zh" else "; ").join(told))


def _block(block: Block, language: Language, width: int) -> Iterator[str]:
    if block.caption:
        yield _INDENT + block.caption.of(language)
    heads = "  ".join(f"{head.key} {label_of(head, language)}" for head in block.heads)
    yield from _wrapped(say("heads", language, heads=heads), _INDENT, width)
    room = max(len(line.key) for line in block.lines)
    for line in block.lines:
        key = "" if line.heading else line.key
        yield from _labelled(f"{key:<{room}}", label_of(line, language), width)


def _labelled(key: str, label: str, width: int) -> Iterator[str]:
    indent = " " * (len(_INDENT * 3) + len(key))
    for number, line in enumerate(Ruler().wrap(label, width - len(indent))):
        yield (f"{_INDENT * 2}{key}{_INDENT}" if number == 0 else indent) + line


def _edit(
    edit: Edit, form: Form, table: TableForm | None, language: Language, width: int
) -> Iterator[str]:
    notes = edit_notes(edit, table, language)
    yield from _wrapped(f"{edit.id}  {edit.name.of(language)}  [{notes}]", _INDENT * 2, width)
    words = edit_words(edit, form, table.key if table else None, language)
    yield from _wrapped(words, _INDENT * 4, width)


def _wrapped(text: str, indent: str, width: int) -> Iterator[str]:
    for line in Ruler().wrap(text, width - len(indent)):
        yield indent + line
