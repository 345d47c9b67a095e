"""The methods of a class, each made when it is first called, and then set on the class.

Classes of as many fields share what was compiled for the first of them: only the names differ.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType

from statlint.dataclass.plan import MISSING, PLAN, Field, Plan
from statlint.dataclass.ready import COMPARING, INITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

COMPARED = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
"""What the methods are called that compare by order."""
_FEW = 5
"""Instances of a class before it pays to make an `__init__` for it of what is compiled."""
_SEVERAL = 100
"""Instances before it pays to compile one: that takes as long as to fill in hundreds."""
_SIGNS = {"__eq__": "==", **COMPARED}


def _at_first_call(name: str) -> Callable[..., object]:
    """Give a method that makes the real one when it is called, and leaves its place to it."""

    def first(self: object, /, *args: object, **named: object) -> object:
        plan = _plan_with(name, first, type(self))
        real = _made(plan, name)
        if plan.kind.__dict__.get(name) is first:
            setattr(plan.kind, name, real)
        return real(self, *args, **named)

    return first


def _plan_with(name: str, method: object, kind: type) -> Plan:
    """Give the plan of the class, of all that one inherits from, that a method is set on."""
    its = kind.__dict__
    if its.get(name) is method and PLAN in its:
        found: Plan = its[PLAN]
        return found
    several = [one.__dict__ for one in kind.__mro__ if PLAN in one.__dict__]
    # Where it was replaced, it is the first one's whatever else is called before it.
    plan: Plan = next((own for own in several if own.get(name) is method), several[0])[PLAN]
    return plan


def init_at_first(self: object, /, *values: object, **named: object) -> None:
    """Fill an instance in; the real `__init__` is made once there are more than a few."""
    plan = _plan_with("__init__", init_at_first, type(self))
    plan.filled += 1
    few = plan.filled <= _FEW or (plan.filled <= _SEVERAL and not _is_ready(plan))
    if few and _filled(plan, self, values, named):
        return
    real = _init(plan)
    if plan.kind.__dict__.get("__init__") is init_at_first:
        setattr(plan.kind, "__init__", real)  # noqa: B010 - a type checker forbids to set it
    real(self, *values, **named)


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
    given = dict(zip(taken, values, strict=False)) if values else {}
    given.update(named)
    for name, stated in plan.stated.items():
        if name in given:
            put(thing, name, given[name])
            continue
        value = stated.value() if isinstance(stated, Field) else stated
        if value is not MISSING:
            put(thing, name, value)
        elif name in taken:
            return False
    _finish(thing)
    return True


def _finish(thing: object) -> None:
    after = getattr(type(thing), "__post_init__", None)
    if after is not None:
        after(thing)


def _made(plan: Plan, name: str) -> Callable[..., object]:
    if name == "__repr__":
        return _repr(plan)
    several = plan.compared()
    code = COMPARING.get((name, len(several))) or _code(_compared_source(name, len(several)))
    return _function(plan, name, code, several, {})


def _compared_source(name: str, count: int) -> str:
    values = "".join(f"{{0}}.a{place}, " for place in range(count))
    if name == "__hash__":
        return f"def __hash__(self):\n return hash(({values.format('self')}))"
    return (
        f"def {name}(self, other):\n"
        " if other.__class__ is self.__class__:\n"
        f"  return ({values.format('self')}) {_SIGNS[name]} ({values.format('other')})\n"
        " return NotImplemented"
    )


def _is_ready(plan: Plan) -> bool:
    """Tell whether the `__init__` of a class need not be compiled."""
    whole = plan.frozen and len(plan.taken) == len(plan.stated)
    return whole and len(plan.taken) in INITS and not hasattr(plan.kind, "__post_init__")


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
    ends = hasattr(plan.kind, "__post_init__")
    ready = None if fills or ends or ways.strip("p") else INITS.get(len(ways))
    code = ready or _code(_init_source(ways, fills=fills, ends=ends))
    made = _function(plan, "__init__", code, plan.taken, known)
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
    return recursive_repr()(_function(plan, "__repr__", _code(source), shown, {"text": text}))


def _function(
    plan: Plan, name: str, code: CodeType, names: Sequence[str], known: Mapping[str, object]
) -> FunctionType:
    """Make a function of what is written for places `a0`, `a1`, …, which take the names."""
    renamed = {f"a{place}": field for place, field in enumerate(names)}
    code = code.replace(
        co_varnames=tuple(renamed.get(one, one) for one in code.co_varnames),
        co_names=tuple(renamed.get(one, one) for one in code.co_names),
        co_name=name,
        co_qualname=f"{plan.kind.__qualname__}.{name}",
    )
    return FunctionType(code, {"__name__": plan.kind.__module__, **known})


@cache
def _code(source: str) -> CodeType:
    module = compile(source, "<statlint.dataclass>", "exec")
    return next(one for one in module.co_consts if isinstance(one, CodeType))


AT_FIRST = {name: _at_first_call(name) for name in ("__repr__", "__hash__", *_SIGNS)}
"""What classes have until the real methods are made, by their names."""
