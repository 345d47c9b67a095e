"""What a file brings that could run, or that leads out of it, by the names of its parts alone."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING
from statlint.workbook.model import Outward

if TYPE_CHECKING:
    from collections.abc import Iterable

_SIGNS = (
    (
        Outward.MACROS,
        ("vbaproject.bin", "_vba_project_cur", "macrosheets/", "/basic/script", "/scripts/python"),
    ),
    (Outward.CONNECTIONS, ("/connections.xml", "/connections.bin", "/querytables/")),
    (Outward.LINKS, ("/externallinks/externallink",)),
    (Outward.CONTROLS, ("/activex/", "/ctrlprops/")),
)


def outward_in(names: Iterable[str]) -> frozenset[Outward]:
    """Tell it from the names of parts or streams; nothing is opened."""
    listed = "\n".join(f"/{name}" for name in names).lower()
    return frozenset(kind for kind, signs in _SIGNS if any(sign in listed for sign in signs))
