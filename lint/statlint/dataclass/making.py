"""Make a class of the fields that it declares; none of its methods is made before it is called."""

from __future__ import annotations

from statlint.dataclass.compatible import Compatible
from statlint.dataclass.methods import AT_FIRST, COMPARED, init_at_first
from statlint.dataclass.plan import MISSING, PLAN, Field, Plan
from statlint.dataclass.shared import keep_from_deleting, keep_from_setting, state_of, take_state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_NOT_OURS = ("ClassVar", "typing.ClassVar")
_COMPATIBLE = {one: Compatible(one) for one in ("__dataclass_fields__", "__dataclass_params__")}
_USUAL = {"__init__": init_at_first, "__repr__": AT_FIRST["__repr__"]}
_KEEPING = (("__setattr__", keep_from_setting), ("__delattr__", keep_from_deleting))
_LEFT_OUT = ("__dict__", "__weakref__")


def dataclass(
    kind: type | None = None,
    /,
    *,
    frozen: bool = False,
    slots: bool = False,
    eq: bool = True,
    order: bool = False,
    weakref_slot: bool = False,
) -> object:
    """Give a class the methods that follow from its fields."""
    if order and not eq:
        message = "eq must be true if order is true"
        raise ValueError(message)
    if weakref_slot and not slots:
        message = "weakref_slot is True but slots is False"
        raise TypeError(message)

    def made(kind: type) -> type:
        plan = Plan(_stated(kind, frozen=frozen), frozen=frozen, slots=slots)
        given = _given(kind, plan, eq=eq, order=order)
        if slots:
            plan.kind = _slotted(kind, given, plan, ("__weakref__",) if weakref_slot else ())
        else:
            plan.kind = kind
            _unslotted(kind, given, plan)
        return plan.kind

    return made if kind is None else made(kind)


def _stated(kind: type, *, frozen: bool) -> dict[str, object]:
    """Give what is stated of each field: a default, more than that, or nothing."""
    every: dict[str, object] = {}
    if kind.__bases__ != (object,):
        for base in reversed(kind.__mro__[1:]):
            plan = base.__dict__.get(PLAN)
            if plan is not None:
                if plan.frozen != frozen:
                    message = "frozen and other classes cannot inherit from each other"
                    raise TypeError(message)
                every.update(plan.stated)
    own = kind.__dict__
    for name, annotation in own.get("__annotations__", {}).items():
        if not str(annotation).startswith(_NOT_OURS):
            every[name] = own.get(name, MISSING)
    _check(every)
    return every


def _check(stated: dict[str, object]) -> None:
    optional = False
    for name, one in stated.items():
        if one is MISSING and not optional:
            continue
        default = one.default if isinstance(one, Field) else one
        if type(default).__hash__ is None:
            message = f"mutable default {default!r} of {name}: use default_factory"
            raise ValueError(message)
        if isinstance(one, Field) and not one.init:
            continue
        if default is not MISSING or (isinstance(one, Field) and one.optional):
            optional = True
        elif optional:
            message = f"non-default argument {name!r} follows default argument"
            raise TypeError(message)


def _given(kind: type, plan: Plan, *, eq: bool, order: bool) -> dict[str, object]:
    """Give all that the class will have: its own, and what it does not define itself."""
    own = kind.__dict__
    given = {**_USUAL, **own}
    if eq:
        if "__hash__" not in own or (own["__hash__"] is None and "__eq__" in own):
            given["__hash__"] = AT_FIRST["__hash__"] if plan.frozen else None
        given.setdefault("__eq__", AT_FIRST["__eq__"])
    for name in COMPARED if order else ():
        if name in own:
            message = f"cannot overwrite attribute {name} in class {kind.__name__}"
            raise TypeError(message)
        given[name] = AT_FIRST[name]
    if plan.frozen:
        _freeze(given, plan, kind)
    given[PLAN] = plan
    given.update(_COMPATIBLE)
    given.setdefault("__match_args__", plan.taken)
    return given


def _freeze(given: dict[str, object], plan: Plan, kind: type) -> None:
    for name, method in _KEEPING:
        if given.setdefault(name, method) is not method:
            message = f"cannot overwrite attribute {name} in class {kind.__name__}"
            raise TypeError(message)
    if plan.slots:
        given.setdefault("__getstate__", state_of)
        given.setdefault("__setstate__", take_state)


def _slotted(kind: type, given: dict[str, object], plan: Plan, more: Iterable[str]) -> type:
    """Make the class anew: whether a class has slots is settled when it is made."""
    if "__slots__" in given:
        message = f"{kind.__name__} already specifies __slots__"
        raise TypeError(message)
    slots = (*plan.stated, *more)
    for base in kind.__mro__[1:-1]:
        had = base.__dict__.get("__slots__", ())
        slots = tuple([one for one in slots if one not in ((had,) if type(had) is str else had)])
    given["__slots__"] = slots
    for name in (*plan.stated, *_LEFT_OUT):
        given.pop(name, None)
    made = type(kind)(kind.__name__, kind.__bases__, given)
    made.__qualname__ = kind.__qualname__
    return made


def _unslotted(kind: type, given: dict[str, object], plan: Plan) -> None:
    """Change the class itself; a default is what an instance without a value shows."""
    own = dict(kind.__dict__)
    for name, one in given.items():
        if name not in own or own[name] is not one:
            setattr(kind, name, one)
    for name, one in plan.stated.items():
        if isinstance(one, Field) and name in own:
            if one.default is MISSING:
                delattr(kind, name)
            else:
                setattr(kind, name, one.default)
