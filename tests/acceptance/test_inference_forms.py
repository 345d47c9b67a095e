"""A form written of a table reads as the same form, and checks the table as inference does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from inference_tables.made.looks import LOOKS
from inference_tables.made.tables import Made, tables
from statlint.config import Settings
from statlint.form import load_form
from statlint.form.write_form import write_form
from statlint.run import check_paths
from statlint.run.inferred import infer_files
from statlint.run.new_form import NewForm, new_form
from statlint.values import Text

SEED = 11
MADE = list(tables(LOOKS, SEED, len(LOOKS)))
FILES = 3


def made_form(*sources: tuple[str, bytes]) -> NewForm:
    """Make a form of files."""
    made = new_form(infer_files(sources, Settings()), "made", "", Text("表", "Tables"))
    assert made is not None
    return made


def said_of(sources: list[tuple[str, bytes]], settings: Settings) -> set[tuple[str, str, str]]:
    """Check files and tell where there are errors and warnings."""
    report = check_paths(sources, settings)
    assert report.crashes == ()
    return {
        (found.path, found.code, str(found.cell))
        for found in report.findings
        if found.severity.value != "information"
    }


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.look.name)
def test_the_form_of_a_table_with_a_wrong_figure_finds_it_again(made: Made, tmp_path: Path) -> None:
    wrong = made.mistaken(SEED)
    source = wrong.table.source if wrong else made.source
    form = made_form(source).form
    path = tmp_path / "made.toml"
    path.write_text(write_form(form), encoding="utf-8")

    kept = said_of([source], Settings(form=str(path)))

    assert load_form(path) == form
    assert kept == said_of([source], Settings())


@pytest.mark.parametrize("made", MADE[::4], ids=lambda made: made.look.name)
def test_the_form_of_files_explains_all_of_them(made: Made, tmp_path: Path) -> None:
    sources = [replace(made, seed=made.seed + at).source for at in range(FILES)]
    new = made_form(*sources)
    path = tmp_path / "made.toml"
    path.write_text(write_form(new.form), encoding="utf-8")

    kept = said_of(sources, Settings(form=str(path)))

    assert new.others == ()
    assert kept == said_of(sources, Settings())
