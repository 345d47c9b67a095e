"""Pages that stand elsewhere find their place on the documentation site."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from site_pages import FENCE, FOLDERS, catalogue, generated, relinked, shown, write
from statlint.rule.registry import load_rules


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        pytest.param("[a](docs/claims.md#figures)", "[a](claims.md#figures)", id="into docs"),
        pytest.param("![p](docs/report.svg)", "![p](report.svg)", id="a picture"),
        pytest.param("[c](CONTRIBUTING.md)", "[c](contributing.md)", id="renamed on the site"),
        pytest.param("[r](rules/README.md)", "[r](rules/index.md)", id="the catalogue"),
        pytest.param("[a\nb](docs/claims.md)", "[a\nb](claims.md)", id="over two lines"),
        pytest.param("[k](tests/arch)", "k", id="not on the site"),
        pytest.param("[g](docs/gone.md)", "[g](docs/gone.md)", id="broken: left for the builder"),
        pytest.param("[h](#here)", "[h](#here)", id="on the same page"),
        pytest.param("[w](https://pre-commit.com)", "[w](https://pre-commit.com)", id="elsewhere"),
    ],
)
def test_links_of_the_readme_lead_to_the_site(text: str, mended: str) -> None:
    assert relinked(text, PurePosixPath("README.md"), PurePosixPath("index.md")) == mended


def test_links_are_seen_from_the_page() -> None:
    text = "[en](README.md) ![p](docs/report.zh.svg)"

    mended = relinked(text, PurePosixPath("README.zh.md"), PurePosixPath("zh/index.md"))

    assert mended == "[en](../index.md) ![p](../report.zh.svg)"


def test_what_an_example_is_of_stands_above_it() -> None:
    page = "```csv fail\na,1\n```\n"

    assert shown(page, "zh") == "\n*查出问题*\n\n```csv\na,1\n```\n"
    assert shown(page, "en") == "\n*Found*\n\n```csv\na,1\n```\n"


def test_every_rule_has_a_page_in_both_languages() -> None:
    places = [place for place, _ in generated()]
    due = [f"{folder}/{rule.code}.md" for folder in FOLDERS.values() for rule in load_rules()]

    assert [place for place in due if place not in places] == []


def test_no_example_is_left_without_words() -> None:
    assert [place for place, text in generated() if FENCE.search(text)] == []


def test_the_catalogue_links_every_rule() -> None:
    text = catalogue("zh")

    assert [rule.code for rule in load_rules() if f"]({rule.code}.md)" not in text] == []


def test_all_pages_are_gathered_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "pages")

    made = {path.relative_to(tmp_path / "pages").as_posix() for path in tmp_path.rglob("*.md")}
    assert {"index.md", "zh/index.md", "claims.md", "zh/rules/B101.md", "changelog.md"} <= made
