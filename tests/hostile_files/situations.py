"""What goes wrong around the files: in folders, with rights, settings and reports."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from hostile_files.texts import TABLE

_ODD = TABLE.replace("32", "35")


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """A call that must end at once, with a status and a word on why.

    `prepare` makes the files in the folder that the call runs in, beside table.csv. `says` stands
    on standard output or standard error.
    """

    name: str
    words: tuple[str, ...]
    status: int
    says: str = ""
    prepare: Callable[[Path], object] = Path.exists
    around: Mapping[str, str] = field(default_factory=dict)
    unprivileged: bool = False
    """Whether it is about rights, which whoever runs everything does not have to ask for."""


def _socket(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(folder / "socket.csv"))


def _circle(folder: Path) -> None:
    (folder / "a.csv").symlink_to("b.csv")
    (folder / "b.csv").symlink_to("a.csv")


def _odd_name(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.csv")).write_text(_ODD, encoding="utf-8")


def _pipe(name: str) -> Callable[[Path], object]:
    return lambda folder: os.mkfifo(folder / name)


def _text(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, encoding="utf-8")


def _bytes(name: str, content: bytes) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes(content)


def _closed(name: str) -> Callable[[Path], object]:
    def prepare(folder: Path) -> None:
        (folder / name).write_text(TABLE, encoding="utf-8")
        (folder / name).chmod(0)

    return prepare


def _folder(name: str, mode: int = 0o755) -> Callable[[Path], object]:
    return lambda folder: (folder / name).mkdir(mode)


def of_files() -> Iterator[Situation]:
    """Give what is named as a file and is none."""
    yield Situation("a file that is not there", ("no.csv",), 2, "no such file")
    yield Situation(
        "a link to nothing",
        ("link.csv",),
        1,
        "no longer there",
        lambda folder: (folder / "link.csv").symlink_to("nowhere"),
    )
    yield Situation("links in a circle", ("a.csv",), 1, "circle", _circle)
    yield Situation("links in a circle in a folder", (".",), 1, "circle", _circle)
    yield Situation(
        "a link to the folder it lies in",
        (".",),
        0,
        "",
        lambda folder: (folder / "again").symlink_to(folder),
    )
    yield Situation("a pipe that nobody writes to", ("p.csv",), 1, "a pipe", _pipe("p.csv"))
    yield Situation("such a pipe in a folder", (".",), 1, "a pipe", _pipe("p.xlsx"))
    yield Situation("a socket", ("socket.csv",), 1, "a socket", _socket)
    yield Situation("a device without end", ("/dev/zero",), 1, "a device")
    yield Situation("a folder named as a workbook", ("f.xlsx",), 0, "", _folder("f.xlsx"))
    yield Situation("a name that is no UTF-8", (".",), 0, "??.csv", _odd_name)
    yield Situation("a path of 5,000 signs", ("a" * 5_000 + ".csv",), 2, "no such file")
    yield Situation(
        "a file without rights", ("c.csv",), 1, "no permission", _closed("c.csv"), unprivileged=True
    )
    yield Situation(
        "a folder without rights", (".",), 1, "no permission", _folder("c", 0), unprivileged=True
    )


def of_reports() -> Iterator[Situation]:
    """Give reports that cannot be written where they are asked for."""
    yield Situation("a full disk", ("table.csv", "--output", "json=/dev/full"), 2, "No space left")
    yield Situation(
        "a report over its own input",
        ("table.csv", "--output", "table.csv"),
        2,
        "is a file to check",
    )
    yield Situation(
        "a report in a folder that is not there",
        ("table.csv", "--output", "no/r.json"),
        2,
        "folder does not exist",
    )
    yield Situation(
        "a report where a folder is",
        ("table.csv", "--output", "r"),
        2,
        "directory",
        _folder("r"),
    )
    yield Situation(
        "a report in a folder without rights",
        ("table.csv", "--output", "r/a.json"),
        2,
        "Permission denied",
        _folder("r", 0o555),
        unprivileged=True,
    )
    for encoding in ("gbk", "ascii", "cp437"):
        yield Situation(
            f"a console in {encoding}",
            ("table.csv", "--lang", "zh", "--output-format", "text"),
            0,
            "statlint",
            around={"PYTHONIOENCODING": encoding},
        )
    yield Situation(
        "a console without a language",
        ("table.csv", "--output-format", "text"),
        0,
        "statlint",
        around={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )


def of_settings() -> Iterator[Situation]:
    """Give settings, forms, baselines and reasons that are broken or made to do harm."""
    name, words = "s.toml", ("table.csv", "--config", "s.toml")
    yield Situation("settings nested deep", words, 2, "deep", _text(name, "a = " + "[" * 5_000))
    yield Situation("settings of 2 MB", words, 2, "1 MB", _text(name, "#" * 2_000_000))
    yield Situation("settings in UTF-16", words, 2, "UTF-8", _bytes(name, b"\xff\xfea\0"))
    yield Situation(
        "settings that extend themselves", words, 2, "itself", _text(name, f'extend = "{name}"')
    )
    yield Situation(
        "a number of 10,000 digits", words, 2, "digits", _text(name, "a = " + "9" * 10_000)
    )
    yield Situation("settings that are a pipe", words, 2, "pipe", _pipe(name))
    yield Situation(
        "a limit that is none", words, 2, "did you mean", _text(name, "[limits]\ncell = 1")
    )
    baseline = ("table.csv", "--baseline", "b.json")
    yield Situation("a baseline nested deep", baseline, 2, "b.json", _text("b.json", "[" * 100_000))
    yield Situation("a baseline that is a pipe", baseline, 2, "pipe", _pipe("b.json"))
    form = ("table.csv", "--form", "f.toml")
    deep = 'id = "a1"\n[[table]]\nid = "t"\n[[table.edit]]\ncheck = "' + "(" * 5_000 + '"\n'
    yield Situation("a form with 5,000 brackets", form, 2, "f.toml", _text("f.toml", deep))
    yield Situation("a form that is a pipe", form, 2, "f.toml", _pipe("f.toml"))
    reasons = "table.csv.statlint.toml"
    yield Situation("reasons nested deep", ("table.csv",), 1, "J001", _text(reasons, "[" * 9_000))
    yield Situation(
        "reasons of 30 MB", ("table.csv",), 1, "too large", _text(reasons, "#" * 30_000_000)
    )
    yield Situation("reasons that are a pipe", ("table.csv",), 0, "", _pipe(reasons))


def all_situations() -> Iterator[Situation]:
    """Give all of them."""
    yield from of_files()
    yield from of_reports()
    yield from of_settings()
