"""The command `statlint` and its commands, as click reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import click

from statlint import __version__
from statlint.cli.commands import Branch
from statlint.cli.completion import SHELLS, show_script
from statlint.cli.help_words import HELP


def _check() -> click.Command:
    from statlint.cli.check_command import check

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


def _annotate() -> click.Command:
    from statlint.cli.annotate import annotate

    return annotate


def _justify() -> click.Command:
    from statlint.cli.justify import justify

    return justify


def _serve() -> click.Command:
    from statlint.cli.serve import serve

    return serve


class _FrontDoor(Branch):
    """The command itself."""

    imports: Mapping[str, Callable[[], click.Command]] = MappingProxyType(
        {
            "check": _check,
            "infer": _infer,
            "explain": _explain,
            "justify": _justify,
            "annotate": _annotate,
            "serve": _serve,
            "form": _form,
            "init": _init,
        }
    )


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
def statlint() -> None:
    """Check submitted statistics tables."""
