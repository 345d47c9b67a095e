"""Which forms of other files one is held against."""

from __future__ import annotations

from dataclasses import replace

from statlint.facts import Filing, read_facts
from statlint.finding import Reason
from statlint.history import PassedOver, Relation, Vicinity, beside
from statlint.history.card import card_of
from statlint.history.choose import Candidates, vicinity_of
from statlint.values import Period
from tables import filled_of, form_of, table_of

FORM = form_of(table_of(["a A"], ["x X"]))
OTHER_FORM = "another"


def filing(path: str, period: str = "", unit: str = "", form: str = "") -> Filing:
    filled = filled_of(FORM, "Case,X\nA,1")
    filled = replace(
        filled,
        form=replace(filled.form, id=form or filled.form.id),
        period=Period.parse(period) if period else None,
        unit_name=unit or None,
    )
    return Filing(path, filled, tuple(map(read_facts, filled.tables)))


def found(
    own: Filing, *earlier: Filing, parts: tuple[Filing, ...] = (), **more: object
) -> tuple[dict[str, list[str]], list[str], list[tuple[str, str, str]]]:
    candidates = Candidates([card_of(one) for one in earlier], [card_of(one) for one in parts])
    candidates = replace(candidates, **more)  # type: ignore[arg-type]  # any field
    vicinity: Vicinity = vicinity_of(
        own,
        candidates,
        lambda mine, its: its.form is not None and its.form.id == mine.filled.form.id,
        beside,
    )
    return (
        {
            relation: [one.path for one in ones]
            for relation, ones in vicinity.neighbours.by_relation.items()
        },
        [one.path for one in vicinity.earlier],
        [(one.path, one.relation.value, one.reason.value) for one in vicinity.passed_over],
    )


def test_the_year_before_is_the_previous_one_and_older_ones_are_history() -> None:
    years = [filing(f"{year}.csv", str(year)) for year in (2020, 2023, 2022, 2025)]

    assert found(filing("now.csv", "2024"), *years) == (
        {"previous": ["2023.csv"], "year_before": ["2023.csv"]},
        ["2020.csv", "2022.csv", "2023.csv"],
        [],
    )


def test_of_a_month_the_one_before_and_the_same_one_a_year_ago_are_told_apart() -> None:
    months = [filing(f"{name}.csv", name) for name in ("2023-M03", "2024-M02", "2022-M03")]

    assert found(filing("now.csv", "2024-M03"), *months) == (
        {"previous": ["2024-M02.csv"], "year_before": ["2023-M03.csv"]},
        ["2022-M03.csv", "2023-M03.csv"],
        [],
    )


def test_without_one_a_year_ago_the_months_before_are_history() -> None:
    months = [filing(f"{name}.csv", name) for name in ("2024-M01", "2024-M02")]

    assert found(filing("now.csv", "2024-M03"), *months) == (
        {"previous": ["2024-M02.csv"]},
        ["2024-M01.csv", "2024-M02.csv"],
        [],
    )


def test_shorter_periods_count_where_all_are_there() -> None:
    quarters = [filing(f"Q{number}.csv", f"2024-Q{number}") for number in (2, 1, 4, 3)]
    half = filing("H1.csv", "2024-H1")

    assert found(filing("now.csv", "2024"), *quarters, half) == (
        {"quarterly": ["Q1.csv", "Q2.csv", "Q3.csv", "Q4.csv"]},
        [],
        [("H1.csv", "previous", "other-period")],
    )


def test_a_quarter_that_is_missing_is_named() -> None:
    sums = {"id": "Q", "rule": "sum(quarterly.x) = x", "per": "line"}
    form = form_of({**table_of(["a A"], ["x X"]), "edit": [sums]})
    year = filing("now.csv", "2024")
    own = replace(year, filled=replace(year.filled, form=replace(form, id=year.filled.form.id)))
    quarters = [filing(f"Q{number}.csv", f"2024-Q{number}") for number in (1, 4, 3)]

    lacking = vicinity_of(
        own, Candidates([card_of(one) for one in quarters], []), lambda _, __: True, beside
    ).passed_over

    assert lacking == (
        PassedOver("", Relation.QUARTERLY, Reason.OTHER_PERIOD, Period(2024, "Q", 2)),
    )
    assert found(own, *quarters[:1])[2] == [("Q1.csv", "previous", "other-period")]
    assert found(own)[2] == []


def test_a_unit_gets_its_own() -> None:
    own = filing("now.csv", "2024", "舒城县")
    others = [filing("a.csv", "2023", "霍山县"), filing("b.csv", "2023", "舒城县人民政府")]

    assert found(own, *others) == (
        {"previous": ["b.csv"], "year_before": ["b.csv"]},
        ["b.csv"],
        [],
    )


def test_another_unit_is_not_taken() -> None:
    own = filing("now.csv", "2024", "舒城县")

    assert found(own, filing("a.csv", "2023", "霍山县")) == (
        {},
        [],
        [("a.csv", "previous", "other-unit")],
    )


def test_one_without_a_name_is_taken_where_it_is_the_only_one() -> None:
    own = filing("now.csv", "2024", "舒城县")
    one, other = filing("a1.csv", "2023"), filing("b1.csv", "2023")

    assert found(own, one)[0] == {"previous": ["a1.csv"], "year_before": ["a1.csv"]}
    assert found(own, one, other)[0] == {}


