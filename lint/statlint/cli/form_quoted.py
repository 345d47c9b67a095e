"""What the page of a form says of texts that quote its figures."""

from __future__ import annotations

from collections.abc import Iterator

from statlint.form import Comparison, Constant, Edit, Form, kind_of, side_words
from statlint.form.quoted import Quoted
from statlint.values import Language, Text

_WORDS = Text("正文中有“{words}”的", "a text with “{words}”")
_ABSENT = Text("正文称没有“{words}”的，应为 0", "a text that denies “{words}”: 0")
_OR = Text(" 或 ", " or ")


def quoted_lines(quoted: Quoted, form: Form, language: Language) -> Iterator[str]:
    """Say by which words a figure is quoted, and which figures that may be."""
    words = " … ".join(quoted.all)
    template = _ABSENT if quoted.absent else _WORDS
    name = quoted.name.of(language)
    yield f"{quoted.id}  {name}  [{template.of(language).format(words=words)}]"
    yield _OR.of(language).join(_figures(quoted, form, language))


def _figures(quoted: Quoted, form: Form, language: Language) -> Iterator[str]:
    for text, figure in zip(quoted.readings, quoted.figures(), strict=True):
        condition = Comparison("=", figure, Constant(0))
        edit = Edit(quoted.id, text, condition, kind_of(condition), quoted.name)
        yield side_words(figure, edit, form, None, language)
