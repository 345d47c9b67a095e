"""The schema of forms as JSON Schema."""

from __future__ import annotations

import json

from statlint.schema.form import FORM_SCHEMA
from statlint.schema.json_schema import form_json_schema


def test_the_top_of_the_schema() -> None:
    schema = form_json_schema()

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == list(FORM_SCHEMA)
    assert schema["required"] == ["id", "title", "source", "table"]
    assert schema["additionalProperties"] is False


def test_a_text_with_bounds() -> None:
    table = form_json_schema()["properties"]["table"]["items"]["properties"]
    key = table["head"]["items"]["properties"]["key"]

    assert key == {
        "description": "The name of a head in edits.",
        "type": "string",
        "minLength": 1,
        "pattern": "^[a-z][a-z0-9_]*$",
        "not": {"enum": ["and", "or", "not", "if", "then", "iff"]},
    }


def test_a_wording_is_a_text_or_one_in_each_language() -> None:
    title = form_json_schema()["properties"]["title"]

    assert title == {
        "description": "The title of the form.",
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "properties": {
                    "zh": {
                        "description": "The Chinese wording.",
                        "type": "string",
                        "minLength": 1,
                    },
                    "en": {
                        "description": "The English wording.",
                        "type": "string",
                        "minLength": 1,
                    },
                },
                "additionalProperties": False,
                "required": ["zh", "en"],
            },
        ],
    }


def test_a_year_a_flag_and_a_list() -> None:
    properties = form_json_schema()["properties"]
    stated = properties["edit"]["items"]["properties"]
    found = {key: value for key, value in properties["first-year"].items() if key != "description"}

    assert found == {"type": "integer", "minimum": 1900, "maximum": 2200}
    assert stated["active"]["type"] == "boolean"
    assert stated["lines"]["items"] == {"type": "string", "minLength": 1}


def test_the_schema_can_be_written_as_json() -> None:
    schema = form_json_schema()

    assert json.loads(json.dumps(schema)) == schema


def test_a_list_of_lists() -> None:
    sets = form_json_schema()["properties"]["table"]["items"]["properties"]["one-of"]
    found = {key: value for key, value in sets.items() if key != "description"}

    assert found == {
        "type": "array",
        "items": {"type": "array", "items": {"type": "string", "minLength": 1}},
    }
