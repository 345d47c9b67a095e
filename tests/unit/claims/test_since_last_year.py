"""Changes since last year: held against last year's table, or against its text."""

from __future__ import annotations

from pathlib import Path

import pytest

import statlint

FORM = """
id = "cases"
title = { zh = "案件", en = "Cases" }
source = { zh = "示例", en = "Example" }

[[table]]
key = "cases"
title = { zh = "案件情况表", en = "Cases" }
unit = "件"
head = [{ key = "all", label = "总计" }, { key = "firms", label = "法人" }]
line = [
  { key = "new", label = "本年新收案件" },
  { key = "old", label = "上年结转案件" },
  { key = "closed", label = "本年办结案件" },
]

[[quoted]]
id = "Q1"
figure = "cases.new.all"
or = ["sum(cases.new.all:cases.old.all)", "cases.new.all - cases.old.all"]
all = ["收到", "案件"]
"""


def report(year: int, text: str, new: int) -> tuple[str, bytes]:
    rows = [("指标", "总计", "法人"), ("本年新收案件", new, 1), ("上年结转案件", 10, 1)]
    rows.append(("本年办结案件", 7, 1))
    table = "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in rows)
    body = f"<h1>某县{year}年案件报告</h1><p>{text}</p><table>{table}</table>"
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return f"{year}.html", page.encode()


def told(text: str, before: str, folder: Path, *, new: int = 120) -> list[str]:
    form = folder / "cases.toml"
    form.write_text(FORM, encoding="utf-8")
    found = statlint.lint(
        report(2021, text, new),
        previous=report(2020, before, 100),
        form=str(form),
        language="zh",
    )
    return [one.message for one in found.findings if one.code.startswith("T")]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        pytest.param("2021年，全县收到案件120件，同比增长20%。", "案件情况如下。", id="a rate"),
        pytest.param("2021年，全县收到案件120件，较上年增加20件。", "案件情况。", id="a change"),
        pytest.param("2021年，全县收到案件130件，较上年增加20件。", "如下。", id="or the other"),
        pytest.param("2021年，全县收到案件110件，较上年增加20件。", "如下。", id="the third one"),
        pytest.param(
            "2021年，全县收到案件120件，环比增长5%。", "案件情况如下。", id="since another period"
        ),
        pytest.param(
            "2021年，全县收到案件120件，较2020年增加20件。", "如下。", id="last year by its number"
        ),
        pytest.param("2021年，全县收到案件120件，较2019年增加50件。", "如下。", id="another year"),
        pytest.param("2021年，培训30人次，比上年增加5人次。", "培训20人次。", id="a short label"),
        pytest.param(
            "2021年，全县举办培训30场次，比上年增加5场次。",
            "2020年，全县举办培训25场次。",
            id="by the label in last year's text",
        ),
        pytest.param(
            "2021年，全县举办培训30场次，比上年增加7场次。",
            "2020年，全县举办培训25场次，全县举办培训26场次。",
            id="two figures last year",
        ),
    ],
)
def test_what_last_year_bears_out_is_silent(text: str, before: str, tmp_path: Path) -> None:
    assert told(text, before, tmp_path) == []


@pytest.mark.parametrize(
    ("text", "before", "expected"),
    [
        pytest.param(
            "2021年，全县收到案件120件，同比增长25%。",
            "案件情况如下。",
            "正文「全县收到案件」120件，称「同比增长」 25%，上年报告为 100，应为 20%",
            id="last year's table",
        ),
        pytest.param(
            "2021年，全县收到案件120件，较2020年增加25件。",
            "案件情况如下。",
            "正文「全县收到案件」120件，称「较2020年增加」 25件，上年报告为 100，应为 20件",
            id="last year by its number",
        ),
        pytest.param(
            "2021年，全县举办培训30场次，比上年增加7场次。",
            "2020年，全县举办培训25场次。",
            "正文「全县举办培训」30场次，称「比上年增加」 7场次，上年报告为 25场次，应为 5场次",
            id="last year's text",
        ),
    ],
)
def test_what_last_year_denies_is_told(
    text: str, before: str, expected: str, tmp_path: Path
) -> None:
    assert told(text, before, tmp_path) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "2021年，全县收到案件1.2万件，同比增长11900%。", [], id="a rate that is right"
        ),
        pytest.param(
            "2021年，全县收到案件1.2万件，同比增长20%。",
            ["正文「全县收到案件」1.2万件，称「同比增长」 20%，上年报告为 100，应为 11900%"],
            id="a wrong rate",
        ),
        pytest.param("2021年，全县收到案件1.2万件，较上年增加100件。", [], id="in two units"),
    ],
)
def test_figures_told_in_ten_thousands_are_taken_for_what_they_are(
    text: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(text, "案件情况如下。", tmp_path, new=12_000) == expected
