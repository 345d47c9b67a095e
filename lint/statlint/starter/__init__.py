"""From a repository to the files that make statlint at home in it."""

from statlint.starter.plan import Action, Step, plan, take
from statlint.starter.seen import CI_KINDS, Seen, look_around
from statlint.starter.supply import Supply, installed_supply, read_supply

__all__ = [
    "CI_KINDS",
    "Action",
    "Seen",
    "Step",
    "Supply",
    "installed_supply",
    "look_around",
    "plan",
    "read_supply",
    "take",
]
