"""Running numbers before paragraphs and within them."""

from __future__ import annotations

import pytest

from statlint.prose import Prose, read_prose
from statlint.prose.outline import Mark, mark_of, runs, runs_within
from statlint.values.place import Place
from statlint.workbook import Document, Paragraph, ParagraphKind


def prose_of(*texts: str, numbering: str = "", kind: ParagraphKind = ParagraphKind.BODY) -> Prose:
    return read_prose(
        Document(
            tuple(
                Paragraph(Place.of("paragraph", number), text, kind=kind, numbering=numbering)
                for number, text in enumerate(texts, start=1)
            )
        )
    )


def told(found: tuple[Mark, ...]) -> str:
    return " ".join(one.written for one in found)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("第二章 机构", "第二部分", id="a chapter"),
        pytest.param("第三节 人员", "第三节", id="a section of a chapter"),
        pytest.param("十二、其他", "十二、", id="in words"),
        pytest.param("　　（四）平台", "（四）", id="in brackets, set in"),
        pytest.param("3．培训", "3.", id="in digits, with a full-width point"),
        pytest.param("(5)经费", "（5）", id="digits in brackets"),
        pytest.param("2.5万条", None, id="a figure"),
        pytest.param("一些单位", None, id="a word"),
    ],
)
def test_a_mark_is_read(text: str, written: str | None) -> None:
    mark = mark_of(prose_of(text).passages[0])

    assert (mark and mark.written) == written


def test_a_number_that_the_program_prints_is_read() -> None:
    mark = mark_of(prose_of("总体情况", numbering="三、").passages[0])

    assert mark is not None
    assert (mark.written, mark.rest, mark.start, mark.end) == ("三、", "总体情况", 0, 0)


def test_footnotes_have_no_marks() -> None:
    assert mark_of(prose_of("1.据年鉴", kind=ParagraphKind.FOOTNOTE).passages[0]) is None


def test_runs_begin_again_at_one_and_below_another_heading() -> None:
    prose = prose_of("一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "一、己", "正文")

    assert [told(one) for one in runs(prose)] == ["（一） （二）", "（一）", "一、 二、", "一、"]


def test_runs_within_go_on_over_paragraphs_up_to_a_heading() -> None:
    prose = prose_of("问题：一是甲；二是乙。", "三是丙。", "二、打算", "一是丁。一是戊；二是否己")

    assert [told(one) for one in runs_within(prose)] == ["一是 二是 三是", "一是", "一是"]


def test_a_text_without_points_has_no_runs_within() -> None:
    assert list(runs_within(prose_of("工作有序。"))) == []
