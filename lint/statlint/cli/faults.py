"""What goes wrong in using a command, in one clear sentence of the run's language."""

from __future__ import annotations

import re

import click

from statlint.cli.words import fault
from statlint.errors import (
    FormError,
    MissingPathError,
    OutputError,
    SettingsError,
    StatlintError,
)
from statlint.pattern import pattern_of
from statlint.schema import did_you_mean, listing
from statlint.values import Language

_EXTRA = pattern_of(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def page_instead(error: click.ClickException) -> str | None:
    """Give the help page of a group that was called without a command."""
    if isinstance(error, click.UsageError) and error.message == "Missing command.":
        return error.ctx.get_help() if error.ctx else None
    return None


def sentences(error: click.ClickException | StatlintError, language: Language) -> list[str]:
    """Say what is wrong with the use of a command, or why its work could not be done."""
    if isinstance(error, click.ClickException):
        return [say_usage(error, language)]
    return say_error(error, language)


def say_usage(error: click.ClickException, language: Language, command: str | None = None) -> str:
    """Say what is wrong with the words of a command line, and where help is found.

    `command` is the one that was called, where click does not know it.
    """
    said = _say(error, language)
    if not isinstance(error, click.UsageError):
        return said
    called = error.ctx.command_path if error.ctx else command
    return fault("see help", language, fault=said, command=called) if called else said


def _say(error: click.ClickException, language: Language) -> str:
    match error:
        case click.NoSuchOption():
            said = fault("no such option", language, name=error.option_name)
            return said + did_you_mean(error.option_name, error.possibilities or ()).of(language)
        case click.BadOptionUsage():
            return fault("needs a value", language, name=error.option_name)
        case click.MissingParameter():
            return fault("missing", language, name=_name(error.param) or error.param_hint)
        case click.BadParameter():
            said = _choices(error.param, language) or error.message
            return fault("bad value", language, name=_name(error.param), fault=said)
    extra = _EXTRA.fullmatch(error.message)
    if extra:
        return fault("extra", language, names=extra[1])
    return error.message


def _choices(parameter: click.Parameter | None, language: Language) -> str:
    kind = parameter.type if parameter else None
    if not isinstance(kind, click.Choice):
        return ""
    return fault("not one of", language, known=listing(map(str, kind.choices)).of(language))


def _name(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    if parameter is None:
        return ""
    return (parameter.metavar or parameter.name or "").rstrip(".")


def say_error(error: StatlintError, language: Language) -> list[str]:
    """Say why the work could not be done, one sentence a line, each with its place."""
    if isinstance(error, SettingsError):
        return error.told()
    if isinstance(error, FormError):
        return [f"{error.path}: {one}" for one in error.faults]
    if isinstance(error, MissingPathError):
        return [f"{error}: {fault('no such path', language)}"]
    if isinstance(error, OutputError):
        return [f"{fault('standard output', language)}{fault('no write', language, reason=error)}"]
    return str(error).splitlines()