def test_many_of_other_units_are_not_all_named() -> None:
    own = filing("now.csv", "2024", "舒城县")
    others = [filing(f"{at}.csv", "2023", f"第{at}县") for at in range(5)]

    assert found(own, *others)[2] == [("", "previous", "other-unit")]


def test_two_for_one_period_cannot_be_told_apart() -> None:
    own = filing("now.csv", "2024", "舒城县")
    others = [filing(path, "2023", "舒城县") for path in ("a.csv", "b.csv")]

    assert found(own, *others) == (
        {},
        [],
        [
            ("a.csv", "previous", "several-alike"),
            ("b.csv", "previous", "several-alike"),
        ],
    )


def test_what_was_named_is_the_earlier_one_where_no_period_is_known() -> None:
    named = filing("a.csv")

    assert found(filing("now.csv", "2024"), named)[:2] == ({"previous": ["a.csv"]}, ["a.csv"])
    assert found(filing("now.csv"), named)[:2] == ({"previous": ["a.csv"]}, ["a.csv"])


def test_of_a_form_without_a_period_the_latest_is_the_previous_one() -> None:
    years = [filing("b.csv", "2023"), filing("a.csv", "2022")]

    assert found(filing("now.csv"), *years) == (
        {"previous": ["b.csv"]},
        ["a.csv", "b.csv"],
        [],
    )


def test_the_file_itself_and_another_form_are_no_earlier_ones() -> None:
    own = filing("now.csv", "2024")
    another = filing("a.csv", "2023", form=OTHER_FORM)

    assert found(own, own) == ({}, [], [("now.csv", "previous", "itself")])
    assert found(own, another) == ({}, [], [("a.csv", "previous", "other-form")])


def test_another_period_is_told() -> None:
    own = filing("now.csv", "2024")

    assert found(own, filing("a.csv", "2024")) == (
        {},
        [],
        [("a.csv", "previous", "other-period")],
    )


def test_a_file_that_is_no_use_is_told_where_none_was_found() -> None:
    own, before = filing("now.csv", "2024"), filing("a.csv", "2023")
    useless = (PassedOver("b.csv", Relation.PREVIOUS, Reason.NOT_READ_ELSEWHERE),)

    assert found(own, useless=useless)[2] == [("b.csv", "previous", "not-read-elsewhere")]
    assert found(own, before, useless=useless)[2] == []


def test_parts_are_all_of_the_same_period_and_form() -> None:
    own = filing("now.csv", "2024", "舒城县")
    parts = (
        filing("a.csv", "2024", "城关镇"),
        filing("b.csv", "", "晓天镇"),
        filing("c.csv", "2023", "桃溪镇"),
        filing("d.csv", "2024", "干汊河镇", form=OTHER_FORM),
    )

    assert found(own, parts=parts) == (
        {"parts": ["a.csv", "b.csv"]},
        [],
        [("c.csv", "parts", "other-period"), ("d.csv", "parts", "other-form")],
    )


def test_last_years_file_of_a_part_is_no_matter_where_this_years_is_there() -> None:
    own = filing("now.csv", "2024", "舒城县")
    parts = (filing("2024/a.csv", "2024", "城关镇"), filing("2023/a.csv", "2023", "城关镇"))

    assert found(own, parts=parts) == ({"parts": ["2024/a.csv"]}, [], [])


def test_a_part_has_no_parts_itself() -> None:
    own = filing("a.csv", "2024", "城关镇")

    assert found(own, parts=(own, filing("b.csv", "2024", "晓天镇"))) == ({}, [], [])


def test_paths_say_which_belong_together() -> None:
    own = filing("now.csv", "2024", "舒城县")
    renamed = filing("a.csv", "2023", "万佛湖市")

    assert found(own, renamed, stated=True)[0] == {
        "previous": ["a.csv"],
        "year_before": ["a.csv"],
    }


def test_the_year_before_of_a_part_is_found_by_its_unit() -> None:
    own = filing("now.csv", "2024", "舒城县")
    part, other = filing("a.csv", "2024", "城关镇"), filing("b.csv", "2024", "晓天镇")
    earlier = [filing("old.csv", "2023", "城关镇"), filing("older.csv", "2022", "晓天镇")]
    vicinity = vicinity_of(
        own,
        Candidates([card_of(one) for one in earlier], [card_of(part), card_of(other)]),
        lambda mine, its: its.form is not None and its.form.id == mine.filled.form.id,
        beside,
    )
    before = [vicinity.neighbours.before(path) for path in ("a.csv", "b.csv", "c.csv")]

    assert [one.path if one else None for one in before] == ["old.csv", None, None]


def test_the_year_before_of_a_part_is_told_by_its_path() -> None:
    own, part = filing("now.csv", "2024"), filing("a.csv", "2024")
    candidates = Candidates(
        parts=[card_of(part)], stated=True, before={"a.csv": [card_of(filing("x.csv", "2023"))]}
    )
    vicinity = vicinity_of(
        own, candidates, lambda mine, its: bool(its.form and mine.filled.form.id), beside
    )
    before = [vicinity.neighbours.before(path) for path in ("a.csv", "b.csv")]

    assert [one.path if one else None for one in before] == ["x.csv", None]
