"""From facts and edits to verdicts, in exact arithmetic."""

from statlint.confront.confront import confront
from statlint.confront.model import Confrontation, Instance, Slack, Verdict

__all__ = ["Confrontation", "Instance", "Slack", "Verdict", "confront"]
