"""Lists whose lines have numbers: what a reference means there, and which lines are due."""

from __future__ import annotations

import pytest

from statlint.facts import Facts
from statlint.facts.register import Register, read_register
from statlint.values.reference import read_references
from tables import Entry, facts_of, form_of, table_of

NUMBER: Entry = {"key": "no", "label": "序号", "format": "ordinal", "optional": True}
HEADS: list[str | Entry] = [
    NUMBER,
    {"key": "document", "label": "材料名称", "names": "document"},
    "copies 份数",
]
LINES: list[str | Entry] = [{"key": "document", "label": "材料", "repeat": True}]
FORM = form_of(table_of(LINES, HEADS))


def listed(*rows: str) -> Facts:
    return facts_of(FORM, "\n".join(("序号,材料名称,份数", *rows)))


def register(*numbers: str) -> Register:
    return read_register(listed(*(f"{number},材料,1" for number in numbers)), "document")


def meant(register: Register, text: str) -> list[str]:
    return [
        ".".join(map(str, path))
        for reference in read_references(text)
        for path in register.resolve(reference)
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("2", "2", id="one"),
        pytest.param("1-3", "1 2 3", id="from and to"),
        pytest.param("1.3", "1 3", id="a point between two"),
        pytest.param("1.1-1.3", "1.1 1.2 1.3", id="two levels that the list does not have"),
    ],
)
def test_a_reference_to_a_list_of_one_level(text: str, numbers: str) -> None:
    assert meant(register("1", "2", "3"), text) == numbers.split()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        pytest.param("1-2", "1.2", id="the second under the first"),
        pytest.param("1.2", "1.2", id="the same with a point"),
        pytest.param("1至2", "1 2", id="from and to in words"),
        pytest.param("1.1-1.3", "1.1 1.2 1.3", id="from and to"),
    ],
)
def test_a_reference_to_a_list_of_two_levels(text: str, numbers: str) -> None:
    assert meant(register("1-1", "1-2", "2-1"), text) == numbers.split()


def test_entries_are_written_in_digits() -> None:
    assert [entry.written for entry in register("一", "二").entries] == ["1", "2"]


def test_lines_without_a_column_of_numbers_have_them_in_their_labels() -> None:
    facts = facts_of(FORM, "材料名称,份数\n1.工作要点,1\n2.公开指南,1\n其他,1\n")

    assert [entry.written for entry in read_register(facts, None).due] == ["1", "2"]


def test_a_line_is_found_by_its_title() -> None:
    found = read_register(listed("1,《工作要点》,1", "2,指南,1"), "document")

    assert list(found.titled("2017年工作要点")) == [(1,)]
    assert list(found.titled("指南")) == [(2,)]
    assert list(found.titled("公开指南")) == []


def test_an_empty_list_has_nothing() -> None:
    assert (Register().due, Register().paths) == ((), frozenset())
