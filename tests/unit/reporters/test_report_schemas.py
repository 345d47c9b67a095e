"""Reports keep to the schemas of their formats: those made by hand, and those of whole runs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from xmlschema import XMLSchema

from expected_reports import FOR_PROGRAMS
from statlint.config import Settings
from statlint.finding import Report
from statlint.reporters import REPORTERS, Look
from statlint.run import check_paths

ROOT = Path(__file__).parents[3]
THEIRS = ROOT / "tests/schemas"
OURS = ROOT / "docs/schema/report.json"
FIXTURES = ("submissions", "documents", "inference")
DESCRIBED = ("file", "finding", "diagnosis", "not_checked", "crash", "overview")
"""The types of lines with a description of their own in the schema."""


each_report = pytest.mark.parametrize("name", [*FOR_PROGRAMS, *FIXTURES])


@cache
def report_of(name: str) -> Report:
    """Give a report made by hand, in a language, or check a folder of fixtures."""
    if name not in FIXTURES:
        return {**FOR_PROGRAMS}["en" if name == "en" else "zh"]
    found = sorted(path for path in (ROOT / "fixtures" / name).iterdir() if path.is_file())
    tables = [str(path) for path in found if path.suffix in {".csv", ".xlsx", ".txt", ".docx"}]
    return check_paths(tables, Settings(language="zh"))


def schema_at(path: Path, *, strict: bool = False) -> Draft202012Validator:
    """Read a schema; a strict one takes no field that it does not describe."""
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(closed(read) if strict else read, format_checker=FormatChecker())


def closed(schema: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Close every object of a schema to fields that it does not describe."""
    if isinstance(schema, Mapping):
        shut = {key: closed(value) for key, value in schema.items()}
        is_object = shut.get("type") == "object" and "properties" in shut
        return shut | {"additionalProperties": False} if is_object else shut
    return [closed(one) for one in schema] if isinstance(schema, list) else schema


def faults(schema: Draft202012Validator, written: object) -> list[str]:
    """List what is wrong with a report."""
    return [f"{list(one.absolute_path)}: {one.message}" for one in schema.iter_errors(written)]


@each_report
@pytest.mark.parametrize("output", ["sarif", "code-scanning"])
def test_sarif_is_sarif(name: str, output: str) -> None:
    written = json.loads(REPORTERS[output](report_of(name), Look(status=1)))

    assert faults(schema_at(THEIRS / "sarif-2.1.0.json"), written) == []


@each_report
def test_code_scanning_takes_each_result(name: str) -> None:
    (run,) = json.loads(REPORTERS["code-scanning"](report_of(name), Look()))["runs"]
    marks = Counter(one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"])
    places = [one["locations"][0]["physicalLocation"] for one in run["results"]]

    assert [mark for mark, count in marks.items() if count > 1] == []
    assert [place for place in places if place["region"]["startLine"] < 1] == []
    assert [one for one in run["results"] if one["suppressions"]] == []


@each_report
def test_junit_is_junit(name: str) -> None:
    schema = XMLSchema(THEIRS / "junit-10.xsd")

    assert [
        str(one) for one in schema.iter_errors(REPORTERS["junit"](report_of(name), Look()))
    ] == []


@each_report
def test_gitlab_is_code_quality(name: str) -> None:
    written = json.loads(REPORTERS["gitlab"](report_of(name), Look(root=str(ROOT))))

    assert faults(schema_at(THEIRS / "gitlab-code-quality.json"), written) == []
    assert len({one["fingerprint"] for one in written}) == len(written)


@each_report
def test_json_is_as_published(name: str) -> None:
    written = json.loads(REPORTERS["json"](report_of(name), Look(statistics=True)))

    assert faults(schema_at(OURS, strict=True), written) == []


@each_report
def test_each_line_is_as_published(name: str) -> None:
    parts = closed(json.loads(OURS.read_text(encoding="utf-8")))["$defs"]
    schemas = {
        kind: Draft202012Validator({"$ref": f"#/$defs/{kind}", "$defs": parts})
        for kind in DESCRIBED
    }
    written = REPORTERS["json-lines"](report_of(name), Look())
    lines = [json.loads(line) for line in written.splitlines()]
    kinds = [line.pop("type") for line in lines]

    assert [
        fault
        for kind, line in zip(kinds, lines, strict=True)
        if kind in schemas
        for fault in faults(schemas[kind], line)
    ] == []
    assert (kinds[0], {*kinds} - {*schemas}) == (
        "report",
        {"report", "outcomes"} | ({"baseline"} if name in FOR_PROGRAMS else set()),
    )
