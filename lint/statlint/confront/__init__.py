"""From facts and edits to verdicts, in exact arithmetic."""

from __future__ import annotations

from statlint.confront.confront import confront
from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from statlint.confront.linear import Linear
    from statlint.confront.mend import allowance, mender_of, repairs
    from statlint.confront.model import Confrontation, Instance, Slack, Verdict
    from statlint.confront.ranks import exchanges, score_of
    from statlint.confront.ready import ReadyTables
    from statlint.confront.sides import sides_of
    from statlint.confront.slack import tolerance
    from statlint.confront.terms import bound_of, holds_with, linear_of, verdict_with
else:
    from statlint.on_demand import on_demand

    __getattr__ = on_demand(
        __name__,
        {
            "linear": "Linear",
            "mend": "allowance mender_of repairs",
            "model": "Confrontation Instance Slack Verdict",
            "ranks": "exchanges score_of",
            "ready": "ReadyTables",
            "sides": "sides_of",
            "slack": "tolerance",
            "terms": "bound_of holds_with linear_of verdict_with",
        },
    )

__all__ = [
    "Confrontation",
    "Instance",
    "Linear",
    "ReadyTables",
    "Slack",
    "Verdict",
    "allowance",
    "bound_of",
    "confront",
    "exchanges",
    "holds_with",
    "linear_of",
    "mender_of",
    "repairs",
    "score_of",
    "sides_of",
    "tolerance",
    "verdict_with",
]
