"""What the standard library looks for on a class, made when it looks: its functions take ours."""

from __future__ import annotations

from statlint.dataclass.plan import MISSING, PLAN, Field, Plan


class Compatible:
    """An attribute of a class that is taken from the standard library's own class of its fields."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:  # noqa: D107 - the name of the attribute
        self.name = name

    def __get__(self, instance: object, kind: type) -> object:
        """Give what the standard library would have set."""
        plan: Plan = getattr(kind, PLAN)
        if plan.twin is None:
            plan.twin = _twin(plan)
        return plan.twin.__dict__[self.name]


def _twin(plan: Plan) -> type:
    from dataclasses import make_dataclass

    several = [(one.name, one.type, _field(one)) for one in plan.fields]
    return make_dataclass(plan.kind.__name__, several, frozen=plan.frozen)


def _field(one: Field) -> object:
    from dataclasses import field

    given = {"default": one.default, "default_factory": one.default_factory}
    given = {name: value for name, value in given.items() if value is not MISSING}
    flags = {"init": one.init, "repr": one.repr, "compare": one.compare}
    made: object = field(**given, **flags)  # type: ignore[call-overload]  # one default at most
    return made
