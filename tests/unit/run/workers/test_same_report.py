"""The report is the same to the last byte, whoever checks the files."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.reporters import Look
from statlint.reporters.json import write_json
from statlint.run import check_paths
from statlint.run.names import Source
from statlint.run.paths import expand_paths, found_texts

FIXTURES = Path(__file__).parents[4] / "fixtures"
ROWS, COLUMNS = 8, 4
HEADS: list[object] = ["村名", "户数", "人口", "面积", "粮食", "合计"]


def told(
    sources: Iterable[Source], settings: Settings, jobs: int, executor: Executor | None = None
) -> str:
    """Give the report in JSON."""
    own = replace(settings, jobs=jobs)
    return "".join(write_json(check_paths(sources, own, executor=executor), Look()))


def formless(chance: Random, name: str, wrong: int) -> str:
    """Make a table that no form explains; one of its sums is off."""
    rows = [[chance.randint(1, 400) for _ in range(COLUMNS)] for _ in range(ROWS)]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    sums = [sum(row) + (at == 3 and wrong) for at, row in enumerate(rows)]
    names = [*(f"{name}{at}组" for at in range(ROWS)), "合计"]
    lines: list[list[object]] = [
        [label, *row, end] for label, row, end in zip(names, rows, sums, strict=True)
    ]
    return "\n".join(",".join(map(str, line)) for line in [HEADS, *lines]) + "\n"


def written(folder: Path, count: int) -> list[str]:
    """Write tables that no form explains, one of three with a wrong sum."""
    folder.mkdir()
    chance = Random(1)  # noqa: S311 - made tables, no secret
    paths = [folder / f"{at:03}镇.csv" for at in range(count)]
    for at, path in enumerate(paths):
        text = formless(chance, f"第{at // 4}村", wrong=0 if at % 3 else 1)
        path.write_text(text, encoding="utf-8")
    return [str(path) for path in paths]


@pytest.mark.parametrize("folder", ["submissions", "documents", "workbooks", "companions"])
def test_files_of_forms_and_documents(folder: str) -> None:
    paths = [str(FIXTURES / folder)]
    files = [str(path) for path in expand_paths(paths)]
    settings = Settings(language="zh", found_texts=found_texts(paths, files))

    assert told(files, settings, 3) == told(files, settings, 1)


def test_tables_without_a_form_are_understood_together(tmp_path: Path) -> None:
    paths = written(tmp_path / "data", 24)
    settings = Settings()

    alone = told(paths, settings, 1)
    assert told(paths, settings, 2) == alone
    assert '"code": "B' in alone


def test_files_whose_bytes_are_given(tmp_path: Path) -> None:
    paths = written(tmp_path / "data", 9)
    sources: list[Source] = [
        (f"{at}.csv", Path(path).read_bytes()) for at, path in enumerate(paths)
    ]
    both = [*sources, *paths]

    assert told(both, Settings(), 2) == told(both, Settings(), 1)


def test_threads_do_as_well(tmp_path: Path) -> None:
    paths = written(tmp_path / "data", 12)

    with ThreadPoolExecutor(3) as executor:
        assert told(paths, Settings(), 1, executor) == told(paths, Settings(), 1)


def test_files_with_settings_of_their_own(tmp_path: Path) -> None:
    paths = written(tmp_path / "data", 12)
    usual, other = Settings(language="zh"), Settings(infer=False, select=("S",))

    def report(jobs: int) -> str:
        own = replace(usual, jobs=jobs)
        found = check_paths(
            paths, own, settings_of=lambda path: other if "3" in Path(path).name else own
        )
        return "".join(write_json(found, Look()))

    assert report(2) == report(1)


def test_files_that_are_gone_or_may_not_be_read(tmp_path: Path) -> None:
    paths = [*written(tmp_path / "data", 3), str(tmp_path / "data" / "gone.csv")]

    assert told(paths, Settings(), 2) == told(paths, Settings(), 1)


def test_what_is_kept_for_the_next_run_is_the_same(tmp_path: Path) -> None:
    paths = written(tmp_path / "data", 12)
    cache = tmp_path / "cache"
    cache.mkdir()

    def report(jobs: int) -> str:
        found = check_paths(paths, Settings(jobs=jobs), cache=cache)
        return "".join(write_json(found, Look()))

    alone = told(paths, Settings(), 1)
    assert [report(2), report(1), report(2)] == [alone] * 3
    Path(paths[4]).write_text(formless(Random(2), "新村", wrong=9), encoding="utf-8")  # noqa: S311
    assert report(2) == told(paths, Settings(), 1)
