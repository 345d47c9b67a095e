"""How a page ends: closed, loaded anew, the program gone; and what it leaves behind."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from browsing import PATIENCE, ROOT, Served, checked, drop, picture

FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
SCORES = ROOT / "fixtures/companions/安平县2017年政务公开自查评分表（有误）.xlsx"
LATER = ROOT / "fixtures/submissions/suqian-2024.xlsx"


def test_a_closed_page_leaves_nothing_behind(context: BrowserContext, alone: Served) -> None:
    page = context.new_page()
    page.goto(alone.address)
    drop(page, [FAULTY])
    checked(page)
    assert alone.kept() != []

    page.close(run_before_unload=False)

    waiting = context.new_page()
    for _ in range(PATIENCE // 500):
        if alone.kept() == []:
            break
        waiting.wait_for_timeout(500)
    kept = alone.kept()
    alone.end()
    assert kept == []
    assert list(alone.folder.iterdir()) == []


def test_a_page_that_is_loaded_anew_finds_its_files_again(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)

    desk.reload()

    expect(desk.locator("#list .chip").first).to_have_text("错误 2")
    expect(desk.locator("#drawn [data-finding]").first).to_be_visible()


def test_a_page_whose_program_has_ended_says_so(context: BrowserContext, alone: Served) -> None:
    page = context.new_page()
    page.goto(alone.address)
    drop(page, [FAULTY])
    checked(page)
    alone.end()

    drop(page, [LATER])

    expect(page.get_by_role("alert").filter(has_text="审核程序已经关闭")).to_be_visible()
    expect(page.locator("#drawn [data-finding]").first).to_be_visible()
    picture(page, "12-gone")


def test_a_case_that_was_deleted_meanwhile_is_made_anew(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)
    case = desk.evaluate("() => sessionStorage.getItem('case')")
    desk.evaluate("(one) => fetch(`cases/${one}/close?now=1`, { method: 'POST' })", case)

    drop(desk, [LATER])

    expect(desk.locator("#list .file")).to_have_count(2)
    checked(desk)
    assert desk.evaluate("() => sessionStorage.getItem('case')") != case


def test_a_page_with_reasons_asks_before_it_is_closed(desk: Page) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.on("dialog", stay)
    drop(desk, [SCORES])
    checked(desk)
    desk.locator("#drawn textarea").first.fill("本年机构合并")
    desk.locator("#results-head").click()
    expect(desk.locator("#list .chip.explained")).to_have_text("已说明 1")
    checked(desk)

    desk.close(run_before_unload=True)
    for _ in range(PATIENCE // 100):
        if asked:
            break
        desk.wait_for_timeout(100)
    with desk.expect_download():
        desk.get_by_role("button", name="下载情况说明").click()
    desk.reload()  # nothing is lost any more, and nothing asked

    assert asked == ["beforeunload"]


@pytest.mark.parametrize("path", ["", "t/wrong/", "assets/main.js"])
def test_an_address_without_its_token_shows_nothing(desk: Page, path: str) -> None:
    root = desk.evaluate("() => location.origin")
    answer = desk.request.get(f"{root}/{path}")

    assert answer.status in {403, 404}
    assert "把填好的报表" not in answer.text()
