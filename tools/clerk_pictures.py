"""Take the pictures of the guides for clerks: the local page and a marked copy, as they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from browsing import ARGUMENTS, ROOT, Served, checked, chromium, drop, serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

PICTURES = ROOT / "docs/pictures"
SHOWN = {
    "zh": ("empty", "found", "explain", "many", "marked"),
    "en": ("found", "explain", "marked"),
}
"""What is kept of the steps, in each language."""
NAMES = tuple(f"desk-{name}.{language}.png" for language, names in SHOWN.items() for name in names)
FAULTY = ROOT / "fixtures/submissions/瑶海区2019年政府信息公开年报.xlsx"
CLEAN = ROOT / "fixtures/submissions/suqian-2024.xlsx"
COMPANIONS = ROOT / "fixtures/companions"
SCORES = COMPANIONS / "安平县2017年政务公开自查评分表（有误）.xlsx"
COLOURS = 96
REASONS = {"zh": ("机构改革、职能划转", "张三"), "en": ("Transfer of duties", "Zhang San")}
WIDTH, HEIGHT = 1200, 720


def main() -> int:
    """Write all pictures, in both languages."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        served = serve(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        for language, locale in (("zh", "zh-CN"), ("en", "en-GB")):
            for name, picture in taken(browser, served, language, locale):
                if name in SHOWN[language]:
                    keep(picture, f"desk-{name}.{language}.png")
            keep(marked(Path(folder), language), f"desk-marked.{language}.png")
        browser.close()
        served.end()
    return 0


def taken(
    browser: Browser, served: Served, language: str, locale: str
) -> Iterator[tuple[str, bytes]]:
    """Go through the page as a clerk does; give a picture of each step."""
    context = browser.new_context(
        locale=locale, viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light"
    )
    page = opened(context, served)
    yield "empty", page.screenshot()
    dropped(page, FAULTY)
    yield "found", page.screenshot()
    page = opened(context, served)
    dropped(page, SCORES)
    yield "explain", explained(page, *REASONS[language])
    page = opened(context, served)
    dropped(page, FAULTY, SCORES, CLEAN, COMPANIONS / "公开渠道统计2017.xlsx")
    yield "many", page.screenshot()
    context.close()


def opened(context: BrowserContext, served: Served) -> Page:
    """Open the page anew."""
    page = context.new_page()
    page.goto(served.address)
    return page


def dropped(page: Page, *paths: Path) -> None:
    """Drop files, and wait for what was found."""
    drop(page, paths)
    checked(page)
    page.locator("#drawn li[data-finding]").first.wait_for()
    page.wait_for_load_state("networkidle")


def explained(page: Page, reason: str, author: str) -> bytes:
    """Explain a finding; give a picture of its box and of its cell."""
    box = page.locator("#drawn .explain").first
    box.locator("textarea").fill(reason)
    box.locator(".by input").fill(author)
    box.locator("xpath=ancestor::li").locator(".sl-place").click()
    page.locator("#list .chip.explained").wait_for()
    box.locator("textarea").click()
    box.locator(".usual").scroll_into_view_if_needed()
    return page.screenshot()


def marked(folder: Path, language: str) -> bytes:
    """Mark a workbook, and give the first page of the copy as LibreOffice prints it."""
    copy = folder / f"marked-{language}.xlsx"
    command = [sys.executable, "-m", "statlint", "annotate", "--isolated", "--lang", language]
    subprocess.run([*command, "--output", copy, FAULTY], check=False, capture_output=True)  # noqa: S603
    office = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'office').as_uri()}"]
    subprocess.run(  # noqa: S603 - LibreOffice, on a file of ours
        [*office, "--convert-to", "pdf", "--outdir", folder, copy], check=True, capture_output=True
    )
    printed = ["pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-png", str(copy.with_suffix(".pdf"))]
    page = Image.open(BytesIO(subprocess.run(printed, check=True, capture_output=True).stdout))  # noqa: S603
    whole = BytesIO()
    page.crop((0, 0, page.width, page.height * 6 // 10)).save(whole, "PNG")
    return whole.getvalue()


def keep(picture: bytes, name: str) -> None:
    """Write a picture in few colours: a third of the size, and looks the same."""
    image = Image.open(BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(PICTURES / name, optimize=True)
    print(name, (PICTURES / name).stat().st_size)


if __name__ == "__main__":
    sys.exit(main())
