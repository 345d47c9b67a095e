"""Options that several commands share, and the settings that the options of a run make."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NotRequired, TypedDict, TypeVar

import click

from statlint.cli.commands import language_of
from statlint.cli.completion import propose_files, propose_forms
from statlint.cli.help_words import HELP
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.config.language import language_asked
from statlint.config.model import FilePattern
from statlint.config.nearest import SettingsTree
from statlint.finding import Severity
from statlint.values import Language, Period

_Command = TypeVar("_Command", bound=Callable[..., object])


class SettingsOptions(TypedDict):
    """The options that settings are made of, as click hands them over."""

    lang: Language | None
    form: str | None
    period: Period | None
    previous: tuple[str, ...]
    parts: tuple[str, ...]
    units: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_level: str | None
    preview: bool
    no_infer: bool
    exclude: tuple[str, ...]
    baseline: NotRequired[str | None]
    no_cache: NotRequired[bool]
    config: tuple[str, ...]
    isolated: bool


def lang_option(command: _Command) -> _Command:
    """Add --lang."""
    choice = click.Choice(["zh", "en"])
    return click.option("--lang", type=choice, help=HELP["--lang"].en)(command)


def beside_options(command: _Command) -> _Command:
    """Add what files are held against: --form, --period, --previous, --parts, --units."""
    files = partial(click.option, shell_complete=propose_files)
    shared = (
        click.option(
            "--form", metavar="ID|PATH", shell_complete=propose_forms, help=HELP["--form"].en
        ),
        click.option("--period", metavar="PERIOD", callback=read_period, help=HELP["--period"].en),
        files("--previous", metavar="PATH", multiple=True, help=HELP["--previous"].en),
        files("--parts", metavar="PATH", multiple=True, help=HELP["--parts"].en),
        files("--units", metavar="FILE", help=HELP["--units"].en),
    )
    # What is added last stands first on the help page.
    for one in reversed(shared):
        command = one(command)
    return command


def read_period(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> Period | None:
    """Read the value of --period; anything but a period is wrong usage."""
    try:
        return None if value is None else Period.parse(value)
    except ValueError:
        said = fault("not a period", language_of(context), value=value)
        raise click.BadParameter(said, context, parameter) from None


def read_words(
    _context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Take apart values that name several things with commas."""
    words = (word.strip() for one in value for word in one.replace("\uff0c", ",").split(","))
    return tuple(word for word in words if word)


def tree_of(
    options: SettingsOptions, language: Language, *, near: Sequence[str] = ()
) -> SettingsTree:
    """Make the settings of a run and of its files: usual, settings files, then the options.

    The settings file of the run is looked for from the current folder upwards, then from the first
    of the paths `near`; those of a file from its own folder upwards.
    """
    named, words = _config(options, language)
    return SettingsTree(
        Settings(language=language),
        near,
        named=named,
        isolated=options["isolated"],
        environment=_with_environment,
        words=words,
        last=lambda settings: _with_options(settings, options),
        kept=not options.get("no_cache"),
    )


def _with_environment(settings: Settings) -> Settings:
    return replace(settings, language=language_asked() or settings.language)


def _with_options(settings: Settings, options: SettingsOptions) -> Settings:
    return replace(
        settings,
        language=options["lang"] or settings.language,
        form=options["form"] or settings.form,
        period=options["period"] or settings.period,
        previous=options["previous"] or settings.previous,
        parts=options["parts"] or settings.parts,
        due_file=options["units"] or settings.due_file,
        select=options["select"] or settings.select,
        extend_select=() if options["select"] else settings.extend_select,
        ignore=(*settings.ignore, *options["ignore"]),
        preview=options["preview"] or settings.preview,
        infer=settings.infer and not options["no_infer"],
        exclude=(*settings.exclude, *map(_pattern, options["exclude"])),
        fail_level=Severity(options["fail_level"] or settings.fail_level),
        baseline=options.get("baseline") or settings.baseline,
        cache=settings.cache and not options.get("no_cache"),
    )


def _pattern(written: str) -> FilePattern:
    """Take a pattern as seen from the working folder; a shell completes names to ./old/."""
    start, rest = ("/", written[2:]) if written.startswith("./") else ("", written)
    return FilePattern(start + rest, os.getcwd())  # noqa: PTH109 - of texts


def _config(options: SettingsOptions, language: Language) -> tuple[Path | None, list[str]]:
    """Tell settings files from settings among what --config names."""
    files = [one for one in options["config"] if "=" not in one or os.path.lexists(one)]
    if files and options["isolated"]:
        raise click.UsageError(fault("config or isolated", language))
    if len(files) > 1:
        raise click.UsageError(fault("one config", language, files=" ".join(files)))
    words = [one for one in options["config"] if one not in files]
    return Path(files[0]) if files else None, words
