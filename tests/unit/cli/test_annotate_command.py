"""`statlint annotate`: marked copies beside their files, and over nothing but themselves."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from statlint.cli.annotate import annotate_files
from statlint.marking import Review, read_review
from statlint.workbook import open_workbook
from unit.cli.commanding import CLEAN, SUBMISSIONS, WRONG, run

MACROS = ("sheet.main+xml", "template.main+xml")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with a table that is wrong in one line and one column."""
    monkeypatch.chdir(tmp_path)
    Path("a.csv").write_bytes(WRONG)
    return tmp_path


def call(*words: str, language: str = "en") -> tuple[int, list[str]]:
    """Run the command; gives the status and the lines that it says."""
    result = run("annotate", *words, language=language)
    return result.exit_code, (result.stdout + result.stderr).splitlines()


def files() -> list[str]:
    """List all files below the folder."""
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def review(path: str) -> Review:
    """Read the first sheet of a marked copy."""
    workbook = open_workbook(path).workbook
    found = read_review(workbook) if workbook else None
    assert found is not None
    return found


def explain(path: str, text: str, row: int = 0) -> None:
    """Write an explanation into a row of a marked copy, and save it with another program."""
    found = review(path)
    book = load_workbook(path)
    book[found.sheet].cell(found.rows[row].row, 9).value = text
    book.save(path)


def test_a_copy_is_written_beside_the_file_which_stays_as_it_is() -> None:
    assert call("a.csv") == (1, ["a.csv → a_审核结果.xlsx   error: 2"])
    assert files() == ["a.csv", "a_审核结果.xlsx"]
    assert Path("a.csv").read_bytes() == WRONG
    assert [(row.rule, row.place) for row in review("a_审核结果.xlsx").rows] == [
        ("B101", "J22"),
        ("B101", "J42"),
    ]


def test_in_chinese() -> None:
    status, said = call("a.csv", language="zh")

    assert (status, said) == (1, ["a.csv → a_审核结果.xlsx   错误 2"])
    assert review("a_审核结果.xlsx").sheet == "审核结果"


def test_a_clean_file_that_is_named_gets_a_copy_that_says_so() -> None:
    Path("b.csv").write_bytes(CLEAN)

    assert call("b.csv") == (0, ["b.csv → b_审核结果.xlsx   nothing found"])
    assert review("b_审核结果.xlsx").rows == ()


def test_of_a_folder_only_files_with_findings_get_one_and_copies_are_passed_by() -> None:
    Path("b.csv").write_bytes(CLEAN)

    first, second = call("."), call(".")

    assert first == second == (1, ["a.csv → a_审核结果.xlsx   error: 2"])
    assert files() == ["a.csv", "a_审核结果.xlsx", "b.csv"]


def test_findings_may_be_left_to_others() -> None:
    assert call("a.csv", "--exit-zero", "--quiet") == (0, [])
    assert call("a.csv", "--ignore", "B101") == (0, ["a.csv → a_审核结果.xlsx   nothing found"])


def test_explanations_in_an_older_copy_are_carried_over() -> None:
    call("a.csv")
    explain("a_审核结果.xlsx", "as printed")

    said = call("a.csv")[1]

    assert said == ["a.csv → a_审核结果.xlsx   error: 2 (explanations carried over: 1)"]
    assert [row.explanation for row in review("a_审核结果.xlsx").rows] == ["as printed", ""]


def test_explanations_of_what_is_found_no_more_are_kept_below() -> None:
    call("a.csv")
    before = review("a_审核结果.xlsx").rows
    explain("a_审核结果.xlsx", "as agreed", row=1)
    Path("a.csv").write_bytes(CLEAN)

    call("a.csv")
    call("a.csv")

    rows = review("a_审核结果.xlsx").rows
    assert [(row.fingerprint, row.place, row.finding, row.explanation) for row in rows] == [
        (before[1].fingerprint, "J42", before[1].finding, "as agreed")
    ]


def test_a_file_of_that_name_that_is_no_copy_is_left_alone() -> None:
    Path("a_审核结果.xlsx").write_bytes(b"mine")
    Path("a.csv_审核结果.xlsx").write_bytes(b"mine, too")

    assert call("a.csv")[1] == ["a.csv → a.csv_审核结果2.xlsx   error: 2"]
    assert Path("a_审核结果.xlsx").read_bytes() == b"mine"


def test_files_that_differ_by_their_endings_get_copies_of_their_own() -> None:
    Path("a.txt").write_bytes(WRONG)

    first = call("a.csv", "a.txt")
    second = call("a.csv", "a.txt")

    assert (
        first
        == second
        == (
            1,
            [
                "a.csv → a_审核结果.xlsx   error: 2",
                "a.txt → a.txt_审核结果.xlsx   error: 2",
            ],
        )
    )


