"""The shipped forms hold what the official forms print."""

from __future__ import annotations

from pathlib import Path

import pytest

from statlint.finding import Nature, Origin, Severity
from statlint.form import Edit, Form, load_form
from statlint.values import label_key

FORMS = Path(__file__).parents[3] / "rules" / "statlint_rules" / "forms"
IDS = sorted(path.stem for path in FORMS.glob("*.toml"))


def shipped(name: str) -> Form:
    """Load a shipped form."""
    return load_form(FORMS / f"{name}.toml")


def all_edits(form: Form) -> list[Edit]:
    """Give the edits of a form, those between tables last."""
    return [edit for table in form.tables for edit in table.edits] + list(form.edits)


@pytest.mark.parametrize("name", IDS)
def test_a_file_is_called_as_its_form(name: str) -> None:
    assert shipped(name).id == name


def figures(form: Form) -> dict[str, int]:
    """Count the cells with figures of each table."""
    return {
        table.key: sum(len(block.figure_lines) * len(block.figure_heads) for block in table.blocks)
        for table in form.tables
    }


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("cn-disclosure-annual-2019", {"disclosure": 22, "applications": 161, "reviews": 15}),
        ("cn-disclosure-annual-2021", {"disclosure": 10, "applications": 175, "reviews": 15}),
        ("cn-disclosure-statistics-2014", {"statistics": 58}),
    ],
)
def test_every_cell_of_the_official_form_is_there(name: str, counts: dict[str, int]) -> None:
    assert figures(shipped(name)) == counts


@pytest.mark.parametrize(
    ("year", "valid"),
    [
        (2013, []),
        (2014, ["cn-disclosure-statistics-2014"]),
        (2018, ["cn-disclosure-statistics-2014"]),
        (2019, ["cn-disclosure-annual-2019"]),
        (2020, ["cn-disclosure-annual-2019"]),
        (2021, ["cn-disclosure-annual-2021"]),
        (2026, ["cn-disclosure-annual-2021"]),
    ],
)
def test_one_form_is_in_force_at_a_time(year: int, valid: list[str]) -> None:
    annual = [name for name in IDS if name.startswith("cn-disclosure")]

    assert [name for name in annual if shipped(name).valid_in(year)] == valid


@pytest.mark.parametrize("name", IDS)
def test_every_label_is_translated(name: str) -> None:
    labels = [
        label
        for table in shipped(name).tables
        for block in table.blocks
        for label in (
            table.title,
            *([block.caption] if block.caption else []),
            *(line.label for line in block.lines),
            *(head.label for head in block.heads),
        )
    ]

    assert [label.zh for label in labels if not label.en.isascii()] == []


@pytest.mark.parametrize("name", IDS)
def test_no_alias_says_what_the_label_says(name: str) -> None:
    blocks = [block for table in shipped(name).tables for block in table.blocks]
    labels = [(line.label, line.aliases) for block in blocks for line in block.lines]
    labels += [(head.label, head.aliases) for block in blocks for head in block.heads]

    assert [
        alias
        for label, aliases in labels
        for alias in aliases
        if label_key(alias) == label_key(label.zh)
    ] == []


@pytest.mark.parametrize("name", IDS)
def test_an_edit_that_asks_or_informs_says_why(name: str) -> None:
    silent = [
        edit.id
        for edit in all_edits(shipped(name))
        # What reaches to another file is told with that file's figure.
        if edit.nature is Nature.QUERY and edit.message is None and not edit.across
    ]

    assert silent == []


def test_only_the_column_rule_and_the_weight_of_open_government_are_official() -> None:
    official = [
        (name, edit.id)
        for name in IDS
        for table in shipped(name).tables
        for edit in table.edits
        if edit.origin is Origin.OFFICIAL
    ]

    assert official == [
        ("cn-assessment-weights", "P11a"),
        ("cn-assessment-weights", "P11b"),
        ("cn-disclosure-annual-2019", "A1"),
        ("cn-disclosure-annual-2021", "A1"),
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        (
            "cn-disclosure-annual-2019",
            "C1 C2 C3 C5 C6 C7 C9 C4 C10 A1 A2 A3 A9 A10 A11 A6 B1 B2 B3 B5 B6",
        ),
        (
            "cn-disclosure-annual-2021",
            "D2 D4 D5 D6 D5b D9 D1a D1b D3 A1 A2 A3 A9 A10 A11 A6 B1 B2 B3 B5 B6",
        ),
        (
            "cn-disclosure-statistics-2014",
            (
                "Y1 Y2 Y3 Y4 Y5a Y5b Y6 Y7a Y7b Y7c Y8 Y9 Y10 Y11 Y12a Y12b Y12c Y13 Y14a Y14b Y14c"
                " Y16a Y16b Y16c Y16d Y16e Y16f"
            ),
        ),
    ],
)
def test_the_relations_of_the_catalogue_are_stated(name: str, ids: str) -> None:
    stated = [edit.id for edit in all_edits(shipped(name))]

    assert stated == ids.split()


@pytest.mark.parametrize(
    ("name", "relations"),
    [
        ("cn-self-scoring", "P1 P2 P3 P4 P5 P6 P7 P8 P9 P10"),
        ("cn-bulletin", "M1 M2 M7 M9 M10 M11 M12"),
        ("cn-cumulative", "M2 M3 M4 M5 M6 S6 S7 S8"),
        ("cn-monthly-series", "M1 M2 M5 M6"),
        ("cn-catalogue-counts", "K1 K2 K3 K4 K5"),
        ("cn-applications", "Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 S1 S2 S3 S6 S7 S9"),
        ("cn-breakdown", "S1 S2 S3 S6 S7 S9"),
        ("cn-channels", "S1 S2 S3 S6 S7 S8 S9"),
        ("cn-assessment-weights", "P1 P2 P10 P11"),
    ],
)
def test_the_relations_of_companion_tables_are_stated(name: str, relations: str) -> None:
    stated = {edit.ids[-1] for edit in all_edits(shipped(name))}

    assert stated == set(relations.split())


def test_edits_that_correct_tables_may_break_are_off_or_information() -> None:
    edits = {edit.id: edit for name in IDS for edit in all_edits(shipped(name))}

    assert sorted(name for name, edit in edits.items() if not edit.active) == ["A10", "A11", "D9"]
    assert sorted(
        name for name, edit in edits.items() if edit.severity is Severity.INFORMATION
    ) == [
        *("B5", "B6", "C10", "C2", "S3b", "S3c", "S8"),
        *("Y10", "Y11", "Y12a", "Y12b", "Y12c", "Y13", "Y8", "Y9"),
    ]


def test_the_form_of_2014_has_a_sign_off() -> None:
    fields = [
        (field.key, field.label.zh) for field in shipped("cn-disclosure-statistics-2014").sign_off
    ]

    assert fields == [
        ("unit", "填报单位"),
        ("leader", "单位负责人"),
        ("reviewer", "审核人"),
        ("clerk", "填报人"),
        ("phone", "联系电话"),
        ("date", "填报日期"),
    ]
