"""`statlint annotate`: write marked copies of files, with what was found in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Unpack

import click

from statlint.cli.annotate_words import say
from statlint.cli.asked import AnnotateOptions
from statlint.cli.baseline import baseline_of
from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_files, propose_rules
from statlint.cli.copies import Copied, Places, write_copy
from statlint.cli.help_words import HELP
from statlint.cli.options import beside_options, lang_option, read_words
from statlint.cli.terminal import complain, show
from statlint.cli.tree import tree_of
from statlint.cli.unknown import refuse_unknown_of_run
from statlint.cli.walk import files_named
from statlint.cli.words import fault
from statlint.config.nearest import SettingsTree
from statlint.dataclass import dataclass
from statlint.finding import FileReport, Report, Severity
from statlint.reporters.accepted_part import is_listed
from statlint.reporters.by_path import ByPath
from statlint.reporters.marked.names import workbooks_first
from statlint.reporters.places import one_line, path_text
from statlint.reporters.workbook import Copies, own_outputs
from statlint.run import check_paths
from statlint.run.originals import with_originals
from statlint.run.paths import found_texts
from statlint.values import Language


@click.command("annotate", cls=Leaf, help=HELP["annotate"].en)
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...", shell_complete=propose_files)
@click.option("--output", metavar="FILE|FOLDER", help=HELP["--output annotate"].en)
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
@click.option("--preview", is_flag=True, help=HELP["--preview"].en)
@click.option("--no-infer", is_flag=True, help=HELP["--no-infer"].en)
@click.option("--exclude", metavar="PATTERN", multiple=True, help=HELP["--exclude"].en)
@click.option("--config", metavar="FILE|SETTING", multiple=True, help=HELP["--config"].en)
@click.option("--isolated", is_flag=True, help=HELP["--isolated"].en)
@click.option("-q", "--quiet", is_flag=True, help=HELP["--quiet"].en)
@click.option("--exit-zero", is_flag=True, help=HELP["--exit-zero"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def annotate(context: click.Context, /, **options: Unpack[AnnotateOptions]) -> int:
    """Write marked copies; the exit status is that of a check, 2 where one cannot be written."""
    done = annotated(options, language_of(context))
    for line in done.lines:
        if not options["quiet"]:
            show(f"{line}\n")
    complain(*done.faults)
    if done.faults or done.report.crashes:
        return 2
    return int(done.fails and not options["exit_zero"])


@dataclass(frozen=True, slots=True)
class Annotated:
    """What became of a call: the copies, a line for each file, and what could not be done.

    `fails` is whether anything was found that makes a check fail.
    """

    report: Report
    copies: tuple[Copied, ...]
    lines: tuple[str, ...]
    faults: tuple[str, ...]
    fails: bool


def annotate_files(paths: Sequence[str], language: Language) -> Annotated:
    """Write marked copies beside files, as without any option; raises ClickException."""
    return annotated(
        {
            "paths": tuple(paths),
            "output": None,
            "lang": None,
            "form": None,
            "period": None,
            "previous": (),
            "parts": (),
            "units": None,
            "select": (),
            "ignore": (),
            "fail_level": None,
            "preview": False,
            "no_infer": False,
            "exclude": (),
            "config": (),
            "isolated": False,
            "quiet": False,
            "exit_zero": False,
        },
        language,
    )


def annotated(options: AnnotateOptions, language: Language) -> Annotated:
    """Check files, and write a copy of each that is named or in which something is found."""
    tree = tree_of(options, language, near=options["paths"])
    refuse_unknown_of_run(tree)
    report = _checked(options, tree)
    to = Path(options["output"]) if options["output"] else None
    named = {str(Path(path)) for path in options["paths"]}
    told = ByPath([one for one in report.findings if is_listed(one)])
    own = own_outputs(report)
    due = [file for file in report.files if file.path in named or file.path in told]
    due = [file for file in due if file.path not in own]
    places = Places(report, due, to)
    copies, done = Copies(report), list[Copied]()
    faults = [f"{path_text(path)}: {one_line(one.message)}" for path, one in own.items()]
    for file in workbooks_first(due):
        try:
            done.append(write_copy(copies, file, places.of(file), report.language))
        except click.ClickException as error:
            faults.append(error.format_message())
    lines = _lines(report, {one.path: one for one in done}, due)
    fails = report.fails(tree.run.fail_level)
    return Annotated(report, tuple(done), tuple(lines), tuple(faults), fails)


def _checked(options: AnnotateOptions, tree: SettingsTree) -> Report:
    """Check the files."""
    files = files_named(options["paths"], tree, quiet=options["quiet"])
    settings = tree.settle(found_texts(options["paths"], files))
    baseline = baseline_of(
        {"paths": options["paths"], "no_baseline": False, "write_baseline": False}, tree
    )
    report = check_paths(files, settings, settings_of=tree.of, baseline=baseline)
    for crash in report.crashes:
        said = fault("crashed", settings.language, code=crash.code, error=crash.error)
        complain(f"{crash.path}: {said}")
    return with_originals(report, files)


def _lines(report: Report, copies: dict[str, Copied], due: Sequence[FileReport]) -> Iterator[str]:
    """Say of each file where its copy is, and how much was found in it."""
    language = report.language
    findings = ByPath(report.findings)
    for file in due:
        copied = copies.get(file.path)
        if copied is None:
            continue
        shown = path_text(file.path), path_text(str(copied.copy))
        count = Counter(one.severity for one in findings.of(file.path) if one.justified is None)
        found = say("space", language).join(
            say("severity", language, severity=one.words.of(language), count=count[one])
            for one in Severity
            if count[one]
        )
        line = say(
            "copied",
            language,
            path=shown[0],
            copy=shown[1],
            found=found or say("none", language),
        )
        kept = say("kept", language, count=copied.kept) if copied.kept else ""
        yield line + kept
