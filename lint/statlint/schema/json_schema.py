"""The schema of forms as JSON Schema, for editors and other programs."""

from __future__ import annotations

from statlint.schema.form import FORM_SCHEMA
from statlint.schema.rules import Rules

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {
    "text": "string",
    "flag": "boolean",
    "whole": "integer",
    "number": "number",
    "table": "object",
    "list": "array",
}
_BOUNDS = {"minlength": "minLength", "min": "minimum", "max": "maximum", "allowed": "enum"}


def form_json_schema() -> Rules:
    """Give the schema of forms as JSON Schema (draft 2020-12)."""
    return {"$schema": _DIALECT, "title": "statlint form", **_object(FORM_SCHEMA)}


def _object(schema: Rules) -> Rules:
    required = [key for key, rules in schema.items() if rules.get("required")]
    made: Rules = {
        "type": "object",
        "properties": {key: _value(rules) for key, rules in schema.items()},
        "additionalProperties": False,
    }
    return {**made, "required": required} if required else made


def _value(rules: Rules) -> Rules:
    described = {"description": rules["meta"]} if "meta" in rules else {}
    if isinstance(rules["type"], list):
        return described | {"anyOf": [_value(_alone(rules, name)) for name in rules["type"]]}
    return described | _typed(rules)


def _alone(rules: Rules, name: str) -> Rules:
    """Give the rules that matter where a key that takes several types holds one of them."""
    keys = {"schema"} if name in {"table", "list"} else rules.keys() - {"schema", "meta"}
    return {"type": name} | {key: rules[key] for key in keys if key in rules and key != "type"}


def _typed(rules: Rules) -> Rules:
    if rules["type"] == "table":
        return _object(rules["schema"])
    made: Rules = {"type": _TYPES[rules["type"]]}
    made |= {name: rules[key] for key, name in _BOUNDS.items() if key in rules}
    if rules["type"] == "list":
        made["items"] = _value(rules["schema"])
    if "regex" in rules:
        made["pattern"] = f"^{rules['regex']}$"
    if "forbidden" in rules:
        made["not"] = {"enum": rules["forbidden"]}
    return made
