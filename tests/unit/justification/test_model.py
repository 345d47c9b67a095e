"""What a finding is known by: every figure of it, and nothing that moves."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statlint.finding import EditNote, Finding, Origin, Quote, Related
from statlint.justification.model import Entry, Trait, entry_of, essence, traits_of
from statlint.values import CellRef
from unit.justification.found import FOUND

EDIT = EditNote("Y1", "Total", "men + women = total", Origin.FORM)
PARTS = (Related(None, CellRef(2, 2), "12"), Related(None, CellRef(3, 2), "20"))
WHOLE = replace(FOUND, edit=EDIT, related=PARTS)
NUMBERS = st.integers(min_value=-(10**9), max_value=10**9)


def known(finding: Finding, edition: int = 1) -> object:
    return essence(entry_of(finding, edition))


def test_an_entry_says_what_was_found() -> None:
    entry = entry_of(replace(WHOLE, sheet="表一"), edition=2)

    assert entry == Entry(
        rule="B101",
        name="unbalanced-total",
        edition=2,
        table="t1",
        line="Total",
        head="2024",
        edit="Y1",
        edit_text="men + women = total",
        origin="form",
        left="33",
        right="32",
        difference="1",
        value="33",
        figures=("12", "20"),
        sheet="表一",
        cell="B4",
        message="Total differs",
    )


@given(st.sampled_from(["left", "right", "difference", "value"]), NUMBERS)
def test_any_one_figure_that_changes_makes_another_finding(field: str, number: int) -> None:
    before = getattr(WHOLE, field)
    changed = replace(WHOLE, **{field: str(number)})  # type: ignore[arg-type]  # by name

    assert (known(changed) == known(WHOLE)) == (str(number) == before)


@given(st.integers(min_value=0, max_value=1), NUMBERS)
def test_any_other_cell_that_changes_makes_another_finding(at: int, number: int) -> None:
    parts = list(PARTS)
    parts[at] = replace(parts[at], value=str(number))

    assert (known(replace(WHOLE, related=tuple(parts))) == known(WHOLE)) == (
        str(number) == PARTS[at].value
    )


@given(
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=1, max_value=500),
    st.sampled_from([None, "表一", "Sheet1"]),
    st.permutations(PARTS),
)
def test_where_it_stands_does_not_matter(
    row: int, column: int, sheet: str | None, parts: list[Related]
) -> None:
    moved = tuple(replace(one, cell=CellRef(row, 1), sheet=sheet) for one in parts)
    there = replace(
        WHOLE,
        cell=CellRef(row, column),
        sheet=sheet,
        path=f"{sheet}.csv",
        related=moved,
        message="合计不等于各项之和",
        advice="请更正",
    )

    assert known(there) == known(WHOLE)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(WHOLE, code="B102"), id="another rule"),
        pytest.param(replace(WHOLE, table="t2"), id="another table"),
        pytest.param(replace(WHOLE, line="Sum"), id="another line"),
        pytest.param(replace(WHOLE, head="2025"), id="another head"),
        pytest.param(replace(WHOLE, edit=replace(EDIT, id="Y2")), id="another edit"),
        pytest.param(replace(WHOLE, edit=replace(EDIT, text="a = b")), id="the edit's text"),
        pytest.param(replace(WHOLE, edit=replace(EDIT, origin=Origin.OFFICIAL)), id="its origin"),
        pytest.param(replace(WHOLE, related=PARTS[:1]), id="one part less"),
        pytest.param(
            replace(WHOLE, related=(*PARTS, replace(PARTS[0], value=""))), id="a blank part more"
        ),
        pytest.param(replace(WHOLE, quote=Quote("Of 33 people")), id="a sentence"),
        pytest.param(replace(WHOLE, about="missing; line=Men"), id="what it is about"),
        pytest.param(replace(WHOLE, value="033"), id="a code with a zero before it"),
    ],
)
def test_what_is_said_matters(changed: Finding) -> None:
    assert known(changed) != known(WHOLE)


def test_the_edition_of_the_rule_matters() -> None:
    assert known(WHOLE, edition=2) != known(WHOLE)


@pytest.mark.parametrize(
    "alike",
    [
        pytest.param(replace(WHOLE, value="33.00"), id="zeros behind the point"),
        pytest.param(replace(WHOLE, value="３３"), id="wide digits"),
        pytest.param(replace(WHOLE, line="To tal"), id="a blank in a label"),
        pytest.param(replace(WHOLE, edit=replace(EDIT, name="合计")), id="the edit's name"),
    ],
)
def test_how_it_is_written_does_not_matter(alike: Finding) -> None:
    assert known(alike) == known(WHOLE)


def test_commas_and_infinities_are_no_other_figures() -> None:
    one, other = (replace(WHOLE, value=value) for value in ("1,234.50", "1234.5"))

    assert known(one) == known(other)
    assert known(replace(WHOLE, value="Infinity")) != known(WHOLE)
    assert known(replace(WHOLE, value="1e999999999")) != known(WHOLE)
    assert known(replace(WHOLE, value="sNaN")) != known(WHOLE)


def test_rows_that_an_inferred_relation_is_named_after_do_not_matter() -> None:
    def inferred(edit: str, text: str, table: str) -> Finding:
        return replace(WHOLE, edit=EditNote(edit, "sum", text, Origin.INFERRED), table=table)

    before = inferred("sum-total-2", "sum(row_6:row_13) = total", "table_1")
    after = inferred("sum-total", "sum(row_7:row_14) = total", "table_2")

    assert known(replace(after, edit=replace(after.edit, id="sum-total-3"))) == known(before)  # type: ignore[type-var]  # it has an edit


def test_a_table_of_a_form_keeps_its_name() -> None:
    assert traits_of(Entry("B101", table="table_1"))[Trait.TABLE] == ()
    assert traits_of(Entry("B101", table="applications"))[Trait.TABLE] == ("applications",)


def test_what_a_long_message_is_about_is_kept_short() -> None:
    long, other = (replace(WHOLE, about=f"many; lines={'甲' * 300}{end}") for end in "丙丁")

    entry = entry_of(long, 1)
    assert len(entry.about) < 200
    assert entry.about != entry_of(other, 1).about


def test_a_personal_number_is_masked() -> None:
    found = replace(
        WHOLE,
        value="13812345678",
        quote=Quote("电话 13*******78"),
        related=(replace(PARTS[0], value="电话13812345678"),),
    )

    entry = entry_of(found, 1)
    assert (entry.value, entry.figures) == ("13*******78", ("电话13*******78",))


def test_what_a_quotation_masks_is_masked() -> None:
    found = replace(WHOLE, value="123456789", quote=Quote("QQ群 12*****89"))

    assert entry_of(found, 1).value == "12*****89"


def test_what_is_no_character_is_one_sign() -> None:
    assert known(replace(WHOLE, line="a\ud800")) == known(replace(WHOLE, line="a?"))


def test_a_place_in_a_document_stands_for_a_sheet() -> None:
    entry = entry_of(replace(WHOLE, sheet="paragraph 6", place="paragraph 6"), 1)

    assert (entry.sheet, entry.place) == ("", "paragraph 6")
