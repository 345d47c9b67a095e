"""Make the files of a new rule: its module, its Chinese page, its cases, its line in the index."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from string import Template

ROOT = Path(__file__).parents[1]
TEMPLATES = Path(__file__).parent / "rule_templates"
INDEX = "rules/statlint_rules/__init__.py"
CODE = re.compile(r"([A-Z])([0-5])\d\d")
NAME = re.compile(r"[a-z]+(?:-[a-z]+)+")
ENTRY = re.compile(r'^    "([A-Z]\d{3})": "[\w.]+",$', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Family:
    """The folder of a family, and what most of its rules look at."""

    folder: str
    room: str
    subject: str


FAMILIES = {
    "B": Family("balance", "confront", "Confrontation"),
    "D": Family("domain", "facts", "Facts"),
    "F": Family("file", "workbook", "Opening"),
    "M": Family("missing", "facts", "Facts"),
    "R": Family("ratio", "confront", "Confrontation"),
    "S": Family("structure", "table", "FilledForm"),
    "U": Family("unit", "facts", "Facts"),
    "X": Family("cross", "facts", "Submission"),
    "W": Family("formula", "formula", "Formulas"),
}
FILES = {
    "fixtures/rules/{name}.toml": "cases.toml.txt",
    "rules/statlint_rules/{folder}/{function}.py": "module.py.txt",
    "rules/statlint_rules/{folder}/{function}.zh.md": "page.zh.md.txt",
}
IMPORTS = (
    "from statlint.finding import Finding",
    "from statlint.rule import Context, Level, Severity, rule",
    "from statlint.values import Text",
)
LEVELS = {"0": "FILE", "1": "WITHIN_DATASET", "2": "SAME_SOURCE"}


class RefusedError(Exception):
    """Raised when no rule can have that code or name; says why."""


def read_family(code: str) -> Family:
    """Find the family of a code."""
    if not CODE.fullmatch(code) or code[0] not in FAMILIES or code[1] not in LEVELS:
        message = (
            f"{code} is no code: {'/'.join(FAMILIES)}, a level ({'/'.join(LEVELS)}), two digits"
        )
        raise RefusedError(message)
    return FAMILIES[code[0]]


def add_entry(index: str, code: str, module: str) -> str:
    """Put a rule into the index, in the order of codes."""
    if f'"{code}"' in index:
        message = f"{code} is taken; a code is never given twice"
        raise RefusedError(message)
    line = f'    "{code}": "{module}",\n'
    for entry in ENTRY.finditer(index):
        if entry[1] > code:
            return index[: entry.start()] + line + index[entry.start() :]
    end = index.index("\n}\n") + 1
    return index[:end] + line + index[end:]


def words_of(code: str, name: str) -> dict[str, str]:
    """Give the words that the templates leave open."""
    family = read_family(code)
    if not NAME.fullmatch(name):
        message = f"{name} is no name: say in lower case what is found, words joined by hyphens"
        raise RefusedError(message)
    subject = f"from statlint.{family.room} import {family.subject}"
    return {
        "code": code,
        "name": name,
        "function": name.replace("-", "_"),
        "level": LEVELS[code[1]],
        "folder": family.folder,
        "imports": "\n".join(sorted((*IMPORTS, subject))),
        "subject": family.subject,
        "parameter": family.subject.lower(),
    }


def new_rule(root: Path, code: str, name: str) -> list[Path]:
    """Write the files of a rule; give the paths in the order in which to fill them in."""
    words = words_of(code, name)
    index = root / INDEX
    module = "statlint_rules.{folder}.{function}".format_map(words)
    entered = add_entry(index.read_text(encoding="utf-8"), code, module)
    made = {root / path.format_map(words): template for path, template in FILES.items()}
    for path, template in made.items():
        text = (TEMPLATES / template).read_text(encoding="utf-8")
        with path.open("x", encoding="utf-8") as file:
            file.write(Template(text).substitute(words))
    index.write_text(entered, encoding="utf-8")
    return [*made, index]


def main(arguments: list[str]) -> int:
    """Run from the command line: a code, then a name."""
    try:
        code, name = arguments
        made = new_rule(ROOT, code, name)
    except ValueError:
        print("usage: new_rule.py CODE NAME", file=sys.stderr)
        return 2
    except (RefusedError, FileExistsError) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    for path in made:
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
