"""What can stop statlint from doing its work; a bad table is never one of these."""

from __future__ import annotations


class StatlintError(Exception):
    """Raised when statlint cannot do the work it was asked for."""


class FormError(StatlintError):
    """Raised when a form file cannot be read or breaks the form language; names every fault."""

    def __init__(self, path: str, faults: tuple[str, ...]) -> None:
        """Keep the form's path and its faults, one sentence each."""
        super().__init__("\n".join(f"{path}: {fault}" for fault in faults))
        self.path = path
        self.faults = faults


class SettingsError(StatlintError):
    """Raised when a settings file cannot be read or holds a key or value that is not known."""

    def __init__(
        self, path: str, faults: tuple[str, ...], lines: tuple[int | None, ...] = ()
    ) -> None:
        """Keep the settings file's path and its faults, one sentence each, and their lines."""
        self.path = path
        self.faults = faults
        self.lines = lines or (None,) * len(faults)
        super().__init__("\n".join(self.told()))

    def told(self) -> list[str]:
        """Give each fault with the place it stands at."""
        places = (self.path if line is None else f"{self.path}:{line}" for line in self.lines)
        return [f"{place}: {fault}" for place, fault in zip(places, self.faults, strict=True)]


class BaselineError(StatlintError):
    """Raised when the list of what is known cannot be read or written."""

    def __init__(self, path: str, fault: str) -> None:
        """Keep the path and say what is wrong."""
        super().__init__(f"{path}: {fault}")
        self.path = path


class RulePackError(StatlintError):
    """Raised when a rule pack is inconsistent: two rules with one code, a module without a rule."""


class PackError(StatlintError):
    """Raised when a pack that settings name is not installed, or clashes with another."""

    def __init__(self, key: str, name: str, faults: tuple[str, ...]) -> None:
        """Keep the setting that names the pack, its name and its faults, one sentence each."""
        super().__init__("\n".join(f"{key}: {fault}" for fault in faults))
        self.key = key
        self.name = name
        self.faults = faults


class MissingPathError(StatlintError):
    """Raised when a path named on the command line does not exist."""


class OutputError(StatlintError):
    """Raised when standard output takes nothing more: the disk it goes to is full."""
