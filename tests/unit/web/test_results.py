"""What a page shows of the files of a case."""

from __future__ import annotations

import io
from zipfile import ZipFile

from statlint import lint
from unit.web.desks import (
    CLEAN,
    FAULTY,
    FAULTY_NAME,
    SMALL,
    SUBMISSIONS,
    Asking,
    code_of,
    places,
)


def test_results_are_what_the_library_finds(asked: Asking) -> None:
    case, results = asked.checked({FAULTY_NAME: FAULTY, "clean.csv": CLEAN})
    report = lint([(FAULTY_NAME, FAULTY), ("clean.csv", CLEAN)], language="zh")

    faulty, clean = sorted(results["files"], key=lambda one: str(one["file"]))
    wanted = [(one.code, one.message) for one in report.findings if one.path == FAULTY_NAME]
    assert [(one["code"], one["message"]) for one in faulty["findings"]] == wanted
    assert (faulty["unit"], faulty["period"]) == ("合肥市瑶海区人民政府", "2019")
    assert faulty["counts"] == {"error": 2, "warning": 0, "information": 3, "justified": 0}
    assert (clean["status"], clean["findings"], clean["more"]) == ("checked", [], 0)
    assert (results["run"], results["language"], results["crashes"]) == (1, "zh", [])
    assert [one["explainable"] for one in faulty["findings"]] == [True, True, True, False, False]
    state = asked.client.get(case).json()
    assert (state["run"], state["stale"]) == (1, False)


def test_tables_are_drawn(asked: Asking) -> None:
    case, results = asked.checked({FAULTY_NAME: FAULTY})

    (file,) = results["files"]
    drawn = asked.client.get(f"{case}/drawn?number={file['drawn']}")
    assert drawn.headers["content-type"] == "text/html; charset=utf-8"
    for one in file["findings"]:
        assert f'data-finding="{one["id"]}"' in drawn.text
    assert " style=" not in drawn.text
    assert "<script" not in drawn.text
    for number in ("9", "", "-1", "../results", "0/../../../x", "١"):
        told = asked.client.get(f"{case}/drawn", params={"number": number})
        assert code_of(told) == (404, "no-results")


def test_what_changes_makes_results_old_until_they_are_new(asked: Asking) -> None:
    case, _ = asked.checked({"a.csv": SMALL})
    asked.put(case, "b.csv", SMALL)
    changed = asked.client.get(case).json()
    results = asked.check(case)

    assert (changed["run"], changed["stale"]) == (1, True)
    assert (results["run"], [one["path"] for one in results["files"]]) == (2, ["a.csv", "b.csv"])


def test_findings_come_in_the_language_that_is_chosen(asked: Asking) -> None:
    case, chinese = asked.checked({"a.csv": SMALL})
    asked.client.put(f"{case}/choices", json={"language": "en"})
    english = asked.check(case)

    assert places(chinese) == places(english)
    assert chinese["files"][0]["findings"] != english["files"][0]["findings"]
    assert english["language"] == "en"


def test_files_are_held_against_last_years_and_against_parts(asked: Asking) -> None:
    case = asked.begin()
    asked.put(case, "2024.xlsx", (SUBMISSIONS / "suqian-2024.xlsx").read_bytes())
    alone = asked.check(case)
    asked.put(case, "2023.xlsx", (SUBMISSIONS / "suqian-2023.xlsx").read_bytes(), role="previous")
    beside = asked.check(case)

    assert [one["path"] for one in beside["files"]] == ["2024.xlsx"]
    assert beside["outcomes"]["passed"] > alone["outcomes"]["passed"]


def test_the_files_of_an_archive_are_those_of_one_file(asked: Asking) -> None:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("甲镇/表.csv", SMALL)
        archive.writestr("乙镇/表.csv", SMALL)
    case, results = asked.checked({"县.zip": packed.getvalue()})

    (file,) = asked.client.get(case).json()["files"]
    assert [(one["path"], one["file"]) for one in results["files"]] == [
        ("县.zip/乙镇/表.csv", file["id"]),
        ("县.zip/甲镇/表.csv", file["id"]),
    ]
