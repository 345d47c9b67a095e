"""The settings file that is nearest to a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config.find import find_settings


def written(folder: Path, text: str, name: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("files", "found"),
    [
        pytest.param([], None, id="none"),
        pytest.param(["statlint.toml"], "statlint.toml", id="here"),
        pytest.param(["a/.statlint.toml", "statlint.toml"], "a/.statlint.toml", id="nearer"),
        pytest.param(
            ["a/.statlint.toml", "a/statlint.toml"], "a/statlint.toml", id="the one that is seen"
        ),
        pytest.param(["a/pyproject.toml"], "a/pyproject.toml", id="a project that names us"),
        pytest.param(
            ["a/pyproject.toml", "a/statlint.toml"], "a/statlint.toml", id="ours before a project's"
        ),
    ],
)
def test_the_nearest_settings_file_is_found(
    tmp_path: Path, files: list[str], found: str | None
) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    for name in files:
        written(tmp_path, "[tool.statlint]\n", name)

    assert find_settings(tmp_path / "a" / "b") == (tmp_path / found if found else None)


def test_a_project_that_does_not_name_us_is_passed_by(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    written(tmp_path / "a", "[tool.ruff]\n", "pyproject.toml")
    path = written(tmp_path, "", "statlint.toml")

    assert find_settings(tmp_path / "a") == path
