"""The JSON of version 1: every field that programs rely on is there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from statlint.reporters import REPORTERS, Look
from unit.reporters import samples

FIELDS = {
    "files": "path status period unit_name tables counts",
    "findings": "code name severity nature level path sheet cell place table line head message"
    " advice left right difference edit related diagnosis justified fingerprint",
    "diagnoses": "id path sheet findings alternatives",
    "not_checked": "path sheet cell edit reason",
}


def read(*, statistics: bool = False) -> dict[str, Any]:
    look = Look(statistics=statistics)
    report: dict[str, Any] = json.loads(REPORTERS["json"](samples.whole_run("zh"), look))
    return report


def test_the_head_says_which_version_it_is() -> None:
    report = read()

    assert (report["version"], report["statlint"]) == (1, "0.1.0")


@pytest.mark.parametrize(("part", "fields"), FIELDS.items())
def test_every_field_is_there(part: str, fields: str) -> None:
    assert [set(fields.split()) - entry.keys() for entry in read()[part]] == [
        set() for _ in read()[part]
    ]


def test_a_finding_is_written_out() -> None:
    finding = read()["findings"][6]

    del finding["message"], finding["advice"]
    assert finding == {
        "code": "B101",
        "name": "unbalanced-total",
        "severity": "error",
        "nature": "强制性",
        "level": 1,
        "path": "瑶海区2019.xlsx",
        "sheet": "表三",
        "cell": "D27",
        "place": None,
        "table": "applications",
        "line": "（七）总计",
        "head": "自然人",
        "left": "127",
        "right": "124",
        "difference": "3",
        "edit": {
            "id": "A2",
            "name": "明细合计",
            "text": "total = sum(r1:o)",
            "words": "（七）总计 = （一）予以公开 + （二）部分公开 + （三）不予公开 1–8"
            " + （四）无法提供 1–3 + （五）不予处理 1–5 + （六）其他处理",
            "origin": "form",
        },
        "related": [
            {"sheet": "表三", "cell": cell, "value": value}
            for cell, value in (pair.split("=") for pair in samples.PARTS.split())
        ],
        "diagnosis": "d1",
        "justified": None,
        "fingerprint": "f1",
    }


def test_files_diagnoses_and_counts_are_written_out() -> None:
    report = read()

    assert report["files"][4]["tables"][1] == {
        "id": "applications",
        "sheet": "表三",
        "range": "A3:J28",
        "form": "cn-disclosure-annual-2019",
        "inferred": False,
    }
    assert report["files"][4]["counts"] == {
        "error": 2,
        "warning": 0,
        "information": 2,
        "justified": 0,
    }
    assert report["diagnoses"] == [
        {
            "id": "d1",
            "path": "瑶海区2019.xlsx",
            "sheet": "表三",
            "findings": ["f1", "f2"],
            "certainty": "one-of",
            "message": "可能是下列情形之一，改后 2 处不平全部消除",
            "alternatives": [
                {
                    "cells": [
                        {"sheet": "表三", "cell": "D27", "value": "124", "proposed": "127"},
                        {"sheet": "表三", "cell": "J27", "value": "124", "proposed": "127"},
                    ],
                    "reason": "omitted-parts",
                    "probability": 0.86,
                    "message": samples.left_out("zh").alternatives[0].message,
                },
                {
                    "cells": [{"sheet": "表三", "cell": "D8", "value": "76", "proposed": "73"}],
                    "reason": "recomputed",
                    "probability": 0.09,
                    "message": samples.left_out("zh").alternatives[1].message,
                },
            ],
        }
    ]
    assert report["outcomes"] == {"passed": 822, "failed": 3, "not_checked": 3, "crashed": 1}


def test_statistics_are_added_where_they_are_asked_for() -> None:
    assert "statistics" not in read()
    assert read(statistics=True)["statistics"][0] == {
        "code": "B101",
        "name": "unbalanced-total",
        "count": 2,
    }


def test_chinese_is_written_as_it_is() -> None:
    assert "瑶海区2019.xlsx" in REPORTERS["json"](samples.yaohai("zh"), Look())


@pytest.mark.parametrize("statistics", [True, False], ids=["with statistics", "without"])
def test_what_is_written_piece_by_piece_is_one_json(statistics: bool) -> None:  # noqa: FBT001
    report, look = samples.whole_run("zh"), Look(statistics=statistics)

    pieces = list(REPORTERS["json"].pieces(report, look))

    whole = json.loads("".join(pieces))
    assert "".join(pieces) == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
    assert sum('"fingerprint"' in piece for piece in pieces) == len(report.findings)
