"""A settings file with those that it extends."""

from __future__ import annotations

import os
from pathlib import Path

from statlint.config.read import Stated, read_settings
from statlint.config.seen_from import seen_from
from statlint.config.written import refused
from statlint.dataclass import dataclass, field
from statlint.errors import SettingsError
from statlint.values import Language, Text

_DEEPEST = 20
_MOST = 200
"""How many files there may be in all; each may be reached on many ways, and counts on each."""
_TOO_MANY = Text("引用的设置文件太多", "leads to too many settings files")


@dataclass(frozen=True, slots=True)
class Chains:
    """Settings files with what they extend; each file is read once.

    `kept` is whether what was found good may be kept for the next run.
    """

    language: Language
    kept: bool = True
    _read: dict[Path, Stated] = field(default_factory=dict)

    def of(self, path: Path) -> tuple[Stated, ...]:
        """Read a settings file and what it extends, the farthest first; raises SettingsError."""
        return self._of(path, ())

    def below(self, stated: Stated, above: tuple[Path, ...] = ()) -> tuple[Stated, ...]:
        """Give what some settings extend, the farthest first, and the settings themselves."""
        extended = stated.values.get("extend", ())
        found: list[Stated] = []
        for number, name in enumerate([extended] if isinstance(extended, str) else extended):
            # Without "..": what it says is seen from its folder, and matched as text.
            path = Path(os.path.normpath(seen_from(stated.folder, name)))
            said = _why_not(path, above)
            if said is None:
                found += self._of(path, above)
                said = _TOO_MANY if len(found) > _MOST else None
            if said is not None:
                at = "extend" if isinstance(extended, str) else f"extend[{number}]"
                raise _refused(stated, at, said, self.language)
        return (*found, stated)

    def _of(self, path: Path, above: tuple[Path, ...]) -> tuple[Stated, ...]:
        if path not in self._read:
            self._read[path] = read_settings(path, self.language, kept=self.kept)
        return self.below(self._read[path], (*above, path.resolve()))


def _why_not(path: Path, above: tuple[Path, ...]) -> Text | None:
    """Say why a file cannot be extended: it is not there, or extends itself."""
    if not _is_there(path):
        return Text(f"没有设置文件「{path}」", f'there is no settings file "{path}"')
    if path.resolve() in above:
        return Text("最终又引用自身", "comes back to this file itself")
    return Text("引用层次过多", "goes too deep") if len(above) > _DEEPEST else None


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # Whoever reads it is told why that cannot be.
        return True


def _refused(stated: Stated, at: str, said: Text, language: Language) -> SettingsError:
    from statlint.schema import Fault

    return refused(stated.written, [Fault(at, said)], language)
