"""Notes and their boxes beside those that are there, however these are written."""

from __future__ import annotations

import re
from itertools import islice

import pytest

from statlint.marking.around import Columns
from statlint.marking.boxes import blocks_in, free_blocks, with_boxes, with_room
from statlint.marking.encoded import Encoding, encoding_of
from statlint.marking.notes import Notes
from statlint.values import CellRef
from statlint.workbook.engines.stored import Refusal

CELL = CellRef(3, 2)
SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def comments(inner: str) -> bytes:
    """Write a part with notes of one author."""
    return f"<comments><authors><author>王五</author></authors>{inner}</comments>".encode()


def one_note(inner: str) -> bytes:
    """Write a part with a note at the cell."""
    return comments(f'<commentList><comment ref="B3" authorId="0">{inner}</comment></commentList>')


@pytest.mark.parametrize(
    ("there", "texts"),
    [
        ("<text><t>甲</t></text>", ["甲", "――――――――\n乙"]),
        ("<text><r><t>甲</t></r><rPh><t>jia</t></rPh></text>", ["甲", "――――――――\n乙", "jia"]),
        ("<text/>", ["――――――――\n乙"]),
        ("", ["――――――――\n乙"]),
    ],
    ids=["plain", "spoken", "empty", "without a text"],
)
def test_ours_stand_below_theirs(there: str, texts: list[str]) -> None:
    notes = Notes(one_note(there), "urn:x")

    boxed = notes.put({CELL: "乙"})

    written = notes.written().decode()
    assert [one.strip() for one in re.findall("<t(?: [^>]*)?>([^<]*)</t>", written)] == texts
    assert (boxed, notes.threads) == ((), 0)


def test_an_author_that_is_not_there_is_nobody() -> None:
    part = one_note("<text/>").replace(b'authorId="0"', b'authorId="7"')

    notes = Notes(part, "urn:x")
    notes.put({CELL: "乙"})

    assert notes.threads == 0


def test_an_author_of_our_name_is_us() -> None:
    part = comments("<commentList/>").replace("王五".encode(), b"statlint")

    notes = Notes(part, "urn:x")

    assert notes.put({CELL: "乙"}) == (CELL,)
    assert notes.written().count(b"<author>") == 1


def test_notes_without_a_list_are_refused() -> None:
    with pytest.raises(Refusal):
        Notes(comments(""), "urn:x")


def boxes(raw: bytes | None, note: str = "乙", cell: CellRef = CELL) -> str:
    """Put a box into a drawing."""
    return with_boxes(raw, {cell: note}, 7, (), None).decode()


@pytest.mark.parametrize(
    "listed",
    [
        '<o:shapelayout><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
        '<o:shapelayout><o:idmap v:ext="edit" data=""/></o:shapelayout>',
        "",
    ],
    ids=["listed", "nothing listed", "no list"],
)
def test_a_drawing_keeps_what_is_in_it(listed: str) -> None:
    raw = f'<xml {SPACES}>{listed}<v:shape id="_x0000_s1025"><br>not whole</v:shape></xml>\n'

    made = boxes(raw.encode())

    numbers = re.findall('data="([^"]*)"', made)
    assert numbers == [{"1": "1,7", "": "7"}[one] for one in re.findall('data="([^"]*)"', raw)]
    assert re.sub(' data="[^"]*"', "", raw)[:-7] in re.sub(' data="[^"]*"', "", made)
    assert re.findall(r'"_x0000_s(\d+)"', made) == ["1025", "7169"]
    assert made.endswith("</v:shape></xml>\n")


def test_a_kind_of_shape_is_declared_once() -> None:
    first = boxes(None)

    assert first.count("<v:shapetype") == 1
    assert boxes(first.encode()).count("<v:shapetype") == 1


def test_where_a_drawing_names_things_otherwise_ours_say_what_they_mean() -> None:
    made = boxes(b'<a:xml xmlns:a="urn:x"></a:xml>')

    assert len(re.findall(f"<v:shape(?:type)? {SPACES} ", made)) == 2


def test_a_drawing_without_an_end_is_refused() -> None:
    with pytest.raises(Refusal):
        boxes(b"<xml>")


