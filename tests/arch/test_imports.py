"""The staircase holds, and each of its contracts catches what it is there for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

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


class Fault(NamedTuple):
    """What somebody might write, where, and the contract that it breaks."""

    name: str
    module: str
    source: str
    broken: str


WRONG = (
    Fault(
        "an upward import inside a function",
        "lint/statlint/values/period.py",
        "def climb():\n    from statlint.cli import main\n    return main\n",
        "A room uses only the rooms below it",
    ),
    Fault(
        "an upward import for types only",
        "lint/statlint/grid/grid.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import statlint.table\n",
        "A room uses only the rooms below it",
    ),
    Fault(
        "an import from the neighbour",
        "lint/statlint/form/model.py",
        "import statlint.grid\n",
        "A room uses only the rooms below it",
    ),
    Fault(
        "a room that nobody placed",
        "lint/statlint/attic.py",
        '"""A room without a place."""\n',
        "A room uses only the rooms below it",
    ),
    Fault(
        "the engine imports the rules",
        "lint/statlint/run/__init__.py",
        "import statlint_rules\n",
        "The engine does not know the rules",
    ),
    Fault(
        "a rule imports a reporter",
        "rules/statlint_rules/balance/unbalanced_total.py",
        "import statlint.reporters\n",
        "Rules know nothing of files, terminals, settings and exit codes",
    ),
    Fault(
        "a rule imports a reader",
        "rules/statlint_rules/file/unreadable_file.py",
        "from statlint.workbook.open import open_workbook\n",
        "Rules know nothing of files, terminals, settings and exit codes",
    ),
    Fault(
        "a rule imports another family",
        "rules/statlint_rules/ratio/wrong_share.py",
        "import statlint_rules.balance.unbalanced_total\n",
        "Rule families do not import each other",
    ),
    Fault(
        "Cerberus outside its room",
        "lint/statlint/config/model.py",
        "import cerberus\n",
        "Only schema imports Cerberus",
    ),
    Fault(
        "a reading engine outside its room",
        "lint/statlint/table/model.py",
        "import openpyxl\n",
        "Only workbook opens a submitted file",
    ),
    Fault(
        "a solver outside its room",
        "lint/statlint/confront/model.py",
        "import highspy\n",
        "Only diagnosis solves programs",
    ),
    Fault(
        "a terminal inside the engine",
        "lint/statlint/run/__init__.py",
        "import rich\n",
        "Only what is shown imports rich",
    ),
    Fault(
        "a template outside a page",
        "lint/statlint/reporters/text.py",
        "import jinja2\n",
        "Only pages are made of templates",
    ),
    Fault(
        "a server outside the web",
        "lint/statlint/reporters/csv.py",
        "import starlette\n",
        "Only web serves pages",
    ),
    Fault(
        "a class made by the standard library",
        "lint/statlint/values/period.py",
        "from dataclasses import dataclass as dear\n",
        "Classes are made by our own dataclass",
    ),
)


def together() -> list[list[Fault]]:
    """Put faults together that break a contract each, and none twice: a look takes its time."""
    found: list[list[Fault]] = []
    for fault in WRONG:
        for several in found:
            if not any(fault.broken == one.broken for one in several):
                several.append(fault)
                break
        else:
            found.append([fault])
    return found


@pytest.mark.parametrize("faults", together(), ids=lambda some: ", ".join(one.name for one in some))
def test_wrong_imports_are_caught(copy: Path, faults: list[Fault]) -> None:
    for fault in faults:
        with (copy / fault.module).open("a", encoding="utf-8") as file:
            file.write(f"\n{fault.source}")

    assert lint_imports(copy) == (1, {fault.broken for fault in faults})
