"""A form made of what the tables of files show, and what speaks against its edits there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statlint.confront import Confrontation, Verdict, confront
from statlint.dataclass import dataclass, replace
from statlint.facts import read_facts
from statlint.form import Edit, Form
from statlint.inference.forms import filled_form
from statlint.inference.key_words import read_key_words
from statlint.run.inferred import Inferred
from statlint.table.kept import follows
from statlint.values import CellRef, Text


@dataclass(frozen=True, slots=True)
class Proof:
    """How an edit fares in the file that it was found in: where it holds, where it is broken."""

    held: int
    broken: tuple[tuple[str | None, CellRef], ...]


@dataclass(frozen=True, slots=True, eq=False)
class NewForm:
    """A form that no file states yet; `proofs` are by the ids of its edits.

    `others` are the files whose tables are laid out otherwise, so that it is no form of theirs.
    """

    form: Form
    proofs: Mapping[str, Proof]
    others: tuple[str, ...] = ()


def new_form(
    inferred: Sequence[Inferred], form_id: str, title: str, source: Text
) -> NewForm | None:
    """Make a form of the tables of the first file, with what all files show; None without a table.

    An empty title is replaced by that of the first table.
    """
    first, *rest = inferred
    filled = filled_form(first.understood, read_key_words().key_of)
    if filled is None:
        return None
    form = filled.form
    said = Text(title, title) if title else form.tables[0].title
    form = replace(_dated(form), id=form_id, family=form_id, title=said, source=source)
    others = (
        one.opening.path
        for one in rest
        if not follows(form, [understood.layout for understood in one.understood])
    )
    confrontation = confront(filled, [read_facts(table) for table in filled.tables])
    return NewForm(form, _proofs(confrontation), tuple(others))


def _dated(form: Form) -> Form:
    """Say of what edits rest on that it was so when the form was written: other files differ."""
    tables = (replace(table, edits=tuple(map(_then, table.edits))) for table in form.tables)
    return replace(form, tables=tuple(tables), edits=tuple(map(_then, form.edits)))


def _then(edit: Edit) -> Edit:
    said = edit.basis
    if said is None or not said.zh:
        return replace(edit, basis=None)
    basis = Text(f"写表式时，{said.zh}", f"when the form was written, {said.en}")
    return replace(edit, basis=basis)


def _proofs(confrontation: Confrontation) -> dict[str, Proof]:
    proofs: dict[str, Proof] = {}
    for instance in confrontation.instances:
        before, target = proofs.get(instance.edit.id, Proof(0, ())), instance.target
        broken = ((target.sheet, target.cell),) if instance.fails and target else ()
        held = before.held + (instance.verdict is Verdict.HOLDS)
        proofs[instance.edit.id] = Proof(held, before.broken + broken)
    return proofs
