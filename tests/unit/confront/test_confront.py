"""Edits confronted with a filled form: where each applies, what it looks at, what is left out."""

from __future__ import annotations

import pytest

from statlint.confront import Confrontation, Instance, Verdict
from statlint.finding import Nature, Reason, Severity
from statlint.form import EditKind, Form
from statlint.table import Hints
from tables import confrontation_of, form_of, table_of

LINES = ["men Men", "women Women", "total Total", "next Next"]
HEADS = ["a Towns", "b Villages", "all Both"]
GRID = """
    Sex,Towns,Villages,Both
    Men,1,2,3
    Women,4,5,9
    Total,5,7,12
    Next,1,1,2
"""
BROKEN = GRID.replace("5,7,12", "5,8,13")
HOLDS, FAILS, OPEN = Verdict.HOLDS, Verdict.FAILS, Verdict.NOT_CHECKED


def with_edits(*edits: dict[str, object], **more: object) -> Form:
    return form_of(table_of(LINES, HEADS, *edits), **more)


def told(confrontation: Confrontation) -> list[tuple[str, str | None, str]]:
    return [(one.edit.id, one.where, one.verdict.value) for one in confrontation.instances]


def test_an_edit_is_checked_under_every_head() -> None:
    form = with_edits({"rule": "men + women = total", "per": "head"})

    assert told(confrontation_of(form, BROKEN)) == [
        ("E1", "a", "holds"),
        ("E1", "b", "fails"),
        ("E1", "all", "fails"),
    ]


def test_an_edit_is_checked_on_every_line() -> None:
    form = with_edits({"rule": "a + b = all", "per": "line"})

    assert told(confrontation_of(form, BROKEN)) == [
        ("E1", "men", "holds"),
        ("E1", "women", "holds"),
        ("E1", "total", "holds"),
        ("E1", "next", "holds"),
    ]


@pytest.mark.parametrize(
    ("edit", "places"),
    [
        pytest.param(
            {"rule": "men + women = total", "per": "head", "heads": ["all"]}, ["all"], id="one head"
        ),
        pytest.param(
            {"rule": "a + b = all", "per": "line", "lines": ["men", "next"]},
            ["men", "next"],
            id="two lines",
        ),
        pytest.param({"rule": "men.a + women.a = total.a"}, [None], id="once"),
        pytest.param({"rule": "sum(men.a:women.a) = total.a"}, [None], id="a range of lines"),
        pytest.param({"rule": "sum(men.a:men.b) = men.all"}, [None], id="a range of heads"),
        pytest.param(
            {"rule": "men <= total.all", "per": "head"},
            ["a", "b", "all"],
            id="a cell beside a line",
        ),
        pytest.param(
            {"rule": "a <= total.all", "per": "line"},
            ["men", "women", "total", "next"],
            id="a cell beside a head",
        ),
    ],
)
def test_an_edit_keeps_to_its_scope(edit: dict[str, object], places: list[str | None]) -> None:
    instances = confrontation_of(with_edits(edit), GRID).instances

    assert [(one.where, one.verdict) for one in instances] == [(place, HOLDS) for place in places]


def failure(rule: str, grid: str, **edit: object) -> Instance:
    (instance,) = confrontation_of(with_edits({"rule": rule, **edit}), grid).instances
    assert instance.fails
    return instance


@pytest.mark.parametrize(
    ("rule", "kind", "sides"),
    [
        pytest.param("men.a + women.a = total.a", EditKind.BALANCE, (5, 9), id="the total last"),
        pytest.param("total.a = men.a + women.a", EditKind.BALANCE, (5, 9), id="the total first"),
        pytest.param("men.a + women.a = total.a + next.a", EditKind.FLOW, (5, 10), id="a flow"),
        pytest.param("total.a <= women.a", EditKind.PART, (9, 4), id="a part"),
        pytest.param("total.a <= 8", EditKind.RANGE, (9, 8), id="a bound"),
    ],
)
def test_a_stated_total_stands_on_the_right(
    rule: str, kind: EditKind, sides: tuple[int, int]
) -> None:
    instance = failure(rule, GRID.replace("Total,5", "Total,9"))

    assert (instance.edit.kind, (instance.left, instance.right)) == (kind, sides)
    assert instance.difference == sides[0] - sides[1]


@pytest.mark.parametrize(
    ("rule", "cell"),
    [
        pytest.param("men.a + women.a = total.a", "B4", id="the total last"),
        pytest.param("total.a = men.a + women.a", "B4", id="the total first"),
        pytest.param("men.a + women.a = total.a + next.a", "B4", id="what goes out of a flow"),
        pytest.param("total.a <= women.a", "B4", id="the part"),
        pytest.param("if total.a > 5 then next.a = 0", "B5", id="what follows"),
        pytest.param("if total.a > 5 then 1 = 0", "B4", id="the condition where nothing follows"),
        pytest.param("9 = total.b", "C4", id="the one figure there is"),
        pytest.param("men.a + women.a = 6", "B2", id="a sum that is given"),
    ],
)
def test_the_cell_to_look_at_first(rule: str, cell: str) -> None:
    instance = failure(rule, GRID.replace("Total,5", "Total,9"))

    assert instance.target is not None
    assert str(instance.target.cell) == cell


