"""The page for everybody: two languages, keyboard only, screen readers, phones, dark screens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browsing import PATIENCE, ROOT, Served, checked, drag, drop, let_go, picture, serious

FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
LATER = ROOT / "fixtures/submissions/suqian-2024.xlsx"
SCORES = ROOT / "fixtures/companions/安平县2017年政务公开自查评分表（有误）.xlsx"


@pytest.mark.parametrize(
    ("locale", "heading"),
    [
        ("zh-CN", "把填好的报表拖到这里"),
        ("zh-TW", "把填好的报表拖到这里"),
        ("en-US", "Drop your filled-in tables here"),
        ("de-DE", "Drop your filled-in tables here"),
    ],
)
def test_the_page_speaks_as_the_browser_does(
    browser: Browser, served: Served, locale: str, heading: str
) -> None:
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(served.address)

    expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile(heading))
    context.close()


def test_the_language_is_switched_without_losing_anything(desk: Page) -> None:
    drop(desk, [FAULTY])
    checked(desk)
    expect(desk.locator("#drawn")).to_contain_text("差额")

    desk.get_by_role("button", name="Switch to English").click()

    expect(desk.locator("#list .chip").first).to_have_text("error 2")
    expect(desk.locator("#drawn")).to_contain_text("difference", ignore_case=True)
    expect(desk.locator("html")).to_have_attribute("lang", "en")
    picture(desk, "10-english")
    assert (
        re.findall(
            r"[\u4e00-\u9fff]+", desk.locator("main > section:not(#results) h2").first.inner_text()
        )
        == []
    )
    desk.get_by_role("button", name="切换到中文").click()
    expect(desk.locator("#drawn")).to_contain_text("差额")


def test_the_keyboard_alone_gets_from_the_page_to_the_cell(desk: Page) -> None:
    desk.on("filechooser", lambda _: None)  # caught from now on: a key is faster than the catching
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="跳到审核结果")).to_be_focused()
    for _ in range(10):
        if desk.evaluate("() => document.activeElement.id") == "choose-files":
            break
        desk.keyboard.press("Tab")
    with desk.expect_file_chooser() as chooser:
        desk.keyboard.press("Enter")
    chooser.value.set_files([FAULTY])
    checked(desk)

    desk.get_by_role("link", name="跳到审核结果").focus()
    desk.keyboard.press("Enter")
    expect(desk.locator("#results")).to_be_focused()
    for _ in range(40):
        if desk.evaluate(
            "() => document.activeElement.closest('#drawn [data-finding], #drawn td') !== null"
        ):
            break
        desk.keyboard.press("Tab")
    else:
        pytest.fail("no finding is reached")
    desk.keyboard.press("Enter")

    expect(desk.locator("#drawn :focus")).to_be_in_viewport()


def test_every_state_is_fit_for_screen_readers(desk: Page, tmp_path: Path) -> None:
    found = {"empty": serious(desk)}
    drag(desk, [FAULTY])
    found["dragging"] = serious(desk)
    let_go(desk)
    checked(desk)
    found["found"] = serious(desk)
    broken = tmp_path / "坏表.xlsx"
    broken.write_bytes(b"PK\x03\x04 broken")
    drop(desk, [SCORES, LATER, broken])
    checked(desk)
    desk.get_by_role("button", name=SCORES.name, exact=True).click()
    desk.locator("#drawn textarea").first.click()
    found["explaining"] = serious(desk)
    desk.get_by_role("button", name="Switch to English").click()
    checked(desk)
    expect(desk.locator("#list .chip").first).to_have_text(re.compile("error"))
    found["english"] = serious(desk)

    assert {state: faults for state, faults in found.items() if faults} == {}


def test_what_was_found_is_spoken(desk: Page) -> None:
    drop(desk, [FAULTY])

    expect(desk.locator("#told")).to_have_text("审核完毕：错误 2 处，警告 0 处，提示 3 处。")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_all_without_scrolling_sideways(
    browser: Browser, served: Served, scheme: str
) -> None:
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": 390, "height": 844},
        has_touch=True,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(served.address)
    picture(page, f"11-phone-empty-{scheme}")
    drop(page, [FAULTY])
    checked(page)
    expect(page.locator("#drawn [data-finding]").first).to_be_visible()

    wide = page.evaluate("() => document.documentElement.scrollWidth")

    picture(page, f"11-phone-{scheme}")
    picture(page, f"11-phone-{scheme}-whole", whole=True)
    assert wide <= 390
    assert serious(page) == []
    context.close()
