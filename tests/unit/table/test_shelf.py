"""What is known of a form before it is loaded."""

from __future__ import annotations

import json

import pytest

from statlint.form import Form
from statlint.run.pack import find_form
from statlint.table import FormPlan, Hints, Shelved, Sketch, read_shelf, search
from statlint.table.open_words import labels_on
from statlint.table.shelving import shelf_text
from tables import form_of, grid_of, table_of, told

CHANNELS = find_form("cn-channels", "en")
SKETCHES = FormPlan(CHANNELS).sketches


@pytest.mark.parametrize(
    ("printed", "likely"),
    [
        pytest.param(["公开渠道", "数量", "占比"], True, id="all that is needed"),
        pytest.param(["公开渠到", "数量", "占比"], True, id="one head mistyped"),
        pytest.param(["名称", "单价", "占比"], False, id="another table"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_the_labels_of_a_sheet_tell_whether_a_table_may_be_on_it(
    printed: list[str], *, likely: bool
) -> None:
    assert [one.likely(labels_on(printed)) for one in SKETCHES] == [likely]


def test_a_sketch_survives_as_plain_data() -> None:
    read = [Sketch.read(json.loads(json.dumps(one.data()))) for one in SKETCHES]

    assert [one.data() for one in read] == [one.data() for one in SKETCHES]


def test_a_form_stays_on_the_shelf_until_its_heads_are_printed() -> None:
    loaded: list[Form] = []

    def load() -> Form:
        loaded.append(CHANNELS)
        return CHANNELS

    plan = FormPlan(Shelved(SKETCHES, load))

    assert (plan.open, plan.open_plans(labels_on(["预算", "支出"])), loaded) == (True, (), [])
    assert [one.table.key for one in plan.open_plans(labels_on(["公开渠道", "数量", "占比"]))] == [
        table.key for table in CHANNELS.tables
    ]
    assert plan.form is CHANNELS
    assert loaded == [CHANNELS]


BLOCKS = {**table_of(["a 行政复议", "b 行政诉讼"], ["up 结果维持", "fix 结果纠正"]), "key": "side"}
FIXED = form_of({**BLOCKS, "arrangement": "side-by-side"}, id="fixed")
SHELF = shelf_text([FormPlan(FIXED), FormPlan(CHANNELS)])


def shelved_plan() -> tuple[FormPlan, list[Form]]:
    """Put a form with lines known beforehand on the shelf; give what is loaded of it later."""
    loaded: list[Form] = []

    def load() -> Form:
        loaded.append(FIXED)
        return FIXED

    known = read_shelf(json.loads(SHELF))[FIXED.id]
    assert not isinstance(known, tuple)
    return FormPlan(Shelved((), load, known)), loaded


def test_a_form_that_no_sheet_may_hold_is_not_loaded() -> None:
    plan, loaded = shelved_plan()
    other = form_of(table_of(["new 新收"], ["nat 自然人", "firm 企业"]), id="other")
    sheet = grid_of("情况,自然人,企业\n新收,1,2")
    found = search([sheet], [plan, FormPlan(other)], Hints()).filled

    assert ([one.form for one in found], plan.open, loaded) == ([other], False, [])
    assert not search([sheet], [plan], Hints()).filled
    assert loaded == [FIXED], "to tell what is near"


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param("情况,结果维持,结果纠正\n行政复议,1,2\n行政诉讼,3,4", id="as it is printed"),
        pytest.param("情况,结果维待,结果纠正\n行政复议,1,2\n行政诉松,3,4", id="mistyped"),
        pytest.param(
            "行政复议,,行政诉讼,\n结果维持,结果纠正,结果维持,结果纠正\n1,2,3,4", id="side by side"
        ),
        pytest.param("情况,数量\n行政复议,1", id="another table"),
    ],
)
def test_a_form_from_the_shelf_is_found_as_one_that_is_at_hand(sheet: str) -> None:
    shelved, at_hand = shelved_plan()[0], FormPlan(FIXED)
    several = [
        [
            (table.plan.key, part.range, told(part.heads), told(part.lines))
            for one in search([grid_of(sheet)], [plan], Hints()).filled
            for table in one.tables
            for part in table.parts
        ]
        for plan in (shelved, at_hand)
    ]

    assert several[0] == several[1]
    assert [one.data() for one in shelved.worded.heads] == [
        one.data() for one in at_hand.worded.heads
    ]
