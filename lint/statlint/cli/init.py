"""`statlint init`: settings, hook and CI job for the repository it stands in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from statlint.cli.commands import Leaf, language_of
from statlint.cli.help_words import HELP
from statlint.cli.options import lang_option
from statlint.cli.starter_words import say
from statlint.cli.terminal import show
from statlint.cli.words import fault
from statlint.errors import MissingPathError
from statlint.reporters.places import path_text
from statlint.reporters.ruler import Ruler
from statlint.starter import (
    CI_KINDS,
    Action,
    Seen,
    Step,
    Supply,
    installed_supply,
    look_around,
    plan,
    read_supply,
    take,
)
from statlint.values import Language

_NONE = "none"


class InitOptions(TypedDict):
    """The options of `init`, as click hands them over."""

    folder: Path
    ci: tuple[str, ...]
    source: str | None
    no_hook: bool
    dry_run: bool
    lang: Language | None


@click.command("init", cls=Leaf, help=HELP["init"].en)
@click.argument("folder", default=".", metavar="[FOLDER]", type=click.Path(path_type=Path))
@click.option("--ci", type=click.Choice([*CI_KINDS, _NONE]), multiple=True, help=HELP["--ci"].en)
@click.option("--source", metavar="SOURCE", help=HELP["--source"].en)
@click.option("--no-hook", is_flag=True, help=HELP["--no-hook"].en)
@click.option("--dry-run", is_flag=True, help=HELP["--dry-run"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def init(context: click.Context, /, **options: Unpack[InitOptions]) -> int:
    """Write starter files; what is there is never written over."""
    language = options["lang"] or language_of(context)
    if not options["folder"].is_dir():
        raise MissingPathError(str(options["folder"]))
    supply = _supply(options["source"], language)
    seen = look_around(options["folder"].resolve())
    ci = [kind for kind in options["ci"] if kind != _NONE] if options["ci"] else seen.ci
    steps = plan(seen, supply, ci, language, hook=not options["no_hook"])
    if not options["dry_run"]:
        _take(steps, seen.folder, language)
    dry = options["dry_run"]
    told = [*_heads(seen, language, dry=dry), *_told(steps, language, all_of_it=dry)]
    if not dry:
        told += _lacking(seen, steps, supply, language, asked=bool(options["ci"]))
        told += _after(seen, steps, language)
    show("".join(f"{line}\n" for line in told))
    return 0


def _supply(source: str | None, language: Language) -> Supply:
    if source is None:
        return installed_supply()
    supply = read_supply(source)
    if supply is None:
        raise click.UsageError(fault("no revision", language, source=source))
    return supply


def _take(steps: Sequence[Step], folder: Path, language: Language) -> None:
    for step in steps:
        try:
            take(step, folder)
        except OSError as error:
            said = fault("no write", language, reason=error.strerror or str(error))
            message = f"{folder / step.path}: {said}"
            raise click.ClickException(message) from error


def _heads(seen: Seen, language: Language, *, dry: bool) -> Iterator[str]:
    """Say which folder it is about, and how many tables lie there."""
    count = len(seen.tables)
    yield say("tables", language, folder=path_text(str(seen.folder)), count=count)
    if not seen.is_git:
        yield say("no git", language)
    if dry:
        yield say("dry", language)


def _told(steps: Sequence[Step], language: Language, *, all_of_it: bool) -> Iterator[str]:
    """Say what becomes of each file, and what has to be written by hand."""
    ruler = Ruler()
    room = max(ruler.width(step.path) for step in steps) + 2
    for step in steps:
        done = ruler.pad(say(step.action, language), 8)
        yield f"  {done}{ruler.pad(step.path, room)}{step.note}".rstrip()
        shown = step.added if step.action is not Action.WRITE else step.text
        if all_of_it or step.action is Action.BY_HAND:
            yield from (f"      {line}".rstrip() for line in shown.splitlines())


def _lacking(
    seen: Seen, steps: Sequence[Step], supply: Supply, language: Language, *, asked: bool
) -> Iterator[str]:
    """Say what is not known here: where others get statlint from, which CI there is."""
    jobs = [path for path in _written(steps) if path.endswith(".yml")]
    if jobs and not supply.known:
        yield say("unknown source", language, path=jobs[0])
    if seen.is_git and not (seen.ci or asked):
        yield say("no ci", language)


def _written(steps: Sequence[Step]) -> list[str]:
    return [step.path for step in steps if step.action in {Action.WRITE, Action.ADD}]


def _after(seen: Seen, steps: Sequence[Step], language: Language) -> Iterator[str]:
    """Say what comes next: what to look at, to switch on, to commit."""
    written = _written(steps)
    if not written:
        return
    yield ""
    yield say("next", language)
    for why, command in _commands(seen, written, language):
        yield f"  {why}"
        yield f"      {command}"


def _commands(seen: Seen, written: Sequence[str], language: Language) -> Iterator[tuple[str, str]]:
    """Give what to type next, each with what it is for."""
    # Without data sets the folder has to be named.
    check = "statlint check" if seen.datasets and not seen.settings else "statlint check ."
    yield say("to see", language), check
    yield say("to begin", language), f"{check} --write-baseline"
    if any("pre-commit" in path for path in written):
        install = "" if shutil.which("pre-commit") else "pip install pre-commit && "
        yield say("to switch on", language), f"{install}pre-commit install"
    if seen.is_git:
        yield say("to keep", language), f"git add {' '.join(written)}"