def anchor(columns: tuple[Columns, ...], cell: CellRef, note: str = "x") -> list[int]:
    """Give from where to where a box reaches: columns, rows, and how far into each."""
    made = with_boxes(None, {cell: note}, 1, columns, 8.0).decode()
    found = re.search("<x:Anchor>([^<]*)<", made)
    assert found is not None
    return [int(one) for one in found[1].split(",")]


def test_boxes_are_as_wide_over_narrow_columns_as_over_wide_ones() -> None:
    narrow = (Columns(1, 40, 0, 2.0),)
    wide = (Columns(1, 40, 0, 100.0),)
    hidden = (Columns(3, 3, 0, 0.0),)

    # Columns of 61 pixels without a word, of 19 and of 705: 345 pixels in each case.
    assert anchor((), CELL)[4:6] == [7, 40]
    assert anchor(narrow, CELL)[4:6] == [20, 3]
    assert anchor(wide, CELL)[4:6] == [2, 345]
    assert anchor(hidden, CELL)[4:6] == [8, 35]


def test_boxes_are_as_high_as_their_text_and_stay_on_the_sheet() -> None:
    assert anchor((), CELL, "x")[6:] == [2, 9]
    assert anchor((), CELL, "一" * 60)[6:] == [4, 3]
    assert anchor((), CellRef(1, 1), "\n" * 100)[6:] == [24, 0]
    last = anchor((), CellRef(1_048_576, 16_384))
    assert last == [16_383, 5, 1_048_574, 2, 16_383, 0, 1_048_575, 9]


@pytest.mark.parametrize(
    ("anchor_there", "expected"),
    [
        ("2, 15, 0, 2, 3, 20, 2, 1", "2, 15, 0, 2, 7, 50, 4, 1"),
        ("2,15,0,2,30,20,2,1", "2, 15, 0, 2, 30, 20, 4, 1"),
        ("2, 15, 0", "2, 15, 0"),
    ],
    ids=["small", "wide already", "odd"],
)
def test_boxes_that_have_more_to_say_become_larger(anchor_there: str, expected: str) -> None:
    box = (
        '<x:ClientData ObjectType="Note"><x:Anchor>\n {}</x:Anchor><x:Row>{}</x:Row>'
        "<x:Column>1</x:Column></x:ClientData>"
    )
    button = '<x:ClientData ObjectType="Button"><x:Anchor>1</x:Anchor></x:ClientData>'
    raw = button + box.format(anchor_there, 2) + box.format(anchor_there, 7)

    made = with_room(raw.encode(), {CELL: "x"}, (), 8.0).decode()

    assert made == button + box.format(expected, 2) + box.format(anchor_there, 7)


def test_blocks_of_numbers_that_nobody_has_are_taken() -> None:
    taken = blocks_in(b'<o:idmap v:ext="edit" data="1, 3"/><v:shape id="_x0000_s5130"/>')

    assert taken == {1, 3, 5}
    assert list(islice(free_blocks(taken), 3)) == [2, 4, 6]


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (b"<a/>", Encoding("utf-8")),
        (b"\xef\xbb\xbf<?xml version='1.0' encoding='UTF-8'?><a/>", Encoding("utf-8")),
        (b"<?xml version='1.0' encoding='utf8'?><a/>", Encoding("utf-8")),
        (b"<?xml version='1.0' encoding='GBK'?><a/>", Encoding("gbk")),
        ("\ufeff<a/>".encode("utf-16-le"), Encoding("utf-16-le", b"\xff\xfe")),
        ("\ufeff<a/>".encode("utf-16-be"), Encoding("utf-16-be", b"\xfe\xff")),
        ("<a/>".encode("utf-16-le"), Encoding("utf-16-le")),
        ("<a/>".encode("utf-16-be"), Encoding("utf-16-be")),
    ],
)
def test_encodings_are_told_by_how_a_part_begins(raw: bytes, encoding: Encoding) -> None:
    assert encoding_of(raw) == encoding
    assert encoding.written(encoding.read(raw)) == raw


@pytest.mark.parametrize("name", ["ascii", "no-such-encoding"])
def test_a_part_that_is_not_in_its_encoding_is_refused(name: str) -> None:
    with pytest.raises(Refusal):
        Encoding(name).read("甲".encode())
