"""Plain data against a schema: each trap of Cerberus, and how faults are said."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from cerberus import SchemaError

from statlint.schema.check import find_faults, refuse_loose_bounds
from statlint.schema.form import FORM_SCHEMA
from statlint.schema.rules import said, tables, text
from statlint.schema.settings import SETTINGS_SCHEMA
from statlint.schema.shapes import PERIOD
from statlint.values import Language


def faults(value: object, rules: dict[str, Any], language: Language = "en") -> list[str]:
    """Check a single key and say its faults."""
    return [fault.say(language) for fault in find_faults({"key": value}, {"key": rules})]


@pytest.mark.parametrize(
    ("value", "rules", "expected"),
    [
        pytest.param(True, {"type": "whole"}, ["key: must be a whole number"], id="true is not 1"),
        pytest.param(1, {"type": "whole"}, [], id="a whole number"),
        pytest.param(Decimal(1), {"type": "whole"}, ["key: must be a whole number"], id="1.0"),
        pytest.param(False, {"type": "number"}, ["key: must be a number"], id="false is not 0"),
        pytest.param(0.5, {"type": "number"}, ["key: must be a number"], id="no binary floats"),
        pytest.param(Decimal("0.5"), {"type": "number"}, [], id="an exact number"),
        pytest.param(1, {"type": "flag"}, ["key: must be true or false"], id="1 is not true"),
        pytest.param(
            Decimal("NaN"),
            {"type": "number", "check_with": "finite"},
            ["key: must be a finite number"],
            id="not a number",
        ),
        pytest.param(
            "5", {"type": "whole", "min": 9}, ["key: must be a whole number"], id="a text"
        ),
        pytest.param(5, {"type": "whole", "min": 9}, ["key: 5 is less than 9"], id="too small"),
        pytest.param(5, {"type": "whole", "max": 3}, ["key: 5 is more than 3"], id="too great"),
        pytest.param("", text("."), ["key: must not be empty"], id="an empty text"),
        pytest.param(None, text("."), ["key: must not be empty"], id="nothing"),
        pytest.param("ab", {"type": "text", "regex": "[a-z]+"}, [], id="a pattern"),
        pytest.param(
            "ab\n",
            {"type": "text", "regex": "[a-z]+"},
            ['key: "ab\\n" does not match [a-z]+'],
            id="a line break at the end",
        ),
        pytest.param(
            "twenty",
            {"type": "text", "regex": PERIOD},
            ['key: "twenty" must be a period, such as 2024, 2024-H1, 2024-Q1, 2024-M03'],
            id="a pattern that has words",
        ),
        pytest.param(
            "balanse",
            text(".", allowed=["balance", "flow"]),
            ['key: "balanse" is not one of balance, flow; did you mean balance?'],
            id="one of a few words",
        ),
        pytest.param(
            "and",
            text(".", forbidden=["and"]),
            ['key: "and" is a reserved word'],
            id="a reserved word",
        ),
        pytest.param(
            3, said("."), ["key: must be a text in quotes or a table ({ … })"], id="several types"
        ),
        pytest.param({"zh": "x"}, said("."), ["key.en: is missing"], id="one language of two"),
        pytest.param(
            [{"one": "1"}, 2, {"onee": "1"}],
            tables(".", {"one": text(".", required=True)}),
            [
                "key[1]: must be a table ({ … })",
                "key[2].one: is missing",
                "key[2].onee: is not a known key; did you mean one?",
            ],
            id="a list of tables",
        ),
    ],
)
def test_faults(value: object, rules: dict[str, Any], expected: list[str]) -> None:
    assert faults(value, rules) == expected


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param(Decimal("NaN"), "key: must be a finite number", id="not a number"),
        pytest.param(Decimal("-Infinity"), "key: must be a finite number", id="infinity"),
        pytest.param(2**63, "key: is too great a number", id="a number of more than 64 bits"),
        pytest.param(16**9999, "key: is too great a number", id="one that Python does not write"),
        pytest.param(["a", "a\0"], "key[1]: has a NUL character in it", id="a NUL"),
        pytest.param({"a b": "\0"}, 'key."a b": has a NUL character in it', id="in a table"),
    ],
)
def test_what_nobody_can_mean(value: object, said: str) -> None:
    bounds = {"min": Decimal(1), "max": Decimal(5), "check_with": "finite"}
    rules = {"type": ["number", "list", "table"], **bounds}

    assert faults(value, rules) == [said]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param({f"key{number}": 1 for number in range(20_000)}, id="keys"),
        pytest.param({"a": [1] * 20_000}, id="items"),
    ],
)
def test_of_very_many_faults_some_are_given(data: dict[str, Any]) -> None:
    found = find_faults(data, {"a": {"type": "list", "schema": {"type": "text"}}})

    assert (len(found), found[-1].say("en")) == (101, "there are more faults like these")


def test_faults_in_chinese() -> None:
    found = faults("balanse", text(".", allowed=["balance"]), "zh")

    assert found == ["key：「balanse」应为下列之一：balance，是否应为 balance？"]


@pytest.mark.parametrize("schema", [FORM_SCHEMA, SETTINGS_SCHEMA], ids=["form", "settings"])
def test_a_schema_of_ours_can_be_built(schema: dict[str, Any]) -> None:
    refuse_loose_bounds(schema)

    assert find_faults({key: object() for key in schema}, schema) != ()


@pytest.mark.parametrize("bound", ["min", "max", "minlength", "maxlength", "regex", "allowed"])
def test_a_bound_without_a_type_is_refused(bound: str) -> None:
    schema = {"list": {"type": "list", "schema": {"type": "table", "schema": {"key": {bound: 1}}}}}
    with pytest.raises(ValueError, match=f"^key: {bound} needs a type beside it$"):
        find_faults({}, schema)


@pytest.mark.parametrize("name", ["integer", "float", "number_", "string", "boolean"])
def test_the_types_of_cerberus_are_not_to_be_had(name: str) -> None:
    with pytest.raises(SchemaError):
        find_faults({}, {"key": {"type": name}})
