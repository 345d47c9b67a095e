"""Wrong usage, told by click: which is imported when there is something to tell."""

from __future__ import annotations

from statlint.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from click import ClickException


def wrong_usage(message: str) -> ClickException:
    """Make the error of words on a command line that do not go together."""
    from click import UsageError

    return UsageError(message)


def missing_paths() -> ClickException:
    """Make the error of a command that was called without what it shall look at."""
    from click import MissingParameter

    return MissingParameter(param_hint="PATHS")


def not_written(message: str) -> ClickException:
    """Make the error of a file that was to be written and cannot be."""
    from click import ClickException

    return ClickException(message)
