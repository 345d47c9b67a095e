"""`statlint form`: list, show, match, new, check, schema."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import click

from statlint.cli.commands import Branch, Leaf, language_of
from statlint.cli.completion import propose_forms
from statlint.cli.faults import say_error
from statlint.cli.form_page import entry, form_page
from statlint.cli.help_words import HELP
from statlint.cli.here import settings_here
from statlint.cli.options import lang_option
from statlint.cli.terminal import complain, look_at, show, show_for_programs
from statlint.config import Settings
from statlint.errors import FormError
from statlint.finding import FileReport, Report
from statlint.form import load_form
from statlint.reporters.places import on_sheet, one_line, path_text
from statlint.run import check_paths
from statlint.run.pack import form_named, forms_of
from statlint.run.paths import expand_paths
from statlint.values import Language

_PATH = click.Path(path_type=Path)
_help_option = click.help_option("-h", "--help", help=HELP["--help"].en)


@click.command("list", cls=Leaf, help=HELP["form list"].en)
@lang_option
@_help_option
@click.pass_context
def list_forms(context: click.Context, /, lang: Language | None) -> int:
    """List the forms that are recognised here: those that the settings name come first."""
    language = lang or language_of(context)
    show("".join(f"{entry(form, language)}\n" for form in forms_of(settings_here(language))))
    return 0


@click.command("show", cls=Leaf, help=HELP["form show"].en)
@click.argument("form", metavar="ID|PATH", shell_complete=propose_forms)
@lang_option
@_help_option
@click.pass_context
def show_form(context: click.Context, /, form: str, lang: Language | None) -> int:
    """Show one form."""
    language = lang or language_of(context)
    found = form_named(form, settings_here(language))
    show(form_page(found, language, look_at(sys.stdout).width))
    return 0


@click.command("match", cls=Leaf, help=HELP["form match"].en)
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=_PATH)
@lang_option
@_help_option
@click.pass_context
def match_forms(context: click.Context, /, files: tuple[Path, ...], lang: Language | None) -> int:
    """Tell which form the tables of files follow; 1 where a file follows none."""
    here = settings_here(lang or language_of(context))
    settings = Settings(
        language=here.language,
        select=("F",),
        infer=False,
        forms=here.forms,
        form_packs=here.form_packs,
    )
    report = check_paths(expand_paths(files), settings)
    show("\n".join(_match(file, report) for file in report.files))
    return int(not all(file.tables for file in report.files))


def _match(file: FileReport, report: Report) -> str:
    """Say which tables of which forms a file holds, or why it holds none."""
    lines = [path_text(file.path)]
    for table in file.tables:
        place = on_sheet(table.sheet, table.range)
        lines.append(f"  {table.form}  {place}  {one_line(table.title)}")
    if not file.tables:
        told = (found for found in report.findings if found.path == file.path)
        lines += [f"  {found.code} {one_line(found.message)}" for found in told]
    return "".join(f"{line}\n" for line in lines)


@click.command("check", cls=Leaf, help=HELP["form check"].en)
@click.argument("forms", nargs=-1, required=True, metavar="FORM.toml...", type=_PATH)
@lang_option
@_help_option
@click.pass_context
def check_forms(context: click.Context, /, forms: tuple[Path, ...], lang: Language | None) -> int:
    """Check form files; a broken one is named with every fault."""
    language = lang or language_of(context)
    sound = [_is_sound(path, language) for path in forms]
    return 0 if all(sound) else 2


def _is_sound(path: Path, language: Language) -> bool:
    try:
        form = load_form(path, language=language)
    except FormError as error:
        complain(*say_error(error, language))
        return False
    show(f"{path_text(str(path))}: {entry(form, language)}\n")
    return True


@click.command("schema", cls=Leaf, help=HELP["form schema"].en)
@click.option("--settings", "of_settings", is_flag=True, help=HELP["--settings"].en)
@_help_option
def write_schema(*, of_settings: bool) -> int:
    """Write the JSON Schema of form files, or of settings files."""
    from statlint.schema.json_schema import schema_text

    show_for_programs(schema_text(settings=of_settings))
    return 0


def _new() -> click.Command:
    from statlint.cli.form_new import write_new_form

    return write_new_form


class _FormCommands(Branch):
    """The commands about forms."""

    imports: Mapping[str, Callable[[], click.Command]] = MappingProxyType(
        {
            "list": lambda: list_forms,
            "show": lambda: show_form,
            "match": lambda: match_forms,
            "new": _new,
            "check": lambda: check_forms,
            "schema": lambda: write_schema,
        }
    )


@click.group("form", cls=_FormCommands, no_args_is_help=False, help=HELP["form"].en)
@_help_option
def form() -> None:
    """See, recognise, write and check forms."""
