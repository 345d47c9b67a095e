"""A zip file of submissions, read as a folder."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.values.limits import Limits
from statlint.workbook import Fault, Opening, Packed, names_inside, open_workbook
from statlint.workbook.archive_names import names_of
from unit.workbook.packages import excel_parts, make_zip, sheet_part

TABLE = "单位,件数\n甲,1\n".encode()
ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'


def zipped(name: bytes, content: bytes = TABLE, *, flags: int = 0, method: int = 0) -> bytes:
    """Write a zip file of one entry by hand, under a name of any bytes."""
    packed = zlib.compress(content)[2:-4] if method else content
    shared = struct.pack(
        "<HHHHHIIIHH",
        *(20, flags, method, 0, 0x21, zlib.crc32(content), len(packed), len(content)),
        *(len(name), 0),
    )
    local = b"PK\x03\x04" + shared + name + packed
    central = b"PK\x01\x02\x14\x00" + shared + bytes(14) + name
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def opened(content: bytes, name: str) -> Opening:
    packed = Packed("county.zip", name, content)
    return open_workbook(packed.path, packed)


def texts(opening: Opening) -> list[str]:
    assert opening.workbook is not None
    return [cell.text for cell in opening.workbook.sheets[0].cells]


def told(opening: Opening) -> tuple[Fault | None, str | None]:
    return opening.fault, opening.detail.zh if opening.detail else None


def test_files_in_an_archive_are_listed_in_order_without_what_is_not_for_checking() -> None:
    archive = make_zip(
        {
            "b/2.xlsx": "",
            "b/1.csv": "",
            "a.et": "",
            "说明.pdf": "",
            "__MACOSX/._a.csv": "",
            "~$b.xlsx": "",
            ".git/c.csv": "",
            "inner.zip": "",
        }
    )

    assert names_inside(archive) == ("a.et", "b/1.csv", "b/2.xlsx", "inner.zip")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(make_zip(excel_parts(sheet_part(ROWS))), id="a workbook"),
        pytest.param(make_zip({"a.xml": "", "[Content_Types].xml": ""}), id="parts in any order"),
        pytest.param(make_zip({"mimetype": "", "content.xml": ""}), id="an OpenDocument file"),
        pytest.param(make_zip({"Index/Document.iwa": "", "a.csv": ""}), id="an iWork document"),
        pytest.param(make_zip({"a.csv": "1"})[:-8], id="an archive that is cut off"),
        pytest.param(TABLE, id="a table"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_what_is_no_archive_has_no_files(content: bytes) -> None:
    assert names_inside(content) is None


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        pytest.param("瑶海区.csv".encode("gbk"), "瑶海区.csv", id="GBK"),
        pytest.param("瑶海区.csv".encode(), "瑶海区.csv", id="UTF-8 unsaid, as on macOS"),
        pytest.param("誠.csv".encode("gbk"), "誠.csv", id="a sign that holds a backslash"),
        pytest.param("县\\".encode("gbk") + b"a.csv", "县/a.csv", id="folders by backslashes"),
        pytest.param(b"\xff\x81\xff.csv", "\u00a0ü\u00a0.csv", id="bytes of no encoding"),
    ],
)
def test_names_are_read_as_they_were_meant(raw: bytes, name: str) -> None:
    archive = zipped(raw)

    assert names_inside(archive) == (name,)
    assert texts(opened(archive, name)) == ["单位", "件数", "甲", "1"]


def test_a_name_that_says_it_is_utf_8_is_taken_at_its_word() -> None:
    assert names_inside(zipped("瑶海区.csv".encode(), flags=0x800)) == ("瑶海区.csv",)


def test_a_name_that_was_read_otherwise_stays() -> None:
    assert list(names_of([ZipInfo("瑶海区.csv")])) == [("瑶海区.csv", None)]


@pytest.mark.parametrize("method", [0, 8], ids=["stored", "deflated"])
def test_a_file_in_an_archive_is_read(method: int) -> None:
    assert texts(opened(zipped(b"a.csv", method=method), "a.csv")) == ["单位", "件数", "甲", "1"]


def test_a_workbook_in_an_archive_is_read() -> None:
    book = make_zip(excel_parts(sheet_part(ROWS)))

    assert texts(opened(make_zip({"a.csv": "1", "b.xlsx": book}), "b.xlsx")) == ["1"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("../../a.csv", "a.csv", id="above the archive"),
        pytest.param("b/../../a.csv", "b/a.csv", id="above the archive, by a way round"),
        pytest.param("/etc/a.csv", "etc/a.csv", id="from the root"),
        pytest.param("C:/a.csv", "a.csv", id="on a drive"),
        pytest.param("..\\a.csv", "a.csv", id="with backslashes"),
    ],
)
def test_a_name_that_leads_out_is_refused_in_its_own_place(name: str, shown: str) -> None:
    archive = zipped(name.encode())

    assert names_inside(archive) == (shown,)
    assert told(opened(archive, shown)) == (
        Fault.UNSAFE,
        f"压缩包内的文件名是「{name.replace(chr(92), '/')}」，指向压缩包之外",
    )


def test_of_files_with_one_name_all_but_the_first_are_refused() -> None:
    archive = make_zip({"1.csv": TABLE, "2.csv": TABLE, "3.csv": TABLE})
    archive = archive.replace(b"2.csv", b"1.csv").replace(b"3.csv", b"1.csv")

    assert names_inside(archive) == ("1 (2).csv", "1 (3).csv", "1.csv")
    assert opened(archive, "1.csv").fault is None
    assert told(opened(archive, "1 (3).csv")) == (
        Fault.DAMAGED,
        "压缩包内有两个文件都叫「1.csv」",
    )


def test_files_with_one_name_without_an_ending_are_told_apart() -> None:
    archive = make_zip({"a": TABLE, "b": TABLE}).replace(b"b", b"a")

    assert told(opened(archive, "a (2)"))[0] is Fault.DAMAGED


def test_an_encrypted_file_is_refused_in_its_own_place() -> None:
    assert told(opened(zipped(b"a.csv", flags=1), "a.csv")) == (Fault.ENCRYPTED, None)


def test_a_file_packed_in_another_way_is_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_BZIP2) as package:
        package.writestr("a.csv", TABLE)

    assert told(opened(target.getvalue(), "a.csv")) == (
        Fault.DAMAGED,
        "压缩方式读不出（方式 12）",
    )


def spoiled(archive: bytes, at: int, by: bytes) -> bytes:
    return archive[:at] + by + archive[at + len(by) :]


STORED = zipped(b"a.csv")
DEFLATED = zipped(b"a.csv", TABLE * 9, method=8)
CENTRAL = STORED.index(b"PK\x01\x02")
TWO = make_zip({"0.csv": TABLE, "a.csv": TABLE})


@pytest.mark.parametrize(
    ("archive", "words"),
    [
        pytest.param(spoiled(STORED, 40, b"?"), "压缩包内的数据与校验码不符", id="another byte"),
        pytest.param(
            spoiled(STORED, CENTRAL + 20, struct.pack("<II", 8, 99)),
            "压缩包内的数据不完整",
            id="fewer bytes than announced",
        ),
        pytest.param(
            spoiled(DEFLATED, DEFLATED.index(b"PK\x01\x02") + 24, struct.pack("<I", 9)),
            "压缩包内的数据与校验码不符",
            id="more bytes than announced",
        ),
        pytest.param(
            spoiled(TWO, TWO.rindex(b"PK\x01\x02") + 42, struct.pack("<I", len(TWO) - 9)),
            "压缩包内的数据不完整",
            id="nothing at its place",
        ),
        pytest.param(
            spoiled(DEFLATED, 35, b"\xff\xff\xff"),
            "读取程序报告：Error -3 while decompressing data: invalid block type",
            id="bytes that do not unpack",
        ),
    ],
)
def test_a_damaged_file_is_told_in_its_own_place(archive: bytes, words: str) -> None:
    assert told(opened(archive, "a.csv")) == (Fault.DAMAGED, words)


def test_files_that_share_bytes_are_refused() -> None:
    target = BytesIO()
    with ZipFile(target, "w") as package:
        package.writestr("a.csv", TABLE)
        package.writestr("b.csv", TABLE)
    archive = target.getvalue()
    second = archive.rindex(b"PK\x01\x02")
    archive = spoiled(archive, second + 42, struct.pack("<I", 0))

    assert told(opened(archive, "b.csv")) == (Fault.UNSAFE, "与压缩包内另一个文件重叠")


GROWS = "解压后是压缩大小的 1179648 倍，上限 200，设置项 limits.ratio"
LARGE = "文件有 300 MiB，上限 256 MiB，设置项 limits.file-size"


@pytest.mark.parametrize(
    ("member", "words"),
    [
        pytest.param(
            (9 << 20, 8),
            "解压后是压缩大小的 1179648 倍，上限 200，设置项 limits.ratio",
            id="grows too much",
        ),
        pytest.param(
            (300 << 20, 200 << 20),
            "文件有 300 MiB，上限 256 MiB，设置项 limits.file-size",
            id="too large",
        ),
    ],
)
def test_a_file_beyond_the_limits_is_refused(member: tuple[int, int], words: str) -> None:
    size, packed = member
    archive = spoiled(STORED, CENTRAL + 20, struct.pack("<II", packed, size))

    assert told(opened(archive, "a.csv")) == (Fault.TOO_LARGE, words)


def test_an_archive_with_too_many_files_is_refused() -> None:
    limits = Limits(archive_files=1)
    archive = make_zip({"a.csv": "1", "b.csv": "2"})

    assert names_inside(archive, limits) is None
    assert told(open_workbook("a.zip", archive, limits=limits)) == (
        Fault.TOO_LARGE,
        "压缩包内有 2 个文件，上限 1，设置项 limits.archive-files",
    )


def test_an_archive_with_a_boundless_list_is_refused_unread() -> None:
    archive = make_zip({"a" * 400: "1"})

    assert told(open_workbook("a.zip", archive, limits=Limits(archive_files=1))) == (
        Fault.TOO_LARGE,
        "压缩包内有 2 个文件，上限 1，设置项 limits.archive-files",
    )


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    archive = make_zip({"a.csv": b"1" * (1 << 20)})

    limits = Limits(archive_unpacked=(1 << 20) - 1)

    assert told(open_workbook("a.zip", archive, limits=limits)) == (
        Fault.TOO_LARGE,
        "压缩包解压后有 1 MiB，上限 1023.9 KiB，设置项 limits.archive-unpacked",
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            make_zip({"a.pdf": ""}), "ZIP 压缩包（其中没有可检查的文件）", id="nothing to check"
        ),
        pytest.param(make_zip({"a.csv": "1"}), "ZIP 压缩包", id="not looked into"),
    ],
)
def test_an_archive_is_no_workbook(content: bytes, words: str) -> None:
    assert told(opened(make_zip({"b.zip": content}), "b.zip")) == (Fault.UNSUPPORTED, words)


def test_an_archive_on_disk_is_part_of_a_path(tmp_path: Path) -> None:
    path = tmp_path / "county.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        package.writestr("north/a.csv", TABLE)
        package.writestr(ZipInfo("empty/"), b"")

    assert names_inside(str(path)) == ("north/a.csv",)
    assert texts(open_workbook(f"{path}/north/a.csv")) == ["单位", "件数", "甲", "1"]
    assert open_workbook(f"{path}/north/b.csv").fault is Fault.NO_ACCESS
    assert open_workbook(f"{tmp_path}/no.zip/a.csv").fault is Fault.NO_ACCESS


def test_of_an_archive_that_is_cut_off_no_archive_within_is_taken_for_it() -> None:
    with BytesIO() as target:
        with ZipFile(target, "w") as package:
            package.writestr("a.csv", "1,2")
            package.writestr("b.zip", STORED)
        archive = target.getvalue()
    cut = archive[: archive.rindex(b"PK\x01\x02") - 1]

    assert names_inside(STORED) == ("a.csv",)
    assert names_inside(cut) is None
    assert told(open_workbook("a.zip", cut)) == (Fault.TRUNCATED, "找不到文件的内容目录")


@given(st.binary(max_size=200), st.integers(0, 200))
def test_no_bytes_make_it_raise(noise: bytes, at: int) -> None:
    archive = spoiled(zipped(b"a.csv"), at, noise)

    for name in names_inside(archive) or ():
        opening = opened(archive, name)

        assert (opening.workbook is None) is (opening.fault is not None)
