"""The annotations of the options say what click hands over."""

from __future__ import annotations

from pathlib import Path
from typing import get_type_hints

import click
import pytest

from statlint.cli.asked import CheckOptions, SettingsOptions
from statlint.cli.check_command import check
from statlint.cli.explain import ExplainOptions, explain
from statlint.run.jobs import Jobs
from statlint.values import Language, Period

WORDS = {"lang": Language, "fail_level": str, "output_format": str}
"""Options whose words are narrowed by us."""
READ = {"period": Period, "max_findings": int, "jobs": Jobs}
"""Options whose words are read by us."""


def annotation(parameter: click.Parameter) -> object:
    """Say which values a parameter can have, by how it is declared."""
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return bool
    inner: object = str
    if isinstance(parameter.type, click.Path):
        inner = Path
    inner = READ.get(parameter.name or "", inner)
    inner = WORDS.get(parameter.name or "", inner)
    if parameter.multiple if isinstance(parameter, click.Option) else parameter.nargs == -1:
        return tuple[inner, ...]  # type: ignore[valid-type]  # made at run time
    settled = parameter.required or parameter.name == "output_format"
    return inner if settled else inner | None  # type: ignore[operator]  # a type at run time


@pytest.mark.parametrize(
    ("command", "options"),
    [
        pytest.param(check, CheckOptions, id="check"),
        pytest.param(explain, ExplainOptions, id="explain"),
    ],
)
def test_annotations_match_the_options(command: click.Command, options: type) -> None:
    declared = {
        parameter.name: annotation(parameter)
        for parameter in command.params
        if parameter.expose_value
    }

    assert get_type_hints(options) == declared


def test_the_options_of_settings_are_all_options_of_check() -> None:
    names = {parameter.name for parameter in check.params}

    assert set(get_type_hints(SettingsOptions)) <= names
