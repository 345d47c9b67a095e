"""The text of a settings file, and how its faults are told, each with its line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from statlint.dataclass import dataclass
from statlint.errors import SettingsError
from statlint.typed import TYPE_CHECKING
from statlint.values import Language

if TYPE_CHECKING:
    from statlint.schema import Fault


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a settings file, or a few words of the command line.

    `place` is what it is called, `folder` what its relative paths start from, `inside` the table
    that holds the settings where the file has others.
    """

    place: str
    folder: Path
    text: str
    inside: str = ""
    is_file: bool = True

    def lines(self, paths: Iterable[str]) -> tuple[int | None, ...]:
        """Give the lines that entries stand in; what stands on the command line has none."""
        if not self.is_file:
            return tuple(None for _ in paths)
        # Lines are counted where something is told of them, not at every start.
        from statlint.config.lines import line_in, lines_of

        known = lines_of(self.text)
        return tuple(line_in(known, self._whole(path)) for path in paths)

    def _whole(self, path: str) -> str:
        if not self.inside or path.startswith(self.inside):
            return path
        return f"{self.inside}.{path}"


def refused(written: Written, faults: Iterable[Fault], language: Language) -> SettingsError:
    """Give the error that names all faults of a settings file."""
    told = tuple(faults)
    lines = written.lines(fault.path for fault in told)
    # From the top of the file down, as it is mended; what has no line comes last.
    by_line = sorted(zip(told, lines, strict=True), key=lambda one: one[1] or len(written.text))
    return SettingsError(
        written.place,
        tuple(fault.say(language) for fault, _ in by_line),
        tuple(line for _, line in by_line),
    )


def not_toml(written: Written, said: str, language: Language) -> SettingsError:
    """Give the error for a text that is no TOML, with the line where its reader stopped."""
    from statlint.schema.toml_words import stopped

    why = stopped(said, written.text)
    line = why.line if written.is_file else None
    return SettingsError(written.place, (why.at_column.of(language),), (line,) if line else ())
