"""How a report is to look; decided by the front door, which knows the terminal."""

from __future__ import annotations

from statlint.dataclass import dataclass
from statlint.finding import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Look:
    """Width and colour of a report, and how much of it is shown.

    `wide_signs` is for consoles with a Chinese code page, where signs such as … take two columns.
    `quiet` leaves out everything but findings; `statistics` adds how often each rule spoke.
    `most` is how many findings are shown to a person (None: all); `links` is whether the terminal
    makes links of codes, `pages` the address that the pages of rules are published at,
    `home_pages` that of pages on this computer, where none are published.

    For programs: `root` is the folder that their paths are relative to, the repository's, and
    `folder` the one below it that the paths of the run are relative to; `fail_level` is from where
    on findings fail the run, `status` its exit status, where it is known. `there` gives what lies
    in a folder that is written to, by its name: what people wrote into it is to be kept.
    """

    width: int = 100
    colour: bool = False
    wide_signs: bool = False
    quiet: bool = False
    statistics: bool = False
    most: int | None = None
    links: bool = False
    pages: str | None = None
    root: str = ""
    folder: str = ""
    fail_level: Severity = Severity.ERROR
    status: int | None = None
    home_pages: str | None = None
    there: Callable[[str], bytes | None] | None = None
