"""All layouts together."""

from __future__ import annotations

from submissions.layouts import LAYOUTS
from submissions.more_layouts import MORE
from submissions.sheet_2014_layouts import SHEET_2014
from submissions.strange_layouts import STRANGE

ALL_LAYOUTS = (*LAYOUTS, *STRANGE, *MORE, *SHEET_2014)
