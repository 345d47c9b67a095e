"""`statlint check`: options, run, report, exit status."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Unpack

import click

from statlint.cli.baseline import baseline_of, keep_baseline, refuse_odd_baseline
from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_files, propose_rules
from statlint.cli.counts import read_count
from statlint.cli.help_words import HELP
from statlint.cli.options import (
    SettingsOptions,
    beside_options,
    lang_option,
    read_words,
    tree_of,
)
from statlint.cli.outputs import Output, deliver, outputs_of, refuse_unwritable
from statlint.cli.progress import progress_on_terminal
from statlint.cli.results_folder import results_folder
from statlint.cli.terminal import complain, look_at, show, show_for_programs
from statlint.cli.unknown import refuse_unknown_of_files, refuse_unknown_of_run
from statlint.cli.walk import files_named, not_excluded
from statlint.cli.words import fault
from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.finding import Report, Severity
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths
from statlint.run.paths import expand_paths, found_texts
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.justification.baseline_run import BaselineRun

_STDIN = "-"
_STDIN_NAME = "stdin"


class CheckOptions(SettingsOptions):
    """The options of `check`, as click hands them over."""

    paths: tuple[str, ...]
    output_format: str
    output: tuple[str, ...]
    force_exclude: bool
    stdin_filename: str | None
    quiet: bool
    statistics: bool
    exit_zero: bool
    max_findings: int | None
    no_baseline: bool
    write_baseline: bool
    watch: bool
    show_settings: bool


class Done(NamedTuple):
    """One run: its exit status, and the settings and outputs it had."""

    status: int
    tree: SettingsTree
    outputs: tuple[Output, ...]


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
@click.option("--watch", is_flag=True, help=HELP["--watch"].en)
@click.option("--exit-zero", is_flag=True, help=HELP["--exit-zero"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def check(context: click.Context, /, **options: Unpack[CheckOptions]) -> int:
    """Check files and folders."""
    _refuse_odd(options, language_of(context))
    if options["show_settings"]:
        _show_settings(context, options)
        return 0
    if options["watch"]:
        return _watch(context, options)
    return _once(context, options).status


def _show_settings(context: click.Context, options: CheckOptions) -> None:
    """Show the settings of what would be checked."""
    from statlint.cli.show_settings import settings_json, settings_page

    paths = [_name_of(path, options) for path in options["paths"]]
    tree = tree_of(options, language_of(context), near=paths)
    refuse_unknown_of_run(tree)
    _refuse_unknown_beside(paths, tree)
    if options["output_format"] == "json":
        show_for_programs(settings_json(tree, paths, options))
    else:
        show(settings_page(tree, paths, options))


def _refuse_odd(options: CheckOptions, language: Language) -> None:
    """Refuse options that do not go together."""
    if _STDIN in options["paths"]:
        if options["watch"]:
            raise click.UsageError(fault("no watch", language))
    elif options["stdin_filename"]:
        raise click.UsageError(fault("needs dash", language))
    if options["watch"] and options["write_baseline"]:
        raise click.UsageError(fault("watch and write", language))
    refuse_odd_baseline(options, language)


def _watch(context: click.Context, options: CheckOptions) -> int:
    """Check whenever something is saved."""
    from statlint.cli.watch import Checked, watch
    from statlint.cli.watched import Watched, watched_of

    def once() -> Checked:
        done = _once(context, options)
        written = (output.path for output in done.outputs)
        watched = watched_of(options["paths"], done.tree, written)
        return Checked(watched, done.tree.run.language, done.status)

    return watch(once, Watched(options["paths"]))


def _once(context: click.Context, options: CheckOptions) -> Done:
    near = [_name_of(path, options) for path in options["paths"]]
    tree = tree_of(options, language_of(context), near=near)
    settings = tree.run
    refuse_unknown_of_run(tree)
    outputs = outputs_of(options["output"], options["output_format"])
    files = _files(options, tree, outputs) or _of_datasets(options["paths"], tree, context)
    baseline = baseline_of(options, tree)
    beside = [*_beside(settings, outputs), *([baseline.baseline.path] if baseline else ())]
    refuse_unwritable(outputs, [*map(Path, files), *beside], settings.language)
    sources: list[str | tuple[str, bytes]] = [*_standard_input(options, settings.language), *files]
    if not sources:
        complain(fault("nothing", settings.language))
    settings = tree.settle(found_texts(options["paths"], files))
    _refuse_unknown_beside(sources, tree)
    report = _run(sources, tree, baseline)
    if baseline is not None and options["write_baseline"]:
        keep_baseline(baseline, settings.language)
    deliver(report, outputs, _look(options, report, settings))
    return Done(_status(report, settings, exit_zero=options["exit_zero"]), tree, outputs)


def _name_of(path: str, options: CheckOptions) -> str:
    """Give the path of a file; that of standard input is the name it was given."""
    return path if path != _STDIN else options["stdin_filename"] or _STDIN_NAME


def _look(options: CheckOptions, report: Report, settings: Settings) -> Look:
    look = look_at(sys.stdout, quiet=options["quiet"], statistics=options["statistics"])
    look = replace(
        look,
        most=options["max_findings"],
        pages=settings.pages,
        fail_level=settings.fail_level,
        status=_status_of(report, settings, exit_zero=options["exit_zero"]),
    )
    if not (look.links and report.findings) or options["output_format"] != "text":
        return look
    from statlint.cli.home_pages import home_pages

    codes = frozenset(one.code for one in report.findings)
    return look if look.pages else replace(look, home_pages=home_pages(codes, settings))


def _of_datasets(
    paths: Sequence[str], tree: SettingsTree, context: click.Context
) -> tuple[str, ...]:
    """Give the files that settings describe; without settings, paths must be named."""
    if paths:
        return ()
    if not tree.run.datasets:
        named = next(one for one in context.command.params if one.name == "paths")
        raise click.MissingParameter(ctx=context, param=named)
    from statlint.run.datasets import files_of_each

    found = files_of_each(tree.run.datasets)
    return not_excluded(dict.fromkeys(path for _, files in found for path in files), tree)


def _files(options: CheckOptions, tree: SettingsTree, outputs: Iterable[Output]) -> tuple[str, ...]:
    return files_named(
        (path for path in options["paths"] if path != _STDIN),
        tree,
        outputs=(output.path for output in outputs if output.path),
        forced=options["force_exclude"],
        quiet=options["quiet"],
    )


def _beside(settings: Settings, outputs: Iterable[Output]) -> list[Path]:
    """Give what is read beside the files that are checked, where a report might overwrite it."""
    if not any(output.path for output in outputs):
        return []
    lists = [Path(settings.due_file)] if settings.due_file else []
    return [*lists, *expand_paths([*settings.previous, *settings.parts])]


def _standard_input(options: CheckOptions, language: Language) -> list[tuple[str, bytes]]:
    if _STDIN not in options["paths"]:
        return []
    if sys.stdin.isatty():
        # Somebody who typed a dash by mistake would wait for ever.
        complain(fault("reads input", language))
    return [(_name_of(_STDIN, options), sys.stdin.buffer.read())]


def _refuse_unknown_beside(sources: Iterable[str | tuple[str, bytes]], tree: SettingsTree) -> None:
    """Look at the settings of all files before the first is checked; hours may lie between."""
    for source in sources:
        tree.of(source if isinstance(source, str) else source[0])
    refuse_unknown_of_files(tree)


def _run(
    sources: Iterable[str | tuple[str, bytes]], tree: SettingsTree, baseline: BaselineRun | None
) -> Report:
    progress = progress_on_terminal(tree.run.language)
    try:
        return check_paths(
            sources,
            tree.run,
            progress=progress,
            settings_of=tree.of,
            baseline=baseline,
            cache=results_folder(tree.run),
        )
    finally:
        if progress is not None:
            progress.close()


def _status(report: Report, settings: Settings, *, exit_zero: bool) -> int:
    """Give the exit status, and say which rules crashed."""
    for crash in report.crashes:
        said = fault("crashed", settings.language, code=crash.code, error=crash.error)
        complain(f"{crash.path}: {said}")
    return _status_of(report, settings, exit_zero=exit_zero)


def _status_of(report: Report, settings: Settings, *, exit_zero: bool) -> int:
    """Give the exit status: 2 for a crashed rule, 1 for findings from the fail level on."""
    if report.crashes:
        return 2
    return int(report.fails(settings.fail_level) and not exit_zero)
