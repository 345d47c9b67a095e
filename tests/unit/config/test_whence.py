"""Where the value of a setting comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.config.nearest import SettingsTree
from statlint.config.whence import Whence, layers_told, whence

TEAM = """\
lang = "zh"
select = ["B"]
extend-select = ["T"]
ignore = ["S"]
[severity]
B = "error"
[thresholds]
factor = 0.1
"""
NEAR = """\
extend = "../statlint.toml"
lang = "en"
extend-select = ["U"]
extend-ignore = ["P"]
severity.S = "error"
"""


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsTree:
    """Give the settings of a folder with others below, and with words of the command line."""
    (tmp_path / "data").mkdir()
    (tmp_path / "statlint.toml").write_text(TEAM, encoding="utf-8")
    (tmp_path / "data" / "statlint.toml").write_text(NEAR, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return SettingsTree(Settings(), words=["blank = 'zero'"])


@pytest.mark.parametrize(
    ("key", "path", "places"),
    [
        pytest.param("select", None, [("statlint.toml", 2)], id="of the run"),
        pytest.param("select", "data/a.csv", [("statlint.toml", 2)], id="extended"),
        pytest.param("blank", "data/a.csv", [("--config", None)], id="the command line"),
        pytest.param("form", "data/a.csv", [], id="the usual one"),
        pytest.param("thresholds.factor", "data/a.csv", [("statlint.toml", 8)], id="in a table"),
        pytest.param("thresholds.same", "data/a.csv", [], id="the usual one in a table"),
        pytest.param("lang", "data/a.csv", [("statlint.toml", 1)], id="one for all files"),
        pytest.param(
            "ignore",
            "data/a.csv",
            [("statlint.toml", 4), ("data/statlint.toml", 4)],
            id="a key that another adds to",
        ),
        pytest.param(
            "extend-select",
            "data/a.csv",
            [("statlint.toml", 3), ("data/statlint.toml", 3)],
            id="a key that adds",
        ),
        pytest.param(
            "severity",
            "data/a.csv",
            [("statlint.toml", 5), ("data/statlint.toml", 5)],
            id="a table of the user's own keys",
        ),
    ],
)
def test_where_a_value_comes_from(
    tree: SettingsTree, key: str, path: str | None, places: list[tuple[str, int | None]]
) -> None:
    assert whence(key, tree, path) == tuple(Whence(*place) for place in places)


def test_rules_that_are_chosen_anew_come_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "statlint.toml").write_text(TEAM, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    tree = SettingsTree(Settings(), words=["select = ['U']", "ignore = []"])

    assert [whence(key, tree, None) for key in ("select", "extend-select", "ignore")] == [
        (Whence("--config"),),
        (),
        (Whence("--config"),),
    ]


def test_the_nearest_comes_first(tree: SettingsTree) -> None:
    assert layers_told(tree, "data/a.csv") == ["--config", "data/statlint.toml", "statlint.toml"]
