"""What is to be done to make statlint at home in a repository; nothing there is written over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from statlint.choice import StrEnum
from statlint.dataclass import dataclass
from statlint.justification.keep import keep
from statlint.starter.hook import has_hook, hook_lines, new_hooks, with_hook
from statlint.starter.jobs import github_job, gitlab_job
from statlint.starter.seen import GITHUB_FILE, GITLAB_FILE, HOOK_FILE, SETTINGS_FILE, Seen
from statlint.starter.settings_text import settings_text
from statlint.starter.supply import Supply
from statlint.starter.words import say
from statlint.values import Language

_INCLUDED = ".gitlab/statlint.gitlab-ci.yml"


class Action(StrEnum):
    """What becomes of a file."""

    WRITE = "write"
    ADD = "add"
    KEEP = "keep"
    BY_HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Step:
    """One file: what becomes of it, what is said of it, its text, and what of that is new."""

    path: str
    action: Action
    note: str
    text: str = ""
    added: str = ""


def plan(
    seen: Seen, supply: Supply, ci: Sequence[str], language: Language, *, hook: bool = True
) -> tuple[Step, ...]:
    """Say what is to be done in a repository."""
    steps = [_settings(seen, language)]
    if seen.is_git and hook:
        steps.append(_hook(seen, supply, language))
    if "github" in ci:
        steps.append(_github(seen, supply, language))
    if "gitlab" in ci:
        steps += _gitlab(seen, supply, language)
    return tuple(steps)


def take(step: Step, folder: Path) -> None:
    """Write what a step writes; raises OSError, and FileExistsError where a file has come since."""
    path = folder / step.path
    if step.action is Action.WRITE:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(step.text.encode())
    elif step.action is Action.ADD:
        keep(path, step.text)


def _settings(seen: Seen, language: Language) -> Step:
    if seen.settings is not None:
        return _kept(seen.settings.name, language)
    count = len(seen.datasets)
    note = say("data sets found", language, count=count, s="s" * (count > 1)) if count else ""
    return Step(SETTINGS_FILE, Action.WRITE, note, settings_text(seen.datasets, language))


def _hook(seen: Seen, supply: Supply, language: Language) -> Step:
    note = say("hook", language)
    if not seen.has(HOOK_FILE):
        return Step(HOOK_FILE, Action.WRITE, note, new_hooks(supply))
    if has_hook(seen.hooks or ""):
        return _kept(HOOK_FILE, language)
    added = "".join(f"{line}\n" for line in hook_lines(supply))
    whole = with_hook(seen.hooks, supply) if seen.hooks else None
    if whole is None:
        return Step(HOOK_FILE, Action.BY_HAND, say("add hook", language), added=added)
    return Step(HOOK_FILE, Action.ADD, note, whole, added)


def _github(seen: Seen, supply: Supply, language: Language) -> Step:
    if seen.has(GITHUB_FILE):
        return _kept(GITHUB_FILE, language)
    text = github_job(supply, language, all_files=not _has_datasets(seen))
    return Step(GITHUB_FILE, Action.WRITE, say("in ci", language), text)


def _gitlab(seen: Seen, supply: Supply, language: Language) -> Iterator[Step]:
    """Write the only job; where there are others, write it beside them, to be included."""
    text = gitlab_job(supply, language, all_files=not _has_datasets(seen))
    if not seen.has(GITLAB_FILE):
        yield Step(GITLAB_FILE, Action.WRITE, say("in ci", language), text)
    elif seen.mentions_us(GITLAB_FILE):
        yield _kept(GITLAB_FILE, language)
    else:
        if seen.has(_INCLUDED):
            yield _kept(_INCLUDED, language)
        else:
            yield Step(_INCLUDED, Action.WRITE, say("in ci", language), text)
        added = f"include:\n  - local: {_INCLUDED}\n"
        yield Step(GITLAB_FILE, Action.BY_HAND, say("include", language), added=added)


def _has_datasets(seen: Seen) -> bool:
    """Tell whether a check without paths finds the tables; settings that are there may say so."""
    return seen.settings is None and bool(seen.datasets)


def _kept(path: str, language: Language) -> Step:
    return Step(path, Action.KEEP, say("kept", language))
