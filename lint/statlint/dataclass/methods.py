"""The methods of a class, each made when it is first called, and then set on the class.

Classes of as many fields share what was compiled for the first of them: only the names differ.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType

from statlint.dataclass.plan import MISSING, Field, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COMPARED = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
"""What the methods are called that compare by order."""
_FEW = 8
"""Instances of a class before it pays to write an `__init__` for it."""
_SIGNS = {"__eq__": "==", **COMPARED}


def at_first_call(plan: Plan, name: str) -> Callable[..., object]:
    """Give a method that makes the real one when it is called, and leaves its place to it."""

    def first(self: object, /, *args: object, **named: object) -> object:
        real = _made(plan, name)
        if plan.kind.__dict__.get(name) is first:
            setattr(plan.kind, name, real)
        return real(self, *args, **named)

    return first


def slowly_at_first(plan: Plan) -> Callable[..., None]:
    """Give an `__init__` that makes the real one once there are more than a few instances."""
    left = _FEW

    def first(self: object, /, *values: object, **named: object) -> None:
        nonlocal left
        left -= 1
        if left >= 0 and _filled(plan, self, values, named):
            return
        real = _init(plan)
        if plan.kind.__dict__.get("__init__") is first:
            setattr(plan.kind, "__init__", real)  # noqa: B010 - a type checker forbids to set it
        real(self, *values, **named)

    return first


def _filled(
    plan: Plan, thing: object, values: Sequence[object], named: Mapping[str, object]
) -> bool:
    """Set the fields of an instance; False where what is given is not what it takes."""
    put, taken = object.__setattr__ if plan.frozen else setattr, plan.taken
    if len(values) == len(plan.stated) == len(taken):
        if named:
            return False
        for name, value in zip(taken, values, strict=True):
            put(thing, name, value)
        _finish(thing)
        return True
    if len(values) > len(taken) or not named.keys() <= set(taken[len(values) :]):
        return False
    given = {**dict(zip(taken, values, strict=False)), **named}
    for name, stated in plan.stated.items():
        value = given.get(name, stated)
        if isinstance(value, Field) and name not in given:
            value = value.value()
        if value is not MISSING:
            put(thing, name, value)
        elif name in taken:
            return False
    _finish(thing)
    return True


def _finish(thing: object) -> None:
    after = getattr(thing, "__post_init__", None)
    if after is not None:
        after()


def _made(plan: Plan, name: str) -> Callable[..., object]:
    if name == "__repr__":
        return _repr(plan)
    several = plan.compared()
    values = "".join(f"{{0}}.a{place}, " for place in range(len(several)))
    if name == "__hash__":
        source = f"def __hash__(self):\n return hash(({values.format('self')}))"
    else:
        source = (
            f"def {name}(self, other):\n"
            " if other.__class__ is self.__class__:\n"
            f"  return ({values.format('self')}) {_SIGNS[name]} ({values.format('other')})\n"
            " return NotImplemented"
        )
    return _function(plan, source, several, {})


def _init(plan: Plan) -> FunctionType:
    """Make `__init__`: slots of frozen instances are set through what the class has for them."""
    known: dict[str, object] = {}
    ways = ""
    defaults: list[object] = []
    for place, name in enumerate(plan.taken):
        default, factory = _default(plan.stated[name])
        if plan.frozen:
            known[f"put{place}"] = _putter(plan, name, factory)
            ways += "p"
        elif factory is not MISSING:
            known |= {f"make{place}": factory, "MISSING": MISSING}
            ways += "m"
        else:
            ways += "="
        if factory is not MISSING:
            defaults.append(MISSING)
        elif default is not MISSING:
            defaults.append(default)
    fills = len(plan.taken) < len(plan.stated)
    if fills:
        known["fill"] = _filler(plan)
    source = _init_source(ways, fills=fills, ends=hasattr(plan.kind, "__post_init__"))
    made = _function(plan, source, plan.taken, known)
    made.__defaults__ = tuple(defaults)
    return made


_WAYS = {
    "p": " put{0}(self, a{0})",
    "m": " self.a{0} = make{0}() if a{0} is MISSING else a{0}",
    "=": " self.a{0} = a{0}",
}
"""How a field is set, by a sign for it."""


@cache
def _init_source(ways: str, *, fills: bool, ends: bool) -> str:
    lines = [_WAYS[way].format(place) for place, way in enumerate(ways)]
    lines += [" fill(self)"] * fills + [" self.__post_init__()"] * ends
    words = ", ".join(["self", *(f"a{place}" for place in range(len(ways)))])
    return "\n".join([f"def __init__({words}):", *(lines or [" pass"])])


def _default(stated: object) -> tuple[object, Callable[[], object] | object]:
    if isinstance(stated, Field):
        return stated.default, stated.default_factory
    return stated, MISSING


def _putter(plan: Plan, name: str, factory: object) -> Callable[[object, object], None]:
    """Give what sets a field; where it has a factory, that makes what was not given."""
    put: Callable[[object, object], None]
    if plan.slots:
        put = getattr(plan.kind, name).__set__
    else:

        def put(self: object, value: object) -> None:
            object.__setattr__(self, name, value)

    if not callable(factory):
        return put

    def put_or_make(self: object, value: object) -> None:
        put(self, factory() if value is MISSING else value)

    return put_or_make


def _filler(plan: Plan) -> Callable[[object], None]:
    """Give what sets the fields that `__init__` does not take."""
    several = []
    for name, stated in plan.stated.items():
        if isinstance(stated, Field) and not stated.init and stated.optional:
            several.append((_putter(plan, name, stated.default_factory), stated.default))

    def fill(self: object) -> None:
        for put, default in several:
            put(self, default)

    return fill


def _repr(plan: Plan) -> Callable[..., object]:
    from reprlib import recursive_repr

    shown = [one.name for one in plan.fields if one.repr]
    text = f"%s({', '.join(f'{name}=%r' for name in shown)})"
    values = "".join(f", self.a{place}" for place in range(len(shown)))
    source = f"def __repr__(self):\n return text % (self.__class__.__qualname__{values},)"
    return recursive_repr()(_function(plan, source, shown, {"text": text}))


def _function(
    plan: Plan, source: str, names: Sequence[str], known: Mapping[str, object]
) -> FunctionType:
    """Make a function of what is written for places `a0`, `a1`, …, which take the names."""
    code = _code(source)
    renamed = {f"a{place}": name for place, name in enumerate(names)}
    code = code.replace(
        co_varnames=tuple(renamed.get(one, one) for one in code.co_varnames),
        co_names=tuple(renamed.get(one, one) for one in code.co_names),
        co_qualname=f"{plan.kind.__qualname__}.{code.co_name}",
    )
    return FunctionType(code, {"__name__": plan.kind.__module__, **known})


@cache
def _code(source: str) -> CodeType:
    module = compile(source, "<statlint.dataclass>", "exec")
    return next(one for one in module.co_consts if isinstance(one, CodeType))
