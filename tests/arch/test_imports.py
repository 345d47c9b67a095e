"""The staircase holds, and each of its contracts catches what it is there for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINT = (
    "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
)


def lint_imports(folder: Path) -> tuple[int, set[str]]:
    """Confront the packages under a folder with the contracts; name the broken ones."""
    path = os.pathsep.join(str(folder / root) for root in ("lint", "rules"))
    done = subprocess.run(
        [sys.executable, "-c", LINT],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    return done.returncode, {line[:-7].strip() for line in lines if line.endswith(" BROKEN")}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the two packages and their contracts."""
    for root in ("lint", "rules"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / root, tmp_path / root, ignore=left_out)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_staircase_holds() -> None:
    assert lint_imports(ROOT) == (0, set())


def test_a_faithful_copy_holds(copy: Path) -> None:
    assert lint_imports(copy) == (0, set())


@pytest.mark.parametrize(
    ("module", "source", "broken"),
    [
        pytest.param(
            "lint/statlint/values/period.py",
            "def climb():\n    from statlint.cli import main\n    return main\n",
            "A room uses only the rooms below it",
            id="an upward import inside a function",
        ),
        pytest.param(
            "lint/statlint/grid/grid.py",
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import statlint.table\n",
            "A room uses only the rooms below it",
            id="an upward import for types only",
        ),
        pytest.param(
            "lint/statlint/form/model.py",
            "import statlint.grid\n",
            "A room uses only the rooms below it",
            id="an import from the neighbour",
        ),
        pytest.param(
            "lint/statlint/attic.py",
            '"""A room without a place."""\n',
            "A room uses only the rooms below it",
            id="a room that nobody placed",
        ),
        pytest.param(
            "lint/statlint/run/__init__.py",
            "import statlint_rules\n",
            "The engine does not know the rules",
            id="the engine imports the rules",
        ),
        pytest.param(
            "rules/statlint_rules/balance/unbalanced_total.py",
            "import statlint.reporters\n",
            "Rules know nothing of files, terminals, settings and exit codes",
            id="a rule imports a reporter",
        ),
        pytest.param(
            "rules/statlint_rules/file/unreadable_file.py",
            "from statlint.workbook.open import open_workbook\n",
            "Rules know nothing of files, terminals, settings and exit codes",
            id="a rule imports a reader",
        ),
        pytest.param(
            "rules/statlint_rules/ratio/wrong_share.py",
            "import statlint_rules.balance.unbalanced_total\n",
            "Rule families do not import each other",
            id="a rule imports another family",
        ),
        pytest.param(
            "lint/statlint/config/model.py",
            "import cerberus\n",
            "Only schema imports Cerberus",
            id="Cerberus outside its room",
        ),
        pytest.param(
            "lint/statlint/table/model.py",
            "import openpyxl\n",
            "Only workbook opens a submitted file",
            id="a reading engine outside its room",
        ),
        pytest.param(
            "lint/statlint/confront/model.py",
            "import highspy\n",
            "Only diagnosis solves programs",
            id="a solver outside its room",
        ),
        pytest.param(
            "lint/statlint/run/__init__.py",
            "import rich\n",
            "Only what is shown imports rich",
            id="a terminal inside the engine",
        ),
        pytest.param(
            "lint/statlint/reporters/text.py",
            "import jinja2\n",
            "Only pages are made of templates",
            id="a template outside a page",
        ),
        pytest.param(
            "lint/statlint/values/period.py",
            "from dataclasses import dataclass as dear\n",
            "Classes are made by our own dataclass",
            id="a class made by the standard library",
        ),
    ],
)
def test_a_wrong_import_is_caught(copy: Path, module: str, source: str, broken: str) -> None:
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{source}")

    result = lint_imports(copy)

    assert result == (1, {broken})
