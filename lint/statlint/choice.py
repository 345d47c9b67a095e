"""Words of a closed list, as the standard library's `StrEnum` has them, made at little cost.

Type checkers see `StrEnum`, which takes as long to make as a dozen plain classes; each start makes
thirty. To the program a word is a `str` with a name, the same object wherever it is looked up.
"""

from __future__ import annotations

__all__ = ["StrEnum"]
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum


class _List(type):
    """A closed list of words: what may be asked of the class."""

    _by_name: dict[str, _Word]
    _by_value: dict[object, _Word]

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> _List:
        """Make the words of what is stated in capitals and the like."""
        words = {key: one for key, one in body.items() if type(one) is str and key[0] != "_"}
        rest = {key: one for key, one in body.items() if key not in words}
        made = super().__new__(cls, name, bases, {"__slots__": (), **rest})
        made._by_name, made._by_value = {}, {}
        for key, value in words.items():
            word = made._by_value.get(value)
            if word is None:
                word = str.__new__(made, value)  # type: ignore[arg-type]
                object.__setattr__(word, "name", key)
                object.__setattr__(word, "value", value)
                made._by_value[value] = word
            made._by_name[key] = word
            type.__setattr__(made, key, word)
        return made

    def __call__(cls, value: object) -> _Word:
        """Give the word of a value; raises ValueError where there is none."""
        try:
            return cls._by_value[value]
        except (KeyError, TypeError):
            message = f"{value!r} is not a valid {cls.__qualname__}"
            raise ValueError(message) from None

    def __getitem__(cls, name: str) -> _Word:
        return cls._by_name[name]

    def __iter__(cls) -> Iterator[_Word]:
        return iter(cls._by_value.values())

    def __reversed__(cls) -> Iterator[_Word]:
        return reversed(cls._by_value.values())

    def __len__(cls) -> int:
        return len(cls._by_value)

    def __bool__(cls) -> bool:
        return True

    def __contains__(cls, value: object) -> bool:
        return isinstance(value, str) and value in cls._by_value

    @property
    def __members__(cls) -> Mapping[str, _Word]:
        """Give the words by their names, other names of the same among them."""
        return dict(cls._by_name)

    def __repr__(cls) -> str:
        return f"<enum {cls.__name__!r}>"


class _Word(str, metaclass=_List):
    """One word; it never changes."""

    __slots__ = ("name", "value")
    name: str
    value: str
    __str__ = str.__str__
    __hash__ = str.__hash__

    def __setattr__(self, name: str, value: object) -> None:
        message = f"cannot set {name} of {self!r}"
        raise AttributeError(message)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __reduce_ex__(self, _: object) -> tuple[type, tuple[str]]:
        return type(self), (self.value,)

    def __copy__(self) -> _Word:
        return self

    def __deepcopy__(self, _: object) -> _Word:
        return self


if not TYPE_CHECKING:
    StrEnum = _Word
