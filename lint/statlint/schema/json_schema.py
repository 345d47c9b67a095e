"""The schemas of forms and settings as JSON Schema, for editors and other programs."""

from __future__ import annotations

from decimal import Decimal
from json import dumps

from statlint.schema.form import FORM_SCHEMA
from statlint.schema.rules import Rules
from statlint.schema.settings import SETTINGS_SCHEMA

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TYPES = {
    "text": "string",
    "flag": "boolean",
    "whole": "integer",
    "number": "number",
    "table": "object",
    "list": "array",
}
_BOUNDS = {
    "text": {"minlength": "minLength", "allowed": "enum"},
    "whole": {"min": "minimum", "max": "maximum"},
    "number": {"min": "minimum", "max": "maximum"},
    "list": {"minlength": "minItems"},
}


def form_json_schema() -> Rules:
    """Give the schema of forms as JSON Schema (draft 2020-12)."""
    return {"$schema": _DIALECT, "title": "statlint form", **_object(FORM_SCHEMA)}


def settings_json_schema() -> Rules:
    """Give the schema of settings files as JSON Schema (draft 2020-12)."""
    return {"$schema": _DIALECT, "title": "statlint settings", **_object(SETTINGS_SCHEMA)}


def schema_text(*, settings: bool) -> str:
    """Write the schema of settings, or that of forms, as JSON."""
    schema = settings_json_schema() if settings else form_json_schema()
    return dumps(schema, ensure_ascii=False, indent=1) + "\n"


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
    left = {"meta"} if name in {"table", "list"} else {"meta", "schema"}
    return {key: rule for key, rule in rules.items() if key not in left} | {"type": name}


def _typed(rules: Rules) -> Rules:
    name = rules["type"]
    if name == "table":
        return _object(rules["schema"]) if "schema" in rules else _free(rules)
    made: Rules = {"type": _TYPES[name]}
    made |= {
        said: _plain(rules[key]) for key, said in _BOUNDS.get(name, {}).items() if key in rules
    }
    if name == "list":
        made["items"] = _value(rules["schema"])
    if name == "text" and "regex" in rules:
        made["pattern"] = (
            f"^(?:{rules['regex']})$" if "|" in rules["regex"] else f"^{rules['regex']}$"
        )
    if "forbidden" in rules:
        made["not"] = {"enum": rules["forbidden"]}
    return made


def _free(rules: Rules) -> Rules:
    """Give a table whose keys are the user's own."""
    return {"type": "object", "additionalProperties": _value(rules["valuesrules"])}


def _plain(bound: object) -> object:
    """Give a bound as JSON has it, which knows no exact numbers."""
    return float(bound) if isinstance(bound, Decimal) else bound
