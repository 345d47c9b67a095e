"""The rules and forms of a run: those that come with statlint, and those that settings name.

Shipped forms are compiled, so that they load without TOML.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module

from statlint.config import Settings
from statlint.errors import FormError
from statlint.form import load_compiled
from statlint.plain_json import read_json
from statlint.rule.card import Listed
from statlint.rule.registry import listed_rules, load_rules
from statlint.table import FormPlan, Shelved, Sketch, Worded, read_shelf
from statlint.typed import TYPE_CHECKING, cast
from statlint.values import Language, Text

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.form import Form
    from statlint.rule import AnyRule
    from statlint.table.shelf import ShelfData

_PACK = "statlint_rules"
COMPILED = ".jsonl"
"""How the names of compiled forms end."""
SHELF = "shelf.index"
"""The file beside the compiled forms that says how they are worded, or what they must print."""


def forms_folder() -> Path:
    """Give the folder of the shipped forms."""
    from pathlib import Path

    return Path(_folder())


def _folder() -> str:
    try:
        places = import_module(_PACK).__path__
    except ModuleNotFoundError:
        raise FormError(_PACK, ("the built-in forms are not installed",)) from None
    return os.path.join(next(iter(places)), "forms")  # noqa: PTH118 - pathlib takes long to import


def shipped_forms() -> tuple[Form, ...]:
    """Load every shipped form, in the order of their ids."""
    return tuple(map(load_compiled, _shipped().values()))


def shipped_plans() -> tuple[FormPlan, ...]:
    """Give a plan of every shipped form; it is loaded where a sheet may hold a table of it."""
    with open(f"{_folder()}/{SHELF}", encoding="utf-8") as file:  # noqa: PTH123 - as above
        shelf = read_shelf(cast("ShelfData", read_json(file.read())))
    return tuple(FormPlan(_shelved(path, shelf.get(name))) for name, path in _shipped().items())


def _shelved(path: str, known: tuple[Sketch, ...] | Worded | None) -> Shelved | Form:
    if known is None:
        return load_compiled(path)
    load = partial(load_compiled, path)
    return Shelved((), load, known) if isinstance(known, Worded) else Shelved(known, load)


def listed_of(settings: Settings) -> tuple[Listed, ...]:
    """List the rules that settings have to choose from; those of packs are loaded for it.

    Raises PackError.
    """
    return rules_of(settings) if settings.packs else listed_rules()


def rules_of(settings: Settings) -> tuple[AnyRule, ...]:
    """Give the rules that settings have to choose from; raises PackError."""
    if not settings.packs:
        return load_rules()
    from statlint.rule.packs import rules_with

    return rules_with(settings.packs, settings.language)


def packages_of(settings: Settings) -> tuple[str, ...]:
    """Name the packages that these rules come from."""
    if not settings.packs:
        return (_PACK,)
    from statlint.rule.packs import package_of

    named = (package_of(pack, settings.language) for pack in settings.packs)
    return tuple(dict.fromkeys((_PACK, *named)))


def plans_of(settings: Settings) -> tuple[FormPlan, ...]:
    """Give plans of all forms that are looked for; where two fit alike, the user's own is taken.

    Raises FormError and PackError.
    """
    return (*map(FormPlan, _own(settings)), *shipped_plans())


def forms_of(settings: Settings) -> tuple[Form, ...]:
    """Load all forms that are looked for; raises FormError and PackError."""
    return (*_own(settings), *shipped_forms())


def form_named(name: str, settings: Settings) -> Form:
    """Load a form by its id or its path; raises FormError where there is none."""
    if not (settings.forms or settings.form_packs) or name in _shipped() or _is_path(name):
        return find_form(name, settings.language)
    own = _own(settings)
    found = next((form for form in own if form.id == name), None)
    return found or find_form(name, settings.language, [form.id for form in own])


def sources_of(settings: Settings) -> tuple[Path, ...]:
    """List the files that rules and forms of settings come from, but for those of statlint.

    Raises FormError and PackError; nothing of a pack is run.
    """
    if not (settings.packs or settings.forms or settings.form_packs):
        return ()
    from statlint.run import own_forms

    return own_forms.sources_of(settings)


def find_form(name: str, language: Language, others: Iterable[str] = ()) -> Form:
    """Load a shipped form by its id, or any by its path; `others` are ids that are there besides.

    Raises FormError where there is none.
    """
    shipped = _shipped()
    if name in shipped:
        return load_compiled(shipped[name])
    if _is_file(name):
        from statlint.form import load_form

        return load_form(name, language=language)
    raise FormError(name, (_no_form(name, [*others, *shipped]).of(language),))


def form_fault(name: str, settings: Settings) -> Text | None:
    """Say that there is no form of an id or a path; None where there is one, good or bad."""
    if name in _shipped() or _is_file(name):
        return None
    ids = [*(form.id for form in _own(settings)), *_shipped()]
    return None if name in ids else _no_form(name, ids)


def _no_form(name: str, ids: Sequence[str]) -> Text:
    from statlint.schema import did_you_mean, listing

    known, near = listing(ids), did_you_mean(name, ids)
    return Text(
        f"没有这个表式；现有：{known.zh}{near.zh}",
        f"no such form; there are: {known.en}{near.en}",
    )


def _shipped() -> Mapping[str, str]:
    """Give the compiled forms by their ids."""
    folder = _folder()
    names = sorted(name for name in os.listdir(folder) if name.endswith(COMPILED))  # noqa: PTH208
    return {name.removesuffix(COMPILED): f"{folder}/{name}" for name in names}


def _own(settings: Settings) -> tuple[Form, ...]:
    """Load the forms that do not come with statlint; no two forms have one id."""
    if not (settings.forms or settings.form_packs):
        return ()
    from statlint.run.own_forms import own_forms

    taken: dict[str, str | Path] = {**_shipped()}
    own = own_forms(settings)
    for one in own:
        if one.form.id in taken:
            other = taken[one.form.id]
            said = Text(
                f"编号 {one.form.id} 已用于表式 {other}",
                f"the id {one.form.id} is that of the form {other}",
            )
            raise FormError(str(one.path), (said.of(settings.language),))
        taken[one.form.id] = one.path
    return tuple(one.form for one in own)


def _is_path(name: str) -> bool:
    return name.endswith(".toml") and _is_file(name)


def _is_file(name: str) -> bool:
    return os.path.isfile(name)  # noqa: PTH113 - a name that no file can have is none
