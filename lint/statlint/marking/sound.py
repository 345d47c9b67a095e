"""Whether a part is sound markup: in nothing else can tags be told by their signs in good time."""

from __future__ import annotations

from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from statlint.workbook.engines.details import DOCTYPE, reported
from statlint.workbook.engines.stored import Refusal
from statlint.workbook.model import Fault


class Sound:
    """Looks at a part in UTF-8 piece by piece."""

    def __init__(self) -> None:
        """Begin before the first piece."""
        self._parser = ParserCreate("utf-8")
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, text: bytes, *, last: bool = False) -> None:
        """Look at the next piece; raises Refusal where it is not sound."""
        try:
            self._parser.Parse(text, last)
        except ExpatError as error:
            raise Refusal(Fault.DAMAGED, reported(str(error))) from error


def check_sound(text: bytes) -> None:
    """Look at a whole part; raises Refusal where it is not sound."""
    Sound().feed(text, last=True)


def _refuse(*_: object) -> NoReturn:
    raise Refusal(Fault.UNSAFE, DOCTYPE)
