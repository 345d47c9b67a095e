"""A new rule begins with its files in their places."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from new_rule import INDEX, RefusedError, add_entry, main, new_rule, read_family

BEFORE = '''"""The rules."""

RULES: dict[str, str] = {
    "B101": "statlint_rules.balance.unbalanced_total",
    "S001": "statlint_rules.structure.missing_line",
}
'''


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Lay out a repository with two rules."""
    for folder in ("fixtures/rules", "rules/statlint_rules/balance"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / INDEX).write_text(BEFORE, encoding="utf-8")
    return tmp_path


def test_every_file_is_made(root: Path) -> None:
    made = new_rule(root, "B105", "odd-total")

    assert [path.relative_to(root).as_posix() for path in made] == [
        "fixtures/rules/odd-total.toml",
        "rules/statlint_rules/balance/odd_total.py",
        "rules/statlint_rules/balance/odd_total.zh.md",
        "rules/statlint_rules/__init__.py",
    ]


@pytest.mark.parametrize("code", ["B105", "D105", "F050", "M105", "R105", "S050", "U105"])
def test_the_imports_are_in_order(root: Path, code: str) -> None:
    family = read_family(code)
    (root / f"rules/statlint_rules/{family.folder}").mkdir(exist_ok=True)
    module = new_rule(root, code, "odd-total")[1]
    lines = module.read_text(encoding="utf-8").splitlines()
    imports = [line for line in lines if line.startswith("from statlint.")]

    assert imports == sorted(imports)
    assert f"from statlint.{family.room} import {family.subject}" in imports


def test_the_module_declares_the_rule(root: Path) -> None:
    module = new_rule(root, "B105", "odd-total")[1]
    tree = ast.parse(module.read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]

    assert [function.name for function in functions] == ["odd_total"]
    assert 'code="B105"' in ast.unparse(tree).replace("'", '"')


@pytest.mark.parametrize(
    ("code", "after"),
    [
        pytest.param("A101", ["A101", "B101", "S001"], id="first"),
        pytest.param("B105", ["B101", "B105", "S001"], id="between"),
        pytest.param("U999", ["B101", "S001", "U999"], id="last"),
    ],
)
def test_the_index_stays_in_order(code: str, after: list[str]) -> None:
    entered = add_entry(BEFORE, code, "statlint_rules.balance.odd_total")
    declared = ast.parse(entered).body[1]

    assert isinstance(declared, ast.AnnAssign)
    assert isinstance(declared.value, ast.Dict)
    assert [ast.literal_eval(key) for key in declared.value.keys if key] == after


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("B101", "odd-total", id="a code that is taken"),
        pytest.param("Q101", "odd-total", id="a family that does not exist"),
        pytest.param("B901", "odd-total", id="a level that does not exist"),
        pytest.param("B1", "odd-total", id="too short a code"),
        pytest.param("B105", "OddTotal", id="a name in capitals"),
        pytest.param("B105", "total", id="a name of one word"),
    ],
)
def test_a_wrong_code_or_name_is_refused(root: Path, code: str, name: str) -> None:
    with pytest.raises(RefusedError):
        new_rule(root, code, name)

    assert (root / INDEX).read_text(encoding="utf-8") == BEFORE
    assert list((root / "fixtures/rules").iterdir()) == []


@pytest.mark.parametrize("arguments", [[], ["B105"], ["B105", "odd", "total"], ["B101", "x-y"]])
def test_wrong_use_changes_nothing(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(arguments)

    assert status == 2
    assert capsys.readouterr().out == ""
