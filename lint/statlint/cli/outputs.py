"""Where reports go: standard output, or files, each in its format."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from statlint.cli.terminal import complain, show, show_for_programs
from statlint.dataclass import dataclass, replace
from statlint.finding import Report
from statlint.reporters import FOLDER_REPORTERS, REPORTERS, FolderReporter, Look, Reporter
from statlint.run.paths import real
from statlint.typed import TYPE_CHECKING, NoReturn
from statlint.values import Language

if TYPE_CHECKING:
    from pathlib import Path

    from statlint.cli.whole_files import WholeFiles

_WITH_SUMMARY = "github"
_WIDTH_IN_FILES = 100
_PIECES = 500
"""Pieces of a report that are written at once."""


@dataclass(frozen=True, slots=True)
class Output:
    """One report: its format, and the file or folder it goes to (None: standard output)."""

    format: str
    path: Path | None = None

    @property
    def is_folder(self) -> bool:
        """Whether a folder of files is written, not one text."""
        return self.format in FOLDER_REPORTERS

    @property
    def needs_originals(self) -> bool:
        """Whether the report must give the files of its run again."""
        return _reporter_of(self.format).needs_originals

    @property
    def speaks_both(self) -> bool:
        """Whether the run must be told in the other language as well."""
        return _reporter_of(self.format).speaks_both


def _reporter_of(name: str) -> Reporter | FolderReporter:
    return FOLDER_REPORTERS[name] if name in FOLDER_REPORTERS else REPORTERS[name]


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
    from pathlib import Path

    prefix, sign, rest = written.partition("=")
    if sign and (prefix in REPORTERS or prefix in FOLDER_REPORTERS):
        return Output(prefix, Path(rest)), True
    return Output(output_format, Path(written)), False


def refuse_unwritable(
    outputs: Sequence[Output], inputs: Iterable[str | Path], language: Language
) -> None:
    """Refuse, before any work, outputs that cannot be written or would overwrite a submission."""
    if not any(output.path for output in outputs):
        return
    from statlint.cli.whole_files import is_special

    submitted = {real(path) for path in inputs}
    seen: set[Path] = set()
    for path, is_folder in ((output.path, output.is_folder) for output in outputs if output.path):
        place = real(path)
        if is_folder:
            _refuse_no_folder(path, language)
            continue
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


def _refuse_no_folder(path: Path, language: Language) -> None:
    """Refuse a folder that cannot be written to; one that is not there is made in one that is."""
    from statlint.cli.words import fault

    place = real(path)
    above = place if place.exists() else place.parent
    if not above.exists():
        _refuse(path, fault("no folder", language))
    if not (above.is_dir() and os.access(above, os.W_OK)):
        why = errno.EACCES if above.is_dir() else errno.ENOTDIR
        _refuse(path, fault("no write", language, reason=os.strerror(why)))


def _closed(place: Path) -> int | None:
    """Say by the system's number why nothing can be written to a place; None where it can."""
    if place.is_dir():
        return errno.EISDIR
    return None if os.access(place.parent, os.W_OK) else errno.EACCES


def _refuse(path: Path, why: str) -> NoReturn:
    message = f"--output: {path}: {why}"
    from statlint.cli.usage import wrong_usage

    raise wrong_usage(message)


def deliver(report: Report, outputs: Sequence[Output], look: Look) -> tuple[Path, ...]:
    """Write the report to each of its outputs; files first, so that a broken pipe loses none.

    Of several files all are written, or none. Gives the files that were written.
    """
    formats = [REPORTERS[output.format] for output in outputs if not output.is_folder]
    if any(reporter.for_programs for reporter in formats):
        from statlint.cli.repository_root import seen_from_root

        look = seen_from_root(look)
    written = _written(report, [one for one in outputs if one.path], look)
    for output in outputs:
        if output.path is None:
            _show(report, REPORTERS[output.format], look)
    if any(output.format == _WITH_SUMMARY for output in outputs):
        from statlint.cli.step_summary import add_step_summary

        add_step_summary(report, look)
    if look.statistics and not any(reporter.tells_statistics for reporter in formats):
        from statlint.reporters.statistics import count_rules

        complain(*(f"{rule.times} {rule.code} {rule.name}" for rule in count_rules(report)))
    return written


def _written(report: Report, outputs: Sequence[Output], look: Look) -> tuple[Path, ...]:
    """Write the report to files; give those that were written."""
    if not outputs:
        return ()
    from statlint.cli.whole_files import whole_files

    look = replace(look, width=_WIDTH_IN_FILES, colour=False, wide_signs=False)
    with whole_files(report.language) as files:
        return tuple(
            path
            for output in outputs
            if output.path is not None
            for path in _write(output, output.path, report, look, files)
        )


def _write(
    output: Output, path: Path, report: Report, look: Look, files: WholeFiles
) -> Iterator[Path]:
    """Write a report to a file, or to a folder; give the files as they are written."""
    if output.is_folder:
        # A name among them may be that of a file that was checked; it is told when it comes.
        checked = {real(file.path) for file in report.files}
        look = replace(look, there=lambda name: _content_at(path / name))
        for name, content in FOLDER_REPORTERS[output.format].files(report, look):
            place = path / name
            if real(place) in checked:
                from statlint.cli.words import fault

                _refuse(place, fault("is input", report.language))
            files.write_bytes(place, content)
            yield place
        return
    reporter = REPORTERS[output.format]
    newline = "" if reporter.for_programs else None
    files.write(path, reporter.pieces(report, look), newline=newline)
    yield path


def _content_at(place: Path) -> bytes | None:
    """Give what lies where a file is to be put."""
    return place.read_bytes() if place.is_file() else None


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
    from statlint.cli.whole_files import whole_files

    with whole_files(language) as files:
        files.write(path, pieces)
