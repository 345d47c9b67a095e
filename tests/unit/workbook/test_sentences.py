"""Whether a text holds sentences or the rows of a table."""

from __future__ import annotations

import pytest

from statlint.workbook import Container, Fault, open_workbook
from statlint.workbook.limits import USUAL
from statlint.workbook.sentences import holds_sentences

SENTENCE = "2019年，全区共收到政府信息公开申请124件，其中区本级受理并办结41件。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"一、总体情况\n{SENTENCE}\n{SENTENCE}\n{SENTENCE}", True, id="a report"),
        pytest.param(SENTENCE * 3, True, id="a report in one line"),
        pytest.param(SENTENCE.replace("，", ",") * 4, True, id="commas within one line"),
        pytest.param(
            "\n".join(part for one in [SENTENCE] * 4 for part in (one[:19], one[19:])),
            True,
            id="wrapped lines",
        ),
        pytest.param(f"{SENTENCE * 3}\n\n指标\t件数\n甲\t1\n乙\t2", True, id="a table in a report"),
        pytest.param(
            "The office received 12 requests in 2019. It answered all of them. None is left.",
            True,
            id="English",
        ),
        pytest.param(f"{SENTENCE}\n{SENTENCE}", False, id="two sentences"),
        pytest.param(
            "指标,件数\n甲,1\n乙,2\n注：本表由各单位填报。", False, id="a note under a table"
        ),
        pytest.param(
            "序号,内容,得分\n" + "".join(f'{n},"{SENTENCE}",5\n' for n in range(9)),
            False,
            id="sentences in the cells of a table",
        ),
        pytest.param(
            "内容\t得分\n" + "".join(f"{SENTENCE}\t{n}\n" for n in range(9)),
            False,
            id="the same with tabs",
        ),
        pytest.param("甲。\n乙。\n丙。\n丁。", False, id="labels with full stops"),
        pytest.param("甲\n1\n乙\n2", False, id="one column"),
        pytest.param("Name,v1.2.\nabc,1.5.\n", False, id="full stops in cells"),
        pytest.param(" \n", False, id="nothing"),
    ],
)
def test_tells_sentences_from_rows(text: str, *, expected: bool) -> None:
    assert holds_sentences(text) is expected


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.txt", SENTENCE * 3, Container.PLAIN_TEXT, id="sentences"),
        pytest.param("a", SENTENCE * 3, Container.PLAIN_TEXT, id="sentences without an ending"),
        pytest.param("a.csv", SENTENCE * 3, Container.DELIMITED, id="sentences named csv"),
        pytest.param("a.txt", "甲,1\n乙,2", Container.DELIMITED, id="rows"),
        pytest.param("a.md", "甲,1\n乙,2", Container.MARKDOWN, id="Markdown"),
        pytest.param("a.MD", "<p>甲</p>", Container.MARKDOWN, id="Markdown that begins with a tag"),
        pytest.param("a.html", "<p>甲</p>", Container.HTML, id="a page"),
        pytest.param("a.htm", "甲<br>乙", Container.HTML, id="a page that begins with a text"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_reads_a_text_as_what_it_is(
    name: str, content: str, expected: Container, encoding: str
) -> None:
    opening = open_workbook(name, content.encode(encoding))

    assert opening.workbook is not None
    assert (opening.container, opening.workbook.container) == (expected, expected)
    document = expected is not Container.DELIMITED
    assert (opening.workbook.document is not None) is document


def test_says_how_a_text_was_decoded() -> None:
    opening = open_workbook("a.txt", (SENTENCE * 3).encode("gb18030"))

    assert opening.workbook is not None
    assert opening.workbook.dialect is not None
    assert (opening.workbook.dialect.encoding, opening.workbook.dialect.separator) == (
        "gb18030",
        "",
    )


def test_only_looks_at_the_beginning_of_a_long_text() -> None:
    rows = "\n".join(f"{SENTENCE}" for _ in range(9000)) + "\n甲,1" * 9

    opening = open_workbook("a.txt", rows.encode())

    assert opening.container is Container.PLAIN_TEXT


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        pytest.param("a.md", b"# \n---\n", Fault.EMPTY, id="nothing in Markdown"),
        pytest.param("a.html", b"<html><script>1</script>", Fault.EMPTY, id="nothing on a page"),
        pytest.param(
            "a.md",
            (SENTENCE * 9 + "\0" + SENTENCE).encode(),
            Fault.TEXT_DAMAGED,
            id="a sign that stands in no text",
        ),
        pytest.param(
            "a.txt",
            (SENTENCE * 3).encode() + b"\n" * USUAL.document_size,
            Fault.TOO_LARGE,
            id="a text beyond all measure",
        ),
    ],
)
def test_refuses_a_text(name: str, content: bytes, fault: Fault) -> None:
    assert open_workbook(name, content).fault is fault
