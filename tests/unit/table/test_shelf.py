"""What is known of a form before it is loaded."""

from __future__ import annotations

import json

import pytest

from statlint.form import Form
from statlint.run.pack import find_form
from statlint.table import FormPlan, Shelved, Sketch
from statlint.table.open_plan import labels_on

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
