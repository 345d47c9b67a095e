"""Whether a terminal makes links of words that bring an address along (OSC 8)."""

from __future__ import annotations

from collections.abc import Mapping

_PROGRAMS = frozenset(
    ("ghostty", "Hyper", "iTerm.app", "mintty", "rio", "Tabby", "vscode", "WezTerm", "WarpTerminal")
)
_TERMS = ("alacritty", "contour", "foot", "ghostty", "kitty", "wezterm")
_SETS = ("DOMTERM", "KITTY_WINDOW_ID", "KONSOLE_VERSION", "WT_SESSION")
"""What such terminals set, whatever its value."""
_VTE_SINCE = 5000
_TMUX_SINCE = (3, 4)
_OFF = frozenset(("0", "false"))


def makes_links(environment: Mapping[str, str]) -> bool:
    """Tell whether a terminal is known to make links; one that is not may print them as signs.

    FORCE_HYPERLINK says so where the terminal cannot be told by its environment.
    """
    forced = environment.get("FORCE_HYPERLINK")
    if forced:
        return forced.lower() not in _OFF
    term = environment.get("TERM", "")
    program = environment.get("TERM_PROGRAM", "")
    if term.startswith(("screen", "tmux")) or "TMUX" in environment:
        # What is around tmux cannot be told; since 3.4 it drops what that would not understand.
        return program == "tmux" and _numbers(environment) >= _TMUX_SINCE
    return (
        program in _PROGRAMS
        or any(name in term for name in _TERMS)
        or any(name in environment for name in _SETS)
        or _number(environment.get("VTE_VERSION", "")) >= _VTE_SINCE
    )


def _numbers(environment: Mapping[str, str]) -> tuple[int, ...]:
    """Read a version such as 3.4 or 3.3a."""
    written = environment.get("TERM_PROGRAM_VERSION", "")
    return tuple(_number(part) for part in written.split(".")[:2])


def _number(written: str) -> int:
    digits = written[: len(written) - len(written.lstrip("0123456789"))]
    return int(digits or 0)
