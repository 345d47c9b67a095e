"""Tables that were torn in a text: put back where the count of figures proves the alignment."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.form import Form
from statlint.table import FormPlan
from statlint.table.torn import put_back
from statlint.table.torn_sheet import Mended
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph
from tables import form_of, table_of

LINES = ("new 本期新收", "carry 上期结转", "full 予以公开", "none 不予公开", "next 结转下期")
HEADS = ("nat 自然人", "biz 企业", "tot 合计")
FORM = form_of(table_of(LINES, HEADS))
FIGURES = ["12 3 15", "0 0 0", "10 3 13", "1 0 1", "1 0 1"]


def document_of(*texts: str) -> Document:
    """Make a document of paragraphs."""
    return Document(
        tuple(Paragraph(Place.of("paragraph", n), text) for n, text in enumerate(texts, 1))
    )


def mended(*texts: str, form: Form = FORM, known: tuple[str, ...] = ()) -> Mended:
    """Put back what is torn in some paragraphs."""
    return put_back(document_of(*texts), (), [FormPlan(form)], known)


def rows(found: Mended) -> list[list[str]]:
    """Give the rows of the one table that was put back."""
    (sheet,) = found.sheets
    made: dict[int, list[str]] = {}
    for cell in sheet.cells:
        made.setdefault(cell.ref.row, []).append(cell.text)
    return list(made.values())


def left(found: Mended) -> list[str]:
    """Give the texts and tables of the document that is left."""
    return [block if isinstance(block, Place) else block.text for block in found.document.blocks]


WHOLE = [
    ["自然人", "企业", "合计"],
    ["本期新收", "12", "3", "15"],
    ["上期结转", "0", "0", "0"],
    ["予以公开", "10", "3", "13"],
    ["不予公开", "1", "0", "1"],
    ["结转下期", "1", "0", "1"],
]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        pytest.param(
            ["本期新收 12 3 15 上期结转 0 0 0 予以公开 10 3 13 不予公开 1 0 1 结转下期 1 0 1"],
            ["table 1"],
            id="each line at its label",
        ),
        pytest.param(
            [f"前文 本期新收 上期结转 予以公开 不予公开 结转下期 {' '.join(FIGURES)} 后文"],
            ["前文 后文", "table 1"],
            id="labels first, then all figures",
        ),
        pytest.param(
            [
                "本期新收 12 3 15",
                "上期结转 0 0 0 10 3 13 1 0 1",
                "予以公开 不予",
                "公开 结转下期 1 0 1 完",
            ],
            ["table 1", "完"],
            id="over several paragraphs, a label in two pieces",
        ),
        pytest.param(
            [
                "本期新收 12 件。",
                "本期新收 12 3 15 上期结转 0 0 0 10 3 13 1 0 1 予以公开 结转下期 1 0 1",
            ],
            ["本期新收 12 件。", "table 1"],
            id="a label in a sentence before, another lost",
        ),
        pytest.param(
            ["本期新收１２ １２ ３ １５ 上期结转 ０ ０ ０ 予以公开 不予公开"],
            None,
            id="too few",
        ),
    ],
)
def test_puts_a_table_back(texts: list[str], expected: list[str] | None) -> None:
    found = mended(*texts)

    if expected is None:
        assert found.sheets == ()
    else:
        assert (rows(found), left(found), found.torn) == (WHOLE, expected, ())


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        pytest.param(
            "本期新收 12 3 15 上期结转 0 0 0 予以公开 10 3 13 不予公开 1 0 结转下期 1 0 1",
            14,
            id="14",
        ),
        pytest.param(
            "本期新收 12 3 上期结转 15 0 0 0 予以公开 10 3 13 不予公开 1 0 1 结转下期 1 0 1",
            15,
            id="15",
        ),
        pytest.param(
            "本期新收 12 3 15 不予公开 0 0 0 予以公开 10 3 13 上期结转 1 0 1 结转下期 1 0 1",
            15,
            id="another order",
        ),
    ],
)
def test_tells_of_a_table_that_cannot_be_put_back(text: str, figures: int) -> None:
    found = mended("前文", text)

    assert found.sheets == ()
    assert left(found) == ["前文", text]
    (torn,) = found.torn
    assert (torn.table.key, torn.figures, torn.due) == ("table", figures, 15)
    assert (torn.said.place, torn.said.start, torn.said.text[:4]) == ("paragraph 2", 0, "本期新收")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "本期新收 12 件，上期结转 0 件，予以公开 10 件，不予公开 1 件，结转下期 1 件。",
            id="a sentence",
        ),
        pytest.param(
            "本期新收、上期结转、予以公开、不予公开、结转下期的情况见下表。", id="labels alone"
        ),
        pytest.param(f"本期新收 {' '.join(FIGURES)}", id="one label"),
        pytest.param("", id="nothing"),
    ],
)
def test_leaves_other_texts_alone(text: str) -> None:
    found = mended(text)

    assert (found.sheets, found.torn, found.document) == ((), (), document_of(text))


def test_puts_a_table_of_several_blocks_back_where_each_line_has_its_label() -> None:
    blocks = [
        {
            "key": "one",
            "caption": "第一项",
            "line": [{"key": "a", "label": "规章制定"}, {"key": "b", "label": "规范性文件"}],
            "head": [{"key": "new", "label": "本年制发"}, {"key": "all", "label": "现行有效"}],
        },
        {
            "key": "two",
            "caption": "第二项",
            "line": [
                {"key": "c", "label": "行政许可"},
                {"key": "d", "label": "行政处罚"},
                {"key": "e", "label": "行政强制"},
            ],
            "head": [{"key": "n", "label": "处理决定"}],
        },
        {
            "key": "three",
            "line": [{"key": "f", "label": "集中采购"}],
            "head": [{"key": f"h{n}", "label": f"第{n}季"} for n in "一二三四五六七八"],
        },
    ]
    form = form_of({"key": "table", "title": "Table", "block": blocks})
    text = (
        "规章制定 1 2 规范性文件 3 4 第二项 处理决定 行政许可 5 行政处罚 6 行政强制 7 "
        "集中采购 1 2 3 4 5 6 7 8"
    )

    found = mended(text, form=form)

    assert rows(found) == [
        ["第一项"],
        ["本年制发", "现行有效"],
        ["规章制定", "1", "2"],
        ["规范性文件", "3", "4"],
        ["第二项"],
        ["处理决定"],
        ["行政许可", "5"],
        ["行政处罚", "6"],
        ["行政强制", "7"],
        ["第一季", "第二季", "第三季", "第四季", "第五季", "第六季", "第七季", "第八季"],
        ["集中采购", "1", "2", "3", "4", "5", "6", "7", "8"],
    ]
    assert (
        mended(text.replace("行政许可 5 行政处罚 6", "行政许可 行政处罚 5 6"), form=form).sheets
        == ()
    )


def test_leaves_a_table_alone_that_was_found_otherwise() -> None:
    found = mended(
        f"本期新收 上期结转 予以公开 不予公开 结转下期 {' '.join(FIGURES)}", known=("table",)
    )

    assert found.sheets == ()


def test_the_count_of_figures_tells_one_form_from_another() -> None:
    longer = form_of(table_of([*LINES[:4], "more 其他处理", LINES[4]], HEADS), id="longer")
    text = f"本期新收 上期结转 予以公开 不予公开 结转下期 {' '.join(FIGURES)}"
    document = document_of(text)

    found = put_back(document, (), [FormPlan(longer), FormPlan(FORM)], ())

    assert rows(found) == WHOLE


def test_a_text_of_any_length_is_looked_at_in_time() -> None:
    found = mended(*(["本期新收 1 结转下期 2 "] * 20_000))

    assert found.sheets == ()


def test_the_report_of_yaohai_is_put_together(pytestconfig: pytest.Config) -> None:
    from statlint.run.pack import shipped_plans
    from statlint.workbook import open_workbook

    path = Path(pytestconfig.rootpath, "fixtures", "documents", "瑶海区2019年年报（文字）.txt")
    book = open_workbook(str(path)).workbook
    assert book is not None
    assert book.document is not None

    found = put_back(book.document, book.sheets, shipped_plans(), ())

    assert [(one.table.key, one.figures) for one in found.torn] == [
        ("disclosure", 22),
        ("reviews", 15),
    ]
    printed = {row[-8]: row[-7:] for row in rows(found) if len(row) > 7}
    assert len(printed) == 23
    assert printed["5.属于三类内部事务信息"] == ["1", "0", "00", "0", "0", "0", "1"]
    assert printed["（七）总计"] == ["124", "0", "0", "0", "0", "0", "124"]
