"""The rules, edits and forms that a settings file names, each with its place in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from statlint.schema import below
from statlint.typed import Any

_RULES = ("select", "extend-select", "ignore", "extend-ignore")
_JUSTIFY = ("allow", "forbid")
_EDITS = ("edits-on", "edits-off")


def rules_named_in(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Go through the words for rules: the path of the entry, as faults name it, and the word."""
    yield from _listed(values, _RULES)
    for pattern, words in values.get("per-file-ignores", {}).items():
        for number, word in enumerate(words):
            yield below(below("per-file-ignores", pattern), number), word
    for word in values.get("severity", {}):
        yield below("severity", word), word
    for path, word in _listed(values.get("justify", {}), _JUSTIFY):
        yield f"justify.{path}", word


def edits_named_in(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Go through the ids of edits: the path of the entry, and the id."""
    return _listed(values, _EDITS)


def forms_named_in(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Go through the forms that are named: the path of the entry, and the form's id or path."""
    if "form" in values:
        yield "form", values["form"]
    for number, dataset in enumerate(values.get("dataset", ())):
        if "form" in dataset:
            yield f"dataset[{number}].form", dataset["form"]


def names_anything(values: Mapping[str, Any]) -> bool:
    """Tell whether a settings file names any of these."""
    several = (rules_named_in(values), edits_named_in(values), forms_named_in(values))
    return any(next(named, None) is not None for named in several)


def _listed(values: Mapping[str, Any], keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for key in keys:
        for number, word in enumerate(values.get(key, ())):
            yield f"{key}[{number}]", word
