"""Faults of a form or of settings: where, and what is wrong, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from statlint.dataclass import dataclass
from statlint.values import Language, Text


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the path of the entry (`table[0].edit[2].kind`) and what is wrong with it."""

    path: str
    words: Text

    def say(self, language: Language) -> str:
        """Write the fault as one sentence."""
        said = self.words.of(language)
        colon = "：" if language == "zh" else ": "
        return f"{self.path}{colon}{said}" if self.path else said


def below(path: str, step: str | int) -> str:
    """Give the path of an entry one step down; a key that TOML wants in quotes has them."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    plain = step.replace("-", "a").replace("_", "a")
    key = step if plain.isascii() and plain.isalnum() else f'"{step}"'
    return f"{path}.{key}" if path else key


def did_you_mean(word: str, known: Iterable[str]) -> Text:
    """Suggest the nearest known word, as the end of a sentence; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word, sorted(known), n=1)
    if not near:
        return Text("", "")
    return Text(f"，是否应为 {near[0]}？", f"; did you mean {near[0]}?")


def one_of(word: str, known: Iterable[str]) -> Text:
    """Say that a word is not among the known ones, and which is nearest."""
    choices = tuple(known)
    hint, listed = did_you_mean(word, choices), listing(choices)
    return Text(
        f"「{word}」应为下列之一：{listed.zh}{hint.zh}",
        f'"{word}" is not one of {listed.en}{hint.en}',
    )


def listing(words: Iterable[str]) -> Text:
    """List words as each language does."""
    listed = tuple(words)
    return Text("、".join(listed), ", ".join(listed))
