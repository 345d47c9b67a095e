"""Forms compiled to JSON, so that shipped forms load without TOML and without Cerberus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from statlint.form.build import build_form
from statlint.form.load import form_of, read_form_data
from statlint.form.model import Form

_EXACT = "exact"


def compile_form(path: Path) -> str:
    """Compile a form file that has no faults; raises FormError with all faults otherwise."""
    data = read_form_data(path)
    form_of(data, str(path))
    return compiled(data)


def compiled(data: Mapping[str, object]) -> str:
    """Write the plain data of a form that has no faults."""
    return json.dumps(data, default=_tag, ensure_ascii=False, indent=1) + "\n"


def load_compiled(path: Path) -> Form:
    """Load a compiled form."""
    return build_form(read_compiled(path.read_text(encoding="utf-8")), str(path))


def read_compiled(text: str) -> Mapping[str, object]:
    """Give the plain data of a compiled form, as the form file has it."""
    data: Mapping[str, object] = json.loads(text, object_hook=_untag)
    return data


def _tag(value: object) -> dict[str, str]:
    """Keep an exact number as text: JSON readers make binary floats of numbers."""
    if isinstance(value, Decimal):
        return {_EXACT: str(value)}
    message = f"{value!r} cannot stand in a form"
    raise TypeError(message)


def _untag(data: dict[str, object]) -> object:
    exact = data.get(_EXACT)
    return Decimal(exact) if isinstance(exact, str) else data
