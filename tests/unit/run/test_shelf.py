"""Long lists that are packed: what is read is what was put there."""

from __future__ import annotations

import pytest

from statlint.run.shelf import Shelf

MANY = [f"第{number}项" for number in range(5000)]


def shelf_of(things: list[str]) -> Shelf[str]:
    shelf: Shelf[str] = Shelf()
    shelf.extend(things)
    return shelf


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 4096, 4160, 4161, 5000])
def test_what_is_read_is_what_was_put_there(count: int) -> None:
    shelf = shelf_of(MANY[:count])

    assert list(shelf) == MANY[:count]
    assert len(shelf) == count
    assert shelf == MANY[:count]
    assert shelf != MANY[1:]


def test_places_are_those_of_a_list() -> None:
    shelf = shelf_of(MANY)

    assert [shelf[at] for at in (0, 4700, 4701, -1, 4600)] == [
        MANY[at] for at in (0, 4700, 4701, -1, 4600)
    ]
    assert list(shelf[4690:4720]) == MANY[4690:4720]
    with pytest.raises(IndexError):
        shelf[5000]


def test_few_are_a_tuple_and_many_stay_packed() -> None:
    assert shelf_of(MANY[:4096]).finished() == tuple(MANY[:4096])
    assert isinstance(shelf_of(MANY).finished(), Shelf)
