"""Standard output and standard error: what they can show, and writing to them without crashing."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from statlint.errors import OutputError
from statlint.reporters import Look
from statlint.typed import TextIO

_USUAL_WIDTH = 100
_NARROWEST, _WIDEST = 30, 160
_CHINESE_PAGES = frozenset({"gbk", "gb2312", "gb18030", "cp936", "big5", "cp950"})
_OFF = frozenset(("0", "false"))
_PLAINER = {
    "─": "-",
    "│": "|",
    "…": "~",
    "≠": "#",
    "·": "-",
    "–": "-",
    "×": "x",
    "−": "-",
    "≤": "<",
    "≥": ">",
}


def look_at(stream: TextIO, *, quiet: bool = False, statistics: bool = False) -> Look:
    """See how a report must look on a stream: its width, whether it shows colour."""
    width = terminal_width() or _USUAL_WIDTH
    colour = shows_colour(stream)
    return Look(
        width=max(_NARROWEST, min(width, _WIDEST)),
        colour=colour,
        wide_signs=stream.isatty() and _encoding(stream) in _CHINESE_PAGES,
        quiet=quiet,
        statistics=statistics,
        links=colour and _makes_links(),
    )


def _makes_links() -> bool:
    # Only where there is a terminal is it asked what it can do.
    from statlint.cli.links import makes_links

    return makes_links(os.environ)


def terminal_width() -> int | None:
    """Give the signs that a line of the terminal has room for; None where there is none."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isdecimal() and int(stated):
        return int(stated)
    stream = sys.__stdout__
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream is not None else None
    except (OSError, ValueError):
        return None


def shows_colour(stream: TextIO) -> bool:
    """Tell whether a stream gets colour: NO_COLOR beats FORCE_COLOR, which beats what it is."""
    if os.environ.get("NO_COLOR"):
        return False
    forced = os.environ.get("FORCE_COLOR")
    if forced:
        return forced.lower() not in _OFF
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _encoding(stream: TextIO) -> str:
    return (stream.encoding or "utf-8").lower()


def show(text: str, *, colour: bool = False) -> None:
    """Write a text for people on standard output; what it cannot encode is replaced."""
    stream = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    _write(stream, _plainer(text, _encoding(stream)), colour=colour)


def show_for_programs(text: str) -> None:
    """Write a text for programs: in UTF-8, wherever no person is looking."""
    stream = sys.stdout
    if stream.isatty() or not hasattr(stream, "buffer"):
        show(text)
        return
    with _unless_it_ends(stream):
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "backslashreplace"))
        stream.buffer.flush()


def _write(stream: TextIO, text: str, *, colour: bool = False) -> None:
    with _unless_it_ends(stream):
        if sys.platform == "win32":
            # Its consoles take no text that is encoded: click speaks to them in their own way.
            from click import echo

            echo(text, file=stream, nl=False, color=colour)
        else:
            stream.write(text)
            stream.flush()


@contextmanager
def _unless_it_ends(stream: TextIO) -> Iterator[None]:
    """Write on where nobody reads; raises OutputError where there is no room."""
    try:
        yield
    except BrokenPipeError:
        _let_go(stream)
    except OSError as error:
        _let_go(stream)
        raise OutputError(error.strerror or str(error)) from error


def _let_go(stream: TextIO) -> None:
    """Send the rest nowhere: who read it went away (head), yet the work is done."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def goes_nowhere(stream: TextIO) -> bool:
    """Tell whether what is written to a stream goes nowhere: so it was asked, or was let go of."""
    try:
        return os.path.samestat(os.stat(os.devnull), os.fstat(stream.fileno()))  # noqa: PTH116
    except (OSError, ValueError):
        return False


def _plainer(text: str, encoding: str) -> str:
    """Replace signs of the layout that an encoding lacks by plain ones of the same width."""
    for sign, plain in _PLAINER.items():
        if sign in text and not _can_encode(sign, encoding):
            text = text.replace(sign, plain)
    return text


def _can_encode(sign: str, encoding: str) -> bool:
    try:
        sign.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def complain(*sentences: str) -> None:
    """Write sentences on standard error; where that has no room, nobody can be told."""
    for sentence in sentences:
        with suppress(OutputError):
            _write(sys.stderr, f"statlint: {sentence}\n")
