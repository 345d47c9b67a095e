"""From the paths a user names to the files that are checked."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from statlint.errors import MissingPathError
from statlint.finding import Report
from statlint.reporters import REPORTERS, Look
from statlint.run.paths import expand_paths, found_texts, spread
from statlint.workbook import Packed
from unit.reporters import samples


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"1,2\n")


def expanded(*paths: str) -> list[str]:
    return [path.as_posix() for path in expand_paths(paths)]


def test_folders_are_walked_in_order() -> None:
    make("b/2.csv", "b/1.xlsx", "a.csv", "b/c/3.tsv", "10.ods", "9.xlsm")

    assert expanded(".") == ["10.ods", "9.xlsm", "a.csv", "b/1.xlsx", "b/2.csv", "b/c/3.tsv"]


def test_folders_give_what_the_readers_know() -> None:
    make("a.XLSX", "b.xls", "c.xlsb", "d.txt", "e.png", "f.docx", "g", "h.json", "i.csv.bak")
    make("j.html", "k_files/frame.html", "l.mht", "m.md")

    assert expanded(".") == ["a.XLSX", "b.xls", "c.xlsb", "d.txt", "f.docx", "j.html", "l.mht"]


def test_folders_hide_some_files() -> None:
    make(".git/a.csv", ".b.csv", "~$c.xlsx", ".~lock.d.csv#", "._e.xlsx", "f.statlint.xlsx")

    assert expanded(".") == []


def test_what_stands_beside_a_file_names_it() -> None:
    make("a.xlsx", "a.xlsx.statlint.toml", "b.pdf", "b.pdf.statlint.toml", "county.statlint.toml")

    assert expanded("a.xlsx.statlint.toml", "a.xlsx") == ["a.xlsx"]
    assert expanded("b.pdf.statlint.toml") == ["b.pdf"]
    assert expanded("county.statlint.toml") == ["county.statlint.toml"]
    assert expanded(".") == ["a.xlsx"]


def test_reasons_without_their_file_name_what_is_missing() -> None:
    make("a.xlsx.statlint.toml")

    with pytest.raises(MissingPathError, match=r"^a\.xlsx$"):
        expanded("a.xlsx.statlint.toml")


def test_folders_give_what_may_hold_tables_and_cannot_be_read() -> None:
    make("a.rar", "b.7z", "c.et", "d.doc", "e.wps", "f.numbers", "g.rtf")

    assert expanded(".") == ["a.rar", "b.7z", "c.et", "d.doc", "e.wps", "f.numbers"]


def test_a_text_is_named_by_what_stands_beside_it() -> None:
    make("a.doc")

    assert found_texts(["a.doc.statlint.toml"], ["a.doc"]) == frozenset()


def test_texts_that_nobody_named_are_told_apart() -> None:
    make("b/a.doc", "b/c.doc", "b/d.csv", "b/e.rar", "f.doc")
    paths = ["b", "f.doc", "b/c.doc"]

    assert found_texts(paths, expand_paths(paths)) == {str(Path("b/a.doc"))}


def zip_files(path: str, *names: str) -> None:
    with ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"1,2\n")


def test_an_archive_is_walked_like_a_folder() -> None:
    zip_files("county.zip", "b/2.csv", "1.xlsx", "__MACOSX/1.xlsx", "a.pdf")
    zip_files("pictures.zip", "a.png")
    make("damaged.zip")

    assert expanded("county.zip") == ["county.zip/1.xlsx", "county.zip/b/2.csv"]
    assert expanded("pictures.zip") == ["pictures.zip"]
    assert expanded(".") == ["county.zip/1.xlsx", "county.zip/b/2.csv", "damaged.zip"]


def test_a_file_in_an_archive_can_be_named() -> None:
    zip_files("county.zip", "b/2.csv")

    assert expanded("county.zip/b/2.csv", "county.zip") == ["county.zip/b/2.csv"]
    with pytest.raises(MissingPathError):
        expand_paths(["county.zip/b/3.csv"])


def test_the_files_of_an_archive_in_memory_are_sources() -> None:
    zip_files("county.zip", "2.csv", "1.xlsx")
    content = Path("county.zip").read_bytes()
    named = ("a.csv", b"1,2\n")

    spread_out = list(spread(["a.xlsx", named, ("county.zip", content)]))

    assert spread_out == [
        "a.xlsx",
        named,
        Packed("county.zip", "1.xlsx", content),
        Packed("county.zip", "2.csv", content),
    ]


def test_a_named_file_is_always_taken() -> None:
    make(".git/a.csv", "~$c.xlsx", "e.pdf")

    assert expanded("e.pdf", "~$c.xlsx", ".git/a.csv") == ["e.pdf", "~$c.xlsx", ".git/a.csv"]


def test_a_file_comes_once() -> None:
    make("b/1.csv", "b/2.csv")

    assert expanded("b/2.csv", "b", "./b/../b/1.csv") == ["b/2.csv", "b/1.csv"]


def test_a_link_is_followed_to_a_file_but_not_to_a_folder(folder: Path) -> None:
    make("b/1.csv")
    (folder / "b" / "again").symlink_to(folder / "b")
    (folder / "b" / "link.csv").symlink_to(folder / "b" / "1.csv")

    assert expanded("b") == ["b/1.csv", "b/link.csv"]


@pytest.mark.parametrize("name", ["no.csv", "no", "b/no.csv"])
def test_a_missing_path_is_named(name: str) -> None:
    make("b/1.csv")

    with pytest.raises(MissingPathError, match=f"^{name}$"):
        expand_paths(["b", name])


def test_a_link_to_nothing_is_passed_on(folder: Path) -> None:
    (folder / "gone.txt").symlink_to(folder / "no.txt")

    assert (expanded("gone.txt"), expanded(".")) == (["gone.txt"], ["gone.txt"])


@pytest.mark.parametrize(
    ("name", "report", "path"),
    [
        ("text", samples.whole_run("zh"), "report.txt"),
        ("concise", samples.whole_run("zh"), "report.txt"),
        ("github", samples.whole_run("zh"), "report.txt"),
        ("github", samples.clean("zh"), "report.txt"),
        ("csv", samples.whole_run("zh"), "report.csv"),
        ("csv", samples.clean("zh"), "report.csv"),
    ],
)
def test_a_report_of_ours_is_not_taken_for_a_table(name: str, report: Report, path: str) -> None:
    make("a.txt")
    Path(path).write_text(REPORTERS[name](report, Look()), encoding="utf-8", newline="")

    assert expanded(".") == ["a.txt"]


def test_a_file_about_to_be_written_is_not_taken_for_a_table(folder: Path) -> None:
    make("a.txt", "b.txt")

    assert expand_paths(["."], outputs=[folder / "b.txt"]) == [Path("a.txt")]
