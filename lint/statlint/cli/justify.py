"""`statlint justify`: record why findings are accepted (填写说明)."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Unpack

import click

from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_files, propose_rules
from statlint.cli.days import read_until
from statlint.cli.help_words import HELP
from statlint.cli.justify_ask import ask_all
from statlint.cli.justify_from import justify_from
from statlint.cli.justify_options import JustifyOptions, checked, tree_for
from statlint.cli.justify_pick import Picked, Picking, at_place
from statlint.cli.justify_words import say
from statlint.cli.justify_write import prune, write_reasons
from statlint.cli.options import beside_options, lang_option, read_words
from statlint.cli.rules import refuse_unknown, rules_named
from statlint.cli.terminal import complain, show
from statlint.cli.usage import missing_paths
from statlint.cli.words import fault
from statlint.config.nearest import SettingsTree
from statlint.finding import Finding
from statlint.reporters.places import one_line, path_text, place_of
from statlint.run.pack import listed_of
from statlint.run.reasons import Reason
from statlint.values import Language

_OWN_OUTPUT = "F014"
"""The rule that tells of files that statlint itself wrote."""


@click.command("justify", cls=Leaf, help=HELP["justify"].en)
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=propose_files)
@click.option(
    "--from",
    "copies",
    metavar="COPY",
    multiple=True,
    shell_complete=propose_files,
    help=HELP["--from"].en,
)
@click.option(
    "--code",
    metavar="CODES",
    multiple=True,
    callback=read_words,
    shell_complete=propose_rules,
    help=HELP["--code"].en,
)
@click.option("--cell", metavar="CELL", multiple=True, help=HELP["--cell"].en)
@click.option("--reason", metavar="TEXT", help=HELP["--reason"].en)
@click.option("--by", metavar="NAME", help=HELP["--by"].en)
@click.option("--until", metavar="DAY", help=HELP["--until"].en)
@click.option("--prune", is_flag=True, help=HELP["--prune"].en)
@beside_options
@click.option("--preview", is_flag=True, help=HELP["--preview"].en)
@click.option("--no-infer", is_flag=True, help=HELP["--no-infer"].en)
@click.option("--config", metavar="FILE|SETTING", multiple=True, help=HELP["--config"].en)
@click.option("--isolated", is_flag=True, help=HELP["--isolated"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def justify(context: click.Context, /, **options: Unpack[JustifyOptions]) -> int:
    """Write why findings are accepted; 1 where one that was picked cannot be."""
    if options["copies"]:
        return justify_from(options, language_of(context))
    if not options["paths"]:
        raise missing_paths()
    tree = tree_for(options["paths"], options, language_of(context))
    refuse_unknown(tree.run, tree.layers_of())
    language = tree.run.language
    _refuse_odd(options, tree)
    picked, crashed = _picked(options, tree)
    if crashed:
        return 2
    if options["prune"]:
        for one in picked:
            prune(one.of, language)
        if options["reason"] is None:
            return 0
        # What was taken out is no longer there to be replaced.
        picked, _ = _picked(options, tree)
    return _justify(picked, options, language)


def _refuse_odd(options: JustifyOptions, tree: SettingsTree) -> None:
    """Refuse what cannot be meant before any file is read."""
    language, reason = tree.run.language, options["reason"]
    for word in options["code"]:
        rules_named(word, language, listed_of(tree.run))
    for place in options["cell"]:
        at_place(place, language)
    if reason is not None and not any(sign.isalnum() for sign in reason):
        raise click.UsageError(say("empty reason", language))


def _picked(options: JustifyOptions, tree: SettingsTree) -> tuple[list[Picked], bool]:
    """Check the files and pick from what is found; tell whether a rule crashed."""
    report, explained = checked(options["paths"], tree)
    for finding in report.findings:
        if finding.code == _OWN_OUTPUT:
            complain(say("copy named", tree.run.language, path=path_text(finding.path)))
    picking = Picking(options["code"], options["cell"])
    found = [picking.pick(one, tree.run.language) for one in explained]
    return found, bool(report.crashes)


def _justify(picked: Sequence[Picked], options: JustifyOptions, language: Language) -> int:
    due = [one for one in picked if one.open]
    refused = [finding for one in picked for finding in one.refused]
    if not due and not refused:
        _say_none(picked, options, language)
        return 0
    text = options["reason"]
    if text is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        show("".join(f"{line}\n" for line in _listed(due, refused, language)))
        return 0
    today = due[0].of.ground.terms.today if due else None
    if today is not None:
        until = read_until(options["until"], today, language) if options["until"] else None
        reason = Reason(text or "", (options["by"] or "").strip(), today, until)
        if text is None:
            ask_all(due, reason, language)
        for one in due if text is not None else ():
            write_reasons(one.of, [(found, reason) for found in one.open], language)
    for line in _refused(refused, language):
        complain(line)
    return int(bool(refused))


def _say_none(picked: Sequence[Picked], options: JustifyOptions, language: Language) -> None:
    """Say that there is nothing; where a rule or a cell was named, that is most likely a slip."""
    count = sum(len(one.explained) for one in picked)
    if not count and (options["code"] or options["cell"]):
        raise click.ClickException(fault("none such", language))
    show(say("explained" if count else "none", language, count=count) + "\n")


def _listed(due: Sequence[Picked], refused: Sequence[Finding], language: Language) -> Iterator[str]:
    """List what may be justified, and what may not."""
    found = [finding for one in due for finding in one.open]
    if found:
        yield say("open", language, count=len(found))
        yield from (f"  {_line(finding, language)}" for finding in found)
    yield from _refused(refused, language)
    if found:
        yield say("how", language, path=path_text(found[0].path))


def _refused(refused: Sequence[Finding], language: Language) -> Iterator[str]:
    if refused:
        yield say("refused", language, count=len(refused))
        yield from (f"  {_line(finding, language)}" for finding in refused)


def _line(finding: Finding, language: Language) -> str:
    where = ":".join(filter(None, (path_text(finding.path), place_of(finding, language))))
    return f"{where}: {finding.code} {one_line(finding.message)}"
