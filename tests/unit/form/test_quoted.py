"""What a form says of texts that quote its figures: read late, checked when it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.errors import FormError
from statlint.finding import Nature
from statlint.form import Name, Operation, load_form
from statlint.form.quoted import Quoted, parse_figure
from statlint.form.write_form import write_form
from statlint.values import Text

FORM = """
id = "cases"
title = "案件"
source = "示例"

[[table]]
key = "cases"
title = "案件"
head = [{ key = "towns", label = "乡镇" }, { key = "offices", label = "部门" }]
line = [{ key = "closed", label = "办结" }, { key = "open", label = "未结" }]

[[quoted]]
id = "Q1"
"""


def form_with(tmp_path: Path, entry: str) -> Path:
    path = tmp_path / "cases.toml"
    path.write_text(FORM + entry, encoding="utf-8")
    return path


def test_a_quotation_is_read(tmp_path: Path) -> None:
    entry = """
    figure = "cases.closed.towns + cases.closed.offices"
    or = ["cases.closed.towns"]
    all = ["办结|结案", "案件"]
    near = ["全县"]
    after = ["均已"]
    none = ["未"]
    units = ["件"]
    absent = true
    direct = true
    nature = "强制性"
    name = { zh = "办结", en = "Closed" }
    reason = "口径不同"
    """
    form = load_form(form_with(tmp_path, entry))
    again = tmp_path / "again.toml"
    again.write_text(write_form(form), encoding="utf-8")

    assert form.quoted == (
        Quoted(
            id="Q1",
            name=Text("办结", "Closed"),
            readings=("cases.closed.towns + cases.closed.offices", "cases.closed.towns"),
            all=("办结|结案", "案件"),
            near=("全县",),
            after=("均已",),
            none=("未",),
            units=("件",),
            nature=Nature.MANDATORY,
            absent=True,
            direct=True,
            reason=Text("口径不同", "口径不同"),
        ),
    )
    assert form.quoted[0].figures() == (
        Operation("+", Name(("cases", "closed", "towns")), Name(("cases", "closed", "offices"))),
        Name(("cases", "closed", "towns")),
    )
    assert load_form(again) == form


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    form = load_form(form_with(tmp_path, 'figure = "cases.open.towns"\nall = ["未结"]'))

    assert form.quoted == (Quoted("Q1", Text("Q1", "Q1"), ("cases.open.towns",), ("未结",)),)


@pytest.mark.parametrize(
    ("figure", "fault"),
    [
        pytest.param(
            "cases.closd.towns",
            "quoted[0].figure: 'cases.closd.towns': ",
            id="no such line",
        ),
        pytest.param("closed.towns", "must be table.line.head here", id="no table"),
        pytest.param("cases.closed.towns +", "quoted[0].figure", id="not in the language"),
        pytest.param("cases.closed.towns) = 0 or (1", "must be a figure", id="more than a figure"),
    ],
)
def test_a_figure_that_is_not_there_is_a_fault(tmp_path: Path, figure: str, fault: str) -> None:
    path = form_with(tmp_path, f'figure = "cases.open.towns"\nor = ["{figure}"]\nall = ["未结"]')
    with pytest.raises(FormError) as raised:
        load_form(path)

    assert fault in str(raised.value)


def test_a_figure_may_be_in_brackets() -> None:
    assert parse_figure("(cases.open.towns)") == Name(("cases", "open", "towns"))
