"""What failed becomes a system of whole numbers, with all that touches it."""

from __future__ import annotations

import pytest

from statlint.confront import Instance
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Cell, Equation
from statlint.diagnosis.reach import reach_of
from statlint.diagnosis.scale import Scale
from statlint.diagnosis.systems import Survey, survey
from tables import Entry, confrontation_of, form_of, table_of

LINES = ["a A", "b B", "total Total"]
HEADS = ["x X", "y Y", "all All"]
DOWN = {"id": "D", "rule": "a + b = total", "per": "head"}
ACROSS = {"id": "R", "rule": "x + y = all", "per": "line"}


def surveyed(text: str, *edits: Entry, rounded: bool = False) -> Survey | None:
    kind = "amount" if rounded else "count"
    stated = edits or (DOWN, ACROSS)
    form = form_of(table_of(LINES, HEADS, *stated, kind=kind, rounded=rounded))
    return survey([confrontation_of(form, text)])


def told(found: Survey) -> list[str]:
    return [f"{one.edit.id} {one.where}" for one in found.instances]


def cells(found: Survey) -> dict[str, Cell]:
    return {
        f"{fact.line.key}.{fact.head.key}": cell
        for fact, cell in zip(found.facts, found.system.cells, strict=True)
    }


def test_a_table_that_holds_needs_no_system() -> None:
    assert surveyed(",X,Y,All\nA,1,2,3\nB,3,4,7\nTotal,4,6,10") is None


def test_edits_that_touch_a_failed_one_are_in() -> None:
    found = surveyed(",X,Y,All\nA,1,2,3\nB,5,4,7\nTotal,4,6,10")

    assert found is not None
    assert sorted(told(found)) == ["D all", "D x", "D y", "R a", "R b", "R total"]
    assert cells(found)["b.x"] == Cell(value=5, decimals=0, table=0, line=1, head=0)
    assert not any(cell.fixed for cell in found.system.cells)


def test_a_cell_with_edits_out_of_reach_stays_as_it_is() -> None:
    found = surveyed(",X,Y,All\nA,1,2,3\nB,5,4,7\nTotal,4,6,10", ACROSS)

    assert found is not None
    assert told(found) == ["R b"]
    assert [key for key, cell in cells(found).items() if not cell.fixed] == ["b.x", "b.y", "b.all"]


def test_an_equation_has_its_weights_in_whole_units() -> None:
    half = {"id": "H", "rule": "0.5 * x + y = all", "per": "line"}
    found = surveyed(",X,Y,All\nA,2,2.5,4\nB,2,1,2\nTotal,0,0,0", half)

    assert found is not None
    (equation,) = found.system.equations
    at = {f"{fact.line.key}.{fact.head.key}": n for n, fact in enumerate(found.facts)}
    assert found.scale == Scale(1)
    assert equation == Equation(
        terms=((at["a.x"], 1), (at["a.y"], 2), (at["a.all"], -2)), stated=at["a.all"], edit=0
    )
    assert [cells(found)[key].value for key in ("a.x", "a.y", "a.all")] == [20, 25, 40]


def test_what_is_no_equation_is_a_condition_that_can_be_tried() -> None:
    part = {"id": "P", "rule": "a <= total", "per": "head"}
    found = surveyed(",X,Y,All\nA,9,2,11\nB,3,4,7\nTotal,4,6,10", DOWN, part)

    assert found is not None
    at = {f"{fact.line.key}.{fact.head.key}": n for n, fact in enumerate(found.facts)}
    broken = [one for one in found.system.conditions if not one.holds]
    assert [one.cells for one in broken] == [
        (at["a.x"], at["total.x"]),
        (at["a.all"], at["total.all"]),
    ]
    assert broken[0].holds_with({at["a.x"]: 4}) is True
    assert broken[0].holds_with({at["a.x"]: 5}) is False
    assert broken[0].holds_with({at["a.x"]: 5, at["total.x"]: 6}) is True


