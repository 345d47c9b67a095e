"""`statlint infer`: show the structure and the relations of tables that no form describes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TypedDict, Unpack

import click

from statlint.cli.about_files import say_known, say_unread
from statlint.cli.commands import Leaf, language_of
from statlint.cli.help_words import HELP
from statlint.cli.options import lang_option
from statlint.cli.outputs import outputs_to, refuse_unwritable, write_file
from statlint.cli.terminal import look_at, show, show_for_programs
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.reporters import Look
from statlint.reporters.infer_json import write_inferred_json
from statlint.reporters.infer_text import write_inferred_text
from statlint.run.inferred import Inferred, infer_files
from statlint.run.paths import expand_paths
from statlint.values import Language

_PATH = click.Path(path_type=Path)
_WIDTH_IN_FILES = 100


class InferOptions(TypedDict):
    """The options of `infer`, as click hands them over."""

    file: Path
    output_format: str
    output: Path | None
    lang: Language | None


@click.command("infer", cls=Leaf, help=HELP["infer"].en)
@click.argument("file", metavar="FILE", type=_PATH)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    help=HELP["--output-format"].en,
)
@click.option("--output", metavar="FILE", type=_PATH, help=HELP["--output to"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def infer(context: click.Context, /, **options: Unpack[InferOptions]) -> int:
    """Show what is found in a file without any form; 1 where it cannot be read."""
    language = options["lang"] or language_of(context)
    path = options["file"]
    files = [] if path.is_dir() else expand_paths([path])
    # An archive of several files is a folder as well.
    if len(files) != 1:
        message = f"{path}: {fault('is folder', language)}"
        raise click.UsageError(message)
    refuse_unwritable(outputs_to(options["output"]), files, language)
    (inferred,) = infer_files(files, Settings(language=language))
    if inferred.opening.workbook is None:
        say_unread([inferred.opening], language)
        return 1
    _deliver(inferred, options, language)
    say_known([inferred], language)
    return 0


def _deliver(inferred: Inferred, options: InferOptions, language: Language) -> None:
    """Write what was found where it is wanted, in the format that is wanted."""
    path, found, output = inferred.opening.path, inferred.understood, options["output"]
    for_programs = options["output_format"] == "json"
    look = Look(width=_WIDTH_IN_FILES) if output else look_at(sys.stdout)
    if for_programs:
        text = write_inferred_json(path, found, inferred.text)
    else:
        text = write_inferred_text(path, found, look, language, inferred.text)
    if output:
        write_file(output, [text], language)
    elif for_programs:
        show_for_programs(text)
    else:
        show(text, colour=look.colour)
