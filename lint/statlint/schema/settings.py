"""The schema of a settings file: its keys, their types and the values they may have."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from statlint.finding import Severity
from statlint.schema.form import KINDS_OF_UNIT

_TEXT: dict[str, Any] = {"type": "text", "minlength": 1}
_TEXTS: dict[str, Any] = {"type": "list", "schema": _TEXT}

_DATASET: dict[str, Any] = {
    "name": {**_TEXT, "required": True},
    "files": {**_TEXT, "required": True},
    "unit": _TEXT,
    "form": _TEXT,
    "parts": _TEXTS,
    # What the list holds, names or tables with aliases, is looked at where it is read.
    "units": {"type": ["text", "list"]},
}

_ABOVE_0: dict[str, Any] = {"type": "number", "min": Decimal("0.000001"), "check_with": "finite"}
_THRESHOLDS: dict[str, Any] = {
    "false-alarms": _ABOVE_0,
    "unusual": _ABOVE_0,
    "warning": _ABOVE_0,
    "factor": _ABOVE_0,
    "series": _ABOVE_0,
    "units": _ABOVE_0,
    "units-information": _ABOVE_0,
    "fewest-units": {"type": "whole", "min": 1},
    "vanished": _ABOVE_0,
    "same": _ABOVE_0,
    "least-change": {"type": "number", "min": Decimal(1), "check_with": "finite"},
}

_DAY_OF_YEAR = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
_DOCUMENTS: dict[str, Any] = {
    "convert": {"type": "flag"},
    "sign-by": {"type": "text", "regex": _DAY_OF_YEAR},
    "at-least": {
        "type": "list",
        "schema": {
            "type": "table",
            "schema": {
                "words": {**_TEXTS, "required": True, "minlength": 1},
                "least": {"type": "whole", "min": 1, "required": True},
                "units": _TEXTS,
            },
        },
    },
}

SETTINGS_SCHEMA: dict[str, Any] = {
    "lang": {"type": "text", "allowed": ["zh", "en"]},
    "form": _TEXT,
    "period": {
        "type": ["text", "whole"],
        "regex": r"\d{4}(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?",
        "min": 1900,
        "max": 2200,
    },
    "select": _TEXTS,
    "ignore": _TEXTS,
    "preview": {"type": "flag"},
    "fail-level": {"type": "text", "allowed": [severity.value for severity in Severity]},
    "unit-kind": {"type": "text", "allowed": KINDS_OF_UNIT},
    "blank": {"type": "text", "allowed": ["zero", "missing"]},
    "edits-on": _TEXTS,
    "edits-off": _TEXTS,
    "encoding": _TEXT,
    "units": _TEXTS,
    "infer": {"type": "flag"},
    "previous": _TEXTS,
    "parts": _TEXTS,
    "thresholds": {"type": "table", "schema": _THRESHOLDS},
    "documents": {"type": "table", "schema": _DOCUMENTS},
    "dataset": {"type": "list", "schema": {"type": "table", "schema": _DATASET}},
}
