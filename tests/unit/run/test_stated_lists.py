"""Long lists that a form states: recognised, held against it, and what is said where it differs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from statlint.config import Settings
from statlint.finding import FileStatus, Report
from statlint.run import check_paths

TOWNS = ("甲镇", "乙镇", "丙镇")
ITEMS = ("年初人口", "出生人数", "死亡人数", "自然增长", "年末人口", "出生率")
YEARS = (2021, 2022, 2023)
FORM = """
id = "people"
title = { zh = "人口长表", en = "List of people" }
source = { zh = "示例", en = "Example" }

[[table]]
key = "people"
title = { zh = "人口长表", en = "List of people" }
arrangement = "tidy"
period = { label = "年份", aliases = ["年度"] }
periods = ["2021", "2022", "2023"]
indicator = "指标"
keys = [{ label = "地区", codes = ["甲镇", "乙镇", "丙镇", "全县"], total = "全县" }]
head = [{ key = "value", label = "数值" }]
line = [
  { key = "start", label = "年初人口" },
  { key = "births", label = "出生人数", maximum = 5000 },
  { key = "deaths", label = "死亡人数" },
  { key = "growth", label = "自然增长", kind = "change" },
  { key = "end", label = "年末人口" },
  { key = "rate", label = "出生率", kind = "share", unit = "‰" },
]

[[table.edit]]
id = "growth"
rule = "births - deaths = growth"
per = "head"

[[table.edit]]
id = "end"
rule = "start + growth = end"
per = "head"

[[table.edit]]
id = "carry"
rule = "start = previous.end"
per = "head"

[[table.edit]]
id = "rate"
rule = "rate = 1000 * births / end"
per = "head"
"""


def figures() -> dict[tuple[str, str, int], str]:
    """Give figures of which all edits hold."""
    found: dict[tuple[str, str, int], int] = {}
    for number, town in enumerate(TOWNS):
        start = 20000 + 7919 * number
        for year in YEARS:
            births, deaths = 300 + 31 * number + year % 7 * 5, 210 + 17 * number + year % 5 * 3
            end = start + births - deaths
            row = (start, births, deaths, births - deaths, end)
            found |= {(town, item, year): one for item, one in zip(ITEMS, row, strict=False)}
            start = end
    for item in ITEMS[:-1]:
        for year in YEARS:
            found["全县", item, year] = sum(found[town, item, year] for town in TOWNS)
    told = {key: str(value) for key, value in found.items()}
    for town in (*TOWNS, "全县"):
        for year in YEARS:
            rate = 1000 * found[town, "出生人数", year] / found[town, "年末人口", year]
            told[town, "出生率", year] = f"{rate:.2f}"
    return told


def listed(found: dict[tuple[str, str, int], str], heads: str = "地区,指标,年份,数值") -> str:
    """Write figures as a list."""
    rows = [f"{town},{item},{year},{value}" for (town, item, year), value in found.items()]
    return "\n".join((heads, *rows, ""))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Ask for the form."""
    path = tmp_path / "people.toml"
    path.write_text(FORM, encoding="utf-8")
    return Settings(language="zh", form=str(path))


def check(text: str, settings: Settings) -> Report:
    """Check a list against the form."""
    return check_paths([("list.csv", text.encode())], settings)


def told(report: Report) -> list[str]:
    """Write findings as places, codes and edits."""
    return [
        " ".join(
            str(part) for part in (one.cell or "-", one.code, one.edit.id if one.edit else "")
        ).strip()
        for one in report.findings
    ]


def test_a_clean_list_is_found_and_held_against_its_form(settings: Settings) -> None:
    report = check(listed(figures()), settings)

    (file,) = report.files
    assert (told(report), report.not_checked, report.crashes) == ([], (), ())
    assert (file.status, file.forms) == (FileStatus.CHECKED, ("人口长表",))
    assert [(one.id, one.form, str(one.range)) for one in file.tables] == [
        ("people", "people", "A1:D73")
    ]
    assert file.outcomes.passed > 45


