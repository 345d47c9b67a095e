"""Help in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter

import click
import pytest

from statlint.cli.group import statlint
from statlint.cli.help_words import HELP
from statlint.cli.words import FAULTS, SAID
from statlint.reporters.ruler import Ruler
from statlint.reporters.words import SAID as REPORTED
from statlint.values import Text
from unit.cli.commanding import outcome, run


def paths(command: click.Command, *names: str) -> Iterator[tuple[str, ...]]:
    """Go through the commands and groups by what is typed to call them."""
    yield names
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from paths(child, *names, name)


COMMANDS = list(paths(statlint))


def test_the_commands_are_those_of_the_contract_that_exist() -> None:
    assert COMMANDS == [
        (),
        ("check",),
        ("infer",),
        ("explain",),
        ("justify",),
        ("annotate",),
        ("serve",),
        ("form",),
        ("form", "list"),
        ("form", "show"),
        ("form", "match"),
        ("form", "new"),
        ("form", "check"),
        ("form", "schema"),
        ("init",),
    ]


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_is_in_the_language_asked_for(names: tuple[str, ...], option: str) -> None:
    chinese = run(*names, option, language="zh").stdout
    english = run(*names, option, language="en").stdout

    assert (chinese.startswith("用法："), english.startswith("Usage: ")) == (True, True)
    assert english.isascii()
    assert [text.en for text in HELP.values() if text.en in " ".join(chinese.split())] == []


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_fits_the_page(names: tuple[str, ...], language: str) -> None:
    lines = run(*names, "--help", language=language).stdout.splitlines()

    assert [line for line in lines if Ruler().width(line) > 80] == []


def test_every_word_of_help_is_used() -> None:
    used = "\n".join(run(*names, "--help", language="en").stdout for names in COMMANDS)
    flat = " ".join(used.split())

    unused = [key for key, text in HELP.items() if " ".join(text.en.split()) not in flat]
    assert unused == []


@pytest.mark.parametrize(
    "words", [HELP, FAULTS, SAID, REPORTED], ids="help faults said report".split()
)
def test_both_languages_name_the_same_values(words: Mapping[str, Text]) -> None:
    assert [key for key, text in words.items() if values(text.zh) != values(text.en)] == []


def values(template: str) -> set[str | None]:
    """Give the values that a template names."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize(
    ("names", "usage"),
    [
        pytest.param([], "Usage: statlint [OPTIONS] COMMAND [ARGS]...", id="statlint"),
        pytest.param(["form"], "Usage: statlint form [OPTIONS] COMMAND [ARGS]...", id="form"),
    ],
)
def test_a_group_without_a_command_shows_its_help(names: list[str], usage: str) -> None:
    status, said = outcome(*names)

    assert (status, said.splitlines()[0]) == (2, usage)


def test_the_version_is_shown() -> None:
    result = run("--version")

    assert (result.exit_code, result.stdout) == (0, "statlint 0.1.0\n")
