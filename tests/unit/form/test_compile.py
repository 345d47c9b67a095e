"""Forms compiled to lines of JSON and read back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.form import load_compiled, load_form
from statlint.form.compile import compile_form, compiled
from statlint.form.compiled import read_compiled

ROOT = Path(__file__).parents[3]
GOOD = ROOT / "fixtures" / "forms" / "good"
SHIPPED = ROOT / "rules" / "statlint_rules" / "forms"
FORMS = sorted(path.stem for path in SHIPPED.glob("*.toml"))


@pytest.mark.parametrize("name", FORMS)
def test_a_shipped_form_is_compiled_from_its_toml(name: str) -> None:
    compiled = (SHIPPED / f"{name}.jsonl").read_text(encoding="utf-8")

    assert compiled == compile_form(SHIPPED / f"{name}.toml")


def test_no_compiled_form_is_left_over() -> None:
    compiled = sorted(path.stem for path in SHIPPED.glob("*.jsonl"))

    assert compiled == FORMS


@pytest.mark.parametrize("name", FORMS)
def test_a_compiled_form_is_the_same_form(name: str) -> None:
    compiled = load_compiled(SHIPPED / f"{name}.jsonl")

    assert compiled == load_form(SHIPPED / f"{name}.toml")


@pytest.mark.parametrize("name", sorted(path.stem for path in GOOD.glob("*.toml")))
def test_a_form_of_a_user_is_the_same_once_compiled(name: str) -> None:
    form = load_form(GOOD / f"{name}.toml")

    assert read_compiled(compiled(form)) == form


def test_edits_wait_until_they_are_asked_for() -> None:
    first, *later = (SHIPPED / "cn-applications.jsonl").read_text(encoding="utf-8").split("\n")
    form = read_compiled("\n".join([first, *("no JSON" for _ in later)]))

    with pytest.raises(ValueError, match="Expecting value"):
        len(form.tables[0].edits)


def test_numbers_stay_exact(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    text = (GOOD / "population.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("maximum = 100", "maximum = 100.10"), encoding="utf-8")
    measure = read_compiled(compile_form(path)).tables[0].blocks[0].lines[-1].measure

    assert measure is not None
    assert str(measure.maximum) == "100.10"
    assert measure.maximum == Decimal("100.1")


def test_a_bad_form_is_not_compiled() -> None:
    with pytest.raises(FormError):
        compile_form(ROOT / "fixtures" / "forms" / "bad" / "meaning.toml")
