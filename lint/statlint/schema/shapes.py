"""The shapes of texts that have one, as patterns and as people say them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statlint.values import Text

PERIOD = r"\d{4}(-(H[12]|Q[1-4]|M(0[1-9]|1[0-2])))?"
DAY_OF_YEAR = "(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31"
SIZE = r"([1-9]\d{0,14}( ?B)?|(?=.*[1-9])\d{1,15}(\.\d{1,6})? ?[KMGT]i?B)"
SHAPES: Mapping[str, Text] = MappingProxyType(
    {
        PERIOD: Text(
            "统计期间，如 2024、2024-H1、2024-Q1、2024-M03",
            "a period, such as 2024, 2024-H1, 2024-Q1, 2024-M03",
        ),
        DAY_OF_YEAR: Text("几月几日，如 01-31", "a month and a day, such as 01-31"),
        SIZE: Text(
            "大小，如 256 MiB、1.5 GiB 或字节数", "a size, such as 256 MiB, 1.5 GiB or bytes"
        ),
    }
)
"""What the patterns mean that nobody should have to read."""
