"""Pages of reports made by hand: each part of a report has its place."""

from __future__ import annotations

import re

import pytest

from statlint.dataclass import replace
from statlint.finding import (
    BaselineNote,
    Finding,
    Grounds,
    Justification,
    NeighbourNote,
    Quote,
    Related,
    Report,
    Severity,
)
from statlint.finding.drawn import Series
from statlint.reporters import REPORTERS, Look
from statlint.reporters.page import budget
from statlint.reporters.page import run as made_run
from statlint.values import CellRef, Period
from statlint.values.overview import Overview, OverviewLine, ReturnStatus
from statlint.values.place import Place
from unit.reporters import samples
from unit.reporters.page.reading import Parts

page = REPORTERS["html"]


def parts_of(report: Report, look: Look | None = None) -> Parts:
    return Parts(page(report, look or Look()))


@pytest.mark.parametrize(
    ("report", "verdict", "counts"),
    [
        pytest.param(samples.yaohai("zh"), "2 处错误，须改正后再上报", "2 0 2", id="errors"),
        pytest.param(
            samples.text_file("zh"),
            "没有错误；1 处警告，请核实：改正或填写说明",
            "0 1 1",
            id="warnings",
        ),
        pytest.param(samples.clean("zh"), "未发现错误和警告", "0 0 0", id="clean"),
        pytest.param(samples.clean("en"), "No errors, no warnings", "0 0 0", id="in English"),
        pytest.param(
            replace(samples.unreadable("zh"), findings=()), "2 个文件无法检查", "0 0 0", id="unread"
        ),
        pytest.param(Report("zh", (), ()), "没有可检查的文件", "0 0 0", id="nothing"),
    ],
)
def test_the_summary_says_what_it_comes_to(report: Report, verdict: str, counts: str) -> None:
    parts = parts_of(report)

    assert parts.words("sl-verdict") == [verdict]
    assert " ".join(words.split()[-1] for words in parts.words("sl-count")) == counts


def test_a_whole_run_has_every_file_and_every_finding() -> None:
    report = samples.whole_run("zh")
    parts = parts_of(report)

    assert parts.words("sl-filename") == [
        "!2016年统计表.csv",
        "宿迁2024.csv",
        "✕加密.xlsx",
        "i通讯录.ods",
        "✕瑶海区2019.xlsx",
    ]
    assert sorted(one["data-fingerprint"] or "" for one in parts.of("sl-finding")) == sorted(
        one.fingerprint for one in report.findings
    )
    assert parts.words("sl-state") == ["无法读取", "没有找到统计表"]
    assert parts.words("sl-bad") == [
        "规则出错 1",
        "无法读取",
        "没有找到统计表",
        "规则 R101 运行出错，在此文件上没有结论 ZeroDivisionError: division by zero",
        "无法读取",
        "没有找到统计表",
    ]


def test_causes_come_with_the_first_finding_that_has_them() -> None:
    parts = parts_of(samples.yaohai("zh"))

    assert parts.words("sl-cause") == ["可能是下列情形之一，改后 2 处不平全部消除"]
    assert [words[:19] for words in parts.words("sl-ways")] == ["D27 与 J27 可能漏加「（三）不"]
    assert parts.words("sl-same") == ["同一原因，见 D27"]


def test_what_stands_around_findings_is_drawn_where_no_file_is_there() -> None:
    parts = parts_of(samples.yaohai("zh"))

    assert parts.words("sl-part") == ["只绘出问题所在的部分"]
    assert parts.words("sl-hit") == ["✕124 错误 B101", "✕124 错误 B101"]


def accepted(reason: str = "口径不同", **more: str) -> Report:
    """Accept the warning of the text file."""
    report = samples.text_file("zh")
    first, second = report.findings
    justified = Justification(Grounds.SIDECAR, reason, **more)
    return replace(report, findings=(replace(first, justified=justified), second))


def test_what_was_accepted_comes_last_with_its_reason() -> None:
    parts = parts_of(accepted(by="王芳", date="2026-01-05", until="2026-12-31"))

    assert parts.words("sl-reason") == ["情况说明口径不同 — 王芳 · 2026-01-05 · 2026-12-31"]
    assert [one["data-level"] for one in parts.of("sl-finding")] == ["information", "warning"]
    assert parts.words("sl-count")[-1] == "✓已说明 1"
    assert parts_of(accepted()).words("sl-reason") == ["情况说明口径不同"]
    assert parts_of(accepted("")).words("sl-reason") == ["情况说明未写明原因"]


