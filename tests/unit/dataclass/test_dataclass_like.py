"""Classes of ours behave as the standard library's do, whatever their fields are."""

from __future__ import annotations

import copy
import dataclasses
import operator
import pickle
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from statlint.dataclass import dataclass, field, fields, is_dataclass, replace
from statlint.dataclass.plan import PLAN

VALUES = st.integers(0, 3) | st.sampled_from(["", "甲", None])
ORDERS = (operator.lt, operator.le, operator.gt, operator.ge)


class Stated(NamedTuple):
    """What a field is stated to be; a default where there is one."""

    default: tuple[object, ...]
    made: bool
    flags: Mapping[str, bool]


@st.composite
def stated_fields(draw: st.DrawFn) -> list[Stated]:
    several = draw(
        st.lists(
            st.builds(
                Stated,
                default=st.tuples() | st.tuples(VALUES),
                made=st.booleans(),
                flags=st.dictionaries(st.sampled_from(["repr", "compare"]), st.booleans()),
            ),
            max_size=5,
        )
    )
    # Those without a default come first, as in any function.
    several.sort(key=lambda one: bool(one.default) or one.made)
    left_out = Stated((draw(VALUES),), made=draw(st.booleans()), flags={"init": False})
    return [*several, left_out] if draw(st.booleans()) else several


def class_of(
    decorate: Callable[..., Any],
    state: Callable[..., Any],
    several: Iterable[Stated],
    options: Mapping[str, bool],
) -> type:
    """Declare a class named `Thing`, with fields `f0`, `f1` and so on."""
    body: dict[str, object] = {"__annotations__": {}, "__module__": __name__}
    for place, one in enumerate(several):
        name = f"f{place}"
        body["__annotations__"][name] = "object"  # type: ignore[index]
        if one.made:
            body[name] = state(default_factory=list, **one.flags)
        elif one.flags:
            body[name] = state(**dict(zip(["default"], one.default, strict=False)), **one.flags)
        elif one.default:
            body[name] = one.default[0]
    made: type = decorate(**options)(type("Thing", (), body))
    return made


OPTIONS = st.fixed_dictionaries(
    {"frozen": st.booleans(), "slots": st.booleans(), "eq": st.booleans()}
)


def outcome(deed: Callable[[], object]) -> object:
    """Give what comes of it, or what is wrong with it."""
    try:
        return deed()
    except Exception as error:  # noqa: BLE001 - errors are compared, whatever they are
        return type(error), str(error).replace("Thing.", "")


def seen(kind: type, values: Sequence[object], named: Mapping[str, object]) -> object:
    """Make an instance, and look at it."""
    made = outcome(lambda: kind(*values, **named))
    return made if isinstance(made, tuple) else (repr(made), kind.__match_args__, _shown(made))  # type: ignore[attr-defined]


def _shown(thing: object) -> list[object]:
    return [getattr(thing, name, "-") for name in ("f0", "f1", "f2", "f3", "f4", "f5")]


@given(
    several=stated_fields(),
    options=OPTIONS,
    values=st.lists(VALUES, max_size=6),
    named=st.dictionaries(st.sampled_from(["f0", "f1", "f2", "other"]), VALUES, max_size=2),
    before=st.sampled_from([0, 96]),
)
def test_instances_are_made_alike(
    several: list[Stated],
    options: dict[str, bool],
    values: list[object],
    named: dict[str, object],
    before: int,
) -> None:
    ours = class_of(dataclass, field, several, options)
    theirs = class_of(dataclasses.dataclass, dataclasses.field, several, options)
    getattr(ours, PLAN).filled = before

    # The first ones are made otherwise than those that follow, and than those after many more.
    for _ in range(10):
        assert repr(seen(ours, values, named)) == repr(seen(theirs, values, named))


