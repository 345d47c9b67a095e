"""How property tests run here: the same examples each time, and no word on how long they take."""

from __future__ import annotations

import os

from hypothesis import settings

# Before anything imports openpyxl: it writes other bytes where lxml is there.
os.environ["OPENPYXL_LXML"] = "False"

settings.register_profile("statlint", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("statlint")
