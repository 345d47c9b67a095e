"""The overview of units as it is written."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from statlint.finding import FileReport, FileStatus, Finding, Nature, Report, Severity
from statlint.reporters import REPORTERS, Look
from statlint.values import Language, Period
from statlint.values.overview import Overview, OverviewLine, ReturnStatus

YEAR = Period(2024)
LINES = (
    OverviewLine("蜀山区", ReturnStatus.MISSING, period=YEAR),
    OverviewLine("包河区", ReturnStatus.OTHER_PERIOD, "包河区.xlsx", Period(2023), 0, 1, 0),
    OverviewLine("", ReturnStatus.NOT_LISTED, "a.xlsx", None),
    OverviewLine("瑶海区", ReturnStatus.WRONG, "瑶海区.xlsx", YEAR, 12, 3, 40),
    OverviewLine("庐阳区", ReturnStatus.HANDED_IN, "庐阳区.xlsx", YEAR),
)
LISTED = Overview("counties", YEAR, 4, LINES)
LOOSE = Overview("", None, None, LINES[3:])
MISSING = Finding(
    code="X202",
    name="missing-unit",
    severity=Severity.ERROR,
    nature=Nature.MANDATORY,
    level=2,
    path="units.txt",
    sheet=None,
    cell=None,
    message="「蜀山区」没有报",
    advice="请催报",
    line="蜀山区",
)
ZH = """\
counties 2024 报送情况  应报 4、已报 3、缺报 1、有错 1
  单位      情况    错误  警告  提示  文件
  蜀山区    缺报
  包河区    非本期     0     1     0  包河区.xlsx (2023)
  —         名单外     0     0     0  a.xlsx
  瑶海区    有错      12     3    40  瑶海区.xlsx
  庐阳区    已报       0     0     0  庐阳区.xlsx
"""
EN = """\
Who reported  2 handed in, 1 with errors
  unit      status        errors  warnings  information  file
  瑶海区    errors            12         3           40  瑶海区.xlsx (2024)
  庐阳区    handed in          0         0            0  庐阳区.xlsx (2024)
"""


def report(*overviews: Overview, language: Language = "zh") -> Report:
    files = (FileReport("瑶海区.xlsx", FileStatus.CHECKED),)
    return Report(language, files, (MISSING,), overview=overviews)


@pytest.mark.parametrize(
    ("language", "overviews", "expected"),
    [
        pytest.param("zh", (LISTED,), ZH, id="with a list"),
        pytest.param("en", (LOOSE,), EN, id="without a list"),
        pytest.param(
            "en",
            (replace(LISTED, lines=(), complete=False),),
            "counties 2024 Who reported  0 handed in, 0 with errors\n",
            id="a part of the files",
        ),
        pytest.param("zh", (LISTED, LISTED), f"{ZH}\n{ZH}", id="two periods"),
        pytest.param("zh", (), "只检查了一个文件，没有报送情况可列\n", id="a single file"),
        pytest.param(
            "en",
            (Overview("", YEAR, 0, ()),),
            "2024 Who reported  0 due, 0 handed in, 0 missing, 0 with errors\n",
            id="nobody",
        ),
    ],
)
def test_the_overview_is_a_format_of_its_own(
    language: Language, overviews: tuple[Overview, ...], expected: str
) -> None:
    assert REPORTERS["overview"](report(*overviews, language=language), Look()) == expected


def test_the_report_shows_who_is_missing_and_the_overview_at_its_end() -> None:
    part = replace(LISTED, complete=False)
    text = REPORTERS["text"](report(LISTED, LOOSE, part), Look(width=80))

    end = text[text.index("units.txt") :]
    assert end == (
        "units.txt\n\n错误 X202 missing-unit [强制性]  蜀山区\n  「蜀山区」没有报\n"
        f"  建议  请催报\n\n{'─' * 80}\n{ZH}\n{'─' * 80}\n共 1 个文件\n错误 1  警告 0  提示 0\n"
        "检查 0 项，通过 0 项，不符 0 项，未能检查 0 项\n"
    )


def test_of_many_units_the_report_shows_those_to_look_at() -> None:
    quiet = tuple(
        OverviewLine(f"{n}镇", ReturnStatus.HANDED_IN, f"{n}.csv", YEAR) for n in range(19)
    )
    many = replace(LISTED, due=21, lines=(*LINES[:1], *quiet, LINES[3]))

    text = REPORTERS["text"](report(many), Look(width=80))

    start = text.index("counties 2024")
    assert text[start : text.index("─", start)] == (
        "counties 2024 报送情况  应报 21、已报 20、缺报 1、有错 1\n"
        "  单位      情况    错误  警告  提示  文件\n"
        "  蜀山区    缺报\n"
        "  瑶海区    有错      12     3    40  瑶海区.xlsx\n"
        "  另有 19 个已报，未发现错误和警告\n\n"
    )
    assert "  0镇" in REPORTERS["overview"](report(many), Look())


def test_a_quiet_report_has_no_overview() -> None:
    text = REPORTERS["text"](report(LISTED), Look(quiet=True))

    assert "X202" in text
    assert "报送情况" not in text


def test_json_gives_the_overview() -> None:
    written = json.loads(REPORTERS["json"](report(LISTED), Look()))

    (overview,) = written["overview"]
    assert {key: overview[key] for key in overview if key != "units"} == {
        "dataset": "counties",
        "period": "2024",
        "due": 4,
        "complete": True,
        "handed_in": 3,
        "missing": 1,
    }
    assert overview["units"][:2] == [
        {
            "unit": "蜀山区",
            "status": "missing",
            "path": None,
            "period": "2024",
            "counts": {"error": 0, "warning": 0, "information": 0, "justified": 0},
        },
        {
            "unit": "包河区",
            "status": "other-period",
            "path": "包河区.xlsx",
            "period": "2023",
            "counts": {"error": 0, "warning": 1, "information": 0, "justified": 0},
        },
    ]


def test_a_run_over_one_file_has_no_overview_in_json() -> None:
    assert "overview" not in json.loads(REPORTERS["json"](report(), Look()))
