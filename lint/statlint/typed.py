"""What only type checkers ask for of `typing`, without its import at each start.

Type checkers see the standard library's. To the program these names are as little as will do:
a class that is declared with them behaves as it would without.
"""

from __future__ import annotations

__all__ = [
    "IO",
    "TYPE_CHECKING",
    "Any",
    "BinaryIO",
    "Generic",
    "Literal",
    "NamedTuple",
    "NoReturn",
    "NotRequired",
    "Protocol",
    "TextIO",
    "TypeAlias",
    "TypeVar",
    "TypedDict",
    "cast",
    "overload",
]
TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import (
        IO,
        Any,
        BinaryIO,
        Generic,
        Literal,
        NamedTuple,
        NoReturn,
        NotRequired,
        Protocol,
        TextIO,
        TypeAlias,
        TypedDict,
        TypeVar,
        cast,
        overload,
    )
else:
    from collections import namedtuple

    class _Named:
        """A name that stands in annotations, and may be asked for with others in brackets."""

        __slots__ = ()

        def __class_getitem__(cls, _of: object) -> type:
            return cls

    class Any(_Named):
        """Anything."""

        __slots__ = ()

    IO = BinaryIO = Literal = NoReturn = NotRequired = TextIO = TypeAlias = Any

    class Generic(_Named):
        """A class that is told what it is of."""

        __slots__ = ()

    Protocol = Generic

    class _NamedTuples(type):
        def __new__(cls, name: str, _: object, body: dict[str, object]) -> type:
            if "__annotations__" not in body:
                return super().__new__(cls, name, (), body)
            names = body.pop("__annotations__")
            defaults = [body.pop(one) for one in names if one in body]
            made = namedtuple(name, names, defaults=defaults)  # noqa: PYI024 - this is the typed one
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_NamedTuples):
        """A tuple whose places have names."""

    class TypedDict(dict):
        """A dictionary whose keys are declared; what is made by calling it is a plain one."""

        def __init_subclass__(cls, *, total: bool = True) -> None:
            """Take whether all keys must be there: only type checkers ask."""

        def __new__(cls, *values: object, **named: object) -> dict[object, object]:
            """Make a plain dictionary."""
            return dict(*values, **named)

    class TypeVar:
        """A type that is not known yet."""

        __slots__ = ("__name__",)

        def __init__(self, name: str, *_of: object, **_more: object) -> None:
            """Take its name; what it may be is for type checkers."""
            self.__name__ = name

    def cast(_kind: object, thing: object) -> object:
        """Give a thing as it is."""
        return thing

    def overload(function: object) -> object:
        """Give a function as it is; the one that follows takes its name."""
        return function
