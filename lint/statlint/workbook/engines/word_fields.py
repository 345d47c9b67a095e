"""The fields of a paragraph: of their instructions and results only the results are seen."""

from __future__ import annotations


class Fields:
    """The fields that are open at some place of a paragraph.

    A field begins with its instruction, which nobody sees; then comes its result, which may go on
    over many paragraphs.
    """

    def __init__(self) -> None:
        """Begin where no field is open."""
        self._shown: list[bool] = []
        self._hidden = 0

    @property
    def hidden(self) -> bool:
        """Whether the text here belongs to an instruction."""
        return self._hidden > 0

    def step(self, kind: str | None) -> None:
        """Take the next sign of a field: its beginning, its middle or its end."""
        if kind == "begin":
            self._shown.append(False)
            self._hidden += 1
        elif self._shown and kind == "separate" and not self._shown[-1]:
            self._shown[-1] = True
            self._hidden -= 1
        elif self._shown and kind == "end" and not self._shown.pop():
            self._hidden -= 1