def test_into_a_folder_that_is_made_and_below_it() -> None:
    Path("b").mkdir()
    Path("b/a.csv").write_bytes(WRONG)

    for _ in range(2):
        status, said = call("a.csv", "b", "--output", "out/new")
        assert (status, said) == (
            1,
            [
                "a.csv → out/new/a_审核结果.xlsx   error: 2",
                "b/a.csv → out/new/b/a_审核结果.xlsx   error: 2",
            ],
        )
    assert files() == [
        *("a.csv", "b/a.csv", "out/new/a_审核结果.xlsx", "out/new/b/a_审核结果.xlsx"),
    ]


def test_into_a_file_that_is_named() -> None:
    assert call("a.csv", "--output", "said.xlsx")[1] == ["a.csv → said.xlsx   error: 2"]
    assert call("a.csv", "--output", "said.xlsx")[0] == 1


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("said.xlsm", "said.xlsm: the marked copy is a .xlsx file; name it so"),
        ("mine.xlsx", "mine.xlsx: is there, is no marked copy of this file, and is not written"),
        ("a.csv/a.xlsx", "a.csv/a.xlsx: cannot be written ("),
    ],
)
def test_into_a_file_that_cannot_be_taken(to: str, said: str) -> None:
    Path("mine.xlsx").write_bytes(b"mine")

    status, lines = call("a.csv", "--output", to)

    assert (status, lines[0][: len(f"statlint: {said}")]) == (2, f"statlint: {said}")
    assert files() == ["a.csv", "mine.xlsx"]


def test_never_over_a_file_that_is_checked() -> None:
    book = (SUBMISSIONS / "suqian-2024.xlsx").read_bytes()
    Path("b.xlsx").write_bytes(book)

    status, lines = call("b.xlsx", "--output", "b.xlsx")

    assert (status, lines) == (
        2,
        ["statlint: b.xlsx: is a file to check; nothing is written over it"],
    )
    assert Path("b.xlsx").read_bytes() == book


def test_a_marked_copy_is_not_marked_again() -> None:
    call("a.csv")

    Path("b.xlsx").write_bytes(Path("a_审核结果.xlsx").read_bytes())

    for name in ("a_审核结果.xlsx", "b.xlsx"):
        status, lines = call(name)
        assert (status, len(lines)) == (2, 1)
        assert lines[0].startswith(f"statlint: {name}: ")
    assert call("a_审核结果.xlsx", "--ignore", "F014")[1] == [
        "statlint: a_审核结果.xlsx: is a marked copy itself; name the file that it is of"
    ]
    assert files() == ["a.csv", "a_审核结果.xlsx", "b.xlsx"]


def test_of_several_files_one_that_cannot_be_written_does_not_stop_the_others() -> None:
    Path("b.csv").write_bytes(WRONG)
    Path("out").mkdir()
    Path("out/a_审核结果.xlsx").write_bytes(b"mine")

    status, lines = call("a.csv", "b.csv", "--output", "out")

    assert (status, len(lines)) == (2, 2)
    assert files() == ["a.csv", "b.csv", "out/a_审核结果.xlsx", "out/b_审核结果.xlsx"]


def test_of_a_file_in_an_archive_the_copy_lies_beside_the_archive() -> None:
    with ZipFile("county.zip", "w") as archive:
        archive.writestr("town/a.csv", WRONG)

    assert call("county.zip")[1] == [
        "county.zip/town/a.csv → county.zip_审核结果/town/a_审核结果.xlsx   error: 2"
    ]


def test_a_file_that_cannot_be_read_gets_a_list_that_says_so() -> None:
    Path("b.xlsx").write_bytes((SUBMISSIONS / "suqian-2024.xlsx").read_bytes()[:5_000])

    status, said = call("b.xlsx")

    assert (status, said) == (1, ["b.xlsx → b_审核结果.xlsx   error: 1"])
    assert [row.rule[:1] for row in review("b_审核结果.xlsx").rows] == ["F"]


def test_without_click() -> None:
    done = annotate_files(["a.csv"], "zh")

    assert [(one.path, str(one.copy), one.kept) for one in done.copies] == [
        ("a.csv", "a_审核结果.xlsx", 0)
    ]
    assert (done.lines, done.faults, done.fails) == (
        ("a.csv → a_审核结果.xlsx   错误 2",),
        (),
        True,
    )


def test_what_was_found_in_a_workbook_is_marked_in_it() -> None:
    content = (SUBMISSIONS / "suqian-2024.xlsx").read_bytes()
    book = load_workbook(BytesIO(content))
    sheet = book.worksheets[0]
    total = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 471)
    total.value = 472
    book.save("b.xlsx")

    call("b.xlsx")

    copy = load_workbook("b_审核结果.xlsx")
    cell = copy[sheet.title][total.coordinate]
    assert copy.sheetnames[0] == copy.active.title == "Review"
    assert cell.comment.text.startswith("[error: put right] B101\n")
    assert (cell.value, cell.fill.fgColor.rgb) == (472, "FFFFC7CE")
