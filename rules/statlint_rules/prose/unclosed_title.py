"""T013: titles in 《》 that are not closed, or not opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text

if TYPE_CHECKING:
    from statlint.prose import Prose

MESSAGES = {
    "open": Text(
        zh="书名号没有成对：「{text}」缺后一半“》”", en="《 is not closed: “{text}” lacks its 》"
    ),
    "closed": Text(
        zh="书名号没有成对：「{text}」缺前一半“《”", en="》 is not opened: “{text}” lacks its 《"
    ),
}
_SHOWN = 12


@rule(
    code="T013",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(zh="请补上缺的一半书名号", en="Put in the sign that is missing"),
)
def unclosed_title(prose: Prose, context: Context) -> Iterator[Finding]:
    """Title marks 《 and 》 do not match.

    ## What it checks
    In each paragraph every 《 has its 》 and the other way round, one within another as well. Where
    the next paragraph goes on with the title, nothing is said. The first fault of a paragraph is
    told.

    ## Why it matters
    One cannot see where the title of a document ends, and the report was not read through.

    ## Example
    ```prose fail
    根据《中华人民共和国政府信息公开条例要求，编制本报告。
    ```
    ```prose pass
    根据《中华人民共和国政府信息公开条例》要求，编制本报告。
    ```

    ## Known problems
    Other quotation marks and brackets are not looked at.
    """
    texts = [one.paragraph.text for one in prose.passages]
    for passage, before, after in zip(prose.passages, ["", *texts], [*texts[1:], ""], strict=False):
        text = passage.paragraph.text
        at = _unmatched(text)
        if at is None or _goes_on(text[at], before, after):
            continue
        said = said_in(passage, at, at + 1)
        if text[at] == "《":
            yield context.finding("open", at=said, text=text[at : at + _SHOWN])
        else:
            yield context.finding("closed", at=said, text=text[max(0, at + 1 - _SHOWN) : at + 1])


def _unmatched(text: str) -> int | None:
    """Find the first sign without its other half."""
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign == "《":
            opened.append(at)
        elif sign == "》":
            if not opened:
                return at
            opened.pop()
    return opened[0] if opened else None


def _goes_on(sign: str, before: str, after: str) -> bool:
    """Tell whether the other half stands in the paragraph beside: a line that was broken."""
    if sign == "《":
        return _first(after) == "》"
    return _first(before[::-1]) == "《"


def _first(text: str) -> str:
    return next((sign for sign in text if sign in "《》"), "")
