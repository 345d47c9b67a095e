"""How a command ends that could not do its work: what is said, and the status."""

from __future__ import annotations

from traceback import print_exception

import click

from statlint.cli.faults import page_instead, say_error, say_usage
from statlint.cli.terminal import complain
from statlint.cli.words import fault
from statlint.errors import StatlintError
from statlint.values import Language

_CANNOT = 2
_INTERRUPTED = 130


def status_after(error: BaseException, language: Language, command: str | None = None) -> int:
    """Say on standard error what ended a command; give the exit status.

    `command` is the one that was called, where click does not know it.
    """
    match error:
        case click.Abort() | KeyboardInterrupt():
            complain(fault("interrupted", language))
            return _INTERRUPTED
        case click.ClickException():
            help_page = page_instead(error)
            if help_page:
                click.echo(help_page, err=True)
            else:
                complain(say_usage(error, language, command))
        case StatlintError():
            complain(*say_error(error, language))
        case _:
            print_exception(error)
            complain(fault("defect", language, error=repr(error)))
    return _CANNOT
