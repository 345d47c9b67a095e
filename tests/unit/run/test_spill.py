"""What is put away for the end of a run comes back, and its file goes."""

from __future__ import annotations

import gc
from array import array
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from statlint.finding import FileReport, FileStatus
from statlint.history.imprint import Imprint
from statlint.run.result import FileResult
from statlint.run.results import Results
from statlint.run.spill import Spill
from statlint.table import Label
from statlint.values import CellRef, Text

if TYPE_CHECKING:
    import pytest

MANY = 700
_LARGE = 3_000_000


def test_what_was_put_away_comes_back_in_any_order() -> None:
    spill = Spill()
    places = [spill.put(("第", number)) for number in range(20)]

    assert [spill.get(places[at]) for at in (19, 0, 7)] == [("第", 19), ("第", 0), ("第", 7)]


def test_much_is_put_into_a_file_that_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    spill = Spill()
    noise = [bytes((number * at * at) % 251 for at in range(100)) for number in range(9)]
    places = [spill.put(noise * number) for number in range(5)]
    large = spill.put(Random(1).randbytes(_LARGE))  # noqa: S311 - bytes that hardly pack

    assert spill.get(places[3]) == noise * 3
    assert len(str(spill.get(large))) > _LARGE
    del spill
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def result(number: int) -> FileResult:
    path = f"{number % 500:04}.csv"
    file = FileReport(path, FileStatus.CHECKED, unit_name=f"镇{number}")
    return FileResult(file, (), imprints=(imprint(number),))


def imprint(number: int) -> Imprint:
    start = Label("", None, CellRef(1, 1))
    return Imprint("", "", Text("表", "table"), start, str(number).encode(), array("d"), 0, 0)


def test_results_come_back_path_by_path() -> None:
    results = Results()
    for number in range(MANY):
        results.add(result(number))
    imprints = [results.for_rolls(one)[0] for one in results.in_short]
    shorts = [one.file.unit_name for one in results.in_short]

    told = [(path, [one.file.unit_name for one in ones]) for path, ones in results.by_path()]

    assert shorts == [f"镇{number}" for number in range(MANY)]
    assert [[int(one.digest) for one in ones] for ones in imprints] == [[n] for n in range(MANY)]
    assert told == [
        (f"{at:04}.csv", [f"镇{number}" for number in range(at, MANY, 500)]) for at in range(500)
    ]
