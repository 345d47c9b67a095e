"""From failed edits to what is wrong: the cells to suspect, the figures to propose."""

from statlint.diagnosis.derived import sums_among
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.group import group
from statlint.diagnosis.model import Cause, Certainty, Event, Explanation, Slip
from statlint.diagnosis.systems import Survey, survey

__all__ = [
    "Cause",
    "Certainty",
    "Event",
    "Explanation",
    "Slip",
    "Survey",
    "diagnose",
    "group",
    "sums_among",
    "survey",
]
