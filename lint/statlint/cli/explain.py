"""`statlint explain`: the pages of rules, and the catalogue of all."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

import click

from statlint.cli.commands import Leaf, language_of
from statlint.cli.completion import propose_rules
from statlint.cli.help_words import HELP
from statlint.cli.here import rules_here
from statlint.cli.options import lang_option
from statlint.cli.rule_files import compare, write_catalogue, write_pages
from statlint.cli.rules import rules_named
from statlint.cli.terminal import look_at, show, show_for_programs
from statlint.cli.words import fault
from statlint.reporters.rule_json import write_rules_json
from statlint.reporters.rule_text import write_rules_text
from statlint.reporters.ruler import Ruler
from statlint.rule import AnyRule
from statlint.rule.docs import catalogue, families, page, title
from statlint.rule.registry import load_rules
from statlint.rule.select import selected
from statlint.values import Language

FORMATS = ("text", "markdown", "json")


class ExplainOptions(TypedDict):
    """The options of `explain`, as click hands them over."""

    codes: tuple[str, ...]
    all: bool
    check: Path | None
    write: Path | None
    write_pages: Path | None
    output_format: str
    lang: Language | None


@click.command("explain", cls=Leaf, help=HELP["explain"].en)
@click.argument("codes", nargs=-1, metavar="CODES...", shell_complete=propose_rules)
@click.option("--all", is_flag=True, help=HELP["--all"].en)
@click.option("--check", metavar="FILE", type=click.Path(path_type=Path), help=HELP["--check"].en)
@click.option("--write", metavar="FILE", type=click.Path(path_type=Path), help=HELP["--write"].en)
@click.option(
    "--write-pages",
    metavar="FOLDER",
    type=click.Path(path_type=Path),
    help=HELP["--write-pages"].en,
)
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="text",
    help=HELP["explain --output-format"].en,
)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def explain(context: click.Context, /, **options: Unpack[ExplainOptions]) -> int:
    """Explain rules."""
    language = options["lang"] or language_of(context)
    _refuse_odd(options, language)
    if options["check"]:
        return compare(options["check"], rules_here(language), language)
    if options["write"]:
        write_catalogue(options["write"], rules_here(language), language)
    if options["write_pages"]:
        write_pages(options["write_pages"], rules_here(language), language)
    if not (options["write"] or options["write_pages"]):
        _show(options, language)
    return 0


def _show(options: ExplainOptions, language: Language) -> None:
    """Show rules in the format that is wanted; of all, text and Markdown are a list."""
    named = (rule for word in options["codes"] for rule in _named(word, language))
    rules = rules_here(language) if options["all"] else tuple(dict.fromkeys(named))
    match options["output_format"], options["all"]:
        case "json", _:
            show_for_programs(write_rules_json(rules, language))
        case "markdown", True:
            show_for_programs(catalogue(rules))
        case "markdown", False:
            show_for_programs("\n".join(page(rule, language) for rule in rules))
        case _, True:
            show(_list_all(rules, language))
        case _:
            look = look_at(sys.stdout)
            show(write_rules_text(rules, look, language), colour=look.colour)


def _named(word: str, language: Language) -> tuple[AnyRule, ...]:
    """Give the rules that a word names; only for one that is not of ours packs are asked."""
    own = selected(load_rules(), select=(word,), preview=True)
    return own or rules_named(word, language, rules_here(language))


def _refuse_odd(options: ExplainOptions, language: Language) -> None:
    if not options["all"]:
        given = {"--check": options["check"], "--write": options["write"]}
        for name, value in {**given, "--write-pages": options["write_pages"]}.items():
            if value:
                raise click.UsageError(fault("needs all", language, name=name))
    if bool(options["codes"]) == options["all"]:
        raise click.UsageError(fault("code or all", language))


def _list_all(rules: Sequence[AnyRule], language: Language) -> str:
    """List rules: code, name, severity and title, family by family."""
    ruler = Ruler()
    codes = max(len(rule.code) for rule in rules)
    names = max(len(rule.name) for rule in rules)
    words = max(ruler.width(rule.severity.words.of(language)) for rule in rules)
    parts = []
    for family, members in families(rules):
        lines = [family.of(language)]
        for rule in members:
            severity = ruler.pad(rule.severity.words.of(language), words)
            lines.append(
                f"  {rule.code:<{codes}}  {rule.name:<{names}}  {severity}  {title(rule, language)}"
            )
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)
