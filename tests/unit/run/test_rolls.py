"""The rolls of a run: for which periods they are called, and what they say of which file."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.config import Settings
from statlint.config.load import load_settings
from statlint.finding import Report
from statlint.run import check_paths
from statlint.run.paths import expand_paths
from statlint.values.due_units import DueUnit

HEADS = "情况,自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计"
SETTINGS = """
[[dataset]]
name = "counties"
files = "data/{year}/{county}.csv"
units = ["瑶海区", "蜀山区", "包河区"]
"""


def table(unit: str = "", year: int = 2024, figure: int = 1) -> str:
    title = f"{unit}{year}年政府信息公开工作年度报告\n" if unit else ""
    line = f"一、本年新收政府信息公开申请数量,{figure},0,0,0,0,0,{figure}"
    return f"{title}{HEADS}\n{line}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(**files: str) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(report: Report) -> list[str]:
    return [f"{found.path} {found.code} {found.line or ''}".strip() for found in report.findings]


def overview(report: Report) -> list[str]:
    return [
        f"{line.unit} {line.period} {line.status} {line.path}"
        for one in report.overview
        for line in one.lines
    ]


def checked(*paths: str, due: tuple[str, ...] = (), settings: str = "") -> Report:
    base = Settings(select=("X",), due=tuple(map(DueUnit, due)))
    if settings:
        Path("statlint.toml").write_text(settings, encoding="utf-8")
        base = load_settings(Path("statlint.toml"), base)
    return check_paths(expand_paths(paths), base)


def test_one_file_needs_no_roll() -> None:
    write(**{"瑶海区.csv": table("瑶海区政府")})

    assert checked("瑶海区.csv").overview == ()


def test_a_list_is_held_against_all_files_that_are_checked() -> None:
    write(**{"瑶海区.csv": table("瑶海区政府"), "2.csv": table("肥西县政府")})

    report = checked(".", due=("蜀山区", "瑶海区"))

    assert told(report) == [". X202 蜀山区", "2.csv X204"]
    assert overview(report) == [
        "蜀山区 2024 missing None",
        "肥西县政府 2024 not-listed 2.csv",
        "瑶海区 2024 handed-in 瑶海区.csv",
    ]
    assert [(one.due, one.handed_in) for one in report.overview] == [(2, 1)]


def test_a_roll_is_called_for_the_periods_that_files_are_collected_for() -> None:
    write(
        **{
            "1.csv": table("瑶海区政府"),
            "2.csv": table("蜀山区政府"),
            "3.csv": table("包河区政府"),
            "庐阳区.csv": table(),
            "5.csv": table("肥西县政府", 2023),
        }
    )

    report = checked(".", due=("瑶海区", "蜀山区", "包河区", "庐阳区", "肥西县"))

    assert told(report) == [". X202 肥西县"]
    assert overview(report)[0] == "肥西县 2023 other-period 5.csv"


def test_two_years_have_two_rolls() -> None:
    files = {
        f"{year}/{unit}.csv": table(f"{unit}政府", year)
        for year in (2023, 2024)
        for unit in ("瑶海区", "蜀山区")
    }
    write(**files)
    Path("2023/蜀山区.csv").unlink()

    report = checked(".", due=("瑶海区", "蜀山区"))

    assert told(report) == [". X202 蜀山区"]
    assert [str(one.period) for one in report.overview] == ["2023", "2024"]


def test_a_data_set_has_its_own_list_and_period() -> None:
    write(
        **{
            "data/2023/瑶海区.csv": table("瑶海区政府", 2023),
            "data/2024/瑶海区.csv": table("瑶海区政府"),
            "data/2024/蜀山区.csv": table("蜀山区政府", figure=2),
            "data/2024/包河区.csv": table("包河区政府", figure=3),
            "notes/a.csv": table("肥西县政府", figure=4),
        }
    )

    report = checked(".", settings=SETTINGS)

    assert told(report) == ["data X202 蜀山区", "data X202 包河区"]
    assert [(one.dataset, str(one.period), one.due) for one in report.overview] == [
        ("counties", "2023", 3),
        ("counties", "2024", 3),
    ]


def test_of_a_part_of_a_data_set_nobody_is_missing() -> None:
    write(
        **{
            "data/2024/瑶海区.csv": table("瑶海区政府"),
            "data/2024/蜀山区.csv": table("蜀山区政府", figure=2),
        }
    )

    assert told(checked("data/2024/瑶海区.csv", settings=SETTINGS)) == []
    assert told(checked("data/2024", settings=SETTINGS)) == ["data X202 包河区"]


def test_the_list_of_a_data_set_may_be_a_file() -> None:
    write(
        **{
            "data/2024/瑶海区.csv": table("瑶海区政府"),
            "lists/units.txt": "瑶海区\n庐阳区\n",
        }
    )
    listed = SETTINGS.replace('["瑶海区", "蜀山区", "包河区"]', '"lists/units.txt"')

    assert told(checked("data", settings=listed)) == ["lists/units.txt X202 庐阳区"]


def test_an_archive_hands_in_as_a_folder_does() -> None:
    with ZipFile("county.zip", "w") as archive:
        for unit in ("瑶海区", "蜀山区"):
            archive.writestr(f"{unit}2024年报表.csv", table())

    report = checked("county.zip", due=("瑶海区", "蜀山区", "包河区"))

    assert told(report) == ["county.zip X202 包河区"]
    assert overview(report)[1] == "瑶海区 2024 handed-in county.zip/瑶海区2024年报表.csv"


def test_without_a_file_the_list_is_that_of_the_folder() -> None:
    write(**{"a/b/瑶海区.csv": table("瑶海区政府"), "a/c/蜀山区.csv": table("蜀山区政府")})

    assert told(checked("a", due=("瑶海区", "蜀山区", "包河区"))) == ["a X202 包河区"]


def test_what_cannot_be_read_is_handed_in_and_told() -> None:
    write(**{"瑶海区.csv": "", "蜀山区.csv": "甲,乙\n", "包河区.csv": table("包河区政府")})

    report = checked(".", due=("瑶海区", "蜀山区", "包河区"))

    assert told(report) == []
    assert [one.split()[2] for one in overview(report)] == ["unreadable", "no-table", "handed-in"]


def test_a_file_that_is_no_return_is_left_alone() -> None:
    write(**{"瑶海区.csv": table("瑶海区政府"), "说明.txt": "请按时报送\n", "肥西县.csv": ""})

    report = checked(".", due=("瑶海区",))

    assert told(report) == ["肥西县.csv X204"]
    assert [one.split()[0] for one in overview(report)] == ["肥西县", "瑶海区"]


def test_files_with_errors_and_repeated_ones_are_told_apart() -> None:
    wrong = table("瑶海区政府").replace(",1\n", ",2\n")
    write(
        **{
            "1.csv": wrong,
            "2.csv": table("蜀山区政府"),
            "3.csv": table("蜀山区政府", figure=2),
            "4.csv": table("包河区政府"),
        }
    )
    settings = Settings(select=("X", "B101"))

    report = check_paths(expand_paths(["."]), settings)

    assert [one.split()[2] for one in overview(report)] == [
        "wrong",
        "repeated",
        "repeated",
        "handed-in",
    ]
    assert [(one.due, one.handed_in) for one in report.overview] == [(None, 3)]


def test_what_is_said_of_a_file_comes_before_what_is_said_of_its_cells() -> None:
    wrong = table("瑶海区政府").replace(",1\n", ",2\n")
    write(**{"1.csv": wrong, "2.csv": table("瑶海区政府")})

    report = check_paths(expand_paths(["."]), Settings(select=("X", "B101", "S010")))

    assert [(found.path, found.code) for found in report.findings if found.path == "1.csv"] == [
        ("1.csv", "X203"),
        ("1.csv", "S010"),
        ("1.csv", "B101"),
    ]


def test_the_rules_of_rolls_are_counted() -> None:
    write(**{"1.csv": table("瑶海区政府"), "2.csv": table("蜀山区政府")})

    report = checked(".", due=("瑶海区", "包河区"))

    assert (report.across.passed, report.across.failed) == (3, 1)


def test_towns_of_one_name_in_two_counties_are_held_apart() -> None:
    write(
        **{
            f"data/2024/{county}/城关镇.csv": table("城关镇政府", figure=at)
            for at, county in enumerate(("舒城县", "霍山县", "金寨县"))
        }
    )
    towns = SETTINGS.replace("{county}.csv", "{county}/{town}.csv")
    unlisted = "\n".join(line for line in towns.splitlines() if not line.startswith("units"))
    listed = unlisted + '\nunits = ["舒城县城关镇", "霍山县城关镇", "金寨县城关镇", "金寨县梅山镇"]'

    assert told(checked("data", settings=unlisted)) == []
    assert told(checked("data", settings=listed)) == ["data X202 金寨县梅山镇"]
    assert told(checked("data", settings=f'{unlisted}\nunits = ["城关镇"]')) == []
