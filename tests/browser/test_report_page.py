"""The report page by itself, as a file in a browser: to read, to print, on a phone, in the dark."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browsing import PATIENCE, ROOT, picture, serious

SUBMISSIONS = ROOT / "fixtures/submissions"
FAULTY = SUBMISSIONS / "瑶海区2019年政府信息公开年报.xlsx"
SCORES = ROOT / "fixtures/companions/安平县2017年政务公开自查评分表（有误）.xlsx"


def written(folder: Path, *arguments: Path | str) -> str:
    """Write a report page with the command; give its address."""
    page = folder / "report.html"
    command = [sys.executable, "-m", "statlint", "check", "--isolated", "--no-cache", "--quiet"]
    subprocess.run(  # noqa: S603 - this Python, with arguments of ours
        [*command, "--lang", "zh", "--exit-zero", "--output", f"html={page}", *map(str, arguments)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return page.as_uri()


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the report of a faulty table."""
    return written(tmp_path_factory.mktemp("one"), FAULTY)


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the report of several files, one of them with the year before."""
    previous = ("--previous", SUBMISSIONS / "suqian-2023.xlsx")
    files = (FAULTY, SCORES, SUBMISSIONS / "suqian-2024.xlsx")
    return written(tmp_path_factory.mktemp("many"), *previous, *files)


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def test_nothing_is_fetched_and_nothing_goes_wrong(context: BrowserContext, many: str) -> None:
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(many)

    expect(page.locator("li[data-finding]").first).to_be_visible()
    assert asked == [many]


def test_a_click_leads_from_finding_to_cell_and_back(context: BrowserContext, one: str) -> None:
    page = opened(context, one)
    finding = page.locator("li[data-finding]").filter(has_text="采购总金额").first

    finding.locator(".sl-place").click()

    cell = page.locator("td.sl-hit", has_text="29628302.01")
    expect(cell).to_be_in_viewport()
    expect(cell).to_have_class(re.compile("sl-chosen"))
    page.locator("td.sl-hit", has_text="124").first.click()
    expect(page.locator("li.sl-chosen")).to_contain_text("B101")
    expect(page.locator("li.sl-chosen")).to_be_in_viewport()
    picture(page, "20-report")


def test_a_cell_tells_its_finding_under_the_mouse(context: BrowserContext, one: str) -> None:
    page = opened(context, one)

    page.locator("td.sl-hit", has_text="124").first.hover()

    expect(page.locator(".sl-tip")).to_contain_text("差额")
    page.keyboard.press("Escape")
    expect(page.locator(".sl-tip")).to_have_count(0)


def test_arrows_move_between_findings(context: BrowserContext, one: str) -> None:
    page = opened(context, one)
    findings = page.locator("li[data-finding]")
    findings.first.focus()

    page.keyboard.press("ArrowDown")

    expect(findings.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("td :focus, td:focus")).to_be_in_viewport()


def test_the_language_is_switched_in_the_page(context: BrowserContext, one: str) -> None:
    page = opened(context, one)

    page.get_by_role("button", name="English").click()

    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".sl-verdict:visible")).to_contain_text("error", ignore_case=True)
    page.get_by_role("button", name="中文").click()
    expect(page.locator(".sl-verdict:visible")).to_contain_text("错误")


def test_many_files_are_sorted_and_found(context: BrowserContext, many: str) -> None:
    page = opened(context, many)
    rows = page.locator(".sl-overview .sl-rows tbody tr:visible")
    expect(rows).to_have_count(3)

    page.locator(".sl-only:visible").check()
    expect(rows).to_have_count(2)
    page.locator(".sl-filter:visible").fill("瑶海")
    expect(rows).to_have_count(1)
    page.locator(".sl-filter:visible").fill("")
    page.locator(".sl-overview th button:visible").first.click()
    expect(page.locator(".sl-overview th[aria-sort]:visible")).to_have_count(1)
    picture(page, "21-report-many", whole=True)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
def test_it_is_fit_for_everybody(
    browser: Browser, one: str, many: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        locale="zh-CN",
        viewport={"width": width, "height": 800},
        has_touch=width < 1000,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    context.set_default_timeout(PATIENCE)
    found = {}
    for name, address in (("one", one), ("many", many)):
        page = opened(context, address)
        found[name] = serious(page)
        found[f"{name} wide"] = page.evaluate(
            "() => document.documentElement.scrollWidth > innerWidth ? ['scrolls sideways'] : []"
        )
        picture(page, f"22-report-{name}-{scheme}-{width}")
    context.close()

    assert {state: faults for state, faults in found.items() if faults} == {}


def test_a_tap_on_a_phone_shows_the_finding(browser: Browser, one: str) -> None:
    context = browser.new_context(
        locale="zh-CN", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = opened(context, one)

    page.locator("td.sl-hit", has_text="124").first.tap()

    expect(page.locator(".sl-tip")).to_contain_text("差额")
    picture(page, "23-report-tap")
    page.locator(".sl-tip button").last.tap()
    expect(page.locator(".sl-tip")).to_have_count(0)
    context.close()


def test_paper_has_all_findings(context: BrowserContext, one: str, tmp_path: Path) -> None:
    from pdfplumber import open as open_pdf

    page = opened(context, one)
    page.emulate_media(media="print")
    picture(page, "24-report-print", whole=True)

    page.pdf(path=tmp_path / "report.pdf", format="A4", print_background=True)

    with open_pdf(tmp_path / "report.pdf") as pdf:
        text = "".join(one.extract_text() for one in pdf.pages)
        widths = {round(float(one.width)) for one in pdf.pages}
    assert widths <= {595, 596, 842, 843}
    assert [
        word for word in ("B101", "U102", "D105", "124", "29628302.01") if word not in text
    ] == []
