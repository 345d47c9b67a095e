"""Plain data against a schema, all faults at once; the only module that knows Cerberus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import reduce
from itertools import islice

from cerberus import TypeDefinition, Validator
from cerberus.errors import REGEX_MISMATCH

from statlint.schema.fault import Fault, below, did_you_mean, one_of
from statlint.schema.odd import find_odd
from statlint.schema.shapes import SHAPES
from statlint.schema.spell import MISSING, SENTENCES, TYPE_NAMES
from statlint.typed import Any
from statlint.values import Text

_BOUNDS = frozenset({"min", "max", "minlength", "maxlength", "regex", "allowed", "forbidden"})
_FREE = ("keysrules", "valuesrules")
"""The rules of tables whose keys are the user's own."""
_UNKNOWN_KEY = 0x03
_MOST = 100


class _Checker(Validator):  # type: ignore[misc]  # Cerberus has no types
    """Cerberus with types of our own only: none of them takes true for 1 or a binary float."""

    types_mapping = {  # noqa: RUF012 - Cerberus reads it from the class
        "text": TypeDefinition("text", (str,), ()),
        "flag": TypeDefinition("flag", (bool,), ()),
        "whole": TypeDefinition("whole", (int,), (bool,)),
        "number": TypeDefinition("number", (int, Decimal), (bool,)),
        "table": TypeDefinition("table", (Mapping,), ()),
        "list": TypeDefinition("list", (list,), ()),
    }

    def _error(self, *args: Any) -> None:  # noqa: ANN401
        """Note so many faults that it can be told that there are more; all are sorted each time."""
        if len(self._errors) <= _MOST:
            super()._error(*args)

    def _validate_regex(self, pattern: str, field: Any, value: Any) -> None:  # noqa: ANN401
        """Match the whole text; Cerberus' own rule lets a line break at the end pass.

        The rule's arguments are validated against this schema: {'type': 'string'}
        """
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            self._error(field, REGEX_MISMATCH)

    def _validate_min(self, min_value: Any, field: Any, value: Any) -> None:  # noqa: ANN401
        """Compare finite numbers only; Decimal refuses to say whether NaN is less.

        The rule's arguments are validated against this schema: {'nullable': False}
        """
        if not _is_endless(value):
            super()._validate_min(min_value, field, value)

    def _validate_max(self, max_value: Any, field: Any, value: Any) -> None:  # noqa: ANN401
        """Compare finite numbers only.

        The rule's arguments are validated against this schema: {'nullable': False}
        """
        if not _is_endless(value):
            super()._validate_max(max_value, field, value)

    def _check_with_finite(self, field: Any, value: Any) -> None:  # noqa: ANN401
        if _is_endless(value):
            self._error(field, "finite")


def _is_endless(value: object) -> bool:
    return isinstance(value, Decimal) and not value.is_finite()


def find_faults(data: Mapping[str, Any], schema: Mapping[str, Any]) -> tuple[Fault, ...]:
    """Check plain data against a schema and give every fault, in the order of the data's paths.

    Of very many, the first hundred are given.
    """
    refuse_loose_bounds(schema)
    faults = [*islice(find_odd(data), _MOST)]
    told = {fault.path for fault in faults}
    checker = _Checker(schema)
    checker.validate(data, normalize=False)
    found = _flat(checker._errors)  # noqa: SLF001 - `errors` is nested lists of words
    errors = [error for error in found if _written(error.document_path) not in told]
    faults += [_fault(error, schema) for error in errors[:_MOST]]
    if len(errors) > _MOST:
        faults.append(Fault("", Text("其余错误从略", "there are more faults like these")))
    return tuple(dict.fromkeys(faults))


def refuse_loose_bounds(schema: Mapping[str, Any]) -> None:
    """Refuse a schema that bounds a value without naming its type: Cerberus lets texts pass."""
    for key, rules in schema.items():
        if "type" not in rules:
            loose = sorted(_BOUNDS & rules.keys())
            if loose:
                message = f"{key}: {loose[0]} needs a type beside it"
                raise ValueError(message)
        inner = rules.get("schema", {})
        # A list has the rules of one item below it, a table those of its keys.
        refuse_loose_bounds({key: inner} if "list" in _types(rules) else inner)
        refuse_loose_bounds({free: rules[free] for free in _FREE if free in rules})


def _types(rules: Mapping[str, Any]) -> list[str]:
    stated = rules.get("type", [])
    return stated if isinstance(stated, list) else [stated]


def _flat(errors: Any) -> Iterator[Any]:  # noqa: ANN401
    for error in errors:
        if error.is_group_error:
            yield from _flat(error.child_errors)
        else:
            yield error


def _fault(error: Any, schema: Mapping[str, Any]) -> Fault:  # noqa: ANN401
    return Fault(_written(error.document_path), _words(error, schema))


def _written(path: tuple[str | int, ...]) -> str:
    return reduce(below, path, "")


def _words(error: Any, schema: Mapping[str, Any]) -> Text:  # noqa: ANN401
    if error.code == _UNKNOWN_KEY:
        hint = did_you_mean(error.document_path[-1], _keys_at(schema, error.document_path[:-1]))
        return Text(f"不认识此项{hint.zh}", f"is not a known key{hint.en}")
    if error.rule == "required":
        return MISSING
    if error.rule == "allowed":
        return one_of(str(error.value), error.constraint)
    if error.rule == "type":
        names = error.constraint if isinstance(error.constraint, list) else [error.constraint]
        return Text(
            "应为" + "或".join(TYPE_NAMES[name].zh for name in names),
            "must be " + " or ".join(TYPE_NAMES[name].en for name in names),
        )
    shape = SHAPES.get(str(error.constraint)) if error.rule == "regex" else None
    kind = "shape" if shape else error.rule
    template = SENTENCES[kind if kind in SENTENCES else error.info[0]]
    value = error.value
    said = str(value) if isinstance(value, Decimal) else repr(value).strip("'")
    meant = shape or Text(str(error.constraint), str(error.constraint))
    return Text(
        template.zh.format(constraint=meant.zh, value=said),
        template.en.format(constraint=meant.en, value=said),
    )


def _keys_at(schema: Mapping[str, Any], path: tuple[str | int, ...]) -> tuple[str, ...]:
    for step in path:
        if isinstance(step, int):
            continue
        rules = schema[step]
        inner = rules["schema"]
        schema = inner["schema"] if rules["type"] == "list" else inner
    return tuple(schema)
