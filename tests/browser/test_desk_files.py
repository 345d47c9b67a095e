"""Files come to the page: dragged, chosen, in folders, too big, no tables, many, in other roles."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from playwright.sync_api import Page, expect

from browsing import ROOT, checked, drag, drop, let_go, picture

FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
LATER = ROOT / "fixtures/submissions/suqian-2024.xlsx"
EARLIER = ROOT / "fixtures/submissions/suqian-2023.xlsx"
SCORES = ROOT / "fixtures/companions/安平县2017年政务公开自查评分表（有误）.xlsx"


def chips(page: Page) -> list[list[str]]:
    """Tell what the rows of the files say."""
    rows = checked(page).all()
    return [row.locator(".chip").all_inner_texts() for row in rows]


def names(page: Page) -> list[str]:
    return checked(page).locator(".name").all_inner_texts()


def test_a_faulty_table_is_dropped_and_the_cell_is_in_view(desk: Page) -> None:
    picture(desk, "1-empty")

    drop(desk, [FAULTY])

    ((errors, notes, held),) = chips(desk)
    assert (errors, notes) == ("错误 2", "提示 3")
    assert re.fullmatch(r"检查 \d+ 项，通过 \d+ 项", held)
    expect(desk.locator("#list .about")).to_have_text(re.compile("2019年版.*2019.*瑶海区"))
    expect(desk.locator("#drawn [data-finding]").first).to_be_visible()
    expect(desk.locator("#drawn td.sl-hit", has_text="124").first).to_be_in_viewport()
    picture(desk, "2-found")
    picture(desk, "2-found-whole", whole=True)


def test_a_table_without_faults_is_said_to_be_so(desk: Page) -> None:
    drop(desk, [LATER])

    assert chips(desk)[0][0] == "没有查出问题"
    expect(desk.locator("#told")).to_have_text("审核完毕，没有查出问题。")
    picture(desk, "3-clean")


def test_files_are_chosen_with_a_click(desk: Page) -> None:
    with desk.expect_file_chooser() as chooser:
        desk.get_by_role("button", name="选择文件", exact=True).click()
    chooser.value.set_files([FAULTY, LATER])

    assert names(desk) == [FAULTY.name, LATER.name]


def test_a_folder_is_gone_through_and_lock_files_are_left_out(desk: Page, tmp_path: Path) -> None:
    for place in ("乡镇/城关镇.xlsx", "乡镇/下/晓天镇.xlsx", "乡镇/~$城关镇.xlsx"):
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(LATER.read_bytes())
    with desk.expect_file_chooser() as chooser:
        desk.get_by_role("button", name="选择文件夹").click()
    chooser.value.set_files(tmp_path / "乡镇")

    assert sorted(names(desk)) == ["城关镇.xlsx", "晓天镇.xlsx"]


def test_what_is_no_table_is_told_for_what_it_is(desk: Page, tmp_path: Path) -> None:
    broken = tmp_path / "坏表.xlsx"
    broken.write_bytes(LATER.read_bytes()[:3000])
    photo = tmp_path / "照片.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))

    drop(desk, [broken, photo, FAULTY])

    rows = checked(desk)
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="坏表").locator(".chip.error")).to_have_text("没有审核")
    expect(rows.filter(has_text="坏表").locator(".about")).not_to_be_empty()
    expect(rows.filter(has_text="照片").locator(".chip").first).not_to_have_text("没有查出问题")
    expect(rows.filter(has_text=FAULTY.name).locator(".chip.error")).to_have_text("错误 2")
    picture(desk, "4-refused")


def test_a_file_that_is_too_big_is_refused_and_the_rest_is_checked(
    desk: Page, tmp_path: Path
) -> None:
    big = tmp_path / "太大.csv"
    with big.open("wb") as file:
        file.truncate(300 * 1024 * 1024)

    drop(desk, [big, LATER])

    assert names(desk) == [LATER.name]
    expect(desk.locator("#refusals")).to_contain_text("没有读入「太大.csv」")
    picture(desk, "5-too-big")


def test_a_file_that_vanished_is_told(desk: Page, tmp_path: Path) -> None:
    gone = tmp_path / "移走了.xlsx"
    gone.write_bytes(LATER.read_bytes())
    drag(desk, [gone])
    gone.unlink()

    let_go(desk)

    expect(desk.locator("#refusals")).to_contain_text("没有读入「移走了.xlsx」")
    expect(desk.locator("#list .file")).to_have_count(0)


def test_words_that_are_dropped_are_no_file(desk: Page) -> None:
    desk.evaluate(
        """() => {
            const held = new DataTransfer();
            held.setData("text/plain", "合计 127");
            document.body.dispatchEvent(
                new DragEvent("drop", { dataTransfer: held, bubbles: true, cancelable: true }));
        }"""
    )

    expect(desk.locator("#refusals")).to_contain_text("拖进来的不是文件")


def test_many_files_are_sorted_and_found(desk: Page, tmp_path: Path) -> None:
    for at in range(8):
        (tmp_path / f"第{at}镇.xlsx").write_bytes(LATER.read_bytes())
    drop(desk, [*sorted(tmp_path.iterdir()), SCORES, FAULTY])

    checked(desk)
    expect(desk.locator("#results-head")).to_have_text(f"审核结果：{SCORES.name}")
    assert set(names(desk)[:2]) == {SCORES.name, FAULTY.name}
    expect(desk.locator("#files-head")).to_have_text("报表（10 份）")
    picture(desk, "6-many")
    desk.get_by_label("只看要处理的").check()
    assert len(names(desk)) == 2
    desk.get_by_label("只看要处理的").uncheck()
    desk.get_by_label("查找文件名、单位").fill("第3")
    assert names(desk) == ["第3镇.xlsx"]
    desk.get_by_label("查找文件名、单位").fill("没有这个")
    expect(desk.get_by_text("没有符合条件的文件。")).to_be_visible()
    desk.get_by_label("查找文件名、单位").fill("")
    desk.get_by_label("排序").select_option("dropped")
    assert names(desk)[0] == "第0镇.xlsx"
    desk.get_by_role("button", name=FAULTY.name, exact=True).click()
    expect(desk.locator("#results-head")).to_have_text(f"审核结果：{FAULTY.name}")
    expect(desk.locator("#drawn td.sl-hit", has_text="124").first).to_be_in_viewport()


def test_a_check_is_stopped_and_gone_on_with(desk: Page, tmp_path: Path) -> None:
    for at in range(40):
        (tmp_path / f"第{at}镇.xlsx").write_bytes(FAULTY.read_bytes())
    drop(desk, sorted(tmp_path.iterdir()))

    desk.get_by_role("button", name="停止").click()

    expect(desk.get_by_text("审核已停止，还没有审核完。")).to_be_visible()
    desk.get_by_role("button", name="继续审核").click()
    assert len(names(desk)) == 40
    expect(desk.locator("#list .chip.error")).to_have_count(40)
    expect(desk.locator("#stopped")).to_be_hidden()


def test_an_archive_is_read_as_a_folder(desk: Page, tmp_path: Path) -> None:
    archive = tmp_path / "县.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(FAULTY, "瑶海.xlsx")
        packed.write(LATER, "宿迁.xlsx")

    drop(desk, [archive])

    assert sorted(names(desk)) == ["县.zip/宿迁.xlsx", "县.zip/瑶海.xlsx"]


def test_last_years_table_is_dropped_beside(desk: Page) -> None:
    drop(desk, [LATER])
    before = chips(desk)

    drop(desk, [EARLIER], "previous")

    expect(desk.locator("[data-list=previous]")).to_contain_text(EARLIER.name)
    assert chips(desk) != before  # more is checked now
    assert len(names(desk)) == 1


def test_a_table_to_check_is_asked_for(desk: Page) -> None:
    drop(desk, [EARLIER])
    checked(desk).locator("select.role").select_option("previous")

    expect(desk.get_by_text("还没有要审核的报表，请拖进来。")).to_be_visible()
    expect(desk.locator("#results")).to_be_hidden()
    desk.locator("[data-list=previous] select").select_option("checked")
    assert names(desk) == [EARLIER.name]


def test_two_years_dropped_together_are_told_apart(desk: Page) -> None:
    drop(desk, [EARLIER, LATER])
    checked(desk)
    expect(desk.locator("#suggestions")).to_contain_text("像是上年的表（2023）")
    picture(desk, "7-last-year")

    desk.get_by_role("button", name="作上年的表来对照").click()

    expect(desk.locator("[data-list=previous]")).to_contain_text(EARLIER.name)
    assert names(desk) == [LATER.name]


def test_a_corrected_table_takes_the_place_of_the_old_one(desk: Page, tmp_path: Path) -> None:
    table = tmp_path / "年报.xlsx"
    table.write_bytes(FAULTY.read_bytes())
    drop(desk, [table])
    assert chips(desk)[0][0] == "错误 2"
    table.write_bytes(LATER.read_bytes())

    drop(desk, [table])

    expect(desk.locator("#list .chip").first).to_have_text("没有查出问题")
    assert names(desk) == ["年报.xlsx"]


def test_a_file_is_taken_away_and_all_is_cleared(desk: Page) -> None:
    drop(desk, [FAULTY, LATER])
    checked(desk)
    desk.get_by_role("button", name=f"移除「{LATER.name}」").click()
    expect(desk.locator("#list .file")).to_have_count(1)
    assert names(desk) == [FAULTY.name]

    desk.get_by_role("button", name="全部清空").click()

    expect(desk.get_by_role("heading", name="把填好的报表拖到这里")).to_be_visible()
    expect(desk.locator("#results")).to_be_hidden()


def test_form_and_period_are_chosen(desk: Page) -> None:
    drop(desk, [LATER])
    checked(desk)
    desk.get_by_text("表式、期间（自动识别，可改）").click()
    desk.get_by_label("期间").fill("2019")
    desk.get_by_label("期间").press("Enter")
    desk.get_by_label("期间").blur()

    expect(desk.locator("#list .about")).to_contain_text("2019")
    desk.get_by_label("期间").fill("不是期间")
    desk.get_by_label("期间").blur()
    expect(desk.locator("#refusals")).to_be_visible()
