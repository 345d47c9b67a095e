"""T002: headings and points whose numbers leave one out or come twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from statlint.finding import Finding
from statlint.rule import PROSE, Context, Level, Severity, rule, said_in
from statlint.values import Text
from statlint.values.said import Said

if TYPE_CHECKING:
    from statlint.prose import Prose
    from statlint.prose.outline import Mark

MESSAGES = {
    "gap": Text(
        zh="序号不连续：「{before}」之后是「{after}」，缺「{missing}」",
        en="“{after}” follows “{before}”: {missing} is missing",
    ),
    "twice": Text(
        zh="序号重复：有两个「{after}」",
        en="There are two headings “{after}”",
    ),
}
_FEWEST = 3
_MOST_MISSING = 2
_MOST_FAULTS = 2


@rule(
    code="T002",
    level=Level.FILE,
    on=PROSE,
    severity=Severity.WARNING,
    messages=MESSAGES,
    advice=Text(
        zh="请核对是漏写了一部分，还是序号编错，补写或改正序号",
        en="See whether a part was left out or only its number is wrong, and put it right",
    ),
)
def misnumbered_heading(prose: Prose, context: Context) -> Iterator[Finding]:
    """Numbers of headings or points leave one out or come twice.

    ## What it checks
    Headings and paragraphs that are numbered in one style (一、 （一） 1. （1） 第一章), and the
    points of a text that are told as 一是, 二是, 三是: each number is the one after that before it.
    A run that begins again at one is a new run. One or two numbers that are left out are told, and
    a number that comes twice; where the missing number stands anywhere in between, nothing is said.

    ## Why it matters
    A number that is left out often means that a part of the report got lost when it was put
    together; one that comes twice, that a part was put in and the rest not looked through.

    ## Example
    ```prose fail
    一、总体情况
    我局认真做好政府信息公开工作。
    二、主动公开政府信息情况
    全年公开信息120条。
    四、存在的主要问题及改进情况
    工作人员业务能力有待提高。
    ```
    ```prose pass
    一、总体情况
    我局认真做好政府信息公开工作。
    二、主动公开政府信息情况
    全年公开信息120条。
    三、存在的主要问题及改进情况
    工作人员业务能力有待提高。
    ```

    ## Known problems
    A run that lacks its beginning or its end is not seen. Of two numbers, only 一 and 三 are told.
    """
    from statlint.prose.outline import runs, runs_within

    for run in (*runs(prose), *runs_within(prose)):
        found = _fault(run, prose)
        if found is None:
            continue
        before, after, missing = found
        yield context.finding(
            "gap" if missing else "twice",
            at=_at(after),
            related=[_at(before)],
            before=before.written,
            after=after.written,
            missing=[after.write(one) for one in missing],
        )


def _at(mark: Mark) -> Said:
    return said_in(mark.passage, mark.start, mark.end or None)


def _fault(run: Sequence[Mark], prose: Prose) -> tuple[Mark, Mark, range] | None:
    """Give the two marks between which one number or two are missing, or which are alike.

    A run with more faults is no list that someone wrote from its beginning to its end.
    """
    pairs = _faulty_pairs(run)
    if run[0].number != 1 or len(pairs) != 1:
        return None
    before, after = pairs[0]
    missing = range(before.number + 1, after.number)
    fewest = _FEWEST if len(missing) != 1 else _FEWEST - 1
    if after.number < before.number or len(missing) > _MOST_MISSING or len(run) < fewest:
        return None
    between = _between(before, after, prose)
    again = rf"(?:^|[\s。；;：:])\s*{re.escape(after.write(1))}"
    if (not missing and re.search(again, between)) or any(
        re.search(_forms(after, one), between) for one in missing
    ):
        return None
    return before, after, missing


def _faulty_pairs(run: Sequence[Mark]) -> list[tuple[Mark, Mark]]:
    """Find where a run does not count on; of one written one off (四、六、六) what is twice."""
    pairs = [(one, two) for one, two in pairwise(run) if two.number != one.number + 1]
    if len(pairs) == _MOST_FAULTS and pairs[0][1] is pairs[1][0]:
        twice = [(one, two) for one, two in pairs if one.number == two.number]
        if pairs[1][1].number == pairs[0][0].number + 2:
            return twice
    return pairs


def _between(before: Mark, after: Mark, prose: Prose) -> str:
    places = [one.place for one in prose.passages]
    first, last = places.index(before.passage.place), places.index(after.passage.place)
    texts = [one.paragraph.text for one in prose.passages[first : last + 1]]
    texts[-1] = texts[-1][: after.start]
    texts[0] = texts[0][before.end :]
    return "\n".join(texts)


def _forms(mark: Mark, number: int) -> str:
    """Give the expression for the number in the style of a mark, or in one near it."""
    from statlint.values.numeral import write_numeral

    if not mark.in_words:
        return rf"(?<![0-9.])[（(]?{number}\s*[.、．）)](?![0-9])"
    word = write_numeral(number)
    if mark.style == "{}是":
        return rf"{word}\s*[是要、，,]|第{word}|{word}个?方面"
    return rf"{word}\s*[、.．)）]|第{word}[章部篇节]"
