"""From failed edits to what is wrong: the cells to suspect, the figures to propose."""

from statlint.diagnosis.agreement import Agreement, agreements
from statlint.diagnosis.derived import sums_among
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.group import group
from statlint.diagnosis.model import Cause, Certainty, Event, Explanation, Slip
from statlint.diagnosis.rollup import PartCause, PartEvent, part_causes
from statlint.diagnosis.systems import Survey, survey
from statlint.diagnosis.unread import Meanings, meanings_of

__all__ = [
    "Agreement",
    "Cause",
    "Certainty",
    "Event",
    "Explanation",
    "Meanings",
    "PartCause",
    "PartEvent",
    "Slip",
    "Survey",
    "agreements",
    "diagnose",
    "group",
    "meanings_of",
    "part_causes",
    "sums_among",
    "survey",
]
