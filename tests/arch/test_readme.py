"""The README speaks of every command and option, and of no others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from statlint.cli.group import statlint

ROOT = Path(__file__).parents[2]
BOTH = pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
USED_MOST = (
    *("lang", "form", "period", "select", "ignore", "per-file-ignores", "severity", "fail-level"),
    *("extend", "unit-kind", "units", "blank", "previous", "parts", "thresholds", "dataset"),
)
OTHERS_OPTIONS = {"--group"}


def commands(command: click.Command, name: str = "statlint") -> Iterator[tuple[str, click.Command]]:
    """Go through the commands that do something, with what is typed to run them."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    context = click.Context(command)
    for key in command.list_commands(context):
        child = command.get_command(context, key)
        assert child is not None
        yield from commands(child, f"{name} {key}")


def options(command: click.Command) -> Iterator[str]:
    """Go through the long names of a command's options."""
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            yield from (name for name in parameter.opts if name.startswith("--"))


def all_options() -> set[str]:
    """Give the long names of all options, those of the command itself too."""
    called = [statlint, *(command for _, command in commands(statlint))]
    return {option for command in called for option in options(command)}


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@BOTH
def test_every_command_is_mentioned(name: str) -> None:
    text = words_of(name)

    assert [typed for typed, _ in commands(statlint) if f"`{typed}" not in text] == []


@BOTH
def test_every_option_is_mentioned(name: str) -> None:
    text = words_of(name)

    assert {
        option for option in all_options() if not re.search(rf"{option}(?![-\w])", text)
    } == set()


@BOTH
def test_the_settings_used_most_are_mentioned(name: str) -> None:
    text = words_of(name)

    assert [key for key in USED_MOST if f"`{key}`" not in text] == []
    page = "docs/zh/settings.md" if name.endswith(".zh.md") else "docs/settings.md"
    assert f"]({page})" in text


@BOTH
def test_no_other_command_is_mentioned(name: str) -> None:
    known = tuple(f"{typed} " for typed, _ in commands(statlint))
    typed = re.findall(r"(?<=`)statlint(?: [a-z]+)+|(?<=/bin/)statlint(?: [a-z]+)+", words_of(name))

    assert [line for line in typed if not f"{line} ".startswith(known)] == []


@BOTH
def test_no_other_option_is_mentioned(name: str) -> None:
    mentioned = set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", words_of(name)))

    assert mentioned - all_options() - OTHERS_OPTIONS == set()


@BOTH
def test_every_file_that_is_linked_is_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", words_of(name))
    paths = [link for link in links if "://" not in link]

    assert [path for path in paths if not (ROOT / path).exists()] == []


@BOTH
def test_the_report_that_is_checked_is_there(name: str) -> None:
    found = re.search(r"statlint check (fixtures/\S+)", words_of(name))

    assert found is not None
    assert (ROOT / found[1]).is_file()


def test_both_languages_give_the_same_two_commands() -> None:
    english, chinese = (
        re.findall(r"^python3 -m venv .+$", words_of(name), re.MULTILINE)
        for name in ("README.md", "README.zh.md")
    )

    assert len(english) == 2
    assert english == chinese
