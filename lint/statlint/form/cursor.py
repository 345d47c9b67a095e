"""A cursor over the tokens of one edit, and the sentences said when they are not as expected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from statlint.form.tokens import EditSyntaxError, Kind, Token
from statlint.values import Text

DEEPEST = 30


class Cursor:
    """Reads tokens from left to right, looking one ahead, and counts how deep they are nested."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        """Stand before the first token."""
        self._tokens = tokens
        self._position = 0
        self._depth = 0

    def place_of(self, text: str) -> int:
        """Give the place of the first token with a text that stands there."""
        return next(token.place for token in self._tokens if token.text == text)

    @property
    def next(self) -> Token:
        """The token ahead."""
        return self._tokens[self._position]

    def take(self) -> Token:
        """Take the token ahead."""
        token = self.next
        self._position += 1
        return token

    def sees(self, *texts: str) -> bool:
        """Tell whether one of some signs or words is ahead."""
        return self.next.text in texts and self.next.kind in {Kind.SIGN, Kind.WORD}

    def accept(self, *texts: str) -> Token | None:
        """Take one of some signs or words if it is ahead."""
        return self.take() if self.sees(*texts) else None

    def expect(self, text: str) -> None:
        """Take a sign or word that must be ahead; raises EditSyntaxError."""
        if self.accept(text) is None:
            raise self.expected(Text(f'"{text}"', f'"{text}"'))

    def expected(self, what: Text) -> EditSyntaxError:
        """Make the error that something else is ahead."""
        shown = self.next.shown
        words = Text(f"此处应为{what.zh}，实为{shown.zh}", f"expected {what.en}, found {shown.en}")
        return EditSyntaxError(self.next.place, words)

    def refused(self, words: Text) -> EditSyntaxError:
        """Make the error that what is ahead must not stand here."""
        return EditSyntaxError(self.next.place, words)

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count a nesting, so that hostile input ends in a sentence and not in a full stack."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise self.refused(Text(f"嵌套超过 {DEEPEST} 层", f"nested more than {DEEPEST} deep"))
        yield
        self._depth -= 1
