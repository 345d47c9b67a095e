"""Reckon random formulas as LibreOffice does, and list those where the two differ."""

from __future__ import annotations

import argparse
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from random_formulas import random_book
from statlint.formula import FormulaCell, Formulas, Reckoned, Unknown
from statlint.grid import spread
from statlint.workbook import open_workbook


def recalculated(source: Path, folder: Path) -> Formulas:
    """Let LibreOffice reckon a workbook, and read what it stored."""
    command = ["soffice", "--headless", f"-env:UserInstallation={folder.as_uri()}/profile"]
    subprocess.run(  # noqa: S603
        [*command, "--convert-to", "xlsx", "--outdir", folder / "reckoned", source],
        check=True,
        capture_output=True,
    )
    book = open_workbook(str(folder / "reckoned" / source.name)).workbook
    if book is None:
        message = f"{source} could not be read back"
        raise SystemExit(message)
    grids = (spread(sheet, index=index) for index, sheet in enumerate(book.sheets))
    return Formulas(book, tuple(grids))


def outcomes(seed: int, count: int) -> Iterator[tuple[FormulaCell, Reckoned | Unknown]]:
    """Reckon one random workbook: each formula cell, and what statlint makes of it."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "random.xlsx"
        random_book(seed, count).save(source)
        formulas = recalculated(source, Path(folder))
        for one in formulas.cells():
            yield one, formulas.reckon(one)


def main() -> None:
    """Print how many formulas agree, were left alone and why, and each that differs."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--formulas", type=int, default=200, help="formulas of each workbook")
    options.add_argument("--books", type=int, default=1, help="workbooks")
    options.add_argument("--seed", type=int, default=1, help="other formulas")
    chosen = options.parse_args()
    counts: Counter[str] = Counter()
    for seed in range(chosen.seed, chosen.seed + chosen.books):
        for one, outcome in outcomes(seed, chosen.formulas):
            if isinstance(outcome, Unknown):
                counts[f"left alone: {outcome.why}"] += 1
                continue
            counts["agrees" if outcome.agrees else "differs"] += 1
            if not outcome.agrees:
                print(f"{one.ref}: {one.cell.formula}: {one.cell.text}, here {outcome.shown}")
    for what, count in counts.most_common():
        print(f"{what:<30}{count:>6}")


if __name__ == "__main__":
    main()
