"""Things of a form that most files never ask for: they are made at first use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from statlint.typed import TypeVar, overload

_T_co = TypeVar("_T_co", covariant=True)


class Later(Sequence[_T_co]):
    """A tuple that is made when it is first asked for."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], tuple[_T_co, ...]]) -> None:
        """Take what makes it."""
        self._make: Callable[[], tuple[_T_co, ...]] | None = make
        self._made: tuple[_T_co, ...] = ()

    def _all(self) -> tuple[_T_co, ...]:
        if self._make is not None:
            self._made, self._make = self._make(), None
        return self._made

    def __iter__(self) -> Iterator[_T_co]:
        """Go through the things in their order."""
        return iter(self._all())

    def __len__(self) -> int:
        """Count the things."""
        return len(self._all())

    @overload
    def __getitem__(self, at: int) -> _T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[_T_co]: ...
    def __getitem__(self, at: int | slice) -> _T_co | Sequence[_T_co]:
        """Give one thing, or several."""
        return self._all()[at]

    def __eq__(self, other: object) -> bool:
        """Tell whether a sequence holds the same things."""
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        """Give the hash of the tuple that it is."""
        return hash(self._all())

    def __repr__(self) -> str:
        """Write it as the tuple that it is."""
        return repr(self._all())

    def __reduce__(self) -> tuple[type, tuple[tuple[_T_co, ...]]]:
        """Leave a process as a tuple."""
        return tuple, (self._all(),)
