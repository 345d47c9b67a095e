"""Reasons that are typed on a page, and what is taken away from it."""

from __future__ import annotations

import io
import json
from pathlib import Path
from time import sleep
from zipfile import ZipFile

import pytest

from unit.web.desks import (
    FAULTY,
    FAULTY_NAME,
    SMALL,
    Asking,
    attachment,
    code_of,
    folder_of,
)
from unit.web.serving import TICK, until_idle

LATER = "2999-12-31"


def test_a_reason_is_kept_beside_its_file_and_taken_back(asked: Asking) -> None:
    case, before = asked.checked({FAULTY_NAME: FAULTY})
    finding = before["files"][0]["findings"][0]
    one = {"path": FAULTY_NAME, "finding": finding["id"], "text": " 采购平台导出，单位为元 "}

    told = asked.client.post(
        f"{case}/reasons", json={"by": "张 三", "until": LATER, "reasons": [one]}
    )
    assert told.status_code == 202
    assert told.json()["work"]["kind"] == "reasons"
    assert until_idle(asked.client, case)["error"] is None
    after = asked.client.get(f"{case}/results").json()
    sidecar = asked.client.get(f"{case}/reasons")
    asked.client.post(f"{case}/reasons", json={"reasons": [{**one, "text": ""}]})
    until_idle(asked.client, case)
    back = asked.client.get(f"{case}/results").json()

    (explained,) = [one for one in after["files"][0]["findings"] if one["id"] == finding["id"]]
    assert (explained["reason"], explained["reason_counts"]) == ("采购平台导出，单位为元", True)
    assert explained["justified"]["by"] == "张 三"
    assert explained["justified"]["until"] == LATER
    assert after["files"][0]["counts"]["justified"] == 1
    assert 'reason = "采购平台导出，单位为元"' in sidecar.text
    name = f"{FAULTY_NAME}.statlint.toml"
    assert sidecar.headers["content-disposition"] == attachment(name)
    assert [one["reason"] for one in back["files"][0]["findings"]] == [""] * 5
    assert code_of(asked.client.get(f"{case}/reasons")) == (404, "no-reasons")


def test_reasons_that_come_with_a_file_count(asked: Asking) -> None:
    case, before = asked.checked({FAULTY_NAME: FAULTY})
    mark = before["files"][0]["findings"][0]["id"]
    one = {"path": FAULTY_NAME, "finding": mark, "text": "单位为元"}
    asked.client.post(f"{case}/reasons", json={"reasons": [one]})
    until_idle(asked.client, case)
    sidecar = asked.client.get(f"{case}/reasons").content

    name = f"{FAULTY_NAME}.statlint.toml"
    _, results = asked.checked({name: sidecar, FAULTY_NAME: FAULTY})

    assert results["files"][0]["counts"]["justified"] == 1


@pytest.mark.parametrize(
    ("said", "status", "code"),
    [
        ({}, 400, "bad-words"),
        ({"reasons": []}, 400, "bad-words"),
        ({"reasons": [1]}, 400, "bad-words"),
        ({"reasons": [{"path": "a", "finding": "b"}]}, 400, "bad-words"),
        ({"reasons": [{"path": 1, "finding": "b", "text": "x"}]}, 400, "bad-words"),
        ({"reasons": [{"path": "a", "finding": "b", "text": "…"}]}, 400, "bad-reason"),
        ({"reasons": [{"path": "a", "finding": "b", "text": "字" * 2001}]}, 400, "bad-reason"),
        (
            {"until": "2020-01-01", "reasons": [{"path": "a", "finding": "b", "text": "x"}]},
            400,
            "bad-day",
        ),
        (
            {"until": "soon", "reasons": [{"path": "a", "finding": "b", "text": "x"}]},
            400,
            "bad-day",
        ),
        ({"reasons": [{"path": "a", "finding": "b", "text": "x"}] * 501}, 400, "bad-words"),
    ],
)
def test_a_reason_that_is_none_is_refused_at_once(
    asked: Asking, case: str, said: object, status: int, code: str
) -> None:
    told = asked.client.post(f"{case}/reasons", content=json.dumps(said).encode())

    assert code_of(told) == (status, code)


def test_a_reason_for_what_must_be_put_right_is_refused(asked: Asking) -> None:
    case, results = asked.checked({FAULTY_NAME: FAULTY})
    (error,) = [one for one in results["files"][0]["findings"] if one["code"] == "B101"][:1]

    def after(path: str, mark: str) -> str:
        one = {"path": path, "finding": mark, "text": "确实如此"}
        asked.client.post(f"{case}/reasons", json={"reasons": [one]})
        told: str = until_idle(asked.client, case)["error"]["code"]
        return told

    assert after(FAULTY_NAME, error["id"]) == "not-explainable"
    assert after(FAULTY_NAME, "no such finding") == "stale"
    assert after("../../etc/passwd", error["id"]) == "stale"
    assert code_of(asked.client.get(f"{case}/reasons")) == (404, "no-reasons")
    asked.put(case, "b.csv", SMALL)
    one = {"path": FAULTY_NAME, "finding": "x", "text": "确实如此"}
    told = asked.client.post(f"{case}/reasons", json={"reasons": [one]})
    assert code_of(told) == (409, "stale")


