"""Options that several commands share, and the settings that the options of a run make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypedDict, TypeVar

import click

from statlint.cli.commands import language_of
from statlint.cli.help_words import HELP
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.config.language import language_asked
from statlint.config.load import find_settings, load_settings
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
    config: Path | None
    isolated: bool


def lang_option(command: _Command) -> _Command:
    """Add --lang."""
    choice = click.Choice(["zh", "en"])
    return click.option("--lang", type=choice, help=HELP["--lang"].en)(command)


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


def settings_of(
    options: SettingsOptions, language: Language, *, near: Sequence[str] = ()
) -> Settings:
    """Make the settings of a run: what is usual, then the settings file, then the options.

    The settings file is looked for from the current folder upwards, then from the first of the
    paths `near`.
    """
    base = Settings(language=language)
    path = _settings_file(options, language, near)
    settings = load_settings(path, base) if path else base
    asked = options["lang"] or language_asked()
    return replace(
        settings,
        language=asked or settings.language,
        form=options["form"] or settings.form,
        period=options["period"] or settings.period,
        previous=options["previous"] or settings.previous,
        parts=options["parts"] or settings.parts,
        due_file=options["units"] or settings.due_file,
        select=options["select"] or settings.select,
        ignore=(*settings.ignore, *options["ignore"]),
        preview=options["preview"] or settings.preview,
        infer=settings.infer and not options["no_infer"],
        fail_level=Severity(options["fail_level"] or settings.fail_level),
    )


def _settings_file(
    options: SettingsOptions, language: Language, near: Sequence[str]
) -> Path | None:
    if options["isolated"]:
        if options["config"]:
            raise click.UsageError(fault("config or isolated", language))
        return None
    return options["config"] or _found_settings(near)


def _found_settings(near: Sequence[str]) -> Path | None:
    here = find_settings(Path.cwd())
    if here is not None or not near:
        return here
    return find_settings(Path(near[0]).absolute().parent)