@pytest.mark.parametrize(
    ("rule", "weights", "constant"),
    [
        pytest.param("a <= total", {"a.x": -1, "total.x": 1}, 0, id="at most"),
        pytest.param("a >= total + 1", {"a.x": 1, "total.x": -1}, -10, id="at least"),
        pytest.param("a <= 0.5 * total", {"a.x": -2, "total.x": 1}, 0, id="weighted"),
        pytest.param("a != total", None, 0, id="no bound"),
        pytest.param("a / b <= total", None, 0, id="no sum"),
    ],
)
def test_a_comparison_of_sums_is_a_bound(
    rule: str, weights: dict[str, int] | None, constant: int
) -> None:
    found = surveyed(
        ",X,Y,All\nA,9.5,1,2\nB,3,4,7\nTotal,4,6,10", DOWN, {"id": "P", "rule": rule, "per": "head"}
    )

    assert found is not None
    at = {f"{fact.line.key}.{fact.head.key}": n for n, fact in enumerate(found.facts)}
    first = next(one for one in found.system.conditions if at["a.x"] in one.cells)
    told = {cell: weight for one in first.bounds for cell, weight in one.terms}
    assert told == {at[key]: weight for key, weight in (weights or {}).items()}
    assert [one.constant for one in first.bounds] == ([] if weights is None else [constant])


def test_a_share_tells_what_it_should_be() -> None:
    share = {"id": "S", "rule": "x / all * 100 = y", "per": "line"}
    found = surveyed(",X,Y,All\nA,1,20,4\nB,1,50,2\nTotal,2,33,6", share)

    assert found is not None
    (condition,) = found.system.conditions
    at = {f"{fact.line.key}.{fact.head.key}": n for n, fact in enumerate(found.facts)}
    assert condition.proposals == ((at["a.y"], 25),)
    assert condition.holds_with({at["a.y"]: 25})


def test_a_blank_is_0_until_it_is_known() -> None:
    found = surveyed(",X,Y,All\nA,1,2,3\nB,,4,7\nTotal,4,6,10")

    assert found is not None
    assert cells(found)["b.x"] == Cell(value=0, decimals=0, table=0, line=1, head=0, blank=True)


def test_figures_of_a_failed_table_are_all_there() -> None:
    found = surveyed(",X,Y,All\nA,1,2,4\nB,3,4,7\nTotal,4,6,10", ACROSS)

    assert found is not None
    assert len(found.facts) == len(LINES) * len(HEADS)


def test_lines_under_one_heading_are_a_group() -> None:
    lines = ["a A", "b B", "total Total"]
    heads: list[str | Entry] = [
        {"key": "x", "label": "X", "over": ["Both"]},
        {"key": "y", "label": "Y", "over": ["Both"]},
        "all All",
    ]
    form = form_of(table_of(lines, heads, ACROSS))
    found = survey([confrontation_of(form, ",Both,,\n,X,Y,All\nA,1,2,4\nB,3,4,7\nTotal,4,6,10")])

    assert found is not None
    at = {f"{fact.line.key}.{fact.head.key}": n for n, fact in enumerate(found.facts)}
    assert found.system.groups == ((None, (at["a.x"], at["a.y"])),)


def test_last_years_figures_are_expected() -> None:
    form = form_of(table_of(LINES, HEADS, ACROSS))
    confrontation = confrontation_of(form, ",X,Y,All\nA,1,2,4\nB,3,4,7\nTotal,4,6,10")
    before = {fact: 5 for fact in confrontation.facts[0] if fact.line.key == "a"}
    found = survey([confrontation], expected=before)

    assert found is not None
    assert [cells(found)[key].expected for key in ("a.x", "b.x")] == [5, None]


