"""`statlint explain`: the pages of rules, and the catalogue of all."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict, Unpack

import click

from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_rules
from statlint.cli.help_words import HELP
from statlint.cli.options import lang_option
from statlint.cli.rules import rules_named
from statlint.cli.terminal import complain, show
from statlint.cli.words import fault
from statlint.reporters.ruler import Ruler
from statlint.rule.docs import catalogue, families, page, title
from statlint.rule.registry import load_rules
from statlint.values import Language


class ExplainOptions(TypedDict):
    """The options of `explain`, as click hands them over."""

    codes: tuple[str, ...]
    all: bool
    check: Path | None
    write: Path | None
    lang: Language | None


@click.command("explain", cls=Leaf, help=HELP["explain"].en)
@click.argument("codes", nargs=-1, metavar="CODES...", shell_complete=propose_rules)
@click.option("--all", is_flag=True, help=HELP["--all"].en)
@click.option("--check", metavar="FILE", type=click.Path(path_type=Path), help=HELP["--check"].en)
@click.option("--write", metavar="FILE", type=click.Path(path_type=Path), help=HELP["--write"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def explain(context: click.Context, /, **options: Unpack[ExplainOptions]) -> int:
    """Explain rules."""
    language = options["lang"] or language_of(context)
    _refuse_odd(options, language)
    if options["check"]:
        return _compare(options["check"], language)
    if options["write"]:
        _write(options["write"], language)
    elif options["all"]:
        show(_list_all(language))
    else:
        rules = dict.fromkeys(
            rule for word in options["codes"] for rule in rules_named(word, language)
        )
        show("\n".join(page(rule, language) for rule in rules))
    return 0


def _refuse_odd(options: ExplainOptions, language: Language) -> None:
    if not options["all"]:
        for name in ("check", "write"):
            if options[name]:
                raise click.UsageError(fault("needs all", language, name=f"--{name}"))
    if bool(options["codes"]) == options["all"]:
        raise click.UsageError(fault("code or all", language))


def _list_all(language: Language) -> str:
    """List every rule: code, name, severity and title, family by family."""
    ruler = Ruler()
    rules = load_rules()
    names = max(len(rule.name) for rule in rules)
    words = max(ruler.width(rule.severity.words.of(language)) for rule in rules)
    parts = []
    for family, members in families(rules):
        lines = [family.of(language)]
        for rule in members:
            severity = ruler.pad(rule.severity.words.of(language), words)
            lines.append(
                f"  {rule.code}  {rule.name:<{names}}  {severity}  {title(rule, language)}"
            )
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _compare(path: Path, language: Language) -> int:
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"{path}: {fault('no read', language, reason=reason)}"
        raise click.ClickException(message) from error
    if written == catalogue(load_rules()):
        return 0
    complain(f"{path}: {fault('stale', language, path=path)}")
    return 1


def _write(path: Path, language: Language) -> None:
    try:
        path.write_text(catalogue(load_rules()), encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"{path}: {fault('no write', language, reason=error.strerror or str(error))}"
        raise click.ClickException(message) from error
