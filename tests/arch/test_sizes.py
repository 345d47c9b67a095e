"""No file and no function grows a long tail."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("lint", "rules", "tests", "benchmarks", "tools")
LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def our_files() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Go through the functions of a file with their lengths, docstrings not counted."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}", length(node)


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


def test_files_are_found() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in our_files()}

    assert {"lint/statlint/finding/kinds.py", "tests/arch/test_sizes.py"} <= names


def test_files_stay_short() -> None:
    sizes = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in our_files()
    }

    assert {name: size for name, size in sizes.items() if size > LONGEST_FILE} == {}


def test_functions_stay_short() -> None:
    sizes = dict(entry for path in our_files() for entry in functions(path))

    assert {name: size for name, size in sizes.items() if size > LONGEST_FUNCTION} == {}


def test_docstrings_do_not_count() -> None:
    tree = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n')
    function = tree.body[0]

    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 2
