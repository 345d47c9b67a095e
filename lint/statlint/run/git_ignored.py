"""What git ignores: the patterns of a repository, folder by folder."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from statlint.run.sieve import Sieve


_LARGEST = 1_000_000


class GitIgnored:
    """The sieves of git, folder by folder; none outside a repository."""

    def __init__(self) -> None:
        """Look at nothing yet."""
        self._known: dict[str, tuple[Sieve, ...] | None] = {}

    def within(self, folder: str) -> tuple[Sieve, ...]:
        """Give the sieves for the things in a folder, the nearest last."""
        return self._of(folder) or ()

    def _of(self, folder: str) -> tuple[Sieve, ...] | None:
        if folder not in self._known:
            from pathlib import Path

            above = self._above(folder)
            from statlint.run.sieve import sieve_of

            own = None if above is None else sieve_of(folder, _lines_of(Path(folder, ".gitignore")))
            self._known[folder] = above if own is None else (*(above or ()), own)
        return self._known[folder]

    def _above(self, folder: str) -> tuple[Sieve, ...] | None:
        """Give what holds in a folder before its own patterns; None outside a repository."""
        from pathlib import Path

        git = Path(folder, ".git")
        if os.path.lexists(git):
            from statlint.run.sieve import sieve_of

            # What a repository around this one says ends here, as it does for git.
            found = sieve_of(folder, _lines_of(_home_of(git) / "info" / "exclude"))
            return (found,) if found else ()
        parent = os.path.dirname(folder)  # noqa: PTH120 - of texts: there may be thousands
        return self._of(parent) if parent != folder else None


def _home_of(git: Path) -> Path:
    """Find the folder of a repository; a submodule and a second working tree name theirs."""
    home = _named_in(git, "gitdir:") if git.is_file() else git
    return _named_in(home / "commondir", "") if (home / "commondir").is_file() else home


def _named_in(file: Path, before: str) -> Path:
    named = "".join(_lines_of(file)[:1]).removeprefix(before).strip()
    return file.parent / named


def _lines_of(file: Path) -> list[str]:
    try:
        with file.open("rb") as opened:
            text = opened.read(_LARGEST).decode("utf-8-sig", "surrogateescape")
    except OSError:
        return []
    return [line.removesuffix("\r") for line in text.split("\n")]
