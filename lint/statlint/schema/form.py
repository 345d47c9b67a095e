"""The schema of forms: every key of the form language, its type and its bounds."""

from __future__ import annotations

from typing import Any

from statlint.finding import Origin, Severity

_WORD = r"[a-z][a-z0-9_]*"
_RESERVED = ["and", "or", "not", "if", "then", "iff"]
_VALUE_KINDS = ["count", "change", "amount", "share", "score", "text"]
_EDIT_KINDS = ["balance", "flow", "part", "range", "condition", "ratio", "shares", "scale"]
KINDS_OF_UNIT = ["town", "street", "county", "department", "city", "province", "ministry"]

_Rules = dict[str, Any]


def _text(**more: object) -> _Rules:
    return {"type": "text", "minlength": 1, **more}


def _key() -> _Rules:
    return _text(required=True, regex=_WORD, forbidden=_RESERVED)


def _texts(**more: object) -> _Rules:
    return {"type": "list", "schema": _text(**more)}


def _said(**more: object) -> _Rules:
    both = {"zh": _text(required=True), "en": _text(required=True)}
    return {"type": ["text", "table"], "minlength": 1, "schema": both, **more}


def _tables(schema: _Rules) -> _Rules:
    return {"type": "list", "schema": {"type": "table", "schema": schema}}


_LABEL: _Rules = {"label": _text(required=True), "en": _text(), "aliases": _texts()}

_MEASURE: _Rules = {
    "kind": _text(allowed=_VALUE_KINDS),
    "unit": _text(),
    "units": _texts(),
    "required": {"type": "flag"},
    "minimum": {"type": "number", "check_with": "finite"},
    "maximum": {"type": "number", "check_with": "finite"},
    "stock": {"type": "flag"},
    "rounded": {"type": "flag"},
}

_HEAD: _Rules = {"key": _key(), **_LABEL, "over": _texts(), **_MEASURE}

_LINE: _Rules = {
    "key": _key(),
    **_LABEL,
    "under": _text(),
    "heading": {"type": "flag"},
    **_MEASURE,
}

_BOXED: _Rules = {
    "caption": _said(),
    "stubheads": _texts(),
    "head": _tables(_HEAD),
    "line": _tables(_LINE),
}

_BLOCK: _Rules = {"key": _text(required=True, regex=r"[a-z0-9][a-z0-9_-]*"), **_BOXED}

_EDIT: _Rules = {
    "id": _text(required=True, regex=r"[A-Za-z][A-Za-z0-9_-]*"),
    "name": _said(),
    "rule": _text(required=True),
    "per": _text(allowed=["head", "line", "once"]),
    "lines": _texts(),
    "heads": _texts(),
    "nature": _text(allowed=["mandatory", "query", "强制性", "核实性"]),
    "severity": _text(allowed=[severity.value for severity in Severity]),
    "origin": _text(allowed=[Origin.OFFICIAL.value, Origin.FORM.value]),
    "message": _said(),
    "advice": _said(),
    "active": {"type": "flag"},
    "only-for": _texts(allowed=KINDS_OF_UNIT),
    "implied-by": _texts(),
    "kind": _text(allowed=_EDIT_KINDS),
}

_TABLE: _Rules = {
    "key": _key(),
    "title": _said(required=True),
    "aliases": _texts(),
    "arrangement": _text(allowed=["lines-down", "side-by-side"]),
    **_MEASURE,
    **_BOXED,
    "block": _tables(_BLOCK),
    "edit": _tables(_EDIT),
}

_SIGN: _Rules = {
    "key": _key(),
    **_LABEL,
    "kind": _text(required=True, allowed=["unit", "person", "phone", "date"]),
    "required": {"type": "flag"},
}

FORM_SCHEMA: _Rules = {
    "id": _text(required=True, regex=r"[a-z0-9][a-z0-9-]*"),
    "family": _text(regex=r"[a-z0-9][a-z0-9-]*"),
    "title": _said(required=True),
    "source": _said(required=True),
    "first-year": {"type": "whole", "min": 1900, "max": 2200},
    "last-year": {"type": "whole", "min": 1900, "max": 2200},
    "blank": _text(allowed=["zero", "missing"]),
    "titles": _texts(),
    "table": {**_tables(_TABLE), "required": True},
    "sign-off": _tables(_SIGN),
    "edit": _tables(_EDIT),
}