def test_reasons_before_any_check_are_for_nothing(asked: Asking, case: str) -> None:
    one = {"path": "a", "finding": "x", "text": "确实如此"}
    told = asked.client.post(f"{case}/reasons", json={"reasons": [one]})

    assert code_of(told) == (404, "no-results")


def test_a_marked_copy_and_the_report_are_taken_away(asked: Asking) -> None:
    case, _ = asked.checked({FAULTY_NAME: FAULTY})
    marked, report = (asked.client.get(f"{case}/{wanted}") for wanted in ("marked", "report"))

    stem = FAULTY_NAME.removesuffix(".xlsx")
    assert marked.headers["content-disposition"] == attachment(f"{stem}_审核结果.xlsx")
    assert "xl/workbook.xml" in ZipFile(io.BytesIO(marked.content)).namelist()
    assert report.headers["content-disposition"] == attachment("审核报告.html")
    assert report.text.startswith("<!DOCTYPE html>")
    # What was taken away goes when all of it was sent.
    while any((folder_of(asked, case) / "made").iterdir()):
        sleep(TICK)


def test_of_several_files_an_archive_is_taken_away_or_one(asked: Asking) -> None:
    case, results = asked.checked({FAULTY_NAME: FAULTY, "a.csv": SMALL})
    stem = FAULTY_NAME.removesuffix(".xlsx")
    marked, everything = (asked.client.get(f"{case}/{one}") for one in ("marked", "all"))
    (number,) = [one["file"] for one in results["files"] if one["path"] == "a.csv"]
    one = asked.client.get(f"{case}/marked?file={number}")

    copies = ["a_审核结果.xlsx", f"{stem}_审核结果.xlsx"]
    assert sorted(ZipFile(io.BytesIO(marked.content)).namelist()) == copies
    told = sorted(ZipFile(io.BytesIO(everything.content)).namelist())
    assert told == sorted([*copies, "审核报告.html"])
    assert everything.headers["content-disposition"] == attachment("审核结果.zip")
    assert one.headers["content-disposition"] == attachment("a_审核结果.xlsx")
    assert code_of(asked.client.get(f"{case}/marked?file=f99")) == (404, "no-file")


def filled(copy: bytes, folder: Path, rows: dict[int, str]) -> bytes:
    """Fill in a marked copy as people do: some of the rows that may be explained."""
    import openpyxl

    place = folder / "copy.xlsx"
    place.write_bytes(copy)
    book = openpyxl.load_workbook(place)
    sheet = book["审核结果"]
    (head,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "情况说明"]
    for at, text in rows.items():
        sheet.cell(head.row + at, head.column, text)
    book.save(place)
    return place.read_bytes()


def test_what_was_filled_in_in_a_marked_copy_comes_back(asked: Asking, tmp_path: Path) -> None:
    case, _ = asked.checked({FAULTY_NAME: FAULTY})
    copy = asked.client.get(f"{case}/marked").content
    name = f"{FAULTY_NAME.removesuffix('.xlsx')}_审核结果.xlsx"
    asked.put(case, name, filled(copy, tmp_path, {1: "不成立", 3: "系统导出"}))
    first = asked.check(case)
    (explained,) = [
        one for file in first["files"] for one in file["findings"] if one["reason_counts"]
    ]
    one = {"path": FAULTY_NAME, "finding": explained["id"], "text": "改过的说明"}
    asked.client.post(f"{case}/reasons", json={"reasons": [one]})
    assert until_idle(asked.client, case)["error"] is None
    second = asked.client.get(f"{case}/results").json()

    returned = {file["path"]: file["returned"] for file in first["files"]}
    assert returned[FAULTY_NAME] is None
    told = returned[name]
    assert (told["original"], told["taken"], told["known"]) == (FAULTY_NAME, 1, 0)
    assert [(row["text"], "更正" in row["why"]["zh"]) for row in told["untaken"]] == [
        ("不成立", True)
    ]
    assert explained["reason"] == "系统导出"
    # It is taken once: what is typed on the page afterwards counts.
    reasons = [one["reason"] for file in second["files"] for one in file["findings"]]
    assert [reason for reason in reasons if reason] == ["改过的说明"]


def test_a_marked_copy_waits_for_its_file(asked: Asking, tmp_path: Path) -> None:
    case, _ = asked.checked({FAULTY_NAME: FAULTY})
    copy = filled(asked.client.get(f"{case}/marked").content, tmp_path, {3: "系统导出"})
    later, alone = asked.checked({"审核结果.xlsx": copy})
    asked.put(later, FAULTY_NAME, FAULTY)
    both = asked.check(later)

    assert [one["returned"] for one in alone["files"]] == [None]
    assert [one["counts"]["justified"] for one in both["files"]] == [0, 1]
