"""How a report is to look; decided by the front door, which knows the terminal."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Width and colour of a report, and how much of it is shown.

    `wide_signs` is for consoles with a Chinese code page, where signs such as … take two columns.
    `quiet` leaves out everything but findings; `statistics` adds how often each rule spoke.
    `most` is how many findings are shown to a person (None: all); `links` is whether the terminal
    makes links of codes, `pages` the address that the pages of rules are published at.
    """

    width: int = 100
    colour: bool = False
    wide_signs: bool = False
    quiet: bool = False
    statistics: bool = False
    most: int | None = None
    links: bool = False
    pages: str | None = None
