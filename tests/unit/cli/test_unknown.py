"""Names that nothing has are refused; where settings name nothing, no rule is loaded."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from statlint.cli.unknown import refuse_unknown_of_files, refuse_unknown_of_run
from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.errors import StatlintError


def tree_of(folder: Path, text: str, settings: Settings | None = None) -> SettingsTree:
    path = folder / "statlint.toml"
    path.write_text(text, encoding="utf-8")
    return SettingsTree(settings or Settings(), named=path)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('select = ["B999"]', id="a rule"),
        pytest.param('edits-off = ["nothing"]', id="an edit"),
        pytest.param('form = "nothing"', id="a form"),
        pytest.param('[severity]\n"B999" = "error"', id="how bad a rule is"),
        pytest.param('[justify]\nallow = ["B999"]', id="what may be accepted"),
    ],
)
def test_what_does_not_exist_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(StatlintError):
        refuse_unknown_of_run(tree_of(tmp_path, text))


def test_what_does_not_exist_on_the_command_line_is_refused(tmp_path: Path) -> None:
    with pytest.raises(click.UsageError):
        refuse_unknown_of_run(tree_of(tmp_path, "", Settings(select=("B999",))))


def test_where_nothing_is_named_no_rule_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("statlint.cli.rules.refuse_unknown", fail)
    tree = tree_of(tmp_path, 'lang = "zh"\nperiod = "2024"')

    refuse_unknown_of_run(tree)
    refuse_unknown_of_files(tree)


def test_settings_of_a_folder_are_looked_at_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/statlint.toml").write_text('ignore = ["B999"]', encoding="utf-8")
    (tmp_path / "statlint.toml").write_text('lang = "en"', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    tree = SettingsTree(Settings(), ["."])
    tree.of("a/x.csv")
    refuse_unknown_of_run(tree)

    with pytest.raises(StatlintError):
        refuse_unknown_of_files(tree)