def test_a_title_and_other_columns_do_not_matter(settings: Settings) -> None:
    lines = listed(figures(), "地区,指标,年度,数值").splitlines()
    widened = [f"{at},{line},无" for at, line in enumerate(lines)]
    widened[0] = "序号,地区,指标,年度,数值,备注"

    report = check("\n".join(["人口长表", *widened]), settings)

    assert told(report) == []
    assert str(report.files[0].tables[0].range) == "A2:F74"


@pytest.mark.parametrize(
    ("at", "text", "findings"),
    [
        (("乙镇", "死亡人数", 2022), "283", ["D25 B101 growth", "D54 B101 sum-A-全县"]),
        (
            ("甲镇", "年初人口", 2022),
            "20995",
            ["D7 P201 carry", "D11 B101 end", "D48 B101 sum-A-全县"],
        ),
        (("甲镇", "出生率", 2021), "15.80", ["D62 R101 rate"]),
        (("甲镇", "自然增长", 2023), "9O", ["D15 D113"]),
    ],
    ids=["a part", "a carry-over", "a rate", "no figure"],
)
def test_a_wrong_figure_fails_the_edits_of_the_form(
    at: tuple[str, str, int], text: str, findings: list[str], settings: Settings
) -> None:
    report = check(listed({**figures(), at: text}), settings)

    assert told(report) == findings


@pytest.mark.parametrize(
    ("text", "code"),
    [("-315", "D103"), ("315.5", "D102"), ("9315", "D108"), ("", "M101")],
    ids=["below 0", "with decimals", "too large", "blank"],
)
def test_a_figure_outside_its_domain_is_told_once(text: str, code: str, settings: Settings) -> None:
    form = Path(str(settings.form))
    form.write_text(FORM.replace("source =", 'blank = "missing"\nsource ='), encoding="utf-8")

    report = check(listed({**figures(), ("甲镇", "出生人数", 2021): text}), settings)

    assert [one for one in told(report) if one.endswith(code)] == [f"D3 {code}"]


def test_unknown_codes_and_missing_ones_are_errors(settings: Settings) -> None:
    kept = {key: value for key, value in figures().items() if key[1] != "死亡人数"}
    renamed = {
        ("丙街道" if town == "丙镇" else town, item, year): value
        for (town, item, year), value in kept.items()
    }

    report = check(listed(renamed), settings)

    messages = [one.message for one in report.findings if one.code in {"S103", "D115"}]
    assert messages == [
        "表式要求的地区「丙镇」一行也没有",
        "表式要求的指标「死亡人数」一行也没有",
        "地区「丙街道」不在表式所列之中，共 15 行",
    ]


def test_a_period_that_the_form_asks_for_is_told(settings: Settings) -> None:
    found = figures()
    del found["丙镇", "出生率", 2023]

    report = check(listed(found), settings)

    assert [one.message for one in report.findings] == [
        "「丙镇 · 出生率」缺 2023 的数，表式要求各期都有"
    ]


def test_a_column_that_is_not_there_is_named(settings: Settings) -> None:
    report = check(listed(figures(), "地区,指标,时间,数值"), settings)

    assert [one.message for one in report.findings] == [
        (
            "没有找到指定的报表「人口长表」；最接近的是其中的「人口长表」，"
            "找到「地区」、「指标」、「数值」，没有找到「年份」"
        )
    ]


@pytest.mark.parametrize(
    ("start", "findings"),
    [
        (None, []),
        ("19999", ["D2 P201 carry", "D6 B101 end", "D17 B101 sum-A-全县"]),
    ],
    ids=["as carried forward", "another figure"],
)
def test_a_list_of_a_year_reaches_to_the_list_of_the_year_before(
    start: str | None, findings: list[str], settings: Settings
) -> None:
    form = Path(str(settings.form))
    form.write_text(FORM.replace('periods = ["2021", "2022", "2023"]', ""), encoding="utf-8")
    found = figures()
    earlier = listed({key: value for key, value in found.items() if key[2] < YEARS[-1]})
    now = {key: value for key, value in found.items() if key[2] == YEARS[-1]}
    if start is not None:
        now["甲镇", "年初人口", YEARS[-1]] = start

    report = check_paths(
        [("2023.csv", listed(now).encode())], settings, previous=[("2022.csv", earlier.encode())]
    )

    assert told(report) == findings
    assert [one.path for one in report.files[0].neighbours] == ["2022.csv"]
    assert {one.path for finding in report.findings for one in finding.related} <= {
        None,
        "2022.csv",
    }


