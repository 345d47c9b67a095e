"""Forms compiled to JSON and read back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.form import load_compiled, load_form
from statlint.form.compile import compile_form, read_compiled

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "rules" / "statlint_rules" / "forms"
FORMS = sorted(path.stem for path in SHIPPED.glob("*.toml"))


@pytest.mark.parametrize("name", FORMS)
def test_a_shipped_form_is_compiled_from_its_toml(name: str) -> None:
    compiled = (SHIPPED / f"{name}.json").read_text(encoding="utf-8")

    assert compiled == compile_form(SHIPPED / f"{name}.toml")


def test_no_compiled_form_is_left_over() -> None:
    compiled = sorted(path.stem for path in SHIPPED.glob("*.json"))

    assert compiled == FORMS


@pytest.mark.parametrize("name", FORMS)
def test_a_compiled_form_is_the_same_form(name: str) -> None:
    compiled = load_compiled(SHIPPED / f"{name}.json")

    assert compiled == load_form(SHIPPED / f"{name}.toml")


def test_numbers_stay_exact(tmp_path: Path) -> None:
    path = tmp_path / "form.toml"
    text = (ROOT / "fixtures" / "forms" / "good" / "population.toml").read_text(encoding="utf-8")
    path.write_text(text.replace("maximum = 100", "maximum = 100.10"), encoding="utf-8")
    data = read_compiled(compile_form(path))

    assert str(data["table"][0]["line"][-1]["maximum"]) == "100.10"  # type: ignore[index]
    assert data["table"][0]["line"][-1]["maximum"] == Decimal("100.1")  # type: ignore[index]


def test_a_bad_form_is_not_compiled() -> None:
    with pytest.raises(FormError):
        compile_form(ROOT / "fixtures" / "forms" / "bad" / "meaning.toml")
