"""How many of something are wanted, as an option says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statlint.cli.commands import language_of
from statlint.cli.words import fault

if TYPE_CHECKING:
    from statlint.run.jobs import Jobs

_LAST_PORT = 65_535


def read_count(context: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """Read a number of things; anything but a whole number is wrong usage."""
    if value is None or (value.isascii() and value.isdigit()):
        return None if value is None else int(value)
    said = fault("not a count", language_of(context), value=value)
    raise click.BadParameter(said, context, parameter)


def read_jobs(context: click.Context, parameter: click.Parameter, value: str | None) -> Jobs:
    """Read how many processes are wanted; anything but `auto` or a number from 1 is wrong usage."""
    if value is None or value == "auto":
        return None if value is None else "auto"
    if value.isascii() and value.isdigit() and int(value):
        return int(value)
    said = fault("not jobs", language_of(context), value=value)
    raise click.BadParameter(said, context, parameter)


def read_port(context: click.Context, parameter: click.Parameter, value: str | None) -> int:
    """Read the number of a port; 0, or none, stands for any that is free."""
    written = value or "0"
    if written.isascii() and written.isdigit() and float(written) <= _LAST_PORT:
        return int(written)
    said = fault("not a port", language_of(context), value=value)
    raise click.BadParameter(said, context, parameter)