def test_a_cell_with_a_formula_is_derived() -> None:
    form = form_of(table_of(LINES, HEADS, DOWN, ACROSS))
    confrontation = confrontation_of(form, ",X,Y,All\nA,1,2,3\nB,5,4,7\nTotal,4,6,10")
    of = {f"{fact.line.key}.{fact.head.key}": fact for fact in confrontation.facts[0]}
    sums = {of["total.x"]: ((of["a.x"], 1), (of["b.x"], 1)), of["total.y"]: ()}
    found = survey([confrontation], sums)

    assert found is not None
    at = {fact: n for n, fact in enumerate(found.facts)}
    assert found.system.formulas == {
        at[of["total.x"]]: ((at[of["a.x"]], 1), (at[of["b.x"]], 1)),
        at[of["total.y"]]: (),
    }
    derived = [key for key, cell in cells(found).items() if cell.derived]
    assert sorted(derived) == ["total.x", "total.y"]


def test_the_reach_is_two_edits_far() -> None:
    form = form_of(table_of(LINES, HEADS, DOWN, ACROSS))
    instances = confrontation_of(form, ",X,Y,All\nA,1,2,3\nB,5,4,7\nTotal,4,6,10").instances

    def words(found: tuple[Instance, ...]) -> list[str]:
        return [f"{one.edit.id} {one.where}" for one in found]

    reach = reach_of(instances)

    assert words(reach.failed) == ["D x", "R b"]
    assert len(reach.instances) == len(instances)
    assert reach.free == {fact for one in instances for fact in one.facts}


@pytest.mark.parametrize(
    ("units", "figure"),
    [
        pytest.param(250, "2.50", id="a fraction"),
        pytest.param(-300, "-3", id="a whole number"),
        pytest.param(0, "0", id="nothing"),
    ],
)
def test_units_are_given_back_as_a_figure(units: int, figure: str) -> None:
    assert str(Scale(2).figure(units)) == figure


def test_an_edit_beyond_its_rounding_is_told_apart() -> None:
    found = surveyed(
        ",X,Y,All\nA,1.1,2.2,9.9\nB,3.3,4.4,7.7\nTotal,4.4,6.6,11.1",
        DOWN,
        ACROSS,
        rounded=True,
    )

    assert found is not None
    assert {one.slack for one in found.system.equations} == {1}


def test_words_that_an_edit_reads_stay_as_they_are() -> None:
    heads: list[str | Entry] = ["x X", {"key": "why", "label": "Why", "kind": "text"}]
    reason = {"id": "F", "rule": "if x > 1 then filled(why)", "per": "line"}
    form = form_of(table_of(LINES, heads, reason))
    found = survey([confrontation_of(form, ",X,Why\nA,1,none\nB,5,\nTotal,0,none")])

    assert found is not None
    assert {key: cell.fixed for key, cell in cells(found).items() if key[:2] == "b."} == {
        "b.x": False,
        "b.why": True,
    }


def test_a_blank_in_a_table_that_may_be_rounded_has_one_figure() -> None:
    found = surveyed(",X,Y,All\nA,12,19,31\nB,,44,63\nTotal,31,63,94", rounded=True)

    assert found is not None
    (cause,) = diagnose(found.system)
    assert [one.events[0].changes for one in cause.explanations] == [
        ((found.facts.index(fact), 19),)
        for fact in found.facts
        if (fact.line.key, fact.head.key) == ("b", "x")
    ]


def test_where_all_else_is_exact_a_figure_is() -> None:
    found = surveyed(",X,Y,All\nA,12,19,31\nB,26,44,63\nTotal,31,63,94", rounded=True)

    assert found is not None
    assert {
        new
        for cause in diagnose(found.system)
        for one in cause.explanations
        for event in one.events
        for at, new in event.changes
        if found.facts[at].text == "26"
    } == {19}


def test_a_total_typed_among_formulas_is_marked() -> None:
    form = form_of(table_of(LINES, HEADS, DOWN, ACROSS))
    confrontation = confrontation_of(form, ",X,Y,All\nA,1,2,3\nB,3,5,7\nTotal,4,6,10")
    totals = [fact for fact in confrontation.facts[0] if fact.line.key == "total"]
    sums = {fact: () for fact in totals if fact.head.key != "y"}

    found = survey([confrontation], sums)

    assert found is not None
    assert [key for key, cell in cells(found).items() if cell.typed] == ["total.y"]
