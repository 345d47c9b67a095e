"""Where reports go: standard output, or files, each in its format."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NoReturn

from statlint.cli.terminal import complain, show, show_for_programs
from statlint.cli.whole_files import is_special, whole_files
from statlint.dataclass import dataclass, replace
from statlint.finding import Report
from statlint.reporters import REPORTERS, Look, Reporter
from statlint.run.paths import real
from statlint.values import Language

_WITH_SUMMARY = "github"
_WIDTH_IN_FILES = 100
_PIECES = 500
"""Pieces of a report that are written at once."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report: its format, and the file it is written to (None: standard output)."""

    format: str
    path: Path | None = None


def outputs_of(written: Iterable[str], output_format: str) -> tuple[Output, ...]:
    """Read the values of --output; FORMAT=FILE comes beside the report on standard output."""
    files = [_read(one, output_format) for one in written]
    shown = all(prefixed for _, prefixed in files)
    beside = tuple(output for output, _ in files)
    return (Output(output_format), *beside) if shown else beside


def outputs_to(path: Path | None) -> tuple[Output, ...]:
    """Give the output of a command that writes one text, to a file where one is named."""
    return (Output("text", path),) if path else ()


def _read(written: str, output_format: str) -> tuple[Output, bool]:
    """Read one value; a prefix before = counts only where it is the name of a format."""
    prefix, sign, rest = written.partition("=")
    if sign and prefix in REPORTERS:
        return Output(prefix, Path(rest)), True
    return Output(output_format, Path(written)), False


def refuse_unwritable(
    outputs: Sequence[Output], inputs: Iterable[Path], language: Language
) -> None:
    """Refuse, before any work, outputs that cannot be written or would overwrite a submission."""
    submitted = {real(path) for path in inputs}
    seen: set[Path] = set()
    for path in (output.path for output in outputs if output.path):
        place = real(path)
        # A file in an archive lies, by its path, below the archive.
        packed = place.is_file() and any(place in one.parents for one in submitted)
        from statlint.cli.words import fault

        if place in submitted or packed:
            _refuse(path, fault("is input", language))
        if is_special(path):
            continue
        if place in seen:
            _refuse(path, fault("same output", language))
        if not place.parent.is_dir():
            _refuse(path, fault("no folder", language))
        why = _closed(place)
        if why is not None:
            _refuse(path, fault("no write", language, reason=os.strerror(why)))
        seen.add(place)


def _closed(place: Path) -> int | None:
    """Say by the system's number why nothing can be written to a place; None where it can."""
    if place.is_dir():
        return errno.EISDIR
    return None if os.access(place.parent, os.W_OK) else errno.EACCES


def _refuse(path: Path, why: str) -> NoReturn:
    message = f"--output: {path}: {why}"
    from statlint.cli.usage import wrong_usage

    raise wrong_usage(message)


def deliver(report: Report, outputs: Sequence[Output], look: Look) -> None:
    """Write the report to each of its outputs; files first, so that a broken pipe loses none.

    Of several files all are written, or none.
    """
    if any(REPORTERS[output.format].for_programs for output in outputs):
        from statlint.cli.repository_root import seen_from_root

        look = seen_from_root(look)
    in_files = replace(look, width=_WIDTH_IN_FILES, colour=False, wide_signs=False)
    with whole_files(report.language) as files:
        for output in outputs:
            if output.path is not None:
                reporter = REPORTERS[output.format]
                newline = "" if reporter.for_programs else None
                files.write(output.path, reporter.pieces(report, in_files), newline=newline)
    for output in outputs:
        if output.path is None:
            _show(report, REPORTERS[output.format], look)
    if any(output.format == _WITH_SUMMARY for output in outputs):
        from statlint.cli.step_summary import add_step_summary

        add_step_summary(report, look)
    if look.statistics and not any(REPORTERS[one.format].tells_statistics for one in outputs):
        from statlint.reporters.statistics import count_rules

        complain(*(f"{rule.times} {rule.code} {rule.name}" for rule in count_rules(report)))


def _show(report: Report, reporter: Reporter, look: Look) -> None:
    """Write a report on standard output."""
    for text in _in_blocks(reporter.pieces(report, look)):
        if reporter.for_programs:
            show_for_programs(text)
        else:
            show(text, colour=look.colour)


def _in_blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Join pieces into texts that are worth a call of the system each."""
    left = iter(pieces)
    while block := list(islice(left, _PIECES)):
        yield "".join(block)


def write_file(path: Path, pieces: Iterable[str], language: Language) -> None:
    """Write a text to a file; where that cannot be done, it is wrong usage."""
    with whole_files(language) as files:
        files.write(path, pieces)
