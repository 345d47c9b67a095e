"""What SARIF holds beyond its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from statlint.finding import Grounds, Justification, Report, Severity
from statlint.reporters import REPORTERS, Look
from statlint.reporters.json_pieces import Json
from statlint.reporters.sarif import worst_in_order
from statlint.reporters.sarif_rules import descriptor
from statlint.rule import AnyRule
from statlint.rule.docs import page
from statlint.rule.registry import load_rules
from unit.reporters import samples
from unit.reporters.program_samples import for_programs

LOOK = Look(root="/home/repo", folder="data")


def run_of(report: Report, name: str = "sarif", look: Look = LOOK) -> dict[str, Any]:
    (run,) = json.loads(REPORTERS[name](report, look))["runs"]
    found: dict[str, Any] = run
    return found


def test_each_rule_that_ran_is_named() -> None:
    rules = {rule.code: rule.name for rule in load_rules()}
    report = for_programs("zh")
    told = run_of(report)["tool"]["driver"]["rules"]

    assert [(one["id"], one["name"]) for one in told] == [
        (code, rules[code]) for code in sorted(report.rules)
    ]


def test_each_rule_that_found_something_comes_with_its_page() -> None:
    rules = {rule.code: rule for rule in load_rules()}
    report = for_programs("zh")
    told = [one for one in run_of(report)["tool"]["driver"]["rules"] if "help" in one]

    assert [one["id"] for one in told] == sorted(
        {one.code for one in report.findings}.intersection(report.rules)
    )
    assert [one["help"]["markdown"] for one in told] == [
        page(rules[one["id"]], "zh") for one in told
    ]
    assert [bool(one["fullDescription"]["text"]) for one in told] == [True] * len(told)


def test_a_description_is_the_first_paragraph_and_not_too_long() -> None:
    (rule, *_) = load_rules()
    short = replace(rule, doc="Title.\n\n## What it checks\nOne\ntwo.\n\nThree.\n")
    bare = replace(rule, doc="Title.")
    long = replace(rule, doc=f"Title.\n\n## What it checks\n{'x' * 2000}\n")

    assert [description(one) for one in (short, bare, long)] == [
        "One two.",
        "Title",
        "x" * 1000 + "…",
    ]


def description(rule: AnyRule) -> Json:
    """Give the description of a rule."""
    told = descriptor(rule, "en")["fullDescription"]
    assert isinstance(told, dict)
    return told["text"]


@pytest.mark.parametrize(
    ("pages", "address"),
    [
        pytest.param("https://example.org/r", "https://example.org/r/B101", id="published"),
        pytest.param(None, None, id="not published"),
        pytest.param("/home/pages", None, id="a folder"),
    ],
)
def test_a_page_has_an_address_where_it_is_published(
    pages: str | None, address: str | None
) -> None:
    rules = run_of(samples.yaohai("en"), look=Look(pages=pages))["tool"]["driver"]["rules"]

    assert rules[0].get("helpUri") == address


def test_each_result_names_its_rule_by_number() -> None:
    run = run_of(for_programs("en"))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    named = [one for one in run["results"] if "ruleIndex" in one]

    assert [rules[one["ruleIndex"]] for one in named] == [one["ruleId"] for one in named]


def test_a_cell_is_told_with_its_sheet() -> None:
    (location,) = run_of(samples.yaohai("en"))["results"][2]["locations"]

    assert location["logicalLocations"] == [
        {"name": "D27", "fullyQualifiedName": "表三!D27", "kind": "cell"},
        {"name": "applications", "fullyQualifiedName": "applications", "kind": "table"},
    ]
    assert location["physicalLocation"] == {
        "artifactLocation": {
            "uri": "data/%E7%91%B6%E6%B5%B7%E5%8C%BA2019.xlsx",
            "uriBaseId": "%SRCROOT%",
            "index": 0,
        },
        "region": {"startLine": 1},
    }


def test_a_sheet_as_a_whole_is_told() -> None:
    report = samples.yaohai("en")
    found = replace(report.findings[0], cell=None, table=None)
    (one,) = run_of(replace(report, findings=(found,)))["results"]

    assert one["locations"][0]["logicalLocations"] == [
        {"name": "表三", "fullyQualifiedName": "表三", "kind": "sheet"}
    ]


def test_a_file_outside_the_repository_has_no_base() -> None:
    report = samples.yaohai("en")
    found = replace(report.findings[0], path="/elsewhere/a.xlsx")
    (one,) = run_of(replace(report, findings=(found,)))["results"]

    assert one["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///elsewhere/a.xlsx"
    }


def test_what_was_accepted_is_suppressed_with_the_reason() -> None:
    accepted = [one["suppressions"] for one in run_of(for_programs("en"))["results"]][1]

    assert accepted == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "The office was merged that year",
            "properties": {
                "grounds": "sidecar",
                "by": "王某某",
                "date": "2026-11-20",
                "until": "2027-03-31",
            },
        }
    ]


def test_without_a_reason_the_grounds_are_told() -> None:
    report = samples.yaohai("en")
    found = replace(report.findings[0], justified=Justification(Grounds.BASELINE))
    (one,) = run_of(replace(report, findings=(found,)))["results"]

    assert [each["justification"] for each in one["suppressions"]] == ["known from the baseline"]


def test_code_scanning_has_no_accepted_findings() -> None:
    codes = [one["ruleId"] for one in run_of(for_programs("en"), "code-scanning")["results"]]

    assert codes.count("B103") == 1


def test_of_too_many_the_worst_come_in_their_order() -> None:
    severities = [Severity.INFORMATION, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    found = [replace(samples.total_differs("en"), severity=one) for one in severities]

    assert [one.severity for one in worst_in_order(found, 3)] == severities[1:]


def test_crashes_and_open_checks_are_notifications() -> None:
    (invocation,) = run_of(for_programs("en"), look=replace(LOOK, status=2))["invocations"]
    notes = invocation["toolExecutionNotifications"]

    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    assert [(one["level"], one["message"]["text"]) for one in notes] == [
        ("error", "R101: ZeroDivisionError: division by zero"),
        ("note", "cells it needs are blank: 1"),
        ("note", "the kind of reporting unit is not known (settings: unit-kind): 2"),
        ("note", "a rule that must pass first did not: 1"),
    ]


def test_a_label_in_square_brackets_is_no_link() -> None:
    texts = [one["message"]["text"] for one in run_of(for_programs("en"))["results"]]

    assert [text for text in texts if "](" in text] == []
