"""What `infer` says of the sentences of a document: the claims, and whether they hold."""

from __future__ import annotations

import json

import pytest

from rules.web_pages import open_page
from statlint.reporters.infer_json import write_inferred_json
from statlint.reporters.infer_text import write_inferred_text
from statlint.reporters.look import Look
from statlint.run.claims_read import TextRead, claims_read
from statlint.run.documents import report_in

WRONG = "全年共公开政府信息8775条，其中网站公开5434条、微博公开1919条、微信公开1425条。"


def read(text: str) -> TextRead:
    report = report_in(open_page(text))
    assert report is not None
    return claims_read(report)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            WRONG, [("parts", "8775条 = 5434条 + 1919条 + 1425条", False)], id="a breakdown"
        ),
        pytest.param(
            "全年共公开政府信息120条，其中政策文件类信息35条。",
            [("among", "120条 ≥ 35条", True)],
            id="one among others",
        ),
        pytest.param(
            "全年收到申请124件，上年为100件，同比增长24%。",
            [("growth", "24% = 100件 → 124件", True)],
            id="growth",
        ),
        pytest.param(
            "2021年，全县主动公开政府信息1250条，同比增长15%。",
            [("growth", "15% = 1250条", None)],
            id="growth since a year that is not told",
        ),
        pytest.param(
            "政府信息分为四类：政策法规、规划计划、财政预算。",
            [("counted", "四类 = 3", False)],
            id="things listed",
        ),
        pytest.param(
            "本年度未发生行政复议、行政诉讼。",
            [("none", "未发生行政复议、行政诉讼", None)],
            id="nothing happened",
        ),
        pytest.param("我局认真做好政府信息公开工作。", [], id="no figures"),
    ],
)
def test_claims_are_told_with_their_figures(
    text: str, expected: list[tuple[str, str, bool | None]]
) -> None:
    found = read(text)

    assert [(one.relation, one.formula, one.holds) for one in found.claims] == expected


def test_figures_that_are_part_of_no_claim_are_counted() -> None:
    assert read("召开会议3次，印发文件12件。").left == 2


def test_the_page_shows_each_sentence() -> None:
    page = write_inferred_text("a.html", [], Look(width=100), "zh", read(WRONG))

    assert page.splitlines()[3:] == [
        "  没有找到统计表：没有成片的数字及其行名、栏名",
        "",
        "正文中的数字关系 1 条；另有 0 个数字未参与任何关系",
        "",
        "  第 1 段  不成立  总数等于各项之和  8775条 = 5434条 + 1919条 + 1425条（据“其中”）",
        f"     │ {WRONG}",
        "     │                   ^^^^^^              ^^^^^^          ^^^^^^          ^^^^^^",
    ]


def test_programs_get_the_claims_beside_tables_and_relations() -> None:
    written = json.loads(write_inferred_json("a.html", [], read(WRONG)))
    (claim,) = written["claims"]
    others = claim.pop("others")

    assert (written["figures_left"], [one["value"] for one in others]) == (
        0,
        ["5434", "1919", "1425"],
    )
    assert claim == {
        "place": "paragraph 1",
        "relation": "parts",
        "text": "8775条 = 5434条 + 1919条 + 1425条",
        "stated": {
            "label": "共公开政府信息",
            "text": "8775条",
            "value": "8775",
            "unit": "条",
            "exact": True,
        },
        "basis": "其中",
        "sure": True,
        "holds": False,
        "quote": {"text": WRONG, "marks": [[9, 14], [21, 26], [31, 36], [41, 46]]},
    }
