"""The forms that come with the built-in pack, compiled so that they load without TOML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from statlint.errors import FormError
from statlint.form import Form, load_compiled, load_form
from statlint.schema import listing
from statlint.table import FormPlan, Shelved, Sketch
from statlint.values import Language, Text

_PACK = "statlint_rules"
SHELF = "shelf.index"
"""The file beside the compiled forms that says what the open ones must print."""


def forms_folder() -> Path:
    """Give the folder of the shipped forms."""
    spec = find_spec(_PACK)
    if spec is None or not spec.submodule_search_locations:
        raise FormError(_PACK, ("the built-in forms are not installed",))
    return Path(next(iter(spec.submodule_search_locations))) / "forms"


def shipped_forms() -> tuple[Form, ...]:
    """Load every shipped form, in the order of their ids."""
    return tuple(load_compiled(path) for path in sorted(forms_folder().glob("*.json")))


def shipped_plans() -> tuple[FormPlan, ...]:
    """Give a plan of every shipped form; open forms are loaded where a sheet may hold a table."""
    folder = forms_folder()
    shelf = _shelf(folder)
    return tuple(
        FormPlan(
            Shelved(shelf[path.stem], partial(load_compiled, path))
            if path.stem in shelf
            else load_compiled(path)
        )
        for path in sorted(folder.glob("*.json"))
    )


def shelf_text(forms: Iterable[Form]) -> str:
    """Write the index of the open forms among some."""
    plans = {form.id: FormPlan(form) for form in forms}
    data = {
        name: [sketch.data() for sketch in plan.sketches]
        for name, plan in plans.items()
        if plan.open
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _shelf(folder: Path) -> Mapping[str, tuple[Sketch, ...]]:
    data = json.loads((folder / SHELF).read_text(encoding="utf-8"))
    return {name: tuple(map(Sketch.read, sketches)) for name, sketches in data.items()}


def find_form(name: str, language: Language) -> Form:
    """Load a form by its id or its path; raises FormError where there is none."""
    shipped = {path.stem: path for path in sorted(forms_folder().glob("*.json"))}
    if name in shipped:
        return load_compiled(shipped[name])
    if _is_file(name):
        return load_form(name, language=language)
    known = listing(shipped)
    said = Text(f"没有这个表式；现有：{known.zh}", f"no such form; there are: {known.en}")
    raise FormError(name, (said.of(language),))


def _is_file(name: str) -> bool:
    # Some names (a very long one) cannot be those of files: the system refuses to look.
    try:
        return Path(name).is_file()
    except OSError:
        return False