def test_what_a_baseline_knows_is_only_counted() -> None:
    report = samples.text_file("zh")
    known = Justification(Grounds.BASELINE)
    findings = tuple(replace(one, justified=known) for one in report.findings)
    parts = parts_of(replace(report, findings=findings, baseline=BaselineNote("b", 2, 0, 0)))

    assert parts.of("sl-finding") == []
    assert parts.words("sl-count")[-1] == "基线中已知 2"


def test_only_so_many_findings_are_shown_as_asked() -> None:
    parts = parts_of(samples.whole_run("zh"), Look(most=3))

    assert len(parts.of("sl-finding")) == 3
    assert "按要求只显示其中 3 处" in parts.words("sl-faint")


def test_what_there_is_no_room_for_comes_in_short_or_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(made_run, "Budget", lambda: budget.Budget(0, 2, 1))
    parts = parts_of(samples.yaohai("zh"))

    assert len(parts.of("sl-finding")) == 2
    assert "另有 1 处，篇幅所限只列要点 i D105 表三!F12 写作「00」，按 0 读取" in parts.words(
        "sl-more"
    )
    assert [words for words in parts.words("sl-faint") if "未列出" in words] == [
        "还有 1 处未列出，可用 --output json=文件 或 csv=文件 取得全部"
    ]
    assert "表格较大，篇幅所限未绘出" in parts.words("sl-drawn")


@pytest.mark.parametrize(
    ("severity", "order"),
    [
        (Severity.ERROR, ["sl-file", "sl-loose", "sl-sheet"]),
        (Severity.WARNING, ["sl-file", "sl-sheet", "sl-loose"]),
    ],
)
def test_what_is_of_the_whole_file_comes_after_what_is_worse(
    severity: Severity, order: list[str]
) -> None:
    report = samples.yaohai("zh")
    first, *rest = report.findings
    whole = replace(first, sheet=None, cell=None, severity=severity, fingerprint="whole")

    text = page(replace(report, findings=(whole, first, *rest)), Look())

    assert re.findall('<section class="(sl-file|sl-loose|sl-sheet)"', text) == order


def test_of_many_files_only_those_with_findings_get_a_part() -> None:
    parts = parts_of(samples.many_clean("zh"))

    assert parts.words("sl-filename") == ["!2016年统计表.csv"]
    assert len(parts.of("sl-overview")) == 1
    assert sum("sl-wrong" in (one.get("class") or "") for _, one in parts.elements) == 1


def test_of_very_many_files_the_worst_get_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_run, "_MOST_TOLD", 1)
    report = samples.many_clean("zh")
    worse = samples.yaohai("zh")
    files, findings = (*report.files, *worse.files), (*report.findings, *worse.findings)
    parts = parts_of(replace(report, files=files, findings=findings))

    assert parts.words("sl-filename") == ["✕瑶海区2019.xlsx"]
    assert [words for words in parts.words("sl-faint") if "另有 1 个文件有问题" in words]


def test_files_are_named_as_seen_from_the_folder_they_share() -> None:
    report = samples.many_clean("zh")
    files = tuple(replace(one, path=f"报表/县/{one.path}") for one in report.files)
    parts = parts_of(replace(report, files=files, findings=()))

    assert parts.words("sl-name") == ["共 22 个文件 报表/县/"]
    mixed = (replace(files[0], path="/a/b.csv"), *files[1:])
    assert parts_of(replace(report, files=mixed, findings=())).words("sl-name") == ["共 22 个文件"]


def test_who_reported_is_listed_where_there_is_a_list() -> None:
    lines = (
        OverviewLine("甲镇", ReturnStatus.MISSING),
        OverviewLine("乙镇", ReturnStatus.WRONG, "瑶海区2019.xlsx", Period(2019), errors=2),
        OverviewLine("", ReturnStatus.HANDED_IN, "c.xlsx"),
    )
    listed = Overview("年报", Period(2019), 3, lines)
    parts = parts_of(replace(samples.yaohai("zh"), overview=(listed, replace(listed, due=None))))

    assert len(parts.of("sl-overview")) == 1
    assert parts.words("sl-was-error") == ["缺报", "有错"]
    assert parts.words("sl-checks")[-1] == "应报 3已报 2 缺报 1"


