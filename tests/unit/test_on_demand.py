"""Rooms that import a module when a name of it is asked for."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from statlint.on_demand import on_demand

ROOMS = ("statlint", "statlint.config", "statlint.finding", "statlint.values", "statlint.workbook")


@pytest.mark.parametrize("room", ROOMS)
def test_every_name_of_a_room_is_there(room: str) -> None:
    package = import_module(room)
    missing = [name for name in package.__all__ if not hasattr(package, name)]

    assert missing == []


@pytest.mark.parametrize("room", ROOMS)
def test_no_name_is_that_of_a_module(room: str) -> None:
    package = import_module(room)
    modules = {path.stem for place in package.__path__ for path in Path(place).glob("*.py")}

    assert modules.intersection(package.__all__) == set()


def test_a_name_that_is_not_there() -> None:
    find = on_demand("statlint.values", {"text": "Text plain"})

    with pytest.raises(AttributeError, match=r"^module 'statlint.values' has no attribute 'Tex'$"):
        find("Tex")


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    said = "import sys, statlint.values as room; before = set(sys.modules); room.Period; "
    said += "print('statlint.values.period' in before, 'statlint.values.period' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - this Python, with words of our own
        [sys.executable, "-c", said], capture_output=True, check=True, encoding="utf-8"
    )

    assert done.stdout.split() == ["False", "True"]
