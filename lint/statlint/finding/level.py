"""How far rules look."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """How far a rule must look (ESS): the file itself, one dataset, earlier periods."""

    FILE = 0
    WITHIN_DATASET = 1
    SAME_SOURCE = 2
