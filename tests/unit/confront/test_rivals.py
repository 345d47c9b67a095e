"""Rival edits: which of them counts in a table."""

from __future__ import annotations

import pytest

from statlint.confront import Instance, Verdict
from statlint.confront.settle import settled
from statlint.form import Edit, EditKind, parse_edit
from statlint.values import Text

_VERDICTS = {"+": Verdict.HOLDS, "-": Verdict.FAILS, "?": Verdict.NOT_CHECKED}


def instances_of(key: str, signs: str, under: str | None, rival: str | None) -> list[Instance]:
    """Make the instances of an edit: + holds, - fails, ? was not checked."""
    edit = Edit(
        id=key,
        text="a <= b",
        condition=parse_edit("a <= b"),
        kind=EditKind.PART,
        name=Text(key, key),
        rival=rival,
        under=under,
    )
    return [
        Instance(edit, _VERDICTS[sign], (), None, where=str(place))
        for place, sign in enumerate(signs)
    ]


@pytest.mark.parametrize(
    ("signs", "left"),
    [
        pytest.param({"a": "++-", "b": "+++"}, "b", id="the one that holds more often"),
        pytest.param({"a": "+++", "b": "+++"}, "a", id="of equals the first"),
        pytest.param({"a": "++---", "b": "+"}, "b", id="failures are set off"),
        pytest.param({"a": "+", "b": "+++-"}, "b", id="one failure in many"),
        pytest.param({"a": "+--", "b": "??"}, "a", id="one that holds before one that is open"),
        pytest.param({"a": "???", "b": "--"}, "b", id="one that fails before one that is open"),
        pytest.param({"a": "-", "b": "--"}, "a", id="of those that fail the first"),
    ],
)
def test_the_one_that_fits_best_is_left(signs: dict[str, str], left: str) -> None:
    instances = [one for key in signs for one in instances_of(key, signs[key], None, "r")]
    found = settled(instances)

    assert [one.edit.id for one in found] == [left] * len(signs[left])


def test_copies_within_groups_count_together() -> None:
    instances = [
        *instances_of("inside", "+++", "group#1", "r"),
        *instances_of("inside", "-", "group#2", "r"),
        *instances_of("over all", "+---", None, "r"),
    ]
    found = settled(instances)

    assert [(one.edit.id, one.edit.under) for one in found] == [
        *[("inside", "group#1")] * 3,
        ("inside", "group#2"),
    ]


def test_edits_without_rivals_all_count() -> None:
    instances = [*instances_of("a", "+", None, None), *instances_of("b", "-", None, "r")]
    found = settled(instances)

    assert [one.edit.id for one in found] == ["a", "b"]
