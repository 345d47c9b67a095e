"""From facts and edits to verdicts, in exact arithmetic."""

from statlint.confront.confront import confront
from statlint.confront.linear import Linear
from statlint.confront.mend import allowance, mender_of, repairs
from statlint.confront.model import Confrontation, Instance, Slack, Verdict
from statlint.confront.ranks import exchanges, score_of
from statlint.confront.sides import sides_of
from statlint.confront.slack import tolerance
from statlint.confront.terms import bound_of, holds_with, linear_of, verdict_with

__all__ = [
    "Confrontation",
    "Instance",
    "Linear",
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
