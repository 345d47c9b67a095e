"""The forms that come with the built-in pack, compiled so that they load without TOML."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from statlint.errors import FormError
from statlint.form import Form, load_compiled, load_form
from statlint.schema import listing
from statlint.values import Language, Text

_PACK = "statlint_rules"


def forms_folder() -> Path:
    """Give the folder of the shipped forms."""
    spec = find_spec(_PACK)
    if spec is None or not spec.submodule_search_locations:
        raise FormError(_PACK, ("the built-in forms are not installed",))
    return Path(next(iter(spec.submodule_search_locations))) / "forms"


def shipped_forms() -> tuple[Form, ...]:
    """Load every shipped form, in the order of their ids."""
    return tuple(load_compiled(path) for path in sorted(forms_folder().glob("*.json")))


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
