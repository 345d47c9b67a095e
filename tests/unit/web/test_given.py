"""Reasons that are typed on a page, and what is taken away from it."""

from __future__ import annotations

import io
import json
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
from unit.web.serving import until_idle

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
    assert list((folder_of(asked, case) / "made").iterdir()) == []


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
