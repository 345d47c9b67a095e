"""What is stated of a class: its fields, and what its methods are made of."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

PLAN = "__statlint_plan__"
"""Where a class keeps its plan."""


class _Missing:
    __slots__ = ()

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"""Stands for a default that was not stated."""


class Field:
    """One field; read it, never change it."""

    __slots__ = ("compare", "default", "default_factory", "init", "name", "repr", "type")
    kw_only = False
    name: str
    type: str

    def __init__(  # noqa: D107 - as `field` has it
        self,
        default: object = MISSING,
        default_factory: Callable[[], object] | _Missing = MISSING,
        *,
        init: bool = True,
        repr: bool = True,  # noqa: A002 - as the standard library has it
        compare: bool = True,
    ) -> None:
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare

    @property
    def optional(self) -> bool:
        """Tell whether it has a value where none is given."""
        return self.default is not MISSING or self.default_factory is not MISSING

    def value(self) -> object:
        """Give the value where none is given; MISSING where there is none."""
        make = self.default_factory
        return self.default if isinstance(make, _Missing) else make()


def field(
    *,
    default: object = MISSING,
    default_factory: Callable[[], object] | _Missing = MISSING,
    init: bool = True,
    repr: bool = True,  # noqa: A002 - as the standard library has it
    compare: bool = True,
) -> Field:
    """State what a field is besides its type."""
    if default is not MISSING and default_factory is not MISSING:
        message = "cannot specify both default and default_factory"
        raise ValueError(message)
    return Field(default, default_factory, init=init, repr=repr, compare=compare)


class Plan:
    """What the methods of a class are made of.

    `taken` are the fields that `__init__` takes, `filled` counts instances until it is made.
    """

    __slots__ = ("_fields", "filled", "frozen", "kind", "slots", "stated", "taken", "twin")

    def __init__(self, stated: Mapping[str, object], *, frozen: bool, slots: bool) -> None:  # noqa: D107
        self.stated = stated
        # From a list: hundreds of classes are made at every start, and a generator takes longer.
        self.taken = tuple(
            [name for name, one in stated.items() if not isinstance(one, Field) or one.init]
        )
        self.frozen = frozen
        self.slots = slots
        self.filled = 0
        self.kind: type = object
        self.twin: type | None = None
        self._fields: tuple[Field, ...] | None = None

    @property
    def fields(self) -> tuple[Field, ...]:
        """Give the fields, told when they are first asked for."""
        if self._fields is None:
            self._fields = tuple(self._field(*one) for one in self.stated.items())
        return self._fields

    def _field(self, name: str, stated: object) -> Field:
        one = stated if isinstance(stated, Field) else Field(stated)
        one.name = name
        stated_in = (vars(kind).get("__annotations__", {}) for kind in self.kind.__mro__)
        one.type = next(several[name] for several in stated_in if name in several)
        return one

    def compared(self) -> tuple[str, ...]:
        """Name the fields by which instances are equal."""
        return tuple(
            name
            for name, stated in self.stated.items()
            if not isinstance(stated, Field) or stated.compare
        )


def plan_of(kind: type) -> Plan | None:
    """Give the plan of a class of ours; None for any other."""
    found: Plan | None = getattr(kind, PLAN, None)
    return found