@given(several=stated_fields(), options=OPTIONS, values=st.lists(VALUES, min_size=12, max_size=12))
def test_instances_compare_alike(
    several: list[Stated], options: dict[str, bool], values: list[object]
) -> None:
    def compared(kind: type) -> list[object]:
        taken = len(kind.__match_args__)  # type: ignore[attr-defined]
        one, other, same = (
            kind(*values[start : start + taken]) for start in (0, len(values) - taken, 0)
        )
        return [
            *(outcome(lambda it=it: one == it) for it in (other, same, one, values)),  # type: ignore[misc]
            outcome(lambda: hash(one) == hash(same)),
            kind.__hash__ is None,
            outcome(lambda: {one: 1, same: 2}.get(one)),
        ]

    ours = class_of(dataclass, field, several, options)
    theirs = class_of(dataclasses.dataclass, dataclasses.field, several, options)

    assert compared(ours) == compared(theirs)


@given(one=st.lists(st.integers(0, 2), min_size=3, max_size=3), other=st.lists(st.integers(0, 2)))
def test_instances_are_ordered_alike(one: list[int], other: list[int]) -> None:
    several = [Stated((), made=False, flags={})] * 2 + [
        Stated((), made=False, flags={"compare": False})
    ]
    options = {"order": True, "frozen": True, "slots": True}
    ours = class_of(dataclass, field, several, options)
    theirs = class_of(dataclasses.dataclass, dataclasses.field, several, options)
    second = [*other, 0, 0, 0][:3]

    assert [order(ours(*one), ours(*second)) for order in ORDERS] == [
        order(theirs(*one), theirs(*second)) for order in ORDERS
    ]
    with pytest.raises(TypeError):
        _ = ours(*one) < second


@given(several=stated_fields(), options=OPTIONS, change=st.sampled_from(["f0", "f1", "f5", "new"]))
def test_instances_are_changed_alike(
    several: list[Stated], options: dict[str, bool], change: str
) -> None:
    def changed(kind: type, change_in_copy: Callable[..., object]) -> list[object]:
        thing = kind(*range(len(kind.__match_args__)))  # type: ignore[attr-defined]
        told = [
            outcome(lambda: repr(change_in_copy(thing, **{change: "乙"}))),
            repr(change_in_copy(thing)),
            outcome(lambda: setattr(thing, change, "丙")),
            outcome(lambda: delattr(thing, change)),
            repr(_shown(thing)),
        ]
        words = [str(one).replace("specified with replace()", "specified") for one in told]
        return [one.replace("ValueError", "TypeError") for one in words]  # as from Python 3.13

    ours = class_of(dataclass, field, several, options)
    theirs = class_of(dataclasses.dataclass, dataclasses.field, several, options)
    # Of what is no field, some versions of the standard library says something else than it means.
    assume(change in ours.__match_args__ or not (options["frozen"] and options["slots"]))  # type: ignore[attr-defined]

    assert changed(ours, replace) == changed(theirs, dataclasses.replace)
    assert changed(ours, dataclasses.replace) == changed(theirs, dataclasses.replace)


@given(several=stated_fields(), options=OPTIONS)
def test_fields_are_told_alike(several: list[Stated], options: dict[str, bool]) -> None:
    ours = class_of(dataclass, field, several, options)
    theirs = class_of(dataclasses.dataclass, dataclasses.field, several, options)
    names = ("name", "type", "init", "repr", "compare", "kw_only")

    def told(several: Iterable[Any]) -> list[object]:
        return [
            *([getattr(one, name) for name in names] for one in several),
            *(str(one.default).replace("<dataclasses._MISSING", "MISSING")[:7] for one in several),
            *(one.default_factory is list for one in several),
        ]

    assert told(fields(ours)) == told(dataclasses.fields(theirs))
    assert told(dataclasses.fields(ours)) == told(dataclasses.fields(theirs))
    assert is_dataclass(ours) is is_dataclass(theirs) is dataclasses.is_dataclass(ours) is True
    assert ours.__dataclass_params__.frozen is options["frozen"]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table."""

    label: str
    figures: list[int] = field(default_factory=list, compare=False)
    level: int = field(default=0, repr=False)


def test_what_was_copied_or_packed_is_the_same() -> None:
    line = Line("合计", [1, 2], 3)
    copies = [copy.copy(line), copy.deepcopy(line), pickle.loads(pickle.dumps(line))]  # noqa: S301

    assert [(one == line, one.figures, one.level) for one in copies] == [(True, [1, 2], 3)] * 3
    assert copies[0].figures is line.figures
    assert copies[1].figures is not line.figures
