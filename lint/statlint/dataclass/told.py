"""Look at the fields of classes and instances, of ours or of the standard library's."""

from __future__ import annotations

from statlint.dataclass.plan import PLAN, Field, plan_of


def fields(thing: object) -> tuple[Field, ...]:
    """Give the fields of a class or of an instance."""
    plan = plan_of(thing if isinstance(thing, type) else type(thing))
    if plan is not None:
        return plan.fields
    from dataclasses import fields as others

    return others(thing)  # type: ignore[arg-type, return-value]  # it says what is wrong


def is_dataclass(thing: object) -> bool:
    """Tell whether a class or an instance is declared by its fields."""
    kind = thing if isinstance(thing, type) else type(thing)
    return hasattr(kind, PLAN) or hasattr(kind, "__dataclass_fields__")


def replace(thing: object, /, **changes: object) -> object:
    """Copy an instance with other values for some fields."""
    plan = plan_of(type(thing))
    if plan is None or isinstance(thing, type):
        from dataclasses import replace as others

        return others(thing, **changes)  # type: ignore[type-var]  # it says what is wrong
    if len(plan.taken) == len(plan.stated):
        # As in most classes: findings are copied by the thousand.
        given = [changes.pop(n) if n in changes else getattr(thing, n) for n in plan.stated]
        return type(thing)(*given, **changes)
    values = []
    for name, stated in plan.stated.items():
        if isinstance(stated, Field) and not stated.init:
            if name in changes:
                message = f"field {name} is declared with init=False, it cannot be specified"
                raise TypeError(message)
        else:
            values.append(changes.pop(name) if name in changes else getattr(thing, name))
    return type(thing)(*values, **changes)
