"""From facts and edits to verdicts, in exact arithmetic."""

from statlint.confront.confront import confront
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
    "score_of",
    "tolerance",
]
