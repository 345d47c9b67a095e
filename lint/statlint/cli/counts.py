"""How many of something are wanted, as an option says it."""

from __future__ import annotations

import click

from statlint.cli.commands import language_of
from statlint.cli.words import fault


def read_count(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Read a number of things; anything but a whole number is wrong usage."""
    if value is None or (value.isascii() and value.isdigit()):
        return None if value is None else int(value)
    said = fault("not a count", language_of(context), value=value)
    raise click.BadParameter(said, context, parameter)
