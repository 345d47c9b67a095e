"""Compile every form of a folder, the shipped ones where none is named, into files beside it."""

from __future__ import annotations

import sys
from pathlib import Path

from statlint.errors import FormError
from statlint.form import load_compiled
from statlint.form.compile import compile_form
from statlint.run.pack import SHELF
from statlint.table import FormPlan
from statlint.table.shelving import shelf_text

SHIPPED = Path(__file__).parents[1] / "rules" / "statlint_rules" / "forms"


def compile_folder(folder: Path) -> list[Path]:
    """Write the compiled forms of a folder and the shelf that tells of them.

    Raises FormError for the first form that has faults.
    """
    made = []
    for path in sorted(folder.glob("*.toml")):
        target = path.with_suffix(".jsonl")
        target.write_text(compile_form(path), encoding="utf-8", newline="\n")
        made.append(target)
    shelf = folder / SHELF
    text = shelf_text([FormPlan(load_compiled(path)) for path in made])
    shelf.write_text(text, encoding="utf-8", newline="\n")
    return [*made, shelf]


def main(arguments: list[str]) -> int:
    """Run from the command line: a folder of forms, or nothing for the shipped ones."""
    try:
        made = compile_folder(Path(arguments[0]) if arguments else SHIPPED)
    except FormError as error:
        print(error, file=sys.stderr)
        return 2
    for path in made:
        print(path.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