def test_a_long_text_is_gone_through_in_blocks(tmp_path: Path) -> None:
    heads = '{ label = "地区", codes = ["甲镇", "乙镇", "丙镇", "全县"], total = "全县" }'
    path = tmp_path / "people.toml"
    path.write_text(FORM.replace(heads, '{ label = "地区" }'), encoding="utf-8")
    found: dict[tuple[str, str, int], str] = {}
    one = {key: value for key, value in figures().items() if key[0] in TOWNS}
    for number in range(900):
        for (town, item, year), value in one.items():
            found[f"{number}号{town}", item, year] = value
    found["700号乙镇", "自然增长", 2022] = "7"

    report = check(listed(found), Settings(language="zh", form=str(path), edits_off=("rate",)))

    assert told(report) == ["D37825 B101 growth", "D37825 P221", "D37826 B101 end"]


def test_periods_and_indicators_that_the_form_does_not_know_are_told(settings: Settings) -> None:
    found = figures()
    later = {(town, item, 2024): "500" for town, item, year in found if year == YEARS[-1]}
    found = {key: value for key, value in {**found, **later}.items() if key[2] != YEARS[0]}
    found["甲镇", "户数", 2022] = "700"

    report = check(listed(found), settings)

    messages = [one.message for one in report.findings if one.code in {"S103", "D115"}]
    assert messages == [
        "表式要求的年份「2021」一行也没有",
        "年份「2024」不在表式所列之中，共 24 行",
        "指标「户数」不在表式所列之中，共 1 行",
    ]


def test_the_list_that_comes_closest_is_named(tmp_path: Path) -> None:
    path = tmp_path / "people.toml"
    other = FORM[FORM.index("[[table]]") : FORM.index("[[table.edit]]")]
    homes = other.replace('"people"', '"homes"').replace("人口长表", "住户长表")
    homes = homes.replace('label = "地区"', 'label = "村"').replace('"指标"', '"项目"')
    path.write_text(f"{FORM}\n{homes}", encoding="utf-8")

    report = check(
        listed(figures(), "地区,指标,时间,数值"), Settings(language="zh", form=str(path))
    )

    assert [one.message.partition("；")[2] for one in report.findings] == [
        "最接近的是其中的「人口长表」，找到「地区」、「指标」、「数值」，没有找到「年份」"
    ]


def test_a_list_without_indicators_has_its_figures_under_heads(tmp_path: Path) -> None:
    path = tmp_path / "births.toml"
    form = FORM[: FORM.index("indicator =")] + (
        'keys = [{ label = "地区", codes = ["甲镇", "乙镇", "丙镇", "全县"], total = "全县" }]\n'
        'head = [{ key = "births", label = "出生人数", maximum = 5000 }]\n'
    )
    path.write_text(form, encoding="utf-8")
    rows = [
        f"{town},{year},{value}"
        for (town, item, year), value in figures().items()
        if item == "出生人数"
    ]
    rows[4] = "乙镇,2022,9999"

    report = check(
        "\n".join(["地区,年份,出生人数,", *rows]), Settings(language="zh", form=str(path))
    )

    assert told(report) == ["C6 D108", "C12 B101 sum-A-全县"]


def test_only_sheets_that_are_seen_are_lists(settings: Settings, tmp_path: Path) -> None:
    book = Workbook()
    sheets = [
        book.active,
        book.create_sheet("旧"),
        book.create_sheet("空"),
        book.create_sheet("说明"),
    ]
    for sheet in sheets[:2]:
        for line in listed(figures()).splitlines():
            texts = line.split(",")
            sheet.append([*texts[:3], texts[3] if texts[3] == "数值" else float(texts[3])])
    sheets[1]["D3"] = 999
    sheets[1].sheet_state = "hidden"
    sheets[3].append(["地区", "三个镇"])
    book.create_sheet("表头").append(["地区", "指标", "年份", "数值"])
    path = tmp_path / "list.xlsx"
    book.save(path)

    report = check_paths([path], replace(settings, select=("B", "P2", "D1")))

    assert (told(report), len(report.files[0].tables)) == ([], 1)
