"""What the page says, in one language or in both: the reader chooses on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statlint.dataclass import dataclass
from statlint.reporters.page.words import SAID
from statlint.values import Language, Text

if TYPE_CHECKING:
    from markupsafe import Markup

OTHER: dict[Language, Language] = {"zh": "en", "en": "zh"}
_CODES: dict[Language, str] = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a page, and whether the other one is there as well.

    What differs between the two is written in both, each marked with its language; a style shows
    the one that is chosen. What is the same comes once.
    """

    language: Language
    both: bool = False

    @property
    def code(self) -> str:
        """The language as attributes of a page name it."""
        return _CODES[self.language]

    def of(self, text: Text) -> Markup:
        """Write a wording."""
        return self.pair(text.of(self.language), text.of(OTHER[self.language]))

    def say(self, key: str, **values: object) -> Markup:
        """Write one of the wordings of the page; values may be wordings."""
        text = SAID[key]
        if not values:
            return self.of(text)
        own, other = (
            text.of(language).format(
                **{
                    name: value.of(language) if isinstance(value, Text) else value
                    for name, value in values.items()
                }
            )
            for language in (self.language, OTHER[self.language])
        )
        return self.pair(own, other)

    def pair(self, own: str, other: str | None) -> Markup:
        """Write what is said in the language of the page, and in the other where it is there."""
        from markupsafe import Markup, escape

        if not self.both or other is None or own == other:
            return escape(own)
        first, second = self.code, _CODES[OTHER[self.language]]
        return Markup('<span lang="{}">{}</span><span lang="{}">{}</span>').format(
            first, own, second, other
        )