def test_what_is_said_of_no_file_of_the_run_is_there() -> None:
    report = samples.clean("zh")
    stray = replace(samples.leading_zero("zh", "A1"), path="名单.txt")
    parts = parts_of(replace(report, findings=(stray,)))

    assert [words for words in parts.words("sl-file") if "名单.txt" in words] == [
        "名单.txt i D105 写作「00」，按 0 读取"
    ]


def series_of(cell: str, *figures: int | None, head: str = "总计") -> Series:
    periods = tuple(str(2024 - len(figures) + at) for at in range(1, len(figures) + 1))
    return Series(None, CellRef.parse(cell), "行", head, periods, figures)


def test_figures_over_the_years_are_plotted_and_the_largest_changes_listed() -> None:
    report = samples.text_file("zh")
    series = (
        series_of("C21", 9, 17),
        series_of("C22", 0, 5, head=""),
        series_of("C23", 4, 4),
        series_of("C24", 4, None),
        series_of("C25", 3),
    )
    parts = parts_of(replace(report, files=(replace(report.files[0], series=series),)))

    assert len(parts.of("sl-plot")) == 3  # beside the finding, and of both changes
    (changed,) = parts.words("sl-changed")
    assert changed == (
        "与以前各期对照 变动最大的 2 项 与以前各期对照 指标位置20232024变动%走势"
        " 行C2205+52023 0 · 2024 50202352024"
        " 行 / 总计C21917+8+88.9%2023 9 · 2024 1792023172024"
    )


def parted(*related: Related) -> Parts:
    report = samples.text_file("zh")
    first = replace(report.findings[0], related=related)
    beside = tuple(NeighbourNote(one.path or "", "parts") for one in related)
    file = replace(report.files[0], neighbours=beside)
    return parts_of(replace(report, files=(file,), findings=(first,)))


def test_a_roll_up_has_its_parts() -> None:
    cell = CellRef.parse("B2")
    parts = parted(Related(None, cell, "7", "甲.csv"), Related(None, cell, "1,000", "乙.csv"))

    assert parts.words("sl-shares") == ["所属单位 2 乙.csv1,000甲.csv7"]
    assert [words for words in parts.words("sl-more") if "汇总对照" in words] == [
        "汇总对照：所属单位 2 个 文件单位情况错误警告提示 甲.csv仅作对照 乙.csv仅作对照"
    ]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param(("7",), id="one part"),
        pytest.param(("7", "无"), id="no figure"),
        pytest.param(("7", "-8"), id="below zero"),
        pytest.param(("0", ""), id="nothing to share"),
    ],
)
def test_what_is_no_sum_of_parts_has_no_shares(values: tuple[str, ...]) -> None:
    cell = CellRef.parse("B2")
    related = (Related(None, cell, value, f"{at}.csv") for at, value in enumerate(values))

    assert parted(*related).of("sl-shares") == []


def prose(quote: Quote) -> Finding:
    """Make a finding of a sentence."""
    place = Place.of("paragraph", 12)
    found = replace(samples.leading_zero("zh", "A1"), place=place, sheet=None, cell=None)
    return replace(found, path="宿迁2024.csv", quote=quote)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        pytest.param(Quote("共 12 件。", ((2, 4),)), "共 12 件。", id="short"),
        pytest.param(Quote("长" * 300), f"{'长' * 80}…", id="long, nothing marked"),
        pytest.param(
            Quote("长" * 300 + "12" + "中" * 300 + "13" + "短" * 300, ((300, 302), (602, 604))),
            f"…{'长' * 80}12{'中' * 80}…{'中' * 80}13{'短' * 80}…",
            id="long, in two places",
        ),
    ],
)
def test_sentences_are_quoted_with_their_figures(quote: Quote, shown: str) -> None:
    parts = parts_of(replace(samples.clean("zh"), findings=(prose(quote),)))

    assert parts.words("sl-quote") == [shown]
    assert parts.words("sl-place") == ["第 12 段"]


def test_a_code_leads_to_the_page_of_its_rule_where_pages_are_published() -> None:
    text = page(samples.text_file("en"), Look(pages="https://stat.example/rules"))

    assert '<a class="sl-code" href="https://stat.example/rules/B103"' in text
    assert 'href="files' not in page(samples.text_file("en"), Look(pages="files/rules"))
