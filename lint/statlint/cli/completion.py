"""Completion in the shell: the script that turns it on, and what it proposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.cli.commands import language_of
from statlint.cli.plain import COMPLETING

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

SHELLS = ("bash", "zsh", "fish")


def show_script(context: click.Context, _parameter: click.Parameter, shell: str | None) -> None:
    """Write the script of a shell, and end."""
    from click.shell_completion import get_completion_class

    from statlint.cli.terminal import show

    of_shell = get_completion_class(shell) if shell else None
    if of_shell is None or context.resilient_parsing:
        return
    root = context.find_root()
    show(of_shell(root.command, {}, "statlint", COMPLETING).source().strip() + "\n")
    context.exit()


def propose_files(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Leave it to the shell, which knows the files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def propose_rules(
    context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Propose codes with the titles of the rules, and names where one is begun; after commas too.

    Names are in small letters and codes in capitals, however they are typed.
    """
    from click.shell_completion import CompletionItem

    from statlint.cli.here import rules_here_or_ours
    from statlint.rule.docs import title

    before, comma, begun = incomplete.rpartition(",")
    language = language_of(context)
    found = [
        (word, title(rule, language))
        for rule in rules_here_or_ours(language)
        for word in (rule.code, *((rule.name,) if begun else ()))
        if _begins(word, begun)
    ]
    return [CompletionItem(before + comma + word, help=words) for word, words in found]


def _begins(word: str, begun: str) -> bool:
    return word.lower().startswith(begun.lower())


def propose_forms(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem[str]]:
    """Propose the ids of forms with their titles, or else files."""
    from click.shell_completion import CompletionItem

    from statlint.cli.here import forms_here_or_ours

    language = language_of(context)
    ids = [
        CompletionItem(form.id, help=form.title.of(language))
        for form in forms_here_or_ours(language)
        if form.id.startswith(incomplete)
    ]
    # bash drops what came before the word that it shall look for files.
    return [*propose_files(context, parameter, incomplete), *ids]
