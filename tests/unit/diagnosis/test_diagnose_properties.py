"""Properties of what is said of any system: it mends what failed, and breaks nothing that held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from crossfooted import crossfooted
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.model import Cause, Certainty, Condition, Explanation, System

FIGURES = st.sampled_from([0, 0, 1, 2, 3, 5, 9, 12, 40, 91, 123, 1000])
MISTYPED = st.sampled_from([0, 1, 2, 7, 19, 400, -12, 1230])


@st.composite
def systems(draw: st.DrawFn, *, slack: int = 0) -> System:
    """Draw a table that adds up, then write up to four other figures into it."""
    height, width = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    parts = [draw(st.lists(FIGURES, min_size=width, max_size=width)) for _ in range(height)]
    lines = [[*values, sum(values)] for values in parts]
    grid = [*lines, [sum(values) for values in zip(*lines, strict=True)]]
    for _ in range(draw(st.integers(1, 4))):
        line, head = draw(st.integers(0, height)), draw(st.integers(0, width))
        grid[line][head] = draw(MISTYPED)
    down = draw(st.booleans())
    system = crossfooted(grid, down=down, along=not down or draw(st.booleans()), slack=slack)
    cells = tuple(
        replace(
            cell,
            blank=not cell.value and draw(st.booleans()),
            fixed=draw(st.integers(0, 19)) == 0,
            expected=draw(st.sampled_from([None, cell.value, cell.value + 2])),
        )
        for cell in system.cells
    )
    return replace(system, cells=cells)


@st.composite
def with_conditions(draw: st.DrawFn) -> System:
    """Draw a system with a condition on two of its cells."""
    system = draw(systems())
    count = len(system.cells)
    one, other = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
    figures = {cell: system.cells[cell].value for cell in (one, other)}

    def holds_with(values: Mapping[int, int]) -> bool:
        return {**figures, **values}[one] <= {**figures, **values}[other] + 5

    condition = Condition(
        (one, other), holds_with, holds_with({}), proposals=((one, figures[other]),)
    )
    return replace(system, conditions=(condition,))


def _off(system: System, values: Mapping[int, int]) -> list[int]:
    """Give by how much equations are off beyond their slack with new figures."""
    figures = [values.get(at, cell.value) for at, cell in enumerate(system.cells)]
    return [
        max(0, abs(sum(weight * figures[cell] for cell, weight in one.terms)) - one.slack)
        for one in system.equations
    ]


def _values(explanation: Explanation) -> dict[int, int]:
    return {cell: new for event in explanation.events for cell, new in event.changes}


def _failed(system: System) -> list[int]:
    count = len(system.equations)
    equations = [at for at, off in enumerate(_off(system, {})) if off]
    return equations + [count + at for at, one in enumerate(system.conditions) if not one.holds]


def _mends(system: System, cause: Cause, explanation: Explanation) -> bool:
    """Tell whether what failed holds, and what held; edits over cells left open may."""
    values = _values(explanation)
    off, before = _off(system, values), _off(system, {})
    count = len(system.equations)
    still = {cell for event in explanation.events for cell in event.open}
    told = [not still & {cell for cell, _ in one.terms} for one in system.equations]
    return all(
        not off[at] for at in range(count) if told[at] and (at in cause.failed or not before[at])
    ) and all(
        one.holds_with(values)
        for at, one in enumerate(system.conditions)
        if not still.intersection(one.cells) and (one.holds or count + at in cause.failed)
    )


@given(with_conditions())
def test_each_failed_edit_has_one_cause(system: System) -> None:
    causes = diagnose(system)

    assert sorted(at for cause in causes for at in cause.failed) == _failed(system)
    assert [cause.failed for cause in causes] == sorted(cause.failed for cause in causes)


@given(with_conditions())
def test_explanations_mend_what_failed_and_break_nothing(system: System) -> None:
    assert all(
        _mends(system, cause, one) for cause in diagnose(system) for one in cause.explanations
    )


@given(systems(slack=2))
def test_explanations_of_rounded_sums_mend_them(system: System) -> None:
    assert all(
        _mends(system, cause, one) for cause in diagnose(system) for one in cause.explanations
    )


@given(systems())
def test_what_is_said_keeps_to_its_bounds(system: System) -> None:
    sizes = {
        Certainty.LOCATED: (1, 1),
        Certainty.BLOCK: (1, 1),
        Certainty.ONE_OF: (2, 5),
        Certainty.LINE: (0, 3),
    }
    for cause in diagnose(system):
        least, most = sizes[cause.certainty]
        chances = [one.probability for one in cause.explanations]

        assert least <= len(chances) <= most
        assert chances == sorted(chances, reverse=True)
        assert sum(chances) <= 1 + 1e-9
        assert cause.certainty is not Certainty.LOCATED or chances[0] >= 0.95
        assert all(one.events for one in cause.explanations)


@given(systems())
def test_no_figure_is_proposed_where_none_may_be(system: System) -> None:
    for cause in diagnose(system):
        for one in cause.explanations:
            for cell, new in _values(one).items():
                assert not system.cells[cell].fixed
                assert new >= (system.cells[cell].least or 0)


@given(with_conditions())
def test_the_same_system_gives_the_same_causes(system: System) -> None:
    assert diagnose(system) == diagnose(system)


@given(systems())
def test_a_finer_unit_gives_the_same_slips_of_single_figures(system: System) -> None:
    finer = replace(
        system,
        cells=tuple(
            replace(
                cell,
                value=cell.value * 10,
                expected=None if cell.expected is None else cell.expected * 10,
            )
            for cell in system.cells
        ),
        scale=10,
    )

    assert _located(finer, 1) == _located(system, 10)


def _located(system: System, times: int) -> list[tuple[str, int, int]]:
    return [
        (event.slip.value, event.changes[0][0], event.changes[0][1] * times)
        for cause in diagnose(system)
        if cause.certainty is Certainty.LOCATED
        for event in cause.explanations[0].events
        if len(event.changes) == 1
    ]
