"""Plain values are pickled by their fields; anything else as Python does it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

import pytest

from statlint.run.plain_pickle import Kinds, dumps
from statlint.values import CellRef


@dataclass(frozen=True)
class One:
    """With a single field."""

    value: tuple[int, ...]


@dataclass(frozen=True)
class Several:
    """With fields of every kind."""

    first: int
    cell: CellRef | None = None
    rest: tuple[One, ...] = ()


@dataclass
class Loose:
    """Not frozen."""

    value: int


@dataclass(frozen=True)
class Named:
    """With a field that is only given by its name."""

    value: int = field(kw_only=True)


@dataclass(frozen=True)
class Made:
    """With a field that is not given."""

    value: int = field(init=False, default=3)


@dataclass(frozen=True)
class Checked:
    """With something that is done when it is made."""

    value: int

    def __post_init__(self) -> None:
        """Refuse 0."""
        if not self.value:
            raise ValueError


@dataclass(frozen=True)
class Empty:
    """Without any field."""


@pytest.mark.parametrize(
    "thing",
    [
        One((1, 2)),
        Several(1, CellRef(2, 3), (One(()), One((4,)))),
        Loose(1),
        Named(value=1),
        Made(),
        Checked(1),
        Empty(),
        [Several(1), {"a": One((1,))}, None],
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_what_is_pickled_comes_back(thing: object) -> None:
    assert pickle.loads(dumps(thing)) == thing  # noqa: S301 - packed here


def test_what_stands_in_several_places_is_one_thing() -> None:
    one = One((1,))

    first, second = pickle.loads(dumps((one, one)))  # noqa: S301 - packed here

    assert first is second


def test_the_kinds_of_all_that_is_in_it_are_told() -> None:
    kinds: Kinds = set()
    thing = [Several(1, CellRef(2, 3)), {"a": (Loose(1), b"", frozenset({2.5}), One, len, None)}]

    assert dumps(thing, kinds) == dumps(thing)
    assert kinds == {Several, CellRef, Loose, One, len}
