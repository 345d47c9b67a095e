"""`statlint-desk`: for people without a terminal; double-clicked, or with files dropped on it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from statlint.cli.message import tell
from statlint.config.language import language_asked, language_of_locale
from statlint.values import Language, Text

_PREFIX = "statlint: "
_DONE = Text("审核完毕", "Checked")
_FAILED = Text("没有审核完", "Not all could be checked")
_ADDRESS = Text(
    "网页已在浏览器中打开；没有打开的，请把这个地址复制到地址栏：\n\n    {address}\n\n"
    "关闭网页后程序自行结束，所存文件随之删除。\n",
    "The page opens in the browser; if it does not, this is its address:\n\n    {address}\n\n"
    "After the page is closed the program ends, and deletes what it keeps.\n",
)


def main(words: Sequence[str] | None = None) -> NoReturn:
    """Open the page, or write marked copies beside the files that were dropped; then exit."""
    paths = sys.argv[1:] if words is None else list(words)
    language = language_asked() or language_of_locale()
    with _streams():
        status = _mark(paths, language) if paths else _open_page(language)
    sys.exit(status)


def _open_page(language: Language) -> int:
    """Serve the page until it is closed."""

    def serve() -> None:
        from statlint.cli.serve import refuse_without_extra

        refuse_without_extra(language)
        from statlint.web.server import Asked
        from statlint.web.server import serve as serve_pages

        asked = Asked(language=language_asked(), opens=True, ends_alone=True)
        serve_pages(asked, say)

    def say(address: str) -> None:
        from statlint.cli.terminal import show

        show(_ADDRESS.of(language).format(address=address))

    return _ending(serve, language)


def _mark(paths: Sequence[str], language: Language) -> int:
    """Write marked copies, and say in the end where they are."""

    def mark() -> None:
        from statlint.cli.annotate import annotate_files

        done = annotate_files(paths, language)
        failed = bool(done.faults or done.report.crashes)
        title = (_FAILED if failed else _DONE).of(language)
        tell(title, "\n".join((*done.lines, *done.faults)), is_wrong=failed)

    return _ending(mark, language)


def _ending(work: Callable[[], None], language: Language) -> int:
    """Do something; what goes wrong is said where people see it."""
    from statlint.cli.endings import status_after

    complained = io.StringIO()
    usual = sys.stderr
    try:
        work()
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - there may be no terminal to see it on
        sys.stderr = complained
        try:
            status = status_after(error, language, "statlint-desk")
        finally:
            sys.stderr = usual
        lines = complained.getvalue().strip().splitlines()
        text = "\n".join(line.removeprefix(_PREFIX) for line in lines)
        tell(_FAILED.of(language), text, is_wrong=True)
        return status
    return 0


@contextmanager
def _streams() -> Iterator[None]:
    """Give a program that has no terminal something to write to: on Windows there is nothing."""
    missing = [name for name in ("stdout", "stderr") if getattr(sys, name) is None]
    for name in missing:
        setattr(sys, name, io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    try:
        yield
    finally:
        for name in missing:
            setattr(sys, name, None)
