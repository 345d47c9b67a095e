"""What the comments of a new form say: how to go on, and of each edit what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from statlint import __version__
from statlint.cli.words import say
from statlint.form import Edit, Form, Scope, edit_words
from statlint.reporters.places import on_sheet, one_line
from statlint.run.new_form import NewForm, Proof
from statlint.values import Language, Text

_FEW = 2
_MOST_CELLS = 5
_FORM_FILE = "FORM.toml"
_NO_PROOF = Proof(0, ())


def source_of(names: Sequence[str]) -> Text:
    """Say which files a form comes from."""
    first = one_line(names[0]) if names else ""
    if len(names) <= 1:
        return Text(f"根据 {first} 中的数字推断", f"Inferred from the figures of {first}")
    return Text(
        f"根据 {first} 等 {len(names)} 个文件中的数字推断",
        f"Inferred from the figures of {first} and {len(names) - 1} more files",
    )


def preface_of(form: Form, output: Path | None, language: Language) -> str:
    """Say above a form how it came to be, and what a person should do with it."""
    path = output.name if output else _FORM_FILE
    return say(
        "new form", language, version=__version__, source=form.source.of(language), path=path
    )


def notes_on(made: NewForm, language: Language) -> dict[str, str]:
    """Say of each edit, in words, what it states, and whether it is doubtful."""
    form = made.form
    owned: list[tuple[Edit, str | None]] = [
        (edit, table.key) for table in form.tables for edit in table.edits
    ]
    owned += [(edit, None) for edit in form.edits]
    return {
        edit.id: "\n".join(
            [
                edit_words(edit, form, table, language),
                *_doubts(edit, made.proofs.get(edit.id, _NO_PROOF), language),
            ]
        )
        for edit, table in owned
    }


def _doubts(edit: Edit, proof: Proof, language: Language) -> Iterator[str]:
    """Say what speaks against an edit: few figures bear it out, or some break it.

    An edit that is checked once is one of many alike: they bear one another out.
    """
    if proof.held <= _FEW and edit.scope is not Scope.ONCE:
        yield say("doubt few" if proof.held else "doubt none", language, held=proof.held)
    if proof.broken:
        cells = [on_sheet(sheet, cell) for sheet, cell in proof.broken[:_MOST_CELLS]]
        more = say("and more", language, count=len(proof.broken))
        listed = say("between", language).join(cells)
        yield say(
            "doubt broken",
            language,
            cells=listed + (more if len(proof.broken) > _MOST_CELLS else ""),
        )
