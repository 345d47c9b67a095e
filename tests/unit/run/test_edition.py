"""What tells one statlint from another: its version, its files, the libraries beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from statlint.run.edition import edition, libraries


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make two packages, and let them be statlint's."""
    for package in ("statlint", "statlint_rules"):
        (tmp_path / package / "room").mkdir(parents=True)
        (tmp_path / package / "room/module.py").write_text("A = 1\n", encoding="utf-8")
    monkeypatch.setattr("statlint.run.edition._folder_of", lambda name: tmp_path / name)
    return tmp_path


def change(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(0, 10**9))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("statlint/room/module.py", id="a module"),
        pytest.param("statlint_rules/room/module.py", id="a rule"),
        pytest.param("statlint_rules/room/new.json", id="a new file"),
    ],
)
def test_a_changed_file_makes_another_edition(tree: Path, name: str) -> None:
    before = edition(())
    change(tree / name, "A = 2\n")

    assert edition(()) != before
    assert edition(()) == edition(())


def test_what_python_made_is_no_file_of_it(tree: Path) -> None:
    before = edition(())
    change(tree / "statlint/__pycache__/module.pyc", "")

    assert edition(()) == before


def test_of_an_installed_one_the_list_of_its_files_tells(tree: Path) -> None:
    listing = tree / "statlint-0.1.0.dist-info/RECORD"
    change(listing, "statlint/room/module.py,sha256=1,1\n")
    before = edition(())
    os.utime(tree / "statlint/room/module.py", ns=(0, 10**9))

    assert edition(()) == before
    change(listing, "statlint/room/module.py,sha256=2,1\n")
    assert edition(()) != before


def test_another_version_of_a_library_makes_another_edition(tree: Path) -> None:
    place = str(tree)
    before = edition([place])
    (tree / "openpyxl-3.1.5.dist-info").mkdir()
    (tree / "click-8.2.0.dist-info").mkdir()

    assert libraries([place, "", str(tree / "absent")]) == ["openpyxl-3.1.5.dist-info"]
    assert edition([place]) != before


def test_the_one_that_runs_has_an_edition() -> None:
    assert len(edition()) == len(edition(sys.path)) == 16
    assert any(name.startswith("openpyxl-") for name in libraries(sys.path))


def test_a_package_that_is_not_there_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statlint.run.edition.find_spec", lambda _: None)

    assert len(edition(())) == 16
