"""`statlint serve`: the page in a browser, on this machine only."""

from __future__ import annotations

from importlib import import_module

import click

from statlint.cli.commands import Leaf, language_of
from statlint.cli.counts import read_port
from statlint.cli.help_words import HELP
from statlint.cli.options import lang_option
from statlint.cli.terminal import show
from statlint.cli.words import fault
from statlint.config.language import language_asked
from statlint.values import Language, Text

_READY = Text(
    "请在浏览器中打开（按住 Ctrl 点击，或复制到地址栏）：\n\n    {address}\n\n"
    "文件只在本机处理，不会上传；按 Ctrl+C 结束，所存文件随之删除。\n",
    "Open this address in a browser:\n\n    {address}\n\n"
    "Files stay on this machine. Ctrl+C ends it, and deletes what it keeps.\n",
)
_OVER = Text("已结束，所存文件已删除。\n", "Ended; what was kept is deleted.\n")


@click.command("serve", cls=Leaf, help=HELP["serve"].en)
@click.option("--open", "opens", is_flag=True, help=HELP["--open"].en)
@click.option("--port", metavar="NUMBER", callback=read_port, help=HELP["--port"].en)
@lang_option
@click.help_option("-h", "--help", help=HELP["--help"].en)
@click.pass_context
def serve(context: click.Context, /, *, opens: bool, port: int, lang: Language | None) -> int:
    """Serve the page until it is interrupted."""
    language = lang or language_of(context)
    refuse_without_extra(language)
    from statlint.web.server import Asked
    from statlint.web.server import serve as serve_pages

    asked = Asked(port, lang or language_asked(), opens=opens)
    serve_pages(asked, lambda address: show(_READY.of(language).format(address=address)))
    show(_OVER.of(language))
    return 0


def refuse_without_extra(language: Language) -> None:
    """Say how to install what pages need, where it is not there; raises ClickException."""
    try:
        import_module("statlint.web.server")
    except ModuleNotFoundError as error:
        raise click.ClickException(fault("no web", language)) from error
