"""Packs for tests: packages with the notes that an installer leaves beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

RULE = '''
from statlint.rule import Level, Severity, rule
from statlint.values import Text
from statlint.workbook import Opening

MESSAGES = {{"odd": Text("文件异常", "the file is odd")}}

@rule(
    code="{code}",
    level=Level.FILE,
    on={on},
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text("请核对", "see why"),
)
def {name}(opening, context):
    """Odd file."""
    {body}
'''
FINDS = 'yield context.finding("odd")'
FORM = """
id = "{id}"
title = "{id}"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{{ key = "x", label = "一月数" }}, {{ key = "y", label = "二月数" }}]
line = [{{ key = "a", label = "甲类户" }}, {{ key = "b", label = "乙类户" }}]
"""


def rule_text(code: str, name: str, *, on: str = "Opening", body: str = FINDS) -> str:
    """Write the module of a rule."""
    return RULE.format(code=code, name=name, on=on, body=body)


def form_text(name: str) -> str:
    """Write a form of a small table."""
    return FORM.format(id=name)


def install(folder: Path, name: str, entries: Mapping[str, Mapping[str, str]]) -> None:
    """Note in a folder that a distribution is installed there, with its entry points by group."""
    notes = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    notes.mkdir(parents=True)
    (notes / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8"
    )
    lines = [
        line
        for group, points in entries.items()
        for line in (f"[{group}]", *(f"{key} = {value}" for key, value in points.items()))
    ]
    (notes / "entry_points.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_package(folder: Path, name: str, files: Mapping[str, str]) -> None:
    """Write the files of a package, by their names."""
    package = folder / name
    package.mkdir(parents=True)
    for file, text in {"__init__.py": "", **files}.items():
        (package / file).write_text(text, encoding="utf-8")


def install_rules(folder: Path, name: str, modules: Mapping[str, tuple[str, str]]) -> None:
    """Install a pack of rules: code and text of each module by its name."""
    index = {code: f"{name}_rules.{module}" for module, (code, _) in modules.items()}
    files = {f"{module}.py": text for module, (_, text) in modules.items()}
    write_package(folder, f"{name}_rules", {"__init__.py": f"RULES = {index!r}\n", **files})
    install(folder, name, {"statlint.rules": {name: f"{name}_rules"}})


def install_forms(folder: Path, name: str, files: Mapping[str, str]) -> None:
    """Install a pack of forms: their texts by the names of their files."""
    write_package(folder, f"{name}_forms", files)
    install(folder, name, {"statlint.forms": {name: f"{name}_forms"}})
