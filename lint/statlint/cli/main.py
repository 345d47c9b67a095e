"""The command `statlint`: finds the language, calls a command, ends with its status."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import Any, NoReturn

import click

from statlint import __version__
from statlint.cli.commands import Branch
from statlint.cli.completion import SHELLS, show_script
from statlint.cli.help_words import HELP
from statlint.config.language import language_asked, language_named, language_of_locale
from statlint.values import Language

_NEW_OBJECTS = 50_000
"""How many objects may be made before Python looks for cycles of them that nothing needs."""


def _check() -> click.Command:
    from statlint.cli.check import check

    return check


def _explain() -> click.Command:
    from statlint.cli.explain import explain

    return explain


def _form() -> click.Command:
    from statlint.cli.form import form

    return form


def _infer() -> click.Command:
    from statlint.cli.infer import infer

    return infer


def _init() -> click.Command:
    from statlint.cli.init import init

    return init


def _language_in(words: Sequence[str]) -> Language:
    """Find the language before anything is parsed: help and wrong usage speak it too."""
    asked = [word.partition("=")[2] for word in words if word.startswith("--lang=")]
    asked += [after for word, after in pairwise(words) if word == "--lang"]
    named = [language for language in map(language_named, asked) if language]
    return named[0] if named else language_asked() or language_of_locale()


def _justify() -> click.Command:
    from statlint.cli.justify import justify

    return justify


class _FrontDoor(Branch):
    """The command itself; every way it can end is one of four statuses."""

    imports: Mapping[str, Callable[[], click.Command]] = MappingProxyType(
        {
            "check": _check,
            "infer": _infer,
            "explain": _explain,
            "justify": _justify,
            "form": _form,
            "init": _init,
        }
    )

    def main(  # type: ignore[override]  # click overloads it by standalone_mode; this one exits
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,  # noqa: ANN401 - handed on to click as it is
    ) -> NoReturn:
        """Run the command and exit."""
        language = _language_in(sys.argv[1:] if args is None else args)
        extra |= {"standalone_mode": False, "obj": language}
        # A check makes millions of objects that live as long as it does, and hardly a cycle: to go
        # through them at every 700, as Python would, takes a seventh of the time. Only the command
        # may say so; the process that calls the library is not ours.
        gc.set_threshold(_NEW_OBJECTS)
        try:
            status = super().main(args, prog_name or "statlint", **extra)
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - Python would end with 1, for findings
            from statlint.cli.endings import status_after

            status = status_after(error, language)
        sys.exit(status)


@click.group("statlint", cls=_FrontDoor, no_args_is_help=False, help=HELP["statlint"].en)
@click.version_option(__version__, message="%(prog)s %(version)s", help=HELP["--version"].en)
@click.option(
    "--show-completion",
    type=click.Choice(SHELLS),
    expose_value=False,
    is_eager=True,
    callback=show_script,
    help=HELP["--show-completion"].en,
)
@click.help_option("-h", "--help", help=HELP["--help"].en)
def main() -> None:
    """Check submitted statistics tables."""
