"""The settings file that is nearest to a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config.find import find_settings, settings_in


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


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        pytest.param("[tool.ruff]\n", False, id="another tool"),
        pytest.param("[tool.statlint]\n", True, id="a table"),
        pytest.param(" [ tool . statlint ]\n", True, id="a table with blanks"),
        pytest.param("[tool.statlint.severity]\n", True, id="a table in it"),
        pytest.param("[[tool.statlint.dataset]]\n", True, id="a list of tables in it"),
        pytest.param('[tool]\nstatlint.lang = "zh"\n', True, id="a key with dots"),
        pytest.param('tool.statlint = { lang = "zh" }\n', True, id="a table in a line"),
        pytest.param('["tool"."statlint"]\n"lang" = "zh"\n', True, id="quotes nobody writes"),
        pytest.param('[project]\ndependencies = ["statlint==0.1"]\n', False, id="a dependency"),
        pytest.param("# see tool.statlint\n[tool.ruff]\n", False, id="a remark"),
        pytest.param('[project]\nstatlint = "1"\n', False, id="another table"),
        pytest.param('tool = "x"\nstatlint.a = 1\n', False, id="no table"),
        pytest.param("statlint. = [\n", False, id="no TOML"),
        pytest.param("[tool.statlint]\nlang = [\n", True, id="broken, and ours"),
    ],
)
def test_a_project_without_our_table_is_passed_by(
    tmp_path: Path, text: str, *, is_found: bool
) -> None:
    (tmp_path / "a").mkdir()
    project = written(tmp_path / "a", text, "pyproject.toml")
    above = written(tmp_path, "", "statlint.toml")

    assert find_settings(tmp_path / "a") == (project if is_found else above)


@pytest.mark.parametrize("name", ["statlint.toml", "pyproject.toml"])
def test_a_folder_is_no_settings_file(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()

    assert settings_in(tmp_path) is None


def test_a_link_that_leads_nowhere_was_meant(tmp_path: Path) -> None:
    (tmp_path / "statlint.toml").symlink_to("none.toml")

    assert settings_in(tmp_path) == tmp_path / "statlint.toml"


def test_what_lies_in_no_folder_has_no_settings(tmp_path: Path) -> None:
    archive = written(tmp_path, "", "county.zip")

    assert settings_in(archive) is None


def test_a_long_path_has_no_settings() -> None:
    assert settings_in(Path("/", "x" * 5000)) is None
