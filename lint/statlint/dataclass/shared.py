"""Methods that need not be made: they look the fields up when they are called."""

from __future__ import annotations

from statlint.dataclass.plan import PLAN, Plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def keep_from_setting(self: object, name: str, value: object) -> None:
    """Refuse to change a field, and anything else that the class itself would have."""
    _keep(self, name, "assign to")
    object.__setattr__(self, name, value)


def keep_from_deleting(self: object, name: str) -> None:
    """Refuse to delete a field, and anything else that the class itself would have."""
    _keep(self, name, "delete")
    object.__delattr__(self, name)


def _keep(thing: object, name: str, deed: str) -> None:
    kind = type(thing)
    plan: Plan = getattr(kind, PLAN)
    if plan.kind is kind or name in plan.stated:
        from dataclasses import FrozenInstanceError

        message = f"cannot {deed} field {name!r}"
        raise FrozenInstanceError(message)


def state_of(self: object) -> list[object]:
    """Give what is pickled of an instance."""
    plan: Plan = getattr(self, PLAN)
    return [getattr(self, name) for name in plan.stated]


def take_state(self: object, state: Iterable[object]) -> None:
    """Take what was pickled of an instance."""
    plan: Plan = getattr(self, PLAN)
    for name, value in zip(plan.stated, state, strict=False):
        object.__setattr__(self, name, value)
