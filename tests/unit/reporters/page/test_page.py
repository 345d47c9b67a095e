"""The report as a page: all of it there, in both languages, and nothing that could run."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.config import Settings
from statlint.dataclass import replace
from statlint.finding import Report
from statlint.reporters import REPORTERS, Look
from statlint.reporters.page import fragment_of, page_css, page_js
from statlint.run import check_paths
from statlint.run.originals import with_originals
from statlint.values import Language
from unit.reporters.page.reading import Parts

SUBMISSIONS = Path(__file__).parents[4] / "fixtures/submissions"
DOCUMENT = SUBMISSIONS.parent / "documents/瑶海区2019年政府信息公开年报.docx"
CLEAN = (SUBMISSIONS / "suqian-2024-gbk.csv").read_bytes()
WRONG = CLEAN.replace(b",462,9,0,0,0,0,471,", b",462,9,0,0,0,0,472,")
page = REPORTERS["html"]


def run(*sources: str | tuple[str, bytes], language: Language = "zh", **settings: object) -> Report:
    """Check files; the report speaks both languages."""
    told = Settings(language=language, **settings)  # type: ignore[arg-type]
    other = replace(told, language="en" if language == "zh" else "zh", series=True)
    report = with_originals(check_paths(sources, told), sources)
    return replace(report, retold=lambda: check_paths(sources, other))


def test_a_finding_leads_to_its_cell_and_back() -> None:
    parts = Parts(page(run(("a.csv", WRONG)), Look()))
    found = [(one["data-at"], one["data-level"]) for one in parts.of("sl-finding")]
    cells = {one["id"]: one["data-f"] for one in parts.of("sl-hit")}

    assert found == [("file1-c0-J22", "error"), ("file1-c0-J42", "error")]
    assert cells == {"file1-c0-J22": "file1-f1 ", "file1-c0-J42": "file1-f2 "}


@pytest.mark.parametrize(
    "sources",
    [
        pytest.param([("a.csv", WRONG)], id="one file"),
        pytest.param([("a.csv", WRONG), ("b.csv", CLEAN), ("c.csv", b"")], id="several"),
        pytest.param([str(SUBMISSIONS)], id="workbooks"),
        pytest.param([str(DOCUMENT)], id="a document whose text speaks of its tables"),
        pytest.param([], id="none"),
    ],
)
def test_every_link_leads_somewhere_and_no_name_comes_twice(
    sources: list[str | tuple[str, bytes]],
) -> None:
    parts = Parts(page(run(*sources), Look()))
    ids = parts.ids()

    assert parts.targets() <= set(ids) | {"findings", "files"}
    assert len(ids) == len(set(ids))
    assert {one["data-at"] for one in parts.of("sl-finding") if "data-at" in one} <= set(ids)


@pytest.mark.parametrize(
    ("others", "verdict"),
    [
        pytest.param([], "这是 statlint 写出的，不用审核：请审核原来的文件", id="alone"),
        pytest.param([("b.csv", CLEAN)], "未发现错误和警告", id="beside what is right"),
        pytest.param([("b.csv", WRONG)], "2 处错误，须改正后再上报", id="beside what is wrong"),
        pytest.param([("b.xlsx", b"PK")], "1 个文件无法检查", id="beside what is broken"),
    ],
)
def test_what_statlint_wrote_is_no_file_that_could_not_be_checked(
    others: list[tuple[str, bytes]], verdict: str
) -> None:
    own = page(run(("a.csv", CLEAN)), Look()).encode()
    report = run(("a.html", own), *others)
    parts = Parts(page(replace(report, retold=None), Look()))

    assert parts.words("sl-verdict") == [verdict]
    said = [] if not others else ["statlint 写出的，不用审核"]
    assert [word for word in parts.words("sl-state") if "statlint" in word] == said
    assert not any("statlint" in word for word in parts.words("sl-bad"))


def test_both_languages_are_there_and_each_is_marked() -> None:
    text = page(run(("a.csv", WRONG), language="en"), Look())

    assert '<html lang="en">' in text
    assert '<span lang="en">error</span><span lang="zh-CN">错误</span>' in text
    assert "各项合计 471" in text
    assert "Parts add to 471" in text or "parts add to 471" in text


def test_one_language_comes_without_a_choice() -> None:
    text = page(replace(run(("a.csv", WRONG)), retold=None), Look())

    assert ('class="sl-tongues"' in text, "<span lang=" in text) == (False, False)


def test_a_fragment_has_no_style_and_no_script_of_its_own() -> None:
    text = fragment_of(run(("a.csv", WRONG)), prefix="x-")
    parts = Parts(text)

    assert {tag for tag, _ in parts.elements}.isdisjoint({"style", "script", "link", "html"})
    assert not [one for _, one in parts.elements if "style" in one]
    assert all(name.startswith("x-") for name in parts.ids())
    assert len(parts.of("sl-say")) == 2


def test_a_fragment_of_one_file_is_of_no_other() -> None:
    text = fragment_of(run(("a.csv", WRONG), ("b.csv", CLEAN)), "b.csv")

    assert ("b.csv" in text, "a.csv" in text) == (True, False)


def test_all_rules_of_the_style_are_below_the_report() -> None:
    rules = page_css().replace("@media", "}\n@media").split("}")
    heads = [one.rpartition("{")[0].rpartition("{")[2].strip() for one in rules if "{" in one]

    assert [
        one for one in heads if one and not one.startswith((".sl-report", "@media", "/*"))
    ] == []


def test_the_script_is_a_module_that_says_what_it_offers() -> None:
    assert "export function attach(root)" in page_js()
    assert "export function choose(root, finding)" in page_js()
