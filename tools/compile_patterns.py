"""Compile the patterns that most tables ask for, for the Python that runs this.

They are those that are used to check the clean tables among the fixtures, and one with a wrong sum.
"""

from __future__ import annotations

import contextlib
import io
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from statlint import pattern
from statlint.cli import main as statlint

ROOT = Path(__file__).parents[1]
SUBMISSIONS = ROOT / "fixtures/submissions"
TABLES = ("suqian-2024-gbk.csv", "suqian-2024.xlsx", "suqian-2023.xlsx")
ENGINE = ("MAGIC", "CODESIZE", "MAXREPEAT")


def asked() -> list[tuple[str, int]]:
    """Give the patterns that are asked for; nothing is taken that was compiled beforehand."""
    found: dict[tuple[str, int], None] = {}
    compiled = pattern.compiled

    def noted(text: str, flags: int) -> re.Pattern[str]:
        if isinstance(text, str):
            found[text, int(flags)] = None
        return compiled(text, flags)

    pattern.compiled = noted
    try:
        for name in TABLES:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
                statlint(["check", "--isolated", "--no-cache", str(SUBMISSIONS / name)])
    finally:
        pattern.compiled = compiled
    return sorted(found)


def made_of(text: str, flags: int) -> object:
    """Compile a pattern as the library does, up to what its engine takes."""
    parser, compiler = import_module("re._parser"), import_module("re._compiler")
    parsed = parser.parse(text, flags)
    names = parsed.state.groupdict
    by_group = [None] * parsed.state.groups
    for name, group in names.items():
        by_group[group] = name
    code = tuple(int(one) for one in compiler._code(parsed, flags))  # noqa: SLF001 - no other way
    return (
        *(flags | parsed.state.flags, code, parsed.state.groups - 1),
        *(tuple(names.items()), tuple(by_group)),
    )


def written(patterns: Iterable[tuple[str, int]]) -> str:
    """Write the module of some patterns."""
    engine = import_module("_sre")
    lines = [
        "# ruff: noqa: E501, Q000",
        '"""Patterns that are compiled beforehand: `just patterns` writes them."""',
        "",
        f"ENGINE = {tuple(getattr(engine, name) for name in ENGINE)!r}",
        "# fmt: off",
        "PATTERNS = {",
        *(f"    {key!r}: {made_of(*key)!r}," for key in patterns),
        "}",
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the module for this Python."""
    path = ROOT / "lint" / f"{pattern.MADE.replace('.', '/')}.py"
    path.write_text(written(asked()), encoding="utf-8", newline="\n")
    print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
