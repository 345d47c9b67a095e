"""Tests of what is said of small tables with one thing wrong: whole causes are compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from crossfooted import Grid, before, crossfooted, told, with_cell
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import (
    Cause,
    Cell,
    Certainty,
    Condition,
    Equation,
    Event,
    Explanation,
    Slip,
    System,
)

# Four lines and three heads with their totals; every figure is another.
RIGHT = ((91, 27, 8, 126), (340, 65, 31, 436), (52, 14, 73, 139), (206, 43, 19, 268))
WHOLE = (*RIGHT, tuple(sum(values) for values in zip(*RIGHT, strict=True)))
FIGURES = tuple(value for values in WHOLE for value in values)


def wrong(**changes: int) -> Grid:
    """Write other figures into cells: `c2_1` is line 2, head 1."""
    grid = [list(values) for values in WHOLE]
    for name, value in changes.items():
        line, head = name.removeprefix("c").split("_")
        grid[int(line)][int(head)] = value
    return grid


def test_nothing_is_said_of_a_table_that_holds() -> None:
    assert diagnose(crossfooted(WHOLE)) == ()


def test_a_single_figure_is_located_with_its_slip() -> None:
    (cause,) = diagnose(crossfooted(wrong(c0_0=19)))

    event = Event(Slip.TRANSPOSED, ((0, 91),))
    probability = cause.explanations[0].probability
    assert cause == Cause(Certainty.LOCATED, (0, 5), (Explanation((event,), probability, (0, 5)),))
    assert 0.99 < probability <= 1


@pytest.mark.parametrize(
    ("grid", "slip", "changes"),
    [
        pytest.param(wrong(c1_0=370), "digit", {4: 340}, id="one digit"),
        pytest.param(wrong(c1_0=34), "dropped", {4: 340}, id="a digit dropped"),
        pytest.param(wrong(c1_0=3470), "added", {4: 340}, id="a digit added"),
        pytest.param(wrong(c1_0=3340), "doubled", {4: 340}, id="a digit doubled"),
        pytest.param(wrong(c1_0=-340), "sign", {4: 340}, id="the sign"),
        pytest.param(wrong(c1_0=3_400_000), "factor", {4: 340}, id="another unit"),
        pytest.param(wrong(c1_0=7719), "other", {4: 340}, id="any other figure"),
        pytest.param(wrong(c1_3=463), "transposed", {7: 436}, id="a total of a line"),
        pytest.param(wrong(c4_3=996), "transposed", {19: 969}, id="the grand total"),
        pytest.param(wrong(c1_0=65, c1_1=340), "swapped", {4: 340, 5: 65}, id="swapped sideways"),
        pytest.param(wrong(c1_1=14, c2_1=65), "swapped", {5: 65, 9: 14}, id="swapped downwards"),
        pytest.param(
            wrong(c0_0=27, c0_1=8, c0_2=126, c0_3=0),
            "shifted",
            {0: 91, 1: 27, 2: 8, 3: 126},
            id="a line shifted to the left",
        ),
        pytest.param(
            wrong(c0_1=0, c1_1=27, c2_1=65),
            "shifted",
            {1: 27, 5: 65, 9: 14},
            id="a block shifted down",
        ),
        pytest.param(
            wrong(c1_0=3400, c1_1=650, c1_2=310, c1_3=4360),
            "other-unit",
            {4: 340, 5: 65, 6: 31, 7: 436},
            id="a line in another unit",
        ),
        pytest.param(
            wrong(c1_0=-340, c1_1=-65, c1_2=-31, c1_3=-436),
            "signs",
            {4: 340, 5: 65, 6: 31, 7: 436},
            id="the signs of a line",
        ),
        pytest.param(
            wrong(c0_0=19, c0_3=54), "recomputed", {0: 91, 3: 126}, id="a total reckoned anew"
        ),
    ],
)
def test_each_event_is_located(grid: Grid, slip: str, changes: dict[int, int]) -> None:
    assert told(diagnose(crossfooted(grid))) == [("located", [[(slip, changes)]])]


def test_a_figure_in_another_line_is_put_back() -> None:
    grid = [list(values) for values in WHOLE]
    grid[0][2], grid[2][2] = 0, 81
    total = [*grid[:4], [sum(values) for values in zip(*grid[:4], strict=True)]]
    total[0][3], total[2][3] = 118, 147
    total[4] = [sum(values) for values in zip(*total[:4], strict=True)]
    total[0][2], total[2][2] = 81, 0

    assert told(diagnose(crossfooted(total))) == [("located", [[("misplaced", {2: 0, 10: 81})]])]


def test_two_errors_are_two_causes() -> None:
    assert told(diagnose(crossfooted(wrong(c0_0=19, c2_1=74)))) == [
        ("located", [[("transposed", {0: 91})]]),
        ("located", [[("digit", {9: 14})]]),
    ]


def test_two_errors_in_one_line_are_one_cause() -> None:
    assert told(diagnose(crossfooted(wrong(c0_0=19, c0_1=72)))) == [
        ("located", [[("transposed", {0: 91}), ("transposed", {1: 27})]])
    ]


def test_two_lines_in_each_others_place_are_exchanged() -> None:
    grid = [*WHOLE[:3], WHOLE[4], WHOLE[3]]

    ((certainty, ((event,),)),) = told(diagnose(crossfooted(grid)))

    assert (certainty, event[0]) == ("located", "exchanged")
    assert len(event[1]) == 8


def test_one_way_lists_what_may_be_wrong() -> None:
    found = told(diagnose(crossfooted(wrong(c0_0=97), down=False)))

    assert found == [
        (
            "one-of",
            [
                [("digit", {1: 21})],
                [("digit", {0: 91})],
                [("digit", {2: 2})],
            ],
        )
    ]


def test_last_year_tells_which() -> None:
    system = before(crossfooted(wrong(c0_0=91_000), down=False), WHOLE)

    assert told(diagnose(system)) == [("located", [[("factor", {0: 91})]])]


def test_a_line_copied_from_last_year_gets_what_its_heads_ask_for() -> None:
    year = [list(values) for values in WHOLE]
    year[1] = [300, 80, 40, 420]
    year[0], year[2], year[3] = [80, 20, 9, 109], [60, 10, 70, 140], [190, 50, 20, 260]
    year[4] = [630, 160, 139, 929]

    found = diagnose(before(crossfooted([WHOLE[0], year[1], *WHOLE[2:]]), year))

    assert told(found) == [("located", [[("copied", {4: 340, 5: 65, 6: 31, 7: 436})]])]


def test_nothing_tells_how_far_each_of_several_copied_lines_is_off() -> None:
    year = [[80, 20, 9, 109], [300, 80, 40, 420], *[list(values) for values in WHOLE[2:]]]
    year[2], year[3], year[4] = [60, 10, 70, 140], [190, 50, 20, 260], [630, 160, 139, 929]

    (cause,) = diagnose(before(crossfooted([*year[:2], *WHOLE[2:]]), year))

    (explanation,) = cause.explanations
    assert (cause.certainty, cause.failed) == (Certainty.BLOCK, (5, 6, 7, 8))
    assert explanation.events == (Event(Slip.COPIED, (), open=tuple(range(8))),)


@pytest.mark.parametrize(
    ("total", "slip", "about"),
    [
        pytest.param(117 - 27, Slip.OMITTED_PARTS, (1,), id="a part left out"),
        pytest.param(117 + 27, Slip.COUNTED_TWICE, (1,), id="a part counted twice"),
        pytest.param(117 - 35, Slip.OMITTED_PARTS, (1, 2), id="a group left out"),
    ],
)
def test_a_total_is_off_by_some_of_its_parts(
    total: int, slip: Slip, about: tuple[int, ...]
) -> None:
    figures = (61, 27, 8, 13, 8, total)
    cells = tuple(Cell(value, 0, 0, line, 0) for line, value in enumerate(figures))
    sums = Equation((*((part, 1) for part in range(5)), (5, -1)), stated=5, edit=0)
    groups = ((None, (1, 2)), (None, (3, 4)))

    (cause,) = diagnose(System(cells, (sums,), groups=groups))

    told_of_it = [one for one in cause.explanations if one.events[0].slip is slip]
    assert [one.events[0].about for one in told_of_it] == [about]
    assert told_of_it[0].events[0].changes == ((5, 117),)


def test_a_subtotal_that_was_added_in() -> None:
    figures = (61, 27, 8, 35, 131)
    cells = tuple(Cell(value, 0, 0, line, 0) for line, value in enumerate(figures))
    equations = (
        Equation(((1, 1), (2, 1), (3, -1)), stated=3, edit=0),
        Equation(((0, 1), (1, 1), (2, 1), (4, -1)), stated=4, edit=1),
    )

    (cause,) = diagnose(System(cells, equations))

    assert cause.explanations[0].events == (Event(Slip.SUBTOTAL_ADDED, ((4, 96),), (3,)),)


def test_parts_left_out_under_all_heads_are_one_event() -> None:
    left_out = [sum(WHOLE[line][head] for line in (0, 1)) for head in range(4)]

    found = diagnose(crossfooted([*WHOLE[:4], left_out]))

    assert [cause.certainty for cause in found] == [Certainty.LOCATED]
    event = found[0].explanations[0].events[0]
    assert event == Event(Slip.OMITTED_PARTS, ((16, 689), (17, 149), (18, 131), (19, 969)), (8, 12))


def test_a_balance_follows_a_total_that_leaves_parts_out() -> None:
    """瑶海区 2019: the total leaves out a group, and what came in was made to agree with it."""
    figures = (124, 0, 91, 3, 1, 1, 1, 27, 3, 124, 0)
    cells = tuple(
        Cell(value, 0, 0, line, head) for line, value in enumerate(figures) for head in (0, 1)
    )
    equations = tuple(
        one
        for head in (0, 1)
        for one in (
            Equation(
                (*((2 * line + head, 1) for line in range(2, 9)), (18 + head, -1)),
                stated=18 + head,
                edit=0,
            ),
            Equation(((head, 1), (2 + head, 1), (18 + head, -1), (20 + head, -1)), edit=1),
        )
    )
    across = tuple(
        Equation(((2 * line, 1), (2 * line + 1, -1)), stated=2 * line + 1, edit=2)
        for line in range(11)
    )
    groups = ((None, (8, 10, 12)), (None, (9, 11, 13)))

    (cause,) = diagnose(System(cells, (*equations, *across), groups=groups))

    changes = ((18, 127), (19, 127), (0, 127), (1, 127))
    omitted = Event(Slip.OMITTED_PARTS, changes, (8, 10, 12))
    assert omitted in [event for one in cause.explanations for event in one.events]


def test_a_formula_that_stops_short() -> None:
    grid = wrong(c0_3=118)
    system = with_cell(crossfooted(grid, down=False), 3, derived=True)

    found = diagnose(replace(system, formulas={3: ((0, 1), (1, 1))}))

    assert [one.events for cause in found for one in cause.explanations] == [
        (Event(Slip.SHORT_RANGE, ((3, 126),), (2,)),)
    ]


def test_formulas_that_stop_short_under_all_heads_are_one_event() -> None:
    system = crossfooted(wrong(c4_0=598, c4_1=122, c4_2=58, c4_3=778), along=False)
    for total in (16, 17, 18, 19):
        system = with_cell(system, total, derived=True)
    short = {16 + head: ((4 + head, 1), (8 + head, 1), (12 + head, 1)) for head in range(3)}

    found = diagnose(replace(system, formulas={**short, 19: ((16, 1), (17, 1), (18, 1))}))

    assert told(found) == [("located", [[("short-range", {16: 689, 17: 149, 18: 131})]])]


def test_a_formula_that_was_not_reckoned_again() -> None:
    system = with_cell(crossfooted(wrong(c0_3=118), down=False), 3, derived=True)

    (cause,) = diagnose(replace(system, formulas={3: ((0, 1), (1, 1), (2, 1))}))

    assert Event(Slip.STALE_TOTAL, ((3, 126),)) in [
        event for one in cause.explanations for event in one.events
    ]


def test_derived_totals_follow_the_part_that_is_wrong() -> None:
    system = with_cell(crossfooted(wrong(c0_0=19, c0_3=54)), 3, derived=True)

    found = diagnose(replace(system, formulas={3: ((0, 1), (1, 1), (2, 1))}))

    assert told(found) == [("located", [[("transposed", {0: 91})]])]


def test_a_line_of_derived_totals_is_not_moved_on() -> None:
    grid = [[0, 27, 8, 35], [0, 155, 31, 96], [0, 14, 73, 87], [0, 196, 112, 218]]
    system = crossfooted(grid)
    for total in (12, 13, 14):
        system = with_cell(system, total, derived=True)
    formulas = {12 + head: ((head, 1), (4 + head, 1), (8 + head, 1)) for head in range(3)}

    found = diagnose(replace(system, formulas=formulas))

    stale, wrong_part = [("stale-total", {7: 186, 15: 308})], [("other", {5: 65})]
    assert told(found) == [("one-of", [stale, wrong_part])]


def test_a_blank_gets_what_its_sums_ask_for() -> None:
    system = with_cell(crossfooted(wrong(c1_0=0)), 4, blank=True)

    assert told(diagnose(system)) == [("located", [[("blank", {4: 340})]])]


def test_a_line_left_blank_is_filled_by_its_heads() -> None:
    system = crossfooted(wrong(c1_0=0, c1_1=0, c1_2=0, c1_3=0))
    for cell in range(4, 8):
        system = with_cell(system, cell, blank=True)

    assert told(diagnose(system)) == [("located", [[("blank", {4: 340, 5: 65, 6: 31, 7: 436})]])]


def test_what_must_stay_is_never_proposed() -> None:
    system = with_cell(crossfooted(wrong(c0_0=19)), 0, fixed=True)

    assert all(
        change[0] != 0
        for cause in diagnose(system)
        for one in cause.explanations
        for event in one.events
        for change in event.changes
    )


def test_a_condition_that_held_rules_a_figure_out() -> None:
    system = crossfooted(wrong(c0_0=97), down=False)
    most = Condition((0,), holds_with=lambda values: values.get(0, 97) >= 95)

    found = diagnose(replace(system, conditions=(most,)))

    assert [list(events[0][1]) for events in told(found)[0][1]] == [[1], [2]]


def test_a_condition_that_fails_tells_what_would_mend_it() -> None:
    system = crossfooted(wrong(c0_0=19))
    unmet = Condition(
        (0,), holds_with=lambda values: values.get(0, 19) > 50, holds=False, proposals=((0, 91),)
    )

    assert told(diagnose(replace(system, conditions=(unmet,)))) == [
        ("located", [[("transposed", {0: 91})]])
    ]


def test_a_condition_alone_is_only_told() -> None:
    unmet = Condition((0,), holds_with=lambda _: False, holds=False)

    assert diagnose(replace(crossfooted(WHOLE), conditions=(unmet,))) == (
        Cause(Certainty.LINE, (9,), ()),
    )


def test_rounded_sums_are_mended_by_one_keystroke() -> None:
    grid = [[912, 274, 81, 1267], [341, 652, 308, 1301], [1253, 926, 390, 2569]]
    grid[0][1] = 724

    assert told(diagnose(crossfooted(grid, slack=2))) == [("located", [[("transposed", {1: 274})]])]


def test_an_inferred_edit_may_be_what_is_wrong() -> None:
    system = crossfooted(wrong(c0_3=118), down=False)
    doubted = replace(system, equations=(replace(system.equations[0], belief=0.2),))

    (believed,), (doubtful,) = diagnose(system), diagnose(doubted)

    assert (believed.certainty, doubtful.certainty) == (Certainty.ONE_OF, Certainty.LINE)


def test_more_than_three_events_are_not_put_together() -> None:
    (cause,) = diagnose(crossfooted(wrong(c0_0=13, c0_1=61, c1_0=405, c1_1=99, c2_0=17, c2_1=88)))

    assert (cause.certainty, cause.failed) == (Certainty.LINE, (0, 1, 2, 5, 6))


def test_totals_that_go_round_in_a_circle_come_to_an_end() -> None:
    cells = tuple(Cell(value, 0, 0, line, 0) for line, value in enumerate((5, 7, 13)))
    sums = (
        Equation(((0, 1), (1, 1), (2, -1)), stated=2, edit=0),
        Equation(((2, 1), (1, -1), (0, -1)), stated=0, edit=1),
    )

    (cause,) = diagnose(System(cells, sums))

    assert cause.failed == (0, 1)


def test_an_equation_may_name_a_cell_twice_and_state_one_it_does_not_name() -> None:
    cells = tuple(Cell(value, 0, 0, line, 0) for line, value in enumerate((19, 40, 131)))
    odd = Equation(((0, 1), (1, 1), (2, -1), (1, 0), (0, 0)), stated=9, edit=0)
    empty = Equation((), constant=3)

    found = diagnose(System(cells, (odd, empty, Equation(((0, 2), (0, -1)), constant=-91))))

    assert told(found) == [("located", [[("transposed", {0: 91})]]), ("line", [])]
