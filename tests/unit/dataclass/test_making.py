"""What is wrong with a class is said when it is made, and what it states is left as it is."""

from __future__ import annotations

import dataclasses
import gc
import weakref
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from statlint.dataclass import dataclass, field, fields, is_dataclass, replace
from statlint.dataclass.plan import MISSING

T = TypeVar("T")


def body_of(values: Mapping[str, object], **annotations: str) -> type:
    """Write a class by hand."""
    return type("Odd", (), {"__annotations__": annotations, **values})


@dataclass(frozen=True, slots=True)
class Base:
    """What another class is made from."""

    first: int
    second: int = 2


@dataclass(slots=True)
class Open:
    """What may change."""

    first: int


@pytest.mark.parametrize(
    ("options", "kind", "error"),
    [
        pytest.param({}, body_of({"a": 1}, a="int", b="int"), TypeError, id="default before none"),
        pytest.param({}, body_of({"a": []}, a="list"), ValueError, id="a default that may change"),
        pytest.param({"order": True, "eq": False}, body_of({}), ValueError, id="order of unequals"),
        pytest.param({"weakref_slot": True}, body_of({}), TypeError, id="a slot without slots"),
        pytest.param(
            {"slots": True}, body_of({"__slots__": ()}), TypeError, id="slots stated already"
        ),
        pytest.param(
            {"order": True}, body_of({"__lt__": None}), TypeError, id="an order of its own"
        ),
        pytest.param(
            {"frozen": True}, body_of({"__setattr__": None}), TypeError, id="set by its own"
        ),
        pytest.param({}, type("Odd", (Base,), {}), TypeError, id="open from frozen"),
        pytest.param({"frozen": True}, type("Odd", (Open,), {}), TypeError, id="frozen from open"),
    ],
)
@pytest.mark.parametrize("decorate", [dataclass, dataclasses.dataclass], ids=["ours", "theirs"])
def test_a_class_that_cannot_be_made_is_refused(
    decorate: Callable[..., Any], options: dict[str, bool], kind: type, error: type[Exception]
) -> None:
    with pytest.raises(error):
        decorate(**options)(kind)


def test_two_defaults_are_refused() -> None:
    with pytest.raises(ValueError, match="both"):
        field(default=1, default_factory=list)  # type: ignore[call-overload]


def test_what_a_class_defines_itself_stays() -> None:
    @dataclass
    class Own:
        number: int
        known: ClassVar[int] = 7

        def __repr__(self) -> str:
            return "own"

        def __hash__(self) -> int:
            return 5

    assert (repr(Own(1)), hash(Own(1)), Own(1) == Own(1), Own.known) == ("own", 5, True, 7)
    assert [one.name for one in fields(Own)] == ["number"]


def test_fields_are_inherited() -> None:
    @dataclass(frozen=True, slots=True, weakref_slot=True)
    class Wider(Base, Generic[T]):
        second: int = 3
        third: T | None = None

    wider = Wider[int](1, third=4)

    assert (repr(wider).rpartition(".")[2], weakref.ref(wider)()) == (
        "Wider(first=1, second=3, third=4)",
        wider,
    )
    assert list(Wider.__slots__) == ["third", "__weakref__"]
    assert Base(1) != wider
    assert [one.type for one in fields(Wider)] == ["int", "int", "T | None"]


def test_only_fields_are_kept_from_changing_in_a_class_made_from_another() -> None:
    class Noted(Base):
        note: str

    noted = Noted(1)
    noted.note = "甲"
    del noted.note

    with pytest.raises(AttributeError, match="cannot assign to field 'first'"):
        noted.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="cannot delete field 'second'"):
        del noted.second
    assert vars(noted) == {}


def test_values_that_are_no_longer_themselves_are_equal_when_they_are_the_same() -> None:
    nothing = float("nan")

    assert Open(nothing) == Open(nothing)  # type: ignore[arg-type]
    assert Open(nothing) != Open(float("nan"))  # type: ignore[arg-type]


def test_the_standard_library_makes_classes_from_ours() -> None:
    @dataclasses.dataclass(frozen=True)
    class Theirs(Base):
        third: int = 3

    assert dataclasses.astuple(Theirs(1)) == (1, 2, 3)


def test_a_value_that_is_made_later_finds_its_place() -> None:
    @dataclass(frozen=True, eq=False)
    class Lazy:
        number: int
        several: list[int] = field(default_factory=list)

        @cached_property
        def double(self) -> int:
            return self.number * 2

    lazy = Lazy(4)

    assert (lazy.double, vars(lazy)) == (8, {"number": 4, "several": [], "double": 8})


def test_something_is_done_after_making() -> None:
    done = []

    @dataclass(frozen=True, slots=True)
    class Told:
        number: int

        def __post_init__(self) -> None:
            done.append(self.number)

    Told(1), replace(Told(2), number=3)

    assert done == [1, 2, 3]


def test_a_method_that_was_replaced_before_its_first_call_stays_replaced() -> None:
    @dataclass(slots=True)
    class Counted:
        number: int

    made = []
    real: Callable[..., None] = Counted.__init__

    def count(self: object, *values: object) -> None:
        made.append(values)
        real(self, *values)

    Counted.__init__ = count  # type: ignore[method-assign, assignment]

    assert [Counted(1).number, Counted(2).number] == [1, 2]
    assert made == [(1,), (2,)]


def test_an_instance_that_holds_itself_can_be_shown() -> None:
    @dataclass(slots=True)
    class Knot:
        other: object = None

    knot = Knot()
    knot.other = knot

    assert repr(knot).endswith("Knot(other=...)")


def test_other_classes_are_looked_at_as_ever() -> None:
    @dataclasses.dataclass
    class Theirs:
        number: int = 1

    assert repr(replace(Theirs(), number=2)).endswith("Theirs(number=2)")
    assert ([one.name for one in fields(Theirs)], is_dataclass(Theirs())) == (["number"], True)
    assert (is_dataclass(3), repr(MISSING)) == (False, "MISSING")


@pytest.mark.parametrize(
    "look",
    [
        pytest.param(lambda: fields(3), id="fields of a number"),  # type: ignore[arg-type]
        pytest.param(lambda: replace(3), id="a number, changed"),  # type: ignore[type-var]
        pytest.param(lambda: replace(Base), id="a class, changed"),  # type: ignore[type-var]
    ],
)
def test_what_has_no_fields_is_refused(look: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        look()


def test_a_class_that_nobody_knows_any_more_goes() -> None:
    def declared() -> weakref.ref[type]:
        @dataclass(frozen=True, slots=True)
        class Passing:
            number: int

        repr(Passing(1)), Passing(1) == Passing(2), hash(Passing(3))
        return weakref.ref(Passing)

    passed = declared()
    gc.collect()

    assert passed() is None
