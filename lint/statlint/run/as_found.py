"""Tables that no form explains, as a filled form that says only what is printed."""

from __future__ import annotations

from collections.abc import Sequence

from statlint.table import FilledForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from statlint.table import Layout


def as_found(layouts: Sequence[Layout]) -> FilledForm | None:
    """Give tables as one filled form without any edit; None where there is none."""
    if not layouts:
        return None
    from statlint.inference import Understood
    from statlint.inference.forms import filled_form

    return filled_form([Understood(layout, ()) for layout in layouts])