def test_sources_are_the_other_figures_but_zeros_and_blanks() -> None:
    grid = GRID.replace("Men,1", "Men,0").replace("Next,1", "Next,")
    instance = failure("men.a + women.a + next.a = total.a", grid.replace("Total,5", "Total,3"))

    assert [str(fact.cell) for fact in instance.sources] == ["B3"]
    assert [str(fact.cell) for fact in instance.blanks] == ["B5"]


@pytest.mark.parametrize(
    ("edit", "labels"),
    [
        ({"rule": "men + women = total", "per": "head", "heads": ["b"]}, ["Men", "Women", "Total"]),
        (
            {"rule": "a + next.b = all", "per": "line", "lines": ["total"]},
            ["Towns", "Villages", "Both"],
        ),
        ({"rule": "men.a = total.b"}, ["Men · Towns", "Total · Villages"]),
    ],
)
def test_facts_are_named_by_what_tells_them_apart(
    edit: dict[str, object], labels: list[str]
) -> None:
    (instance,) = confrontation_of(with_edits(edit), BROKEN).instances

    assert [instance.label_of(fact) for fact in instance.facts] == labels


@pytest.mark.parametrize(
    ("edit", "severity"),
    [
        ({"nature": "mandatory"}, Severity.ERROR),
        ({"nature": "query"}, Severity.WARNING),
        ({"nature": "query", "severity": "information"}, Severity.INFORMATION),
    ],
)
def test_severity_follows_the_nature_unless_the_edit_says_more(
    edit: dict[str, object], severity: Severity
) -> None:
    instance = failure("men.a = total.a", GRID, **edit)

    assert instance.severity is severity
    assert instance.edit.nature is (
        Nature.MANDATORY if edit["nature"] == "mandatory" else Nature.QUERY
    )


def test_edits_are_switched_on_and_off() -> None:
    form = with_edits(
        {"rule": "men.a <= total.a"},
        {"rule": "women.a <= total.a", "active": False},
        {"rule": "next.a <= total.a"},
    )
    ids = [
        [one.edit.id for one in confrontation_of(form, GRID, on=on, off=off).instances]
        for on, off in [((), ()), (("E2",), ()), ((), ("E1",)), (("E2",), ("E2", "E3"))]
    ]

    assert ids == [["E1", "E3"], ["E1", "E2", "E3"], ["E3"], ["E1"]]


def test_the_parts_of_an_edit_are_switched_together_or_one_by_one() -> None:
    form = with_edits(
        {"id": "Y5a", "rule": "men.a <= total.a"},
        {"id": "Y5b", "rule": "women.a <= total.a", "active": False},
        {"id": "Y51", "rule": "next.a <= total.a"},
    )
    ids = [
        [one.edit.id for one in confrontation_of(form, GRID, on=on, off=off).instances]
        for on, off in [(("Y5",), ()), ((), ("Y5",)), (("Y5",), ("Y5a",))]
    ]

    assert ids == [["Y5a", "Y5b", "Y51"], ["Y51"], ["Y5b", "Y51"]]


def test_a_missing_line_leaves_an_edit_open() -> None:
    form = with_edits({"rule": "men + women + next = total", "per": "head"})
    grid = "\n".join(line for line in BROKEN.splitlines() if "Next" not in line)
    instances = confrontation_of(form, grid).instances

    assert [(one.verdict, one.reason) for one in instances] == [(OPEN, Reason.MISSING_LINE)] * 3


def test_an_edit_without_any_of_its_cells_says_nothing() -> None:
    form = with_edits({"rule": "next <= 5", "per": "head"}, {"rule": "men.a <= total.a"})
    grid = "\n".join(line for line in GRID.splitlines() if "Next" not in line)

    assert told(confrontation_of(form, grid)) == [("E2", None, "holds")]


@pytest.mark.parametrize(
    ("kind_of_unit", "expected"),
    [
        pytest.param("town", [(FAILS, None)], id="for such a unit"),
        pytest.param("city", [], id="not for such a unit"),
        pytest.param(None, [(OPEN, Reason.KIND_OF_UNIT)], id="the kind is not known"),
    ],
)
def test_an_edit_for_some_kinds_of_unit(
    kind_of_unit: str | None, expected: list[tuple[Verdict, Reason | None]]
) -> None:
    form = with_edits({"rule": "men.a = 0", "only-for": ["town", "street"]})
    hints = Hints(kind_of_unit=kind_of_unit)
    instances = confrontation_of(form, GRID, hints=hints).instances

    assert [(one.verdict, one.reason) for one in instances] == expected


