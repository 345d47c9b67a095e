"""What was found on the page: from finding to cell and back, 情况说明, what is taken away."""

from __future__ import annotations

import re
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from browsing import ROOT, checked, drop, picture

FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
SCORES = ROOT / "fixtures/companions/安平县2017年政务公开自查评分表（有误）.xlsx"
REASON = "本年机构合并，分值按县里通知调整"


def told(page: Page) -> Locator:
    """Give the findings of the file that is shown."""
    return page.locator("#drawn li[data-finding]")


def box_of(page: Page) -> Locator:
    """Give the box of a finding that may be explained, wherever it stands in the list."""
    return told(page).filter(has_text="自评为满分").locator(".explain")


def taken(page: Page, name: str) -> tuple[str, bytes]:
    """Press a button that gives a file; give its name and what is in it."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def explain(page: Page, reason: str) -> None:
    """Write why a figure is true, as a clerk does, and go on to something else."""
    box = box_of(page)
    box.get_by_label("情况说明").fill(reason)
    box.get_by_label("填写人").fill("张三")
    page.locator("#results-head").click()
    expect(box.locator(".state")).to_have_text("已记下")
    checked(page)


def test_a_finding_leads_to_its_cell_and_the_cell_to_its_finding(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)
    finding = told(desk).filter(has_text="采购总金额").first

    finding.locator(".sl-place").click()

    cell = desk.locator("#drawn td", has_text="29628302.01").first
    expect(cell).to_be_in_viewport()
    expect(cell).to_have_class(re.compile("sl-chosen|sl-now|sl-here"))
    cell.locator("a").click()
    expect(finding).to_be_in_viewport()


def test_what_must_be_put_right_has_no_box(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)

    expect(told(desk).filter(has_text="B101").first).to_be_visible()
    expect(told(desk).filter(has_text="B101").locator(".explain")).to_have_count(0)


def test_a_reason_is_noted_counted_and_handed_over(desk: Page) -> None:
    drop(desk, [SCORES])
    checked(desk)
    before = desk.locator("#list .chip.warning").inner_text()
    picture(desk, "8-to-explain", whole=True)

    explain(desk, REASON)

    expect(desk.locator("#list .chip.explained")).to_have_text("已说明 1")
    assert desk.locator("#list .chip.warning").inner_text() != before
    name, content = taken(desk, "下载情况说明")
    assert name == f"{SCORES.name}.statlint.toml"
    (noted,) = tomllib.loads(content.decode())["justified"]
    assert (noted["reason"], noted["by"]) == (REASON, "张三")
    picture(desk, "9-explained", whole=True)


def test_a_file_of_plain_letters_is_handed_over_by_its_name(desk: Page, tmp_path: Path) -> None:
    plain = tmp_path / "scores.xlsx"
    plain.write_bytes(SCORES.read_bytes())
    drop(desk, [plain])
    checked(desk)

    explain(desk, REASON)

    assert taken(desk, "下载情况说明")[0] == "scores.xlsx.statlint.toml"


def test_a_report_that_comes_back_is_not_to_be_checked(desk: Page, tmp_path: Path) -> None:
    drop(desk, [SCORES])
    checked(desk)
    name, content = taken(desk, "下载审核报告")
    (tmp_path / name).write_bytes(content)

    drop(desk, [tmp_path / name])
    checked(desk)

    row = desk.locator("#list .file").filter(has_text=name)
    expect(row.locator(".chip")).to_have_text("不用审核")


def test_a_reason_is_taken_back(desk: Page) -> None:
    drop(desk, [SCORES])
    checked(desk)
    explain(desk, REASON)

    box = box_of(desk)
    box.get_by_label("情况说明").fill("")
    desk.locator("#results-head").click()

    expect(box.locator(".state")).to_have_text("已删去")
    expect(desk.locator("#list .chip.explained")).to_have_count(0)


def test_a_reason_without_words_is_not_taken(desk: Page) -> None:
    drop(desk, [SCORES])
    checked(desk)
    box = box_of(desk)

    box.get_by_label("情况说明").fill("……")
    desk.locator("#results-head").click()

    expect(box).to_have_class(re.compile("bad"))
    expect(box.locator(".state")).not_to_have_text("已记下")


def test_a_usual_reason_is_one_click(desk: Page) -> None:
    drop(desk, [SCORES])
    checked(desk)
    box = box_of(desk)
    box.get_by_label("情况说明").click()

    box.get_by_role("button", name="政策调整").click()
    box.get_by_role("button", name="口径调整").click()

    expect(box.get_by_label("情况说明")).to_have_value("政策调整；口径调整")
    expect(box.locator(".state")).to_have_text("已记下")


def test_what_is_being_typed_stays_while_another_reason_is_saved(desk: Page) -> None:
    drop(desk, [SCORES])
    checked(desk)
    boxes = told(desk).locator(".explain textarea")
    boxes.nth(0).fill("职能划转")
    boxes.nth(1).click()
    boxes.nth(1).press_sequentially("本年一次")

    expect(desk.locator("#list .chip.explained")).to_have_text(re.compile("已说明 [12]"))
    expect(boxes.nth(1)).to_have_value("本年一次")
    expect(boxes.nth(1)).to_be_focused()


def test_a_sidecar_that_is_dropped_with_its_table_counts(desk: Page, tmp_path: Path) -> None:
    drop(desk, [SCORES])
    checked(desk)
    explain(desk, REASON)
    name, content = taken(desk, "下载情况说明")
    (tmp_path / name).write_bytes(content)
    desk.get_by_role("button", name="全部清空").click()
    expect(desk.locator("#files")).to_be_hidden()

    drop(desk, [SCORES, tmp_path / name])

    checked(desk)
    expect(desk.locator("#list .chip.explained")).to_have_text("已说明 1")
    expect(box_of(desk).get_by_label("情况说明")).to_have_value(REASON)
    expect(desk.locator("[data-list=reasons]")).to_contain_text(name)


def test_the_marked_workbook_opens_and_holds_what_was_found(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)

    name, content = taken(desk, "下载标注好的表")

    assert name == f"{FAULTY.stem}_审核结果.xlsx"
    book = load_workbook(BytesIO(content))
    first, table = book.worksheets[:2]
    assert first.title == "审核结果"
    words = [str(cell.value) for row in first.iter_rows() for cell in row if cell.value is not None]
    assert [word for word in ("127", "124", "3") if word not in words] == []
    assert table["I48"].comment is not None
    assert "B101" in table["I48"].comment.text
    assert table["I48"].value == load_workbook(FAULTY).worksheets[0]["I48"].value


def test_reasons_filled_into_a_marked_copy_come_back(desk: Page, tmp_path: Path) -> None:
    drop(desk, [SCORES])
    checked(desk)
    name, content = taken(desk, "下载标注好的表")
    book = load_workbook(BytesIO(content))
    sheet = book["审核结果"]
    heads = {cell.value: cell.column for row in sheet.iter_rows() for cell in row if cell.value}
    for row in range(1, sheet.max_row + 1):
        if "自评为满分" in str(sheet.cell(row, heads["问题"]).value):
            sheet.cell(row, heads["情况说明"]).value = REASON
    book.save(tmp_path / name)
    desk.get_by_role("button", name="全部清空").click()
    expect(desk.locator("#files")).to_be_hidden()

    drop(desk, [tmp_path / name])
    expect(checked(desk)).to_contain_text("把原表也拖进来")
    drop(desk, [SCORES])

    rows = checked(desk)
    expect(rows.filter(has_text="取回情况说明 1 条")).to_have_count(1)
    expect(rows.filter(has_text="已说明 1")).to_have_count(1)
    expect(box_of(desk).get_by_label("情况说明")).to_have_value(REASON)


def test_the_report_opens_by_itself(desk: Page, tmp_path: Path) -> None:
    drop(desk, [FAULTY])
    checked(desk)

    name, content = taken(desk, "下载审核报告")

    assert name.endswith(".html")
    kept = tmp_path / "report.html"
    kept.write_bytes(content)
    alone = desk.context.new_page()
    alone.goto(kept.as_uri())
    expect(alone.locator("[data-finding]").first).to_be_visible()
    expect(alone.get_by_text("127").first).to_be_visible()


def test_all_of_many_files_come_in_one_archive(desk: Page) -> None:
    drop(desk, [FAULTY, SCORES])
    checked(desk)

    name, content = taken(desk, "全部下载")

    assert name.endswith(".zip")
    with zipfile.ZipFile(BytesIO(content)) as packed:
        inside = packed.namelist()
    assert {f"{FAULTY.stem}_审核结果.xlsx", f"{SCORES.stem}_审核结果.xlsx"} <= set(inside)
    assert any(one.endswith(".html") for one in inside)
