"""Long texts as rows that come in blocks."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from statlint.workbook.stream import Stream, open_long, stream_of


def stream(text: str, encoding: str = "utf-8") -> Stream:
    """Take a text for a file."""
    return Stream("a.csv", encoding, ",", text.encode(encoding))


def told(source: Stream) -> list[tuple[int, list[str]]]:
    """Give the rows with the lines that they begin on."""
    return [pair for block in source.blocks() for pair in zip(block.lines, block.rows, strict=True)]


def test_rows_come_with_their_lines() -> None:
    assert told(stream("a,b\n1,2\n\n3,4\n")) == [
        (1, ["a", "b"]),
        (2, ["1", "2"]),
        (3, []),
        (4, ["3", "4"]),
    ]


def test_a_cell_may_go_over_several_lines() -> None:
    assert [line for line, _ in told(stream('a,b\n"1\n1",2\n3,4\n'))] == [1, 2, 4]


def test_a_file_is_read_anew_each_time(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,2\n" * 40_000, encoding="utf-8")
    source = Stream(str(path), "utf-8", ",")

    counts = [sum(len(block.rows) for block in source.blocks()) for _ in range(2)]

    assert counts == [40_001, 40_001]


def test_some_lines_are_read_again() -> None:
    found = stream('a,b\n1,2\n"3,3",4\n5,6\n').lines(frozenset({1, 3, 9}))

    assert found == {1: ["a", "b"], 3: ["3,3", "4"]}


def test_a_quote_that_does_not_close_is_an_error() -> None:
    with pytest.raises(csv.Error):
        list(stream('a,b\n"1,2\n').blocks())


def test_a_sample_has_whole_rows_of_several_places() -> None:
    text = "a,b\n" + "".join(f"{at},x\n" for at in range(100_000))

    sample = stream(text).sample()

    assert sample[0] == ["a", "b"]
    assert {len(row) for row in sample} == {2}
    assert int(sample[-1][0]) > 75_000


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param("地区,年份\n甲,2020\n".encode(), "utf-8", id="utf-8"),
        pytest.param("\ufeff地区,年份\n甲,2020\n".encode(), "utf-8-sig", id="with a mark"),
        pytest.param(
            ("地区,年份,指标,数据\n的一是不了,2020,在人有我他,1\n" * 20).encode("gb18030"),
            "gb18030",
            id="gbk",
        ),
        pytest.param("地区,年份\n甲,2020\n".encode("utf-16"), None, id="utf-16"),
        pytest.param("一列\n二列\n".encode(), None, id="one column"),
        pytest.param(b"sep=;\na;b\n1;2\n", None, id="a separator that is declared"),
        pytest.param(b"PK\x03\x04aaaa\n", None, id="no text"),
    ],
)
def test_plain_texts_are_streams(content: bytes, encoding: str | None) -> None:
    found = stream_of("a.csv", content, None)

    assert (found.encoding if found else None) == encoding


@pytest.mark.parametrize(("is_list", "opened"), [(True, True), (False, False)])
def test_only_lists_are_opened(is_list: bool, opened: bool) -> None:  # noqa: FBT001
    found = open_long("b.CSV", b"a,b\n1,2\n", None, lambda _: is_list)

    assert (found is not None) is opened
    if found is not None and found.workbook is not None:
        assert (found.announced, found.workbook.stream is not None) == ("csv", True)
        assert [sheet.cells for sheet in found.workbook.sheets] == [()]


@pytest.mark.parametrize(
    ("path", "content"),
    [("missing.csv", None), ("a.csv", b"a,b\n1,2\n" + b"\xff\xfe,\n" * 40_000)],
    ids=["not there", "an encoding that fails further on"],
)
def test_what_cannot_be_read_is_left_to_others(path: str, content: bytes | None) -> None:
    assert open_long(path, content, None, lambda _: True) is None
