"""How property tests run here: the same examples each time, and no word on how long they take."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("statlint", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("statlint")