def test_what_another_failure_says_more_exactly_is_left_out_at_that_place() -> None:
    form = with_edits(
        {"rule": "men + women = total", "per": "head"},
        {"rule": "women <= total", "per": "head", "implied-by": ["E1"]},
    )
    grid = GRID.replace("Total,5,7,12", "Total,3,7,12")

    assert told(confrontation_of(form, grid)) == [
        ("E1", "a", "fails"),
        ("E1", "b", "holds"),
        ("E1", "all", "holds"),
        ("E2", "b", "holds"),
        ("E2", "all", "holds"),
    ]


def test_what_no_other_failure_says_is_kept() -> None:
    form = with_edits(
        {"rule": "men + women = total", "per": "head", "active": False},
        {"rule": "women <= total", "per": "head", "implied-by": ["E1"]},
    )
    failed = confrontation_of(form, GRID.replace("Total,5", "Total,3")).failed(EditKind.PART)

    assert [(one.edit.id, one.where) for one in failed] == [("E2", "a")]


def test_failures_are_told_by_their_kind() -> None:
    form = with_edits({"rule": "men.a = 0"}, {"rule": "men.a + women.a = total.b"})
    confrontation = confrontation_of(form, GRID)

    assert [one.edit.id for one in confrontation.failed(EditKind.RANGE)] == ["E1"]
    assert [one.edit.id for one in confrontation.failed(EditKind.RANGE, EditKind.BALANCE)] == [
        "E1",
        "E2",
    ]


def test_edits_between_tables() -> None:
    first = table_of(LINES, HEADS, key="first")
    second = table_of(["won Won", "lost Lost"], ["n Number", "p Parties"], key="second")
    form = form_of(
        first,
        second,
        edit=[
            {"id": "X1", "rule": "first.total.all >= second.won.n + second.lost.n"},
            {"id": "X2", "rule": "sum(second.won.n:second.lost.n) = 5"},
        ],
    )
    both = f"{GRID}\n    Cases,Number,Parties\n    Won,3,6\n    Lost,2,4\n"

    assert told(confrontation_of(form, both)) == [("X1", None, "holds"), ("X2", None, "holds")]
    assert told(confrontation_of(form, GRID)) == [("X1", None, "not-checked")]


@pytest.mark.parametrize(
    ("total", "gapes"),
    [
        pytest.param("5", False, id="holds"),
        pytest.param("4", False, id="fails"),
        pytest.param("9", True, id="short of a figure at a blank"),
        pytest.param("6", True, id="short of one"),
        pytest.param("", True, id="no total"),
        pytest.param("约9", False, id="open for another reason"),
    ],
)
def test_an_edit_may_gape_at_blanks(total: str, gapes: bool) -> None:  # noqa: FBT001
    form = with_edits({"rule": "men.a + women.a + next.a = total.a"})
    grid = GRID.replace("Total,5", f"Total,{total}").replace("Next,1", "Next,")
    (instance,) = confrontation_of(form, grid).instances

    assert instance.gapes is gapes


BLOCKS = {
    "key": "table",
    "title": "table",
    "block": [
        {
            "key": "first",
            "line": [{"key": "a", "label": "Apples"}, {"key": "b", "label": "Bananas"}],
            "head": [{"key": "x", "label": "Sold"}, {"key": "y", "label": "Bought"}],
        },
        {
            "key": "second",
            "line": [{"key": "c", "label": "Red"}, {"key": "d", "label": "Green"}],
            "head": [{"key": "n", "label": "Number"}, {"key": "x", "label": "Sold"}],
        },
    ],
    "edit": [
        {"id": "E1", "rule": "a <= b", "per": "head"},
        {"id": "E2", "rule": "x <= y", "per": "line"},
        {"id": "E3", "rule": "x >= 0", "per": "line"},
        {"id": "E4", "rule": "sum(c:d) > 0", "per": "head", "heads": ["x"]},
    ],
}


def test_an_edit_is_checked_in_the_blocks_that_have_its_names() -> None:
    grid = "Fruit,Sold,Bought\nApples,1,2\nBananas,3,4\n\nSort,Number,Sold\nRed,1,2\nGreen,3,4"

    assert told(confrontation_of(form_of(BLOCKS), grid)) == [
        ("E1", "x", "holds"),
        ("E1", "y", "holds"),
        ("E2", "a", "holds"),
        ("E2", "b", "holds"),
        ("E3", "a", "holds"),
        ("E3", "b", "holds"),
        ("E3", "c", "holds"),
        ("E3", "d", "holds"),
        ("E4", "x", "holds"),
    ]
