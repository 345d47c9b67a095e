"""From facts and edits to verdicts, in exact arithmetic."""

from statlint.confront.confront import confront
from statlint.confront.mend import mender_of, repairs
from statlint.confront.model import Confrontation, Instance, Slack, Verdict
from statlint.confront.ranks import exchanges, score_of
from statlint.confront.slack import tolerance

__all__ = [
    "Confrontation",
    "Instance",
    "Slack",
    "Verdict",
    "confront",
    "exchanges",
    "mender_of",
    "repairs",
    "score_of",
    "tolerance",
]
