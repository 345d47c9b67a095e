"""What stands for `typing` at run time: classes and functions are as they would be without it."""

from __future__ import annotations

import pickle
import typing

import pytest

from statlint import typed
from statlint.typed import Generic, NamedTuple, Protocol, TypedDict, TypeVar, cast, overload

_T = TypeVar("_T")


class Placed(NamedTuple):
    """A tuple with a default and a method."""

    row: int
    column: int = 1

    def moved(self, by: int) -> Placed:
        """Give the place below."""
        return self._replace(row=self.row + by)


class Box(Generic[_T]):
    """Something of some type."""

    def __init__(self, held: _T) -> None:
        """Take what it holds."""
        self.held = held


class Speaks(Protocol):
    """What can speak."""

    def speak(self) -> str:
        """Say something."""
        ...


class Entry(TypedDict, total=False):
    """A dictionary."""

    name: str


@overload
def doubled(thing: int) -> int: ...
@overload
def doubled(thing: str) -> str: ...
def doubled(thing: int | str) -> int | str:
    """Double a thing."""
    return thing * 2


def test_all_names_are_those_of_the_standard_library() -> None:
    ours = set(typed.__all__)

    assert ours <= set(typing.__all__)
    assert all(hasattr(typed, name) for name in ours)


def test_a_tuple_with_names() -> None:
    place = Placed(3)
    row, column = place

    assert (place, row, column, place.moved(2), place.__doc__) == (
        *((3, 1), 3, 1, (5, 1)),
        "A tuple with a default and a method.",
    )
    assert pickle.loads(pickle.dumps(place)) == place  # noqa: S301 - our own
    assert not hasattr(place, "__dict__")
    with pytest.raises(AttributeError):
        place.row = 4  # type: ignore[misc]


def test_what_is_made_of_a_declared_dictionary_is_a_plain_one() -> None:
    assert type(Entry(name="x")) is dict
    assert Entry(name="x") == {"name": "x"}


def test_the_rest_changes_nothing() -> None:
    class Dog(Speaks):
        def speak(self) -> str:
            return "woof"

    assert (Box[int](3).held, Dog().speak(), doubled("a")) == (3, "woof", "aa")
    assert cast("object", "x") == "x"
