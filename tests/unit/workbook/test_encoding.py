"""Encodings of text files."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.workbook.encoding import Decoded, decode

SIMPLIFIED = (
    "三、收到和处理政府信息公开申请情况\r\n申请人情况,自然人,商业企业,总计\r\n"
    "本年新收政府信息公开申请数量,91,12,103\r\n上年结转政府信息公开申请数量,4,0,4\r\n"
)
TRADITIONAL = (
    "三、收到和處理政府資訊公開申請情況\r\n申請人情況,自然人,商業企業,總計\r\n"
    "本年新收政府資訊公開申請數量,91,12,103\r\n上年結轉政府資訊公開申請數量,4,0,4\r\n"
)
PLACES = "地区,件数\r\n亳州,1\r\n濮阳,2\r\n蚌埠,3\r\n歙县,4\r\n黟县,5\r\n睢宁,6\r\n鄄城,7\r\n"


@pytest.mark.parametrize(
    "text", [SIMPLIFIED, TRADITIONAL, PLACES], ids=["zh-cn", "zh-tw", "places"]
)
@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", codecs.BOM_UTF8, "utf-8-sig"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "utf-16-le"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_reads_each_encoding(text: str, codec: str, mark: bytes, name: str) -> None:
    assert decode(mark + text.encode(codec)) == Decoded(text, name)


@pytest.mark.parametrize("text", [SIMPLIFIED, PLACES], ids=["zh-cn", "places"])
def test_reads_gbk(text: str) -> None:
    assert decode(text.encode("gbk")) == Decoded(text, "gb18030")


@pytest.mark.parametrize("codec", ["big5", "cp950", "big5hkscs"])
def test_reads_big5(codec: str) -> None:
    assert decode(TRADITIONAL.encode(codec)) == Decoded(TRADITIONAL, "big5")


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        pytest.param("合计,5\n", "gbk", "gb18030", id="two characters in GBK"),
        pytest.param("總計,5\n", "big5", "big5", id="two characters in Big5"),
        pytest.param("a,b\n1,2\n", "ascii", "utf-8", id="no character beyond ASCII"),
    ],
)
def test_reads_a_text_of_a_few_characters(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == Decoded(text, name)


def test_doubts_a_western_text() -> None:
    text = "Région,Année\nÎle-de-France,2024\n"

    assert decode(text.encode("cp1252")) == Decoded(text, "cp1252", doubtful=True)


def test_takes_the_configured_encoding_where_none_can_be_told() -> None:
    text = "Région,Année\nÎle-de-France,2024\n"

    assert decode(text.encode("cp1252"), "latin-1") == Decoded(text, "latin-1")


@pytest.mark.parametrize("configured", ["ascii", "no-such-encoding"])
def test_doubts_where_the_configured_encoding_does_not_fit(configured: str) -> None:
    assert decode("é,1\n".encode("cp1252"), configured) == Decoded("é,1\n", "cp1252", doubtful=True)


def test_the_configured_encoding_does_not_overrule_what_is_clear() -> None:
    assert decode(SIMPLIFIED.encode("gbk"), "cp1252") == Decoded(SIMPLIFIED, "gb18030")


def test_keeps_utf_8_with_a_broken_place_and_doubts_it() -> None:
    content = (SIMPLIFIED * 9).encode() + b"\xe5\xb9\n"

    found = decode(content)

    assert (found.encoding, found.doubtful) == ("utf-8", True)
    assert found.text.startswith(SIMPLIFIED)


def test_doubts_utf_16_that_ends_inside_a_character() -> None:
    found = decode(codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le") + b"\x00")

    assert (found.encoding, found.doubtful) == ("utf-16-le", True)


labels = {
    "gb18030": "规章 行政规范性文件 行政处罚 亳州市谯城区 睢宁县 自然人 小计 危及“三安全一稳定”",
    "big5": "規章 行政規範性檔案 裁罰 臺東縣卑南鄉 嘉義市 自然人 其他 小計 男性 女性 戶籍人口",
}


@pytest.mark.parametrize("encoding", labels)
@given(st.data())
def test_reads_any_mixture_of_labels(encoding: str, data: st.DataObject) -> None:
    drawn = data.draw(st.lists(st.sampled_from(labels[encoding].split()), min_size=1))
    text = "".join(f"{label},{row}\n" for row, label in enumerate(drawn))

    assert decode(text.encode(encoding)) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("lines", "read", "first"),
    [
        pytest.param(
            ["性别,数".encode(), "男,1".encode(), "女生,2".encode("gb18030")],
            "性别,数\n男,1\n女生,2",
            3,
            id="Chinese of two encodings",
        ),
        pytest.param(
            [b"sexe,n", "été,1".encode(), "été,2".encode("cp1252")],
            "sexe,n\nété,1\nété,2",
            3,
            id="French of two encodings",
        ),
        pytest.param(
            ["性别,数".encode(), "男子,".encode() + b"\xe5\xa5"],
            "性别,数\n男子,\ufffd",
            2,
            id="half of a character",
        ),
    ],
)
def test_reads_each_line_of_a_mixed_text_in_its_own_encoding(
    lines: list[bytes], read: str, first: int
) -> None:
    assert decode(b"\n".join(lines)) == Decoded(read, "utf-8", doubtful=True, other=first)
