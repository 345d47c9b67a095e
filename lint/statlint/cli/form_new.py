"""`statlint form new`: write a form of what the tables of files show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from statlint.cli.about_files import say_known, say_unread
from statlint.cli.commands import Leaf, language_of
from statlint.cli.help_words import HELP
from statlint.cli.new_form_notes import notes_on, preface_of, source_of
from statlint.cli.options import lang_option
from statlint.cli.outputs import outputs_to, refuse_unwritable, write_file
from statlint.cli.terminal import show_for_programs
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.form.write_form import write_form
from statlint.run.form_ids import id_of
from statlint.run.inferred import Inferred, infer_files
from statlint.run.new_form import NewForm, new_form
from statlint.run.paths import expand_paths
from statlint.values import Language

_PATH = click.Path(path_type=Path)
_ID = r"[a-z0-9][a-z0-9_-]*"


class NewFormOptions(TypedDict):
    """The options of `form new`, as click hands them over."""

    files: tuple[Path, ...]
    form_id: str | None
    title: str | None
    output: Path | None
    lang: Language | None


@click.command("new", cls=Leaf, help=HELP["form new"].en)
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=_PATH)
@click.option("--id", "form_id", metavar="ID", help=HELP["--id"].en)
@click.option("--title", metavar="TITLE", help=HELP["--title"].en)
@click.option("--output", metavar="FILE", type=_PATH, help=HELP["--output to"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def write_new_form(context: click.Context, /, **options: Unpack[NewFormOptions]) -> int:
    """Write a form of tables without one; 1 where a file cannot be read."""
    language = options["lang"] or language_of(context)
    files = expand_paths(options["files"])
    refuse_unwritable(outputs_to(options["output"]), files, language)
    _refuse_kept(options["output"], language)
    _refuse_id(options["form_id"], language)
    inferred = infer_files(files, Settings(language=language))
    unread = [one.opening for one in inferred if one.opening.workbook is None]
    if unread:
        say_unread(unread, language)
        return 1
    title, source = options["title"] or "", source_of([path.name for path in files])
    form_id = options["form_id"] or id_of(files, inferred)
    made = new_form(inferred, form_id, title, source) if inferred else None
    _refuse_odd(made, inferred, language)
    if made is not None:
        _deliver(made, options["output"], language)
    say_known(inferred[:1], language)
    return 0


def _refuse_kept(output: Path | None, language: Language) -> None:
    """Refuse to write over a form: a person may have corrected it."""
    if output and output.exists():
        message = f"--output: {output}: {fault('exists', language)}"
        raise click.UsageError(message)


def _refuse_id(asked: str | None, language: Language) -> None:
    if asked is not None and not re.fullmatch(_ID, asked):
        raise click.UsageError(fault("no id", language, name=asked))


def _refuse_odd(made: NewForm | None, inferred: Sequence[Inferred], language: Language) -> None:
    """Refuse files that no one form can be of."""
    if made is None:
        raise click.ClickException(fault("no table", language))
    if made.others:
        first = inferred[0].opening.path
        said = (fault("other layout", language, path=path, first=first) for path in made.others)
        raise click.ClickException("\n".join(said))


def _deliver(made: NewForm, output: Path | None, language: Language) -> None:
    text = write_form(
        made.form,
        preface=preface_of(made.form, output, language),
        notes=notes_on(made, language),
    )
    if output:
        write_file(output, [text], language)
    else:
        show_for_programs(text)
