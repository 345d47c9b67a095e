"""The words of `statlint check`, as click reads them and shows them on the help page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

import click

from statlint.cli.check import run_check
from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_files, propose_rules
from statlint.cli.counts import read_count, read_jobs
from statlint.cli.help_words import HELP
from statlint.cli.options import beside_options, lang_option, read_words
from statlint.finding import Severity
from statlint.reporters import REPORTERS

if TYPE_CHECKING:
    from statlint.cli.asked import CheckOptions


@click.command("check", cls=Leaf, help=HELP["check"].en)
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=propose_files)
@beside_options
@click.option(
    "--select",
    metavar="CODES",
    multiple=True,
    callback=read_words,
    shell_complete=propose_rules,
    help=HELP["--select"].en,
)
@click.option(
    "--ignore",
    metavar="CODES",
    multiple=True,
    callback=read_words,
    shell_complete=propose_rules,
    help=HELP["--ignore"].en,
)
@click.option(
    "--fail-level",
    type=click.Choice([severity.value for severity in Severity]),
    help=HELP["--fail-level"].en,
)
@click.option(
    "--output-format",
    metavar="FORMAT",
    type=click.Choice(list(REPORTERS)),
    default="text",
    help=HELP["--output-format"].en,
)
@click.option(
    "--output",
    metavar="FILE|FORMAT=FILE",
    multiple=True,
    shell_complete=propose_files,
    help=HELP["--output"].en,
)
@click.option("--preview", is_flag=True, help=HELP["--preview"].en)
@click.option("--no-infer", is_flag=True, help=HELP["--no-infer"].en)
@click.option("--exclude", metavar="PATTERN", multiple=True, help=HELP["--exclude"].en)
@click.option("--force-exclude", is_flag=True, help=HELP["--force-exclude"].en)
@click.option("--stdin-filename", metavar="NAME", help=HELP["--stdin-filename"].en)
@click.option(
    "--config",
    metavar="FILE|SETTING",
    multiple=True,
    shell_complete=propose_files,
    help=HELP["--config"].en,
)
@click.option("--isolated", is_flag=True, help=HELP["--isolated"].en)
@click.option("--no-cache", is_flag=True, help=HELP["--no-cache"].en)
@click.option("--show-settings", is_flag=True, help=HELP["--show-settings"].en)
@click.option("-q", "--quiet", is_flag=True, help=HELP["--quiet"].en)
@click.option("--statistics", is_flag=True, help=HELP["--statistics"].en)
@click.option(
    "--max-findings",
    metavar="NUMBER",
    callback=read_count,
    help=HELP["--max-findings"].en,
)
@click.option(
    "--baseline", metavar="FILE", shell_complete=propose_files, help=HELP["--baseline"].en
)
@click.option("--no-baseline", is_flag=True, help=HELP["--no-baseline"].en)
@click.option("--write-baseline", is_flag=True, help=HELP["--write-baseline"].en)
@click.option("--jobs", metavar="NUMBER", callback=read_jobs, help=HELP["--jobs"].en)
@click.option("--executor", metavar="KIND=ADDRESS", help=HELP["--executor"].en)
@click.option("--watch", is_flag=True, help=HELP["--watch"].en)
@click.option("--exit-zero", is_flag=True, help=HELP["--exit-zero"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def check(context: click.Context, /, **options: Unpack[CheckOptions]) -> int:
    """Check files and folders."""
    return run_check(options, language_of(context))
