"""Commands whose help is in the language of the run, and groups that import what is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

import click

from statlint.cli.help_words import HELP
from statlint.cli.words import fault
from statlint.config.language import language_asked, language_named, language_of_locale
from statlint.values import Language

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_IN_ENGLISH = {text.en: text for text in HELP.values()}
_CLICKS_OWN = {"Show this message and exit.": HELP["--help"]}
_WIDEST_TERM = 34
_LEAST_ROOM = 20


def language_of(context: click.Context) -> Language:
    """Give the language of a run: what the front door settled, else what the environment says."""
    settled = language_named(context.obj) if isinstance(context.obj, str) else None
    return settled or language_asked() or language_of_locale()


def _translated(words: str, language: Language) -> str:
    """Say in the language of the run what the commands declare in English."""
    text = _IN_ENGLISH.get(words) or _CLICKS_OWN.get(words)
    return text.of(language) if text else words


class _HelpPage(click.HelpFormatter):
    """A help page in one language, broken by the columns that its characters take."""

    def __init__(self, language: Language, width: int | None) -> None:
        from statlint.reporters.ruler import Ruler

        super().__init__(width=width)
        self._language = language
        self._ruler = Ruler()

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _translated("Usage: ", self._language))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_translated(heading, self._language))

    def write_text(self, text: str) -> None:
        said = _translated(text, self._language)
        for line in self._ruler.wrap(said, self.width - self.current_indent):
            self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_TERM, col_spacing: int = 2
    ) -> None:
        rows = list(rows)
        widest = max(self._ruler.width(term) for term, _ in rows)
        room = min(widest, col_max) + col_spacing
        for term, words in rows:
            self._write_entry(term, _translated(words, self._language), room)

    def _write_entry(self, term: str, words: str, room: int) -> None:
        indent = " " * self.current_indent
        lines = self._ruler.wrap(words, max(_LEAST_ROOM, self.width - self.current_indent - room))
        if self._ruler.width(term) >= room:
            self.write(f"{indent}{term}\n")
            term = ""
        for number, line in enumerate(lines):
            before = self._ruler.pad(term if number == 0 else "", room)
            self.write(f"{indent}{before}{line}".rstrip() + "\n")


class _Talk(click.Context):
    """One call of a command; its help page is in the language of the run."""

    def make_formatter(self) -> click.HelpFormatter:
        return _HelpPage(language_of(self), self.terminal_width)


def _in_language(
    items: Iterable[CompletionItem[str]], context: click.Context
) -> list[CompletionItem[str]]:
    """Say what a shell proposes in the language of the run."""
    proposed = list(items)
    for item in proposed:
        item.help = _translated(item.help or "", language_of(context))
    return proposed


class Leaf(click.Command):
    """A command that does something."""

    context_class = _Talk

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Propose the options."""
        return _in_language(super().shell_complete(ctx, incomplete), ctx)

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - click's signature
        """Give the words for the list of commands: all of them, click would cut at blanks."""
        return self.help or ""


class Branch(click.Group):
    """A group of commands, each imported when it is called or listed."""

    context_class = _Talk
    imports: Mapping[str, Callable[[], click.Command]] = {}

    def get_short_help_str(self, limit: int = 0) -> str:  # noqa: ARG002 - click's signature
        """Give the words for the list of commands."""
        return self.help or ""

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Propose the commands, and options where one is begun."""
        return _in_language(super().shell_complete(ctx, incomplete), ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the commands in the order they are shown."""
        return list(self.imports)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        imported = self.imports.get(cmd_name)
        return imported() if imported else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; suggest the nearest for one that does not exist."""
        if args[0] not in self.imports and not args[0].startswith("-"):
            from statlint.schema import did_you_mean

            language = language_of(ctx)
            said = fault("no such command", language, name=args[0])
            near = did_you_mean(args[0], self.imports).of(language)
            raise click.UsageError(said + near, ctx)
        return super().resolve_command(ctx, args)
