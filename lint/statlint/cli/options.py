"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

import click

from statlint.cli.commands import language_of
from statlint.cli.completion import propose_files, propose_forms
from statlint.cli.help_words import HELP
from statlint.cli.plain import words_apart
from statlint.cli.words import fault
from statlint.values import Period

_Command = TypeVar("_Command", bound=Callable[..., object])


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
    return words_apart(value)
