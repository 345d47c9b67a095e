"""A repository with years, parts, near copies and accepted findings: the same report, too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from deadly_files import PACK, install_fatal
from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.dataclass import replace
from statlint.finding import Report
from statlint.reporters import Look
from statlint.reporters.json import write_json
from statlint.run import check_paths
from statlint.run.paths import expand_paths
from statlint.run.steps import Step, steps_of
from statlint.run.workers import kin
from statlint.run.workers.kin import kin_of

SETTINGS = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
parts = ["towns"]

[[dataset]]
name = "towns"
files = "data/{year}/{county}/{town}.csv"
units = [{ name = "甲镇" }, { name = "乙镇" }, { name = "丙镇" }]
"""
HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
LINES = ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开")
TOWNS = ("甲镇", "乙镇", "丙镇")
ACCEPTED = """
[[accept]]
code = "B"
reason = "核对无误"
by = "张三"
"""


def table(chance: Random, name: str, year: int, wrong: int) -> str:
    """Make the report of a unit; where it is wrong, a total is off."""
    lines = [f"{name}{year}年政府信息公开工作年度报告", HEADS]
    for label in LINES:
        figures = [chance.randint(1, 400) for _ in range(6)]
        lines.append(",".join(map(str, (label, *figures, sum(figures) + wrong))))
    return "\n".join(lines) + "\n"


def strange(chance: Random, name: str) -> str:
    """Make a table that no form explains."""
    rows = [[chance.randint(1, 400) for _ in range(4)] for _ in range(8)]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    names = [*(f"{name}{at}村" for at in range(8)), "合计"]
    lines = (
        ",".join(map(str, (label, *row, sum(row)))) for label, row in zip(names, rows, strict=True)
    )
    return "\n".join(["村名,户数,人口,面积,粮食,合计", *lines]) + "\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Settings, list[str]]:
    """Write the reports of three years of four counties with three towns each."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(kin, "_TOGETHER", 4)
    chance = Random(3)  # noqa: S311 - made tables, no secret
    Path("statlint.toml").write_text(SETTINGS, encoding="utf-8")
    for year in (2022, 2023, 2024):
        for at in range(4):
            folder = Path("data", str(year), f"第{at}县")
            folder.mkdir(parents=True)
            whole = table(chance, f"第{at}县", year, wrong=at % 2)
            folder.with_suffix(".csv").write_text(whole, encoding="utf-8")
            for name in TOWNS:
                made = table(chance, name, year, wrong=int(name == "乙镇"))
                text = strange(chance, name) if (at, name) == (3, "丙镇") else made
                Path(folder, f"{name}.csv").write_text(text, encoding="utf-8")
    copied = Path("data/2024/第1县/甲镇.csv").read_text(encoding="utf-8")
    Path("data/2024/第2县/甲镇.csv").write_text(copied, encoding="utf-8")
    Path("data/2024/第0县/乙镇.csv.statlint.toml").write_text(ACCEPTED, encoding="utf-8")
    settings = load_settings(Path("statlint.toml"), Settings(language="zh"))
    return settings, [str(path) for path in expand_paths(["data"])]


def json_of(report: Report) -> str:
    return "".join(write_json(report, Look()))


def told(paths: Sequence[str], settings: Settings, jobs: int, cache: Path | None = None) -> str:
    return json_of(check_paths(paths, replace(settings, jobs=jobs), cache=cache))


def test_the_report_is_the_same(repository: tuple[Settings, list[str]]) -> None:
    settings, paths = repository
    alone = told(paths, settings, 1)

    assert told(paths, settings, 3) == alone
    assert len(kin_of(steps_of(paths, settings))) == 4


def test_what_is_kept_for_the_next_run_is_the_same(
    repository: tuple[Settings, list[str]], tmp_path: Path
) -> None:
    settings, paths = repository
    cache = tmp_path / "cache"
    cache.mkdir()
    alone = told(paths, settings, 1)

    assert [told(paths, settings, jobs, cache) for jobs in (2, 1)] == [alone] * 2
    Path("data/2023/第1县/甲镇.csv").write_text(
        table(Random(9), "甲镇", 2023, wrong=2),  # noqa: S311 - as above
        encoding="utf-8",
    )
    assert told(paths, settings, 2, cache) == told(paths, settings, 1)


def test_earlier_tables_that_the_user_names(repository: tuple[Settings, list[str]]) -> None:
    settings, paths = repository
    named = Settings(previous=("data/2023",), parts=("data/2024/第1县",))
    now = [path for path in paths if "2024" in path]

    assert settings.datasets
    assert told(now, named, 2) == told(now, named, 1)


def test_a_file_over_which_processes_die_costs_no_other(
    repository: tuple[Settings, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, paths = repository
    monkeypatch.syspath_prepend(tmp_path)
    install_fatal(tmp_path)
    fatal = Path("data/2024/第1县/killed.csv")
    fatal.write_text(Path("data/2024/第1县/甲镇.csv").read_text(encoding="utf-8"), encoding="utf-8")

    asked = replace(settings, packs=(PACK,), jobs=2)
    report = check_paths([*paths, str(fatal)], asked)

    lost = [one.path for one in report.findings if one.code in {"F001", "F007"}]
    assert lost == [str(fatal)]
    assert {file.path for file in report.files} == {*paths, str(fatal)}


def test_files_that_need_one_another_are_not_parted() -> None:
    steps = tuple(Step(name, name) for name in "abc")

    assert kin_of(steps) == (steps,)
    assert kin_of(()) == ()
