"""Forms by id or path: those that are shipped, and those of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.run import pack
from statlint.run.pack import (
    SHELF,
    find_form,
    forms_folder,
    shipped_forms,
    shipped_plans,
)
from statlint.table import FormPlan
from statlint.table.shelving import shelf_text
from statlint.values import Language

OWN_FORM = """
id = "own"
title = "Own"
source = "Own"
[[table]]
key = "t"
title = "T"
head = [{ key = "x", label = "X" }]
line = [{ key = "a", label = "A" }]
"""


def test_shipped_forms_come_in_the_order_of_their_ids() -> None:
    ids = [form.id for form in shipped_forms()]

    assert ids == sorted(path.stem for path in forms_folder().glob("*.toml"))
    assert "cn-disclosure-annual-2021" in ids


def test_the_shelf_of_forms_is_fresh() -> None:
    shelf = (forms_folder() / SHELF).read_text(encoding="utf-8")

    assert shelf == shelf_text([FormPlan(form) for form in shipped_forms()])
    assert shelf == shelf_text(shipped_plans())


def test_a_form_that_is_not_on_the_shelf_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = shipped_plans()[:1]
    name = f"{plans[0].form.id}.jsonl"
    (tmp_path / name).write_bytes((forms_folder() / name).read_bytes())
    (tmp_path / SHELF).write_text(shelf_text(()), encoding="utf-8")
    monkeypatch.setattr(pack, "_folder", lambda: str(tmp_path))

    assert [plan.source for plan in shipped_plans()] == [plans[0].form]


def test_plans_are_those_of_the_shipped_forms() -> None:
    plans = shipped_plans()

    assert [plan.form.id for plan in plans] == [form.id for form in shipped_forms()]
    assert [plan.form.id for plan in plans if plan.open] == [
        form.id for form in shipped_forms() if any(table.open for table in form.tables)
    ]


def test_a_shipped_form_is_found_by_its_id() -> None:
    assert find_form("cn-disclosure-annual-2019", "en").last_year == 2020


def test_a_form_of_ones_own_is_found_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN_FORM, encoding="utf-8")

    assert find_form(str(path), "en").id == "own"


@pytest.mark.parametrize(
    ("language", "said"),
    [("zh", "没有这个表式；现有："), ("en", "no such form; there are: ")],
)
def test_a_form_that_is_not_there_is_refused(language: Language, said: str) -> None:
    with pytest.raises(FormError) as refusal:
        find_form("cn-disclosure-annual-1999", language)

    assert refusal.value.path == "cn-disclosure-annual-1999"
    assert refusal.value.faults[0].startswith(said)
    assert "cn-disclosure-annual-2021" in refusal.value.faults[0]


def test_a_name_too_long_for_a_path_is_refused() -> None:
    with pytest.raises(FormError, match="no such form"):
        find_form("x" * 5000, "en")


def test_without_the_pack_there_are_no_forms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "_PACK", "no_such_pack_at_all")

    with pytest.raises(FormError, match="the built-in forms are not installed"):
        shipped_forms()
