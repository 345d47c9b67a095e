"""From failed edits to what is wrong: the cells to suspect, the figures to propose."""

from statlint.diagnosis.agreement import Agreement, agreements
from statlint.diagnosis.derived import sums_among
from statlint.diagnosis.diagnose import diagnose
from statlint.diagnosis.group import group
from statlint.diagnosis.model import Cause, Certainty, Event, Explanation, Slip
from statlint.diagnosis.rollup import PartCause, PartEvent, part_causes
from statlint.diagnosis.systems import Survey, survey
from statlint.diagnosis.unread import LeftOut, Meanings, Unread, unread_in

__all__ = [
    "Agreement",
    "Cause",
    "Certainty",
    "Event",
    "Explanation",
    "LeftOut",
    "Meanings",
    "PartCause",
    "PartEvent",
    "Slip",
    "Survey",
    "Unread",
    "agreements",
    "diagnose",
    "group",
    "part_causes",
    "sums_among",
    "survey",
    "unread_in",
]
